"""Dates as machines write them: in mail headers, exports and data sets."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from reader.importing.written_dates import read_date
from reader.model import When
from reader.text.safety import clean

_MAIL = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?[ ]+)?\d{1,2}[ ]+[A-Za-z]{3,9}[ ]+\d{4},?[ ]+\d{1,2}:\d\d(?::\d\d)?"
    r"(?:[ ]*(?:[+-]\d{4}|[A-Za-z]{1,5}))?(?:[ ]*\([^()]*\))?",
)
_BASIC = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_NUMBER = re.compile(r"(\d{10}|\d{13})(?:\.\d+)?")
# What tables print for a day alone; as a time it would be claimed more exactly than it is known.
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00:00(?:[.,]0+)?(?:Z|[+-]00:?00)?")
_SECONDS = range(1_000_000_000, 4_102_444_800)  # 2001-09-09 to 2099-12-31
# Before there was mail, a date is the clock of a machine that did not know the day.
_YEARS = range(1972, 2100)


def mail_date(written: str) -> When | None:
    """The day and minute of a `Date:` header, with its offset if it has one (RFC 5322)."""
    written = " ".join(clean(written).split())
    if not _MAIL.fullmatch(written):
        return None
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    offset = moment.utcoffset() or timedelta()
    if moment.year not in _YEARS or abs(offset) > timedelta(hours=15):
        return None
    return _when(moment.isoformat(timespec="minutes"))


def moment(value: object) -> When | None:
    """The date in a field that is one: ISO, as pages or mails print it, or seconds since 1970."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    written = " ".join(clean(str(value)).split())
    if match := _MIDNIGHT.fullmatch(written):
        return _when(match[1])
    if match := _BASIC.fullmatch(written):
        return _when("-".join(match.groups()))
    if match := _NUMBER.fullmatch(written):
        seconds = int(match[1][:10])
        if seconds not in _SECONDS:
            return None
        return _when(datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%MZ"))
    return read_date(written) or mail_date(written)


def _when(iso: str) -> When | None:
    try:
        return When(iso)
    except ValueError:
        return None
