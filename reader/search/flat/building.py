"""Writes the flat arrays of some segments by reading their lists back, one term after another."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, chain, groupby, repeat
from math import ceil
from pathlib import Path
from typing import Protocol

from reader.search.bm25 import MOST_WEIGHT, Statistics, norm
from reader.search.flat.layout import Writer, writing
from reader.search.flat.lists import (
    BEGINNING,
    FORM,
    KEYS,
    MOST_MARK,
    ROW,
    Lists,
    gathered,
)
from reader.search.flat.phrases import code
from reader.search.flat.runs import Runs, mark_all
from reader.search.lexicon import BETWEEN, PARTS
from reader.search.port import SHORT
from reader.search.syntax import Part, Run
from reader.search.vocabulary import WordList

# A term, or a beginning of words, in more documents than one of so many gets a row.
_DENSE = 8
_APART = 200  # words between two documents


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


class _Terms:
    """Writes lists, in the order of their keys, and afterwards what is derived from them."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        writer.add("lists", array("I"))
        self.keys: list[bytes] = []
        self.frequencies, self.sizes = array("I"), array("I")
        self.starts, self.firsts = array("I", [0]), array("I", [0])

    def add(
        self,
        key: bytes,
        frequency: int = 0,
        ids: Sequence[int] = (),
        weights: bytes = b"",
        marks: bytes = b"",
        places: Sequence[int] = (),
    ) -> None:
        """One list."""
        self.keys.append(key)
        self.frequencies.append(frequency)
        self.sizes.append(len(ids))
        record = array("I", ids)
        worths = weights + marks
        record.frombytes(worths + bytes(-len(worths) % 4))
        record.extend(places)
        if record:
            self.writer.add("lists", record)
        self.starts.append(self.starts[-1] + len(record))
        self.firsts.append(self.firsts[-1] + len(places))

    def end(self) -> None:
        """Write where they are."""
        offsets = array("I", [0, *accumulate(map(len, self.keys))])
        self.writer.add("keys", b"".join(self.keys))
        for name in ("starts", "firsts", "sizes", "frequencies"):
            self.writer.add(name, getattr(self, name))
        self.writer.add("offsets", offsets)


class _Documents:
    """The documents of some sources together, by rank."""

    def __init__(self, sources: Sequence[Source]) -> None:
        def column(name: str) -> list[int]:
            return [value for source in sources for value in getattr(source, name)]

        self.ids = [id for source in sources for id in source.ids]
        last = column("last")
        order = sorted(range(len(last)), key=lambda number: (-last[number], self.ids[number]))
        self.order = array("I", order)
        self.ranks = array("I", sorted(range(len(order)), key=order.__getitem__))
        self.first, self.last, lengths, extents = (
            array("I", map(column(name).__getitem__, order))
            for name in ("first", "last", "lengths", "extents")
        )
        self.lengths = array("I", sorted(set(lengths)))
        self.average = sum(lengths) / max(1, len(lengths))
        numbered = {length: number for number, length in enumerate(self.lengths)}
        self.length_of = array("H", map(numbered.__getitem__, lengths))
        self.norms = [norm(length, self.average) for length in lengths]
        self.bases = array("I", [0])
        for extent in extents:
            self.bases.append(self.bases[-1] + extent + _APART)


def build(path: Path, names: Sequence[str], sources: Sequence[Source]) -> None:
    """Write the file of some segments; OSError where the disk refuses."""
    documents = _Documents(sources)
    if not documents.ids:
        return
    with writing(path) as writer:
        terms = _Terms(writer)
        for part in sorted(KEYS, key=KEYS.__getitem__):
            _put_part(terms, part, sources, documents)
        for word, stem in sorted({pair for source in sources for pair in source.forms()}):
            terms.add(FORM + f"{word}{BETWEEN}{stem}".encode())
        for key in list(_frequent(terms, len(documents.ids))):
            terms.add(ROW + key)
        terms.end()
        vague = (r for r, day in enumerate(documents.first) if day != documents.last[r])
        writer.add("numbers", documents.order)
        for name in ("first", "last", "lengths", "length_of", "bases"):
            writer.add(name, getattr(documents, name))
        writer.add("vague", array("I", vague))
        writer.add("names", "\n".join(documents.ids[n] for n in documents.order).encode())
        writer.about = {
            "segments": list(names),
            "documents": len(documents.ids),
            "average": documents.average,
        }
        _put_following(writer)
        _put_rows(writer)
        _put_words(writer)


