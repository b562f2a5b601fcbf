"""How fast articles come in, and what a person at the screens feels of it.

`python -m tests.benchmarks.bench_import [ARTICLES]` makes a data set of so many articles (20,000
unless told) out of paragraphs of the sample articles, adds it as JSON Lines in a process of its
own, and then adds it again from the screens while keys are pressed. The floor of the first figure
is Python's own json and sqlite3 doing nothing but reading the lines and inserting them. It reports;
it never fails on time.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from reader.importing.samples import drafts, folder
from tests.benchmarks.bench_screens import Session, library

ARTICLES = 20_000
PARAGRAPHS = 9  # some 450 words, as news articles have
KEYS = 200
CURSOR = "▌".encode()


def data_set(path: Path, articles: int) -> None:
    """JSON Lines of made-up articles, no two alike."""
    place = folder()
    assert place is not None
    texts = [draft.text for draft in drafts(place)]
    paragraphs = [line for text in texts for line in text.split("\n") if len(line.split()) > 15]
    chance = random.Random(20)
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            body = [f"Report {number} of the day.", *chance.choices(paragraphs, k=PARAGRAPHS)]
            row = {
                "id": number,
                "title": f"{chance.choice(paragraphs).split('.')[0][:70]} ({number})",
                "outlet": f"Outlet {number % 40}",
                "published": f"2025-{1 + number % 12:02}-{1 + number % 28:02}",
                "text": "\n\n".join(body),
            }
            file.write(json.dumps(row) + "\n")


def floor(rows: Path, place: Path) -> float:
    """Seconds that reading the lines and inserting them takes at the least."""
    began = time.perf_counter()
    with closing(sqlite3.connect(place / "floor.sqlite3")) as connection, rows.open() as lines:
        connection.execute("CREATE TABLE articles (id, title, outlet, published, text)")
        with connection:
            connection.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?)",
                (tuple(json.loads(line).values()) for line in lines),
            )
    return time.perf_counter() - began


def measured(command: Sequence[str]) -> tuple[float, int]:
    """Seconds and peak megabytes of a command."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return time.perf_counter() - began, used.ru_maxrss // scale


def pressed(place: Path, rows: Path | None) -> list[float]:
    """Answers to `j` in the screens on 2,000 articles, while a data set comes in or none does."""
    session = Session([sys.executable, "-m", "reader", "--library", str(place)])
    session.until(b"report number")
    session.quiet(3)
    if rows is not None:
        for key in (b"a", *(bytes([c]) for c in os.fsencode(rows)), b"\r"):
            session.answer(key, last=False)
        time.sleep(1)
    times = []
    for _ in range(KEYS):
        session.quiet(0.08)
        times.append(moved(session))
    session.close()
    return times


def moved(session: Session) -> float:
    """Milliseconds from `j` to the cursor's sign in its new row, which no progress line has."""
    start = time.perf_counter()
    os.write(session.ours, b"j")
    seen = b""
    while CURSOR not in seen and select.select([session.ours], [], [], 2)[0]:
        seen += os.read(session.ours, 1 << 16)
    return 1000 * (time.perf_counter() - start)


def main(articles: int) -> None:
    """Measure and print."""
    reader = [sys.executable, "-m", "reader", "--library"]
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        rows = place / "rows.jsonl"
        data_set(rows, articles)
        least = floor(rows, place)
        own = place / "library"
        seconds, peak = measured([*reader, str(own), "add", str(rows)])
        print(f"{articles:,} articles as JSON Lines, {rows.stat().st_size / 1e6:.0f} MB")
        print(
            f"  added: {articles / seconds:,.0f} a second, at most {peak} MB"
            f" (json and sqlite3 alone: {articles / least:,.0f} a second, x{seconds / least:.1f})"
        )
        few = place / "few"
        library(few, 2_000)
        shutil.copytree(few, place / "again")
        quiet, busy = pressed(few, None), pressed(place / "again", rows)
        for what, times in (("nothing comes in", quiet), ("a data set comes in", busy)):
            cuts = statistics.quantiles(times, n=20)
            print(f"  key to repaint while {what}: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms")
        print(f"  ratio of the p95: x{_p95(busy) / _p95(quiet):.2f}")


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[18]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
