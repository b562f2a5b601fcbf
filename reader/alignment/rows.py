"""Rows of passages, made from links between two of them each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product

from reader.alignment.similarity import Vectors, cosine
from reader.model import Certainty

# A passage joins a row only if it is near to all of it, so that rows do not drift in a chain.
_ROW = 0.2
# What is perhaps the same as one passage of a sure row may be another statement; what is perhaps
# the same as two of them is the same. On the labelled events this added ten pairs of sentences to
# sure rows, all right; if one link did, one in six of those added were wrong.
_CONFIRMED = 2

Place = tuple[int, int]
"""Column and passage."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of which one is the other's best match."""

    a: int
    i: int
    b: int
    j: int
    odds: float
    """How surely they belong together, in the measure of whatever linked them."""
    score: float
    certainty: Certainty
    apart: float
    """How far apart they stand in their articles, as a share of the text."""
    ids: tuple[str, str]
    """The articles, so that ties do not depend on the order of columns."""

    @property
    def places(self) -> tuple[Place, Place]:
        """Column and passage of both."""
        return (self.a, self.i), (self.b, self.j)

    def rank(self) -> tuple[float, float, tuple[tuple[str, int], ...]]:
        """Best first."""
        ends = sorted(zip(self.ids, (self.i, self.j), strict=True))
        return (-round(self.odds, 9), self.apart, tuple(ends))


@dataclass(frozen=True, slots=True)
class Row:
    """A row in the making: passage index by column, and its weakest link."""

    passages: dict[int, int]
    score: float = 1.0
    certainty: Certainty = "sure"

    @property
    def stands(self) -> bool:
        """Whether it is a sure row of two passages and more, which one faint link cannot change."""
        return self.certainty == "sure" and len(self.passages) > 1


def joined_rows(vectors: Vectors, links: Sequence[Link]) -> list[Row]:
    """Join links, best first, so sure ones before others, into rows of one passage per document.

    A link between rows that are not joined is a row of its own, as one of its passages may say what
    two of another article say; not so if an article shows that the rows are two statements.
    """
    of: dict[Place, Row] = {}
    beside: list[Row] = []
    linked = frozenset(frozenset(link.places) for link in links)
    for link in links:
        one, other = (Row(dict([place])) for place in link.places)
        left, right = map(of.get, link.places)
        if left is not None and left is right:
            continue
        row = _joined(vectors, left or one, right or other, link, linked)
        if row:
            of.update(dict.fromkeys(row.passages.items(), row))
        elif _told_apart(left, right):
            continue
        elif not any(row.passages.items() >= set(link.places) for row in beside):
            beside.append(_row(one, other, link.score, link.certainty))
    return [*{id(row): row for row in of.values()}.values(), *beside]


def _joined(
    vectors: Vectors, left: Row, right: Row, link: Link, linked: Collection[frozenset[Place]]
) -> Row | None:
    """Both rows as one; None if they have passages of one article, or too little in common."""
    if left.passages.keys() & right.passages.keys() or not _all_near(vectors, left, right, link):
        return None
    ends = product(left.passages.items(), right.passages.items())
    if link.certainty == "sure" or sum(frozenset(pair) in linked for pair in ends) >= _CONFIRMED:
        return _row(left, right, link.score, "sure")
    return None if left.stands or right.stands else _row(left, right, link.score, "perhaps")


def _told_apart(left: Row | None, right: Row | None) -> bool:
    """Whether an article has a passage for each of two rows, so that they are two statements."""
    return (
        left is not None
        and right is not None
        and not left.passages.keys().isdisjoint(right.passages)
    )


def _row(left: Row, right: Row, score: float, certainty: Certainty) -> Row:
    sure = left.certainty == right.certainty == certainty == "sure"
    return Row(
        left.passages | right.passages,
        min(left.score, right.score, score),
        "sure" if sure else "perhaps",
    )


def _all_near(vectors: Vectors, left: Row, right: Row, link: Link) -> bool:
    """Whether the passages that the link does not join itself are alike as well."""
    ends = product(left.passages.items(), right.passages.items())
    return all(
        cosine(vectors.full[a][i], vectors.full[b][j]) >= _ROW
        for (a, i), (b, j) in ends
        if ((a, i), (b, j)) != link.places
    )


def in_order(rows: list[Row], columns: int) -> list[Row]:
    """Rows in the order of the first document; what it lacks follows a neighbour in the next."""
    placed: list[Row] = []
    for column in range(columns):
        fresh = [row for row in rows if min(row.passages) == column]
        for row in sorted(fresh, key=lambda row: row.passages[column]):
            before = [at for at, other in enumerate(placed) if _precedes(other, row)]
            placed.insert(max(before, default=-1) + 1, row)
    return placed


def _precedes(one: Row, other: Row) -> bool:
    shared = one.passages.keys() & other.passages.keys()
    return any(one.passages[column] < other.passages[column] for column in shared)
