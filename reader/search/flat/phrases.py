"""Words side by side, found by where each of them stands in all documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import compress, repeat

from reader.search.flat.lists import Lists, gathered, letter_of
from reader.search.nearness import beside
from reader.search.port import TEXT_BEGINS, TITLE_WEIGHT
from reader.search.syntax import Run

# A look into a sorted list costs as much as so many steps through one.
_LOOK = 32


def together(lists: Lists, run: Run) -> dict[int, float]:
    """How often the words of a run stand together in each document, in the title counting more."""
    columns = [lists.indexes(run.part, stems) for stems in run.stems]
    near = _near(lists, columns, run.slop) if run.slop else ()
    starts = list(near) if run.slop else _side_by_side(lists, columns, run.part == "text")
    ends = list(map(bisect_right, repeat(lists.bases), starts))
    if run.part != "text":
        return dict.fromkeys((end - 1 for end in ends), 1.0)
    found: dict[int, float] = {}
    for start, end in zip(starts, ends, strict=True):
        titled = start - lists.bases[end - 1] < TEXT_BEGINS
        found[end - 1] = found.get(end - 1, 0.0) + (TITLE_WEIGHT if titled else 1.0)
    return found


def _near(lists: Lists, columns: Sequence[Sequence[int]], slop: int) -> Iterator[int]:
    """Where words begin that may have others between them."""
    having = (set().union(*map(lists.ids, each)) for each in columns)
    for rank in sorted(set.intersection(*having)):
        for start in beside([lists.places_in(each, rank) for each in columns], slop):
            yield lists.bases[rank] + start


def _side_by_side(lists: Lists, columns: Sequence[Sequence[int]], text: bool) -> Sequence[int]:
    """Where words begin that follow each other; each place has several terms to choose from.

    The places of the rarest are gone through: what else stands around them is known by its
    letter, so that few are left to be looked for among those of the others.
    """
    sizes = [sum(len(lists.places(index)) for index in each) for each in columns]
    rarest, *others = sorted(range(len(columns)), key=sizes.__getitem__)
    places = list(merge(*map(lists.places, columns[rarest])))
    last = len(lists.words_at) - (len(columns) - rarest)
    places = places[bisect_left(places, rarest) : bisect_right(places, last)]
    for at in others:
        if text:
            letters = bytearray(256)
            for index in columns[at]:
                letters[letter_of(index)] = 1
            standing = bytes(gathered(lists.words_at, [place + at - rarest for place in places]))
            places = list(compress(places, standing.translate(letters)))
        wanted = [place + at - rarest for place in places]
        found = set().union(*(_common(wanted, lists.places(index)) for index in columns[at]))
        places = list(compress(places, map(found.__contains__, wanted)))
    return [place - rarest for place in places]


def _common(some: Sequence[int], places: memoryview) -> Iterable[int]:
    """Those of some places that are among others, ascending."""
    if len(some) * _LOOK > len(places):
        return set(some).intersection(places)
    looked = zip(some, map(bisect_left, repeat(places), some), strict=False)
    return [place for place, at in looked if at < len(places) and places[at] == place]
