"""Dates as pages print them, read only where they can mean one day."""

from __future__ import annotations

import re

from reader.model import When

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_NUMBERS = {
    word: number
    for number, name in enumerate(_MONTHS, start=1)
    for word in (name, name[:3], "sept" if number == 9 else name)
}
_MONTH = r"(?P<month>[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ ]+)?"
_TIME = (
    r"(?:,?[ ]+(?:at[ ]+)?\d{1,2}[:.]\d\d(?::\d\d)?[ ]?(?:[ap]\.?m\.?)?"
    r"(?:[ ]?\(?[A-Z]{2,5}\)?)?)?"
)
_FORMS = tuple(
    re.compile(f"(?i:{_WEEKDAY}){form}{_TIME}")
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]+of)?[ ]+{_MONTH},?[ ]+(?P<year>\d{{4}})",
        rf"{_MONTH}[ ]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]+(?P<year>\d{{4}})",
        rf"{_MONTH},?[ ]+(?P<year>\d{{4}})",
    )
)
_ISO = re.compile(
    r"(\d{4}(?:-\d\d){0,2})"
    r"(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?[ ]?(?:(Z|UTC|GMT)|([+-]\d\d:?\d\d))?)?"
)


def read_date(written: str) -> When | None:
    """The date that a string is, from first to last character; None when it may mean another.

    `03/04/2025` is March to some and April to others, and so is not read.
    """
    written = " ".join(written.split())
    if match := _ISO.fullmatch(written):
        day, time, utc, offset = match.groups()
        return _when(day + (f"T{time}" if time else "") + ("Z" if utc else offset or ""))
    for form in _FORMS:
        if match := form.fullmatch(written):
            parts = match.groupdict()
            month = _NUMBERS.get(parts["month"].casefold())
            if month is None:
                return None
            day = f"-{int(parts['day']):02}" if "day" in parts else ""
            return _when(f"{parts['year']}-{month:02}{day}")
    return None


def _when(iso: str) -> When | None:
    try:
        return When(iso)
    except ValueError:
        return None
