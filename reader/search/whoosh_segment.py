"""One segment of the Whoosh index, as `evaluate` asks of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from math import log
from typing import Any

from reader.search.evaluate import Scores
from reader.search.lexicon import START, TITLE_START, Lexicon
from reader.search.nearness import near
from reader.search.port import GOES_ON, TEXT_BEGINS, TITLE_WEIGHT, is_short
from reader.search.postings import Cache, Postings, read_postings
from reader.search.syntax import Published, Run

# BM25 as Whoosh and most others set it: how soon more occurrences stop counting, and how much
# the length of an article counts against it.
_K1 = 1.2
_B = 0.75

# An unfinished word with more stems than these is not worth ranking by each of them.
_MOST_SCORED = 6


@dataclass(frozen=True)
class Columns:
    """What is known of each document of a segment, by its number."""

    ids: tuple[str, ...]
    first: tuple[int, ...]
    """The first day it can have been published (proleptic ordinal), 0 if unknown."""
    last: tuple[int, ...]
    lengths: tuple[int, ...]
    """Words in title and text, as the index rounds them."""

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
        )

    @staticmethod
    def row(id: str, first: date | None, last: date | None) -> bytes:
        """The bytes that `of` reads."""
        days = [str(day.toordinal() if day else 0) for day in (first, last)]
        return "\t".join([id, *days]).encode()

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The document number of each article, deleted versions included."""
        return {id: number for number, id in enumerate(self.ids)}


class WhooshSegment:
    """Answers from one segment; lives as long as its searcher, in one thread."""

    def __init__(self, leaf: Any, columns: Columns, lexicon: Lexicon, cache: Cache) -> None:
        self.columns = columns
        self.lexicon = lexicon
        self._cache = cache
        self.reader = leaf.reader()
        self._decode = self.reader.schema["text"].format.decode_positions
        self._deleted = frozenset(self.reader.segment().deleted_docs() or ())
        whole = leaf.get_parent()
        self._whole = whole.reader()
        self._count = whole.doc_count_all()
        average = whole.avg_field_length("text") or 1
        self._norms = [_K1 * ((1 - _B) + _B * each / average) for each in columns.lengths]

    def run(self, run: Run, among: Collection[int] | None) -> Scores:
        """See Segment."""
        if len(run.stems) > 1:
            return self._side_by_side(run, among)
        stems = run.stems[0]
        each_counts = not run.exact and len(stems) <= _MOST_SCORED
        scored = stems if each_counts else stems & {run.exact}
        found: Scores = {}
        for each in sorted(scored):
            for document, score in self._term(run.part, each, among).items():
                found[document] = found.get(document, 0.0) + score
        if run.typed or not each_counts:
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

    def having(self, ids: frozenset[str]) -> Iterable[int]:
        """See Segment."""
        return (number for number in self.documents() if self.columns.ids[number] in ids)

    def published(self, days: Published) -> Iterable[int]:
        """See Segment."""
        first = days.first.toordinal() if days.first else 1
        last = days.last.toordinal() if days.last else date.max.toordinal()
        begin, end = self.columns.first, self.columns.last
        return (n for n in self.documents() if first <= begin[n] and 0 < end[n] <= last)

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
                found[id].append(self._places(postings, number))
        return found

    def _postings(self, part: str, stem: str) -> Postings:
        def read() -> Postings:
            return read_postings(self._matcher(part, stem), values=part != "forms")

        return self._cache.get(part, stem, read)

    def _matcher(self, part: str, stem: str) -> Any:
        """Whoosh's reader of a term, which skips deleted documents; None without the term."""
        if (part, stem.encode()) not in self.reader:
            return None
        return self.reader.postings(part, stem)

    def _ids(self, part: str, stems: Iterable[str]) -> Iterator[int]:
        return chain.from_iterable(self._postings(part, stem).ids for stem in stems)

    def _goes_on(self, run: Run, among: Collection[int] | None) -> Scores:
        """The documents with a word that begins so, those with one in the title worth more."""
        if is_short(run.typed, run.part, 1):
            found = dict.fromkeys(self._ids("forms", [START + run.typed]), GOES_ON)
            in_title = self._ids("forms", [TITLE_START + run.typed])
            found |= dict.fromkeys(in_title, TITLE_WEIGHT * GOES_ON)
        else:
            found = dict.fromkeys(self._ids(run.part, run.stems[0]), GOES_ON)
            if run.part == "text":
                stems = self.lexicon.in_titles(self.reader, run.stems[0])
                found |= dict.fromkeys(self._ids("title", stems), TITLE_WEIGHT * GOES_ON)
        if among is None:
            return found
        return {each: found[each] for each in among if each in found}

    def _term(self, part: str, stem: str, among: Collection[int] | None) -> Scores:
        """BM25F of one stem; in title and outlet alone, where counts say little, just its idf."""
        postings = self._postings(part, stem)
        if not postings.ids:
            return {}
        idf = self._idf(part, stem)
        if part != "text":
            return {each: idf for each in postings.ids if among is None or each in among}
        top, norms = idf * (_K1 + 1), self._norms
        return {
            each: top * weight / (weight + norms[each])
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
        # It is worth what its words are, and counts as one word that occurs as often.
        worth = sum(
            max((self._idf(run.part, stem) for stem in stems), default=0.0) for stems in run.stems
        )
        for number in sorted(candidates):
            starts = _beside([self._places(column, number) for column in columns], run.slop)
            if starts:
                weight = sum(TITLE_WEIGHT if at < TEXT_BEGINS else 1.0 for at in starts)
                often = (_K1 + 1) * weight / (weight + self._norms[number])
                found[number] = worth * (often if run.part == "text" else 1.0)
        return found

    def _places(self, postings: Sequence[Postings], number: int) -> list[int]:
        """Where any of the terms stands in a document, ascending."""
        values = (each.value(number) for each in postings)
        places = [self._decode(value) for value in values if value is not None]
        return places[0] if len(places) == 1 else sorted(chain.from_iterable(places))

    def _idf(self, part: str, stem: str) -> float:
        """How much it says that an article has the stem."""
        return log(self._count / (self._whole.doc_frequency(part, stem) + 1)) + 1


def _beside(columns: list[list[int]], slop: int) -> set[int]:
    """Where words that stand in these places stand together: the places where that begins."""
    if slop:
        return {start for start, _ in near(columns, slop)}
    places = [set(column) for column in columns]
    starts = places[0]
    for distance, following in enumerate(places[1:], 1):
        starts = {start for start in starts if start + distance in following}
        if not starts:
            break
    return starts
