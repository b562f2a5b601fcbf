"""Answers whole queries from flat arrays, for some segments of an index together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import chain, compress, islice, repeat
from operator import add
from typing import Any

from reader.search.bm25 import MOST_WEIGHT, Statistics, idf, norm, often, top
from reader.search.evaluate import Scores, evaluate
from reader.search.flat.lists import IN_TEXT, IN_TITLE, KEYS, Lists, gathered
from reader.search.flat.phrases import together
from reader.search.found import Labels
from reader.search.lexicon import PARTS, QUOTATION
from reader.search.nearness import numbered
from reader.search.port import (
    GOES_ON,
    TITLE_WEIGHT,
    Ranked,
    Sort,
    goes_on,
    is_short,
    ranked,
    scored_stems,
)
from reader.search.syntax import Node, Part, Published, Run
from reader.search.vocabulary import WordList

_GOES_ON = [0.0, *[GOES_ON] * (IN_TITLE - 1), TITLE_WEIGHT * GOES_ON]
"""What it is worth to have a word that begins so, by the mark for it."""

_SAMPLE = 16  # the best of every so many scores say what the best of all are worth at least

Column = tuple[Sequence[int], Iterable[float]]
"""Documents, ascending, and what a word is worth in each."""


class Found:
    """The documents that were found, as ranks; their ids are looked up when they are asked for."""

    def __init__(self, lists: Lists, ranks: Sequence[int]) -> None:
        self._lists = lists
        self._ranks = ranks

    def __len__(self) -> int:
        return len(self._ranks)

    def __iter__(self) -> Iterator[str]:
        return iter(gathered(self._lists.article_ids, self._ranks))

    def counts(self, labels: Labels) -> Counter[str]:
        """How many bear each label."""
        row = labels.row(self._lists, self._lists.article_ids, len(self))
        return Counter(map(labels.of, self) if row is None else gathered(row, self._ranks))


class FlatSegment:
    """One file of lists in one state of its deleted documents; for one thread at a time.

    Answers as a Segment does, and as Answering.
    """

    def __init__(self, lists: Lists, dead: Iterable[int], statistics: Statistics) -> None:
        self._lists = lists
        self._dead = frozenset(dead)
        self._statistics = statistics
        self._row = lru_cache(1)(self._marked)
        self._norms = [norm(length, statistics.average) for length in lists.lengths]
        # What of the most that a word can be worth it is worth in a document, by its code there.
        weights = range(MOST_WEIGHT + 1)
        self._shares = [weight / (weight + each) for weight in weights for each in self._norms]

    def answer(self, root: Node, limit: int, sort: Sort) -> tuple[list[Ranked], Found]:
        """See Answering."""
        if isinstance(root, Run):
            ranks, scores = self._column(root, None)
        else:
            ranks, scores = _ascending(evaluate(root, self))
        best, last = ranks, self._lists.last
        if sort == "date" and 0 < limit < len(ranks):
            # All more of the last day as well, whose scores decide.
            best = ranks[: bisect_left(ranks, self._since(last[ranks[limit - 1]]))]
        elif 0 < limit < len(ranks):
            if isinstance(root, Run) and len(root.stems) == 1 and goes_on(root):
                best, scores = self._column(root, self._likely(root, limit))
            known = list(islice(scores, len(best)))
            chosen = _best(known, limit)
            best, scores = gathered(best, chosen), gathered(known, chosen)
        ids, days = gathered(self._lists.article_ids, best), gathered(last, best)
        return list(ranked(ids, islice(scores, len(best)), days, sort)), Found(self._lists, ranks)

    def all_ids(self) -> Iterable[str]:
        """See Answering."""
        return self._rank_of.keys()

    def where(
        self, ids: Iterable[str], words: Sequence[frozenset[str]]
    ) -> dict[str, list[Sequence[int]]]:
        """See Answering."""
        lists = self._lists
        indexes = [lists.indexes("text", stems) for stems in words]
        return {
            lists.article_ids[rank]: [lists.places_in(each, rank) for each in indexes]
            for rank in self.having(frozenset(ids), None)
        }

    def words(self) -> WordList:
        """See Answering."""
        return self._lists.all_words

    def frequency(self, part: Part, stem: str) -> int:
        """See Stems."""
        lists = self._lists
        return sum(lists.frequencies[index] for index in lists.indexes(part, [stem]))

    def stems(self, prefix: bytes) -> tuple[Iterable[tuple[bytes, int]], set[bytes]]:
        """See Lexicon."""
        counted: Counter[bytes] = Counter()
        for part in PARTS:
            for index, term in self._lists.beginning(KEYS[part] + prefix):
                counted[term] += self._lists.frequencies[index]
        return counted.items(), {stem.encode() for stem in self.others(prefix.decode())}

    def others(self, letters: str) -> Iterable[str]:
        """See Lexicon."""
        return self._lists.others(letters)

    def run(self, run: Run, among: Collection[int] | None) -> Scores:
        """See Segment."""
        return dict(zip(*self._column(run, among)))

    def size(self, run: Run) -> int:
        """See Segment."""
        if is_short(run.typed, run.part, len(run.stems)):
            return self._lists.count
        columns = (self._lists.indexes(run.part, stems) for stems in run.stems)
        return min(sum(map(self._lists.size, indexes)) for indexes in columns)

    def documents(self) -> Iterable[int]:
        """See Segment."""
        return (rank for rank in range(self._lists.count) if rank not in self._dead)

    def having(self, ids: frozenset[str], among: Collection[int] | None) -> Iterable[int]:
        """See Segment."""
        if among is not None:
            return [rank for rank in among if self._lists.article_ids[rank] in ids]
        return [self._rank_of[id] for id in ids if id in self._rank_of]

    def published(self, days: Published, among: Collection[int] | None) -> Iterable[int]:
        """See Segment."""
        earliest = days.first.toordinal() if days.first else 1
        latest = days.last.toordinal() if days.last else date.max.toordinal()
        first, begin, end = self._lists.first, self._since(latest + 1), self._since(earliest)
        found = range(begin, end) if among is None else (r for r in among if begin <= r < end)
        return [rank for rank in found if first[rank] >= earliest and rank not in self._dead]

    def quotations(self, run: Run, document: int) -> frozenset[int]:
        """See Segment."""
        lists = self._lists
        begins = lists.places_in(lists.indexes("quoted", [QUOTATION]), document)
        columns = (lists.indexes(run.part, stems) for stems in run.stems)
        return numbered([lists.places_in(each, document) for each in columns], run.slop, begins)

    def _column(self, run: Run, among: Collection[int] | None) -> Column:
        """The documents with a run, of `among` only if that is given."""
        if len(run.stems) > 1:
            return self._phrase(run, among)
        if not goes_on(run):
            return self._terms(run, among)
        row = self._row(run)
        if among is None:
            ids: Sequence[int] = list(compress(range(len(row)), row))
            return ids, self._going_on(run, ids, row.translate(None, b"\0"), None)
        ids, marks = _of_row(row, among)
        return ids, self._going_on(run, ids, marks, among)

    def _going_on(
        self, run: Run, ids: Iterable[int], marks: Iterable[int], among: Collection[int] | None
    ) -> Iterator[float]:
        """What a word is worth that goes on from letters; all that has its terms is among these."""
        scores = map(_GOES_ON.__getitem__, marks)
        known = dict(zip(*self._terms(run, among), strict=False))
        yield from map(add, map(known.get, ids, repeat(0.0)), scores) if known else scores

    def _terms(self, run: Run, among: Collection[int] | None) -> Column:
        """The documents with a term by which a single word is ranked."""
        columns: list[Column] = []
        documents = self._statistics.documents
        for stem in scored_stems(run):
            frequency = self._statistics.frequency(run.part, stem)
            for index in self._lists.indexes(run.part, [stem]):
                record = self._lists.of(index)
                if among is not None and record.row:
                    ids, codes = _of_row(record.row, among)
                else:
                    ids, codes = self._kept(record.ids, record.codes, among)
                if run.part == "text":
                    most, shares = top(documents, frequency), self._shares
                    columns.append((ids, [most * shares[code] for code in codes]))
                else:
                    columns.append((ids, [idf(documents, frequency)] * len(ids)))
        if len(columns) == 1:
            return columns[0]
        found: dict[int, float] = {}
        for ids, scores in columns:
            found.update(zip(ids, map(add, map(found.get, ids, repeat(0.0)), scores), strict=True))
        return _ascending(found)

    def _likely(self, run: Run, most: int) -> Collection[int]:
        """Documents among which so many of the best are that have a word still being typed.

        Others than those with a term that counts are worth what their mark says.
        """
        row = self._row(run)
        ids, scores = self._terms(run, None)
        sums = [score + _GOES_ON[row[rank]] for rank, score in zip(ids, scores, strict=True)]
        found = {*gathered(ids, _best(sums, most))}
        for mark in (IN_TEXT, IN_TITLE):
            having = row.translate(bytes(each == mark for each in range(256)))
            found.update(islice(compress(range(len(row)), having), most))
        return sorted(found)

    def _marked(self, run: Run) -> bytes:
        """For every document a mark whether it has any of the words that a run may be."""
        lists, stems = self._lists, run.stems[0]
        short = is_short(run.typed, run.part, 1)
        kept = lists.row(run.typed) if short else None
        if kept is not None:
            stems = frozenset(each for each in stems if not each.startswith(run.typed))
        row = bytearray(kept or lists.count)
        for part, mark in ((run.part, IN_TEXT), ("title", IN_TITLE)):
            if mark == IN_TITLE and run.part != "text":
                break
            indexes = set(lists.indexes(part, stems))
            if short and kept is None:
                beginning = lists.beginning(KEYS[part] + run.typed.encode())
                indexes.update(index for index, _ in beginning)
            for rank in chain.from_iterable(map(lists.ids, indexes)):
                row[rank] |= mark
        for rank in self._dead:
            row[rank] = 0
        return bytes(row)

    def _phrase(self, run: Run, among: Collection[int] | None) -> Column:
        ids, weights = self._kept(*_ascending(together(self._lists, run)), among)
        worth = self._statistics.together(run)
        if run.part != "text":
            return ids, [worth] * len(ids)
        norms, lengths = self._norms, self._lists.length_of
        pairs = zip(weights, ids, strict=True)
        return ids, [worth * often(weight, norms[lengths[rank]]) for weight, rank in pairs]

    def _kept(
        self, ids: Sequence[int], values: Sequence[Any], among: Collection[int] | None
    ) -> tuple[Sequence[int], Sequence[Any]]:
        """Those of some documents that are not deleted, and are among others, with their values."""
        if among is not None:
            keep = list(map(set(among).__contains__, ids))
        elif self._dead:
            keep = [rank not in self._dead for rank in ids]
        else:
            return ids, values
        return list(compress(ids, keep)), list(compress(values, keep))

    @cached_property
    def _rank_of(self) -> Mapping[str, int]:
        """The rank of each article; a deleted version of it has another."""
        ids = self._lists.article_ids
        return {id: rank for rank, id in enumerate(ids) if rank not in self._dead}

    def _since(self, day: int) -> int:
        """How many documents are of that day or later ones: ranks go from the last to the first."""
        last = self._lists.last
        return bisect_right(range(self._lists.count), -day, key=lambda rank: -last[rank])


def _best(scores: Sequence[float], most: int) -> Sequence[int]:
    """The places of the highest scores, of equal ones the first."""
    some = scores[::_SAMPLE] if len(scores) > most * _SAMPLE else scores
    least = min(nlargest(most, some), default=0.0)
    likely = [at for at, score in enumerate(scores) if score >= least]
    return nlargest(most, likely, key=scores.__getitem__)


def _of_row(row: Any, among: Collection[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Those of some documents that a row has, and what it has for them."""
    found = gathered(row, among)
    return list(compress(among, found)), list(filter(None, found))


def _ascending(found: Mapping[int, Any]) -> tuple[Sequence[int], Sequence[Any]]:
    ranks = sorted(found)
    return ranks, gathered(found, ranks)
