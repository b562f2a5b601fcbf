"""How long grouping takes, all at once and for one more article, and how that grows.

`python -m tests.benchmarks.bench_events [ARTICLES ...]` makes libraries of so many articles (1,000,
5,000 and 20,000 unless told) out of the measuring material: again and again the same articles, each
time four years earlier, so that every round is as dense as the real one and has nothing to do with
the others. The floor of the first figure is reading the articles from the library and splitting
their texts into words once; that of the second is adding the article. It reports; it never fails
on time.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from reader.actions.group import grouped
from reader.model import Draft, When
from reader.workspace import Workspace

DATA = Path(__file__).parents[2].parent / "shared" / "data"
SIZES = (1_000, 5_000, 20_000)
MORE = 30
"""Articles that are added one by one."""
_YEARS = 365 * 4
_WORD = re.compile(r"\w+")


def material() -> Iterator[Draft]:
    """Articles without end; those of later rounds have other names and dates."""
    if not DATA.is_dir():
        raise SystemExit("the measuring material is not beside this checkout")
    files = ("events-dated-dev.jsonl.gz", "haystack-dev.jsonl.gz")
    for turn in count():
        for name in files:
            with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
                for row in map(json.loads, lines):
                    yield draft(row, turn)


def draft(row: dict[str, str], turn: int) -> Draft:
    """An article of a round: a line at its end keeps it from being the same text."""
    day = date.fromisoformat(row["date"][:10]) - timedelta(days=turn * _YEARS)
    text = f"{row['text']}\n\nRound {turn}.\n"
    place, title = f"/{turn}/{row['id']}", row.get("title") or None
    return Draft(text, place, title, row.get("outlet"), published=When(day.isoformat()))


def library(place: Path, articles: Iterator[Draft]) -> Workspace:
    """A workspace with these articles, not grouped yet."""
    workspace = Workspace.open(place)
    for each in articles:
        workspace.library.add(each)
    return workspace


def floor(workspace: Workspace) -> float:
    """Seconds for reading all articles and splitting their texts."""
    began = time.perf_counter()
    for article in workspace.library.articles():
        _WORD.findall(article.text)
    return time.perf_counter() - began


def all_at_once(workspace: Workspace) -> float:
    """Seconds for grouping a library for the first time, as the clock on the wall tells."""
    began = time.perf_counter()
    for _ in grouped(workspace):
        pass
    return time.perf_counter() - began


def one_more(workspace: Workspace, more: Iterator[Draft]) -> tuple[list[float], list[float]]:
    """Milliseconds of processor time for grouping one more article, and for adding it."""
    grouping, adding = [], []
    for each in more:
        began = time.process_time()
        workspace.library.add(each)
        adding.append(1000 * (time.process_time() - began))
        began = time.process_time()
        for _ in grouped(workspace):
            pass
        grouping.append(1000 * (time.process_time() - began))
    return grouping, adding


def spread(times: list[float]) -> str:
    """p50 / p95 / max."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return f"{statistics.median(ordered):.1f} / {p95:.1f} / {ordered[-1]:.1f}"


def main(sizes: list[int]) -> None:
    """Measure and print."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            # Every tenth or so is left out of the library and comes in later, among the others.
            gap = max(2, size // MORE)
            # Read twice, as so many articles in memory slow down whatever is measured.
            later = list(islice(material(), gap, size + MORE, gap + 1))[:MORE]
            sources = {each.source for each in later}
            drafts = islice(material(), size + MORE)
            now = (each for each in drafts if each.source not in sources)
            with library(Path(folder), now) as workspace:
                least = floor(workspace)
                seconds = all_at_once(workspace)
                known = workspace.library.events(least=2)
                grouping, adding = one_more(workspace, iter(later))
                articles = workspace.library.count()
        print(f"{articles:,} articles, {len(known):,} events of two and more")
        print(f"  all at once  {seconds:.1f} s, floor {least:.1f} s: {seconds / least:.1f}x")
        print(f"  one more     {spread(grouping)} ms p50 / p95 / max, adding {spread(adding)}")
        sys.stdout.flush()


if __name__ == "__main__":
    main([int(size.replace(",", "")) for size in sys.argv[1:]] or list(SIZES))
