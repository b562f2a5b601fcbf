"""Words side by side, found by where each of them stands in all documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, compress, product, repeat
from operator import attrgetter, eq, or_
from typing import TYPE_CHECKING

from reader.search.found import gathered
from reader.search.nearness import beside
from reader.search.port import TEXT_BEGINS, TITLE_WEIGHT
from reader.search.syntax import Run

if TYPE_CHECKING:
    from reader.search.flat.lists import Lists, Record

# Words of the text are known to their neighbours by one of so many letters; 0 is none.
LETTERS = 15

# Parts of so few words that a place fits a code, and that a word mostly stands there once.
_SHORT = frozenset(("title", "outlet", "byline"))
MOST_PLACE = 65_000

# A look into a sorted list costs as much as so many steps through one.
_LOOK = 32


def together(lists: Lists, run: Run) -> dict[int, float]:
    """How often the words of a run stand together in each document, in the title counting more."""
    starts = _near(lists, run) if run.slop else _side_by_side(lists, run)
    if run.part != "text":
        return {rank: 1.0 for rank, _ in starts}
    found: dict[int, float] = {}
    for rank, start in starts:
        titled = start - lists.bases[rank] < TEXT_BEGINS
        found[rank] = found.get(rank, 0.0) + (TITLE_WEIGHT if titled else 1.0)
    return found


def letter_of(index: int) -> int:
    """By what a term is known to its neighbours; many share one."""
    return 1 + index % LETTERS


def _near(lists: Lists, run: Run) -> Iterator[tuple[int, int]]:
    """In which documents and where words begin that may have others between them."""
    indexes = lists.columns(run)
    having = (set().union(*(lists.of(index).ids for index in each)) for each in indexes)
    columns = list(map(lists.places_of, indexes))
    for rank in set.intersection(*having):
        for start in beside([within(rank) for within in columns], run.slop):
            yield rank, lists.bases[rank] + start


def _side_by_side(lists: Lists, run: Run) -> Iterable[tuple[int, int]]:
    """In which documents and where words begin that follow each other.

    The places of the rarest are gone through; of its neighbours in the text it is known what
    letter they have, so that few are left to be looked for among the places of the others.
    """
    columns = lists.columns(run)
    text = run.part == "text"
    if run.part in _SHORT and (only := _by_the_only_place([[*map(lists.of, c)] for c in columns])):
        return only
    records = [[*map(lists.of, each)] for each in columns]
    sizes = [sum(len(record.places) for record in each) for each in records]
    rarest, *others = sorted(range(len(columns)), key=sizes.__getitem__)

    def standing(at: int) -> Callable[[Record], Iterable[int]]:
        """The places of a word there, but those that the neighbours they have rule out."""
        if not text:
            return attrgetter("places")
        fitting = _fitting(columns[at - 1 : at] if at else (), columns[at + 1 : at + 2])
        return lambda r: compress(r.places, bytes(r.around).translate(fitting))

    places: Sequence[int] = sorted(chain.from_iterable(map(standing(rarest), records[rarest])))
    for at in others:
        wanted = [place + at - rarest for place in places]
        among, fits = set(wanted), standing(at)
        found = set[int]()
        for record in records[at]:
            found.update(_common(wanted, among, record.places, partial(fits, record)))
        places = [place - at + rarest for place in sorted(found)]
    ranks = [end - 1 for end in map(bisect_right, repeat(lists.bases), places)]
    return zip(ranks, [place - rarest for place in places], strict=True)


def _by_the_only_place(columns: Sequence[Sequence[Record]]) -> Iterable[tuple[int, int]] | None:
    """The same where each word stands once in each document, which has that place with it."""
    if any(len(record.ids) != len(record.places) for each in columns for record in each):
        return None
    rarest, *others = sorted(
        range(len(columns)), key=lambda at: sum(len(r.ids) for r in columns[at])
    )
    ranks = list(chain.from_iterable(record.ids for record in columns[rarest]))
    firsts = list(chain.from_iterable(record.codes for record in columns[rarest]))
    for at in others:
        wanted = [first + at - rarest or -1 for first in firsts]  # 0 is a document without it
        keep = [False] * len(ranks)
        for record in columns[at]:
            known = gathered(record.row, ranks) if record.row else _codes(record, ranks)
            keep = list(map(or_, keep, map(eq, known, wanted)))
        ranks, firsts = list(compress(ranks, keep)), list(compress(firsts, keep))
    return zip(ranks, firsts, strict=True)


def _codes(record: Record, ranks: Sequence[int]) -> Iterable[int]:
    return map(dict(zip(record.ids, record.codes, strict=True)).get, ranks, repeat(0))


def _fitting(before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]) -> bytes:
    """A table of which neighbours are those wanted; all are, on a side where none are given."""
    table = bytearray(256)
    sides = [[*map(letter_of, *side)] if side else range(LETTERS + 1) for side in (before, after)]
    for one, other in product(*sides):
        table[one << 4 | other] = 1
    return bytes(table)


def _common(
    some: Sequence[int], same: set[int], places: memoryview, fitting: Callable[[], Iterable[int]]
) -> Iterable[int]:
    """Those of some places, given in order and as a set, that are among others, ascending.

    Where these are not many more, those that fit are gone through.
    """
    if len(some) * _LOOK > len(places):
        return same.intersection(fitting())
    looked = zip(some, map(bisect_left, repeat(places), some), strict=False)
    return [place for place, at in looked if at < len(places) and places[at] == place]
