"""What stands around a quotation and gives the same words another meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.conditional import condition, questioned
from reader.framing.denying import Kind, taken_back
from reader.framing.other_speaker import Speaker, other_speakers
from reader.framing.sayings import NEGATIONS, Said, Saying, spoken
from reader.framing.verbs import speaking
from reader.model import Span
from reader.text.document import Document

REASONS = {
    "speaker": "the same words, but they are given to different persons",
    "denied": "the same words, but one article says that it is not so",
    "open": "the same words, but one article has them as a question or on a condition",
    "withdrawn": "the same words, but one article says that they were taken back",
    "jest": "the same words, but one article says that they were said in jest",
    "read_out": "the same words, but one article says that the speaker quotes somebody",
}
"""What is told of words that stand beside a quotation, by kind."""
# `“...,” Lee said, quoting his colleague`
_QUOTING = re.compile(r"[^.;:“”\"\n]{2,60}?,?\s(?P<w>quoting|reciting)\s")
# `is not “...”`, `was never a “...”`
_LEAD = 2
_DENIES = frozenset(("not", "never"))
_JOINTS = frozenset(',.;:!?—“”"')
_MARKS = frozenset('“”"')
_HOW = frozenset(
    "jokingly jest sarcastically ironically tongue-in-cheek facetiously mockingly".split()
)
_IN_JEST = _HOW | frozenset("joked quipped kidded jested".split())
_ADVERB = 3  # words between a verb and the one that says how it is meant
# `“...” is a lie`, `“...” was never said`
_BEHIND = re.compile(
    r"\s(?:is|was)\s(?:(?:simply|just|plainly|an?|an?\s\w+|the)\s)?"
    r"(?P<w>false|untrue|lie|myth|hoax|nonsense|falsehood|fabrication|"
    r"(?:not|never)(?=\s(?:true|so|the\scase|what\s(?:he|she|they|I|we)\b|(?:ever\s)?said)))\b"
)
# `“...”, Lee denied having said`
_DENIED_BEHIND = re.compile(
    r",?(?:\s(?!said|says|told|added|who|which|that)[\w.’'-]+){1,5}?\s(?P<w>denie[sd])\s(?:ever\s)?(?:having\s)?(?:ever\s)?"
    r"(?:said|saying)(?=\.|,|\son\b|\slater\b|\slast\b)"
)
# `Lee later withdrew her words: “...”`, `“...,” Lee said, before taking it back`
_OWN_WORDS = (
    r"(?:her|his|their|the|these|those)\s(?:own\s)?"
    r"(?:words?|remarks?|statements?|comments?|claims?)"
)
_WITHDRAWN = re.compile(
    rf"\b(?P<w>withdrew|withdrawn|withdraws|retract(?:ed|s)|recant(?:ed|s)|disown(?:ed|s)|"
    rf"took\sback|takes\sback)"
    rf"\s{_OWN_WORDS}(?:\sthat)?[,:]?\s?$"
)
_WITHDREW = re.compile(
    r",?\s[^.;:“”\"\n]{2,60}?,?\s(?:before|but\slater|and\sthen|then|only\sto)\s"
    rf"(?P<w>tak(?:e|ing)\s(?:it|that|them)\sback|took\s(?:it|that|them)\sback|"
    rf"(?:withdr(?:ew|aw|awing)|retract(?:ed|ing)?|recant(?:ed|ing)?)\s(?:it|them|{_OWN_WORDS}))\b"
)
# `denied that “...” was her slogan`: something is told of the words, and not in them.
_GOES_ON = re.compile(
    r"\s(?:is|was|are|were|had|has|would|will|could|came|meant)\s"
    r"(?!(?:ever\s)?(?:said|spoken|uttered|true|so|the\scase)\b)"
)
_UNDONE = re.compile(r"\b(?:not|never|n[’']t|without|refused to|declined to)\b[^.]*$")
# Words of one quotation that take it back themselves.
_OWN = NEGATIONS | frozenset("if unless whether lie lies false untrue deny denied denies".split())


@dataclass(frozen=True, slots=True)
class Around:
    """Words around a quotation that not all who quote it have, in the order of the articles."""

    reason: str
    said: tuple[tuple[int, Span], ...]
    """The articles that have such words (0 for the first), and where they stand."""


def turned_around(
    documents: Sequence[Document],
    quoting: Mapping[int, Sequence[Saying]],
    speakers: Sequence[Mapping[Span, Speaker]],
) -> Around | None:
    """What gives the words of one utterance another meaning in one article than in another.

    `quoting`: how each article quotes it, by column; `speakers`: for each article who speaks, by
    the place of the quotation.
    """
    others = other_speakers(documents, quoting, speakers)
    if others:
        return Around(REASONS["speaker"], others)
    return (
        _in_some(documents, quoting, _denial, "denied")
        or _in_some(documents, quoting, _openly, "open")
        or _as_a_question(documents, quoting)
        or _in_some(documents, quoting, _withdrawn, "withdrawn")
        or _in_some(documents, quoting, _jest, "jest")
        or _in_some(documents, quoting, _read_out, "read_out")
    )


def _as_a_question(
    documents: Sequence[Document], quoting: Mapping[int, Sequence[Saying]]
) -> Around | None:
    asked = questioned(documents, quoting)
    return Around(REASONS["open"], tuple(sorted(asked.items()))) if asked else None


def _in_some(
    documents: Sequence[Document],
    quoting: Mapping[int, Sequence[Saying]],
    look: Callable[[Document, Saying], Span | None],
    kind: str,
) -> Around | None:
    """What some of the articles have beside it, if others have nothing like it."""
    found = {
        column: [look(documents[column], saying) for saying in sayings]
        for column, sayings in quoting.items()
    }
    having = {column: spans[0] for column, spans in found.items() if all(spans)}
    if not having or all(any(spans) for spans in found.values()):
        return None
    if kind in ("denied", "open") and _said_itself(quoting, having):
        return None
    return Around(
        REASONS[kind], tuple((at, span) for at, span in having.items() if span is not None)
    )


def _said_itself(quoting: Mapping[int, Sequence[Saying]], having: Iterable[int]) -> bool:
    """Whether a quotation of another article has words itself that take it back."""
    inside = {word for column in having for saying in quoting[column] for word in saying.plain}
    others = [s for column, sayings in quoting.items() if column not in having for s in sayings]
    return any(word in _OWN and word not in inside for s in others for word in s.plain)


def _denial(document: Document, saying: Saying) -> Span | None:
    """A `not` in front of it, or what says that it was not said or is not so."""
    return _turned_by(document, saying, "denied") or _denied_behind(document, saying)


def unsaid(document: Document, saying: Saying) -> bool:
    """Whether somebody is said not to have said it: `Lee denied saying “...”`, `never said “...”`.

    `It will not be “...”, Lee said` are words of Lee's all the same.
    """
    quotation, text = saying.quotation.span, document.text
    if _DENIED_BEHIND.match(text, quotation.end) is not None:
        return True
    words = _words(document, document.sentence_around(quotation).span.start, quotation.start)
    found = taken_back(words, text, quotation.start)
    if found is None or found[0] != "denied":
        return False
    at = words.index(found[1])
    return found[1].word in _FORGED or any(said.word in speaking() for said in words[at + 1 :])


_FORGED = frozenset("put puts putting misquoted misquotes misquoting".split())


def _openly(document: Document, saying: Saying) -> Span | None:
    """A `whether` or `if` in front of it, or a condition beside it."""
    return _turned_by(document, saying, "open") or condition(document, saying)


def _turned_by(document: Document, saying: Saying, kind: Kind) -> Span | None:
    quotation, text = saying.quotation.span, document.text
    if any(said.seam for said in saying.words):
        return None  # what is taken back may be what stands in front of the cut
    around = document.sentence_around(quotation).span
    words = _words(document, around.start, quotation.start)
    found = taken_back(words, text, quotation.start)
    if found is not None and found[0] == "denied" and _GOES_ON.match(text, quotation.end):
        return None
    if found is not None and not _MARKS.intersection(text[found[1].span.end : quotation.start]):
        return found[1].span if found[0] == kind else None
    for said in words[-_LEAD:] if kind == "denied" else ():
        if said.word in _DENIES and not _JOINTS.intersection(text[said.span.end : quotation.start]):
            return said.span
    return None


def _denied_behind(document: Document, saying: Saying) -> Span | None:
    text, end = document.text, saying.quotation.span.end
    found = _BEHIND.match(text, end) or _DENIED_BEHIND.match(text, end)
    return Span(*found.span("w")) if found else None


def _withdrawn(document: Document, saying: Saying) -> Span | None:
    """What says that the speaker took the words back later."""
    quotation, text = saying.quotation.span, document.text
    start = document.sentence_around(quotation).span.start
    found = _WITHDRAWN.search(text, start, quotation.start) or _WITHDREW.match(text, quotation.end)
    if found is None or _UNDONE.search(text, max(0, found.start("w") - 20), found.start("w")):
        return None
    return Span(*found.span("w"))


def _jest(document: Document, saying: Saying) -> Span | None:
    """A word that tells of a joke, at the verb beside it that says who speaks."""
    quotation, text = saying.quotation.span, document.text
    around = document.sentence_around(quotation).span
    before = _words(document, around.start, quotation.start)
    behind = _words(document, quotation.end, around.end)
    marks = [at for at in range(around.start, around.end) if text[at] in _MARKS]
    # Other words of the sentence that are quoted have verbs of their own.
    floor = max((at for at in marks if at < quotation.start), default=-1)
    top = min((at for at in marks if at >= quotation.end), default=around.end)
    near = [
        *((at, said) for at, said in enumerate(reversed(before)) if said.span.start > floor),
        *((at, said) for at, said in enumerate(behind) if said.span.end <= top),
    ]
    verbs = [(at, said) for at, said in near if said.word in speaking() or said.word in _IN_JEST]
    nearest = min((at for at, _ in verbs), default=0)
    for at, said in verbs:
        if said.word not in _IN_JEST or at > nearest + (_ADVERB if said.word in _HOW else 0):
            continue
        words = before if said in before else behind
        place = words.index(said)
        if not {w.word for w in words[max(0, place - 2) : place]} & _DENIES:
            return said.span
    return None


def _read_out(document: Document, saying: Saying) -> Span | None:
    """What says behind `Lee said` that the words are those of another."""
    found = _QUOTING.match(document.text, saying.quotation.span.end)
    return Span(*found.span("w")) if found else None


def _words(document: Document, start: int, end: int) -> list[Said]:
    return list(spoken(document.text, Span(start, end))) if start < end else []
