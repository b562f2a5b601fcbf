"""Writes the flat arrays of some segments by reading their lists back, one term after another."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby, repeat
from pathlib import Path
from typing import Protocol

from reader.search.bm25 import norm
from reader.search.flat.layout import Writer
from reader.search.flat.lists import (
    BEGINNING,
    BEST,
    FORM,
    IN_TEXT,
    IN_TITLE,
    KEYS,
    coded,
    is_dense,
    often_per_norm,
)
from reader.search.lexicon import BETWEEN
from reader.search.port import SHORT
from reader.search.syntax import Part

# A beginning of words in more documents than one of so many gets a row.
_HEAVY = 8
# Of a term in more documents than these the best are noted, about so many.
_FREQUENT, _BEST = 2_000, 600
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
    """Writes lists, in the order of their keys."""

    def __init__(self, writer: Writer, count: int) -> None:
        self.writer, self.count = writer, count
        writer.add("lists", array("I"))
        self.keys: list[bytes] = []
        self.starts, self.sizes, self.frequencies = array("I", [0]), array("I"), array("I")

    def add(
        self,
        key: bytes,
        frequency: int = 0,
        ids: Sequence[int] = (),
        codes: Sequence[int] = (),
        places: Sequence[int] = (),
    ) -> None:
        """One list."""
        self.keys.append(key)
        self.frequencies.append(frequency)
        self.sizes.append(len(ids))
        record = array("I", ids)
        record.frombytes(bytes(_padded(codes)))
        if is_dense(len(ids), self.count):
            row = [0] * self.count
            for rank, code in zip(ids, codes, strict=True):
                row[rank] = code
            record.frombytes(bytes(_padded(row)))
        record.extend(places)
        if record:
            self.writer.add("lists", record)
        self.starts.append(self.starts[-1] + len(record))

    def end(self) -> None:
        """Write where they are."""
        offsets = array("I", [0])
        for key in self.keys:
            offsets.append(offsets[-1] + len(key))
        self.writer.add("keys", b"".join(self.keys))
        for name in ("starts", "sizes", "frequencies"):
            self.writer.add(name, getattr(self, name))
        self.writer.add("offsets", offsets)


def _padded(codes: Sequence[int]) -> array[int]:
    return array("H", [*codes, *[0] * (len(codes) % 2)])


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
        self.bases = array("I", [0])
        for extent in extents:
            self.bases.append(self.bases[-1] + extent + _APART)


def build(path: Path, names: Sequence[str], sources: Sequence[Source]) -> None:
    """Write the file of some segments; OSError where the disk refuses."""
    documents = _Documents(sources)
    if len(documents.lengths) > 256 or not documents.ids:
        return
    forms = sorted({pair for source in sources for pair in source.forms()})
    with Writer(path) as writer:
        terms = _Terms(writer, len(documents.ids))
        best: list[tuple[bytes, Sequence[int], Sequence[int]]] = []
        for part in sorted(KEYS, key=KEYS.__getitem__):
            for key, ids, codes in _put_part(terms, part, sources, documents):
                if part == "text" and len(ids) > _FREQUENT:
                    best.append((BEST + key[1:], *_best(ids, codes, documents)))
        for word, stem in forms:
            terms.add(FORM + f"{word}{BETWEEN}{stem}".encode())
        for key, ids, codes in best:
            terms.add(key, 0, ids, codes)
        _put_beginnings(terms, forms)
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


def _put_part(
    terms: _Terms, part: Part, sources: Sequence[Source], documents: _Documents
) -> Iterator[tuple[bytes, Sequence[int], Sequence[int]]]:
    """Write the terms of a part; gives each key, with documents and codes."""
    ranks, bases, length_of = documents.ranks, documents.bases, documents.length_of
    offsets = [0]
    for source in sources:
        offsets.append(offsets[-1] + len(source.ids))
    lexicons = [zip(source.terms(part), repeat(at)) for at, source in enumerate(sources)]
    for term, found in groupby(merge(*lexicons), key=lambda pair: pair[0]):
        having = [number for _, number in found]
        rows = [
            (ranks[offsets[number] + document], weight, places)
            for number in having
            for document, weight, places in sources[number].postings(part, term)
        ]
        rows.sort()
        ids = [rank for rank, _, _ in rows]
        codes = [coded(weight, length_of[rank]) for rank, weight, _ in rows]
        places = [
            base + place for rank, _, each in rows for base in (bases[rank],) for place in each
        ]
        frequency = sum(sources[number].frequency(part, term) for number in having)
        terms.add(KEYS[part] + term, frequency, ids, codes, places)
        yield KEYS[part] + term, ids, codes


def _best(
    ids: Sequence[int], codes: Sequence[int], documents: _Documents
) -> tuple[Sequence[int], Sequence[int]]:
    """The documents in which a term is worth most, with all that are as good as any of them."""
    norms = [norm(length, documents.average) for length in documents.lengths]
    counted, chosen, left = Counter(codes), set[int](), _BEST
    for code in sorted(counted, key=lambda code: -often_per_norm(code, norms)):
        left -= counted[code]
        if left < 0:
            break
        chosen.add(code)
    pairs = [pair for pair in zip(ids, codes, strict=True) if pair[1] in chosen]
    return [id for id, _ in pairs], [code for _, code in pairs]


def _put_beginnings(terms: _Terms, forms: Iterable[tuple[str, str]]) -> None:
    """Rows of the documents with words that begin with the same letters, where those are many."""
    stems: dict[str, set[str]] = {}
    texts = {key[1:].decode(): at for at, key in enumerate(terms.keys) if key[:1] == KEYS["text"]}
    titles = {key[1:].decode(): at for at, key in enumerate(terms.keys) if key[:1] == KEYS["title"]}
    for word, stem in [*zip(texts, texts, strict=True), *forms]:
        for size in SHORT:
            if len(word) >= size and stem in texts:
                stems.setdefault(word[:size], set()).add(stem)
    lists = terms.writer.read("lists")

    def mark(row: bytearray, found: Mapping[str, int], having: Iterable[str], as_: int) -> None:
        for index in (found[stem] for stem in having if stem in found):
            start = terms.starts[index]
            for rank in lists[start : start + terms.sizes[index]]:
                row[rank] = as_

    terms.writer.add("rows", b"")
    for letters, having in sorted(stems.items(), key=lambda pair: pair[0].encode()):
        if sum(terms.sizes[texts[stem]] for stem in having) * _HEAVY >= terms.count:
            row = bytearray(terms.count)
            mark(row, texts, having, IN_TEXT)
            mark(row, titles, having, IN_TITLE)
            terms.add(BEGINNING + letters.encode())
            terms.writer.add("rows", bytes(row))
