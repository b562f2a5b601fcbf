"""Years, months and days as people type them in date filters."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reader.model import When
from reader.search.syntax import Published

_PERIOD = re.compile(r"\d{4}(?:-\d\d?(?:-\d\d?)?)?", re.ASCII)


def period(text: str) -> When | None:
    """A year, month or day (`2025`, `2025-11`, `2025-11-3`); None if it is none of them."""
    if not _PERIOD.fullmatch(text):
        return None
    year, *rest = text.split("-")
    try:
        return When("-".join([year, *(part.zfill(2) for part in rest)]))
    except ValueError:
        return None


def published(field: str, value: str) -> Published | None:
    """The days that `after:`, `before:` or `date:` ask for; None if the value is not a date.

    `after:2025-11` begins with that month, `before:2025-11` ends before it, and both ends of
    `date:2025-11..2026-01` belong to it; either end may be left out.
    """
    if field == "date":
        left, dots, right = value.partition("..")
        if not dots:
            right = left
        if not left and not right:
            return None
        begin, end = period(left), period(right)
        if (left and begin is None) or (right and end is None):
            return None
        return Published(begin.first if begin else None, end.last if end else None)
    when = period(value)
    if when is None:
        return None
    if field == "after":
        return Published(when.first, None)
    return Published(None, _day_before(when.first))


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day
