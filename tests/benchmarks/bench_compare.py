"""How long comparing takes, and which stage of it.

`python -m tests.benchmarks.bench_compare` compares two, five and then twenty real articles of about
a thousand words on one happening, all of which stay in the comparison. The floor beside it is
splitting the same texts into words once. Before that it says what the first comparison of a fresh
process takes. The aims: five in 250 ms of processor time, twenty in 3 s. It reports; it never fails
on time.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.alignment.similarity import says_something
from reader.framing.compare import LENSES, compare
from reader.framing.core import core
from reader.framing.lens import Case
from reader.framing.subject import of_another_story
from reader.model import Article, When
from reader.text.document import Document
from reader.text.rarity import idf
from reader.text.tokens import folded_words, stem

DATA = Path(__file__).parents[2].parent / "shared" / "data"
AIMS = {2: 100, 5: 250, 20: 3000}
"""Milliseconds of processor time, by number of articles."""
_DAYS = {2: 2, 5: 2, 20: 30}  # between two reports of one set; no event has twenty within two days
_LENGTHS = range(850, 1151)
_ROUNDS = 8
_LEAD = 1500  # characters that tell what a report is about
_WORD = re.compile(r"\w+")
_FIRST = """
import sys, time
began = time.process_time()
from reader.framing.compare import compare
from reader.model import Article
imported = time.process_time()
texts = sys.stdin.read().split(chr(0))
compare([Article(str(at), text) for at, text in enumerate(texts)], one_event=True)
print(imported - began, time.process_time() - imported)
"""


def material() -> list[Article]:
    """Articles of about a thousand words, by day."""
    if not DATA.is_dir():
        raise SystemExit("the measuring material is not beside this checkout")
    rows = []
    for name in ("events-dated-dev", "haystack-dev"):
        with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows += [row for row in map(json.loads, lines) if len(row["text"].split()) in _LENGTHS]
    rows.sort(key=lambda row: (row["date"][:10], row["id"]))
    return [
        Article(row["id"], row["text"], row["title"] or None, published=When(row["date"][:10]))
        for row in rows
    ]


def happenings(known: Sequence[Article], size: int, days: int) -> Iterator[list[Article]]:
    """Sets of so many articles, given by day, whose openings are alike; the most alike sets first.

    No article is in two sets, and none in one whose comparison would take it for another story.
    """
    about, when = list(map(_stems, known)), list(map(_day, known))
    sets: list[tuple[float, list[int]]] = []
    for at, day in enumerate(when):
        close = range(bisect_left(when, day - days), bisect_right(when, day + days))
        near = [(_likeness(about[at], about[other]), other) for other in close if other != at]
        near.sort(reverse=True)
        if len(near) >= size - 1:
            sets.append((near[size - 2][0], [at, *(other for _, other in near[: size - 1])]))
    sets.sort(key=lambda each: (-each[0], each[1]))
    taken: set[int] = set()
    for _, members in sets:
        articles = [known[at] for at in members]
        if taken.isdisjoint(members) and not of_another_story(_case(articles)):
            taken.update(members)
            yield articles


def _stems(article: Article) -> frozenset[str]:
    words = folded_words(f"{article.title or ''} {article.text[:_LEAD]}")
    return frozenset(stem(word) for word in words if says_something(word))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return float(sum(map(idf, one & other)) / (len(one) * len(other)) ** 0.5)


def _day(article: Article) -> int:
    return article.published.first.toordinal() if article.published else 0


def _case(articles: Iterable[Article]) -> Case:
    return Case(tuple(map(Document, articles)), one_event=True)


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def stages(articles: Iterable[Article]) -> dict[str, float]:
    """Milliseconds of each part, in the order in which a comparison needs them."""
    case = _case(articles)
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


def first_use(articles: Iterable[Article]) -> tuple[float, float]:
    """Milliseconds of the imports, and of the first comparison, of a process of its own."""
    texts = "\0".join(article.text for article in articles)
    found: list[tuple[float, float]] = []
    with TemporaryDirectory() as folder:
        told = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        for _ in range(1 + _ROUNDS):
            run = [sys.executable, "-c", _FIRST]
            answer = subprocess.run(
                run, input=texts, env=os.environ | told, capture_output=True, text=True, check=True
            )
            imported, compared = map(float, answer.stdout.split())
            found.append((1000 * imported, 1000 * compared))
    # The first run compiles the modules, as installing does.
    imports, comparisons = zip(*found[1:], strict=True)
    return statistics.median(imports), statistics.median(comparisons)


def main() -> None:
    """Measure and print."""
    known = material()
    for size, aim in AIMS.items():
        sets = list(islice(happenings(known, size, _DAYS[size]), _ROUNDS))
        if size == 5:
            imported, compared = first_use(sets[0])
            print(f"first in a process: {compared:.0f} ms, behind {imported:.0f} ms of imports")
        compare(sets[0], one_event=True)  # tables are read once for a whole run
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
