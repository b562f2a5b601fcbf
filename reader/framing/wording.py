"""In which words two quotations of one utterance differ, and whether that matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from reader.framing.sayings import NEGATIONS, Said
from reader.framing.utterances import Block, Match

# Letters by which a word may differ and still be the same word in another form or misspelled.
_SAME_WORD = 2
_MOVED_BY = 12  # words; farther away it is a word of another sentence
_LONG_WORD = 6
# So many words missing in one place are a cut; fewer are a change of the wording.
CUT = 4
# A word or two at an end of quotations that agree in so much are changed, not other speech.
_END = 2
_MOST = 0.75
_ARTICLES = frozenset(("a", "an", "the"))
_FILLERS = frozenset(
    "well uh um er oh yeah yes sic quote unquote really very just so percent "
    "frankly honestly actually basically".split()
)
_STRESS = frozenset(
    "really very just so frankly honestly actually basically even truly quite too such".split()
)
_MOVABLE = _STRESS | frozenset("only also now then still again always never not".split())
OPPOSED = frozenset("many few more less fewer before after always never".split())
"""Words of little content by which a sentence says the opposite or another amount."""
_MODALS = (
    frozenset("may might can could".split()),
    frozenset("will would shall".split()),
    frozenset("must should".split()),
)
_QUANTITIES = (
    frozenset("all every each everybody everyone".split()),
    frozenset("most many".split()),
    frozenset("some several somebody someone any anybody anyone".split()),
    frozenset("few".split()),
)
# A stem of so many letters that begins another one: `leaders`, `leadership`.
_SAME_STEM = 5


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stand in one quotation and others, or none, in the other."""

    a: tuple[Said, ...]
    b: tuple[Said, ...]
    material: bool
    """Whether a content word or a negation is concerned."""
    firm: bool = True
    """Whether more than one stray word agrees on each side of it."""

    @property
    def stresses(self) -> bool:
        """Whether one side alone has a word such as `really` or `just`."""
        apart = (*unlike(self.a, self.b), *unlike(self.b, self.a))
        return any(said.word in _STRESS for said in apart)


def changes(match: Match) -> tuple[Change, ...]:
    """Every place inside the shared stretch where the words differ without a mark of it."""
    return tuple(_changes(match))


def moved_inside(match: Match, change: Change) -> bool:
    """Whether the words of one side stand in the other quotation too, at another place."""
    here = change.a or change.b
    words = [said.word for said in here]
    if (change.a and change.b) or not any(s.word in _MOVABLE or carries(s) for s in here):
        return False
    place = (match.a if change.a else match.b).words.index(here[0])
    behind = [k for k in match.blocks if (k.a if change.a else k.b) > place]
    other, starts = (match.b.plain, [(k.b, k.length) for k in match.blocks])
    if change.b:
        other, starts = (match.a.plain, [(k.a, k.length) for k in match.blocks])
    gap = (behind[0].b if change.a else behind[0].a) if behind else len(other)
    shared = {at for start, length in starts for at in range(start, start + length)}
    return any(
        list(other[at : at + len(words)]) == words
        and abs(at - gap) <= _MOVED_BY
        and not shared.intersection(range(at, at + len(words)))
        for at in range(len(other) - len(words) + 1)
    )


def _changes(match: Match) -> Iterator[Change]:
    left, right = match.a.words, match.b.words
    for one, two in pairwise(match.blocks):
        a = left[one.a + one.length : two.a]
        b = right[one.b + one.length : two.b]
        if any(said.seam for said in (*a, left[two.a], *b, right[two.b])):
            # What stands before the first mark of a cut is no part of what was cut there.
            a, b = _before_a_cut(a), _before_a_cut(b)
            if len(a) != len(b) or _masked(a, b):
                continue
        elif (not a and len(b) >= CUT) or (not b and len(a) >= CUT):
            continue
        if (a or b) and not same_letters(a, b) and not _stammer(a, b, left, one, two):
            firm = all(_firm(match, block) for block in (one, two))
            yield Change(a, b, _material(a, b), firm)
    yield from _at_the_ends(match)


def _stammer(
    a: Sequence[Said], b: Sequence[Said], left: Sequence[Said], one: Block, two: Block
) -> bool:
    """Whether one side alone has the words, and they stand beside it again: "I did, I did go"."""
    said = [each.word for each in (*a, *b)]
    before = left[one.a : one.a + one.length][-len(said) :]
    behind = left[two.a : two.a + two.length][: len(said)]
    return not (a and b) and said in ([x.word for x in before], [x.word for x in behind])


def _firm(match: Match, block: Block) -> bool:
    """Whether a stretch that agrees is longer than a word, or begins or ends both quotations."""
    begins = block.a == block.b == 0
    ends = (block.a + block.length, block.b + block.length) == (
        len(match.a.words),
        len(match.b.words),
    )
    return block.length > 1 or begins or ends


