"""Reads the lists of a Whoosh segment back, for what is derived from them."""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.search.flat.building import build
from reader.search.lexicon import BETWEEN
from reader.search.syntax import Part
from reader.search.whoosh_files import Contents, Files
from reader.search.whoosh_segment import Columns


class WhooshSource:
    """A Source; documents deleted by now have no postings."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        columns = Columns.of(reader)
        self.ids, self.first, self.last = columns.ids, columns.first, columns.last
        self.lengths, self.extents = columns.lengths, columns.extents

    def terms(self, part: Part) -> Iterator[bytes]:
        """See Source."""
        return iter(self._reader.lexicon(part))

    def frequency(self, part: Part, term: bytes) -> int:
        """See Source."""
        return int(self._reader.doc_frequency(part, term))

    def postings(self, part: Part, term: bytes) -> Iterable[tuple[int, float, Sequence[int]]]:
        """See Source; by blocks, as `read_postings` does."""
        matcher = self._reader.postings(part, term)
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

    def forms(self) -> Iterable[tuple[str, str]]:
        """See Source."""
        for form in self._reader.lexicon("forms"):
            word, _, stem = form.decode().partition(BETWEEN)
            yield word, stem


def derive(folder: Path, path: Path, group: Sequence[str]) -> None:
    """Write the flat file of some segments of an index.

    Without effect where the disk refuses or the segments are gone by now: they then answer by
    themselves.
    """
    with contextlib.suppress(Exception), Files(folder) as files:
        contents = Contents(files)
        sources = [WhooshSource(contents.reader(name)) for name in group]
        path.parent.mkdir(exist_ok=True)
        build(path, group, sources)
