"""Which passages of several articles say the same thing.

Two passages belong together if one is the best match of the other and what they have in common is
enough to be a statement and not just a subject. A passage can be in two rows: one sentence may hold
what two sentences say elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.alignment.apart import set_apart
from reader.alignment.embedding import Embedder, similar
from reader.alignment.evidence import Evidence, Shared
from reader.alignment.quoted import quoted_alike
from reader.alignment.similarity import Vectors, cosine
from reader.model import Certainty, Point
from reader.text.document import Document

# Log odds that two passages share a statement. Read on pairs of passages of real reports that the
# rules before these had not found (one judge): at a bar of 2.3 for the sure ones 42 of 45 shared a
# statement, at this one 24 of 24 others; of the perhaps ones 30 of 36.
SURE = 2.7
PERHAPS = 0.3
# Passages as alike as this in their stems are surely one statement at lower odds, too.
_ALIKE = 0.42
_SURE_ALIKE = 1.0
# Sharing few words, or names, offices and times only, is having a subject in common.
_SENSES = 3
_SENSES_ALIKE = 4
_WORDS = 1
_WORDS_SURE = 2
# What a passage has a better match for is another part of it if it has other words in common.
_FRESH = 2
# A passage joins a row only if it is near to all of it, so that rows do not drift in a chain.
_ROW = 0.2


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
    links = sorted(_quoted(known), key=_Link.rank)
    links += sorted(_links(Evidence(known), skip), key=_Link.rank)
    if embedder is not None:
        links += sorted(_embedded(known, skip, links, embedder), key=_Link.rank)
    rows = _rows(known, links)
    return tuple(_point(known, row) for row in _in_order(rows, len(known.documents)))


@dataclass(frozen=True, slots=True)
class _Link:
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
class _Row:
    """A row in the making: passage index by column, and its weakest link."""

    passages: dict[int, int]
    score: float = 1.0
    certainty: Certainty = "sure"


def _links(evidence: Evidence, apart: Sequence[frozenset[int]]) -> Iterator[_Link]:
    documents = evidence.vectors.documents
    for (a, b), found in evidence.candidates(apart).items():
        shared = {place: common for place, common in found.items() if common.odds >= PERHAPS}
        scores = {
            (i, j): (round(common.odds, 9), -_distance(documents, a, i, b, j))
            for (i, j), common in shared.items()
        }
        ids = documents[a].article.id, documents[b].article.id
        for (i, j), (odds, nearness), better in _best(scores):
            alike = evidence.vectors.similarity(a, i, b, j)
            certainty = _certainty(shared[i, j], alike)
            fresh = shared[i, j].senses - evidence.names
            if certainty and (not better or len(fresh - shared[better].senses) >= _FRESH):
                yield _Link(a, i, b, j, odds, alike, certainty, -nearness, ids)


def _certainty(shared: Shared, alike: float) -> Certainty | None:
    """How surely two passages share a statement and not just a subject; None if they do not."""
    if len(shared.senses) < _SENSES or shared.words < _WORDS:
        return None
    near = alike >= _ALIKE and len(shared.senses) >= _SENSES_ALIKE
    sure = shared.odds >= (_SURE_ALIKE if near else SURE) and shared.words >= _WORDS_SURE
    return "sure" if sure else "perhaps"


def _quoted(vectors: Vectors) -> Iterator[_Link]:
    """Links for passages that nothing but a shared quotation holds together."""
    for a, i, b, j in quoted_alike(vectors.documents):
        ids = vectors.documents[a].article.id, vectors.documents[b].article.id
        score = vectors.similarity(a, i, b, j)
        yield _Link(a, i, b, j, score, score, "sure", _distance(vectors.documents, a, i, b, j), ids)


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
        for (i, j), (score, nearness), better in _best(best):
            if better is None:
                yield _Link(a, i, b, j, score, score, "perhaps", -nearness, ids)


def _distance(documents: Sequence[Document], a: int, i: int, b: int, j: int) -> float:
    """How far apart two passages stand in their articles, as a share of the text."""
    return round(abs(i / len(documents[a].passages) - j / len(documents[b].passages)), 9)


def _best(
    scores: dict[tuple[int, int], tuple[float, float]],
) -> Iterator[tuple[tuple[int, int], tuple[float, float], tuple[int, int] | None]]:
    """The pairs in which one is the other's best; nearness in the text breaks ties.

    With a pair comes the better one that its other passage has, None if it has none.
    """
    rows: dict[int, tuple[tuple[float, float], int]] = {}
    columns: dict[int, tuple[tuple[float, float], int]] = {}
    for (i, j), value in scores.items():
        rows[i] = max((value, j), rows.get(i, (value, j)))
        columns[j] = max((value, i), columns.get(j, (value, i)))
    for (i, j), value in scores.items():
        first, last = rows[i][0] == value, columns[j][0] == value
        if first and last:
            yield (i, j), value, None
        elif first:
            yield (i, j), value, (columns[j][1], j)
        elif last:
            yield (i, j), value, (i, rows[i][1])


def _rows(vectors: Vectors, links: Sequence[_Link]) -> list[_Row]:
    """Join links, best first, into rows that have one passage per document.

    A link between rows that cannot be joined takes one of its passages into the row of the other,
    or is a row of its own: that passage says what two passages of another article say.
    """
    of: dict[tuple[int, int], _Row] = {}
    beside: list[_Row] = []
    for link in links:
        one, other = _Row({link.a: link.i}), _Row({link.b: link.j})
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


def _joined(vectors: Vectors, left: _Row, right: _Row, link: _Link) -> _Row | None:
    """Both rows as one; None if they have passages of one article, or passages unlike others."""
    if left.passages.keys() & right.passages.keys():
        return None
    return _row(left, right, link) if _all_near(vectors, left, right, link) else None


def _told_apart(left: _Row | None, right: _Row | None) -> bool:
    """Whether an article has a passage for each of two rows, so that they are two statements."""
    return (
        left is not None
        and right is not None
        and not left.passages.keys().isdisjoint(right.passages)
    )


def _row(left: _Row, right: _Row, link: _Link) -> _Row:
    sure = left.certainty == right.certainty == link.certainty == "sure"
    return _Row(
        left.passages | right.passages,
        min(left.score, right.score, link.score),
        "sure" if sure else "perhaps",
    )


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
