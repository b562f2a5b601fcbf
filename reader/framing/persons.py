"""Persons across articles: the names that several articles give one of them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.text.names import Name, fold_full

_SUFFIXES = frozenset("jr sr ii iii iv".split())
# So many first letters make two given names one: Alexander, Alexandr.
_ALIKE = 3


def persons(names: Sequence[Sequence[Name]]) -> tuple[tuple[Name | None, ...], ...]:
    """One row per person, with the name that each article uses or None, in order of naming.

    Surnames alone go to the person who bears them if the articles know just one.
    """
    rows: list[list[Name | None]] = []
    short: list[tuple[int, Name]] = []
    for column, found in enumerate(names):
        for name in found:
            if len(_parts(name)) < 2:
                short.append((column, name))
            elif name.person:
                _place(rows, column, name, len(names))
    for column, name in short:
        word = _parts(name)[0] if _parts(name) else ""
        bearers = [row for row in rows if any(n and _parts(n)[-1] == word for n in row)]
        if len(bearers) == 1 and bearers[0][column] is None:
            bearers[0][column] = name
        elif not bearers and name.person:
            rows.append([name if at == column else None for at in range(len(names))])
    return tuple(tuple(row) for row in rows)


def fullest(row: Sequence[Name | None]) -> tuple[int, Name]:
    """The longest form of a person's name and the article that has it; the first of equals."""
    known = [(column, name) for column, name in enumerate(row) if name is not None]
    return max(known, key=lambda item: (len(item[1].full.split()), -item[0]))


def _place(rows: list[list[Name | None]], column: int, name: Name, columns: int) -> None:
    for row in rows:
        if row[column] is None and any(other and _one(name, other) for other in row):
            row[column] = name
            return
    rows.append([name if at == column else None for at in range(columns)])


def _one(name: Name, other: Name) -> bool:
    """Whether two names of two words or more are one: the surname, and the first name in short."""
    first, second = _parts(name), _parts(other)
    if first[-1] != second[-1] or len(second) < 2:
        return False
    a, b = first[0], second[0]
    return a.startswith(b) or b.startswith(a) or (a[:_ALIKE] == b[:_ALIKE] and len(a) > _ALIKE)


def _parts(name: Name) -> list[str]:
    return [word for word in fold_full(name).split() if word not in _SUFFIXES]
