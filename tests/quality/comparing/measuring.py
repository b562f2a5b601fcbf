"""Every lens judged by the labels of all events, under the names that floors.toml uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from tests.quality.comparing import alone, writing
from tests.quality.comparing.labels import EVENTS, Labelled, labelled
from tests.quality.comparing.points import SHARED_STEMS, point_pairs, points, rows
from tests.quality.comparing.score import Score
from tests.quality.comparing.values import DIFFER, claims, values

BESIDE = {"facts": "facts", "quotes": "quotes", "labels": "labels"}
"""Lenses that set values side by side, with the tables of their labels."""

ALONE: dict[str, Callable[[Labelled, Score], None]] = {
    "only-here": alone.only_here,
    "left-out": alone.left_out,
    "quoted": writing.quoted,
    "cause": writing.cause,
    "sources": writing.sources,
    "loaded": writing.loaded,
}
"""Lenses that speak of one article at a time."""

POINTS = ("sure", "sure-words", "sure-rows", "points", "words")
"""Ways of judging points; see `score`."""

UNLABELLED = ("opening", "order")
"""Lenses that say something of every event, which labels cannot judge."""


def built(lens: str) -> bool:
    """Whether the program has that lens yet."""
    return not any(
        report.reason == "not built yet"
        for report in labelled(EVENTS[0]).comparison.reports
        if report.name == lens
    )


def events() -> Iterator[Labelled]:
    """All labelled events."""
    return map(labelled, EVENTS)


@cache
def score(name: str) -> Score:
    """`differs`, the name of a lens, or of points: `sure` or `points`, which are all of them.

    `words` and `sure-words` want only pairs that share words, `sure-rows` such rows.
    """
    result = Score()
    for event in events():
        if name in POINTS:
            pairs = list(point_pairs(event, sure=name.startswith("sure")))
            if name == "sure-rows":
                rows(event, pairs, result)
            else:
                points(event, pairs, result, SHARED_STEMS if name.endswith("words") else 0)
        elif name == "differs":
            values(event, "facts", claims(event, "facts"), result, only=DIFFER)
        elif name in BESIDE:
            values(event, BESIDE[name], claims(event, name), result)
        else:
            ALONE[name](event, result)
    return result
