"""In which words two quotations of one utterance differ, and whether that matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from reader.framing.sayings import NEGATIONS, Said
from reader.framing.utterances import Match

# Letters by which a word may differ and still be the same word in another form or misspelled.
_SAME_WORD = 2
# So many words missing in one place are a cut; fewer are a change of the wording.
CUT = 4
# A word or two at an end of quotations that agree in so much are changed, not other speech.
_END = 2
_MOST = 0.75
_ARTICLES = frozenset(("a", "an", "the"))
_FILLERS = frozenset("well uh um er oh yeah yes sic quote unquote really very just so".split())


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stand in one quotation and others, or none, in the other."""

    a: tuple[Said, ...]
    b: tuple[Said, ...]
    material: bool
    """Whether a content word or a negation is concerned."""


def changes(match: Match) -> tuple[Change, ...]:
    """Every place inside the shared stretch where the words differ without a mark of it."""
    return tuple(_changes(match))


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
        if (a or b) and not _same_letters(a, b):
            yield Change(a, b, _material(a, b))
    yield from _at_the_ends(match)


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
        if 0 < len(a) == len(b) <= _END and not _same_letters(a, b):
            yield Change(a, b, _material(a, b))


def _before_a_cut(words: tuple[Said, ...]) -> tuple[Said, ...]:
    return words[: next((at for at, said in enumerate(words) if said.seam), len(words))]


def _behind_a_cut(words: tuple[Said, ...]) -> tuple[Said, ...]:
    """Without the last one, which is there to tell whether a cut stands before it."""
    cuts = [at for at, said in enumerate(words) if said.seam]
    return words[cuts[-1] if cuts else 0 : -1]


def _same_letters(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether both are the same, written apart (`good will`) or contracted (`it's`, `it is`)."""
    letters = ["".join(said.word for said in side if said.word not in _ARTICLES) for side in (a, b)]
    if letters[0] and letters[0].replace("-", "") == letters[1].replace("-", ""):
        return True
    if any(said.content or said.word in NEGATIONS for said in (*a, *b)):
        return False
    left, right = ("".join(said.word for said in side) for side in (a, b))
    return bool(left and right) and Levenshtein.distance(left, right) <= _SAME_WORD


def _material(a: Sequence[Said], b: Sequence[Said]) -> bool:
    left = [said for said in a if not any(_alike(said, other) for other in b)]
    right = [said for said in b if not any(_alike(said, other) for other in a)]
    if any((said.word in NEGATIONS) for said in (*left, *right)):
        return True
    return any(said.content and said.word not in _FILLERS for said in (*left, *right))


def _alike(one: Said, other: Said) -> bool:
    if one.word == other.word or one.stem == other.stem:
        return True
    if {one.word, other.word} & NEGATIONS:
        return False
    near = Levenshtein.distance(one.word, other.word, score_cutoff=_SAME_WORD) <= _SAME_WORD
    return near and min(len(one.word), len(other.word)) > _SAME_WORD + 1
