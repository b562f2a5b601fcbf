"""The fields of the query language, and what their values mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from difflib import get_close_matches
from typing import Final

from reader.search.bounds import numbers
from reader.search.periods import published
from reader.search.syntax import (
    Address,
    Has,
    InEvent,
    InLanguage,
    Is,
    Length,
    Node,
    Not,
    Noted,
    Part,
    Published,
    Tag,
)

FIELDS: Final = {
    "title": "words of the headline",
    "outlet": "who printed it",
    "byline": "who wrote it",
    "quotes": "words between quotation marks",
    "says": "who is named beside a quotation; with quotes: beside that one",
    "date": "when it appeared: 2025-11, 2025-11-01..2025-11-30, yesterday, 7d, none",
    "after": "from a day on: 2025-11-30, 2025, 7d, monday",
    "before": "until the day before",
    "event": "an event, by its id or words of its label",
    "tag": "a tag",
    "is": "unread, read, starred, later; marked: starred, later, tagged or with a note",
    "has": "tag, note, highlight, event",
    "note": "a word of a note that you wrote",
    "words": "how long it is: >800, 300..600",
    "lang": "its language: en, de",
    "url": "a part of its address",
}
"""Every field, in the order of the help, with what its value is."""

ALIASES: Final = {"author": "byline", "quote": "quotes", "language": "lang", "since": "after"}

PARTS: Final[dict[str, Part]] = {
    "title": "title",
    "outlet": "outlet",
    "byline": "byline",
    "quotes": "quoted",
    "says": "speaker",
}
"""The fields whose values are words."""

STATES: Final = ("unread", "read", "starred", "later", "marked")
THINGS: Final = ("tag", "note", "highlight", "event")

_NEAR = 0.7  # `titel`, `outlt`; difflib's ratio


def field_named(name: str) -> str | None:
    """The field of a name, however it is written; None if there is none."""
    name = name.casefold()
    name = ALIASES.get(name, name)
    return name if name in FIELDS else None


def field_meant(name: str) -> str | None:
    """The field that is nearly called so."""
    near = get_close_matches(name.casefold(), [*FIELDS, *ALIASES], n=1, cutoff=_NEAR)
    return field_named(near[0]) if near else None


def filtered(field: str, value: str, today: date, *, unfinished: bool) -> Node | None:
    """The filter of a field that is no words; None if the value means nothing to it."""
    value = value.strip()
    if (field, value.casefold()) == ("date", "none"):
        return Not(Published())
    if field in ("date", "after", "before"):
        return published(field, value, today)
    return _READ[field](value, unfinished) if value else None


def remedy(field: str) -> str:
    """What a field wants, as a sentence for who gave it something else."""
    if field in ("date", "after", "before"):
        return f"{field}: needs a date such as 2025, 2025-11-30, 7d or yesterday"
    if field == "is":
        return "is: knows unread, read, starred, later and marked"
    if field == "has":
        return "has: knows tag, note, highlight and event"
    if field == "words":
        return "words: needs a number such as >800 or 300..600"
    if field == "lang":
        return "lang: needs the code of a language such as en or de"
    return f"{field}: needs a word after it"


def _state(value: str, _: bool) -> Node | None:
    for state in STATES:
        if value.casefold() == state:
            return Is(state)
    return None


def _thing(value: str, _: bool) -> Node | None:
    for thing in THINGS:
        if value.casefold().removesuffix("s") == thing:
            return Has(thing)
    return None


def _length(value: str, _: bool) -> Node | None:
    ends = numbers(value)
    return Length(*ends) if ends else None


def _language(value: str, unfinished: bool) -> Node | None:
    code = value.casefold().partition("-")[0]
    if not code.isalpha() or len(code) > 3:
        return None
    return InLanguage(code, unfinished)


_READ: Final[dict[str, Callable[[str, bool], Node | None]]] = {
    "is": _state,
    "has": _thing,
    "words": _length,
    "lang": _language,
    "tag": Tag,
    "event": InEvent,
    "note": Noted,
    "url": lambda value, _: Address(value),
}
