"""The days that an article without a date tells of, as far as its text names any.

Reports of one happening say on which weekday it was, and some give its date. On pairs of undated
articles as near as these can be, the first weekday agrees in two thirds of those of one event and
in a fifth of the others; where both name years, these meet in seven of eight look-alike pairs of
one event and in a quarter of the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from reader.text.dates import find_dates

READ = 8000  # characters of a text; what stands later is background
# How much each agreement moves the score of two articles, as powers of e. Signs and sizes follow
# a logistic regression on the pairs of events-lookalike-dev and events-dated-dev, each set halving
# the weight of what holds in one of them only.
SAME_WEEKDAY = 0.12
NO_SAME_WEEKDAY = -0.17
SAME_DAY = 0.10
NO_SAME_MONTH = -0.08
NO_SAME_YEAR = -0.12
OTHER_YEAR = -0.03


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The days, months, years and weekdays that a text names."""

    years: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    """1 to 12."""
    days: frozenset[tuple[int, int]] = frozenset()
    """Months with their days."""
    weekdays: tuple[int, ...] = ()
    """0 is Monday; each once, in the order of the text."""


def mentioned(text: str) -> Mentioned:
    """What days the beginning of a text names."""
    found = find_dates(text[:READ])
    return Mentioned(
        frozenset(each.year for each in found if each.year),
        frozenset(each.month for each in found if each.month),
        frozenset((each.month, each.day) for each in found if each.month and each.day),
        tuple(dict.fromkeys(each.weekday for each in found if each.weekday is not None)),
    )


def agreement(a: Mentioned, b: Mentioned) -> float:
    """What to multiply a score with: above 1 if the days agree, below if not, 1 if unknown."""
    sum = 0.0
    if a.weekdays and b.weekdays:
        sum += SAME_WEEKDAY if a.weekdays[0] == b.weekdays[0] else 0.0
        sum += NO_SAME_WEEKDAY if set(a.weekdays).isdisjoint(b.weekdays) else 0.0
    if a.days & b.days:
        sum += SAME_DAY
    if a.months and b.months and not a.months & b.months:
        sum += NO_SAME_MONTH
    if a.years and b.years:
        sum += NO_SAME_YEAR if not a.years & b.years else 0.0
        sum += OTHER_YEAR if max(a.years) != max(b.years) else 0.0
    return exp(sum)
