"""How well known articles are found again, beside SQLite FTS5 in the same run.

`python -m tests.quality.measure_search [INDEX]` prints the mean reciprocal rank by kind of query,
among 11,000 articles; it takes some minutes, and fewer with a folder in which the index is kept.
What of it must hold on a part of them is in floors.toml, and test_search.py sees to it.

FTS5 has the Porter tokenizer and whichever weight of titles is best for it on the kind of query.
It knows no misspelled words, so that it is asked once more for any of the words where it finds
nothing.
"""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from reader.actions.find import search
from reader.errors import IndexDamaged
from reader.model import Article, When
from reader.search.port import Indexed
from reader.search.whoosh_index import WhooshIndex
from reader.workspace import Workspace
from tests.quality.known_items import SEED, Known, copies, known_items, reciprocal_rank

DATA = Path(__file__).parents[2].parent / "shared" / "data"
FILES = ("events-dated-dev.jsonl.gz", "haystack-dev.jsonl.gz")
TITLE_WEIGHTS = (1.0, 3.0, 10.0)
LIMIT = 50
OTHER_SEED = 2026
_BATCH = 2_000

Find = Callable[[Known], Sequence[str]]


def corpus(most: int | None = None) -> list[Article]:
    """The articles of the data sets that have headlines, all or the first of them."""
    return list(islice(_articles(), most))


def _articles() -> Iterable[Article]:
    for name in FILES:
        with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                when = When(row["date"]) if row["date"] else None
                title, outlet = row["title"] or None, row["outlet"] or None
                yield Article(row["id"], row["text"], title, outlet, published=when)


class Ours:
    """The search as the program has it, over an index without a library."""

    def __init__(self, folder: Path, articles: Sequence[Article]) -> None:
        self.index = WhooshIndex(folder)
        try:
            filled = self.index.ids() == {article.id for article in articles}
        except IndexDamaged:
            filled = False
        if not filled:
            self._fill(articles)
        library = SimpleNamespace(revision=self.index.revision)
        self.workspace = cast(Workspace, SimpleNamespace(library=library, index=self.index))

    def _fill(self, articles: Sequence[Article]) -> None:
        self.index.rebuild()
        for start in range(0, len(articles), _BATCH):
            batch = [Indexed.of(article) for article in articles[start : start + _BATCH]]
            self.index.update(batch, [], start + 1)

    def __call__(self, item: Known) -> Sequence[str]:
        """The best articles."""
        found = search(self.workspace, item.query, limit=LIMIT, sync=False)
        return [hit.id for hit in found.hits]


class Fts:
    """SQLite FTS5 with one weight of titles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.table = sqlite3.connect(":memory:")
        self.table.execute("CREATE VIRTUAL TABLE t USING fts5(title, text, tokenize='porter')")
        rows = ((article.title or "", article.text) for article in articles)
        self.table.executemany("INSERT INTO t VALUES (?, ?)", rows)
        self.ids = [article.id for article in articles]

    def best(self, item: Known, weight: float) -> Sequence[str]:
        """The best articles; where none has all words, those that have any."""
        words = [f'"{word}"' for word in re.findall(r"[\w'’-]+", item.query)]
        phrase = item.query.startswith('"')
        for query in (item.query if phrase else " ".join(words), " OR ".join(words)):
            found = self.table.execute(
                "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, ?, 1.0) LIMIT ?",
                (query, weight, LIMIT),
            ).fetchall()
            if found:
                return [self.ids[row - 1] for (row,) in found]
        return []


def mean_ranks(
    items: Sequence[Known], articles: Sequence[Article], find: Find
) -> dict[str, list[float]]:
    """The reciprocal ranks by kind of query; an article's copies count as it."""
    same = copies(articles)
    ranks: dict[str, list[float]] = {}
    for item in items:
        rank = reciprocal_rank(find(item), same[item.id])
        ranks.setdefault(item.kind, []).append(rank)
    return ranks


def compared(
    articles: Sequence[Article], folder: Path, seed: int = SEED
) -> dict[str, tuple[float, float]]:
    """The mean reciprocal rank of each kind of query: ours, and the best of FTS5."""
    items = known_items(articles, seed)
    reader = Ours(folder, articles)
    ours = mean_ranks(items, articles, reader)
    reader.index.close()
    fts = Fts(articles)
    theirs = [
        mean_ranks(items, articles, lambda item, weight=weight: fts.best(item, weight))  # type: ignore[misc]
        for weight in TITLE_WEIGHTS
    ]
    fts.table.close()
    return {kind: (_mean(ours[kind]), max(_mean(each[kind]) for each in theirs)) for kind in ours}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def main() -> None:
    """Print the table, and that of other queries on which nothing was chosen."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made)
        articles = corpus()
        for seed in (SEED, OTHER_SEED):
            print(f"mean reciprocal rank among {len(articles):,} articles    reader    FTS5")
            for kind, (ours, theirs) in compared(articles, folder, seed).items():
                print(f"{kind:49}{ours:9.3f}{theirs:8.3f}", flush=True)


if __name__ == "__main__":
    main()
