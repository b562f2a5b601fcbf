"""The posting lists of one segment of the Whoosh index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from reader.search.lexicon import Lexicon
from reader.search.lists import IN_TEXT, IN_TITLE
from reader.search.nearness import beside
from reader.search.port import TEXT_BEGINS, TITLE_WEIGHT, is_short
from reader.search.postings import Cache, Postings, matcher, read_postings
from reader.search.syntax import Part, Run
from reader.search.vocabulary import WordList


@dataclass(frozen=True)
class Columns:
    """What is known of the documents of some segments, from the newest to the oldest."""

    numbers: tuple[int, ...]
    """Their numbers, counted through all these segments."""
    ranks: tuple[int, ...]
    """Of each number its place among these."""
    ids: tuple[str, ...]
    first: tuple[int, ...]
    """The first day it can have been published (proleptic ordinal), 0 if unknown."""
    last: tuple[int, ...]
    lengths: tuple[int, ...]
    """The lengths that there are: words in title and text, as the index rounds them."""
    length_of: bytes
    """The number of each document's length."""
    extents: tuple[int, ...]
    """How many words lie between the first and the last."""

    @classmethod
    def of(cls, readers: Sequence[Any]) -> Columns:
        """Read them out of segments once."""
        rows = []
        for reader in readers:
            column = reader.column_reader("card", translate=False)
            for number in range(reader.doc_count_all()):
                id, first, last, extent = column[number].decode().split("\t")
                length = reader.doc_field_length(number, "text", 1) or 1
                rows.append((-int(last), id, int(first), int(extent), length))
        numbers = sorted(range(len(rows)), key=rows.__getitem__)
        ordered = [rows[number] for number in numbers]
        lengths = sorted({row[4] for row in rows})
        return cls(
            tuple(numbers),
            tuple(sorted(range(len(rows)), key=numbers.__getitem__)),
            tuple(row[1] for row in ordered),
            tuple(row[2] for row in ordered),
            tuple(-row[0] for row in ordered),
            tuple(lengths),
            bytes(lengths.index(row[4]) for row in ordered),
            tuple(row[3] for row in ordered),
        )

    @staticmethod
    def row(id: str, first: date | None, last: date | None, extent: int) -> bytes:
        """The bytes that `of` reads."""
        days = [str(day.toordinal() if day else 0) for day in (first, last)]
        return "\t".join([id, *days, str(extent)]).encode()


@dataclass
class Kept:
    """What is read of a segment and kept for every searcher that has it."""

    columns: Columns | None = None
    lexicon: Lexicon = field(default_factory=Lexicon)
    cache: Cache = field(default_factory=Cache)


class _Coded(NamedTuple):
    ids: Sequence[int]
    codes: Sequence[int]
    row: Sequence[int] = ()


class WhooshLists:
    """PostingLists of one segment without deleted documents; for its searcher, in one thread."""

    def __init__(self, reader: Any, kept: Kept) -> None:
        self.reader = reader
        self._kept = kept
        columns = kept.columns = kept.columns or Columns.of([reader])
        self.ranks = columns.ranks
        self.article_ids, self.first, self.last = columns.ids, columns.first, columns.last
        self.lengths, self.length_of = columns.lengths, columns.length_of

    def posting(self, part: Part, stem: str) -> _Coded | None:
        """See PostingLists."""
        found = self._postings(part, stem)
        pairs = zip(found.weights, found.ids, strict=True)
        most, length_of = len(self.lengths), self.length_of
        return _Coded(found.ids, [int(weight) * most + length_of[rank] for weight, rank in pairs])

    def size(self, part: Part, stems: Iterable[str]) -> int:
        """See PostingLists; many stems are taken for a frequent word."""
        some = list(stems)
        return len(self._postings(part, some[0]).ids) if len(some) == 1 else len(self.last)

    def marked(self, run: Run) -> bytearray:
        """See PostingLists."""
        (stems,) = self._stems(run)
        row = bytearray(len(self.last))
        for rank in self._ids(run.part, stems):
            row[rank] = IN_TEXT
        if run.part == "text":
            for rank in self._ids("title", self._kept.lexicon.in_titles(self.reader, stems)):
                row[rank] = IN_TITLE
        return row

    def together(self, run: Run) -> dict[int, float]:
        """See PostingLists."""
        wanted = self._stems(run)
        having = (set(self._ids(run.part, stems)) for stems in wanted)
        found: dict[int, float] = {}
        columns = [self.places(run.part, stems) for stems in wanted]
        for rank in set.intersection(*having):
            starts = beside([within(rank) for within in columns], run.slop)
            if starts:
                found[rank] = sum(TITLE_WEIGHT if at < TEXT_BEGINS else 1.0 for at in starts)
        return found

    def places(self, part: Part, stems: Iterable[str]) -> Callable[[int], Sequence[int]]:
        """See PostingLists."""
        lists = [self._postings(part, stem) for stem in stems]
        return lambda rank: sorted(chain.from_iterable(each.places(rank) for each in lists))

    def frequency(self, part: Part, stem: str) -> int:
        """See Stems."""
        return int(self.reader.doc_frequency(part, stem.encode()))

    def words(self) -> WordList:
        """See PostingLists."""
        return self._kept.lexicon.words(self.reader)

    def counted(self, part: Part) -> dict[str, int]:
        """See PostingLists."""
        terms = self.reader.iter_field(part)
        return {term.decode(): info.doc_frequency() for term, info in terms}

    def stems(self, prefix: bytes) -> tuple[Iterable[tuple[bytes, int]], set[bytes]]:
        """See Lexicon."""
        return self._kept.lexicon.stems(self.reader, prefix)

    def others(self, letters: str) -> Iterable[str]:
        """See Lexicon."""
        return self._kept.lexicon.others(self.reader, letters)

    def _stems(self, run: Run) -> Sequence[frozenset[str]]:
        """The stems of each place of a run, those too that begin as the last one does."""
        if not is_short(run.typed, run.part):
            return run.stems
        more = self._kept.lexicon.beginning(self.reader, run.part, run.typed)
        return (*run.stems[:-1], run.stems[-1].union(more))

    def _ids(self, part: Part, stems: Iterable[str]) -> Iterable[int]:
        return chain.from_iterable(self._postings(part, stem).ids for stem in stems)

    def _postings(self, part: Part, stem: str) -> Postings:
        def read() -> Postings:
            found = read_postings(matcher(self.reader, part, stem), values=True)
            return found.numbered(self.ranks)

        return self._kept.cache.get(part, stem, read)
