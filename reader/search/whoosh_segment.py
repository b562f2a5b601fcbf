"""One segment of the Whoosh index, as `evaluate` asks of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import nsmallest
from itertools import chain
from typing import Any, Protocol

from reader.search.bm25 import Statistics, idf, norm, often, top
from reader.search.evaluate import Scores, evaluate
from reader.search.found import Listed, Portion
from reader.search.lexicon import QUOTATION, Lexicon, Stems
from reader.search.nearness import beside, numbered
from reader.search.port import (
    GOES_ON,
    TEXT_BEGINS,
    TITLE_WEIGHT,
    Ranked,
    Sort,
    goes_on,
    is_short,
    ranked,
    scored_stems,
)
from reader.search.postings import Cache, Postings, matcher, read_postings
from reader.search.syntax import Node, Part, Published, Run
from reader.search.vocabulary import WordList


@dataclass(frozen=True)
class Columns:
    """What is known of each document of a segment, by its number."""

    ids: tuple[str, ...]
    first: tuple[int, ...]
    """The first day it can have been published (proleptic ordinal), 0 if unknown."""
    last: tuple[int, ...]
    lengths: tuple[int, ...]
    """Words in title and text, as the index rounds them."""
    extents: tuple[int, ...]
    """How many words lie between the first and the last."""

    @classmethod
    def of(cls, reader: Any) -> Columns:
        """Read them out of a segment once."""
        column = reader.column_reader("card", translate=False)
        rows = [column[number].decode().split("\t") for number in range(reader.doc_count_all())]
        return cls(
            tuple(row[0] for row in rows),
            tuple(int(row[1]) for row in rows),
            tuple(int(row[2]) for row in rows),
            tuple(reader.doc_field_length(number, "text", 1) or 1 for number in range(len(rows))),
            tuple(int(row[3]) for row in rows),
        )

    @staticmethod
    def row(id: str, first: date | None, last: date | None, extent: int) -> bytes:
        """The bytes that `of` reads."""
        days = [str(day.toordinal() if day else 0) for day in (first, last)]
        return "\t".join([id, *days, str(extent)]).encode()

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The document number of each article, deleted versions included."""
        return {id: number for number, id in enumerate(self.ids)}


class Answering(Stems, Protocol):
    """Answers for one segment or several."""

    def answer(self, root: Node, limit: int, sort: Sort) -> tuple[list[Ranked], Portion]:
        """At least as many of the best hits as asked for, if there are, and all that was found."""

    def all_ids(self) -> Iterable[str]:
        """Every article."""

    def where(
        self, ids: Iterable[str], words: Sequence[frozenset[str]]
    ) -> dict[str, list[Sequence[int]]]:
        """See SearchIndex; for its own articles only."""

    def words(self) -> WordList:
        """All words; kept."""


@dataclass
class Kept:
    """What is read of a segment and kept for every searcher that has it."""

    columns: Columns | None = None
    lexicon: Lexicon = field(default_factory=Lexicon)
    cache: Cache = field(default_factory=Cache)


