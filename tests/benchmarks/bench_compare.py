"""How long comparing takes, and which stage of it.

`python -m tests.benchmarks.bench_compare` compares five and then twenty real articles of about a
thousand words as one event. The floor beside it is splitting the same texts into words once. The
aims: five in 250 ms of processor time, twenty in 3 s. It reports; it never fails on time.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from reader.framing.compare import LENSES, compare
from reader.framing.core import core
from reader.framing.lens import Case
from reader.model import Article, When
from reader.text.document import Document

DATA = Path(__file__).parents[2].parent / "shared" / "data"
AIMS = {2: 100, 5: 250, 20: 3000}
"""Milliseconds of processor time, by number of articles."""
_LENGTHS = range(850, 1151)
_ROUNDS = 5
_WORD = re.compile(r"\w+")


def material() -> list[Article]:
    """Articles of about a thousand words, those of one event next to each other."""
    if not DATA.is_dir():
        raise SystemExit("the measuring material is not beside this checkout")
    with gzip.open(DATA / "events-dated-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if len(row["text"].split()) in _LENGTHS]
    rows.sort(key=lambda row: (row["event"], row["id"]))
    return [
        Article(row["id"], row["text"], row["title"] or None, published=When(row["date"][:10]))
        for row in rows
    ]


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def stages(articles: Iterable[Article]) -> dict[str, float]:
    """Milliseconds of each part, in the order in which a comparison needs them."""
    case = Case(tuple(map(Document, articles)), one_event=True)
    parts: dict[str, Callable[[], object]] = {
        "sentences and words": lambda: [document.tokens for document in case.documents],
        "weighted stems": lambda: case.vectors.full,
        "headings, page lines, recaps": lambda: case.apart,
        "points": lambda: case.points,
        "quotations": lambda: case.quotations,
        "names": lambda: case.names,
        "quantities": lambda: case.quantities,
        "core": lambda: core(case.documents),
    }
    found = {name: spent(work) for name, work in parts.items()}
    for lens in LENSES:
        found[f"lens {lens.name}"] = spent(lambda lens=lens: lens.look(case))  # type: ignore[misc]
    return found


def main() -> None:
    """Measure and print."""
    known = material()
    compare(known[:2], one_event=True)  # tables are read once for a whole run
    for size, aim in AIMS.items():
        sets = [known[at : at + size] for at in range(0, size * _ROUNDS, size)]
        sets = [each for each in sets if len(each) == size]
        whole = statistics.median(spent(lambda e=each: compare(e, one_event=True)) for each in sets)  # type: ignore[misc]
        floor = statistics.median(
            spent(lambda e=each: [_WORD.findall(a.text) for a in e])  # type: ignore[misc]
            for each in sets
        )
        words = statistics.mean(len(a.text.split()) for each in sets for a in each)
        print(
            f"{size} articles of {words:.0f} words: {whole:.0f} ms of {aim}, floor {floor:.1f} ms"
        )
        each_set = [stages(each) for each in sets]
        for name in each_set[0]:
            print(f"  {name:30} {statistics.median(found[name] for found in each_set):7.1f}")


if __name__ == "__main__":
    main()
