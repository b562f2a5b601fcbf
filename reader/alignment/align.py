"""Which passages of several articles say the same thing.

Two passages belong together if one is the best match of the other and what they have in common is
enough to be a statement and not just a subject. A passage can be in two rows: one sentence may hold
what two sentences say elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.alignment.apart import set_apart
from reader.alignment.embedding import Embedder, similar
from reader.alignment.evidence import Evidence, Shared
from reader.alignment.quoted import quoted_alike
from reader.alignment.rows import Link, Row, in_order, joined_rows
from reader.alignment.similarity import Vectors
from reader.alignment.sureness import certainty
from reader.model import Point
from reader.text.document import Document

# Log odds of a row that is perhaps one: just below half of them share no statement.
PERHAPS = 0.7
# Sharing few words, or names, offices, times and dates only, is having a subject in common.
_SENSES = 3
_WORDS = 1
# What a passage has a better match for is another part of it if it has other words in common.
_FRESH = 2


def align(
    documents: Sequence[Document],
    vectors: Vectors | None = None,
    apart: Sequence[frozenset[int]] | None = None,
    embedder: Embedder | None = None,
    evidence: Evidence | None = None,
) -> tuple[Point, ...]:
    """Rows of passages that say the same thing, one or none per document, in reading order.

    `vectors`, the passages set `apart` and `evidence` are those of the documents, if known; an
    `embedder` adds rows that are perhaps one statement, for passages that stems leave alone.
    """
    known = vectors or Vectors(tuple(documents))
    skip = apart or set_apart(known)
    links = sorted(_quoted(known), key=Link.rank)
    links += sorted(_links(evidence or Evidence(known, skip)), key=Link.rank)
    if embedder is not None:
        links += sorted(_embedded(known, skip, links, embedder), key=Link.rank)
    rows = joined_rows(known, links)
    return tuple(_point(known, row) for row in in_order(rows, len(known.documents)))


def _links(evidence: Evidence) -> Iterator[Link]:
    documents = evidence.vectors.documents
    for (a, b), found in evidence.candidates.items():
        shared = {place: common for place, common in found.items() if common.odds >= PERHAPS}
        scores = {
            (i, j): (round(common.odds, 9), -_distance(documents, a, i, b, j))
            for (i, j), common in shared.items()
        }
        ids = documents[a].article.id, documents[b].article.id
        for (i, j), (odds, nearness), better in _best(scores):
            fresh = shared[i, j].senses - evidence.names
            if not _states(shared[i, j]):
                continue
            if not better or len(fresh - shared[better].senses) >= _FRESH:
                certain = certainty(evidence, a, i, b, j, shared[i, j])
                alike = evidence.vectors.similarity(a, i, b, j)
                yield Link(a, i, b, j, odds, alike, certain, -nearness, ids)


def _states(shared: Shared) -> bool:
    """Whether what two passages share can be a statement and not just a subject."""
    return len(shared.senses) >= _SENSES and shared.words >= _WORDS


def _quoted(vectors: Vectors) -> Iterator[Link]:
    """Links for passages that nothing but a shared quotation holds together."""
    for a, i, b, j in quoted_alike(vectors.documents):
        ids = vectors.documents[a].article.id, vectors.documents[b].article.id
        score = vectors.similarity(a, i, b, j)
        yield Link(a, i, b, j, score, score, "sure", _distance(vectors.documents, a, i, b, j), ids)


def _embedded(
    vectors: Vectors, apart: Sequence[frozenset[int]], links: Sequence[Link], embedder: Embedder
) -> Iterator[Link]:
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
                yield Link(a, i, b, j, score, score, "perhaps", -nearness, ids)


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


def _point(vectors: Vectors, row: Row) -> Point:
    passages = tuple(
        document.cut(document.passages[row.passages[column]].span)
        if column in row.passages
        else None
        for column, document in enumerate(vectors.documents)
    )
    return Point(passages, round(min(row.score, 1.0), 4), row.certainty)
