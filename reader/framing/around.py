"""What stands around a quotation and gives the same words another meaning."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from reader.framing.sayings import Said, Saying, spoken
from reader.framing.speech import Speech, Voices
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.quotations import Quotation
from reader.text.safety import one_line
from reader.text.tokens import folded_words

_OTHERS = "the same words, but they are given to different persons"
_DENIED = "the same words, but one article says that it is not so"
_JOKED = "the same words, but one article says that they were said in jest"
# `is not “...”`, `was never a “...”`
_LEAD, _REACH = 2, 40
_DENIES = frozenset(("not", "never"))
_JOINTS = frozenset(',.;:!?—“”"')
_MISSPELLED = 2
_NESTED = frozenset("‘'“\"«")
_IN_JEST = frozenset(
    "joked jokingly quipped kidded jest jested sarcastically ironically tongue-in-cheek "
    "facetiously mockingly".split()
)
# `did not say that “...”`, `refused to promise “...”`, `falsely claimed: “...”`
_TAKEN_BACK = re.compile(
    r"(?:\b(?:not|never|refused\sto|declined\sto|falsely|wrongly|denied|denies|denying)|n[’']t)\s"
    r"(?:(?:ever|even|in\sfact|publicly)\s)?"
    r"(?:say(?:s|ing)?|said|promis(?:e|ed|ing)|claim(?:ed|s|ing)?|state[sd]?|stating|tell|told|"
    r"call(?:ed|ing)?|mean[st]?|meant|suggest(?:ed|ing)?|argu(?:e|ed|ing)|assert(?:ed|s)?|"
    r"write|wrote|that)\b(?:\s(?:that|them|him|her|it))?[:,]?\s?$"
)
_LEAD_OF_SPEECH = 90


@dataclass(frozen=True, slots=True)
class Around:
    """Words around a quotation that not all who quote it have, in the order of the articles."""

    reason: str
    said: tuple[tuple[int, str], ...]
    """The articles that have such words (0 for the first), and the words."""


def spoken_by(
    voices: Voices, quotations: Sequence[Quotation], *, by_name: bool = False
) -> Mapping[Span, Name]:
    """Who speaks, by the place of the quotation, where one article states it.

    `by_name`: only where the name itself stands there, no `she` that means it.
    """
    said = sorted(
        (
            (span, name)
            for speech in voices.speeches
            # Of a surname alone it is not known that it is a person's, but it is no other person's.
            if (name := _name(speech, by_name))
            and name.person is not False
            and folded_words(name.full)
            for span in speech.spans
        ),
        key=lambda each: each[0],
    )
    starts = [span.start for span, _ in said]
    found: dict[Span, Name] = {}
    for quotation in quotations:
        at = max(bisect_right(starts, quotation.inner.start) - 1, 0)
        names = [name for span, name in said[at : at + 2] if span.overlaps(quotation.inner)]
        if len(set(map(surname, names))) == 1:
            found[quotation.span] = names[0]
    return found


def _name(speech: Speech, by_name: bool) -> Name | None:
    named = speech.source.name if speech.source else None
    return named if by_name else speech.person or named


def surname(name: Name) -> str:
    """The last word of a name, folded."""
    return folded_words(name.full)[-1]


def turned_around(
    documents: Sequence[Document],
    quoting: Mapping[int, Sequence[Saying]],
    speakers: Sequence[Mapping[Span, Name]],
) -> Around | None:
    """What gives the words of one utterance another meaning in one article than in another.

    `quoting`: how each article quotes it, by column; `speakers`: for each article who speaks, by
    the place of the quotation.
    """
    return (
        _other_speaker(documents, quoting, speakers)
        or _in_some(documents, quoting, _denial, _DENIED)
        or _in_some(
            documents,
            quoting,
            _jest,
            _JOKED,
        )
    )


def _other_speaker(
    documents: Sequence[Document],
    quoting: Mapping[int, Sequence[Saying]],
    speakers: Sequence[Mapping[Span, Name]],
) -> Around | None:
    """Two persons to whom it is given, each in a passage that does not have the other one's name.

    Without the latter it was mostly somebody who cites somebody: 17 of 20 read.
    """
    told: dict[int, Name] = {}
    heard: dict[str, set[str]] = defaultdict(set)
    for column, sayings in quoting.items():
        for saying in sayings:
            name = speakers[column].get(saying.quotation.span)
            if saying.quotation.inner.of(documents[column].text)[0] in _NESTED:
                continue  # somebody reads out what another one wrote
            if name is not None and name.person and len(name.full.split()) > 1:
                told[column] = name
                heard[surname(name)].update(_near(documents[column], saying.quotation.span))
    apart = any(
        one not in heard[other] and other not in heard[one] and _unlike(one, other)
        for one, other in combinations(heard, 2)
    )
    said = tuple((column, one_line(name.full)) for column, name in told.items())
    return Around(_OTHERS, said) if apart else None


def _near(document: Document, place: Span) -> list[str]:
    """The folded words of the paragraph that holds a place, and of the one before it."""
    text = document.text
    before = text.rfind("\n\n", 0, place.start)
    start = text.rfind("\n\n", 0, before) if before > 0 else 0
    end = text.find("\n\n", place.end)
    return folded_words(text[max(start, 0) : end if end >= 0 else len(text)])


def _unlike(one: str, other: str) -> bool:
    """Whether one surname is no misspelling of the other."""
    return Levenshtein.distance(one, other, score_cutoff=_MISSPELLED) > _MISSPELLED


def _in_some(
    documents: Sequence[Document],
    quoting: Mapping[int, Sequence[Saying]],
    look: Callable[[Document, Saying], Span | None],
    reason: str,
) -> Around | None:
    """What some of the articles have beside it, if others have nothing like it."""
    found = {
        column: [look(documents[column], saying) for saying in sayings]
        for column, sayings in quoting.items()
    }
    having = {column: spans[0] for column, spans in found.items() if all(spans)}
    if not having or all(any(spans) for spans in found.values()):
        return None
    said = tuple(
        (column, one_line(span.of(documents[column].text)))
        for column, span in having.items()
        if span is not None
    )
    return Around(reason, said)


def _denial(document: Document, saying: Saying) -> Span | None:
    """A `not` or `never` right in front of it, or what says that it was not said."""
    start = saying.quotation.span.start
    if any(said.seam for said in saying.words):
        return None  # what is taken back may be what stands in front of the cut
    around = document.sentence_around(saying.quotation.span).span
    begin = max(around.start, start - _LEAD_OF_SPEECH)
    if (taken := _TAKEN_BACK.search(document.text, begin, start)) is not None:
        return Span(taken.start(), taken.start() + len(taken[0].split()[0]))
    words = _words(document, max(around.start, start - _REACH), start)
    for said in words[-_LEAD:]:
        if said.word in _DENIES and not set(document.text[said.span.end : start]) & _JOINTS:
            return said.span
    return None


def _jest(document: Document, saying: Saying) -> Span | None:
    """A word of the sentence around it that tells of a joke."""
    quotation = saying.quotation.span
    around = document.sentence_around(quotation).span
    words = [
        *_words(document, around.start, quotation.start),
        *_words(document, quotation.end, around.end),
    ]
    told = [at for at, said in enumerate(words) if said.word in _IN_JEST]
    earnest = (at for at in told if not {w.word for w in words[max(0, at - 2) : at]} & _DENIES)
    return next((words[at].span for at in earnest), None)


def _words(document: Document, start: int, end: int) -> list[Said]:
    return list(spoken(document.text, Span(start, end))) if start < end else []
