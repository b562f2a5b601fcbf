"""One sum in two currencies: `£3 million` where another article has `$3 million`."""

from __future__ import annotations

from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import disjoint_names, others
from reader.framing.facts.parts import parts
from reader.framing.facts.slots import one_slot
from reader.text.quantity import Quantity

Of = Figure[Quantity]

# Each country writes its own dollar as `$`; `¥` is yen and yuan, and crowns have one name.
_ONE_SIGN = (frozenset(("$", "A$", "C$", "HK$", "NZ$", "S$")), frozenset(("¥", "yuan")),
             frozenset(("krona", "krone")))  # fmt: skip
# From this cosine without numbers on 90 % of sentence pairs make the same main statement.
_LIKE = 0.5


def other_currency(ground: Ground, one: Of, other: Of) -> bool:
    """Whether like sentences give one figure in two currencies, and no other sum beside it."""
    first, second = one.what, other.what
    if not (first.kind == second.kind == "money") or _may_be_one(first.unit, second.unit):
        return False
    if first.vague or (first.value, first.top) != (second.value, second.top):
        return False
    if ground.likeness(one, other) < _LIKE or others(one, other) or disjoint_names(one, other):
        return False
    return (
        (one_slot(one, other) or ground.enough(one, other))
        and not any(_sums(ground, figure) > 1 for figure in (one, other))
        and not parts(ground, one, other)
        and not (_has(ground, one, other.document) or _has(ground, other, one.document))
    )


def _may_be_one(one: str | None, other: str | None) -> bool:
    return one == other or any({one, other} <= family for family in _ONE_SIGN)


def _sums(ground: Ground, figure: Of) -> int:
    """How many sums its sentence gives: of two one may be the other, changed into its currency."""
    return sum(
        known.what.kind == "money" and known.passage == figure.passage
        for known in ground.quantities[figure.document]
    )


def _has(ground: Ground, figure: Of, column: int) -> bool:
    """Whether an article gives this sum, too, in this currency."""
    what = figure.what
    return any(
        (what.kind, what.unit) == (known.what.kind, known.what.unit)
        and what.relation(known.what) in ("same", "rounded")
        for known in ground.quantities[column]
    )
