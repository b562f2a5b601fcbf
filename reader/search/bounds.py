"""Two ends of a range as people type them, of dates and of numbers alike."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMPARED = re.compile(r"(>=|<=|=|>|<)?\s*(.*)", re.DOTALL)
_BETWEEN = re.compile(r"\sto\s|\.\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Two ends; an empty one is open. They are the same where one value was typed."""

    low: str
    high: str
    beyond_low: bool = False
    """Whether it begins behind the lower end (`>800`)."""
    before_high: bool = False
    """Whether it ends before the upper one (`<800`)."""

    @property
    def single(self) -> bool:
        """Whether one value was typed, without a sign."""
        return self.low == self.high


def bounds(value: str) -> Bounds | None:
    """`a`, `a..b`, `a..`, `..b`, `a to b`, `>a`, `>=a`, `<a`, `<=a`; None if no end is given."""
    parts = _BETWEEN.split(f" {value.strip()} ", maxsplit=1)
    if len(parts) == 2:
        low, high = ("" if part.strip() == "*" else part.strip() for part in parts)
        return Bounds(low, high) if low or high else None
    match = _COMPARED.fullmatch(value.strip())
    sign, bare = (match[1], match[2].strip()) if match else (None, "")
    if not bare:
        return None
    if sign in (">", ">="):
        return Bounds(bare, "", beyond_low=sign == ">")
    if sign in ("<", "<="):
        return Bounds("", bare, before_high=sign == "<")
    return Bounds(bare, bare)


def numbers(value: str) -> tuple[int | None, int | None] | None:
    """The least and the most of a range of whole numbers (`800`, `>800`, `1,000..2,000`)."""
    found = bounds(value)
    if found is None:
        return None
    ends: list[int | None] = []
    for end, beyond in ((found.low, found.beyond_low), (found.high, -found.before_high)):
        plain = end.replace(",", "")
        if end and not (plain.isascii() and plain.isdecimal() and len(plain) < 10):
            return None
        ends.append(int(plain) + beyond if end else None)
    least, most = ends
    if least is not None and most is not None and least > most:
        return most, least
    return least, most
