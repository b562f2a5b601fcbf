"""Sums, percentages, votes, and counts of people and jobs, that only one article has."""

from __future__ import annotations

from collections.abc import Iterator

from reader.framing.alone.ground import Ground
from reader.model import Finding
from reader.text.numbers import find_quantities
from reader.text.quantity import Quantity

# Other kinds are everywhere and mean little alone; of these 45 % were worth knowing: a panel.
_KINDS = frozenset(("money", "percent", "votes"))
# Of 54 counts of these in 435 events 40 were worth knowing, and one false.
_PEOPLE = frozenset(
    "job worker employe staff peopl person soldier troop resid victim student protest arrest dead "
    "death casualti migrant refuge".split()
)
_FEWEST = 10
_MOST = 2
_WEIGHT = 0.2
_CORE = 0.03
REASON = "no figure of this kind in the others could mean the same"


def amounts(ground: Ground) -> Iterator[Finding]:
    """Up to two amounts, those nearest to the shared subject first."""
    others = list(_others(ground))
    seen: list[Quantity] = []
    found: list[tuple[int, Quantity]] = []
    for quantity in ground.case.quantities[ground.column]:
        held = ground.passages_of([quantity.span])
        if not held or not _says_something(ground, quantity):
            continue
        if any(_maybe_same(quantity, other) for other in (*others, *seen)):
            continue
        seen.append(quantity)
        found.append((min(2, ground.touches(held[0])), quantity))
    for touches, quantity in sorted(found, key=lambda f: (-f[0], f[1].span))[:_MOST]:
        if touches:
            yield ground.finding(
                "amount",
                quantity.said,
                weight=_WEIGHT + _CORE * touches,
                reason=REASON,
                summary=quantity.said.of(ground.document.text),
            )


def _says_something(ground: Ground, quantity: Quantity) -> bool:
    people = quantity.kind == "count" and quantity.noun in _PEOPLE
    if not people:
        return quantity.kind in _KINDS and not quantity.in_parts
    exact = any(map(str.isdigit, quantity.span.of(ground.document.text)))  # no "thousands"
    return exact and quantity.value >= _FEWEST


def _others(ground: Ground) -> Iterator[Quantity]:
    for column, document in enumerate(ground.case.documents):
        if column != ground.column:
            yield from ground.case.quantities[column]
            yield from find_quantities(document.article.title or "")


def _maybe_same(one: Quantity, other: Quantity) -> bool:
    if one.value == other.value:
        return True
    relation = one.relation(other)
    if relation == "unclear" and one.kind == "count" and one.noun != other.noun:
        return False  # "more than 45 visitors" are no 600 jobs
    return one.kind == other.kind and relation != "differs"
