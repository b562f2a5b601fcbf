"""Quantities of two articles that are of the same thing, and whether they agree.

Numbers differ in nearly every pair of sentences; so what may be compared is narrowed first, and
every doubt ends in no claim (measured: of claims made on any pair of like sentences with unlike
numbers 17 of 28 were false).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.close import close
from reader.framing.facts.counted import counted, same_things, thing
from reader.framing.facts.currencies import other_currency
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import (
    changes,
    disjoint_names,
    of_a_game,
    others,
    overlap,
    shared_out,
)
from reader.framing.facts.parents import counts_other_kin, other_kin
from reader.framing.facts.parts import other_result, parts
from reader.framing.facts.rounded import rounded
from reader.framing.facts.slots import one_slot
from reader.framing.facts.subject import subject
from reader.framing.facts.times import repeated
from reader.framing.facts.whose import other_share
from reader.text.number_forms import OFFSPRING
from reader.text.quantity import Kind, Quantity, Relation

# Cosine without numbers. From .5 on 90 % of sentence pairs make the same main statement; figures
# that agree when rounded are themselves a sign, so less will do for them.
DIFFERS = 0.42
AGREES = 0.3
# The part of the smaller context that the larger must have too.
CONTEXT = 0.33
# A figure that the other article gives too is not denied by it, if it stands in a sentence that is
# like this one at least as much as that part of the likeness in question.
ELSEWHERE = 0.5
# A ratio above 2 is nearly always another thing, but for one statement in two wordings.
_RATIO = 2.0
_RATIO_OF_ONE = 4.0

KINDS: dict[Kind, str] = {
    "money": "amount", "measure": "amount", "percent": "share", "points": "share",
    "count": "count", "votes": "count", "multiplier": "count", "age": "age",
    "duration": "duration",
}  # fmt: skip
"""What a finding calls each kind of quantity."""


Of = Figure[Quantity]


def amounts(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the quantities of two articles."""
    first, second = (
        [one for one in ground.quantities[c] if not one.apart and not other_kin(ground, one)]
        for c in (a, b)
    )
    for one in first:
        for other in second:
            alike = comparable(one, other)
            if not (alike or same_things(one, other)):
                if other_currency(ground, one, other):
                    claim = _differ(ground, one, other, ground.likeness(one, other))
                    yield replace(claim, verdict="differs", reason=_CURRENCIES)
                continue
            vaguely = one.what.holds(other.what) or other.what.holds(one.what)
            relation = "rounded" if vaguely else one.what.relation(other.what)
            likeness = ground.likeness(one, other)
            if relation in ("same", "rounded"):
                if not alike:
                    continue
                if relation == "rounded" and _stated_elsewhere(ground, one, other):
                    continue
                if _of_one_thing(ground, one, other, likeness):
                    yield _agree(ground, one, other, relation, likeness)
            elif (
                alike
                and relation == "differs"
                and (
                    _surely_differs(ground, one, other, likeness)
                    or close(ground, one, other, likeness)
                )
            ):
                yield _differ(ground, one, other, likeness)
            elif counted(ground, one, other):
                # Figures that may be one, as far as they are hedged, deny nothing.
                loosely = relation == "unclear" and (one.what.is_hedged or other.what.is_hedged)
                if not loosely:
                    yield _differ(ground, one, other, likeness)
                elif one.what.allows(other.what):
                    yield _agree_loosely(ground, one, other, likeness)
    for one, other in rounded(ground, a, b):
        if not _stated_elsewhere(ground, one, other):
            yield _agree(ground, one, other, "rounded", ground.likeness(one, other))


def comparable(one: Of, other: Of) -> bool:
    """Whether two figures are of one kind, or stand in one place of a sentence."""
    if _alike(one.what, other.what):
        return True
    counts = one.what.kind == other.what.kind == "count"
    return counts and one_slot(one, other)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are of one kind: kinds never mix, nor units, nor what is counted."""
    if (one.kind, one.unit) != (other.kind, other.unit) or one.kind == "age":
        return False
    if one.kind != "count":
        return True
    return one.noun is not None and other.noun is not None and thing(one) == thing(other)


def _of_one_thing(ground: Ground, one: Of, other: Of, likeness: float) -> bool:
    """Whether figures that agree are of one thing: like sentences, or a rare name in both."""
    if (one.what.vague or other.what.vague) and repeated(one) != repeated(other):
        return False  # millions every year, and a sum since 1998
    if one.what.vague or other.what.vague or not _near(one.what, other.what):
        return likeness >= NEAR  # `billions` may be said of much: of ten such claims six were false
    if one.what.kind in ("percent", "points", "multiplier"):
        return likeness >= DIFFERS and not (
            other_share(ground, one, other) or other_result(ground, one, other)
        )
    if likeness >= AGREES:
        return True
    if one.what.kind != "money" or one.what.value < _LARGE:
        return False
    shared = (one.names & ground.stems(other)) | (other.names & ground.stems(one))
    return bool(shared - ground.common)


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether figures that agree when rounded are hardly apart: no 3.4 and 3."""
    if one.kind == "votes":
        return True
    small, large = sorted((one.value, other.value))
    return large <= _NEARLY * small


_NEARLY = 1.1
# Sums from here on are told of few things only, so that a shared name is enough.
_LARGE = 1e5


