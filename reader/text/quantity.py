"""A quantity: how much a text says of what, and how exactly it says it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from reader.model import Span

Kind = Literal[
    "money", "percent", "points", "count", "duration", "age", "votes", "multiplier", "measure",
]  # fmt: skip
Hedge = Literal["", "about", "from", "to"]
"""Stated outright, approximately, as a lower bound, or as an upper bound."""
Side = Literal["", "below", "above"]
"""Not said, not quite reached, or passed."""
Relation = Literal["same", "rounded", "unclear", "differs"]

# From this on the ends of a range lie too far apart for a range that somebody gave in figures.
_VAGUE = 2.4
# "about 100" may be said of anything within a tenth.
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text together with what it measures or counts."""

    span: Span
    """The words from currency or number to magnitude, percent sign or unit."""
    kind: Kind
    value: float
    """As stated; of a range the lower end, of votes those for."""
    top: float
    """The upper end of a range, of votes those against; else the same as `value`."""
    step: float
    """The last digit given: 1e8 for 14.3 billion, 1e9 for 14 billion, 100 for 600."""
    hedge: Hedge = ""
    unit: str | None = None
    """Currency sign or unit in the singular; None for counts, percent and points."""
    noun: str | None = None
    """The folded word that it counts (`jobs` in "600 AI jobs"), if one follows."""
    around: Span | None = None
    """The place of the words it counts, if any follow."""
    hedged: Span | None = None
    """Its words with those that hedge it, or say of what it is: `more than 40`, `mother of two`."""
    side: Side = ""
    """Where a share told as a part is said to lie: `nearly half`, `more than half`."""

    def __post_init__(self) -> None:
        if self.kind != "votes" and self.top < self.value:
            raise ValueError(f"upside down: {self.value}..{self.top}")

    @property
    def said(self) -> Span:
        """The words that say it, as a reader is shown them."""
        return self.hedged or self.span

    @property
    def vague(self) -> bool:
        """Whether it is no figure but a word for many: `dozens`, `hundreds of millions`."""
        return self.kind != "votes" and self.top >= _VAGUE * self.value > 0

    @property
    def in_parts(self) -> bool:
        """Whether it is a share that is told as a part: `half`, `two in three`."""
        return self.kind == "percent" and self.step > 1

    @property
    def is_hedged(self) -> bool:
        """Whether its words allow other figures: `about`, `more than`, a range."""
        return bool(self.hedge) or (self.kind != "votes" and self.top > self.value)

    @property
    def low(self) -> float:
        """The least that the words allow."""
        if self.hedge == "to":
            return 0.0
        if self.hedge == "about":
            return self.value * (1 - _ABOUT)
        return min(self.value, self.top)

    @property
    def high(self) -> float:
        """The most that the words allow."""
        if self.hedge == "from":
            return math.inf
        if self.hedge == "about":
            return self.top * (1 + _ABOUT)
        return max(self.value, self.top)

    def holds(self, other: Quantity) -> bool:
        """Whether this one is vague and the other one lies in it: `hundreds`, 430."""
        within = self.value <= other.value and other.top <= self.top
        return self.vague and within and not other.vague

    def allows(self, other: Quantity) -> bool:
        """Whether the words of both leave room for one figure: `about 100` reaches to 110.

        Of two that say `about` one must lie in the reach of the other one: their reaches do not
        add up.
        """
        if self.hedge == other.hedge == "about":
            within = self.low <= other.top and other.value <= self.high
            return within or (other.low <= self.top and self.value <= other.high)
        return not (_beyond(self, other) or _beyond(other, self))

    def relation(self, other: Quantity) -> Relation:
        """How the other quantity of the same kind, unit and noun stands to this one.

        `unclear` is what may be meant alike but is not plainly the same figure: "more than 200"
        and 900, or 3 million and 3.9 million.
        """
        if self.kind == "votes":
            same = {self.value, self.top} == {other.value, other.top}
            return "same" if same else "differs"
        if (self.value, self.top) == (other.value, other.top):
            return "differs" if {self.side, other.side} == {"below", "above"} else "same"
        if _excludes(self, other) or _excludes(other, self):
            return "differs"
        if _passes(self, other) or _passes(other, self):
            return "differs"
        gap = abs(self.value - other.value) + abs(self.top - other.top)
        size = self.top + other.top
        if _plainly_rounds(self, other) or _plainly_rounds(other, self):
            return "rounded"
        near = gap <= _NEAR * size
        loose = self.hedge == other.hedge == "about"
        coarse = _rounds(self, other) or _rounds(other, self)
        if (near or not loose) and (coarse or _cuts(self, other) or _cuts(other, self)):
            return "rounded" if near else "unclear"
        touching = self.value <= other.top and other.value <= self.top
        if self.hedge == other.hedge and self.hedge in ("from", "to") and not touching:
            return "differs"
        if loose and not self.allows(other):
            # Shares are given to a point or two, however they are hedged.
            meeting = self.low <= other.high and other.low <= self.high
            return "unclear" if meeting and self.kind != "percent" else "differs"
        if self.low <= other.high and other.low <= self.high:
            return "rounded" if gap <= _LOOSE * size else "unclear"
        return "differs"


