"""How many were killed or hurt: the one count that reports of an event give in any wording.

It is compared where each article gives one figure only, or one in its first sentences, and the
sentences need not be alike. Such figures grow while an event goes on, so a difference is never
called more than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.framing.facts.acts import CLAUSE_ENDS
from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import disjoint_names, marked
from reader.model import Span
from reader.text.quantity import Quantity
from reader.text.tokens import Token, stem

Of = Figure[Quantity]
Toll = tuple[Of, Span]

_FATES = {
    "dead": frozenset(map(stem, "dead died killed killing deaths death fatalities".split())),
    "hurt": frozenset(map(stem, "hurt injured injuring wounded wounding injuries".split())),
}
# Between a participle and its count: "killing at least three people", "fatally shot three".
_BOUNDS = frozenset(
    "at least more than about some nearly up to as many an estimated shot shooting stabbed "
    "stabbing".split()
)
_LEAD = 4
# Words between a count and what befell those counted: "five people have been hurt".
_REACH = 5
# How much of the report may lie before the figure: what it is about it says early.
_EARLY = 0.5


def victims(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the numbers of dead and of hurt."""
    for fate in _FATES:
        first, second = _tolls(ground, a, fate), _tolls(ground, b, fate)
        one, other = _told(ground, first, fate), _told(ground, second, fate)
        if one is None or other is None or disjoint_names(one[0], other[0]):
            continue
        if _far(one[0], other[0]) or _has(first, other[0]) or _has(second, one[0]):
            continue
        if not _alike(ground, one[0], other[0]):
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


def _alike(ground: Ground, one: Of, other: Of) -> bool:
    """Whether both count the victims of the event, and the same ones of them."""
    lead = one.passage < _LEDE and other.passage < _LEDE
    nouns = {one.what.noun, other.what.noun}
    if len(nouns) > 1 and not nouns <= _ANYBODY:
        return False
    return lead or ground.likeness(one, other) >= _LIKE


# Less than for other figures, as both are known to be of one fate; it still keeps a case of long
# ago away from the news. In its first sentences a report counts the victims of its own event.
_LIKE = 0.2
_LEDE = 3
# Nouns for all who were killed or hurt; police and civilians are parts of them.
_ANYBODY = {None, *map(stem, "people persons victims others dead killed deaths injured".split())}


def _far(one: Of, other: Of) -> bool:
    small, large = sorted((one.what.value, other.what.value))
    return large > _RATIO * small


# Tolls grow fast, but a figure many times another is more often one of a part.
_RATIO = 3.0


def _has(tolls: Sequence[Toll], figure: Of) -> bool:
    """Whether an article has this figure too, or one that may be meant alike."""
    return any(toll.what.relation(figure.what) != "differs" for toll, _ in tolls)


def _tolls(ground: Ground, column: int, fate: str) -> list[Toll]:
    """The figures that an article gives for a fate, each with the word for it."""
    return [
        (figure, word.span)
        for figure in ground.quantities[column]
        if not figure.apart and (word := _befallen(ground, figure, fate)) is not None
    ]


def _told(ground: Ground, tolls: Sequence[Toll], fate: str) -> Toll | None:
    """The figure for the event itself: the one of its first sentences, or the only one."""
    values = {(figure.what.value, figure.what.top) for figure, _ in tolls}
    if not tolls or marked(tolls[0][0]) - (_BESIDE_DEAD if fate == "hurt" else frozenset[str]()):
        return None
    first = tolls[0][0]
    passages = len(ground.documents[first.document].passages)
    only = len(values) == 1 and first.passage <= _EARLY * passages
    return tolls[0] if only or first.passage < _LEDE else None


# "Killing five people and injuring eight others."
_BESIDE_DEAD = frozenset(("other", "others", "more"))


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
    return Side(figure.document, figure.what.said, (fate, figure.what.value, figure.what.top))
