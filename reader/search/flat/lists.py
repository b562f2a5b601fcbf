"""What each term of some segments has: which documents, how often in each, and where.

Terms are kept by a key of one letter and the term: the letter says in which part, or what else
the key stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import repeat
from operator import itemgetter
from typing import Any

from reader.search.bm25 import MOST_WEIGHT
from reader.search.flat.layout import Flat
from reader.search.lexicon import BETWEEN, PARTS
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
BEST = b"h"
"""A frequent stem: the documents in which it is worth most."""
BEGINNING = b"i"
"""Two or three letters that begin words of many documents: the next row says of which."""

IN_TEXT, IN_TITLE = 1, 2
"""What a row has for a document with a word that begins so; 0 without one."""

# A code is how much a term weighs in a document, and the number of the document's length.
WEIGHT_SHIFT = 8

# In more documents than one of so many a term is dense.
_DENSE = 8
# Looking one document up in a list of a million costs this many times a step through a list.
_BISECTING = 6
_MOST_FOUND = 10_000  # keys whose places are remembered


class Lists:
    """The lists of one file; nothing here changes, and any thread may read it."""

    def __init__(self, flat: Flat) -> None:
        self.count: int = flat.about["documents"]
        """Documents, deleted ones among them."""
        self.average: float = flat.about["average"]
        """Their mean length, by which the BEST were chosen."""
        self.numbers, self.first, self.last = flat["numbers"], flat["first"], flat["last"]
        self.lengths, self.length_of, self.bases = flat["lengths"], flat["length_of"], flat["bases"]
        self.vague = flat["vague"]
        """Documents of which only the month or year is known."""
        self.frequencies, self.sizes = flat["frequencies"], flat["sizes"]
        self._lists, self._starts = flat["lists"], flat["starts"]
        self._codes = self._lists.cast("B").cast("H")
        self._rows = flat["rows"]
        self._map, self._keys_at = flat.map, flat.places["keys"][1]
        self._offsets = flat["offsets"]
        self.article_ids: list[str] = bytes(flat["names"]).decode().split("\n")
        self._found: dict[bytes, int] = {}
        self._others: dict[str, frozenset[str]] = {}

    @cached_property
    def rank_of(self) -> dict[str, int]:
        """The rank of each article."""
        return {id: rank for rank, id in enumerate(self.article_ids)}

    @cached_property
    def all_words(self) -> WordList:
        """The words of all documents."""
        counted: Counter[str] = Counter()
        for part in PARTS:
            for index in self.beginning(KEYS[part]):
                counted[self.key(index)[1:].decode()] += self.frequencies[index]
        return WordList(counted, self._forms(""))

    def others(self, letters: str) -> frozenset[str]:
        """The stems of words that begin so though the stems do not."""
        found = self._others.get(letters)
        if found is None:
            stems = (stem for _, stem in self._forms(letters))
            found = frozenset(stem for stem in stems if not stem.startswith(letters))
            self._others[letters] = found
        return found

    def _forms(self, letters: str) -> Iterable[tuple[str, str]]:
        for index in self.beginning(FORM + letters.encode()):
            word, _, stem = self.key(index)[1:].decode().partition(BETWEEN)
            yield word, stem

    def key(self, index: int) -> bytes:
        """The key of a term."""
        at, offsets = self._keys_at, self._offsets
        return self._map[at + offsets[index] : at + offsets[index + 1]]

    def find(self, key: bytes) -> int:
        """The index of a term; -1 without it."""
        found = self._found.get(key)
        if found is None:
            found = self._bisect(key)
            if found == len(self.sizes) or self.key(found) != key:
                found = -1
            if len(self._found) > _MOST_FOUND:
                self._found = {}
            self._found[key] = found
        return found

    def _bisect(self, key: bytes) -> int:
        """The index of the first term that is not before a key."""
        return bisect_left(range(len(self.sizes)), key, key=self.key)

    def beginning(self, key: bytes) -> range:
        """The indexes of the terms whose keys begin so."""
        return range(self._bisect(key), self._bisect(key + b"\xff"))

    @cached_property
    def _first_row(self) -> int:
        return self._bisect(BEGINNING)

    def row(self, letters: str) -> bytes:
        """A byte for every document, whether it has words that begin so; empty if not kept."""
        index = self.find(BEGINNING + letters.encode())
        at = (index - self._first_row) * self.count
        return b"" if index < 0 else bytes(self._rows[at : at + self.count])

    # A term's documents stand first, then their codes, two to a number; those of a dense term once
    # more with a place for every document; then the places.

    def ids_of(self, index: int) -> memoryview:
        """The documents of a term, ascending."""
        start = self._starts[index]
        return self._lists[start : start + self.sizes[index]]

    def codes_of(self, index: int) -> memoryview:
        """The codes in those documents."""
        size = self.sizes[index]
        start = 2 * (self._starts[index] + size)
        return self._codes[start : start + size]

    def _row_at(self, index: int) -> int:
        size = self.sizes[index]
        return self._starts[index] + size + half(size)

    def places_of(self, index: int) -> memoryview:
        """Where a term stands, counted in words through all documents, ascending."""
        row = half(self.count) if is_dense(self.sizes[index], self.count) else 0
        return self._lists[self._row_at(index) + row : self._starts[index + 1]]

    def united(self, indexes: Sequence[int]) -> Sequence[int]:
        """The documents of several terms, ascending."""
        if len(indexes) == 1:
            return self.ids_of(indexes[0])
        return sorted(set().union(*map(self.ids_of, indexes)))

    def places_in(self, indexes: Iterable[int], rank: int) -> Sequence[int]:
        """Where any of the terms stands in one document, ascending, as the index counts them."""
        base, end = self.bases[rank], self.bases[rank + 1]
        found: list[int] = []
        for places in map(self.places_of, indexes):
            begin = bisect_left(places, base)
            found += places[begin : bisect_left(places, end, begin)]
        return [place - base for place in sorted(found)]

    def codes_at(self, index: int, ranks: Sequence[int]) -> Sequence[int]:
        """The code of a term in each of these ascending documents, 0 where it is not."""
        ids, codes = self.ids_of(index), self.codes_of(index)
        if is_dense(len(ids), self.count) and len(ranks) > 1:
            start = 2 * self._row_at(index)
            return gathered(self._codes[start : start + self.count], ranks)
        if len(ranks) * _BISECTING > len(ids):
            known = dict(zip(ids, codes, strict=True))
            return list(map(known.get, ranks, repeat(0)))
        found, at, end = [], 0, len(ids)
        near = 8 + 4 * end // (len(ranks) or 1)  # the next one is seldom farther away
        for rank in ranks:
            stop = at + near if at + near < end else end
            at = bisect_left(ids, rank, at, stop)
            if at == stop < end:
                at = bisect_left(ids, rank, at)
            found.append(codes[at] if at < end and ids[at] == rank else 0)
        return found


def gathered(values: Any, at: Sequence[int]) -> tuple[Any, ...]:
    """The values at these places."""
    if len(at) < 2:
        return tuple(values[each] for each in at)
    found: tuple[Any, ...] = itemgetter(*at)(values)
    return found


def is_dense(size: int, count: int) -> bool:
    """Whether a term of so many of the documents has its codes a second time."""
    return size * _DENSE > count


def half(codes: int) -> int:
    """How much room codes take among numbers of twice the size."""
    return (codes + 1) // 2


def coded(weight: float, length_number: int) -> int:
    """The code of a weight in a document of that length."""
    return min(int(weight), MOST_WEIGHT) << WEIGHT_SHIFT | length_number


def often_per_norm(code: int, norms: Sequence[float]) -> float:
    """How often a term stands in a document, by the norm of the document's length.

    The greater it is, the more a term is worth.
    """
    return (code >> WEIGHT_SHIFT) / norms[code & 255]
