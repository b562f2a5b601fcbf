"""Quotations of nobody in particular whose words another article gives to somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.framing.speech import Speech, Voices
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name, same_name
from reader.text.tokens import folded_words

# So many words in a row are one utterance: shorter ones are phrases that many use.
_RUN = 8
# Less of a quotation is what it shares with another one: its title, or what both quote.
_HALF = 0.5
# A post that stands twice may have a word or two that differ.
_PIECE, _AGAIN = 4, 0.6

Words = tuple[str, ...]


def told_elsewhere(
    documents: Sequence[Document], voices: Sequence[Voices], names: Sequence[Sequence[Name]]
) -> tuple[Voices, ...]:
    """The speech of several articles; what one leaves open is settled by the words in another.

    Only where the article itself names the person.
    """
    known: dict[Words, list[Name]] = defaultdict(list)
    for document, heard in zip(documents, voices, strict=True):
        for speech in heard.speeches:
            if speech.person is not None:
                for run in _runs(document.text, speech.spans):
                    known[run].append(speech.person)
    return tuple(
        replace(heard, speeches=tuple(_settled(document, heard, found, known)))
        for document, heard, found in zip(documents, voices, names, strict=True)
    )


def _settled(
    document: Document, heard: Voices, names: Sequence[Name], known: dict[Words, list[Name]]
) -> Iterator[Speech]:
    for speech in heard.speeches:
        if speech.person is None and not (speech.source and speech.source.unnamed):
            runs = list(_runs(document.text, speech.spans))
            told = [run for run in runs if run in known]
            speakers = [name for run in told for name in known[run]]
            mostly = len(told) >= _HALF * len(runs)
            person = _one_of(names, speakers) if mostly else None
            yield replace(speech, person=person) if person else speech
        else:
            yield speech


def _one_of(names: Sequence[Name], speakers: Sequence[Name]) -> Name | None:
    """The name of an article that all of the speakers may be, if it is one alone."""
    if not speakers or any(not same_name(speakers[0], other) for other in speakers):
        return None
    found = [name for name in names if same_name(name, speakers[0])]
    return found[0] if len(found) == 1 else None


def _runs(text: str, spans: Sequence[Span], length: int = _RUN) -> Iterator[Words]:
    for span in spans:
        words = folded_words(text, span.start, span.end)
        for at in range(len(words) - length + 1):
            yield tuple(words[at : at + length])


def without_repeats(text: str, speeches: Sequence[Speech]) -> list[Speech]:
    """The speech of one person without what stands nearly so within another (a post again)."""
    kept: list[Speech] = []
    seen: list[set[Words]] = []
    for speech in sorted(speeches, key=lambda speech: -speech.words):
        said = set(_runs(text, speech.spans, _PIECE))
        again = speech.words >= _RUN and any(
            len(said & other) >= max(1, _AGAIN * len(said)) for other in seen
        )
        if not again:
            kept.append(speech)
            seen.append(said)
    return sorted(kept, key=lambda speech: speech.spans[0])
