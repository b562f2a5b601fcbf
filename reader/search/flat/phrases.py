"""Words side by side, found by where each of them stands in all documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, compress

from reader.search.flat.lists import Lists
from reader.search.nearness import beside
from reader.search.port import TEXT_BEGINS, TITLE_WEIGHT
from reader.search.syntax import Run

# A look into a sorted list, near the last one, costs as much as so many steps through it.
_LOOK = 32


Together = tuple[Sequence[int], Sequence[float]]
"""Documents, ascending, and how often words stand together in each, in the title counting more."""


def together(lists: Lists, indexes: Sequence[Sequence[int]], run: Run) -> Together:
    """Where the terms of a run stand together; each place has several to choose."""
    if run.slop:
        return _near(lists, indexes, run.slop)
    columns = [[lists.places_of(index) for index in each] for each in indexes]
    sizes = [sum(map(len, column)) for column in columns]
    rarest, *others = sorted(range(len(sizes)), key=sizes.__getitem__)
    found: Iterable[int] = chain.from_iterable(columns[rarest])
    at = rarest
    for each in others:
        found = _standing(map((each - at).__add__, found), sizes[at], columns[each], sizes[each])
        at, sizes[each] = each, len(found)
    documents = [lists.ids_of(index) for index in indexes[at]]
    if run.part != "text" and sum(map(len, columns[at])) == sum(map(len, documents)):
        # Each document has it once, as most have each word of an outlet, and nobody counts.
        standing = set(found)
        having = (
            compress(ids, map(standing.__contains__, places))
            for ids, places in zip(documents, columns[at], strict=True)
        )
        return sorted(chain.from_iterable(having)), ()
    return _documents(lists.bases, sorted(map((-at).__add__, found)))


def _near(lists: Lists, indexes: Sequence[Sequence[int]], slop: int) -> Together:
    """The same with other words between them."""
    ranks, weights = [], []
    having = (set(lists.united(each)) for each in indexes)
    for rank in sorted(set.intersection(*having)):
        starts = beside([lists.places_in(each, rank) for each in indexes], slop)
        if starts:
            ranks.append(rank)
            weights.append(sum(map(_weight, starts)))
    return ranks, weights


def _weight(place: int) -> float:
    return TITLE_WEIGHT if place < TEXT_BEGINS else 1.0


def _standing(
    wanted: Iterable[int], count: int, column: Sequence[memoryview], size: int
) -> set[int]:
    """Those of so many places where one of the terms stands."""
    if count * len(column) * _LOOK > size:
        return set(wanted).intersection(chain.from_iterable(column) if column[1:] else column[0])
    found = set()
    ordered = sorted(wanted)
    for places in column:
        end, at, near = len(places), 0, 8 + 4 * len(places) // (count or 1)
        for place in ordered:
            stop = at + near
            at = bisect_left(places, place, at, stop if stop < end else end)
            if at == stop:
                at = bisect_left(places, place, at)
            if at < end and places[at] == place:
                found.add(place)
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
        weights[-1] += TITLE_WEIGHT if place - base < TEXT_BEGINS else 1.0
    return ranks, weights
