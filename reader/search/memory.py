"""A search engine that reads every text again for every question.

It takes no time to fill, so it answers for articles that the real index does not have yet, and
it is simple enough to be believed, so tests hold the real index to it.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from heapq import nsmallest

from reader.search.bm25 import MOST_WEIGHT, Statistics, idf, norm, often, top
from reader.search.found import Ids, Listed
from reader.search.port import (
    GOES_ON,
    TITLE_WEIGHT,
    Hit,
    Hits,
    Indexed,
    Sort,
    expanded,
    goes_on,
    most_stems,
    refuse_unanswerable,
    scored_stems,
    text_begins,
)
from reader.search.quoting import quotations, quoted_runs, same_quotation
from reader.search.scan import runs_in, words_beginning
from reader.search.snippets import wanted
from reader.search.syntax import (
    Among,
    And,
    Everything,
    Node,
    Not,
    Or,
    Part,
    Published,
    Query,
    Run,
    SameQuotation,
)
from reader.search.vocabulary import Vocabulary, WordList
from reader.search.words import WORD, words
from reader.text.tokens import stem


class MemoryIndex:
    """Keeps articles as they are; for tests, and for some hundreds of articles at a time."""

    def __init__(self) -> None:
        self._articles: dict[str, Indexed] = {}
        self._revision = 0
        self._words: tuple[dict[str, Indexed], WordList] | None = None
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
        root = expanded(query.root, self.completions, self.vocabulary, self._others)
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

    def where(
        self, ids: Sequence[str], words: Sequence[frozenset[str]]
    ) -> dict[str, list[Sequence[int]]]:
        """See SearchIndex."""
        known = [self._articles[id] for id in ids if id in self._articles]
        return {each.id: _places(each, words) for each in known}

    def vocabulary(self, part: Part = "text") -> Vocabulary:
        """See SearchIndex."""
        articles = self._articles
        if self._words is None or self._words[0] is not articles:
            self._words = (articles, _word_list(articles.values()))
        if part == "text":
            return Vocabulary([self._words[1]])
        counts = Counter(stem for each in articles.values() for stem in _stems_in(each, part))
        return Vocabulary([self._words[1].within(counts)])

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
        if not count:
            return {}
        articles = self._articles
        documents = len(articles)
        average = sum(map(_length, articles.values())) / documents
        against = {id: norm(_length(articles[id]), average) for id in count}
        if len(run.stems) > 1:
            worth = Statistics(documents, average, self._frequency).together(run)
            counts = run.part == "text"
            return {
                id: worth * (often(times, against[id]) if counts else 1.0)
                for id, times in count.items()
            }
        found = dict.fromkeys(count, 0.0)
        if goes_on(run):
            title = replace(run, part="title")
            titled = _counts(articles.values(), title) if run.part == "text" else {}
            found = {id: GOES_ON * (TITLE_WEIGHT if id in titled else 1) for id in count}
        for each in scored_stems(run):
            having = self._having(run.part, each)
            for id in having.keys() & found.keys():
                if run.part != "text":
                    found[id] += idf(documents, len(having))
                else:
                    weight = min(having[id], MOST_WEIGHT)
                    share = weight / (weight + against[id])
                    found[id] += top(documents, len(having)) * share
        return found

    def _having(self, part: Part, stem: str) -> dict[str, float]:
        return _counts(self._articles.values(), Run((frozenset({stem}),), stem, part))

    def _frequency(self, part: Part, stem: str) -> int:
        return len(self._having(part, stem))

    def _others(self, letters: str) -> tuple[str, ...]:
        """The stems of words that begin with a few letters though the stems do not."""
        found: set[str] = set()
        for each in self._articles.values():
            for text in (each.title, each.text, each.outlet, each.byline):
                found |= {stem(word) for word in words_beginning(text, letters)}
        return tuple(each for each in found if not each.startswith(letters))

    def completions(self, prefix: str) -> tuple[str, ...]:
        """The most frequent stems of the words that begin with a prefix."""
        seen: Counter[str] = Counter()
        for each in self._articles.values():
            found = set()
            for text in (each.title, each.text, each.outlet, each.byline):
                found |= {stem(word) for word in words_beginning(text, prefix)}
            seen.update(found)
        ranked = sorted(seen, key=lambda found: (-seen[found], found))
        return tuple(ranked[: most_stems(prefix)])


# Of as many as are read at once, for each of the words that are ranked.
@lru_cache(maxsize=1_024)
def _length(article: Indexed) -> int:
    """In words."""
    return len(WORD.findall(article.title)) + len(WORD.findall(article.text)) or 1


def _day(article: Indexed) -> int:
    return article.published.last.toordinal() if article.published else 0


def _counts(articles: Iterable[Indexed], run: Run) -> dict[str, float]:
    """How often each article has the run, the title counting more; those that never do left out."""
    counts = {}
    for each in articles:
        count = 0.0
        if run.part in ("outlet", "byline"):
            name = each.outlet if run.part == "outlet" else each.byline
            count = float(any(True for _ in runs_in(name, run)))
        elif run.part in ("quoted", "speaker"):
            count = float(sum(1 for _ in quoted_runs(each.text, run)))
        else:
            count += TITLE_WEIGHT * sum(1 for _ in runs_in(each.title, run))
            if run.part == "text":
                count += sum(1 for _ in runs_in(each.text, run))
        if count:
            counts[each.id] = count
    return counts


def _places(article: Indexed, wanted: Sequence[frozenset[str]]) -> list[Sequence[int]]:
    title, text = _stems_of(article.title), _stems_of(article.text)
    begins = text_begins(len(title))
    return [
        [
            *(at for at, stem in enumerate(title) if stem in stems),
            *(at for at, stem in enumerate(text, begins) if stem in stems),
        ]
        for stems in wanted
    ]


# Titles and texts of as many as are put in order for every key. The stems in a row take a tenth
# of what the places of each would.
@lru_cache(maxsize=512)
def _stems_of(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for _, _, word in words(text))


def _stems_in(article: Indexed, part: Part) -> set[str]:
    """The stems in another part of an article than its text."""
    if part in ("quoted", "speaker"):
        at = ("quoted", "speaker").index(part)
        texts = [text for each in quotations(article.text) for text in each[at]]
    else:
        texts = [{"title": article.title, "outlet": article.outlet}.get(part, article.byline)]
    return {stemmed for text in texts for stemmed in _stems_of(text)}


def _word_list(articles: Iterable[Indexed]) -> WordList:
    counts: Counter[str] = Counter()
    forms: set[tuple[str, str]] = set()
    for each in articles:
        texts = (each.title, each.text, each.outlet, each.byline)
        known = {(word, stem(word)) for text in texts for _, _, word in words(text)}
        counts.update({stemmed for _, stemmed in known})
        forms.update(known)
    return WordList.of(counts, forms)


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
    if isinstance(node, SameQuotation):
        return bool(same_quotation(article.text, node))
    assert isinstance(node, Everything)
    return True
