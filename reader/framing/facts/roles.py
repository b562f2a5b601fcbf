"""Two articles that give one person another role in the same place.

A person has many roles and they change with time, so only what can hardly both be meant counts:
the same rank and field with another noun (`chief AI strategist`, `chief AI scientist`), or one
role of one organisation with and without `co-`, `deputy` or `vice`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.ground import Ground
from reader.framing.facts.role import Role
from reader.text.names import Name, same_name

_RANKS = frozenset("chief deputy vice lead executive general principal assistant associate".split())
# Who has one of these of a place has none of the others of it.
_OFFICES = frozenset("mayor governor judge ambassador treasurer president minister".split())
_PARTIAL = frozenset("co vice deputy assistant associate".split())


def roles(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the roles of the persons whom both articles name."""
    persons = [
        [n for n in ground.casts[c].names if n.key in ground.roles[c] and n.person is not False]
        for c in (a, b)
    ]
    for name, other in product(*persons):
        if not same_name(name, other):
            continue
        first, second = ground.roles[a][name.key], ground.roles[b][other.key]
        for one, two in product(first, second):
            if _differ(one, two) and not _held(one, second) and not _held(two, first):
                yield _claim(name, (a, one), (b, two))


def _differ(one: Role, two: Role) -> bool:
    """Whether both cannot well be meant of one person at one time."""
    if None not in (one.organisation, two.organisation) and one.organisation != two.organisation:
        return False
    if one.head != two.head:
        if one.organisation is not None and {one.head, two.head} <= _OFFICES:
            return not one.modifiers and not two.modifiers and one.organisation == two.organisation
        ranked = bool(_RANKS & set(one.modifiers))
        return ranked and one.modifiers == two.modifiers and len(one.modifiers) >= _FIELD
    partial = set(one.modifiers) ^ set(two.modifiers)
    if not partial or not partial <= _PARTIAL:
        return False
    return bool(one.organisation and two.organisation) or one.head in _OFFICES


# `chief scientist` and `chief executive` may be two posts; with a field between they are one.
_FIELD = 2


def _held(role: Role, others: Sequence[Role]) -> bool:
    """Whether the other article gives this role too, so that it denies nothing."""
    return any((role.modifiers, role.head) == (other.modifiers, other.head) for other in others)


def _claim(name: Name, one: tuple[int, Role], two: tuple[int, Role]) -> Claim:
    return Claim(
        kind="role",
        verdict="differs",
        sides=(_side(name, *one), _side(name, *two)),
        subject=(one[0], one[1].person),
        reason="these passages give the same person different roles",
        weight=0.75,
        score=1.0,
    )


def _side(name: Name, column: int, role: Role) -> Side:
    return Side(column, role.span, (name.key, role.modifiers, role.head))