class WhooshSegment:
    """Answers from one segment; lives as long as its searcher, in one thread."""

    def __init__(self, reader: Any, statistics: Statistics, kept: Kept) -> None:
        self.reader = reader
        self.statistics = statistics
        self._kept = kept
        self.columns = kept.columns = kept.columns or Columns.of(reader)
        self._deleted = frozenset(reader.segment().deleted_docs() or ())

    @cached_property
    def _norms(self) -> list[float]:
        average = self.statistics.average
        return [norm(length, average) for length in self.columns.lengths]

    def answer(self, root: Node, limit: int, sort: Sort) -> tuple[list[Ranked], Listed]:
        """The best hits, and the articles found."""
        found = evaluate(root, self)
        ids = [self.columns.ids[number] for number in found]
        days = [self.columns.last[number] for number in found]
        return nsmallest(limit, ranked(ids, found.values(), days, sort)), Listed(ids)

    def all_ids(self) -> Iterable[str]:
        """Every article."""
        return (self.columns.ids[number] for number in self.documents())

    def words(self) -> WordList:
        """All words."""
        return self._kept.lexicon.words(self.reader)

    def stems(self, prefix: bytes) -> tuple[Iterable[tuple[bytes, int]], set[bytes]]:
        """See Lexicon."""
        return self._kept.lexicon.stems(self.reader, prefix)

    def others(self, letters: str) -> Iterable[str]:
        """See Lexicon."""
        return self._kept.lexicon.others(self.reader, letters)

    def frequency(self, part: Part, stem: str) -> int:
        """In how many documents a stem stands, deleted ones among them."""
        return int(self.reader.doc_frequency(part, stem.encode()))

    def run(self, run: Run, among: Collection[int] | None) -> Scores:
        """See Segment."""
        if len(run.stems) > 1:
            return self._side_by_side(run, among)
        found: Scores = {}
        for each in scored_stems(run):
            for document, score in self._term(run.part, each, among).items():
                found[document] = found.get(document, 0.0) + score
        if goes_on(run):
            for document, score in self._goes_on(run, among).items():
                found[document] = found.get(document, 0.0) + score
        return found

    def size(self, run: Run) -> int:
        """See Segment; a run of many stems only is taken for a frequent one."""
        single = [stem for stems in run.stems if len(stems) == 1 for stem in stems]
        sizes = [len(self._postings(run.part, stem).ids) for stem in single]
        return min(sizes, default=len(self.columns.ids))

    def documents(self) -> Iterable[int]:
        """See Segment."""
        return (n for n in range(len(self.columns.ids)) if n not in self._deleted)

    def having(self, ids: frozenset[str], among: Collection[int] | None) -> Iterable[int]:
        """See Segment."""
        domain = self.documents() if among is None else among
        return (number for number in domain if self.columns.ids[number] in ids)

    def published(self, days: Published, among: Collection[int] | None) -> Iterable[int]:
        """See Segment."""
        first = days.first.toordinal() if days.first else 1
        last = days.last.toordinal() if days.last else date.max.toordinal()
        begin, end = self.columns.first, self.columns.last
        domain = self.documents() if among is None else among
        return (n for n in domain if first <= begin[n] and 0 < end[n] <= last)

    def quotations(self, run: Run, document: int) -> frozenset[int]:
        """See Segment."""
        begins = self._postings("quoted", QUOTATION).places(document)
        columns = [[self._postings(run.part, stem) for stem in stems] for stems in run.stems]
        return numbered([_places(column, document) for column in columns], run.slop, begins)

    def where(
        self, ids: Iterable[str], words: Sequence[frozenset[str]]
    ) -> dict[str, list[Sequence[int]]]:
        """See SearchIndex; for the articles of this segment only."""
        numbers = self.columns.numbers
        mine = ((numbers[id], id) for id in ids if id in numbers)
        inside = {number: id for number, id in sorted(mine) if number not in self._deleted}
        found: dict[str, list[Sequence[int]]] = {id: [] for id in inside.values()}
        for stems in words:
            postings = [self._postings("text", stem) for stem in stems]
            for number, id in inside.items():
                found[id].append(_places(postings, number))
        return found

    def _postings(self, part: Part, stem: str) -> Postings:
        def read() -> Postings:
            return read_postings(matcher(self.reader, part, stem), values=True)

        return self._kept.cache.get(part, stem, read)

    def _ids(self, part: Part, stems: Iterable[str]) -> Iterator[int]:
        return chain.from_iterable(self._postings(part, stem).ids for stem in stems)

    def _goes_on(self, run: Run, among: Collection[int] | None) -> Scores:
        """The documents with a word that begins so, those with one in the title worth more."""
        stems: Iterable[str] = run.stems[0]
        if is_short(run.typed, run.part, 1):
            stems = run.stems[0].union(self._kept.lexicon.beginning(self.reader, run.typed))
        found = dict.fromkeys(self._ids(run.part, stems), GOES_ON)
        if run.part == "text":
            titled = self._kept.lexicon.in_titles(self.reader, stems)
            found |= dict.fromkeys(self._ids("title", titled), TITLE_WEIGHT * GOES_ON)
        if among is None:
            return found
        return {each: found[each] for each in among if each in found}

    def _term(self, part: Part, stem: str, among: Collection[int] | None) -> Scores:
        """BM25F of one stem; in title and outlet alone, where counts say little, just its idf."""
        postings = self._postings(part, stem)
        if not postings.ids:
            return {}
        documents, frequency = self.statistics.documents, self.statistics.frequency(part, stem)
        if part != "text":
            worth = idf(documents, frequency)
            return {each: worth for each in postings.ids if among is None or each in among}
        most, norms = top(documents, frequency), self._norms
        return {
            each: most * (weight / (weight + norms[each]))
            for each, weight in zip(postings.ids, postings.weights, strict=True)
            if among is None or each in among
        }

    def _side_by_side(self, run: Run, among: Collection[int] | None) -> Scores:
        """The documents where the words follow each other."""
        candidates = set(self._ids(run.part, run.stems[0]) if among is None else among)
        for stems in run.stems:
            candidates.intersection_update(self._ids(run.part, stems))
        columns = [[self._postings(run.part, stem) for stem in stems] for stems in run.stems]
        found: Scores = {}
        worth = self.statistics.together(run)
        for number in sorted(candidates):
            starts = beside([_places(column, number) for column in columns], run.slop)
            if starts:
                weight = sum(TITLE_WEIGHT if at < TEXT_BEGINS else 1.0 for at in starts)
                counts = run.part == "text"
                found[number] = worth * (often(weight, self._norms[number]) if counts else 1.0)
        return found


def _places(postings: Iterable[Postings], number: int) -> Sequence[int]:
    """Where any of the terms stands in a document, ascending."""
    return sorted(chain.from_iterable(each.places(number) for each in postings))
