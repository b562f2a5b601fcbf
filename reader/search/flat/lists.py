"""What each term of some segments has: which documents, how often in each, and where.

Terms are kept by a key of one letter and the term: the letter says in which part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from operator import itemgetter
from typing import Any

from reader.search.flat.layout import Flat
from reader.search.lexicon import BETWEEN
from reader.search.syntax import Part
from reader.search.vocabulary import WordList

LETTERS = 255

# In the order in which they are written, for titles count where the text's beginnings are made.
KEYS: dict[Part, bytes] = {
    "title": b"a",
    "text": b"b",
    "outlet": b"c",
    "byline": b"d",
    "quoted": b"e",
    "speaker": b"f",
}
FORM = b"g"
"""A word, BETWEEN, and the stem it is found by; it has no documents of its own."""
BEGINNING = b"\xff"
"""After two or three letters: all terms of the text together that begin so. They stand before it."""


class Lists:
    """The lists of one file; nothing here changes, and any thread may read it."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self.count: int = flat.about["documents"]
        """Documents, deleted ones among them."""
        self.lengths: list[int] = flat.about["lengths"]
        """Those that there are; at most 256, for the index rounds them to a byte."""
        self.length_of = flat["length_of"]
        """The number of each document's length."""
        self.numbers, self.first, self.last = flat["numbers"], flat["first"], flat["last"]
        self.bases = list(flat["bases"])
        """Where each document begins if the words of all are counted through."""
        self.words_at = flat["words_at"]
        """The code of the word that stands in each place of all texts; 0 where none does."""
        self.frequencies, self._sizes = flat["frequencies"], flat["sizes"]
        self._lists, self._starts = flat["lists"], flat["starts"]
        self._keys = bytes(flat["keys"]).split(b"\n")
        self.article_ids: list[str] = bytes(flat["names"]).decode().split("\n")

    @cached_property
    def vague(self) -> list[int]:
        """Documents of which only the month or year is known."""
        return [rank for rank in range(self.count) if self.first[rank] != self.last[rank]]

    @cached_property
    def all_words(self) -> WordList:
        """The words of all documents."""
        words, stems = (bytes(self._flat[name]).decode().split() for name in ("words", "stems"))
        return WordList(words, stems, self._flat["counts"])

    def others(self, letters: str) -> frozenset[str]:
        """The stems of words that begin so though the stems do not."""
        forms = self.beginning(FORM + letters.encode())
        stems = (term.decode().partition(BETWEEN)[2] for _, term in forms)
        return frozenset(stem for stem in stems if not stem.startswith(letters))

    def find(self, key: bytes) -> int | None:
        """The index of a term by its key."""
        at = bisect_left(self._keys, key)
        return at if at < len(self._keys) and self._keys[at] == key else None

    def indexes(self, part: Part, stems: Iterable[str]) -> list[int]:
        """The indexes of those of the stems that there are."""
        found = (self.find(KEYS[part] + stem.encode()) for stem in sorted(stems))
        return [index for index in found if index is not None]

    def beginning(self, key: bytes) -> Iterator[tuple[int, bytes]]:
        """The indexes of the terms whose keys begin so, and the terms."""
        for index in range(bisect_left(self._keys, key), bisect_left(self._keys, key + b"\xff")):
            if not self._keys[index].endswith(BEGINNING):
                yield index, self._keys[index][1:]

    # A term's documents stand first, then their codes, then the places.

    def size(self, index: int) -> int:
        """How many documents have a term."""
        return self._sizes[index]

    def ids(self, index: int) -> memoryview:
        """The documents of a term, ascending."""
        start = self._starts[index]
        return self._lists[start : start + 4 * self._sizes[index]].cast("I")

    def codes(self, index: int) -> memoryview:
        """What a term counts in each of them."""
        start = self._starts[index] + 4 * self._sizes[index]
        return self._lists[start : start + 2 * self._sizes[index]].cast("H")

    def places(self, index: int) -> memoryview:
        """Where a term stands, counted through all documents."""
        start = self._starts[index] + 6 * self._sizes[index]
        return self._lists[start : self._starts[index + 1]].cast("I")

    def places_in(self, indexes: Iterable[int], document: int) -> Sequence[int]:
        """Where any of these terms stands in a document."""
        base, end = self.bases[document : document + 2]
        found = []
        for places in map(self.places, indexes):
            within = places[bisect_left(places, base) : bisect_left(places, end)]
            found.append([place - base for place in within])
        return found[0] if len(found) == 1 else list(merge(*found))


def code_of(weight: int, length: int) -> int:
    """What a term counts in a document that has so many of it and the length of that number."""
    return weight << 8 | length


def letter_of(index: int) -> int:
    """By what a term is known where it stands; many terms share one."""
    return 1 + index % LETTERS


def gathered(values: Any, at: Sequence[int]) -> tuple[Any, ...]:
    """The values at these places."""
    if len(at) < 2:
        return tuple(values[each] for each in at)
    found: tuple[Any, ...] = itemgetter(*at)(values)
    return found
