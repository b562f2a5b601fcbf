"""Whether two figures are of two times: last year's and this year's, what was planned and is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.text.dates import DateMention
from reader.text.quantity import Quantity

Of = Figure[Quantity]

_SPANS = frozenset(
    "month months quarter year years decade decades century centuries season".split()
)
# `A year earlier`, `the year before`, `a decade ago`.
_BACK = frozenset("earlier before ago previously prior".split())
_FORMER = frozenset("previous previously originally".split())
# `Before the crisis`; `before police came` tells of one occasion.
_THE = frozenset("the its his her their this".split())
# `Had planned to spend`, and up to so many words between the two.
_MEANT = frozenset("planned hoped intended budgeted".split())
_HAD = 2


def other_time(ground: Ground, one: Of, other: Of) -> bool:
    """Whether they give other months or years, or one begins with such: `In January a poll ...`."""
    if _by_words(_words(ground, one), _words(ground, other)):
        return True
    first, second = (_dates(ground, figure) for figure in (one, other))
    times = [
        frozenset(part for date in found for part in _coarse(date.what))
        for found in (first, second)
    ]
    if all(times):
        return not times[0] & times[1]
    if _of_a_year(ground, one) != _of_a_year(ground, other):
        return True
    return any(len(date.left) <= _FRONT and any(_coarse(date.what)) for date in (*first, *second))


def repeated(figure: Of) -> bool:
    """Whether it is said of every year or day anew: `millions every year`."""
    words = [token.word for token in figure.right[:_BESIDE]]
    return bool(_EACH_ONE & frozenset(words)) or any(
        first in _EACH and then in _UNITS for first, then in pairwise(words)
    )


_EACH_ONE = frozenset("yearly annually monthly weekly daily".split())
_EACH = frozenset("every each per a".split())
_UNITS = frozenset("year month week day quarter".split())


def _words(ground: Ground, figure: Of) -> list[str]:
    return [token.word for token in ground.documents[figure.document].tokens[figure.passage]]


def _by_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one alone tells of a time before or of a plan, or one of last year, one of this."""
    if _then(one) != _then(other):
        return True
    first, second = _which(one), _which(other)
    return any(first[unit] != second[unit] for unit in first.keys() & second.keys())


def _then(words: Sequence[str]) -> bool:
    """Whether a sentence tells of a time before, or of what was planned then."""
    return bool(
        _FORMER & frozenset(words)
        or any(
            (first in _SPANS and then in _BACK) or (first == "before" and then in _THE)
            for first, then in pairwise(words)
        )
        or any(
            word == "had" and _MEANT & frozenset(words[at + 1 : at + 1 + _HAD])
            for at, word in enumerate(words)
        )
    )


def _which(words: Sequence[str]) -> dict[str, str]:
    """Which year or month it tells of: `last`, `this` or `next`."""
    return {
        unit: which
        for which, unit in pairwise(words)
        if unit in _SPANS and which in ("last", "this", "next")
    }


# "In January", "Back in 2014".
_FRONT = 2


def _of_a_year(ground: Ground, figure: Of) -> bool:
    """Whether it is said to be that of a year before its article's: `826,000 holders in 2014`."""
    published = ground.documents[figure.document].article.published
    return any(
        date.what.year is not None
        and (published is None or date.what.year < published.first.year)
        and any(token.word in _IN for token in date.left[:1])
        and figure.span < date.span
        and _between_them(figure, date) <= _BESIDE
        for date in _dates(ground, figure)
    )


_IN = frozenset("in for during since by".split())
# Words between a figure and its year.
_BESIDE = 5


def _between_them(figure: Of, date: Figure[DateMention]) -> int:
    """The words between a figure and the date behind it."""
    return sum(token.span.end <= date.span.start for token in figure.right)


def _dates(ground: Ground, figure: Of) -> list[Figure[DateMention]]:
    return [d for d in ground.dates[figure.document] if d.passage == figure.passage]


def _coarse(date: DateMention) -> Iterator[tuple[str, int]]:
    if date.month is not None:
        yield "month", date.month
    if date.year is not None:
        yield "year", date.year