# How far apart, as a part of their mean, two figures may lie and still be one figure told loosely:
# by rounding, and by a hedge ("more than 130" for 133).
_NEAR = 0.1
_LOOSE = 0.04
# How far beyond its bound a figure may lie: `more than 200` is said of 199 too.
_SLACK = 0.02
# More than such a part of a figure is no digit that one leaves off: 1.9 million is no 1 million.
_LEFT_OFF = 0.2
# The last digit of a figure that has none behind its point: 3, 3 million.
_ONES = frozenset((1, 1e6, 1e9, 1e12))
# Digits are left off where figures are large: 43 million for 43,885,310, but never 120 for 129.
_LARGE = 1000


def _beyond(one: Quantity, other: Quantity) -> bool:
    """Whether all that the other one may be lies below what this one may be."""
    low = one.low * (1 - _SLACK) if one.hedge == "from" else one.low
    high = other.high * (1 + _SLACK) if other.hedge == "to" else other.high
    return high < low


def _excludes(bound: Quantity, other: Quantity) -> bool:
    """Whether the other one lies on the far side of a bound and is not that bound, rounded."""
    beyond = (bound.hedge == "from" and _beyond(bound, other)) or (
        bound.hedge == "to" and _beyond(other, bound)
    )
    return beyond and not _rounds(bound, other)


def _passes(part: Quantity, other: Quantity) -> bool:
    """Whether a share lies on that side of a part on which it is said not to be.

    `Just over half` is not 48 percent, but two thirds that are passed may be 66 percent.
    """
    if not part.in_parts or other.in_parts or other.is_hedged:
        return False
    above = part.side == "above" and other.value < part.value - _POINT
    return above or (part.side == "below" and other.value > part.value + _POINT)


# As much of a point as is lost where a third is given in percent.
_POINT = 0.7


def _rounds(exact: Quantity, coarse: Quantity) -> bool:
    """Whether the exact quantity becomes the coarse one by rounding to its last digit."""
    half = coarse.step / 2
    return (
        exact.step <= coarse.step
        and abs(exact.value - coarse.value) <= half
        and abs(exact.top - coarse.top) <= half
        and (exact.value == exact.top) == (coarse.value == coarse.top)
    )


def _plainly_rounds(exact: Quantity, coarse: Quantity) -> bool:
    """Whether it does so by the digits behind its point: 3.4 million or 3.6, 3 million."""
    if coarse.step not in _ONES or exact.step >= coarse.step:
        return False
    off = 0 <= exact.value - coarse.value <= min(coarse.step, _LEFT_OFF * exact.value)
    return _rounds(exact, coarse) or (off and exact.value == exact.top and coarse.step > 1)


def _cuts(exact: Quantity, coarse: Quantity) -> bool:
    """Whether it does so by leaving digits off: 43 million for 43,885,310."""
    large = coarse.step >= _LARGE or coarse.step < 1
    return large and exact.step < coarse.step and 0 <= exact.value - coarse.value < coarse.step
