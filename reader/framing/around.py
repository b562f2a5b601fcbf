"""What stands around a quotation and gives the same words another meaning."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from reader.framing.denying import Kind, taken_back
from reader.framing.sayings import NEGATIONS, Said, Saying, spoken
from reader.framing.speech import Speech, Voices
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.quotations import Quotation
from reader.text.safety import one_line
from reader.text.tokens import folded_words

_OTHERS = "the same words, but they are given to different persons"
_DENIED = "the same words, but one article says that it is not so"
_OPEN = "the same words, but one article has them as a question or on a condition"
_JOKED = "the same words, but one article says that they were said in jest"
# `is not “...”`, `was never a “...”`
_LEAD = 2
_DENIES = frozenset(("not", "never"))
_JOINTS = frozenset(',.;:!?—“”"')
_MARKS = frozenset('“”"')
_MISSPELLED = 2
_NESTED = frozenset("‘'“\"«")
_IN_JEST = frozenset(
    "joked jokingly quipped kidded jest jested sarcastically ironically tongue-in-cheek "
    "facetiously mockingly".split()
)
# `“...” is a lie`, `“...” was never said`
_BEHIND = re.compile(
    r"\s(?:is|was)\s(?:(?:simply|just|plainly|an?|an?\s\w+|the)\s)?"
    r"(?P<w>false|untrue|lie|myth|hoax|nonsense|falsehood|fabrication|"
    r"(?:not|never)(?=\s(?:true|so|the\scase|what\s(?:he|she|they|I|we)\b|(?:ever\s)?said)))\b"
)
# Words of one quotation that take it back themselves.
_OWN = NEGATIONS | frozenset("if unless whether lie lies false untrue deny denied denies".split())


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
        or _in_some(documents, quoting, _openly, _OPEN)
        or _in_some(documents, quoting, _jest, _JOKED)
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
    if reason != _JOKED and _said_itself(quoting, having):
        return None
    said = tuple(
        (column, one_line(span.of(documents[column].text)))
        for column, span in having.items()
        if span is not None
    )
    return Around(reason, said)


def _said_itself(quoting: Mapping[int, Sequence[Saying]], having: Iterable[int]) -> bool:
    """Whether a quotation of another article has words itself that take it back."""
    inside = {word for column in having for saying in quoting[column] for word in saying.plain}
    others = [s for column, sayings in quoting.items() if column not in having for s in sayings]
    return any(word in _OWN and word not in inside for s in others for word in s.plain)


def _denial(document: Document, saying: Saying) -> Span | None:
    """A `not` in front of it, or what says that it was not said or is not so."""
    return _turned_by(document, saying, "denied") or _denied_behind(document, saying)


def _openly(document: Document, saying: Saying) -> Span | None:
    """A `whether` or `if` in front of it."""
    return _turned_by(document, saying, "open")


def _turned_by(document: Document, saying: Saying, kind: Kind) -> Span | None:
    quotation, text = saying.quotation.span, document.text
    if any(said.seam for said in saying.words):
        return None  # what is taken back may be what stands in front of the cut
    around = document.sentence_around(quotation).span
    words = _words(document, around.start, quotation.start)
    found = taken_back(words, text, quotation.start)
    if found is not None and not _MARKS.intersection(text[found[1].span.end : quotation.start]):
        return found[1].span if found[0] == kind else None
    for said in words[-_LEAD:] if kind == "denied" else ():
        if said.word in _DENIES and not _JOINTS.intersection(text[said.span.end : quotation.start]):
            return said.span
    return None


def _denied_behind(document: Document, saying: Saying) -> Span | None:
    found = _BEHIND.match(document.text, saying.quotation.span.end)
    return Span(*found.span("w")) if found else None


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
