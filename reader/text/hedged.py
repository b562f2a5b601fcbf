"""How surely a number is given: the words around it that set a bound or say `about`."""

from __future__ import annotations

import re

from reader.model import Span
from reader.text.number_words import HEDGES, SIDES
from reader.text.quantity import Hedge, Side

_WORDS = "|".join(re.escape(word) for word in sorted(HEDGES, key=len, reverse=True))
_BEFORE = re.compile(rf"(?<![\w-])(?P<hedge>{_WORDS})\s+(?:(?:a|the)\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\+|\s?(?:or|and)\s(?P<more>more)\b|\sor\sso\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
# How far before a number its hedge may begin ("upwards of the" and a space).
_REACH = 24


def hedge_of(text: str, number: Span) -> tuple[Hedge, Span]:
    """The hedge of a number, and the place of the number with its hedge."""
    start = max(0, number.start - _REACH)
    before = _BEFORE.search(text, start, number.start)
    if before is not None:
        return HEDGES[before["hedge"].casefold()], Span(before.start(), number.end)
    between = _BETWEEN.search(text, start, number.start)
    if between is not None:
        return "", Span(between.start(), number.end)
    after = _AFTER.match(text, number.end)
    if after is None:
        return "", number
    hedge: Hedge = "from" if after["more"] or after[0] == "+" else "about"
    return hedge, Span(number.start, after.end())


def side_of(text: str, number: Span, hedged: Span) -> Side:
    """Whether the words before a number say that it is not reached, or is passed."""
    words = text[hedged.start : number.start].casefold().split()
    return SIDES.get(" ".join(word for word in words if word not in ("a", "the")), "")
