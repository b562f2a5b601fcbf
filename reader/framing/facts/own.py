"""Dates inside one article that cannot all be true: one act of one thing in two years."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reader.framing.facts.acts import Act, same_act
from reader.framing.facts.claims import OWN, Claim, Side
from reader.framing.facts.days import clash
from reader.framing.facts.ground import Ground


def own_clashes(ground: Ground, column: int) -> Iterator[Claim]:
    """Claims that an article gives one act two dates, in two different sentences."""
    acts = [act for act in ground.acts[column] if act]
    for one, other in combinations(acts, 2):
        if one.figure.passage == other.figure.passage or not one.once or one.verb != other.verb:
            continue
        if same_act(one, other) and clash(one.figure.what, other.figure.what):
            yield Claim(
                kind="date",
                verdict=OWN,
                sides=(_side(one), _side(other)),
                subject=(column, one.subject),
                reason="one article gives the same act two dates",
                weight=0.7,
                score=1.0,
                certainty="perhaps",
            )
            return


def _side(act: Act) -> Side:
    figure = act.figure
    return Side(figure.document, figure.span, figure.what.parts)
