"""Looks for words in articles that no index has, by reading one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from heapq import nsmallest
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from reader.search.found import Ids, Listed
from reader.search.memory import MemoryIndex
from reader.search.port import Hit, Hits, Indexed, Sort
from reader.search.syntax import And, Node, Not, Or, Query, Run, SameQuotation

if TYPE_CHECKING:
    from reader.library.library import Library

# Articles between two looks at the clock: a tenth of a second.
_AT_ONCE = 200


# So few are kept all, so that the words of all are known.
_KEPT = 400


class Reading:
    """Reads so many seconds with each call, and goes on the next time while the question stays.

    The best are ranked among those that are read at once, so that scores are compared that were
    worked out apart.
    """

    def __init__(self, why: str = "", seconds: float = inf) -> None:
        self.why = why
        """Why there is no index, in a sentence."""
        self._seconds = seconds
        self._asked: object = None
        self._begin(())

    def another(self) -> Reading:
        """One for another question, which reads as long at a time."""
        return Reading(self.why, self._seconds)

    def _begin(self, ids: Sequence[str]) -> None:
        self._rest = list(ids)
        self._hits: list[Hit] = []
        self._found: list[str] = []
        self._root: Node | None = None
        self._best: dict[str, Indexed] = {}

    @property
    def unread(self) -> int:
        """How many are still to be read."""
        return len(self._rest)

    def read(
        self, library: Library, query: Query, ids: Sequence[str], most: int, sort: Sort
    ) -> tuple[Hits, MemoryIndex]:
        """What is found among the articles read so far, and as an index the best of these, or
        all if they are few.
        """
        asked = query.root, tuple(ids), most, sort
        if asked != self._asked:
            self._asked = asked
            self._begin(ids)
        until = monotonic() + self._seconds
        while self._rest or self._root is None:
            batch, self._rest = self._rest[:_AT_ONCE], self._rest[_AT_ONCE:]
            self._take([Indexed.of(each) for each in library.articles(batch)], query, most, sort)
            if monotonic() > until:
                break
        assert self._root is not None
        best = MemoryIndex()
        best.update(self._best.values(), [], 1)
        return Hits(tuple(self._hits), Ids(Listed(self._found)), self._root), best

    def _take(self, articles: Sequence[Indexed], query: Query, most: int, sort: Sort) -> None:
        some = MemoryIndex()
        some.update(articles, [], 1)
        found = some.search(query, most, sort)
        known = self._best | {each.id: each for each in articles}
        self._hits = nsmallest(most, [*self._hits, *found.hits], key=lambda hit: hit.order(sort))
        few = len(known) <= _KEPT
        self._best = known if few else {hit.id: known[hit.id] for hit in self._hits}
        self._found += found.ids
        self._root = found.root if self._root is None else _united(self._root, found.root)


def _united(one: Node, other: Node) -> Node:
    """A tree whose words are all the stems that they stood for in either of two like it."""
    if isinstance(one, Run) and isinstance(other, Run):
        stems = tuple(a | b for a, b in zip(one.stems, other.stems, strict=True))
        return replace(one, stems=stems, cut=one.cut or other.cut)
    if isinstance(one, And | Or | SameQuotation) and isinstance(other, And | Or | SameQuotation):
        return replace(one, parts=tuple(map(_united, one.parts, other.parts)))
    if isinstance(one, Not) and isinstance(other, Not):
        return Not(_united(one.part, other.part))
    return one
