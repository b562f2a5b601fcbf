"""Speech that an article gives as somebody's, and who is meant where it says `he` or nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.framing.reporting import Source, Sources
from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.tokens import fold

_NEAR = 2  # passages between a speaker and the pronoun that means the same person
_INTRODUCES = 6
_HONOURED = re.compile(r"(?<!\w)(Mr|Mrs|Ms|Miss)\.?\s+(?:[A-Z][\w.’'-]*\s+){0,2}?([A-Z][\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that an article gives as somebody's."""

    spans: tuple[Span, ...]
    """Where they stand, in order; for a quotation what stands between the marks."""
    words: int
    source: Source | None = None
    """Who is said to have said them; None if it is not stated."""
    person: Name | None = None
    """The name of the one who speaks, also where a pronoun safely means it."""
    verb: Span | None = None
    """The reporting verb; None for `according to` and for quotations without one."""


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody denies or attacks, whether or not words are given."""

    source: Source
    verb: Span


@dataclass(frozen=True, slots=True)
class _Heard:
    """The last one who spoke."""

    name: Name
    place: int
    passage: int
    introduces: bool
    """Whether hardly any words are given, as in `Lee said in a statement:`."""


def resolved(
    document: Document,
    told: Sequence[Speech],
    sources: Sources,
    quoted: Callable[[int], bool],
) -> Iterator[Speech]:
    """Every speech with the one who speaks, where name, pronoun or paragraph say it safely."""
    said = _honoured(document.text)
    last: _Heard | None = None
    for speech in told:
        place = speech.source.span.start if speech.source else speech.spans[0].start
        at = document.passage_at(place) or 0
        who: Name | None = None
        if speech.source is None:
            who = _going_on(document, speech, last, sources, quoted)
        elif speech.source.name is not None:
            who = speech.source.name
        elif speech.source.pronoun:
            word = speech.source.span.of(document.text).casefold()
            who = _meant(word, place, at, last, said, sources, quoted)
            if who is not None:
                said[who.key] = word
        yield replace(speech, person=who)
        if who is not None:
            last = _Heard(who, place, at, speech.words <= _INTRODUCES)
        elif speech.source is not None:
            last = None


def _honoured(text: str) -> dict[str, str]:
    """`he` or `she` for the surnames that the text writes with Mr, Mrs or Ms."""
    return {
        fold(match[2]): "he" if match[1] == "Mr" else "she" for match in _HONOURED.finditer(text)
    }


def _meant(
    word: str,
    place: int,
    at: int,
    last: _Heard | None,
    said: dict[str, str],
    sources: Sources,
    quoted: Callable[[int], bool],
) -> Name | None:
    """The last speaker, if nobody else was named since and the pronoun was no other one."""
    if last is None or word == "they" or not last.name.person or at - last.passage > _NEAR:
        return None
    if said.get(last.name.key, word) != word or _given(last.name) not in (None, word):
        return None
    for span, name in sources.persons_in(last.place, place):
        if name.key == last.name.key or quoted(span.start):
            continue
        if (said.get(name.key) or _given(name)) in (None, word):
            return None
    return last.name


def _given(name: Name) -> str | None:
    """`he` or `she` where the given name tells which; None where it does not."""
    first, _, rest = name.full.partition(" ")
    if not rest:
        return None
    return next((word for word in ("he", "she") if fold(first) in _given_names(word)), None)


@cache
def _given_names(word: str) -> frozenset[str]:
    return frozenset(entries(f"given-{word}"))


def _going_on(
    document: Document,
    speech: Speech,
    last: _Heard | None,
    sources: Sources,
    quoted: Callable[[int], bool],
) -> Name | None:
    """The last speaker, if the quotation is all of its sentence and follows at once.

    At once: in the same paragraph, or behind a colon.
    """
    if last is None:
        return None
    passages, text, start = document.passages, document.text, speech.spans[0].start
    at = document.passage_at(start)
    if at is None or at - last.passage > 1:
        return None
    colon = last.introduces and text[passages[at - 1].span.end - 1] == ":"
    if not colon and passages[at].paragraph != passages[last.passage].paragraph:
        return None
    if text[passages[at].span.start : start].strip(" “\"'‘«"):
        return None
    others = (
        name
        for span, name in sources.persons_in(last.place, start)
        if name.key != last.name.key and not quoted(span.start)
    )
    return last.name if next(others, None) is None else None
