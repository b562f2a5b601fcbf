"""Rows of the file in which the grouping keeps what it knows, turned into values and back."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from typing import Any

from reader.events.mentioned import Mentioned
from reader.events.profiles import Days, Portrait, Profile
from reader.events.scoring import Pair
from reader.model import When

PROFILE = "id, first, last, language, words, weights, mentioned, quoted, length, names"
"""The columns of a profile."""


def profile_row(profile: Profile) -> tuple[Any, ...]:
    """A profile as it is written, in the order of `PROFILE`."""
    days = profile.days
    return (
        profile.id,
        days.first if days else None,
        days.last if days else None,
        profile.language,
        array("I", profile.weights).tobytes(),
        array("f", profile.weights.values()).tobytes(),
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
        dict(zip(array("I", words), array("f", weights).tolist(), strict=True)),
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


def pair_of(row: Any) -> Pair:
    """The pair in a row."""
    one, other, dot, gap, trust, quoted = row
    return Pair(one, other, dot, gap, trust, bool(quoted))


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


def counts_of(words: bytes, packed: bytes) -> dict[int, int]:
    """Counts by word, from counts in the order of an article's words; nothing is no company."""
    counts = zip(array("I", words), array("I", packed), strict=False)
    return {word: count for word, count in counts if count}


def counts_row(profile: Profile, counts: Mapping[int, int]) -> bytes:
    """Counts by word, in the order of the words of a profile; nothing for no company."""
    if not counts:
        return b""
    return array("I", [counts.get(word, 0) for word in profile.weights]).tobytes()
