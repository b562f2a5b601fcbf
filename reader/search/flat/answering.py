"""The best of what a query finds in a flat segment, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from heapq import nlargest

from reader.search.evaluate import evaluate
from reader.search.flat.lists import gathered
from reader.search.flat.segment import FlatSegment
from reader.search.found import Labels
from reader.search.port import Hit, Sort
from reader.search.syntax import Among, And, Everything, Node, Not, Published, Run

_Scorer = Callable[[Sequence[int]], list[float]]


class Found:
    """The documents that were found, as ranks; their ids are looked up when they are asked for."""

    def __init__(self, segment: FlatSegment, ranks: Sequence[int]) -> None:
        self._lists = segment.lists
        self._ranks = ranks

    def __len__(self) -> int:
        return len(self._ranks)

    def __iter__(self) -> Iterator[str]:
        return iter(gathered(self._lists.article_ids, self._ranks))

    def counts(self, labels: Labels) -> Counter[str]:
        """How many bear each label."""
        row = labels.row(self._lists.article_ids, self._lists)
        return Counter(gathered(row, self._ranks))


class FlatAnswers(FlatSegment):
    """A flat segment that answers whole queries."""

    def answer(self, root: Node, limit: int, sort: Sort) -> tuple[list[Hit], Found]:
        """See Answering."""
        return _answer(self, root, limit, sort)


def _answer(segment: FlatSegment, root: Node, limit: int, sort: Sort) -> tuple[list[Hit], Found]:
    if isinstance(root, Run):
        ranks = segment.alive(segment.ranks(root))
        likely = segment.likely(root, limit) if sort == "relevance" else ranks
        scorer: _Scorer = lambda wanted: segment.scores(root, wanted)  # noqa: E731
    else:
        ranks, scorer = _all(segment, root.parts if isinstance(root, And) else (root,))
        likely = ranks
    if sort == "date":
        chosen: Sequence[int] = _newest(segment, ranks, limit)
        scores = scorer(chosen)
    else:
        chosen, scores = _best(likely, scorer(likely), limit)
    lists = segment.lists
    hits = [
        Hit(lists.article_ids[rank], score, lists.last[rank])
        for rank, score in zip(chosen, scores, strict=True)
    ]
    return hits, Found(segment, ranks)


def _newest(segment: FlatSegment, ranks: Sequence[int], limit: int) -> Sequence[int]:
    """The first ones, and all more of the last day among them, whose scores decide."""
    if limit >= len(ranks):
        return ranks
    last = segment.lists.last
    day = last[ranks[limit - 1]] if limit else 0
    end = limit
    while end < len(ranks) and last[ranks[end]] == day:
        end += 1
    return ranks[:end]


def _best(
    ranks: Sequence[int], scores: list[float], limit: int
) -> tuple[Sequence[int], list[float]]:
    """The best ones; of equal scores the first, as ranks ascend."""
    if len(ranks) <= limit:
        return ranks, scores
    least = nlargest(limit, scores)[-1] if limit else float("inf")
    better = [(rank, score) for rank, score in zip(ranks, scores, strict=True) if score > least]
    for rank, score in zip(ranks, scores, strict=True):
        if len(better) >= limit:
            break
        if score == least:
            better.append((rank, score))
    return [rank for rank, _ in better], [score for _, score in better]


def _all(segment: FlatSegment, parts: Sequence[Node]) -> tuple[Sequence[int], _Scorer]:
    """What all parts find, and how it is scored: the rarest words first, then what rules out."""
    runs = sorted((p for p in parts if isinstance(p, Run)), key=segment.size)
    filters = [part for part in parts if not isinstance(part, Run)]
    ranks: Sequence[int] = segment.ranks(runs[0]) if runs else range(segment.lists.count)
    for part in filters:
        if isinstance(part, Published):
            ranks = segment.between(part, ranks)
    for run in runs[1:]:
        ranks = segment.within(run, ranks)
    extra: list[dict[int, float]] = []
    for part in filters:
        if isinstance(part, Among):
            ids = gathered(segment.lists.article_ids, ranks)
            ranks = [rank for rank, id in zip(ranks, ids, strict=True) if id in part.ids]
        elif isinstance(part, Not) and isinstance(part.part, Run):
            out = set(segment.within(part.part, ranks))
            ranks = [rank for rank in ranks if rank not in out]
        elif not isinstance(part, Published | Everything):
            found = evaluate(part, segment, set(ranks))
            extra.append(found)
            ranks = sorted(found)

    def scorer(wanted: Sequence[int]) -> list[float]:
        columns = [segment.scores(run, wanted) for run in runs]
        columns += [[found[rank] for rank in wanted] for found in extra]
        if len(columns) == 1:
            return columns[0]
        return list(map(sum, zip(*columns, strict=True))) if columns else [0.0] * len(wanted)

    return segment.alive(ranks), scorer
