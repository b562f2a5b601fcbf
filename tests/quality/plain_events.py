"""The plain method that grouping is measured against: TF-IDF cosine, date decay, average link.

Words are stems with the library's own idf, a score fades with the days between two articles, and
groups merge while the mean score reaches a threshold. It is given the threshold at which it is
best on each set, which nobody has outside of a measurement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log, sqrt

from reader.events.clustering import clusters
from reader.model import Article
from reader.text.stopwords import STOP
from reader.text.tokens import folded_words, stem

FADE_DAYS = 1.5
REACH_DAYS = 5
THRESHOLDS = tuple(at / 50 for at in range(4, 30))

Scores = Mapping[tuple[int, int], float]


def scores(articles: Sequence[Article]) -> Scores:
    """The scores of all pairs that are near enough in time, by index."""
    vectors = _vectors(articles)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    dots: defaultdict[tuple[int, int], float] = defaultdict(float)
    days = [each.published.first.toordinal() if each.published else None for each in articles]
    order = sorted(range(len(articles)), key=lambda at: (days[at] or 0, at))
    for at in order:
        day = days[at]
        for word, weight in vectors[at].items():
            holding = holders[word]
            if day is not None:
                while holding and (days[holding[0]] or 0) < day - REACH_DAYS:
                    holding.pop(0)
            for other in holding:
                dots[min(at, other), max(at, other)] += weight * vectors[other][word]
            holding.append(at)
    return {pair: dot * _fade(days, pair) for pair, dot in dots.items()}


def groups(articles: Sequence[Article], found: Scores, threshold: float) -> list[list[str]]:
    """The articles' ids in groups."""
    strong = {pair: score / threshold for pair, score in found.items() if score > threshold / 8}
    return [
        [articles[at].id for at in group] for group in clusters(len(articles), strong, inward=0.0)
    ]


def _vectors(articles: Sequence[Article]) -> list[dict[str, float]]:
    counts = [
        Counter(
            stem(word) for word in folded_words(f"{each.title or ''}\n{each.text}") if _counts(word)
        )
        for each in articles
    ]
    holding = Counter(word for each in counts for word in each)
    found = []
    for each in counts:
        vector = {w: (1 + log(n)) * log(len(articles) / holding[w]) for w, n in each.items()}
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        found.append({word: weight / length for word, weight in vector.items() if weight})
    return found


def _counts(word: str) -> bool:
    return len(word) > 1 and word not in STOP


def _fade(days: Sequence[int | None], pair: tuple[int, int]) -> float:
    one, other = days[pair[0]], days[pair[1]]
    return 1.0 if one is None or other is None else exp(-abs(one - other) / FADE_DAYS)
