"""How well events are found, beside a plain method in the same run.

`python -m tests.quality.measure_events` prints a table; it takes some minutes. What of it must
hold is in floors.toml, and tests/quality/test_events.py sees to it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from reader.model import Article
from tests.quality import plain_events
from tests.quality.bcubed import bcubed
from tests.quality.test_events import (
    Labelled,
    article_of,
    changed,
    first_words,
    foreign,
    grouped,
    known,
    labelled,
    rows,
    stories,
    undated,
    without_title,
)

DATA = Path(__file__).parents[2].parent / "shared" / "data"
LIBRARIES = 200


def without_date(article: Article) -> Article:
    """The article as it would be without a date."""
    return undated([article])[0]


def table() -> None:
    """Print one row for each way of measuring."""
    dated = labelled(DATA / "events-dated-dev.jsonl.gz")
    twins = labelled(DATA / "events-lookalike-dev.jsonl.gz")
    print("| BCubed precision / recall / F1 | reader | plain, at its best threshold |")
    print("|---|---|---|")
    line("dated events", dated)
    line("without titles", changed(dated, without_title))
    line("the first 80 words", changed(dated, first_words))
    line("without dates", changed(dated, without_date))
    line("look-alike events, without dates", twins)
    line("their first 80 words", changed(twins, first_words))
    line("as in a language whose table is estimated", foreign(dated, estimated=True))
    line("as in a language without a table", foreign(dated, estimated=False))
    haystack(dated)
    lone(dated)
    small(dated)


def line(name: str, of: Labelled) -> None:
    """One row."""
    ours = bcubed(of.groups(of.articles), of.event)
    print(f"| {name} | {told(ours)} | {told(best(of.articles, of))} |", flush=True)


def told(figures: Sequence[float]) -> str:
    """Three figures."""
    return " / ".join(f"{figure:.3f}".lstrip("0") for figure in figures)


def best(articles: Sequence[Article], of: Labelled) -> Sequence[float]:
    """The plain method at the threshold where it is best."""
    found = plain_events.scores(articles)
    tried = (
        bcubed(only(plain_events.groups(articles, found, at), of), of.event)
        for at in plain_events.THRESHOLDS
    )
    return max(tried, key=lambda figures: figures.f1)


def only(groups: Sequence[Sequence[str]], of: Labelled) -> list[list[str]]:
    """What is left of groups if only labelled articles count."""
    return [left for group in groups if (left := [id for id in group if id in of.event])]


def haystack(dated: Labelled) -> None:
    """The dated events among ten thousand other articles."""
    hay = [article_of(row) for row in rows(DATA / "haystack-dev.jsonl.gz")]
    everything = Labelled([*hay, *dated.articles], dated.event, dated.known | known(hay))
    ours = bcubed(only(everything.groups(everything.articles), dated), dated.event)
    name = f"dated events among {len(hay):,} other articles"
    print(f"| {name} | {told(ours)} | {told(best(everything.articles, dated))} |", flush=True)


def lone(dated: Labelled) -> None:
    """Articles that have no partner: the fewer are grouped the better."""
    alone = dated.alone()
    found = plain_events.scores(dated.articles)
    at = max(
        plain_events.THRESHOLDS,
        key=lambda at: bcubed(plain_events.groups(dated.articles, found, at), dated.event).f1,
    )
    plain = grouped(plain_events.groups(alone, plain_events.scores(alone), at))
    ours = grouped(dated.groups(alone))
    print(f"| lone articles that are grouped, of {len(alone)} | {ours:.3f} | {plain:.3f} |")


def small(dated: Labelled) -> None:
    """Libraries of a few articles without dates."""
    draw = random.Random(1)
    alone = undated(dated.alone())
    libraries = [draw.sample(alone, 6) for _ in range(LIBRARIES)]
    some = sum(len(dated.groups(each)) < 6 for each in libraries) / len(libraries)
    print(f"| libraries of six strangers with an event, of {LIBRARIES} | {some:.3f} | |")
    found = [dated.groups(undated(library)) for library in stories(dated)]
    f1 = sum(bcubed(groups, dated.event).f1 for groups in found) / len(found)
    print(f"| two reports of an event and three of its story, F1 | {f1:.3f} | |")


if __name__ == "__main__":
    table()
