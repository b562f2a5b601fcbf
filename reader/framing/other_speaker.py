"""Quotations that one article gives to one person, another article to another one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from reader.framing.sayings import Saying
from reader.framing.speech import Speech, Voices
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.quotations import Quotation
from reader.text.tokens import folded_words

_MISSPELLED = 2
_NESTED = frozenset("‘'“\"«")
# Offices of which nobody holds two, so that `the mayor` is no `bishop`; a line has one office.
_OFFICES = {
    word: line.partition(" ")[0]
    for line in (
        "mayor", "bishop archbishop cardinal", "judge justice magistrate", "governor", "sheriff",
        "king", "queen", "ambassador", "pope", "coroner", "minister",
        "harbourmaster harbormaster master", "union", "company firm employer",
    )
    for word in line.split()
}  # fmt: skip

_NO_LONGER = frozenset("former ex deputy vice acting late assistant lieutenant then".split())
# `A union spokesman`, `a spokeswoman for the company`
_SPOKEN_FOR = frozenset(
    "a an the spokesman spokeswoman spokesperson official officials for of".split()
)
_REACH = 30


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quotation, as one article has it beside the reporting verb."""

    place: Span
    name: Name | None
    """None for `the mayor`."""
    office: str = ""
    """As the title in front of the name, or of somebody whom the text does not name."""

    @property
    def known(self) -> bool:
        """Whether a person is named in full."""
        return self.name is not None and bool(self.name.person) and " " in self.name.full

    @property
    def key(self) -> str:
        """The last word of the name, folded, or the office."""
        return folded_words(self.name.full)[-1] if self.name else self.office


def spoken_by(
    text: str, voices: Voices, quotations: Sequence[Quotation], *, beside: bool = False
) -> Mapping[Span, Speaker]:
    """Who speaks, by the place of the quotation, where one article states it.

    `beside`: only whose name or office itself stands there, no `she` that means somebody.
    """
    said = sorted(
        (
            (span, who)
            for speech in voices.speeches
            if (who := _speaker(speech, text, beside)) is not None
            for span in speech.spans
        ),
        key=lambda each: each[0],
    )
    starts = [span.start for span, _ in said]
    found: dict[Span, Speaker] = {}
    for quotation in quotations:
        at = max(bisect_right(starts, quotation.inner.start) - 1, 0)
        near = [who for span, who in said[at : at + 2] if span.overlaps(quotation.inner)]
        if len({who.key for who in near}) == 1:
            found[quotation.span] = near[0]
    return found


def _speaker(speech: Speech, text: str, beside: bool) -> Speaker | None:
    source = speech.source
    place = source.span if source else speech.spans[0]
    named = source.name if source else None
    name = named if beside else speech.person or named
    # Of a surname alone it is not known that it is a person's, but it is no other person's.
    if name is not None and name.person is not False and folded_words(name.full):
        return Speaker(place, name, _title(text, place.start))
    if beside and source is not None and source.name is None and speech.person is None:
        office = _OFFICES.get(source.role) or _office(source.span.of(text))
        return Speaker(place, None, office) if office else None
    return None


def _office(said: str) -> str:
    """The office of whom a text only describes: `the harbour master`, `a union spokesman`."""
    words = [word for word in folded_words(said) if word not in _SPOKEN_FOR]
    return _OFFICES.get(words[-1], "") if words and not _NO_LONGER & set(words) else ""


def _title(text: str, start: int) -> str:
    """The office right in front of a name: `Mayor`, not `Deputy Mayor`."""
    before = folded_words(text, max(0, start - _REACH), start)[-2:]
    if not before or before[0] in _NO_LONGER:
        return ""
    return _OFFICES.get(before[-1], "")


def other_speakers(
    documents: Sequence[Document],
    quoting: Mapping[int, Sequence[Saying]],
    speakers: Sequence[Mapping[Span, Speaker]],
) -> tuple[tuple[int, Span], ...]:
    """Where it says who speaks, if two persons are meant."""
    told: dict[int, Span] = {}
    heard: list[_Heard] = []
    for column, sayings in quoting.items():
        for saying in sayings:
            who, place = speakers[column].get(saying.quotation.span), saying.quotation.span
            if who is None or saying.quotation.inner.of(documents[column].text)[0] in _NESTED:
                continue  # somebody reads out what another one wrote
            if who.known or who.office:
                told[column] = who.place
                near = _near(documents[column], place)
                words = documents[column].vocabulary
                every = words | {_OFFICES[word] for word in words & _OFFICES.keys()}
                heard.append(_Heard(who, frozenset(near), every))
    pairs = combinations(heard, 2)
    return tuple(told.items()) if any(_apart(one, other) for one, other in pairs) else ()


def speakers_unsure(
    documents: Sequence[Document],
    quoting: Mapping[int, Sequence[Saying]],
    voices: Sequence[Voices],
) -> bool:
    """Whether the words beside a quotation do not tell that one and the same person says it.

    `the judge said`, `the witness said`; `Lee shot back`, `Grant shot back`. Of a noun and a name
    nothing is known: they may be the same person's.
    """
    told = [
        {_called(documents[column].text, voices[column], saying.quotation) for saying in sayings}
        for column, sayings in quoting.items()
    ]
    return any(
        all(_differs(one, other) for one in here for other in there)
        for here, there in combinations(told, 2)
        if here and there
    )


def _called(text: str, voices: Voices, quotation: Quotation) -> tuple[bool, str]:
    """What the one who says a quotation is called there, and whether that is a name."""
    for speech in voices.speeches:
        source = speech.source
        if source is None or source.pronoun:
            continue
        if any(span.overlaps(quotation.inner) for span in speech.spans):
            name = source.name.full if source.name else source.span.of(text)
            return source.name is not None, " ".join(folded_words(name))
    return False, ""


def _differs(one: tuple[bool, str], other: tuple[bool, str]) -> bool:
    (named, first), (_, second) = one, other
    if not (first and second) or one[0] != other[0]:
        return False
    a, b = first.split(), second.split()
    if named:
        return not set(a) & set(b) and _unlike(a[-1], b[-1])
    return a[-1] != b[-1]


@dataclass(frozen=True, slots=True)
class _Heard:
    """One who speaks in one article, with the words of the paragraphs there and of all of it."""

    who: Speaker
    near: frozenset[str]
    every: frozenset[str]


def _apart(one: _Heard, other: _Heard) -> bool:
    """Whether two are not the same person.

    Of two names neither may stand in the passage that has the other one: else it was mostly
    somebody who cites somebody (17 of 20 read); of offices nowhere in the article.
    """
    if one.who.known and other.who.known:
        names = one.who.key, other.who.key
        return names[0] not in other.near and names[1] not in one.near and _unlike(*names)
    if not (one.who.office and other.who.office) or one.who.office == other.who.office:
        return False
    return not (_mentions(one, other.who) or _mentions(other, one.who))


def _mentions(heard: _Heard, who: Speaker) -> bool:
    """Whether an article has the office or the name of somebody."""
    return who.office in heard.every or (who.known and who.key in heard.every)


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
