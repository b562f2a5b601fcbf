"""Dates as pages print them, read only where they can mean one day."""

from __future__ import annotations

import re

from reader.importing.plain.phrasebook.words import parts
from reader.importing.plain.phrases import LANGUAGES, one_of
from reader.model import When

_NUMBERS = {
    form: number
    for words in LANGUAGES.values()
    for number, month in enumerate(parts(words.months), start=1)
    for form in month.split("/")
}
_WEEKDAYS = one_of(frozenset(day for words in LANGUAGES.values() for day in parts(words.weekdays)))
_CLOCK = one_of(frozenset(word for words in LANGUAGES.values() for word in parts(words.clock)))
_MONTHS_A_YEAR = 12
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_BEFORE = rf"(?:{_WEEKDAYS}\.?,?[ ]+)?(?:(?:am|den|d|le|el|il|em|op|på|on)\.?[ ]+)?"
_HOUR = r"\d{1,2}(?:(?:[:.]|[ ]?h[ ]?)\d\d(?::\d\d)?|[ ]?h)"
_ZONE = r"(?:[ ]?\(?[A-Z]{2,5}\)?)?"
_TIME = (
    rf"(?:(?:[ ]?[,|–-])?[ ]+(?:{_CLOCK}\.?:?[ ]+)?{_HOUR}"
    rf"[ ]?(?:[ap]\.?m\.?|{_CLOCK})?\.?{_ZONE})?"
)
_AFTER = r"(?:[ ](?:r\.|roku))?"
_FORMS = tuple(
    re.compile(f"{_BEFORE}{form}{_AFTER}{_TIME}", re.IGNORECASE)
    for form in (
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|\.|º|°)?(?:[ ]+(?:of|de|d[’']))?[ ]*"
        rf"{_MONTH}(?:,|[ ]+de[l]?)?[ ]+(?P<year>\d{{4}})",
        rf"{_MONTH}[ ]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]+(?P<year>\d{{4}})",
        rf"{_MONTH},?[ ]+(?P<year>\d{{4}})",
    )
)
# 25/03/2025 has one meaning, whatever order of day and month is usual; with points, and the year
# behind, the day is first everywhere.
_NUMERIC = re.compile(rf"(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.IGNORECASE)
# 2025年3月25日, and the same in Korean.
_EAST_ASIAN = re.compile(
    r"(\d{4})[ ]?[年년][ ]?(\d{1,2})[ ]?[月월][ ]?(\d{1,2})[ ]?[日일]"
    r"(?:[ ]?\(?[月火水木金土日]\)?)?"
    r"(?:[ ]?\d{1,2}(?:[:：]\d\d|[ ]?[時时시点點][ ]?(?:\d{1,2}[ ]?[分분])?))?"
)
_ISO = re.compile(
    r"(\d{4}(?:-\d\d){0,2})"
    r"(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?[ ]?(?:(Z|UTC|GMT)|([+-]\d\d(?::?\d\d)?))?)?"
)


def read_date(written: str) -> When | None:
    """The date that a string is, from first to last character; None when it may mean another.

    `03/04/2025` is March to some and April to others, and so is not read.
    """
    written = " ".join(written.split())
    if match := _ISO.fullmatch(written):
        day, time, utc, offset = match.groups()
        if offset and len(offset) == len("+00"):  # as PostgreSQL prints it
            offset += ":00"
        return _when(day + (f"T{time}" if time else "") + ("Z" if utc else offset or ""))
    if match := _EAST_ASIAN.fullmatch(written):
        return _when(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    for form in _FORMS:
        if match := form.fullmatch(written):
            found = match.groupdict()
            month = _NUMBERS.get(found["month"].casefold())
            if month is None:
                return None
            day = f"-{int(found['day']):02}" if "day" in found else ""
            return _when(f"{found['year']}-{month:02}{day}")
    return _numeric(written)


def _numeric(written: str) -> When | None:
    match = _NUMERIC.fullmatch(written)
    if match is None:
        return None
    one, other, year = int(match[1]), int(match[3]), match[4]
    if match[2] == "." or one > _MONTHS_A_YEAR >= other:
        return _when(f"{year}-{other:02}-{one:02}")
    if other > _MONTHS_A_YEAR >= one or one == other:
        return _when(f"{year}-{one:02}-{other:02}")
    return None


def _when(iso: str) -> When | None:
    try:
        return When(iso)
    except ValueError:
        return None
