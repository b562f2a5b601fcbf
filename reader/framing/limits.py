"""Words of a quotation that say how far it goes: negations, conditions, doubts, degrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.framing.denying import taken_back
from reader.framing.keeping import Kept, sentences
from reader.framing.sayings import NEGATIONS, Said, Saying, spoken
from reader.framing.wording import OPPOSED, Change, other_force, unlike
from reader.model import Span
from reader.text.document import Document

# Behind these a sentence takes back some of what it said before them.
_BEHIND = frozenset("if unless until but except although though however provided otherwise".split())
# These open a clause on which all that follows it depends: "if they pay, we go".
_OPENERS = frozenset("if unless until although though provided whether".split())
_BEFORE_OPENERS = frozenset("and but so well that even then".split())
# `If you look at it` depends on nothing.
_ADDRESSED = frozenset("look ask think want see like will consider".split())
# Without these something is said as certain that was said to be likely.
_DOUBTS = frozenset(
    "likely unlikely probably possibly perhaps maybe might seems seem seemed appears "
    "appear appeared allegedly apparently reportedly supposedly purportedly potentially".split()
)
_ADVERBS = frozenset(
    "probably possibly perhaps maybe allegedly apparently reportedly supposedly purportedly "
    "potentially".split()
)
_HEARSAY = frozenset("say claim".split())
# `I doubt that the port ...`, `Some people say the port ...`
_HELD_OFF = re.compile(
    r"((?:(?:and|but|so|well|now|because) )*(?:(?:i|we)(?: do)?(?: also| really| only| still)?"
    r"(?= (?:doubt|fear|hope|wish|suspect|dread)\b)|(?:they|some|others|people|critics|many|"
    r"some people|many people)(?= (?:say|claim)\b))) \w+(?: that)?$"
)
_DEGREES = frozenset(
    "only almost nearly partly largely mostly most some few many significantly substantially "
    "severely slightly always sometimes often rarely".split()
)
_AMOUNTS = frozenset(
    "million billion trillion thousand thousands hundred hundreds millions billions half".split()
)
_BEARING = _DOUBTS | _DEGREES | _AMOUNTS
_KIN = (
    NEGATIONS,
    frozenset("if unless until otherwise would could should provided whether when without".split()),
    frozenset("but although though however yet nevertheless except".split()),
    _DOUBTS | {"would", "could", "may", "can"},
)
_LIMITS = NEGATIONS | _BEHIND | _DOUBTS | {"only"}
# A limiting word limits what is quoted if it stands no farther away than this.
_BESIDE = 3
_JOINTS = frozenset("and or but while so because".split())
_CLAUSE_MARKS = frozenset(",;:—–.!?…")
# `No doubt` and `make no mistake` take nothing back.
_CERTAIN = frozenset("doubt mistake question matter".split())


def lost_limits(kept: Kept, whole: Saying, documents: Sequence[Document]) -> tuple[Said, ...]:
    """The lost words that limit the quoted part of their sentence and are not told beside it."""
    text = documents[whole.column].text
    lost = set(kept.lost)
    found = [
        whole.words[at]
        for begin, end in sentences(whole, text)
        for at in range(begin, end)
        if at in lost
        if _opens(kept, whole, begin, at, end)
        or _limits(kept, whole, text, begin, at, end)
        or _doubts(kept, whole, begin, at, end)
    ]
    found += _taking_back(kept, whole, documents)
    found += _held_off(kept, whole, documents)
    if not found:
        return ()
    found = sorted(set(found), key=lambda said: said.span)
    beside = set(_told_beside(kept, documents[kept.column]))
    return tuple(said for said in found if not beside & _kin(said.word))


def _taking_back(kept: Kept, whole: Saying, documents: Sequence[Document]) -> Iterator[Said]:
    """The lost words in front of what is quoted that say it is not so: `I do not believe that`."""
    text, lost = documents[whole.column].text, set(kept.lost)
    for begin, end in sentences(whole, text):
        first = next((at for at in range(begin, end) if at in kept.quoted), begin)
        words = whole.words[begin:first]
        if any(said.seam for said in whole.words[begin + 1 : first + 1]):
            continue
        found = taken_back(words, text, whole.words[first].span.start)
        if found is None or begin + words.index(found[1]) not in lost:
            continue
        if not _taken_back_too(kept, documents[kept.column]):
            yield found[1]


def _held_off(kept: Kept, whole: Saying, documents: Sequence[Document]) -> Iterator[Said]:
    """The lost verb right in front of what is quoted by which it is feared or hearsay only."""
    lost = set(kept.lost)
    for begin, end in sentences(whole, documents[whole.column].text):
        first = next((at for at in range(begin, end) if at in kept.quoted), begin)
        found = _HELD_OFF.match(" ".join(whole.plain[begin:first]))
        if found is None or any(said.seam for said in whole.words[begin + 1 : first + 1]):
            continue
        at = begin + len(found[1].split())
        if at in lost and not _in_the_same_way(whole.words[at], kept, documents[kept.column]):
            yield whole.words[at]


def _in_the_same_way(verb: Said, kept: Kept, document: Document) -> bool:
    """Whether the article that quotes less has the verb in front of it: `Lee fears that`."""
    around = [document.sentence_around(saying.quotation.span).span for saying in kept.sayings]
    return any(
        said.stem == verb.stem and not (verb.word in _HEARSAY and said.word != verb.word)
        for span in around
        for said in spoken(document.text, span)
    )


def _taken_back_too(kept: Kept, document: Document) -> bool:
    """Whether the article that quotes less takes it back in words of its own."""
    for saying in kept.sayings:
        start = saying.quotation.span.start
        around = document.sentence_around(saying.quotation.span).span
        if around.start == start:
            continue
        words = tuple(spoken(document.text, Span(around.start, start)))
        if taken_back(words, document.text, start) is not None:
            return True
    return False


def _told_beside(kept: Kept, document: Document) -> Iterator[str]:
    """The words of the sentences that quote it, without those that stand in the whole as well."""
    spans = [saying.quotation.span for saying in kept.sayings]
    for around in {document.sentence_around(span).span for span in spans}:
        for said in spoken(document.text, around):
            if not any(said.span in span for span in spans):
                yield said.word
    for match in kept.matches:
        shared = {at for block in match.blocks for at in range(block.a, block.a + block.length)}
        yield from (word for at, word in enumerate(match.a.plain) if at not in shared)


def _kin(word: str) -> frozenset[str]:
    """The words by which a writer says in his own sentence what this one says."""
    return next((kin for kin in _KIN if word in kin), frozenset((word,)))


def _doubts(kept: Kept, whole: Saying, begin: int, at: int, end: int) -> bool:
    """Whether the word alone makes all that is quoted beside it unsure: `we go, perhaps`."""
    if whole.words[at].word not in _ADVERBS:
        return False
    sides = [at - 1 in kept.quoted, at + 1 in kept.quoted]
    return any(sides) and (sides[0] or at == begin) and (sides[1] or at + 1 == end)


def _opens(kept: Kept, whole: Saying, begin: int, at: int, end: int) -> bool:
    """Whether the word opens a sentence whose end is quoted without the clause behind it."""
    words = whole.plain
    if words[at] not in _OPENERS or not set(words[begin:at]) <= _BEFORE_OPENERS:
        return False
    if words[at + 1 : at + 2] == ("you",) and set(words[at + 2 : at + 3]) & _ADDRESSED:
        return False
    quoted = [place for place in kept.quoted if begin <= place < end]
    return bool(quoted) and set(range(at, min(quoted))) <= set(kept.lost)


def _limits(kept: Kept, whole: Saying, text: str, begin: int, at: int, end: int) -> bool:
    """Whether the word is a limiting one right beside what is quoted."""
    word = whole.words[at].word
    if word not in _LIMITS or (word in NEGATIONS and not negates(whole.plain[at : at + 2])):
        return False
    if word in _BEHIND:
        return any(place in kept.quoted for place in range(max(begin, at - _BESIDE), at))
    clause = [
        *_clause(whole, range(at - 1, max(begin, at - _BESIDE) - 1, -1), text),
        *_clause(whole, range(at + 1, min(end, at + _BESIDE + 1)), text),
    ]
    return any(place in kept.quoted for place in clause)


def _clause(whole: Saying, places: range, text: str) -> Iterator[int]:
    """The words on one side of another one, up to the next mark or joint of clauses."""
    for place in places:
        near, far = sorted((place, place - places.step))
        between = text[whole.words[near].span.end : whole.words[far].span.start]
        if whole.words[place].word in _JOINTS or set(between) & _CLAUSE_MARKS:
            return
        yield place


def negates(words: Sequence[str]) -> bool:
    """Whether there is a negation among the words, other than in `no matter`, `no doubt`."""
    return any(
        word in NEGATIONS and not (word == "no" and set(words[at + 1 : at + 2]) & _CERTAIN)
        for at, word in enumerate(words)
    )


def bears(change: Change) -> bool:
    """Whether a doubt, a degree or a number is left out or put in, or another one stands there."""
    if other_force(change.a, change.b):
        return True
    if change.a and change.b:
        sides = (unlike(change.a, change.b), unlike(change.b, change.a))
        return all(any(map(_weighty, side)) for side in sides)
    return any(said.word not in OPPOSED and _weighty(said) for said in (*change.a, *change.b))


def _weighty(said: Said) -> bool:
    return said.word in _BEARING or said.word in OPPOSED or said.word[0].isdigit()
