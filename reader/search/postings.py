"""Posting lists read whole and kept: every key typed asks for the same words again."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from reader.search.bm25 import MOST_WEIGHT

# Postings kept for one segment, some 32 bytes each; then all are forgotten and read again.
_MOST_KEPT = 1_000_000


class Postings(NamedTuple):
    """The documents that have a term, ascending, and how much it weighs in each."""

    ids: array[int]
    weights: array[float]
    values: bytes
    """Where it stands in each, as Whoosh has it, one after the other; empty if not asked for."""
    ends: array[int]
    """Where the value of each document ends."""

    def places(self, document: int) -> Sequence[int]:
        """Where the term stands in a document, ascending; empty if it does not."""
        at = bisect_left(self.ids, document)
        if at == len(self.ids) or self.ids[at] != document:
            return ()
        return array("I", self._value(at))

    def numbered(self, numbers: Sequence[int]) -> Postings:
        """The same with other numbers for its documents."""
        order = sorted(range(len(self.ids)), key=lambda at: numbers[self.ids[at]])
        values = [self._value(at) for at in order]
        return Postings(
            array("I", (numbers[self.ids[at]] for at in order)),
            array("f", map(self.weights.__getitem__, order)),
            b"".join(values),
            array("I", accumulate(map(len, values))),
        )

    def _value(self, at: int) -> bytes:
        return self.values[self.ends[at - 1] if at else 0 : self.ends[at]]


class Cache:
    """The posting lists of one segment, for one state of its deleted documents."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Postings] = {}
        self._count = 0

    def get(self, part: str, stem: str, read: Callable[[], Postings]) -> Postings:
        """The list of a term, read if it is not kept."""
        found = self._kept.get((part, stem))
        if found is None:
            found = read()
            if self._count > _MOST_KEPT:
                self._kept, self._count = {}, 0
            self._kept[part, stem] = found
            self._count += len(found.ids) + 1
        return found


def matcher(reader: Any, part: str, stem: str) -> Any:
    """Whoosh's way through a term, which skips deleted documents; None without the term."""
    return reader.postings(part, stem) if (part, stem.encode()) in reader else None


def read_postings(matcher: Any, *, values: bool = False) -> Postings:
    """All that a matcher of Whoosh gives, block by block where it lets itself be read so.

    The blocks are private to Whoosh, which is why its version is pinned exactly; a test holds
    this against the public way, which takes ten times as long.
    """
    ids, weights, found = array("I"), array("f"), list[bytes]()
    blocks = hasattr(matcher, "_next_block")
    while matcher is not None and matcher.is_active():
        if blocks:
            matcher.id()
            matcher.weight()
            ids.extend(matcher._ids)
            weights.extend(min(weight, MOST_WEIGHT) for weight in matcher._weights)
            if values:
                matcher.value()
                found.extend(matcher._values)
            matcher._next_block()
        else:
            ids.append(matcher.id())
            weights.append(min(matcher.weight(), MOST_WEIGHT))
            if values:
                found.append(matcher.value())
            matcher.next()
    return Postings(ids, weights, b"".join(found), array("I", accumulate(map(len, found))))
