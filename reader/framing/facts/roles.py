"""Two articles that give one person another role in the same place.

A person has many roles and they change with time, so only what can hardly both be meant counts:
the same rank and field with another noun (`chief AI strategist`, `chief AI scientist`), one role
of one organisation with and without `co-`, `deputy` or `vice`, or two posts that a list sets
against each other (`fire chief`, `police chief`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from reader.framing.facts.acts import PRONOUNS
from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.ground import Ground
from reader.framing.facts.role import Post, Rivals, Role, rival_posts
from reader.model import Certainty
from reader.text.names import Name, same_name
from reader.text.tokens import Token, stem

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
            if _differ(one, two) and not _held(one, second) and not _held(two, first):
                yield _claim(name, (a, one), (b, two))
            elif (rivals := _rivals(one, two, first, second)) is not None:
                if not rivals.may_be_both:
                    yield _claim(name, (a, one), (b, two))
                elif not (_both(ground, a, name, two) or _both(ground, b, other, one)):
                    yield _claim(name, (a, one), (b, two), "perhaps")


def _differ(one: Role, two: Role) -> bool:
    """Whether both cannot well be meant of one person at one time."""
    if None not in (one.organisation, two.organisation) and one.organisation != two.organisation:
        return False
    if one.head != two.head:
        if one.organisation is not None and {one.head, two.head} <= _OFFICES:
            bare = not one.modifiers and not two.modifiers and one.past == two.past
            return bare and one.organisation == two.organisation
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


def _rivals(one: Role, two: Role, first: Sequence[Role], second: Sequence[Role]) -> Rivals | None:
    """The posts of the list that sets two roles against each other, if each article has one."""
    if one.past or two.past or one.words == two.words:
        return None
    for rivals in rival_posts():
        posts = rivals.posts
        mine, yours = (_posts(role, posts) for role in (one, two))
        if len(mine) == len(yours) == 1 and mine.keys() != yours.keys():
            (post, here), (rival, there) = *mine.items(), *yours.items()
            if any(rival in _posts(role, posts) for role in first):
                continue
            if any(post in _posts(role, posts) for role in second):
                continue
            if _one_place(one.words - here, two.words - there, fields=min(len(here), len(there))):
                return rivals
    return None


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


def _both(ground: Ground, column: int, name: Name, role: Role) -> bool:
    """Whether an article says beside a person that she has this role, too, or does its work."""
    document = ground.documents[column]
    near = {document.passage_at(mention.start) for mention in name.mentions} - {None}
    near |= {at + 1 for at in near if at is not None and _goes_on(document.tokens, at + 1)}
    said = frozenset(
        t.stem for at in near if at is not None for t in document.tokens[at] if t.word != "own"
    )
    return bool(said & {stem(role.head), _work(role.head)})


def _goes_on(passages: Sequence[Sequence[Token]], at: int) -> bool:
    """Whether a passage begins with `he` or `she`."""
    return at < len(passages) and any(t.word in PRONOUNS for t in passages[at][:1])


def _work(role: str) -> str:
    """What one who has a role does, as a stem: an owner owns, a manager manages."""
    return stem(role.removesuffix("er").removesuffix("or"))


def _claim(
    name: Name,
    one: tuple[int, Role],
    two: tuple[int, Role],
    certainty: Certainty = "sure",
) -> Claim:
    return Claim(
        kind="role",
        verdict="differs",
        sides=(_side(name, *one), _side(name, *two)),
        subject=(one[0], one[1].person),
        reason="these passages give the same person different roles",
        weight=0.75,
        score=1.0,
        certainty=certainty,
    )


def _side(name: Name, column: int, role: Role) -> Side:
    return Side(column, role.span, (name.key, role.modifiers, role.head))
