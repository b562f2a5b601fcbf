"""Which passages of several articles say the same thing.

Sentences become vectors of stems; two belong together if each is the other's best match and they
share enough words that are not names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.alignment.apart import set_apart
from reader.alignment.embedding import Embedder, similar
from reader.alignment.quoted import quoted_alike
from reader.alignment.similarity import Vectors, cosine
from reader.model import Certainty, Point
from reader.text.document import Document

# Set on 60 pairs of real reports of one event (199 candidates, one judge), counted on 60 others:
# of 113 sure rows 110 share a statement, of 47 rows that are perhaps one 40 do.
SURE = 0.42
_SURE_OWN = 0.25  # the part of the cosine that comes from words that are not names
PERHAPS = 0.36
# Sharing few words, or names only, is having a subject in common, not a statement.
_SHARED_STEMS = 4
_SHARED_BESIDE_NAMES = 2
# Very short sentences cannot share four stems: they must be all but identical.
_SHORT_COSINE = 0.8
_SHORT_STEMS = 3
# A passage joins a row only if it is near to all of it, so that rows do not drift in a chain.
_ROW = 0.25


def align(
    documents: Sequence[Document],
    vectors: Vectors | None = None,
    apart: Sequence[frozenset[int]] | None = None,
    embedder: Embedder | None = None,
) -> tuple[Point, ...]:
    """Rows of passages that say the same thing, one or none per document, in reading order.

    `vectors` and the passages set `apart` are those of the same documents, if they are known; an
    `embedder` adds rows that are perhaps one statement, for passages that stems leave alone.
    """
    known = vectors or Vectors(tuple(documents))
    skip = apart or set_apart(known)
    links = sorted(_links(known, skip), key=_Link.rank) + sorted(_quoted(known), key=_Link.rank)
    if embedder is not None:
        links += sorted(_embedded(known, skip, links, embedder), key=_Link.rank)
    rows = _rows(known, links)
    return tuple(_point(known, row) for row in _in_order(rows, len(known.documents)))


@dataclass(frozen=True, slots=True)
class _Link:
    """Two passages that are each other's best match."""

    a: int
    i: int
    b: int
    j: int
    score: float
    certainty: Certainty
    apart: float
    """How far apart they stand in their articles, as a share of the text."""
    ids: tuple[str, str]
    """The articles, so that ties do not depend on the order of columns."""

    def rank(self) -> tuple[float, float, tuple[tuple[str, int], ...]]:
        """Best first."""
        ends = sorted(zip(self.ids, (self.i, self.j), strict=True))
        return (-round(self.score, 9), self.apart, tuple(ends))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row in the making: passage index by column, and its weakest link."""

    passages: dict[int, int]
    score: float = 1.0
    certainty: Certainty = "sure"


def _links(vectors: Vectors, apart: Sequence[frozenset[int]]) -> Iterator[_Link]:
    documents = vectors.documents
    for a, b in combinations(range(len(documents)), 2):
        best: dict[tuple[int, int], tuple[float, float]] = {}
        for i, scores in enumerate(vectors.overlaps(a, b)):
            if i in apart[a]:
                continue
            for j, score in scores.items():
                if score >= PERHAPS and j not in apart[b]:
                    best[i, j] = (round(score, 9), -_distance(documents, a, i, b, j))
        for (i, j), (score, nearness) in _mutual(best):
            certainty = _certainty(vectors, (a, i), (b, j), score)
            if certainty:
                ids = documents[a].article.id, documents[b].article.id
                yield _Link(a, i, b, j, score, certainty, -nearness, ids)


def _quoted(vectors: Vectors) -> Iterator[_Link]:
    """Links for passages that nothing but a shared quotation holds together."""
    for a, i, b, j in quoted_alike(vectors.documents):
        ids = vectors.documents[a].article.id, vectors.documents[b].article.id
        score = vectors.similarity(a, i, b, j)
        yield _Link(a, i, b, j, score, "sure", _distance(vectors.documents, a, i, b, j), ids)


def _embedded(
    vectors: Vectors, apart: Sequence[frozenset[int]], links: Sequence[_Link], embedder: Embedder
) -> Iterator[_Link]:
    """Links for passages without one, if the embedder finds each the other's best."""
    documents = vectors.documents
    linked = {place for link in links for place in ((link.a, link.i), (link.b, link.j))}
    free = [
        [i for i in range(len(d.passages)) if i not in apart[c] and (c, i) not in linked]
        for c, d in enumerate(documents)
    ]
    found = [
        embedder.embed([documents[c].passages[i].span.of(documents[c].text) for i in column])
        for c, column in enumerate(free)
    ]
    for a, b in combinations(range(len(documents)), 2):
        best: dict[tuple[int, int], tuple[float, float]] = {}
        for i, one in zip(free[a], found[a], strict=True):
            for j, other in zip(free[b], found[b], strict=True):
                score = similar(one, other)
                if score >= embedder.bar():
                    best[i, j] = (round(score, 9), -_distance(documents, a, i, b, j))
        ids = documents[a].article.id, documents[b].article.id
        for (i, j), (score, nearness) in _mutual(best):
            yield _Link(a, i, b, j, score, "perhaps", -nearness, ids)


