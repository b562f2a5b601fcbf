"""Rows of passages, made from links between two of them each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.alignment.similarity import Vectors, cosine
from reader.model import Certainty

# A passage joins a row only if it is near to all of it, so that rows do not drift in a chain.
_ROW = 0.2


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


def joined_rows(vectors: Vectors, links: Sequence[Link]) -> list[Row]:
    """Join links, best first, into rows that have one passage per document.

    A link between rows that cannot be joined is a row of its own, as one of its passages says what
    two of another article say; not so if an article shows that the rows are two statements.
    """
    of: dict[tuple[int, int], Row] = {}
    beside: list[Row] = []
    for link in links:
        one, other = Row({link.a: link.i}), Row({link.b: link.j})
        left, right = of.get((link.a, link.i)), of.get((link.b, link.j))
        if left is not None and left is right:
            continue
        row = _joined(vectors, left or one, right or other, link)
        if row:
            of.update(dict.fromkeys(row.passages.items(), row))
        elif _told_apart(left, right):
            continue
        elif not any(r.passages.items() >= {(link.a, link.i), (link.b, link.j)} for r in beside):
            beside.append(_row(one, other, link))
    return [*{id(row): row for row in of.values()}.values(), *beside]


def _joined(vectors: Vectors, left: Row, right: Row, link: Link) -> Row | None:
    """Both rows as one; None if they have passages of one article, or passages unlike others."""
    if left.passages.keys() & right.passages.keys():
        return None
    return _row(left, right, link) if _all_near(vectors, left, right, link) else None


def _told_apart(left: Row | None, right: Row | None) -> bool:
    """Whether an article has a passage for each of two rows, so that they are two statements."""
    return (
        left is not None
        and right is not None
        and not left.passages.keys().isdisjoint(right.passages)
    )


def _row(left: Row, right: Row, link: Link) -> Row:
    sure = left.certainty == right.certainty == link.certainty == "sure"
    return Row(
        left.passages | right.passages,
        min(left.score, right.score, link.score),
        "sure" if sure else "perhaps",
    )


def _all_near(vectors: Vectors, left: Row, right: Row, link: Link) -> bool:
    """Whether the passages that the link does not join itself are alike as well."""
    joined = ((link.a, link.i), (link.b, link.j))
    return all(
        cosine(vectors.full[a][i], vectors.full[b][j]) >= _ROW
        for a, i in left.passages.items()
        for b, j in right.passages.items()
        if ((a, i), (b, j)) != joined
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
