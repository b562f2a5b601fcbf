"""Filters that narrow a search: which there are, how many articles each keeps, which are on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.actions.completing import quoted
from reader.model import Event
from reader.search.pieces import pieces
from reader.search.query import parse
from reader.search.syntax import Or
from reader.text.safety import one_line

MOST_OF_A_FIELD = 4
"""Values of one field that are offered: further ones are found by typing them."""

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

Counts = Mapping[str, Mapping[str, int]]
"""How many of the found articles each value of a field has."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A part of a query that narrows it."""

    head: str
    """What its values are; empty for marks, which say it themselves."""
    label: str
    term: str
    """As it is written in the query."""
    count: int
    on: bool = False
    """Whether the query has it."""


def filters_of(query: str, total: int, counts: Counts, events: Mapping[str, Event]) -> list[Filter]:
    """What narrows a result: the filters that are on, then those that keep a part of it."""
    on: list[Filter] = []
    off: list[Filter] = []
    for head, field, offered in _fields(counts):
        known = {value: count for value, count in counts.get(field, {}).items() if value and count}
        if field == "event":
            known = {value: count for value, count in known.items() if value in events}
        best = sorted(known, key=lambda value: (-known[value], value))
        # Of those that all articles found have one may be on; and so may the others be, with OR.
        for at, value in enumerate(best):
            if at >= MOST_OF_A_FIELD and known[value] < total:
                break
            each = Filter(head, *_named(field, value, events), known[value])
            if has_term(query, each.term):
                on.append(replace(each, on=True))
            elif offered and at < MOST_OF_A_FIELD and each.count < total:
                off.append(each)
    on.sort(key=lambda each: f" {query} ".find(f" {each.term} "))
    return [*on, *off]


def _fields(counts: Counts) -> Sequence[tuple[str, str, bool]]:
    """Heading, field, and whether it is offered: months only within one year."""
    within = len([year for year in counts.get("date", {}) if year]) == 1
    return (
        ("", "is", True),
        ("outlet", "outlet", True),
        ("year", "date", not within),
        ("month", "month", within),
        ("event", "event", True),
        ("tag", "tag", True),
    )


def _named(field: str, value: str, events: Mapping[str, Event]) -> tuple[str, str]:
    """How a value is shown, and the term that looks for it."""
    if field == "is":
        return value, f"is:{value}"
    if field == "month":
        return f"{_MONTHS[int(value[5:7]) - 1]} {value[:4]}", f"date:{value}"
    if field == "event":
        label = one_line(events[value].label)
        alike = sum(label.casefold() in other.label.casefold() for other in events.values())
        return label, f"event:{quoted(label) if alike == 1 else value}"
    return one_line(value), f"{field}:{quoted(value)}"


def has_term(query: str, term: str) -> bool:
    """Whether a query has a term, as a whole."""
    return f" {term} " in f" {query} "


def with_term(query: str, term: str) -> str:
    """The query narrowed by a term; without it, if it has it."""
    if has_term(query, term):
        return f" {query} ".replace(f" {term} ", " ", 1).strip()
    query = query.strip()
    typed = pieces(query)
    if typed and typed[-1].kind == "quote" and not typed[-1].closed:
        query += '"'  # the term would be one of the quoted words
    if isinstance(parse(query).root, Or):
        query = f"({query})"  # OR binds less than what stands side by side
    return f"{query} {term}".strip()