def _distance(documents: Sequence[Document], a: int, i: int, b: int, j: int) -> float:
    """How far apart two passages stand in their articles, as a share of the text."""
    return round(abs(i / len(documents[a].passages) - j / len(documents[b].passages)), 9)


def _mutual(
    scores: dict[tuple[int, int], tuple[float, float]],
) -> Iterator[tuple[tuple[int, int], tuple[float, float]]]:
    """The pairs in which both are the other's best; nearness in the text breaks ties."""
    rows: dict[int, tuple[float, float]] = {}
    columns: dict[int, tuple[float, float]] = {}
    for (i, j), value in scores.items():
        rows[i] = max(value, rows.get(i, value))
        columns[j] = max(value, columns.get(j, value))
    for (i, j), value in scores.items():
        if rows[i] == value == columns[j]:
            yield (i, j), value


def _certainty(
    vectors: Vectors, a: tuple[int, int], b: tuple[int, int], score: float
) -> Certainty | None:
    """How surely two passages share a statement and not just a subject; None if they do not."""
    first, second = vectors.full[a[0]][a[1]], vectors.full[b[0]][b[1]]
    shared = first.keys() & second.keys()
    own = [word for word in shared if word not in vectors.names]
    if len(shared) < _SHARED_STEMS:
        short = len(shared) >= _SHORT_STEMS and own and score >= _SHORT_COSINE
        return "sure" if short else None
    part = sum(first[word] * second[word] for word in own)
    if len(own) < _SHARED_BESIDE_NAMES:
        return None
    return "sure" if score >= SURE and part >= _SURE_OWN else "perhaps"


def _rows(vectors: Vectors, links: Sequence[_Link]) -> list[_Row]:
    """Join links, best first, into rows that have one passage per document."""
    of: dict[tuple[int, int], _Row] = {}
    for link in links:
        left = of.get((link.a, link.i)) or _Row({link.a: link.i})
        right = of.get((link.b, link.j)) or _Row({link.b: link.j})
        if left is right or left.passages.keys() & right.passages.keys():
            continue
        if not _all_near(vectors, left, right, link):
            continue
        sure = left.certainty == right.certainty == link.certainty == "sure"
        row = _Row(
            left.passages | right.passages,
            min(left.score, right.score, link.score),
            "sure" if sure else "perhaps",
        )
        of.update(dict.fromkeys(row.passages.items(), row))
    return list({id(row): row for row in of.values()}.values())


def _all_near(vectors: Vectors, left: _Row, right: _Row, link: _Link) -> bool:
    """Whether the passages that the link does not join itself are alike as well."""
    joined = ((link.a, link.i), (link.b, link.j))
    return all(
        cosine(vectors.full[a][i], vectors.full[b][j]) >= _ROW
        for a, i in left.passages.items()
        for b, j in right.passages.items()
        if ((a, i), (b, j)) != joined
    )


def _in_order(rows: list[_Row], columns: int) -> list[_Row]:
    """Rows in the order of the first document; what it lacks follows a neighbour in the next."""
    placed: list[_Row] = []
    for column in range(columns):
        fresh = [row for row in rows if min(row.passages) == column]
        for row in sorted(fresh, key=lambda row: row.passages[column]):
            before = [at for at, other in enumerate(placed) if _precedes(other, row)]
            placed.insert(max(before, default=-1) + 1, row)
    return placed


def _precedes(one: _Row, other: _Row) -> bool:
    shared = one.passages.keys() & other.passages.keys()
    return any(one.passages[column] < other.passages[column] for column in shared)


def _point(vectors: Vectors, row: _Row) -> Point:
    passages = tuple(
        document.cut(document.passages[row.passages[column]].span)
        if column in row.passages
        else None
        for column, document in enumerate(vectors.documents)
    )
    return Point(passages, round(min(row.score, 1.0), 4), row.certainty)
