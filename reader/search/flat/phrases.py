"""Words side by side, found by where each of them stands in all documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain

from reader.search.flat.lists import Lists

# A look into a sorted list costs as much as so many steps of an intersection.
_LOOK = 20


def beside(lists: Lists, places: Sequence[Sequence[int]]) -> list[int]:
    """The documents, ascending, where terms follow each other; each place has several to choose."""
    columns = [[lists.places_of(index) for index in indexes] for indexes in places]
    sizes = [sum(map(len, column)) for column in columns]
    rarest, *others = sorted(range(len(sizes)), key=sizes.__getitem__)
    found = set(chain.from_iterable(columns[rarest]))
    at = rarest
    for each in others:
        found = _standing({start + each - at for start in found}, columns[each], sizes[each])
        at = each
    for each, indexes in enumerate(places):
        if len(indexes) == 1 and sizes[each] == lists.size(indexes[0]) < len(found) * _LOOK:
            # The term stands once in every document that has it.
            once = dict(zip(columns[each][0], lists.ids_of(indexes[0]), strict=True))
            return sorted([once[start + each - at] for start in found])
    return _documents(lists.bases, sorted(found))


def _standing(wanted: set[int], column: Sequence[memoryview], size: int) -> set[int]:
    """Those of the places where one of the terms stands."""
    if len(wanted) * len(column) * _LOOK > size:
        return wanted.intersection(chain.from_iterable(column) if len(column) > 1 else column[0])
    found = set()
    for places in column:
        end = len(places)
        for place in wanted:
            at = bisect_left(places, place)
            if at < end and places[at] == place:
                found.add(place)
    return found


def _documents(bases: memoryview, places: Sequence[int]) -> list[int]:
    found: list[int] = []
    rank, end = -1, 0
    for place in places:
        if place >= end:
            rank = bisect_right(bases, place, rank + 1) - 1
            end = bases[rank + 1]
            found.append(rank)
    return found
