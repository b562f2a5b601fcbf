"""An article as scoring sees it in one library: its days, its weighted terms, and their lengths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from reader.events.terms import Terms, background
from reader.model import Article
from reader.text.rarity import articles as background_articles

NEAR_DAYS = 3  # whose terms count for the floor norm
# The least share of its full norm that an article keeps. Without one, lone articles pair up on
# `president`; undated ones, near to all others, need more of it.
FLOOR = 0.5
FLOOR_UNDATED = 0.7
# From so many articles on, a library's own counts weigh as much as the background's; below, less
# by the square. Half and half is .003 better on dated events and .01 on look-alikes.
HALF = 1000


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that an article can be of, as ordinals."""

    first: int
    last: int

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    def apart(self, other: Days) -> int:
        """The least number of days between the two."""
        return max(0, self.first - other.last, other.first - self.last)


@dataclass(frozen=True, slots=True)
class Profile:
    """An article's days, language and weighted terms, with the length of each view."""

    days: Days | None
    language: str | None
    views: tuple[Mapping[str, float], Mapping[str, float]]
    norms: tuple[float, float]
    """The floor norm of each view."""
    quoted: frozenset[int]
    length: int

    @property
    def dated(self) -> bool:
        """Whether its day is known."""
        return self.days is not None and self.days.exact


def profiles(articles: Sequence[Article], taken: Sequence[Terms]) -> list[Profile]:
    """The profile of each article among these; `taken` holds the terms of each."""
    days = [_days(article) for article in articles]
    words = _weighed([each.words for each in taken])
    details = _weighed([each.details for each in taken])
    lengths = zip(_norms(words, days), _norms(details, days), strict=True)
    return [
        Profile(when, _language(article), views, norms, each.quoted, each.length)
        for article, each, when, views, norms in zip(
            articles, taken, days, zip(words, details, strict=True), lengths, strict=True
        )
    ]


def _days(article: Article) -> Days | None:
    when = article.published
    return Days(when.first.toordinal(), when.last.toordinal()) if when else None


def _language(article: Article) -> str | None:
    return article.language.casefold()[:2] if article.language else None


def _weighed(views: Sequence[Iterable[tuple[str, float]]]) -> list[dict[str, float]]:
    """Each view with weights moved from the background's counts to those pooled with our own."""
    counts = Counter(term for view in views for term, _ in view)
    size = len(views)
    # With so many articles as `HALF` own counts are blown up to the background's size.
    scale = min(size / HALF, HALF / size) * background_articles() / HALF if size else 0.0
    factor = {term: _pooled(term, count, size, scale) for term, count in counts.items()}
    return [{term: weight * factor[term] for term, weight in view} for view in views]


def _pooled(term: str, count: int, size: int, scale: float) -> float:
    """The idf from both counts over the background's; the article itself does not count."""
    alone = background(term)
    if alone <= 0:
        return 0.0
    articles = background_articles()
    holding = articles * exp(-alone) + scale * (count - 1)
    return max(0.0, log((articles + scale * size) / holding)) / alone


def _norms(views: Sequence[Mapping[str, float]], days: Sequence[Days | None]) -> list[float]:
    """The floor norm of each article: over terms that a near one has too, but not below a floor."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, view in enumerate(views):
        for term in view:
            holders[term].append(index)
    shared = [0.0] * len(views)
    for term, holding in holders.items():
        for index in _with_company(holding, days) if len(holding) > 1 else ():
            shared[index] += views[index][term] ** 2
    found: list[float] = []
    for view, when, square in zip(views, days, shared, strict=True):
        full = sqrt(sum(weight * weight for weight in view.values()))
        floor = FLOOR if when is not None and when.exact else FLOOR_UNDATED
        found.append(max(sqrt(square), full * floor) or 1.0)
    return found


def _with_company(holding: Sequence[int], days: Sequence[Days | None]) -> Collection[int]:
    """Those of two or more articles that have another one of them within `NEAR_DAYS`."""
    spans = [(when.first, when.last, index) for index in holding if (when := days[index])]
    if len(spans) < len(holding):
        return holding  # one without a date is near to all
    spans.sort()
    near: set[int] = set()
    latest, owner = spans[0][1], spans[0][2]
    for first, last, index in spans[1:]:
        if first - latest <= NEAR_DAYS:
            near.update((index, owner))
        if last >= latest:
            latest, owner = last, index
    return near
