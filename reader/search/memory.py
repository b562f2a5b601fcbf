"""A search engine that reads every text again for every question.

It takes no time to fill, so it answers for articles that the real index does not have yet, and
it is simple enough to be believed, so tests hold the real index to it.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest

from reader.search.bm25 import MOST_WEIGHT, idf, norm, top
from reader.search.found import Ids, Listed
from reader.search.port import (
    GOES_ON,
    TITLE_WEIGHT,
    Hit,
    Hits,
    Indexed,
    Sort,
    expanded,
    most_stems,
    refuse_unanswerable,
    scored_stems,
)
from reader.search.scan import runs_in, words_beginning
from reader.search.snippets import wanted
from reader.search.syntax import (
    Among,
    And,
    Everything,
    Node,
    Not,
    Or,
    Published,
    Query,
    Run,
)
from reader.search.words import words
from reader.text.tokens import stem


class MemoryIndex:
    """Keeps articles as they are; for tests, and for some hundreds of articles at a time."""

    def __init__(self) -> None:
        self._articles: dict[str, Indexed] = {}
        self._revision = 0
        self._lock = threading.Lock()

    @property
    def revision(self) -> int:
        """See SearchIndex."""
        return self._revision

    def ids(self) -> frozenset[str]:
        """See SearchIndex."""
        return frozenset(self._articles)

    def update(self, articles: Iterable[Indexed], removed: Iterable[str], revision: int) -> None:
        """See SearchIndex."""
        with self._lock:
            changed = dict(self._articles)
            for gone in removed:
                changed.pop(gone, None)
            changed |= {article.id: article for article in articles}
            self._articles, self._revision = changed, revision

    def search(self, query: Query, limit: int = 50, sort: Sort = "relevance") -> Hits:
        """See SearchIndex."""
        refuse_unanswerable(query.root)
        articles = self._articles
        root = expanded(query.root, self.completions, self._others)
        counts = {run: _counts(articles.values(), run) for run in wanted(root)}
        found = [each for each in articles.values() if _matches(each, root, counts)]
        scores = {each.id: 0.0 for each in found}
        for run, count in counts.items():
            for id, score in self._worth(run, count).items():
                if id in scores:
                    scores[id] += score
        hits = [Hit(each.id, scores[each.id], _day(each)) for each in found]
        best = nsmallest(limit, hits, key=lambda hit: hit.order(sort))
        return Hits(tuple(best), Ids(Listed(scores)), root)

    def preparing(self) -> Callable[[Sequence[Indexed]], Sequence[Indexed]]:
        """See SearchIndex."""
        return tuple

    def tidying(self) -> Sequence[Callable[[], None]]:
        """See SearchIndex."""
        return ()

    def check(self) -> None:
        """See SearchIndex; memory is not damaged."""

    def rebuild(self) -> None:
        """See SearchIndex."""
        with self._lock:
            self._articles, self._revision = {}, 0

    def close(self) -> None:
        """See SearchIndex."""

    def _worth(self, run: Run, count: dict[str, float]) -> dict[str, float]:
        """What a run is worth in each article that has it."""
        if len(run.stems) > 1 or not run.typed:
            return self._bm25(run, scored_stems(run), count)
        title = _counts(self._articles.values(), replace(run, part="title"))
        worth = {id: GOES_ON * (TITLE_WEIGHT if id in title else 1) for id in count}
        for id, more in self._bm25(run, scored_stems(run), count).items():
            worth[id] += more
        return worth

    def _bm25(self, run: Run, stems: Iterable[str], among: Iterable[str]) -> dict[str, float]:
        worth = dict.fromkeys(among, 0.0)
        articles, documents = self._articles, len(self._articles)
        average = sum(map(_length, articles.values())) / documents if documents else 1
        for each in stems:
            alone = Run((frozenset({each}),), each, run.part)
            counts = _counts(articles.values(), alone)
            for id, count in counts.items():
                if id not in worth:
                    continue
                if run.part != "text":
                    worth[id] += idf(documents, len(counts))
                    continue
                weight = min(count, MOST_WEIGHT)
                against = norm(_length(articles[id]), average or 1)
                worth[id] += top(documents, len(counts)) * (weight / (weight + against))
        return worth

    def _others(self, letters: str) -> tuple[str, ...]:
        """The stems of words that begin with a few letters though the stems do not."""
        found: set[str] = set()
        for each in self._articles.values():
            for text in (each.title, each.text, each.outlet):
                found |= {stem(word) for word in words_beginning(text, letters)}
        return tuple(each for each in found if not each.startswith(letters))

    def completions(self, prefix: str) -> tuple[str, ...]:
        """The most frequent stems of the words that begin with a prefix."""
        seen: Counter[str] = Counter()
        for each in self._articles.values():
            found = set()
            for text in (each.title, each.text, each.outlet):
                found |= {stem(word) for word in words_beginning(text, prefix)}
            seen.update(found)
        ranked = sorted(seen, key=lambda found: (-seen[found], found))
        return tuple(ranked[: most_stems(prefix)])


def _length(article: Indexed) -> int:
    """In words."""
    return sum(1 for text in (article.title, article.text) for _ in words(text)) or 1


def _day(article: Indexed) -> int:
    return article.published.last.toordinal() if article.published else 0


def _counts(articles: Iterable[Indexed], run: Run) -> dict[str, float]:
    """How often each article has the run, the title counting more; those that never do left out."""
    counts = {}
    for each in articles:
        count = 0.0
        if run.part == "outlet":
            count = float(any(True for _ in runs_in(each.outlet, run)))
        else:
            count += TITLE_WEIGHT * sum(1 for _ in runs_in(each.title, run))
            if run.part == "text":
                count += sum(1 for _ in runs_in(each.text, run))
        if count:
            counts[each.id] = count
    return counts


def _matches(article: Indexed, node: Node, counts: dict[Run, dict[str, float]]) -> bool:
    if isinstance(node, Run):
        count = counts.get(node)
        return article.id in (_counts([article], node) if count is None else count)
    if isinstance(node, And):
        return all(_matches(article, part, counts) for part in node.parts)
    if isinstance(node, Or):
        return any(_matches(article, part, counts) for part in node.parts)
    if isinstance(node, Not):
        return not _matches(article, node.part, counts)
    if isinstance(node, Published):
        when = article.published
        return node.holds(when.first if when else None, when.last if when else None)
    if isinstance(node, Among):
        return article.id in node.ids
    assert isinstance(node, Everything)
    return True
