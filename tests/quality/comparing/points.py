"""Points judged by labels: which pairs of sentences share a proposition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from reader.alignment.similarity import counts
from tests.quality.comparing.labels import Label, Labelled
from tests.quality.comparing.score import Score

SHARED_STEMS = 3
"""Sentences share words if they have so many content stems in common, names and numbers too."""

Pair = tuple[tuple[int, int | None], tuple[int, int | None]]
"""Two sentences of two columns."""


def points(event: Labelled, pairs: Iterable[Pair], score: Score, stems: int = 0) -> None:
    """Judge pairs of sentences said to share a proposition; a row wants one of each two columns.

    Sentences that are word for word the same are left out: they say nothing of the method. With
    `stems` only labels are wanted whose sentences share so many: words cannot find the others.
    """
    rows = event.rows("points")
    wanted = [list(_required(event, label)) for label in rows if label.required]
    allowed = {pair for label in rows for options in _required(event, label) for pair in options}
    traps = {p: t for t in event.rows("not_points") for o in _required(event, t) for p in o}
    claimed = {_ordered(pair) for pair in pairs if not _same_words(event, pair)}
    for pair in sorted(claimed, key=str):
        score.claim(pair in allowed, told(event, pair))
        if pair in traps and pair not in allowed:
            score.traps.append(f"{event.name}: {traps[pair].fields['why']}")
    for options in (each for row in wanted for each in row):
        left = [pair for pair in options if not _same_words(event, pair)]
        if left and max(_shared(event, pair) for pair in left) >= stems:
            score.want(any(pair in claimed for pair in left), told(event, left[0]))


def rows(event: Labelled, pairs: Iterable[Pair], score: Score) -> None:
    """Judge pairs by whole rows: one is wanted if two of its sentences share words.

    It is found if any two of its sentences are said to share a proposition.
    """
    claimed = {_ordered(pair) for pair in pairs}
    for label in event.rows("points"):
        left = [
            pair
            for options in _required(event, label)
            for pair in options
            if not _same_words(event, pair)
        ]
        sharing = [pair for pair in left if _shared(event, pair) >= SHARED_STEMS]
        if label.required and sharing:
            score.want(any(pair in claimed for pair in left), told(event, sharing[0]))


def point_pairs(event: Labelled, *, sure: bool) -> Iterator[Pair]:
    """The pairs of sentences in the points of the program."""
    for point in event.comparison.points:
        if sure and point.certainty != "sure":
            continue
        places = [event.place(passage) for passage in point.passages if passage]
        for one, other in combinations(places, 2):
            yield event.passage(one), event.passage(other)


def _required(event: Labelled, label: Label) -> Iterator[set[Pair]]:
    """For each two columns of a label the pairs of sentences that would do."""
    for one, other in combinations(sorted(label.row), 2):
        yield {
            (event.passage(a), event.passage(b)) for a in label.row[one] for b in label.row[other]
        }


def _ordered(pair: Pair) -> Pair:
    one, other = sorted(pair, key=lambda passage: passage[0])
    return one, other


def _same_words(event: Labelled, pair: Pair) -> bool:
    return event.sentence(pair[0]).split() == event.sentence(pair[1]).split()


def _shared(event: Labelled, pair: Pair) -> int:
    bags = [
        {t.stem for t in event.documents[column].tokens[number] if counts(t)}
        for column, number in pair
        if number is not None
    ]
    return len(bags[0] & bags[1]) if len(bags) == 2 else 0


def told(event: Labelled, pair: Pair) -> str:
    """Both sentences, cut short."""
    return f"{event.name}: " + " | ".join(event.sentence(each)[:90] for each in pair)
