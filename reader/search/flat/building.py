"""Writes the flat arrays of some segments by reading their lists back, one term after another."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, chain, groupby, repeat
from pathlib import Path
from typing import Protocol

from reader.search.bm25 import MOST_WEIGHT
from reader.search.flat.layout import Writer, writing
from reader.search.flat.lists import (
    BEGINNING,
    DENSE,
    FORM,
    IN_TEXT,
    IN_TITLE,
    KEYS,
    gathered,
    letter_of,
)
from reader.search.lexicon import BETWEEN, PARTS
from reader.search.port import SHORT
from reader.search.syntax import Part
from reader.search.vocabulary import WordList


class Source(Protocol):
    """What is read of a segment."""

    ids: tuple[str, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    lengths: tuple[int, ...]
    extents: tuple[int, ...]
    """How many words lie between the first and the last of each document."""

    def terms(self, part: Part) -> Iterator[bytes]:
        """In order."""

    def frequency(self, part: Part, term: bytes) -> int:
        """In how many documents, deleted ones among them."""

    def postings(self, part: Part, term: bytes) -> Iterable[tuple[int, float, Sequence[int]]]:
        """Each document's number, weight and places."""

    def forms(self) -> Iterable[tuple[str, str]]:
        """Words and the stems by which they are found."""


def build(path: Path, names: Sequence[str], sources: Sequence[Source]) -> None:
    """Write the file of some segments; OSError where the disk refuses."""
    if not any(source.ids for source in sources):
        return
    with writing(path) as writer:
        building = _Building(writer, sources)
        for part in KEYS:
            building.put_part(part)
        building.put_words()
        building.put_around()
        building.end(names)


