"""Words side by side, found by where each of them stands in all documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, compress

from reader.search.flat.lists import CODES, KEYS, Lists
from reader.search.nearness import beside
from reader.search.port import TEXT_BEGINS, TITLE_WEIGHT
from reader.search.syntax import Run

# A look into a sorted list costs as much as so many steps through one.
_LOOK = 32


Together = tuple[Sequence[int], Sequence[float]]
"""Documents, ascending, and how often words stand together in each, in the title counting more."""


def together(lists: Lists, indexes: Sequence[Sequence[int]], run: Run) -> Together:
    """Where the terms of a run stand together; each place has several to choose.

    One word is gone through, the rarest mostly: of a word it is known what may follow it, so
    that few of its places are left to be looked for among those of the others.
    """
    if run.slop:
        return _near(lists, indexes, run.slop)
    sizes = [sum(len(lists.places_of(index)) for index in each) for each in indexes]
    costs = [*sizes[:-1], sizes[-1] * _LOOK]
    at = min(range(len(costs)), key=costs.__getitem__)
    part = lists.beginning(KEYS[run.part])
    found: Iterable[int] = chain.from_iterable(map(lists.places_of, indexes[at]))
    known = {at}
    if at + 1 < len(indexes):
        table = bytearray(256)
        for index in indexes[at + 1]:
            table[code(index - part.start)] = 1
        follows = [lists.following(index).translate(table) for index in indexes[at]]
        if len(part) <= CODES:  # codes are as good as words
            known.add(at + 1)
            if len(indexes) == 2 and run.part != "text":
                documents = [_each(lists, index) for index in indexes[at]]
                return sorted({*chain.from_iterable(map(compress, documents, follows))}), ()
        found = compress(found, chain.from_iterable(follows))
    starts = [place - at for place in found]
    for each in sorted(set(range(len(indexes))) - known, key=sizes.__getitem__):
        wanted = sorted(starts)
        standing = (_standing(wanted, each, lists.places_of(index)) for index in indexes[each])
        starts = list(chain.from_iterable(standing))
    return _documents(lists.bases, sorted(starts))


def code(number: int) -> int:
    """By what a term is known where it follows another, from its number in its part."""
    return 1 + number % CODES


def _each(lists: Lists, index: int) -> Iterable[int]:
    """The document of each place of a term."""
    ids, places = lists.ids_of(index), lists.places_of(index)
    if len(ids) == len(places):
        return ids
    return (bisect_right(lists.bases, place) - 1 for place in places)


def _near(lists: Lists, indexes: Sequence[Sequence[int]], slop: int) -> Together:
    """The same with other words between them."""
    ranks, weights = [], []
    having = (set().union(*map(lists.ids_of, each)) for each in indexes)
    for rank in sorted(set.intersection(*having)):
        starts = beside([lists.places_in(each, rank) for each in indexes], slop)
        if starts:
            ranks.append(rank)
            weights.append(sum(map(_weight, starts)))
    return ranks, weights


def _weight(place: int) -> float:
    return TITLE_WEIGHT if place < TEXT_BEGINS else 1.0


def _standing(starts: Sequence[int], after: int, places: memoryview) -> Iterable[int]:
    """Those of ascending starts so many words after which a term stands."""
    if len(starts) * _LOOK > len(places):
        return (place - after for place in {start + after for start in starts}.intersection(places))
    found, at = [], 0
    for start in starts:
        at = bisect_left(places, start + after, at)
        if at < len(places) and places[at] == start + after:
            found.append(start)
    return found


def _documents(bases: memoryview, starts: Sequence[int]) -> Together:
    """The documents of ascending places counted through all."""
    ranks: list[int] = []
    weights: list[float] = []
    rank = base = end = -1
    for place in starts:
        if place >= end:
            rank = bisect_right(bases, place, rank + 1) - 1
            base, end = bases[rank], bases[rank + 1]
            ranks.append(rank)
            weights.append(0.0)
        weights[-1] += _weight(place - base)
    return ranks, weights
