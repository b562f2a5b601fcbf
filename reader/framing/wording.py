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
        shown = any(said.seam for said in (*a, left[two.a], *b, right[two.b]))
        if shown or (not a and len(b) >= CUT) or (not b and len(a) >= CUT):
            continue
        if not _same_letters(a, b):
            yield Change(a, b, _material(a, b))


def _same_letters(a: Sequence[Said], b: Sequence[Said]) -> bool:
    """Whether both are the same, written apart (`good will`) or contracted (`it's`, `it is`)."""
    joined = ["".join(said.word for said in side).replace("-", "") for side in (a, b)]
    if a and joined[0] == joined[1]:
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