def _put_part(terms: _Terms, part: Part, sources: Sequence[Source], documents: _Documents) -> None:
    """Write the terms of a part."""
    ranks, bases, norms = documents.ranks, documents.bases, documents.norms
    offsets = [0]
    for source in sources:
        offsets.append(offsets[-1] + len(source.ids))
    lexicons = [zip(source.terms(part), repeat(at)) for at, source in enumerate(sources)]
    for term, found in groupby(merge(*lexicons), key=lambda pair: pair[0]):
        having = [number for _, number in found]
        rows = [
            (ranks[offsets[number] + document], min(int(weight), MOST_WEIGHT), places)
            for number in having
            for document, weight, places in sources[number].postings(part, term)
        ]
        rows.sort()
        weights = bytes(weight for _, weight, _ in rows)
        marks = bytes([MOST_MARK]) * len(rows)
        if part == "text":
            marks = bytes(
                ceil(MOST_MARK * weight / (weight + norms[rank])) for rank, weight, _ in rows
            )
        places = [
            base + place for rank, _, each in rows for base in (bases[rank],) for place in each
        ]
        frequency = sum(sources[number].frequency(part, term) for number in having)
        ids = [rank for rank, _, _ in rows]
        terms.add(KEYS[part] + term, frequency, ids, weights, marks, places)


def _frequent(terms: _Terms, count: int) -> Iterator[bytes]:
    """The keys of what so many documents have that it gets a row."""
    beginnings: Counter[str] = Counter()
    for key, size in zip(terms.keys, terms.sizes, strict=True):
        if size * _DENSE > count:
            yield key
        if key[:1] == KEYS["text"]:
            word = key[1:].decode()
            beginnings.update({word[:letters]: size for letters in SHORT if len(word) >= letters})
    for letters in sorted(beginnings, key=str.encode):
        if beginnings[letters] * _DENSE > count:
            yield BEGINNING + letters.encode()


def _put_following(writer: Writer) -> None:
    """Of each place the code of the word that follows."""
    writer.add("following", b"")
    lists = Lists(writer)
    for part in KEYS.values():
        places = list(map(lists.places_of, lists.beginning(part)))
        standing = bytearray(lists.bases[-1] + 1)
        for number, each in enumerate(places):
            mark_all(standing, each, code(number))
        after = memoryview(standing)[1:]
        for each in places:
            writer.add("following", bytes(gathered(after, each)))


def _put_rows(writer: Writer) -> None:
    """The rows as they are made where there is none."""
    writer.add("rows", b"")
    lists = Lists(writer)
    runs = Runs(lists, Statistics(lists.count, lists.average, lambda part, stem: 0))
    for index in lists.beginning(ROW):
        key = lists.key(index)[1:]
        if key[:1] == BEGINNING:
            letters = key[1:].decode()
            row = runs.marked(Run((lists.others(letters),), letters, typed=letters))
        else:
            row = bytes(lists.marks_at(lists.find(key), lists.everyone))
        writer.add("rows", row)


def _put_words(writer: Writer) -> None:
    """All words, as they are looked up: to make this of the terms takes a third of a second."""
    lists = Lists(writer)
    counted: Counter[str] = Counter()
    for index in chain.from_iterable(lists.beginning(KEYS[part]) for part in PARTS):
        counted[lists.key(index)[1:].decode()] += lists.frequencies[index]
    words, stems, counts = WordList.of(counted, lists.forms("")).columns()
    writer.add("words", "\n".join(words).encode())
    writer.add("stems", "\n".join(stems).encode())
    writer.add("counts", array("I", counts))
