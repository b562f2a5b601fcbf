"""Writes the flat arrays of some segments by reading their lists back, one term after another."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, groupby, repeat
from math import ceil
from pathlib import Path
from typing import Protocol

from reader.search.bm25 import MOST_WEIGHT, norm
from reader.search.flat.layout import Writer, writing
from reader.search.flat.lists import (
    BEGINNING,
    FORM,
    IN_TEXT,
    IN_TITLE,
    KEYS,
    MOST_MARK,
    ROW,
    gathered,
)
from reader.search.flat.phrases import code
from reader.search.flat.runs import mark_all
from reader.search.lexicon import BETWEEN
from reader.search.port import SHORT
from reader.search.syntax import Part

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

    def add_following(self, extent: int) -> None:
        """Of each place the code of the word that follows."""
        lists = self.writer.read("lists")
        self.writer.add("following", b"")
        for part in KEYS.values():
            standing = bytearray(extent + 1)
            mine = [at for at, key in enumerate(self.keys) if key[:1] == part]
            places = [
                lists[end - (self.firsts[at + 1] - self.firsts[at]) : end]
                for at in mine
                for end in (self.starts[at + 1],)
            ]
            for number, each in enumerate(places):
                mark_all(standing, each, code(number))
            after = memoryview(standing)[1:]
            for each in places:
                self.writer.add("following", bytes(gathered(after, each)))

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
    forms = sorted({pair for source in sources for pair in source.forms()})
    with writing(path) as writer:
        terms = _Terms(writer)
        for part in sorted(KEYS, key=KEYS.__getitem__):
            _put_part(terms, part, sources, documents)
        for word, stem in forms:
            terms.add(FORM + f"{word}{BETWEEN}{stem}".encode())
        terms.add_following(documents.bases[-1])
        _put_rows(terms, forms, len(documents.ids))
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


def _put_rows(terms: _Terms, forms: Iterable[tuple[str, str]], count: int) -> None:
    """Rows of what many documents have: terms, and words that begin with the same letters."""
    lists = terms.writer.read("lists")
    terms.writer.add("rows", b"")

    def ids(at: int) -> memoryview:
        return lists[terms.starts[at] : terms.starts[at] + terms.sizes[at]]

    def put(key: bytes, row: bytes | bytearray) -> None:
        terms.add(ROW + key)
        terms.writer.add("rows", bytes(row))

    texts, titles = (
        {key[1:].decode(): at for at, key in enumerate(terms.keys) if key[:1] == KEYS[part]}
        for part in ("text", "title")
    )
    stems: dict[str, set[str]] = {}
    for word, stem in [*zip(texts, texts, strict=True), *forms]:
        for size in SHORT:
            if len(word) >= size and stem in texts:
                stems.setdefault(word[:size], set()).add(stem)
    for at, key in enumerate(list(terms.keys)):
        if terms.sizes[at] * _DENSE > count:
            start = 4 * (terms.starts[at] + terms.sizes[at]) + terms.sizes[at]
            row = bytearray(count)
            for rank, mark in zip(ids(at), lists.cast("B")[start:], strict=False):
                row[rank] = mark
            put(key, row)
    for letters, having in sorted(stems.items(), key=lambda pair: pair[0].encode()):
        if sum(terms.sizes[texts[stem]] for stem in having) * _DENSE > count:
            row = bytearray(count)
            for known, mark in ((texts, IN_TEXT), (titles, IN_TITLE)):
                for stem in having & known.keys():
                    mark_all(row, ids(known[stem]), mark)
            put(BEGINNING + letters.encode(), row)
