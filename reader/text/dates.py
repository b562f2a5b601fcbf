"""Dates in a text: day, month, year and weekday, each only as far as the text gives it.

A number is a year only where it can be one (`Highway 1952`, `2000 people`, the `1990s` and the
season `2016-17` are none); `May` and `March` are months only where they are no name and no verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.model import Span
from reader.text.date_words import (
    COUNTED,
    FIRST_NAMES,
    FIXED_WEEKDAYS,
    MONTHS,
    NAMERS,
    WEEKDAYS,
    YEAR_CONTEXT,
)
from reader.text.number_places import digit_places, matches


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as a text gives it; what it does not say is None."""

    span: Span
    year: int | None = None
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """1 to 31; of several days in a row the first."""
    through: int | None = None
    """The last day where it gives several in a row."""
    weekday: int | None = None
    """0 is Monday."""

    @property
    def parts(self) -> tuple[int | None, int | None, int | None, int | None]:
        """Year, month, day and weekday."""
        return self.year, self.month, self.day, self.weekday

    def agrees(self, other: DateMention) -> bool:
        """Whether nothing that both say differs; a day agrees with the row of days it is in."""
        both = ((self.year, other.year), (self.month, other.month), (self.weekday, other.weekday))
        if any(None not in (a, b) and a != b for a, b in both):  # a part may be 0: Monday is
            return False
        if self.day is None or other.day is None:
            return True
        if (self.through is None) == (other.through is None):
            return (self.day, self.through) == (other.day, other.through)
        return self.day <= (other.through or other.day) and other.day <= (self.through or self.day)


_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_LEAD = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_SPREAD = r"(?:\s?[-–—]\s?(?P<through>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
# "from Feb. 15 to 18", not "on Feb. 15 to 18 people".
_FROM = r"(?:(?<=\bfrom )|(?<=\bbetween ))"
_TO = r"\s(?:to|through|until|and)\s(?P<through>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_LEFT = r"(?<![\w.,/:$€£#-])(?<!\d )"
_RIGHT = r"(?![\w/]|[-–][^\W\d_]|[.,:]\d)"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LEFT}{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])",
        rf"{_LEFT}(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}(?![\d/])",
        rf"{_FROM}{_DAY}{_TO}\s+{_MONTH}(?:,?\s+{_YEAR})?{_RIGHT}",
        rf"{_FROM}{_MONTH}\s+{_DAY}{_TO}(?:,\s+{_YEAR})?{_RIGHT}(?!\s[A-Z])",
        rf"\b{_LEAD}{_DAY}{_SPREAD}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}{_RIGHT}",
        rf"\b{_LEAD}{_MONTH}\s+{_DAY}{_SPREAD},?\s+{_YEAR}{_RIGHT}",
        rf"\b{_LEAD}{_DAY}{_SPREAD}\s+(?:of\s+)?{_MONTH}(?!\w)",
        rf"\b{_LEAD}{_MONTH}\s+{_DAY}{_SPREAD}{_RIGHT}",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}{_RIGHT}",
    )
)
# The beginnings of all names of months and weekdays.
_NAMED = re.compile(
    "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
)
_MONTH_ALONE = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_YEAR_ALONE = re.compile(rf"{_LEFT}{_YEAR}(?P<tail>[-–/]\d\d(?!\d))?(?![\w%])(?![.,:-]\d)(?!/)")
_WEEKDAY_ALONE = re.compile(rf"\b{_WEEKDAY}\b")
_BEFORE = re.compile(r"([^\W\d_][\w.]*)(?:['’]s)?[\s(“\"-]+$")
_AFTER = re.compile(r"[\s-]+([^\W\d_]\w*)")
_SURE = frozenset("in last this next early mid late since until during".split())
_MARCHES = frozenset("for on to against".split())


def find_dates(text: str) -> tuple[DateMention, ...]:
    """The dates of a text, in order, without overlaps; the fullest reading of each place."""
    found: list[DateMention] = []
    taken = bytearray(len(text))
    for mention in _candidates(text):
        span = mention.span
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * len(span)
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _candidates(text: str) -> Iterator[DateMention]:
    digits = digit_places(text)
    named = [match.start() for match in _NAMED.finditer(text)]
    places = sorted((*digits, *named))
    for form in _FORMS:
        for match in matches(form, text, places):
            mention = _full(match)
            if mention is not None:
                yield mention
    for match in matches(_MONTH_ALONE, text, named):
        if _surely_month(text, match):
            yield DateMention(Span(*match.span()), month=MONTHS[match["month"][:3]])
    for match in matches(_YEAR_ALONE, text, digits):
        if not match["tail"] and _surely_year(text, match):
            yield DateMention(Span(*match.span()), year=int(match["year"]))
    for match in matches(_WEEKDAY_ALONE, text, named):
        if not FIXED_WEEKDAYS.search(text, max(0, match.start() - 12), match.end() + 12):
            yield DateMention(Span(*match.span()), weekday=WEEKDAYS[match["weekday"]])


def _full(match: re.Match[str]) -> DateMention | None:
    """The mention that a full form spells, or None for 31 February and the like."""
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    mention = DateMention(Span(*match.span()), year=year)
    if parts.get("first"):
        return _slashed(mention, int(parts["first"]), int(parts["second"]))
    month = parts["month"]
    number = int(month) if month.isdigit() else MONTHS[month[:3]]
    day = int(parts["day"]) if parts.get("day") else None
    if day is not None and day > _LENGTHS[number - 1]:
        return None
    weekday = WEEKDAYS[parts["weekday"]] if parts.get("weekday") else None
    through = None
    if parts.get("through"):
        weekday = None
        last = int(parts["through"])
        through = last if (day or 0) < last <= _LENGTHS[number - 1] else None
    return replace(mention, month=number, day=day, through=through, weekday=weekday)


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _slashed(mention: DateMention, first: int, second: int) -> DateMention | None:
    """Day and month in either order; where both readings fit, only the year is known."""
    if first > 12 >= second >= 1 and first <= 31:
        return replace(mention, day=first, month=second)
    if second > 12 >= first >= 1 and second <= 31:
        return replace(mention, day=second, month=first)
    return mention if 1 <= first <= 12 and 1 <= second <= 12 else None


def _surely_month(text: str, match: re.Match[str]) -> bool:
    """Whether a month's name alone is the month: not a person, a march or `may`."""
    before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
    after = _AFTER.match(text, match.end())
    sure = before is not None and before[1].casefold() in _SURE
    name = match["month"]
    if name == "May":
        return sure
    if name == "March":
        return sure and not (after and after[1].casefold() in _MARCHES)
    if name in FIRST_NAMES and not sure:
        return not (after and after[1][0].isupper()) and not (before and before[1][0].isupper())
    return True


def _surely_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits alone are a year and not a count, a size or the name of a thing."""
    before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
    after = _AFTER.match(text, match.end())
    lead = before[1].casefold().rstrip(".") if before else ""
    if lead in NAMERS or (after and after[1].casefold() in COUNTED):
        return False
    if lead in YEAR_CONTEXT:
        return True
    return 1900 <= int(match["year"]) <= _LATEST


# Later numbers are years only after "in", "by" and the like.
_LATEST = 2050