def _masked(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether one has only the first letters of a word, as outlets print oaths (`f---`)."""
    return any(
        len(min(x.word, y.word, key=len)) <= _SAME_WORD and x.word[0] == y.word[0]
        for x, y in zip(a, b, strict=True)
    )


def _at_the_ends(match: Match) -> Iterator[Change]:
    """The first or last words of two quotations that agree in nearly all the others."""
    left, right = match.a.words, match.b.words
    first, last = match.blocks[0], match.blocks[-1]
    matched = sum(block.length for block in match.blocks)
    if matched < _MOST * min(len(left), len(right)):
        return
    heads = _behind_a_cut(left[: first.a + 1]), _behind_a_cut(right[: first.b + 1])
    tails = [
        _before_a_cut(words[end:])
        for words, end in ((left, last.a + last.length), (right, last.b + last.length))
    ]
    for a, b in (heads, tails):
        if 0 < len(a) == len(b) <= _END and not same_letters(a, b):
            yield Change(a, b, _material(a, b))


def _before_a_cut(words: tuple[Said, ...]) -> tuple[Said, ...]:
    return words[: next((at for at, said in enumerate(words) if said.seam), len(words))]


def _behind_a_cut(words: tuple[Said, ...]) -> tuple[Said, ...]:
    """Without the last one, which is there to tell whether a cut stands before it."""
    cuts = [at for at, said in enumerate(words) if said.seam]
    return words[cuts[-1] if cuts else 0 : -1]


def same_letters(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether both are the same, written apart (`good will`) or contracted (`it's`, `it is`)."""
    words = [["1" if said.word == "one" else said.word for said in side] for side in (a, b)]
    letters = ["".join(word for word in side if word not in _ARTICLES) for side in words]
    if letters[0] and letters[0].replace("-", "") == letters[1].replace("-", ""):
        return True
    if _short_for(a, b) or _short_for(b, a):
        return True
    if other_force(a, b) or other_person(a, b):
        return False
    left, right = ("".join(side) for side in words)
    figures = ["".join(filter(str.isdigit, side)) for side in (left, right)]
    if figures[0] != figures[1]:
        return False
    if len(a) == len(b) == 1 and a[0].stem == b[0].stem and not figures[0]:
        return False  # `want`, `wanted`: another tense
    light = not any(said.content or said.word in NEGATIONS for said in (*a, *b))
    if not (left and right and (figures[0] or light)):  # `500ft`, `500 feet`
        return False
    return Levenshtein.distance(left, right) <= _SAME_WORD


def _material(a: Sequence[Said], b: Sequence[Said]) -> bool:
    other = (*unlike(a, b), *unlike(b, a))
    if other_person(a, b):
        return True
    if any(said.word in NEGATIONS for said in other):
        return True
    return any(map(carries, other))


def carries(said: Said) -> bool:
    """Whether it is a word of content, and none that speakers fill their sentences with."""
    if said.word[0].isdigit() or said.word in OPPOSED:
        return True
    return said.content and said.word not in _FILLERS


def unlike(a: Sequence[Said], b: Sequence[Said]) -> list[Said]:
    """The words of the one side without those that are but other forms of words of the other."""
    return [said for said in a if not any(_alike(said, other) for other in b)]


def other_person(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether a pronoun stands for somebody else: `call him`, `call them`."""
    sides = [
        {at for at, of in enumerate(_PERSONS) for s in side if s.word in of} for side in (a, b)
    ]
    return all(sides) and sides[0].isdisjoint(sides[1])


_PERSONS = tuple(
    frozenset(line.split())
    for line in (
        "i me my mine myself", "you your yours", "he him his himself", "she her hers herself",
        "we us our ours", "they them their theirs",
    )
)  # fmt: skip


def other_force(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether one says that it may be or some are, the other that it will be or all are."""
    for classes in (_MODALS, _QUANTITIES):
        sides = [
            {at for at, of in enumerate(classes) for s in side if s.word in of} for side in (a, b)
        ]
        if all(sides) and sides[0].isdisjoint(sides[1]):
            return True
    return _unsure(a, b)


def _unsure(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether one side has `may be` in the place of the other's `is`."""
    sides = [{said.word for said in side} for side in (a, b)]
    return any(
        len(sure) == 1 and sure <= _IS and "be" in other and bool(other & _MAY)
        for sure, other in (sides, sides[::-1])
    )


_IS, _MAY = frozenset("is are am was were".split()), frozenset("may might could".split())


def _alike(one: Said, other: Said) -> bool:
    if one.word == other.word or one.stem == other.stem:
        return True
    words = {one.word, other.word}
    if words & NEGATIONS or any(word[0].isdigit() for word in words):
        return words == {"1", "one"}
    apart = Levenshtein.distance(one.word, other.word, score_cutoff=_SAME_WORD)
    short, long = sorted((one.word, other.word), key=len)
    # `stir` is no `still`.
    if len(short) > _SAME_WORD + 1 and apart <= (_SAME_WORD if len(short) >= _LONG_WORD else 1):
        return True
    # `led`, `lead`, and slips of the hand
    if apart == 1 and len(short) < len(long) and short[0] == long[0]:
        return True
    stems = sorted((one.stem, other.stem), key=len)
    return len(stems[0]) >= _SAME_STEM and stems[1].startswith(stems[0])


def _short_for(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether one is an abbreviation of the other: `HB` of `House Bill`, `Gen` of `General`."""
    short = "".join(said.word for said in a).replace(".", "")
    long = [said.word for said in b if said.word not in _ARTICLES]
    if len(short) < _SAME_WORD or not long:
        return False
    if len(long) > 1 and short == "".join(word[0] for word in long):
        return True
    abbreviated = a[0].capital and b[-1].capital and long[-1].startswith(short)
    return len(a) == len(long) == 1 and abbreviated
