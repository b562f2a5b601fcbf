"""Every kind of query through reader, stock Whoosh, SQLite FTS5, tantivy and ripgrep.

    python -m tests.benchmarks.bench_search [ARTICLES] [--folder FOLDER] [--engines A,B]

The engines are asked in turn in one run, so that a busy machine slows all of them. Articles and
indexes are made once and kept in the folder. Prints CPU milliseconds, p50/p95, and how many times
as long as ours each other takes at p50; reports, and never fails.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path
from statistics import quantiles
from typing import Any

from reader.search.found import Labels
from tests.benchmarks.engines import ENGINES, Reader
from tests.benchmarks.newspaper import Question, corpus, questions

EACH_KIND = 40
# Stock Whoosh takes minutes for a short prefix; so long each engine is asked about each kind.
MOST_SECONDS = 5.0


def main() -> None:
    """Make what is not there yet, ask, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=int, nargs="?", default=1_000)
    default = Path(tempfile.gettempdir()) / "reader-bench"
    parser.add_argument("--folder", type=Path, default=default)
    parser.add_argument("--engines", default="")
    chosen = parser.parse_args()
    engines = opened(chosen.folder, chosen.articles, set(filter(None, chosen.engines.split(","))))
    times: dict[tuple[str, str], list[float]] = {}
    for question in questions(EACH_KIND):
        for engine in engines:
            taken = times.setdefault((question.kind, engine.name), [])
            if sum(taken) < MOST_SECONDS * 1000 and (spent := timed(engine, question)) is not None:
                taken.append(spent)
    print_table(times, [engine.name for engine in engines])


def opened(folder: Path, count: int, wanted: set[str]) -> list[Any]:
    """The engines that can be had, with their indexes."""
    found = []
    for kind in ENGINES:
        if wanted and kind.name not in wanted:
            continue
        try:
            engine = kind(folder / str(count))
        except ImportError as error:
            print(f"without {kind.name}: {error}")
            continue
        done = folder / str(count) / f"{getattr(kind, 'shares', kind.name)}.done"
        if not done.exists():
            started = processor()
            engine.build(corpus(folder, count))
            done.write_text(f"{processor() - started:.1f}")
        print(f"{kind.name}: indexed {count:,} articles in {done.read_text()} CPU s")
        if isinstance(engine, Reader):
            engine.outlets = Labels(
                {each.id: each.outlet for each in corpus(folder, count)}.__getitem__
            )
        found.append(engine)
    return found


def processor() -> float:
    """CPU seconds of this process and of those that it has waited for."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def timed(engine: Any, question: Question) -> float | None:
    """CPU milliseconds; None for what an engine cannot be asked."""
    children = os.times()
    started = time.thread_time()
    found = engine.ask(question)
    spent = time.thread_time() - started
    after = os.times()
    spent += after.children_user + after.children_system
    spent -= children.children_user + children.children_system
    return None if found < 0 else spent * 1000


def print_table(times: dict[tuple[str, str], list[float]], engines: list[str]) -> None:
    """One line for each kind."""
    print(f"\n{'CPU ms, p50/p95':22}" + "".join(f"{name:>24}" for name in engines))
    for kind in dict.fromkeys(kind for kind, _ in times):
        line = f"{kind:22}"
        ours = None
        for name in engines:
            values = times.get((kind, name))
            if not values:
                line += f"{'':24}"
                continue
            cuts = quantiles(values * 2, n=20, method="inclusive")
            ours = cuts[9] if ours is None else ours
            line += f"{cuts[9]:9.2f}/{cuts[18]:7.2f} {cuts[9] / ours:5.1f}x "
        print(line.rstrip())


if __name__ == "__main__":
    main()
