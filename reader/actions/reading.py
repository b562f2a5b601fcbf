"""Looks for words in articles that an index lacks, by reading one after the other."""

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
_AT_ONCE = 100


# So few are kept all, so that the words of all are known.
_KEPT = 400


class Reading:
    """Reads so many seconds with each call, and goes on the next time while the question stays,
    though an index that is being filled has some of the articles meanwhile.

    The best are ranked among those that are read at once, so that scores are compared that were
    worked out apart.
    """

    def __init__(self, why: str = "", seconds: float = inf) -> None:
        self.why = why
        """Why there is no index, in a sentence; empty while it is being built."""
        self._seconds = seconds
        self._asked: object = None
        self._hurried = False
        self._begin()

    def another(self, why: str | None = None) -> Reading:
        """One for another question, or another reason, which reads as long at a time."""
        return Reading(self.why if why is None else why, self._seconds)

    def hurry(self) -> None:
        """Something else is asked: end what is being read just now."""
        self._hurried = True

    def _begin(self) -> None:
        self._rest: list[str] = []
        self._done: set[str] = set()
        self._hits: list[Hit] = []
        self._found: list[str] = []
        self._root: Node | None = None
        self._best: dict[str, Indexed] = {}

    @property
    def unread(self) -> int:
        """How many are still to be read."""
        return len(self._rest)

    @property
    def done(self) -> int:
        """How many have been read for this question."""
        return len(self._done)

    def read(
        self,
        library: Library,
        query: Query,
        ids: Sequence[str],
        most: int,
        sort: Sort,
        *,
        now: bool,
    ) -> tuple[Hits, MemoryIndex]:
        """What is found among these articles as far as they are read, and as an index the best
        of them, or all if they are few. Unless it is wanted now, a new question reads none yet.
        """
        self._hurried = False
        asked = query.root, most, sort, library.revision
        if asked != self._asked:
            self._asked = asked
            self._begin()
            if not now:
                self._rest = list(ids)
                self._take([], query, most, sort)
                return self._answer()
        self._keep(ids)
        until = monotonic() + self._seconds
        while self._rest or self._root is None:
            batch, self._rest = self._rest[:_AT_ONCE], self._rest[_AT_ONCE:]
            self._take([Indexed.of(each) for each in library.articles(batch)], query, most, sort)
            self._done.update(batch)
            if self._hurried or monotonic() > until:
                break
        return self._answer()

    def _answer(self) -> tuple[Hits, MemoryIndex]:
        assert self._root is not None
        best = MemoryIndex()
        best.update(self._best.values(), [], 1)
        return Hits(tuple(self._hits), Ids(Listed(self._found)), self._root), best

    def _keep(self, ids: Sequence[str]) -> None:
        """Go on with these: the index answers for the others."""
        if not self._done <= (wanted := set(ids)):
            self._done &= wanted
            self._hits = [hit for hit in self._hits if hit.id in wanted]
            self._found = [id for id in self._found if id in wanted]
            self._best = {id: each for id, each in self._best.items() if id in wanted}
        self._rest = [id for id in ids if id not in self._done]

    def _take(self, articles: Sequence[Indexed], query: Query, most: int, sort: Sort) -> None:
        some = MemoryIndex()
        some.update(articles, [], 1)
        found = some.search(query, most, sort)
        known = self._best | {each.id: each for each in articles}
        self._hits = nsmallest(most, [*self._hits, *found.hits], key=lambda hit: hit.order(sort))
        few = len(known) <= _KEPT
        self._best = known if few else {hit.id: known[hit.id] for hit in self._hits}
        self._found += found.ids
        self._root = found.root if self._root is None else united(self._root, found.root)


def united(one: Node, other: Node) -> Node:
    """A tree whose words are all the stems that they stood for in either of two like it."""
    if isinstance(one, Run) and isinstance(other, Run):
        stems = tuple(a | b for a, b in zip(one.stems, other.stems, strict=True))
        return replace(one, stems=stems, cut=one.cut or other.cut)
    if isinstance(one, And | Or | SameQuotation) and isinstance(other, And | Or | SameQuotation):
        return replace(one, parts=tuple(map(united, one.parts, other.parts)))
    if isinstance(one, Not) and isinstance(other, Not):
        return Not(united(one.part, other.part))
    return one
