"""Answers queries over some documents from the posting lists of their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from heapq import nlargest
from itertools import compress, islice, repeat
from operator import add
from typing import Any

from reader.search.bm25 import MOST_WEIGHT, Statistics, idf, norm, often, top
from reader.search.evaluate import Scores, evaluate
from reader.search.found import Marked, Numbered, Portion, gathered
from reader.search.frequent import BEGUN, SAMPLE, Worth, promising
from reader.search.lexicon import QUOTATION
from reader.search.lists import IN_TEXT, IN_TITLE, Posting, PostingLists
from reader.search.nearness import numbered
from reader.search.port import (
    Ranked,
    Sort,
    goes_on,
    is_short,
    ranked,
    scored_stems,
)
from reader.search.syntax import And, Everything, Node, Published, Run

# Of a word in more documents than one of so many, few are worth being looked at one by one.
_MOSTLY = 2

Column = tuple[Sequence[int], Iterable[float]]
"""Documents, ascending, and what a word is worth in each."""


class ListSegment:
    """Lists in one state of their deleted documents; a Segment, for one thread at a time."""

    def __init__(self, lists: PostingLists, dead: Iterable[int], statistics: Statistics) -> None:
        self.lists = lists
        self._dead = frozenset(dead)
        self._statistics = statistics
        self._marked: tuple[Run | None, bytes] = (None, b"")
        # All numbers of documents: a range would make each of them anew for every key.
        self._every = tuple(range(len(lists.last)))
        self._norms = [norm(length, statistics.average) for length in lists.lengths]

    def answer(self, root: Node, limit: int, sort: Sort) -> tuple[list[Ranked], Portion]:
        """At least as many of the best hits as asked for, if there are, and all that was found."""
        if isinstance(root, Run) and _single(root) and goes_on(root) and sort == "relevance":
            found = Marked(self.lists, self.lists.article_ids, self._row(root))
            if 0 < limit < len(found):
                likely = self._likely(root, limit)
                return _hits(self.lists, likely, self._worths(root, likely), limit, sort), found
        parts = root.parts if isinstance(root, And) else (root,)
        runs = sorted((part for part in parts if isinstance(part, Run)), key=self.size)
        if len(runs) == len(parts):
            ranks, scores = self._column(runs[0])
            for run in runs[1:]:
                more = self._worths(run, ranks)
                scores = compress(map(add, scores, more), more)
                ranks = list(compress(ranks, more))
        elif isinstance(root, Everything):
            ranks, scores = self.documents(), repeat(0.0)
            if 0 < limit < len(ranks):  # the newest: they are all worth the same
                hits = _hits(self.lists, ranks[:limit], scores, limit, sort)
                return hits, Numbered(self.lists, self.lists.article_ids, ranks)
        else:
            ranks, scores = _ascending(evaluate(root, self))
        hits = _hits(self.lists, ranks, scores, limit, sort)
        return hits, Numbered(self.lists, self.lists.article_ids, ranks)

    def all_ids(self) -> Iterable[str]:
        """Every article."""
        return self._rank_of.keys()

    def where(
        self, ids: Iterable[str], words: Sequence[frozenset[str]]
    ) -> dict[str, list[Sequence[int]]]:
        """See SearchIndex; for its own articles only."""
        columns = [self.lists.places("text", stems) for stems in words]
        return {
            self.lists.article_ids[rank]: [within(rank) for within in columns]
            for rank in self.having(frozenset(ids), None)
        }

    def run(self, run: Run, among: Collection[int] | None) -> Scores:
        """See Segment."""
        if among is None:
            return dict(zip(*self._column(run), strict=True))
        pairs = zip(among, self._worths(run, among), strict=True)
        return {rank: worth for rank, worth in pairs if worth}

    def size(self, run: Run) -> int:
        """See Segment."""
        known = run.stems[:-1] if is_short(run.typed, run.part) else run.stems
        sizes = (self.lists.size(run.part, stems) for stems in known)
        return min(sizes, default=len(self.lists.article_ids))

    def documents(self) -> Sequence[int]:
        """See Segment."""
        every = self._every
        return [rank for rank in every if rank not in self._dead] if self._dead else every

    def having(self, ids: frozenset[str], among: Collection[int] | None) -> Iterable[int]:
        """See Segment."""
        if among is not None:
            return [rank for rank in among if self.lists.article_ids[rank] in ids]
        return [self._rank_of[id] for id in ids if id in self._rank_of]

    def published(self, days: Published, among: Collection[int] | None) -> Iterable[int]:
        """See Segment."""
        earliest = days.first.toordinal() if days.first else 1
        latest = days.last.toordinal() if days.last else date.max.toordinal()
        first, last = self.lists.first, self.lists.last
        begin, end = _since(last, latest + 1), _since(last, earliest)
        found = range(begin, end) if among is None else (r for r in among if begin <= r < end)
        return [rank for rank in found if first[rank] >= earliest and rank not in self._dead]

    def quotations(self, run: Run, document: int) -> frozenset[int]:
        """See Segment."""
        begins = self.lists.places("quoted", [QUOTATION])(document)
        columns = [self.lists.places(run.part, stems)(document) for stems in run.stems]
        return numbered(columns, run.slop, begins)

    def _column(self, run: Run) -> Column:
        """All documents with a run, and what it is worth in each."""
        if len(run.stems) > 1:
            return self._phrase(run)
        if not goes_on(run):
            return self._terms(run)
        row = self._row(run)
        ids = list(compress(self._every, row))
        return ids, _going_on(partial(self._terms, run), ids, row.translate(None, b"\0"))

    def _terms(self, run: Run) -> tuple[Sequence[int], Sequence[float]]:
        """The documents with a term by which a single word is ranked."""
        columns = []
        for posting, worth in self._scored(run):
            ids, codes = self._alive(posting.ids, posting.codes)
            columns.append((ids, worth(codes)))
        if len(columns) == 1:
            return columns[0]
        found: dict[int, float] = {}
        for ids, scores in columns:
            found.update(zip(ids, map(add, map(found.get, ids, repeat(0.0)), scores), strict=True))
        return _ascending(found)

    def _worths(self, run: Run, among: Collection[int]) -> Sequence[float]:
        """What a run is worth in each of some documents; 0 in those without it."""
        if len(run.stems) > 1:
            known = dict(zip(*self._phrase(run), strict=True))
            return [known.get(rank, 0.0) for rank in among]
        columns = []
        for posting, worth in self._scored(run):
            if posting.row:
                codes = gathered(posting.row, among)
            else:
                coded = dict(zip(posting.ids, posting.codes, strict=True))
                codes = tuple(map(coded.get, among, repeat(0)))
            columns.append(worth(codes))
        if goes_on(run):
            columns.append([BEGUN[mark] for mark in gathered(self._row(run), among)])
        found = columns[0] if columns else [0.0] * len(among)
        for more in columns[1:]:
            found = list(map(add, found, more))
        return found

    def _scored(self, run: Run) -> Iterator[tuple[Posting, Worth]]:
        """The terms by which a single word is ranked, with what their codes are worth."""
        documents = self._statistics.documents
        for stem in scored_stems(run):
            posting = self.lists.posting(run.part, stem)
            frequency = self._statistics.frequency(run.part, stem)
            if posting is None:
                continue
            if run.part == "text":
                yield posting, partial(_shared, self._shares, top(documents, frequency))
            else:
                yield posting, partial(_equal, idf(documents, frequency))

    def _likely(self, run: Run, most: int) -> Sequence[int]:
        """Documents among which so many of the best are that have a word still being typed.

        Others than those with a term that counts are worth what their mark says.
        """
        row, scored = self._row(run), list(self._scored(run))
        frequent = len(scored) == 1 and run.part == "text" and len(scored[0][0].row) > 0
        if frequent and len(scored[0][0].ids) * _MOSTLY > len(row):
            ids: Sequence[int] = promising(*scored[0], row, self._every, self._norms, most)
            scores: Sequence[float] = self._worths(run, ids)
        else:
            ids, terms = self._terms(run)
            scores = [s + BEGUN[row[rank]] for rank, s in zip(ids, terms, strict=True)]
        found = {*gathered(ids, _best(scores, most))}
        for mark in (IN_TEXT, IN_TITLE):
            found.update(islice(_having(row, mark), most))
        return sorted(found)

    def _row(self, run: Run) -> bytes:
        """See `marked`; kept, as it is asked for twice."""
        if self._marked[0] is not run:
            row = self.lists.marked(run)
            for rank in self._dead:
                row[rank] = 0
            self._marked = (run, bytes(row))
        return self._marked[1]

    def _phrase(self, run: Run) -> tuple[Sequence[int], Sequence[float]]:
        ids, weights = self._alive(*_ascending(self.lists.together(run)))
        worth = self._statistics.together(run)
        if run.part != "text":
            return ids, [worth] * len(ids)
        norms, lengths = self._norms, self.lists.length_of
        pairs = zip(weights, ids, strict=True)
        return ids, [worth * often(weight, norms[lengths[rank]]) for weight, rank in pairs]

    def _alive(
        self, ids: Sequence[int], values: Sequence[Any]
    ) -> tuple[Sequence[int], Sequence[Any]]:
        """Those of some documents that are not deleted, with their values."""
        if not self._dead:
            return ids, values
        keep = [rank not in self._dead for rank in ids]
        return list(compress(ids, keep)), list(compress(values, keep))

    @cached_property
    def _shares(self) -> list[float]:
        """What of the most that a word can be worth it is worth in a document, by its code."""
        weights = range(MOST_WEIGHT + 1)
        return [weight / (weight + each) for weight in weights for each in self._norms]

    @cached_property
    def _rank_of(self) -> Mapping[str, int]:
        """The rank of each article; a deleted version of it has another."""
        ids = self.lists.article_ids
        return {id: rank for rank, id in enumerate(ids) if rank not in self._dead}


def _hits(
    lists: PostingLists, ranks: Sequence[int], scores: Iterable[float], limit: int, sort: Sort
) -> list[Ranked]:
    """The best of some documents; all, where so many are asked for."""
    best, last = ranks, lists.last
    if sort == "date" and 0 < limit < len(ranks):
        # All more of the last day as well, whose scores decide.
        best = ranks[: bisect_left(ranks, _since(last, last[ranks[limit - 1]]))]
    elif 0 < limit < len(ranks):
        known = list(islice(scores, len(ranks)))
        chosen = _best(known, limit)
        best, scores = gathered(ranks, chosen), gathered(known, chosen)
    ids, days = gathered(lists.article_ids, best), gathered(last, best)
    return list(ranked(ids, islice(scores, len(best)), days, sort))


def _single(run: Run) -> bool:
    return len(run.stems) == 1


def _best(scores: Sequence[float], most: int) -> Sequence[int]:
    """The places of the highest scores, of equal ones the first."""
    some = scores[::SAMPLE] if len(scores) > most * SAMPLE else scores
    least = min(nlargest(most, some), default=0.0)
    likely = [at for at, score in enumerate(scores) if score > least]
    if len(likely) < most:
        equal = (at for at, score in enumerate(scores) if score == least)
        likely += islice(equal, most - len(likely))
    return nlargest(most, likely, key=scores.__getitem__)


def _having(row: bytes, mark: int) -> Iterator[int]:
    """The documents with one mark, ascending."""
    at = row.find(mark)
    while at >= 0:
        yield at
        at = row.find(mark, at + 1)


def _since(last: Sequence[int], day: int) -> int:
    """How many documents are of that day or later ones: they go from the last to the first."""
    return bisect_right(range(len(last)), -day, key=lambda rank: -last[rank])


def _going_on(
    terms: Callable[[], tuple[Sequence[int], Sequence[float]]],
    ids: Iterable[int],
    marks: Iterable[int],
) -> Iterator[float]:
    """What a word is worth that goes on from letters; all that has its terms is among these."""
    scores = map(BEGUN.__getitem__, marks)
    known = dict(zip(*terms(), strict=True))
    yield from map(add, map(known.get, ids, repeat(0.0)), scores) if known else scores


def _shared(shares: Sequence[float], most: float, codes: Sequence[int]) -> list[float]:
    return [most * share for share in map(shares.__getitem__, codes)]


def _equal(worth: float, codes: Sequence[int]) -> list[float]:
    return [worth if code else 0.0 for code in codes]


def _ascending(found: Mapping[int, Any]) -> tuple[Sequence[int], Sequence[Any]]:
    ranks = sorted(found)
    return ranks, gathered(found, ranks)
