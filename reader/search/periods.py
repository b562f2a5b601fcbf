"""Years, months and days as people type them in date filters, counted from today or not."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from reader.model import When
from reader.search.bounds import bounds
from reader.search.syntax import Published
from reader.text.date_words import MONTHS, WEEKDAYS

_PERIOD = re.compile(r"\d{4}(?:-\d\d?(?:-\d\d?)?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,4}) ?(d|w|m|y|days?|weeks?|months?|years?)( ago)?", re.ASCII)
_PAST = re.compile(r"(?:last|past) (\d{1,4}) (days?|weeks?|months?|years?)", re.ASCII)
_NAMED = re.compile(r"(this|last) ?(week|month|year)")
_MONTH = re.compile(r"([a-z]{3})[a-z]{0,6} ?(\d{4})", re.ASCII)
_GAPS = re.compile(r"[\s_-]+")

Days = tuple[date, date]
"""The first and the last day of a period."""


def period(text: str) -> When | None:
    """A year, month or day (`2025`, `2025-11`, `2025-11-3`); None if it is none of them."""
    if not _PERIOD.fullmatch(text):
        return None
    year, *rest = text.split("-")
    try:
        return When("-".join([year, *(part.zfill(2) for part in rest)]))
    except ValueError:
        return None


def days(text: str, today: date) -> Days | None:
    """The days that a date means, written out or counted from today; None if it is none.

    Besides years, months and days: `today`, `yesterday`, `monday` (the last one), `7d`,
    `2 weeks ago`, `last 7 days`, `this week`, `lastmonth`, `nov 2025`.
    """
    when = period(text)
    if when is not None:
        return when.first, when.last
    name = _GAPS.sub(" ", text.strip().casefold())
    if name in ("today", "yesterday"):
        day = today if name == "today" else _back(today, 1, "d")
        return day, day
    for weekday, number in WEEKDAYS.items():
        if name == weekday.casefold():
            day = _back(today, (today.weekday() - number) % 7, "d")
            return day, day
    ago = _AGO.fullmatch(name)
    if ago:
        day = _back(today, int(ago[1]), ago[2][0])
        return day, day
    past = _PAST.fullmatch(name)
    if past:
        return _back(today, int(past[1]), past[2][0]), today
    named = _NAMED.fullmatch(name)
    if named:
        return _around(_back(today, int(named[1] == "last"), named[2][0]), named[2])
    return _month(name)


def published(field: str, value: str, today: date) -> Published | None:
    """The days that `after:`, `before:` or `date:` ask for; None if the value is not a date.

    `after:2025-11` begins with that month, `before:2025-11` ends before it, and both ends of
    `date:2025-11..2026-01` belong to it; either end may be left out. `date:7d` is the days since.
    """
    if field == "after":
        value = f">={value}" if value[:1] not in "<>=" else value
    elif field == "before":
        value = f"<{value}" if value[:1] not in "<>=" else value
    ends = bounds(value)
    if ends is None:
        return None
    low = days(ends.low, today) if ends.low else None
    high = days(ends.high, today) if ends.high else None
    if (ends.low and low is None) or (ends.high and high is None):
        return None
    ago = _AGO.fullmatch(ends.low)
    if field == "date" and ends.single and low and ago and not ago[3]:
        return Published(low[0], today)
    first = (_back(low[1], -1, "d") if ends.beyond_low else low[0]) if low else None
    last = (_back(high[0], 1, "d") if ends.before_high else high[1]) if high else None
    if low and high and low[0] > high[1]:
        first, last = high[0], low[1]
    return Published(first, last)


def _back(day: date, count: int, unit: str) -> date:
    """So many days, weeks, months or years before a day; the ends of the calendar at most."""
    try:
        if unit in "dw":
            return day - timedelta(days=count * (7 if unit == "w" else 1))
        months = day.year * 12 + day.month - 1 - count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return date.min if count > 0 else date.max


def _around(day: date, unit: str) -> Days:
    """The week (from Monday), month or year that a day is in."""
    if unit == "week":
        monday = _back(day, day.weekday(), "d")
        return monday, _back(monday, -6, "d")
    when = When(f"{day.year:04}" if unit == "year" else f"{day.year:04}-{day.month:02}")
    return when.first, when.last


def _month(name: str) -> Days | None:
    match = _MONTH.fullmatch(name)
    number = MONTHS.get(match[1].title()) if match else None
    when = period(f"{match[2]}-{number}") if match and number else None
    return (when.first, when.last) if when else None
