"""Dates as the markup of pages has them."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from reader.importing.written_dates import read_date
from reader.model import When
from reader.text.safety import clean

_COMPACT = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?:\D.*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\D.*)?")
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d{1,2}):(\d\d)(:\d\d)?(?:[.,:]\d+)?\s*"
    r"(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d)?)?"
)
# Python's own reader takes nearly anything, and "08:19 PM" for the morning.
_MAIL = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC?|Z|[+-]\d{4})"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# A date among other words: "01:38:07 PM IST Nov 20, 2019", "Published: 19 November 2019 at 10.48".
_WITHIN = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}})\b",
    re.IGNORECASE,
)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d\d|[a-z]{3})(?:[/-](\d\d))?(?=[/-])")
_IN_PATH_COMPACT = re.compile(r"[/-]((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:[/.-]|$)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# What programs write where they have no date.
_NO_DATE = ("0000", "0001", "1900-01-01", "1970-01-01")
_LONGEST = 120


def stated_date(written: str) -> When | None:
    """The date that a property or an element states; None when it may mean another."""
    line = " ".join(clean(written).split())[:_LONGEST]
    found = _iso(line) or _mail(line) or read_date(line) or _numbers(line) or _within(line)
    return None if found is None or found.iso.startswith(_NO_DATE) else found


def date_in_address(url: str) -> When | None:
    """The day or month that the path of an address has, as permanent links are made."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    match = _IN_PATH.search(path) or _IN_PATH_COMPACT.search(path)
    if match is None:
        return None
    year, month, day = match.groups()
    if month.isalpha():
        if month not in _MONTHS:
            return None
        month = f"{_MONTHS.index(month) + 1:02}"
    return _when(f"{year}-{month}-{day}" if day else f"{year}-{month}")


def _iso(line: str) -> When | None:
    match = _ISO.fullmatch(line)
    if match is None:
        return None
    day, hour, minute, second, utc, sign, hours, minutes = match.groups()
    zone = "Z" if utc else f"{sign}{hours}:{minutes or '00'}" if sign else ""
    return _when(f"{day}T{int(hour):02}:{minute}{second or ''}{zone}")


def _numbers(line: str) -> When | None:
    if match := _COMPACT.fullmatch(line):
        return _when("-".join(match.groups()))
    if match := _SLASHED.fullmatch(line):
        one, other, year = int(match[1]), int(match[2]), match[3]
        # 03/04 is March to some and April to others.
        if one > 12 >= other or one == other:
            return _when(f"{year}-{other:02}-{one:02}")
        if other > 12 >= one:
            return _when(f"{year}-{one:02}-{other:02}")
    return None


def _mail(line: str) -> When | None:
    if not _MAIL.fullmatch(line):
        return None
    try:
        found = parsedate_to_datetime(line)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _when(found.isoformat(timespec="seconds").replace("+00:00", "Z"))


def _within(line: str) -> When | None:
    found = {read_date(match[0]) for match in _WITHIN.finditer(line)}
    return found.pop() if len(found) == 1 else None


def _when(iso: str) -> When | None:
    try:
        return When(iso)
    except ValueError:
        return None
