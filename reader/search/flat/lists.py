"""What each term of some segments has: which documents, how often in each, and where.

Terms are kept by a key of one letter and the term: the letter says in which part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import merge
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from reader.search.flat.layout import Flat
from reader.search.lexicon import BETWEEN
from reader.search.syntax import Part
from reader.search.vocabulary import WordList

# Words of the text are known to their neighbours by one of so many letters; 0 is none.
LETTERS = 15

# A term, or a beginning of words, in more documents than one of so many has a row as well.
DENSE = 8
# The marks for words that begin with some letters; of both together the greater is left.
IN_TEXT, IN_TITLE = 1, 3

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


class Record(NamedTuple):
    """What is known of a term."""

    ids: memoryview
    """Its documents, ascending."""
    codes: memoryview
    """In each of them its weight, times the number of lengths, and the number of its length."""
    row: memoryview
    """The codes of all documents, 0 without the term; empty for one that few have."""
    places: memoryview
    """Where it stands, counted through all documents."""
    around: memoryview
    """In the text, the letters of the words before and after each of these, four bits each."""


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
        self._around, self._firsts = flat["around"], flat["firsts"]
        self.frequencies, self._sizes = flat["frequencies"], flat["sizes"]
        self._lists, self._starts = flat["lists"], flat["starts"]
        self._keys = bytes(flat["keys"]).split(b"\n")
        self.article_ids: list[str] = bytes(flat["names"]).decode().split("\n")

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

    def size(self, index: int) -> int:
        """How many documents have a term."""
        return self._sizes[index]

    def of(self, index: int) -> Record:
        """What is known of a term."""
        size, start, end = self._sizes[index], self._starts[index], self._starts[index + 1]
        row = 2 * self.count if size * DENSE > self.count else 0
        cuts = [*accumulate((start, 4 * size, 2 * size, row)), end]
        parts = (self._lists[a:b].cast(c) for (a, b), c in zip(pairwise(cuts), "IHHI", strict=True))
        return Record(*parts, self._around[self._firsts[index] : self._firsts[index + 1]])

    def ids(self, index: int) -> memoryview:
        """The documents of a term."""
        return self.of(index).ids

    def occurrences(self, index: int) -> int:
        """How often a term stands somewhere."""
        return len(self.of(index).places)

    def row(self, letters: str) -> bytes | None:
        """For every document a mark whether it has words that begin so; None if it is not kept."""
        index = self.find(KEYS["text"] + letters.encode() + BEGINNING)
        if index is None:
            return None
        return bytes(self._lists[self._starts[index] : self._starts[index + 1]])

    def places_in(self, indexes: Iterable[int], document: int) -> Sequence[int]:
        """Where any of these terms stands in a document."""
        base, end = self.bases[document : document + 2]
        found = []
        for index in indexes:
            places = self.of(index).places
            within = places[bisect_left(places, base) : bisect_left(places, end)]
            found.append([place - base for place in within])
        return found[0] if len(found) == 1 else list(merge(*found))


def letter_of(index: int) -> int:
    """By what a term is known to its neighbours; many share one."""
    return 1 + index % LETTERS


def gathered(values: Any, at: Collection[int]) -> tuple[Any, ...]:
    """The values at these places."""
    if len(at) < 2:
        return tuple(values[each] for each in at)
    found: tuple[Any, ...] = itemgetter(*at)(values)
    return found
