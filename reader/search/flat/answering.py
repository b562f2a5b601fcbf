"""Answers whole queries from flat arrays, for some segments of an index together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from heapq import nlargest
from itertools import chain, compress, islice, repeat
from operator import add
from typing import Any

from reader.search.bm25 import Statistics, idf, norm, often, top
from reader.search.evaluate import Scores, evaluate
from reader.search.flat.lists import BEGINNING, KEYS, Lists, gathered
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


class _Shares(dict[int, float]):
    """What of the most that a word can be worth it is worth in a document, by its code there."""

    def __init__(self, lengths: Sequence[int], average: float) -> None:
        self.norms = [norm(length, average) for length in lengths]

    def __missing__(self, code: int) -> float:
        weight, length = divmod(code, 256)
        share = self[code] = weight / (weight + self.norms[length])
        return share


class FlatSegment:
    """One file of lists in one state of its deleted documents; for one thread at a time.

    Answers as a Segment does, and as Answering.
    """

    def __init__(self, lists: Lists, dead: Iterable[int], statistics: Statistics) -> None:
        self._lists = lists
        self._dead = frozenset(dead)
        self._statistics = statistics
        self._shares = _Shares(lists.lengths, statistics.average)

    def answer(self, root: Node, limit: int, sort: Sort) -> tuple[list[Ranked], Found]:
        """See Answering."""
        if isinstance(root, Run):
            ranks, worths = self._column(root)
        else:
            ranks, worths = _ascending(evaluate(root, self))
        scores, last = list(islice(worths, len(ranks))), self._lists.last
        chosen: Sequence[int] = range(len(ranks))
        if sort == "date" and 0 < limit < len(ranks):
            # All more of the last day as well, whose scores decide.
            chosen = range(bisect_left(ranks, self._since(last[ranks[limit - 1]])))
        elif sort == "relevance" and 0 < limit < len(ranks):
            chosen = _best(scores, limit)
        best, scores = gathered(ranks, chosen), gathered(scores, chosen)
        ids, days = gathered(self._lists.article_ids, best), gathered(last, best)
        return list(ranked(ids, scores, days, sort)), Found(self._lists, ranks)

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
        lists, begin, end = self._lists, self._since(latest + 1), self._since(earliest)
        vague = lists.vague[bisect_left(lists.vague, begin) : bisect_left(lists.vague, end)]
        unsure = self._dead.union(rank for rank in vague if lists.first[rank] < earliest)
        found = range(begin, end) if among is None else among
        return [rank for rank in found if begin <= rank < end and rank not in unsure]

    def quotations(self, run: Run, document: int) -> frozenset[int]:
        """See Segment."""
        lists = self._lists
        begins = lists.places_in(lists.indexes("quoted", [QUOTATION]), document)
        columns = (lists.indexes(run.part, stems) for stems in run.stems)
        return numbered([lists.places_in(each, document) for each in columns], run.slop, begins)

    def _column(self, run: Run, among: Collection[int] | None = None) -> Column:
        """The documents with a run, of `among` only if that is given."""
        if len(run.stems) > 1:
            return self._phrase(run, among)
        known = self._terms(run, among)
        if not goes_on(run):
            return known
        ids, marks = self._kept(*self._beginning(run), among)
        scores = map(GOES_ON.__mul__, marks)
        if known[0]:  # all of them are among these
            scores = map(add, map(dict(zip(*known, strict=False)).get, ids, repeat(0.0)), scores)
        return ids, scores

    def _terms(self, run: Run, among: Collection[int] | None) -> Column:
        """The documents with a term by which a single word is ranked."""
        lists, statistics = self._lists, self._statistics
        columns: list[Column] = []
        for stem in scored_stems(run):
            frequency = statistics.frequency(run.part, stem)
            for index in lists.indexes(run.part, [stem]):
                ids, codes = self._kept(lists.ids(index), lists.codes(index), among)
                if run.part == "text":
                    most = top(statistics.documents, frequency)
                    shares = map(self._shares.__getitem__, codes)
                    columns.append((ids, map(most.__mul__, shares)))
                else:
                    columns.append((ids, repeat(idf(statistics.documents, frequency))))
        if len(columns) == 1:
            return columns[0]
        found: dict[int, float] = {}
        for ids, scores in columns:
            found.update(zip(ids, map(add, map(found.get, ids, repeat(0.0)), scores), strict=False))
        return _ascending(found)

    def _beginning(self, run: Run) -> tuple[Sequence[int], Sequence[int]]:
        """The documents with any of the words that a run may be, and what that counts in each."""
        lists, letters, stems = self._lists, run.typed.encode(), run.stems[0]
        short = is_short(run.typed, run.part, 1)
        kept = lists.find(KEYS[run.part] + letters + BEGINNING) if short else None
        if kept is not None:
            stems = frozenset(each for each in stems if not each.startswith(run.typed))
        having = []
        for part in (run.part, "title"):
            indexes = set(lists.indexes(part, stems))
            if short and kept is None:
                indexes.update(index for index, _ in lists.beginning(KEYS[part] + letters))
            having.append(chain.from_iterable(map(lists.ids, indexes)))
        found = dict.fromkeys(having[0], 1)
        if kept is not None:
            if not found:
                return lists.ids(kept), lists.codes(kept)
            found |= zip(lists.ids(kept), lists.codes(kept), strict=True)
        if run.part == "text":
            found |= dict.fromkeys(having[1], int(TITLE_WEIGHT))
        return _ascending(found)

    def _phrase(self, run: Run, among: Collection[int] | None) -> Column:
        ids, weights = self._kept(*_ascending(together(self._lists, run)), among)
        worth = self._statistics.together(run)
        if run.part != "text":
            return ids, repeat(worth)
        norms, lengths = self._shares.norms, self._lists.length_of
        pairs = zip(weights, ids, strict=True)
        return ids, [worth * often(weight, norms[lengths[rank]]) for weight, rank in pairs]

    def _kept(
        self, ids: Sequence[int], values: Sequence[Any], among: Collection[int] | None
    ) -> tuple[Sequence[int], Sequence[Any]]:
        """Those of some documents that are not deleted, and are among others, with their values."""
        if among is not None:
            keep = list(map(among.__contains__, ids))
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
    least = nlargest(most, some)[-1]
    likely = [at for at, score in enumerate(scores) if score >= least]
    return nlargest(most, likely, key=scores.__getitem__)


def _ascending(found: Mapping[int, Any]) -> tuple[Sequence[int], Sequence[Any]]:
    ranks = sorted(found)
    return ranks, gathered(found, ranks)
