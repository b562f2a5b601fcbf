"""Two articles that give one person another role in the same place.

A person has many roles and they change with time, so only what can hardly both be meant counts:
the same rank and field with another noun (`chief AI strategist`, `chief AI scientist`), one role
of one organisation with and without `co-`, `deputy` or `vice`, or two posts that a list sets
against each other (`fire chief`, `police chief`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.ground import Ground
from reader.framing.facts.role import Post, Role, rival_posts
from reader.text.names import Name, same_name

_RANKS = frozenset("chief deputy vice lead executive general principal assistant associate".split())
# Who has one of these of a place has none of the others of it.
_OFFICES = frozenset("mayor governor judge ambassador treasurer president minister".split())
# `Fire chief`, `deputy fire chief`: nobody is called by the name of the other one.
_LED = frozenset("chief leader coach captain manager".split())
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
            if (_differ(one, two) and not _held(one, second) and not _held(two, first)) or (
                _rivals(one, two, first, second)
            ):
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
    if one.past != two.past:
        return False
    field = one.head in _LED and set(one.modifiers) & set(two.modifiers) and one.place == two.place
    return bool((one.organisation and two.organisation) or one.head in _OFFICES or field)


# `chief scientist` and `chief executive` may be two posts; with a field between they are one.
_FIELD = 2


def _held(role: Role, others: Sequence[Role]) -> bool:
    """Whether the other article gives this role too, so that it denies nothing."""
    return any((role.modifiers, role.head) == (other.modifiers, other.head) for other in others)


def _rivals(one: Role, two: Role, first: Sequence[Role], second: Sequence[Role]) -> bool:
    """Whether two roles are posts that the list sets against each other, and each article one."""
    if one.past or two.past or one.words == two.words:
        return False
    for posts in rival_posts():
        mine, yours = (_posts(role, posts) for role in (one, two))
        if len(mine) == len(yours) == 1 and mine.keys() != yours.keys():
            (post, here), (rival, there) = *mine.items(), *yours.items()
            if any(rival in _posts(role, posts) for role in first):
                continue
            if any(post in _posts(role, posts) for role in second):
                continue
            if _one_place(one.words - here, two.words - there, fields=min(len(here), len(there))):
                return True
    return False


def _posts(role: Role, posts: Sequence[Post]) -> dict[int, frozenset[str]]:
    """Which of the posts a role is, with the words that say so: a co-founder is no founder."""
    said = {
        number: wording
        for number, wordings in enumerate(posts)
        for wording in wordings
        if role.head in wording and wording <= role.words
    }
    return {
        number: wording
        for number, wording in said.items()
        if not any(wording < other for other in said.values())
    }


def _one_place(one: frozenset[str], two: frozenset[str], *, fields: int) -> bool:
    """Whether two roles are of one place, by the words that are left of them.

    A post that says its field (`fire chief`) may be said of its place in one article only.
    """
    return one == two or (fields > 1 and (one <= two or two <= one))


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
