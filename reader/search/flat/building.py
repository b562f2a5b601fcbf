"""Writes the flat arrays of some segments by reading their lists back, one term after another."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from pathlib import Path
from typing import Protocol

from reader.search.bm25 import MOST_WEIGHT
from reader.search.flat.layout import Writer, writing
from reader.search.flat.lists import BEGINNING, DENSE, FORM, KEYS
from reader.search.flat.phrases import MOST_PLACE, letter_of
from reader.search.found import gathered
from reader.search.lexicon import BETWEEN, PARTS
from reader.search.lists import IN_TEXT, IN_TITLE
from reader.search.port import SHORT
from reader.search.syntax import Part
from reader.search.vocabulary import WordList
from reader.search.whoosh_segment import Columns

# Letters have a row where the terms that begin so have one document of so many to look at.
_MANY = 3


class Source(Protocol):
    """What is read of some segments together; their documents are known by rank."""

    columns: Columns

    def terms(self, part: Part) -> Iterable[bytes]:
        """In order."""

    def frequency(self, part: Part, term: bytes) -> int:
        """In how many documents, deleted ones among them."""

    def postings(self, part: Part, term: bytes) -> Sequence[tuple[int, float, Sequence[int]]]:
        """Each document's rank, weight and places, in order."""

    def forms(self) -> Iterable[tuple[str, str]]:
        """Words and the stems by which they are found, in order."""


def build(path: Path, names: Sequence[str], source: Source) -> None:
    """Write the file of the segments of these names; OSError where the disk refuses."""
    if not source.columns.ids:
        return
    with writing(path) as writer:
        writer.about = {"segments": list(names)}
        building = _Building(writer, source)
        for part in KEYS:
            building.put_part(part)
        building.put_words()
        building.put_around()
        building.end()


class _Building:
    """What has been written of a file, and what is still to be."""

    def __init__(self, writer: Writer, source: Source) -> None:
        self._writer, self._source, self._columns = writer, source, source.columns
        self._count = len(self._columns.ids)
        # No word stands between two documents.
        self._bases = list(accumulate((extent + 1 for extent in source.columns.extents), initial=0))
        self._keys: list[bytes] = []
        self._frequencies, self._sizes = array("I"), array("I")
        self._starts = array("Q", [0])
        self._text: list[tuple[int, array[int]]] = []
        self._titled: defaultdict[str, set[int]] = defaultdict(set)
        self._counted: Counter[str] = Counter()
        writer.add("lists", b"")

    def put_part(self, part: Part) -> None:
        """Write the terms of a part."""
        recent: list[tuple[str, array[int]]] = []
        length_of, many = self._columns.length_of, len(self._columns.lengths)
        for term in self._source.terms(part):
            word, rows = term.decode(), self._source.postings(part, term)
            frequency = self._source.frequency(part, term)
            ids = array("I", (rank for rank, _, _ in rows))
            if part == "text":
                weights = (min(int(weight), MOST_WEIGHT) for _, weight, _ in rows)
                coded = (w * many + length_of[rank] for w, rank in zip(weights, ids, strict=True))
            else:
                coded = (min(each[0], MOST_PLACE) + 1 for _, _, each in rows)
            codes = array("H", coded)
            places = array("I", (self._bases[rank] + at for rank, _, each in rows for at in each))
            if part in PARTS:
                self._counted[word] += frequency
            if part == "title":
                for length in SHORT:
                    self._titled[word[:length]].update(ids)
            if part == "text":
                self._put_beginnings(recent, word)
                recent.append((word, ids))
                self._text.append((len(self._keys), places))
            row = array("H")
            if len(ids) * DENSE > self._count:
                row = array("H", bytes(2 * self._count))
                for rank, code in zip(ids, codes, strict=True):
                    row[rank] = code
            self._put(KEYS[part] + term, frequency, len(ids), ids, codes, row, places)
        self._put_beginnings(recent, "")

    def put_words(self) -> None:
        """Write the forms, and all words as they are looked up, which takes a while to make."""
        forms = list(self._source.forms())
        for word, stem in forms:
            self._put(FORM + f"{word}{BETWEEN}{stem}".encode())
        words, stems, counts = WordList.of(self._counted, forms).columns()
        self._writer.add("words", "\n".join(words).encode())
        self._writer.add("stems", "\n".join(stems).encode())
        self._writer.add("counts", array("I", counts))

    def put_around(self) -> None:
        """Write by what letters the neighbours of each place in the text are known."""
        standing = bytearray(self._bases[-1] + 2)  # the word of a place stands one further on
        for index, places in self._text:
            letter = letter_of(index)
            for place in places:
                standing[place + 1] = letter
        following = memoryview(standing)[2:]
        higher = bytes(each << 4 & 255 for each in range(256))
        firsts = array("Q", bytes(8 * len(self._starts)))
        self._writer.add("around", b"")
        for index, places in self._text:
            before = bytes(gathered(standing, places)).translate(higher)
            after = bytes(gathered(following, places))
            both = int.from_bytes(before, "little") | int.from_bytes(after, "little")
            self._writer.add("around", both.to_bytes(len(places), "little"))
            firsts[index + 1] = len(places)
        self._writer.add("firsts", array("Q", accumulate(firsts)))

    def end(self) -> None:
        """Write the documents, and where the lists are."""
        for name in ("numbers", "first", "last", "lengths"):
            self._writer.add(name, array("I", getattr(self._columns, name)))
        self._writer.add("length_of", self._columns.length_of)
        self._writer.add("bases", array("I", self._bases))
        self._writer.add("names", "\n".join(self._columns.ids).encode())
        self._writer.add("keys", b"\n".join(self._keys))
        for name in ("frequencies", "sizes", "starts"):
            self._writer.add(name, getattr(self, f"_{name}"))

    def _put_beginnings(self, recent: list[tuple[str, array[int]]], word: str) -> None:
        """Put together what begins with the same letters as soon as another word comes."""
        for length in sorted(SHORT, reverse=True):
            letters = recent[-1][0][:length] if recent else ""
            if len(letters) < length or word.startswith(letters):
                continue
            lists = [ids for each, ids in recent if each.startswith(letters)]
            if sum(map(len, lists)) * _MANY > self._count:
                row = bytearray(self._count)
                for rank in chain.from_iterable(lists):
                    row[rank] = IN_TEXT
                for rank in self._titled[letters]:
                    row[rank] = IN_TITLE
                self._put(KEYS["text"] + letters.encode() + BEGINNING, 0, 0, array("B", row))
        if recent and word[: min(SHORT)] != recent[-1][0][: min(SHORT)]:
            recent.clear()

    def _put(self, key: bytes, frequency: int = 0, size: int = 0, *record: array[int]) -> None:
        for values in record:
            self._writer.add("lists", values.tobytes())
        self._keys.append(key)
        self._frequencies.append(frequency)
        self._sizes.append(size)
        self._starts.append(self._starts[-1] + sum(len(each) * each.itemsize for each in record))
