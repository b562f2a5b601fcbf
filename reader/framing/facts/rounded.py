"""A figure of three digits or more and the same one rounded, in sentences that need not be alike.

`2,342 children had been separated` and `the separation of more than 2,300 children` share two
words; figures of an event that agree in all the digits that both give are hardly ever of two
things: of 31 such claims in 1,917 groups of real reports 28 were right (one judge).
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.framing.facts.close import rival
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import changes, of_a_game
from reader.framing.facts.parts import parts
from reader.text.quantity import Quantity

Of = Figure[Quantity]

_KINDS = frozenset(("count", "money", "measure"))
# Below, half of all figures agree with some other.
_LEAST = 100
# Digits of the finer figure, as the least number that has them; and where any word will do.
_DIGITS = 100
_EXACT = 1000
# No rounding moves a figure further.
_NEAR = 1.25
# Sentences as alike as this are of one thing if the figures agree.
_LIKE = 0.25


def rounded(ground: Ground, a: int, b: int) -> Iterator[tuple[Of, Of]]:
    """Figures of two articles of which one is the other, rounded."""
    first, second = (
        [
            figure
            for figure in ground.quantities[column]
            if figure.what.value >= _LEAST and figure.what.kind in _KINDS and not figure.apart
        ]
        for column in (a, b)
    )
    for one in first:
        value, digits = one.what.value, _digits(one)
        for other in second:
            if (
                value < _NEAR * other.what.value
                and other.what.value < _NEAR * value
                and max(digits, _digits(other)) >= _DIGITS
                and _round(ground, one, other)
            ):
                yield one, other


def _digits(figure: Of) -> float:
    """The digits that it gives, as a number: 2342 for 2,342,000."""
    return figure.what.value / figure.what.step


def _round(ground: Ground, one: Of, other: Of) -> bool:
    """Whether a word or a name near both binds them, and nothing parts them."""
    if (one.what.kind, one.what.unit) != (other.what.kind, other.what.unit):
        return False
    if one.what.relation(other.what) != "rounded":
        return False
    near = (one.context & other.context) | (one.names & other.names)
    if max(_digits(one), _digits(other)) < _EXACT:
        near -= ground.common
    return bool(near or ground.likeness(one, other) >= _LIKE) and not (
        of_a_game(one)
        or changes(one, other) == "victims"
        or parts(ground, one, other)
        or rival(ground, one, other)
        or rival(ground, other, one)
    )
