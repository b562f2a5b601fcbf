"""Persons across articles: the names that several articles give one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.names import Name, fold_full

_SUFFIXES = frozenset("jr sr ii iii iv".split())
# So many first letters make two given names one: Alexander, Alexandr.
_ALIKE = 3


def persons(names: Sequence[Sequence[Name]]) -> tuple[tuple[Name | None, ...], ...]:
    """One row per person, with the name that each article uses or None, in order of naming.

    Surnames alone go to the person who bears them if the articles know just one.
    """
    rows: dict[str, list[_Row]] = {}
    short: list[tuple[int, str, Name]] = []
    for column, found in enumerate(names):
        for name in found:
            if name.person is False:
                continue
            first, last = _ends(name.full if _introduced(name) else _first_words(name))
            if not first:
                short.append((column, last, name))
            elif name.person:
                _place(rows.setdefault(last, []), column, first, name, len(names))
    for column, last, name in short:
        bearers = rows.setdefault(last, [])
        if len(bearers) == 1 and bearers[0].names[column] is None:
            bearers[0].names[column] = name
        elif not bearers and name.person:
            _place(bearers, column, "", name, len(names))
    return tuple(tuple(row.names) for same in rows.values() for row in same)


def fullest(row: Sequence[Name | None]) -> tuple[int, Name]:
    """The longest form of a person's name and the article that has it; the first of equals."""
    known = [(column, name) for column, name in enumerate(row) if name is not None]
    return max(known, key=lambda item: (len(item[1].full.split()), -item[0]))


@dataclass(slots=True)
class _Row:
    names: list[Name | None]
    firsts: set[str]
    """Given names under which the articles know the person."""


def _place(rows: list[_Row], column: int, first: str, name: Name, columns: int) -> None:
    for row in rows:
        if row.names[column] is None and any(_alike(first, other) for other in row.firsts):
            row.names[column] = name
            row.firsts.add(first)
            return
    rows.append(_Row([name if at == column else None for at in range(columns)], {first}))


def _alike(a: str, b: str) -> bool:
    """Whether two given names are one, in short or in another spelling."""
    if not a or not b:
        return a == b
    return a.startswith(b) or b.startswith(a) or (a[:_ALIKE] == b[:_ALIKE] and len(a) > _ALIKE)


def _ends(name: Name) -> tuple[str, str]:
    """Folded given name (empty where the surname stands alone) and surname."""
    parts = [word for word in fold_full(name).split() if word not in _SUFFIXES]
    return (parts[0] if len(parts) > 1 else "", parts[-1] if parts else "")
