"""Words side by side, found by where each of them stands in all documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain

from reader.search.flat.lists import Lists

# A look into a sorted list, near the last one, costs as much as so many steps through it.
_LOOK = 16


def beside(lists: Lists, places: Sequence[Sequence[int]]) -> list[int]:
    """The documents, ascending, where terms follow each other; each place has several to choose."""
    columns = [[lists.places_of(index) for index in indexes] for indexes in places]
    sizes = [sum(map(len, column)) for column in columns]
    rarest, *others = sorted(range(len(sizes)), key=sizes.__getitem__)
    if len(places[rarest]) == 1 and sizes[rarest] == lists.size(places[rarest][0]):
        # It stands once in every document that has it, as words of outlets do.
        once = dict(zip(columns[rarest][0], lists.ids_of(places[rarest][0]), strict=True))
    else:
        once = {}
    found: Sequence[int] = columns[rarest][0]
    if len(columns[rarest]) > 1:
        found = sorted(chain.from_iterable(columns[rarest]))
    at = rarest
    for each in others:
        found = _standing(list(map((each - at).__add__, found)), columns[each], sizes[each])
        at = each
    if once:
        return [once[place] for place in map((rarest - at).__add__, found)]
    return _documents(lists.bases, found)


def _standing(wanted: list[int], column: Sequence[memoryview], size: int) -> list[int]:
    """Those of ascending places where one of the terms stands."""
    if len(wanted) * len(column) * _LOOK > size:
        return sorted(set(wanted).intersection(column[0] if len(column) == 1 else chain(*column)))
    found = set()
    for places in column:
        end, at, near = len(places), 0, 8 + 4 * len(places) // (len(wanted) or 1)
        for place in wanted:
            stop = at + near
            at = bisect_left(places, place, at, stop if stop < end else end)
            if at == stop:
                at = bisect_left(places, place, at)
            if at < end and places[at] == place:
                found.add(place)
    return sorted(found)


def _documents(bases: memoryview, places: Sequence[int]) -> list[int]:
    found: list[int] = []
    rank, end = -1, 0
    for place in places:
        if place >= end:
            rank = bisect_right(bases, place, rank + 1) - 1
            end = bases[rank + 1]
            found.append(rank)
    return found
