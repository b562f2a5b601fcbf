"""Reads the lists of Whoosh segments back, for what is derived from them."""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reader.search.flat.building import build
from reader.search.lexicon import BETWEEN
from reader.search.syntax import Part
from reader.search.whoosh_files import Contents, Files
from reader.search.whoosh_segment import Columns


class WhooshSource:
    """A Source of some segments together; documents deleted by now have no postings."""

    def __init__(self, readers: Sequence[Any]) -> None:
        self.columns = Columns.of(readers)
        self._readers: list[tuple[int, Any]] = []
        start = 0
        for reader in readers:
            self._readers.append((start, reader))
            start += reader.doc_count_all()

    def terms(self, part: Part) -> Iterable[bytes]:
        """See Source."""
        return sorted({term for _, reader in self._readers for term in reader.lexicon(part)})

    def frequency(self, part: Part, term: bytes) -> int:
        """See Source."""
        return sum(int(reader.doc_frequency(part, term)) for _, reader in self._readers)

    def postings(self, part: Part, term: bytes) -> list[tuple[int, float, Sequence[int]]]:
        """See Source."""
        ranks = self.columns.ranks
        return sorted(
            (ranks[start + number], weight, places)
            for start, reader in self._readers
            if (part, term) in reader
            for number, weight, places in _postings(reader.postings(part, term))
        )

    def forms(self) -> Iterable[tuple[str, str]]:
        """See Source."""
        forms = {form for _, reader in self._readers for form in reader.lexicon("forms")}
        for form in sorted(forms):
            word, _, stem = form.decode().partition(BETWEEN)
            yield word, stem


def derive(folder: Path, path: Path, group: Sequence[str]) -> None:
    """Write the flat file of some segments of an index.

    Without effect where the disk refuses or the segments are gone by now: they then answer by
    themselves.
    """
    with contextlib.suppress(Exception), Files(folder) as files:
        contents = Contents(files)
        path.parent.mkdir(exist_ok=True)
        build(path, group, WhooshSource([contents.reader(name) for name in group]))


def _postings(matcher: Any) -> Iterable[tuple[int, float, Sequence[int]]]:
    """Each document's number, weight and places, by blocks as `read_postings` does."""
    while matcher.is_active():
        if hasattr(matcher, "_next_block"):
            matcher.id(), matcher.weight(), matcher.value()
            for id, weight, value in zip(
                matcher._ids, matcher._weights, matcher._values, strict=True
            ):
                yield id, weight, array("I", value)
            matcher._next_block()
        else:
            yield matcher.id(), matcher.weight(), matcher.value_as("positions")
            matcher.next()