def _surely_differs(ground: Ground, one: Of, other: Of, likeness: float) -> bool:
    """Whether all guards let a difference pass."""
    if likeness < DIFFERS or others(one, other) or of_a_game(one) or disjoint_names(one, other):
        return False
    if one.what.kind == "count" and shared_out(one, other):
        return False
    if likeness < _SURE and (one.what.vague or other.what.vague):
        return False  # many are told of in many places: one read below was false
    if parts(ground, one, other) or (_children(one) and counts_other_kin(one, other)):
        return False
    near = likeness >= NEAR
    slot = near and one_slot(one, other)
    most = _RATIO_OF_ONE if likeness >= _SURE else _RATIO
    return (
        (slot or (ground.enough(one, other) and _apart(one.what, other.what) <= most))
        and (near or overlap(one.context, other.context) >= CONTEXT)
        and not _several(ground, one, other, slot)
        and not _several(ground, other, one, slot)
        and not _stands_elsewhere(ground, one, other.document, likeness)
        and not _stands_elsewhere(ground, other, one.document, likeness)
    )


def _apart(one: Quantity, other: Quantity) -> float:
    """How many times the smaller figure the larger one is, from `hundreds` on as far as 999."""
    small, large = sorted((one, other), key=lambda each: each.value)
    least = small.top if small.vague else small.value
    return large.value / least if least else math.inf


# From this number-free cosine on 98 % of sentence pairs share a statement.
NEAR = 0.5


def _several(ground: Ground, figure: Of, other: Of, slot: bool) -> bool:
    """Whether its sentence has another figure like it: then it is open which of them is meant.

    Figures that agree with one of the other sentence are paired off first; the figure itself must
    be left over.
    """
    # "Said they would attend the fair and 2,600 ..." does not say what is counted.
    unnamed = figure.what.kind == "count" and not _alike(figure.what, other.what)
    there = [known for known in ground.quantities[other.document] if known.passage == other.passage]
    here = [
        known for known in ground.quantities[figure.document] if known.passage == figure.passage
    ]
    left = [
        known
        for known in here
        if (
            known is figure
            or _alike(known.what, figure.what)
            or (unnamed and known.what.kind == "count")
        )
        and not any(
            comparable(known, twin) and known.what.relation(twin.what) in ("same", "rounded")
            for twin in there
        )
    ]
    slot = slot and not unnamed
    return not any(known is figure for known in left) or (not slot and len(left) > 1)


def _stands_elsewhere(ground: Ground, figure: Of, column: int, likeness: float) -> bool:
    """Whether the other article has this figure too, in a sentence about the same."""
    what = figure.what
    return any(
        (what.kind, what.unit) == (other.what.kind, other.what.unit)
        and what.relation(other.what) in ("same", "rounded")
        and ground.likeness(figure, other) >= ELSEWHERE * likeness
        for other in ground.quantities[column]
    )


def _stated_elsewhere(ground: Ground, one: Of, other: Of) -> bool:
    """Whether one article gives both figures: then it tells two things, and rounds neither."""
    return any(
        (figure.what.kind, figure.what.unit, figure.what.value, figure.what.top)
        == (known.what.kind, known.what.unit, known.what.value, known.what.top)
        for figure, column in ((one, other.document), (other, one.document))
        for known in ground.quantities[column]
    )


def _agree(ground: Ground, one: Of, other: Of, relation: Relation, likeness: float) -> Claim:
    kind = KINDS[one.what.kind]
    return Claim(
        kind=kind,
        verdict=relation,
        sides=(_side(one), _side(other)),
        subject=subject(ground, one, other),
        reason="one figure, rounded in one of them" if relation == "rounded" else "the same figure",
        weight=_ROUNDED_AMOUNT if kind == "amount" else _ROUNDED,
        score=likeness,
        certainty="sure" if likeness >= AGREES or kind == "amount" else "perhaps",
    )


def _agree_loosely(ground: Ground, one: Of, other: Of, likeness: float) -> Claim:
    claim = _agree(ground, one, other, "rounded", likeness)
    return replace(claim, reason="one figure within what the other one's words allow")


def _differ(ground: Ground, one: Of, other: Of, likeness: float) -> Claim:
    kind = KINDS[one.what.kind]
    counted_out = one.what.kind == "votes"
    # Whether the mother of two died or not, her children are no number that grows.
    moving = "" if counted_out or _children(one) else changes(one, other)
    verdict = "contradicts" if counted_out else "differs"
    loose = _children(one) or one.what.vague or other.what.vague
    heavy = kind == "amount" or moving == "victims" or counted_out
    return Claim(
        kind=kind,
        verdict="changes-with-time" if moving else verdict,
        sides=(_side(one), _side(other)),
        subject=subject(ground, one, other),
        reason=_MOVING if moving else "these passages give different figures",
        weight=(_HEAVY if heavy else _LIGHT) * (0.5 + likeness / 2),
        score=likeness * overlap(one.context, other.context),
        certainty="sure" if likeness >= _SURE and not loose else "perhaps",
    )


def _children(figure: Of) -> bool:
    """Whether it is a number of children, here of a parent whom no name is given."""
    return figure.what.unit == OFFSPRING


_CURRENCIES = "these passages give one figure in two currencies"
_MOVING = "these passages give different figures of a kind that changes with time"
# From this cosine on nearly every pair of sentences is one statement in two wordings.
_SURE = 0.6
# Sums, votes and victims are what a reader would check first; roundings are no disagreement.
_HEAVY = 0.95
_LIGHT = 0.8
_ROUNDED_AMOUNT = 0.45
_ROUNDED = 0.35


def _side(figure: Of) -> Side:
    what = figure.what
    return Side(figure.document, what.said, (what.kind, what.unit, what.value, what.top))
