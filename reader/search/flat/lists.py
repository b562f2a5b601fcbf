"""What each term of some segments has: which documents, how often in each, and where.

Terms are kept by a key of one letter and the term: the letter says in which part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial, reduce
from itertools import accumulate, chain, pairwise
from operator import or_
from typing import NamedTuple

from reader.search.flat.layout import Flat
from reader.search.flat.phrases import together
from reader.search.lexicon import BETWEEN, PARTS
from reader.search.lists import IN_TEXT, IN_TITLE
from reader.search.port import is_short
from reader.search.syntax import Part, Run
from reader.search.vocabulary import WordList

_ANY = bytes((0, *[IN_TEXT] * 255))
"""Turns bytes of codes into marks."""

# In the order in which they are written: titles say what beginnings of words in the text count.
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
"""After two or three letters: all terms of the text that begin so. They stand before it."""

# A term in more documents than one of so many has a row.
DENSE = 8


class Record(NamedTuple):
    """What is known of a term."""

    ids: memoryview
    """Its documents, ascending."""
    codes: memoryview
    """See Posting; in other parts than the text the first place in each, and 1."""
    row: memoryview
    """See Posting."""
    places: memoryview
    """Where it stands, counted through all documents."""
    around: memoryview
    """In the text, the letters of the words before and after each of these, four bits each."""


class Lists:
    """The lists of one file; nothing here changes, and any thread may read it."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self.first, self.last, self.numbers = flat["first"], flat["last"], flat["numbers"]
        self.lengths, self.length_of = flat["lengths"], flat["length_of"]
        self.article_ids = bytes(flat["names"]).decode().split("\n")
        self.bases = list(flat["bases"])
        """Where each document begins if the words of all are counted through."""
        self._keys = bytes(flat["keys"]).split(b"\n")
        self._frequencies, self._sizes = flat["frequencies"], flat["sizes"]
        self._lists, self._starts = flat["lists"], flat["starts"]
        self._around, self._firsts = flat["around"], flat["firsts"]

    def posting(self, part: Part, stem: str) -> Record | None:
        """See PostingLists."""
        index = self._find(KEYS[part] + stem.encode())
        return None if index is None else self.of(index)

    def size(self, part: Part, stems: Iterable[str]) -> int:
        """See PostingLists."""
        return sum(self._sizes[index] for index in self.indexes(part, stems))

    def marked(self, run: Run) -> bytearray:
        """See PostingLists."""
        stems, beginning, rows = run.stems[0], b"", list[bytes]()
        if is_short(run.typed, run.part):
            beginning = run.typed.encode()
            kept = self._find(KEYS[run.part] + beginning + BEGINNING)
            if kept is not None:
                rows.append(bytes(self._lists[self._starts[kept] : self._starts[kept + 1]]))
                stems, beginning = frozenset(s for s in stems if not s.startswith(run.typed)), b""
        marks = bytearray(len(self.last))
        # What is in a title is in the text as well, so that its mark is written over that.
        parts: dict[Part, int] = {"text": IN_TEXT, "title": IN_TITLE}
        for part, mark in parts.items() if run.part == "text" else [(run.part, IN_TEXT)]:
            indexes = set(self.indexes(part, stems))
            if beginning:
                indexes.update(index for index, _ in self._beginning(KEYS[part] + beginning))
            for record in map(self.of, indexes):
                if record.row and mark == IN_TEXT:
                    codes = bytes(record.row.cast("B"))
                    rows += (codes[::2].translate(_ANY), codes[1::2].translate(_ANY))
                else:
                    for rank in record.ids:
                        marks[rank] = mark
            if rows:
                marks, rows = _either(marks, *rows), []
        return marks

    def together(self, run: Run) -> dict[int, float]:
        """See PostingLists."""
        return together(self, run)

    def columns(self, run: Run) -> list[list[int]]:
        """The indexes of what may stand in each place of a run."""
        columns = [self.indexes(run.part, stems) for stems in run.stems]
        if is_short(run.typed, run.part):
            more = (index for index, _ in self._beginning(KEYS[run.part] + run.typed.encode()))
            columns[-1] = sorted({*columns[-1], *more})
        return columns

    def places(self, part: Part, stems: Iterable[str]) -> Callable[[int], Sequence[int]]:
        """See PostingLists."""
        return self.places_of(self.indexes(part, stems))

    def places_of(self, indexes: Iterable[int]) -> Callable[[int], Sequence[int]]:
        """The same of terms by their indexes."""
        lists, bases = [self.of(index).places for index in indexes], self.bases

        def standing(each: memoryview, document: int) -> list[int]:
            base, end = bases[document], bases[document + 1]
            first = bisect_left(each, base)
            most = first + end - base  # for it stands once in a place
            last = bisect_left(each, end, first, most if most < len(each) else len(each))
            return [place - base for place in each[first:last]]

        if len(lists) == 1:
            return partial(standing, lists[0])
        return lambda document: sorted(
            chain.from_iterable(standing(each, document) for each in lists)
        )

    def frequency(self, part: Part, stem: str) -> int:
        """See Stems."""
        return sum(self._frequencies[index] for index in self.indexes(part, [stem]))

    def words(self) -> WordList:
        """See PostingLists."""
        return self._words

    def counted(self, part: Part) -> dict[str, int]:
        """See PostingLists."""
        found = self._beginning(KEYS[part])
        return {term.decode(): self._frequencies[index] for index, term in found}

    def stems(self, prefix: bytes) -> tuple[Iterable[tuple[bytes, int]], set[bytes]]:
        """See Lexicon."""
        counted: Counter[bytes] = Counter()
        for part in PARTS:
            for index, term in self._beginning(KEYS[part] + prefix):
                counted[term] += self._frequencies[index]
        return counted.items(), {stem.encode() for stem in self.others(prefix.decode())}

    def others(self, letters: str) -> set[str]:
        """See Lexicon."""
        forms = self._beginning(FORM + letters.encode())
        stems = (form.decode().partition(BETWEEN)[2] for _, form in forms)
        return {stem for stem in stems if not stem.startswith(letters)}

    def indexes(self, part: Part, stems: Iterable[str]) -> list[int]:
        """The indexes of those of the stems that there are."""
        found = (self._find(KEYS[part] + stem.encode()) for stem in stems)
        return [index for index in found if index is not None]

    def of(self, index: int) -> Record:
        """What is known of a term."""
        size, start, end = self._sizes[index], self._starts[index], self._starts[index + 1]
        more = 2 * len(self.last) if size * DENSE > len(self.last) else 0
        cuts = (*accumulate((start, 4 * size, 2 * size, more)), end)
        ids, codes, row, places = (self._lists[a:b] for a, b in pairwise(cuts))
        around = self._around[self._firsts[index] : self._firsts[index + 1]]
        return Record(ids.cast("I"), codes.cast("H"), row.cast("H"), places.cast("I"), around)

    @cached_property
    def _words(self) -> WordList:
        words, stems = (bytes(self._flat[name]).decode().split() for name in ("words", "stems"))
        return WordList(words, stems, self._flat["counts"])

    def _find(self, key: bytes) -> int | None:
        at = bisect_left(self._keys, key)
        return at if at < len(self._keys) and self._keys[at] == key else None

    def _beginning(self, key: bytes) -> Iterator[tuple[int, bytes]]:
        """The indexes of the terms whose keys begin so, and the terms."""
        for index in range(bisect_left(self._keys, key), bisect_left(self._keys, key + b"\xff")):
            if not self._keys[index].endswith(BEGINNING):
                yield index, self._keys[index][1:]


def _either(*rows: bytes | bytearray) -> bytearray:
    """What any of these rows has: at once, as integers, and not document by document."""
    whole = reduce(or_, (int.from_bytes(row, "little") for row in rows))
    return bytearray(whole.to_bytes(len(rows[0]), "little"))
