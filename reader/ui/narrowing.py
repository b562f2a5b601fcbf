"""Filters that narrow a search: which there are, how many articles each keeps, which are on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
    found: list[Filter] = []
    for head, field, values in _fields(counts, events):
        for value, count in values.items():
            label, term = _named(field, value, events)
            on = has_term(query, term)
            if on or count < total:
                found.append(Filter(head, label, term, count, on))
    return sorted(found, key=lambda f: f" {query} ".find(f" {f.term} ") if f.on else len(query))


def _fields(counts: Counts, events: Mapping[str, Event]) -> list[tuple[str, str, dict[str, int]]]:
    """Heading, field and values, the most frequent first; months only within one year."""
    years = [year for year in counts.get("date", {}) if year]
    when = ("month", "month") if len(years) == 1 else ("year", "date")
    fields = []
    for head, field in (("", "is"), ("outlet", "outlet"), when, ("event", "event"), ("tag", "tag")):
        known = {value: count for value, count in counts.get(field, {}).items() if value and count}
        if field == "event":
            known = {value: count for value, count in known.items() if value in events}
        best = sorted(known, key=lambda value: (-known[value], value))[:MOST_OF_A_FIELD]
        fields.append((head, field, {value: known[value] for value in best}))
    return fields


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
