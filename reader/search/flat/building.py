"""Writes the flat arrays of some segments by reading their lists back, one term after another."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby, repeat
from pathlib import Path
from typing import Protocol

from reader.search.flat.layout import write
from reader.search.flat.lists import BEGINNING, BEGINNING_OF_TITLE, FORM, KEYS, OTHER, coded
from reader.search.lexicon import BETWEEN
from reader.search.port import SHORT, TITLE_WEIGHT
from reader.search.syntax import Part

# A term in more documents than one of so many gets a row with a place for every document.
_DENSE = 5
# Letters that begin fewer documents' words than one of so many are looked up term by term.
_HEAVY = 8
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
    """Lists as they grow, in the order of their keys."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.keys = bytearray()
        self.offsets, self.starts, self.places_at = (
            array("I", [0]),
            array("I", [0]),
            array("I", [0]),
        )
        self.ids, self.codes, self.places = array("I"), array("H"), array("I")
        self.frequencies = array("I")
        self.rows, self.row_of = array("H"), array("I")
        self.index: dict[bytes, int] = {}

    def end(self, key: bytes, frequency: int) -> None:
        """Close the list of a key, whose ids, codes and places have been put in."""
        start = self.starts[-1]
        self.index[key] = len(self.frequencies)
        self.keys += key
        self.offsets.append(len(self.keys))
        self.starts.append(len(self.ids))
        self.places_at.append(len(self.places))
        self.frequencies.append(frequency)
        dense = (len(self.ids) - start) * _DENSE > self.count
        if dense:
            row = array("H", bytes(2 * self.count))
            for rank, code in zip(self.ids[start:], self.codes[start:], strict=True):
                row[rank] = code
            self.rows.extend(row)
        self.row_of.append(len(self.rows) // self.count if dense else 0)

    def size(self, key: bytes) -> int:
        """How many documents a list has that was closed."""
        at = self.index[key]
        return self.starts[at + 1] - self.starts[at]

    def united(self, keys: Iterable[bytes]) -> array[int]:
        """The documents of some lists that were closed."""
        found: set[int] = set()
        for at in map(self.index.__getitem__, keys):
            found.update(self.ids[self.starts[at] : self.starts[at + 1]])
        return array("I", sorted(found))


def build(path: Path, names: Sequence[str], sources: Sequence[Source]) -> None:
    """Write the file of some segments; OSError where the disk refuses."""
    ids = [id for source in sources for id in source.ids]
    last = [day for source in sources for day in source.last]
    first = [day for source in sources for day in source.first]
    extents = [extent for source in sources for extent in source.extents]
    lengths = [length for source in sources for length in source.lengths]
    known = sorted(set(lengths))
    if len(known) > 256 or not ids:
        return
    order = sorted(range(len(ids)), key=lambda number: (-last[number], ids[number]))
    ranks = array("I", bytes(4 * len(ids)))
    bases = array("I", [0])
    for rank, number in enumerate(order):
        ranks[number] = rank
        bases.append(bases[-1] + extents[number] + _APART)
    numbered = {length: number for number, length in enumerate(known)}
    length_of = array("B", [numbered[lengths[number]] for number in order])
    terms = _Terms(len(ids))
    names_of = [ids[number].encode() for number in order]
    for part in sorted(KEYS, key=KEYS.__getitem__):
        _put_part(terms, part, sources, (ranks, bases, length_of))
    forms = sorted({pair for source in sources for pair in source.forms()})
    for word, stem in forms:
        terms.end(FORM + f"{word}{BETWEEN}{stem}".encode(), 0)
    _put_beginnings(terms)
    _put_others(terms, forms)
    arrays = {
        "numbers": array("I", order),
        "first": array("I", [first[number] for number in order]),
        "last": array("I", [last[number] for number in order]),
        "lengths": array("I", known),
        "length_of": length_of,
        "bases": bases,
        "vague": array("I", [r for r, n in enumerate(order) if first[n] != last[n]]),
        "terms": bytes(terms.keys),
        **{name: getattr(terms, name) for name in _ARRAYS},
        "names": b"\n".join(names_of),
    }
    write(path, {"segments": list(names), "documents": len(ids)}, arrays)


_ARRAYS = "offsets starts places_at ids codes places frequencies rows row_of".split()


def _put_part(
    terms: _Terms,
    part: Part,
    sources: Sequence[Source],
    documents: tuple[array[int], array[int], array[int]],
) -> None:
    ranks, bases, length_of = documents
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
        for rank, weight, places in rows:
            terms.ids.append(rank)
            terms.codes.append(coded(weight, length_of[rank]))
            base = bases[rank]
            terms.places.extend([base + place for place in places])
        frequency = sum(sources[number].frequency(part, term) for number in having)
        terms.end(KEYS[part] + term, frequency)


def _put_others(terms: _Terms, forms: Iterable[tuple[str, str]]) -> None:
    found = {
        f"{word[:size]}{BETWEEN}{stem}".encode()
        for word, stem in forms
        for size in SHORT
        if len(word) >= size and not stem.startswith(word[:size])
    }
    for key in sorted(found):
        terms.end(OTHER + key, 0)


def _put_beginnings(terms: _Terms) -> None:
    """The documents with stems that begin with the same letters, where those are many."""
    found: dict[str, list[bytes]] = {}
    for key in terms.index:
        if key[:1] == KEYS["text"]:
            word = key[1:].decode()
            for size in SHORT:
                if len(word) >= size:
                    found.setdefault(word[:size], []).append(key)
    kept: dict[bytes, tuple[array[int], array[int]]] = {}
    for letters, keys in found.items():
        if sum(map(terms.size, keys)) * _HEAVY >= terms.count:
            titles = {KEYS["title"] + key[1:] for key in keys} & terms.index.keys()
            kept[letters.encode()] = (terms.united(keys), terms.united(titles))
    for start, (ranks, titled) in sorted(kept.items()):
        in_title = set(titled)
        terms.ids.extend(ranks)
        terms.codes.extend([int(TITLE_WEIGHT) if rank in in_title else 1 for rank in ranks])
        terms.end(BEGINNING + start, len(ranks))
    for start, (_, titled) in sorted(kept.items()):
        terms.ids.extend(titled)
        terms.codes.extend([int(TITLE_WEIGHT)] * len(titled))
        terms.end(BEGINNING_OF_TITLE + start, len(titled))
