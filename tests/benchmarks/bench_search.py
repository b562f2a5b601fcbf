"""Search while typing, beside SQLite FTS5 on the same articles in the same run.

    python -m tests.benchmarks.bench_search [ARTICLES]

Types headlines of the articles letter by letter, the last word unfinished; both engines are
asked in turn for the best 50, so that a busy machine slows both. Ours is timed with the snippets
of 20 rows, too. Uses the measuring material beside this checkout, else generated articles.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.model import Article, When
from reader.search.port import Hits, Indexed
from reader.search.query import parse
from reader.search.snippets import snippet
from reader.search.whoosh_index import WhooshIndex

DATA = Path(__file__).parents[3] / "shared" / "data" / "haystack-dev.jsonl.gz"
ROWS_ON_SCREEN = 20
SESSIONS = 60
BATCH = 500


def articles(count: int) -> Iterator[Article]:
    """Real articles where there are any, else as many of random words."""
    if DATA.is_file():
        with gzip.open(DATA, "rt", encoding="utf-8") as lines:
            for line, _ in zip(lines, range(count), strict=False):
                row = json.loads(line)
                published = When(row["date"]) if row["date"] else None
                yield Article(
                    row["id"], row["text"], row["title"], row["outlet"], published=published
                )
        return
    chance = random.Random(1)
    vocabulary = [f"{a}{b}{c}" for a in "brctmpl" for b in "aeiou" for c in _endings()]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    for number in range(count):
        drawn = chance.choices(vocabulary, weights, k=500)
        yield Article(f"n{number}", " ".join(drawn), " ".join(drawn[7:14]))


def _endings() -> list[str]:
    return [f"{a}{b}{c}" for a in "ndrst" for b in "aeio" for c in ("", "ng", "ted", "ly", "s")]


def typed(pool: list[Article]) -> list[str]:
    """What stands in the search field after each key, from the second letter on."""
    chance = random.Random(7)
    keys: list[str] = []
    for article in chance.sample(pool, min(SESSIONS, len(pool))):
        words = re.findall(r"[a-z]{2,}", (article.title or "").lower())
        if len(words) > 2:
            start = chance.randrange(len(words) - 2)
            line = " ".join(words[start : start + chance.choice((1, 2, 3))])
            keys += [line[:end] for end in range(2, len(line) + 1) if line[end - 1] != " "]
    return keys


def timed(work: Callable[..., object], *about: object) -> float:
    """CPU milliseconds of this thread."""
    started = time.thread_time()
    work(*about)
    return (time.thread_time() - started) * 1000


def quantiles(values: list[float]) -> tuple[float, float]:
    """p50 and p95."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


def main() -> None:
    """Build both, type, and print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    pool = list(articles(count))
    known = {article.id: article for article in pool}
    with tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(Path(folder))
        index.rebuild()
        building = timed(_build, index, pool)
        table = sqlite3.connect(":memory:")
        table.execute("CREATE VIRTUAL TABLE t USING fts5(title, text, tokenize='porter')")
        rows = [(article.title, article.text) for article in pool]
        fts_building = timed(table.executemany, "INSERT INTO t VALUES (?, ?)", rows)
        print(f"{len(pool):,} articles; indexed per CPU second: reader", end=" ")
        print(f"{len(pool) / building * 1000:,.0f}, FTS5 {len(pool) / fts_building * 1000:,.0f}")
        ours: list[float] = []
        shown: list[float] = []
        theirs: list[float] = []
        for line in typed(pool):
            ours.append(timed(_search, index, line))
            hits = _search(index, line)
            shown.append(ours[-1] + timed(_snippets, hits, known))
            theirs.append(timed(_fts, table, line))
        index.close()
        table.close()
    print(f"{len(ours)} keys, CPU ms          p50     p95")
    for name, values in (("FTS5", theirs), ("reader", ours), ("reader with snippets", shown)):
        print(f"{name:22}{quantiles(values)[0]:8.2f}{quantiles(values)[1]:8.2f}")
    ratios = [a / b for a, b in zip(quantiles(ours), quantiles(theirs), strict=True)]
    print(f"{'reader / FTS5':22}{ratios[0]:8.2f}{ratios[1]:8.2f}")


def _build(index: WhooshIndex, pool: list[Article]) -> None:
    for start in range(0, len(pool), BATCH):
        batch = pool[start : start + BATCH]
        index.update([Indexed.of(article) for article in batch], [], start + 1)


def _search(index: WhooshIndex, line: str) -> Hits:
    return index.search(parse(line, typing=True))


def _snippets(hits: Hits, known: dict[str, Article]) -> None:
    for hit in hits.hits[:ROWS_ON_SCREEN]:
        snippet(known[hit.id], hits.root)


def _fts(table: sqlite3.Connection, line: str) -> None:
    query = " ".join(f'"{word}"' for word in line.split()) + "*"
    found = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 3.0, 1.0) LIMIT 50"
    table.execute(found, (query,)).fetchall()
    table.execute("SELECT count(*) FROM t WHERE t MATCH ?", (query,)).fetchone()


if __name__ == "__main__":
    main()
