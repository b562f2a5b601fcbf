"""Answers whole queries from flat arrays, for some segments of an index together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from reader.search.bm25 import Statistics
from reader.search.evaluate import Scores, evaluate, with_same_quotation
from reader.search.flat.lists import KEYS, Lists, gathered
from reader.search.flat.runs import Runs
from reader.search.found import Labels
from reader.search.lexicon import PARTS, QUOTATION
from reader.search.nearness import numbered
from reader.search.port import Ranked, Sort, ranked
from reader.search.syntax import (
    Among,
    And,
    Everything,
    Node,
    Not,
    Part,
    Published,
    Run,
    SameQuotation,
)
from reader.search.vocabulary import WordList

# So many documents are sooner scored than the likely ones among them are found.
_FEW = 1_000


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
        self._runs = Runs(lists, statistics)

    def answer(self, root: Node, limit: int, sort: Sort) -> tuple[list[Ranked], Found]:
        """See Answering."""
        parts = list(_parts(root))
        runs = sorted((each for each in parts if isinstance(each, Run)), key=self.size)
        ranks, extra = self._all(runs, [each for each in parts if not isinstance(each, Run)])
        last, chosen = self._lists.last, ranks
        if sort == "date" and 0 < limit < len(ranks):
            # All more of the last day as well, whose scores decide.
            chosen = ranks[: bisect_left(ranks, self._since(last[ranks[limit - 1]]))]
        elif sort == "relevance" and runs and not extra and len(ranks) > max(_FEW, limit):
            chosen = self._runs.likely(runs, ranks, limit)
        columns = [self._runs.scores(run, chosen) for run in runs]
        columns += [[found[rank] for rank in chosen] for found in extra]
        scores: Sequence[float] = [0.0] * len(chosen)
        if columns:
            scores = columns[0] if len(columns) == 1 else list(map(sum, zip(*columns, strict=True)))
        if sort == "relevance" and len(chosen) > limit:
            # Of equal ones the first are the best, and a sort leaves them in order.
            best = sorted(range(len(chosen)), key=scores.__getitem__, reverse=True)[:limit]
            chosen, scores = gathered(chosen, best), gathered(scores, best)
        ids, days = gathered(self._lists.article_ids, chosen), gathered(last, chosen)
        return list(ranked(ids, scores, days, sort)), Found(self._lists, ranks)

    def all_ids(self) -> Iterable[str]:
        """See Answering."""
        return gathered(self._lists.article_ids, self._alive(range(self._lists.count)))

    def where(
        self, ids: Iterable[str], words: Sequence[frozenset[str]]
    ) -> dict[str, list[Sequence[int]]]:
        """See Answering."""
        indexes = [self._runs.indexes("text", stems) for stems in words]
        lists = self._lists
        return {
            lists.article_ids[rank]: [lists.places_in(each, rank) for each in indexes]
            for rank in self.having(frozenset(ids))
        }

    def words(self) -> WordList:
        """See Answering."""
        return self._lists.all_words

    def frequency(self, part: Part, stem: str) -> int:
        """See Stems."""
        return sum(self._lists.frequencies[index] for index in self._runs.indexes(part, [stem]))

    def stems(self, prefix: bytes) -> tuple[Iterable[tuple[bytes, int]], set[bytes]]:
        """See Lexicon."""
        lists = self._lists
        counted: Counter[bytes] = Counter()
        for part in PARTS:
            for index in lists.beginning(KEYS[part] + prefix):
                counted[lists.key(index)[1:]] += lists.frequencies[index]
        return counted.items(), {stem.encode() for stem in lists.others(prefix.decode())}

    def others(self, letters: str) -> Iterable[str]:
        """See Lexicon."""
        return self._lists.others(letters)

    def run(self, run: Run, among: Collection[int] | None) -> Scores:
        """See Segment."""
        runs = self._runs
        ranks = self._alive(runs.ranks(run) if among is None else runs.within(run, sorted(among)))
        return dict(zip(ranks, runs.scores(run, ranks), strict=True))

    def size(self, run: Run) -> int:
        """See Segment."""
        return self._runs.size(run)

    def documents(self) -> Iterable[int]:
        """See Segment."""
        return self._alive(range(self._lists.count))

    def having(self, ids: frozenset[str]) -> Iterable[int]:
        """See Segment."""
        ranks = map(self._rank_of.get, ids)
        return (rank for rank in ranks if rank is not None and rank not in self._dead)

    def published(self, days: Published) -> Iterable[int]:
        """See Segment."""
        return self._alive(self._between(days, range(self._lists.count)))

    def quotations(self, run: Run, document: int) -> frozenset[int]:
        """See Segment."""
        begins = self._lists.places_in(self._runs.indexes("quoted", [QUOTATION]), document)
        indexes = [self._runs.indexes(run.part, stems) for stems in run.stems]
        columns = [self._lists.places_in(each, document) for each in indexes]
        return numbered(columns, run.slop, begins)

    def _all(
        self, runs: Sequence[Run], others: Sequence[Node]
    ) -> tuple[Sequence[int], list[Scores]]:
        """What all parts find, the rarest words first, and the scores of nested parts."""
        ranks: Sequence[int] = self._runs.ranks(runs[0]) if runs else range(self._lists.count)
        for part in others:
            if isinstance(part, Published):
                ranks = self._between(part, ranks)
        for run in runs[1:]:
            ranks = self._runs.within(run, ranks)
        extra: list[Scores] = []
        for part in others:
            said = part.part if isinstance(part, Not) else part
            if isinstance(said, Among):
                ids, ruled_out = gathered(self._lists.article_ids, ranks), said is not part
                pairs = zip(ranks, ids, strict=True)
                ranks = [rank for rank, id in pairs if (id in said.ids) != ruled_out]
            elif isinstance(part, SameQuotation):
                ranks = with_same_quotation(part, self, ranks)
            elif not isinstance(part, Published | Everything):
                found = evaluate(part, self, set(ranks))
                ranks = sorted(found)
                extra += [] if isinstance(part, Not) else [found]
        return self._alive(ranks), extra

    @cached_property
    def _rank_of(self) -> Mapping[str, int]:
        """The rank of each article; a deleted version of it has another."""
        if not self._dead:
            return self._lists.rank_of
        ids = self._lists.article_ids
        return {id: rank for rank, id in enumerate(ids) if rank not in self._dead}

    def _alive(self, ranks: Sequence[int]) -> Sequence[int]:
        return [rank for rank in ranks if rank not in self._dead] if self._dead else ranks

    def _between(self, days: Published, ranks: Sequence[int]) -> Sequence[int]:
        """Those of ascending documents that were surely published then."""
        earliest = days.first.toordinal() if days.first else 1
        latest = days.last.toordinal() if days.last else date.max.toordinal()
        lists, begin, end = self._lists, self._since(latest + 1), self._since(earliest)
        found = ranks[bisect_left(ranks, begin) : bisect_left(ranks, end)]
        vague = lists.vague[bisect_left(lists.vague, begin) : bisect_left(lists.vague, end)]
        unsure = {rank for rank in vague if lists.first[rank] < earliest}
        return [rank for rank in found if rank not in unsure] if unsure else found

    def _since(self, day: int) -> int:
        """How many documents are of that day or later ones: ranks go from the last to the first."""
        last = self._lists.last
        return bisect_right(range(self._lists.count), -day, key=lambda rank: -last[rank])


def _parts(node: Node) -> Iterator[Node]:
    """What must all be, of whatever depth."""
    if isinstance(node, And):
        for part in node.parts:
            yield from _parts(part)
    else:
        yield node