class _Building:
    """The documents of some sources together, by rank, and the lists of their terms."""

    def __init__(self, writer: Writer, sources: Sequence[Source]) -> None:
        self._writer, self._sources = writer, sources
        self._ids = [id for source in sources for id in source.ids]
        last = self._column("last")
        self._order = sorted(range(len(last)), key=lambda number: (-last[number], self._ids[number]))
        self._ranks = sorted(range(len(last)), key=self._order.__getitem__)
        lengths = self._column("lengths")
        self._lengths = sorted(set(lengths))
        self._length_of = bytes(map(self._lengths.index, map(lengths.__getitem__, self._order)))
        self._bases = array("I", [0])
        for extent in map(self._column("extents").__getitem__, self._order):
            self._bases.append(self._bases[-1] + extent + 1)  # no word stands between two
        self._text: list[tuple[int, array[int]]] = []
        self._keys: list[bytes] = []
        self._frequencies, self._sizes = array("I"), array("I")
        self._starts = array("Q", [0])
        self._titled: defaultdict[str, set[int]] = defaultdict(set)
        self._counted: Counter[str] = Counter()
        writer.add("lists", b"")

    def put_part(self, part: Part) -> None:
        """Write the terms of a part."""
        recent: list[tuple[str, array[int]]] = []
        for term, frequency, rows in self._terms(part):
            word = term.decode()
            ids = array("I", (rank for rank, _, _ in rows))
            codes = array("H", (self._code(rank, weight) for rank, weight, _ in rows))
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
            if len(ids) * DENSE > len(self._ids):
                row = array("H", bytes(2 * len(self._ids)))
                for rank, code in zip(ids, codes, strict=True):
                    row[rank] = code
            self._put(KEYS[part] + term, frequency, len(ids), ids, codes, row, places)
        self._put_beginnings(recent, "")

    def put_around(self) -> None:
        """Write by what letters the neighbours of each place in the text are known."""
        standing = bytearray(self._bases[-1] + 1)
        for index, places in self._text:
            letter = letter_of(index)
            for place in places:
                standing[place] = letter
        before = standing.translate(bytes(each << 4 & 255 for each in range(256)))
        both = int.from_bytes(before, "little") << 8 | int.from_bytes(standing, "little") >> 8
        around = both.to_bytes(len(standing) + 1, "little")
        firsts = array("Q", bytes(8 * len(self._starts)))
        self._writer.add("around", b"")
        for index, places in self._text:
            self._writer.add("around", bytes(gathered(around, places)))
            firsts[index + 1] = len(places)
        self._writer.add("firsts", array("Q", accumulate(firsts)))

    def put_words(self) -> None:
        """Write the forms, and all words as they are looked up, which takes a while to make."""
        forms = sorted({pair for source in self._sources for pair in source.forms()})
        for word, stem in forms:
            self._put(FORM + f"{word}{BETWEEN}{stem}".encode())
        words, stems, counts = WordList.of(self._counted, forms).columns()
        self._writer.add("words", "\n".join(words).encode())
        self._writer.add("stems", "\n".join(stems).encode())
        self._writer.add("counts", array("I", counts))

    def end(self, names: Sequence[str]) -> None:
        """Write the documents, and where the lists are."""
        for name in ("first", "last"):
            self._writer.add(name, array("I", map(self._column(name).__getitem__, self._order)))
        self._writer.add("names", "\n".join(map(self._ids.__getitem__, self._order)).encode())
        self._writer.add("numbers", array("I", self._order))
        self._writer.add("keys", b"\n".join(self._keys))
        for name in ("length_of", "bases", "frequencies", "sizes", "starts"):
            self._writer.add(name, getattr(self, f"_{name}"))
        about = {"segments": list(names), "documents": len(self._ids), "lengths": self._lengths}
        self._writer.about = about

    def _column(self, name: str) -> list[int]:
        return [value for source in self._sources for value in getattr(source, name)]

    def _terms(self, part: Part) -> Iterator[tuple[bytes, int, list[tuple[int, int, Sequence[int]]]]]:
        """In order: each with its frequency, and rank, weight and places of its documents."""
        starts = [0]
        for source in self._sources:
            starts.append(starts[-1] + len(source.ids))
        pairs = list(zip(self._sources, starts, strict=False))
        lexicons = (zip(source.terms(part), repeat((source, start))) for source, start in pairs)
        for term, found in groupby(merge(*lexicons, key=lambda pair: pair[0]), lambda pair: pair[0]):
            having = [pair for _, pair in found]
            rows = [
                (self._ranks[start + number], min(int(weight), MOST_WEIGHT), places)
                for source, start in having
                for number, weight, places in source.postings(part, term)
            ]
            yield term, sum(source.frequency(part, term) for source, _ in having), sorted(rows)

    def _put_beginnings(self, recent: list[tuple[str, array[int]]], word: str) -> None:
        """Put together what begins with the same letters as soon as another word comes."""
        for length in sorted(SHORT, reverse=True):
            letters = recent[-1][0][:length] if recent else ""
            if len(letters) < length or word.startswith(letters):
                continue
            lists = [ids for each, ids in recent if each.startswith(letters)]
            if sum(map(len, lists)) * DENSE > len(self._ids):
                row = bytearray(len(self._ids))
                for rank in chain.from_iterable(lists):
                    row[rank] = IN_TEXT
                for rank in self._titled[letters]:
                    row[rank] = IN_TITLE
                self._put(KEYS["text"] + letters.encode() + BEGINNING, 0, 0, array("B", row))
        if recent and word[: min(SHORT)] != recent[-1][0][: min(SHORT)]:
            recent.clear()

    def _code(self, rank: int, weight: int) -> int:
        return weight * len(self._lengths) + self._length_of[rank]

    def _put(self, key: bytes, frequency: int = 0, size: int = 0, *record: array[int]) -> None:
        for values in record:
            self._writer.add("lists", values.tobytes())
        self._keys.append(key)
        self._frequencies.append(frequency)
        self._sizes.append(size)
        self._starts.append(self._starts[-1] + sum(len(each) * each.itemsize for each in record))
