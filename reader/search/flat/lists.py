"""What each term of some segments has: which documents, how often in each, and where.

Terms are kept by a key of one letter and the term: the letter says in which part, or what else
the key stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import repeat
from operator import itemgetter
from typing import Any

from reader.search.flat.layout import Flat, Writer
from reader.search.lexicon import BETWEEN
from reader.search.syntax import Part
from reader.search.vocabulary import WordList

KEYS: dict[Part, bytes] = {
    "text": b"a",
    "title": b"b",
    "outlet": b"c",
    "byline": b"d",
    "quoted": b"e",
    "speaker": b"f",
}
FORM = b"g"
"""A word, BETWEEN, and the stem it is found by; it has no documents of its own."""
ROW = b"h"
"""In front of the key of what many documents have: the next row has a mark for each document."""
BEGINNING = b"i"
"""Two or three letters that begin words."""

# A term's mark is what it is worth in a document, in hundredths of the most that it can be, rounded
# up; 0 in a document without it.
MOST_MARK = 100
# The marks in the row of a beginning: of both together the greater is left.
IN_TEXT, IN_TITLE = 1, 3

# Codes of the words that follow others; 0 where none does.
CODES = 255

# Looking one document up in a list of a million costs this many times a step through a list.
_BISECTING = 10


class Lists:
    """The lists of one file; nothing here changes, and any thread may read it."""

    def __init__(self, flat: Flat | Writer) -> None:
        self._flat = flat
        self.count: int = flat.about["documents"]
        """Documents, deleted ones among them."""
        self.average: float = flat.about["average"]
        """Their mean length, by which marks were made."""
        self.numbers, self.first, self.last = flat["numbers"], flat["first"], flat["last"]
        self.lengths, self.length_of, self.bases = flat["lengths"], flat["length_of"], flat["bases"]
        self.vague = flat["vague"]
        """Documents of which only the month or year is known."""
        self.frequencies, self.sizes = flat["frequencies"], flat["sizes"]
        self._lists, self._starts = flat["lists"], flat["starts"]
        self._bytes = self._lists.cast("B")
        self._following, self._firsts = flat["following"], flat["firsts"]
        self._keys, self._offsets = flat["keys"], flat["offsets"]
        self.article_ids: list[str] = bytes(flat["names"]).decode().split("\n")
        self.find = lru_cache(10_000)(self._find)
        """The index of a term by its key; -1 without it."""
        self._first_row = self._bisect(ROW)

    @cached_property
    def rank_of(self) -> dict[str, int]:
        """The rank of each article."""
        return {id: rank for rank, id in enumerate(self.article_ids)}

    @cached_property
    def all_words(self) -> WordList:
        """The words of all documents."""
        words, stems = (bytes(self._flat[name]).decode().split() for name in ("words", "stems"))
        return WordList(words, stems, self._flat["counts"])

    @cached_property
    def everyone(self) -> list[int]:
        """All documents."""
        return list(range(self.count))

    def others(self, letters: str) -> frozenset[str]:
        """The stems of words that begin so though the stems do not."""
        stems = (stem for _, stem in self.forms(letters))
        return frozenset(stem for stem in stems if not stem.startswith(letters))

    def forms(self, letters: str) -> Iterable[tuple[str, str]]:
        """The words that begin so and differ from their stems, with these."""
        for index in self.beginning(FORM + letters.encode()):
            word, _, stem = self.key(index)[1:].decode().partition(BETWEEN)
            yield word, stem

    def key(self, index: int) -> bytes:
        """The key of a term."""
        return bytes(self._keys[self._offsets[index] : self._offsets[index + 1]])

    def _find(self, key: bytes) -> int:
        at = self._bisect(key)
        return at if at < len(self.sizes) and self.key(at) == key else -1

    def _bisect(self, key: bytes) -> int:
        """The index of the first term that is not before a key."""
        return bisect_left(range(len(self.sizes)), key, key=self.key)

    def beginning(self, key: bytes) -> range:
        """The indexes of the terms whose keys begin so."""
        return range(self._bisect(key), self._bisect(key + b"\xff"))

    def row(self, key: bytes) -> bytes:
        """A mark for every document; empty if it is not kept."""
        index = self.find(ROW + key)
        at = (index - self._first_row) * self.count
        return b"" if index < 0 else bytes(self._rows[at : at + self.count])

    @cached_property
    def _rows(self) -> memoryview:
        return self._flat["rows"]  # written last, as it is made of the others

    # A term's documents stand first, then their weights and marks, a byte each, then the places.

    def ids_of(self, index: int) -> memoryview:
        """The documents of a term, ascending."""
        start = self._starts[index]
        return self._lists[start : start + self.sizes[index]]

    def weights_of(self, index: int) -> memoryview:
        """How much the term weighs in each of them."""
        size = self.sizes[index]
        start = 4 * (self._starts[index] + size)
        return self._bytes[start : start + size]

    def marks_of(self, index: int) -> memoryview:
        """What it is worth there."""
        size = self.sizes[index]
        start = 4 * (self._starts[index] + size) + size
        return self._bytes[start : start + size]

    def places_of(self, index: int) -> memoryview:
        """Where a term stands, counted in words through all documents, ascending."""
        end = self._starts[index + 1]
        return self._lists[end - (self._firsts[index + 1] - self._firsts[index]) : end]

    def following(self, index: int) -> bytes:
        """The codes of the words that follow at those places."""
        return bytes(self._following[self._firsts[index] : self._firsts[index + 1]])

    def places_in(self, indexes: Iterable[int], rank: int) -> Sequence[int]:
        """Where any of the terms stands in one document, ascending, as the index counts them."""
        base, end = self.bases[rank], self.bases[rank + 1]
        found: list[int] = []
        for places in map(self.places_of, indexes):
            begin = bisect_left(places, base)
            found += places[begin : bisect_left(places, end, begin)]
        return [place - base for place in sorted(found)]

    def marks_at(self, index: int, ranks: Sequence[int]) -> bytes | bytearray:
        """The mark of a term in each of these ascending documents."""
        ids, marks = self.ids_of(index), self.marks_of(index)
        if _are(ranks, ids):
            return bytes(marks)
        row: bytes | bytearray = self.row(self.key(index))
        if not row and len(ranks) < self.count:
            return bytes(self.at(index, ranks, marks))
        if not row:
            row = bytearray(self.count)
            for rank, mark in zip(ids, marks, strict=True):
                row[rank] = mark
        return in_row(row, ranks)

    def at(self, index: int, ranks: Sequence[int], values: memoryview) -> Sequence[int]:
        """A term's values in each of these ascending documents, 0 where it is not."""
        ids = self.ids_of(index)
        if _are(ranks, ids):
            return values
        if len(ranks) * _BISECTING > len(ids):
            return list(map(dict(zip(ids, values, strict=True)).get, ranks, repeat(0)))
        places, end = map(bisect_left, repeat(ids), ranks), len(ids)
        pairs = zip(ranks, places, strict=True)
        return [values[at] if at < end and ids[at] == rank else 0 for rank, at in pairs]


def _are(ranks: Sequence[int], ids: memoryview) -> bool:
    return isinstance(ranks, memoryview) and ranks == ids


def in_row(row: bytes | bytearray, ranks: Sequence[int]) -> bytes | bytearray:
    """The marks of these ascending documents."""
    return row if len(ranks) == len(row) else bytes(gathered(row, ranks))


def gathered(values: Any, at: Sequence[int]) -> tuple[Any, ...]:
    """The values at these places."""
    if len(at) < 2:
        return tuple(values[each] for each in at)
    found: tuple[Any, ...] = itemgetter(*at)(values)
    return found
