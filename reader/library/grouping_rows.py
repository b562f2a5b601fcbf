"""Rows of the file in which the grouping keeps what it knows, turned into values and back."""

from __future__ import annotations

import json
from array import array
from typing import Any

from reader.events.mentioned import Mentioned
from reader.events.profiles import Days, Portrait, Profile
from reader.events.scoring import Company
from reader.model import When

PROFILE = "id, first, last, language, words, weights, mentioned, quoted, length, names"
"""The columns of a profile."""
COMPANY = "c.dated, c.undated, c.length, c.undated_length, length(a.words)"
"""The columns of a company, and how many bytes its counts have."""


def profile_row(profile: Profile) -> tuple[Any, ...]:
    """A profile as it is written, in the order of `PROFILE`."""
    days = profile.days
    return (
        profile.id,
        days.first if days else None,
        days.last if days else None,
        profile.language,
        profile.words.tobytes(),
        profile.values.tobytes(),
        json.dumps(mentioned_row(profile.mentioned)),
        array("I", sorted(profile.quoted)).tobytes(),
        profile.length,
        array("I", sorted(profile.names)).tobytes(),
    )


def profile_of(row: Any) -> Profile:
    """The profile in a row of its columns."""
    id, first, last, language, words, weights, named, quoted, length, names = row
    years, months, days, weekdays = json.loads(named)
    return Profile(
        id,
        Days(first, last) if first is not None else None,
        language,
        array("I", words),
        array("f", weights),
        Mentioned(
            frozenset(years),
            frozenset(months),
            frozenset((month, day) for month, day in days),
            tuple(weekdays),
        ),
        frozenset(array("I", quoted)),
        length,
        frozenset(array("I", names)),
    )


def mentioned_row(named: Mentioned) -> list[list[Any]]:
    """What days a text names, as it is written."""
    return [sorted(named.years), sorted(named.months), sorted(named.days), [*named.weekdays]]


def portrait_row(portrait: Portrait) -> list[Any]:
    """A portrait as it is written."""
    iso = portrait.published.iso if portrait.published else None
    return [
        portrait.label,
        portrait.titled,
        iso,
        portrait.age,
        portrait.names,
        portrait.words,
        portrait.language,
    ]


def portrait_of(written: list[Any]) -> Portrait:
    """The portrait that was written."""
    label, titled, iso, age, names, words, language = written
    when = When(iso) if iso else None
    return Portrait(label, titled, when, age, tuple(names), tuple(words), language)


def company_of(row: Any) -> Company:
    """The company in a row of its columns; an empty column is no company."""
    dated, undated, length, undated_length, size = row
    none = bytes(size)
    return Company(array("I", dated or none), array("I", undated or none), [length, undated_length])


def company_row(company: Company, profile: Profile) -> tuple[Any, ...]:
    """The company of the article with this profile as it is written, in the order of `COMPANY`."""
    counts = (company.dated, company.undated)
    return (
        *(each.tobytes() if any(each) else b"" for each in counts),
        *company.lengths(profile),
    )
