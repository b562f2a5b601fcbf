"""What each term of a segment has: which documents, how often in each, and where.

Terms are kept by a key of one letter and the term: the letter says in which part, or that the
term is the beginning of words.
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
BEGINNING = b"i"
"""Two or three letters: the documents with a word that begins so."""
BEGINNING_OF_TITLE = b"k"
"""Those with such a word in the title."""
OTHER = b"m"
"""Two or three letters, BETWEEN, and the stem of a word that begins so though the stem does not."""

# A code is how much a term weighs in a document, and the number of the document's length.
WEIGHT_SHIFT = 8

# Looking one document up in a list of a million costs this many times a step through a list.
_BISECTING = 6


class Lists:
    """The lists of one segment; nothing here changes, and any thread may read it."""

    def __init__(self, flat: Flat) -> None:
        self.count: int = flat.about["documents"]
        """Documents, deleted ones among them."""
        self.numbers, self.first, self.last = flat["numbers"], flat["first"], flat["last"]
        self.lengths, self.length_of, self.bases = flat["lengths"], flat["length_of"], flat["bases"]
        self.vague = flat["vague"]
        """Documents of which only the month or year is known."""
        self.words: int = len(flat["offsets"]) - 1
        self.codes, self.places = flat["codes"], flat["places"]
        self.ids, self._starts, self._places_at = flat["ids"], flat["starts"], flat["places_at"]
        self.frequencies = flat["frequencies"]
        self._rows, self._row_of = flat["rows"], flat["row_of"]
        self._map, self._terms_at = flat.map, flat.places["terms"][0]
        self._offsets = flat["offsets"]
        begin, end = flat.places["names"]
        self.article_ids: list[str] = flat.map[begin:end].decode().split("\n")
        self._found: dict[bytes, int] = {}

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
        forms = (self.key(at)[1:].decode().partition(BETWEEN) for at in self.beginning(FORM))
        return WordList(counted, ((word, stem) for word, _, stem in forms))

    def key(self, index: int) -> bytes:
        """The key of a term."""
        at, offsets = self._terms_at, self._offsets
        return self._map[at + offsets[index] : at + offsets[index + 1]]

    def find(self, key: bytes) -> int:
        """The index of a term; -1 without it."""
        found = self._found.get(key)
        if found is None:
            found = self._bisect(key)
            if found == self.words or self.key(found) != key:
                found = -1
            if len(self._found) > 10_000:
                self._found = {}
            self._found[key] = found
        return found

    def _bisect(self, key: bytes) -> int:
        """The index of the first term that is not before a key."""
        return bisect_left(range(self.words), key, key=self.key)

    def size(self, index: int) -> int:
        """How many documents a term has."""
        return self._starts[index + 1] - self._starts[index]

    def ids_of(self, index: int) -> memoryview:
        """The documents of a term, ascending."""
        return self.ids[self._starts[index] : self._starts[index + 1]]

    def beginning(self, key: bytes) -> range:
        """The indexes of the terms whose keys begin so."""
        return range(self._bisect(key), self._bisect(key + b"\xff"))

    def united(self, indexes: Sequence[int]) -> Sequence[int]:
        """The documents of several terms, ascending."""
        if len(indexes) == 1:
            return self.ids_of(indexes[0])
        return sorted(set().union(*map(self.ids_of, indexes)))

    def codes_of(self, index: int) -> memoryview:
        """The codes in those documents."""
        return self.codes[self._starts[index] : self._starts[index + 1]]

    def places_of(self, index: int) -> memoryview:
        """Where a term stands, counted in words through all documents, ascending."""
        return self.places[self._places_at[index] : self._places_at[index + 1]]

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
        row = self._row_of[index]
        if row and len(ranks) > 1:
            begin = (row - 1) * self.count
            return gathered(self._rows[begin : begin + self.count], ranks)
        ids, codes = self.ids_of(index), self.codes_of(index)
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


def coded(weight: float, length_number: int) -> int:
    """The code of a weight in a document of that length."""
    return min(int(weight), MOST_WEIGHT) << WEIGHT_SHIFT | length_number
