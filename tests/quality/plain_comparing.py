"""The plain methods that a comparison is measured against.

Points: sentences that are each other's most alike by TF-IDF cosine, with the idf of the event.
Facts: every number that differs from those of the other article's most alike sentence. Quotations:
those that share five words in a row. Only here: any sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import log, sqrt

from reader.model import Span
from reader.text.stopwords import STOP
from tests.quality.comparing.labels import Labelled, Place
from tests.quality.comparing.points import Pair
from tests.quality.comparing.values import Claim

THRESHOLDS = tuple(at / 50 for at in range(5, 40))
ALIKE = 0.2
RUN = 5

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTED = re.compile('“([^”]+)”|"([^"]+)"')

Vector = dict[str, float]


def alike(event: Labelled) -> Iterator[tuple[float, Pair]]:
    """Sentences that are each other's most alike, with their cosines."""
    vectors = _vectors(event)
    for one, other in combinations(range(len(event.articles)), 2):
        scores = {
            (i, j): _cosine(a, b)
            for i, a in enumerate(vectors[one])
            for j, b in enumerate(vectors[other])
        }
        best_a: dict[int, float] = {}
        best_b: dict[int, float] = {}
        for (i, j), score in scores.items():
            best_a[i] = max(best_a.get(i, 0), score)
            best_b[j] = max(best_b.get(j, 0), score)
        for (i, j), score in scores.items():
            if score and score == best_a[i] == best_b[j]:
                yield score, ((one, i), (other, j))


def differing_numbers(event: Labelled) -> Iterator[Claim]:
    """Every number with every other one of the most alike sentence."""
    for score, pair in alike(event):
        if score < ALIKE:
            continue
        sides = [_matches(event, _NUMBER, *passage) for passage in pair]
        for a in sides[0]:
            for b in sides[1]:
                if event.words_at(a) != event.words_at(b):
                    row = {a.column: (a,), b.column: (b,)}
                    yield row, "differs", f"{event.words_at(a)} | {event.words_at(b)}"


def quotations(event: Labelled) -> Iterator[Claim]:
    """Every two quotations that share five words in a row."""
    columns = [
        [
            place
            for number in range(len(d.passages))
            for place in _matches(event, _QUOTED, at, number)
        ]
        for at, d in enumerate(event.documents)
    ]
    for one, other in combinations(columns, 2):
        for a in one:
            for b in other:
                if _runs(event.words_at(a)) & _runs(event.words_at(b)):
                    yield {a.column: (a,), b.column: (b,)}, "trimmed", event.words_at(a)


def _matches(
    event: Labelled, found: re.Pattern[str], column: int, number: int | None
) -> list[Place]:
    if number is None:
        return []
    span = event.documents[column].passages[number].span
    text = event.articles[column].text
    return [
        Place(column, "text", Span(match.start(), match.end()))
        for match in found.finditer(text, span.start, span.end)
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _vectors(event: Labelled) -> list[list[Vector]]:
    bags = [
        [
            Counter(w for w in _words(p.span.of(document.text)) if w not in STOP)
            for p in document.passages
        ]
        for document in event.documents
    ]
    holding = Counter(word for column in bags for bag in column for word in bag)
    size = sum(map(len, bags))
    return [
        [_scaled({w: n * log(size / holding[w]) for w, n in b.items()}) for b in c] for c in bags
    ]


def _scaled(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _cosine(a: Vector, b: Vector) -> float:
    return sum(weight * b.get(word, 0.0) for word, weight in a.items())
