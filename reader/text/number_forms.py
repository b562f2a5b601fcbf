"""Quantities that are written in a form of their own: ages, fractions, results of votes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.model import Span
from reader.text.number_places import matches
from reader.text.number_words import FRACTIONS, SMALL
from reader.text.quantity import Quantity

_AGED = re.compile(
    r"\b(?:aged?(?:\sof)?\s|age\sof\s|\bage\s[^.!?\d]{0,60}?\b(?:is|was|were|being)\s)"
    r"(?P<years>\d{1,3})(?![\w%/]|[.,:]\d|-\w)",
    re.IGNORECASE,
)
_AGE = re.compile("[aA][gG][eE]")
# "Ann Smith, 27, said": a number between commas after a name.
_APPOSED = re.compile(r"(?<![\w.])[^\W\d_a-z][\w'’-]*, (?P<years>[1-9]\d?|1[01]\d)(?=,\s\D|\.\s)")
_FEW = "two|three|four|five|six|seven|eight|nine"
_FRACTION = re.compile(
    rf"\b(?:(?P<whole>one|{_FEW})[-\s]"
    r"(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b(?!-)"
    r"|(?P<half>half)(?=\s(?:of|the|its|their|his|her|all)\b)"
    r"|an?\s(?P<single>third|quarter|fifth|tenth)(?=\sof\b)"
    rf"|(?P<some>one|{_FEW}|\d{{1,2}})\s(?:in|out\sof)(?:\severy)?\s"
    rf"(?P<all>{_FEW}|ten|\d{{1,3}})\b(?!\s(?:a|p)\.?m\b|[%:/-]|[.,]\d))",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"(?<![\w.,/:$€£-])(?P<yes>\d{1,3})(?:\s?[-–—]\s?|\sto\s)(?P<no>\d{1,3})(?![\w%/]|[.,:]\d|[-–]\d)"
)
_VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|passed|confirmed|approved|rejected|ruled|ruling|decision|party-line)\b",
    re.IGNORECASE,
)
# How far from the figures a word of voting may stand, in characters.
_VOTING_REACH = 40


def special_forms(text: str, places: Sequence[int]) -> Iterator[Quantity]:
    """Ages, fractions and votes, which the general form would read as counts.

    `places` are those where numbers can begin.
    """
    ages = [match.start() for match in _AGE.finditer(text)]
    for found in (matches(_AGED, text, ages), _APPOSED.finditer(text)):
        for match in found:
            years = float(match["years"])
            if years <= _OLDEST:
                yield Quantity(Span(*match.span("years")), "age", years, years, 1, unit="year")
    for match in matches(_FRACTION, text, places):
        value = _fraction(match)
        if value is not None:
            yield Quantity(Span(*match.span()), "share", value, value, 0.01)
    for match in matches(_VOTES, text, places):
        start, end = match.span()
        near = text[max(0, start - _VOTING_REACH) : start], text[end : end + _VOTING_REACH]
        if any(_VOTING.search(words) for words in near):
            yield Quantity(Span(start, end), "votes", float(match["yes"]), float(match["no"]), 1)


_OLDEST = 119.0


def _fraction(match: re.Match[str]) -> float | None:
    """The value of a fraction; None for what is none, such as "five third"."""
    if match["half"]:
        return 0.5
    if match["single"]:
        return 1 / FRACTIONS[match["single"].casefold()]
    if match["some"]:
        some, of_all = (_small(match[name]) for name in ("some", "all"))
        return some / of_all if some < of_all else None
    parts, part = _small(match["whole"]), match["part"].casefold()
    if (parts == 1) == (part.endswith("s") and part != "halves"):
        return None
    value = parts / FRACTIONS[part]
    return value if value < 1 else None


def _small(word: str) -> float:
    return float(word) if word.isdigit() else float(SMALL[word.casefold()])
