"""How many were killed or hurt: the one count that reports of an event give in any wording.

It is compared where each article gives one figure only, in sentences that need not be alike. Such
figures grow while an event goes on, so a difference is never called more than that.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.framing.facts.acts import CLAUSE_ENDS
from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import disjoint_names, marked
from reader.model import Span
from reader.text.quantity import Quantity
from reader.text.tokens import Token, stem

Of = Figure[Quantity]

_FATES = {
    "dead": frozenset(map(stem, "dead died killed killing deaths death fatalities".split())),
    "hurt": frozenset(map(stem, "hurt injured injuring wounded wounding injuries".split())),
}
# Between a participle and its count: "killing at least three people".
_BOUNDS = frozenset("at least more than about some nearly up to as many an estimated".split())
_LEAD = 4
# Words between a count and what befell those counted: "five people have been hurt".
_REACH = 5
# How much of the report may lie before the figure: what it is about it says early.
_EARLY = 0.5


def victims(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the numbers of dead and of hurt."""
    for fate in _FATES:
        one, other = _only(ground, a, fate), _only(ground, b, fate)
        if one is None or other is None or disjoint_names(one[0], other[0]):
            continue
        if one[0].what.relation(other[0].what) != "differs" or _far(one[0], other[0]):
            continue
        if ground.likeness(one[0], other[0]) < _LIKE:
            continue
        yield Claim(
            kind="count",
            verdict="changes-with-time",
            sides=(_side(one[0], fate), _side(other[0], fate)),
            subject=(a, one[1]),
            reason="these passages give different figures of a kind that changes with time",
            weight=0.85,
            score=1.0,
            certainty="perhaps",
        )


# Less than for other figures, as both are known to be of one fate; it still keeps a case of long
# ago away from the news.
_LIKE = 0.2


def _far(one: Of, other: Of) -> bool:
    small, large = sorted((one.what.value, other.what.value))
    return large > _RATIO * small


# Tolls grow fast, but a figure many times another is more often one of a part.
_RATIO = 3.0


def _only(ground: Ground, column: int, fate: str) -> tuple[Of, Span] | None:
    """The one figure that an article gives for a fate, with the word for it."""
    found = [
        (figure, word.span)
        for figure in ground.quantities[column]
        if not figure.apart and (word := _befallen(ground, figure, fate)) is not None
    ]
    values = {(figure.what.value, figure.what.top) for figure, _ in found}
    if len(values) != 1 or marked(found[0][0]):
        return None
    passages = len(ground.documents[column].passages)
    return found[0] if found[0][0].passage <= _EARLY * passages else None


def _befallen(ground: Ground, figure: Of, fate: str) -> Token | None:
    """The word by which a count is one of dead or of hurt."""
    if figure.what.kind != "count":
        return None
    for token in figure.left[:_LEAD]:
        if token.stem in _FATES[fate]:
            return token
        if any(token.stem in stems for stems in _FATES.values()):
            return None
        if token.word not in _BOUNDS:
            break
    for token in figure.right[:_REACH]:
        if any(token.stem in stems for stems in _FATES.values()):
            between = ground.documents[figure.document].text[figure.span.end : token.span.start]
            plain = token.stem in _FATES[fate] and not CLAUSE_ENDS & set(between)
            return token if plain else None
    return None


def _side(figure: Of, fate: str) -> Side:
    return Side(figure.document, figure.span, (fate, figure.what.value, figure.what.top))
