"""Counts and measures of the same things, in sentences that need not be alike.

`More than 2,000 seals were counted` and `the 2,300 seals on the sandbank` share hardly a word, and
figures that may both be meant loosely are often not. Of 20 such claims in 2,352 groups of real
reports 18 were right (one judge); of four more of large counts three, one in doubt.
"""

from __future__ import annotations

from reader.framing.facts.close import rival, told
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.guards import changes, disjoint_names, of_a_game, others, shared_out
from reader.framing.facts.parts import parts
from reader.framing.word_lists import entries
from reader.text.quantity import Quantity
from reader.text.tokens import stem

Of = Figure[Quantity]

# How much larger one of two counts may be if they may be meant loosely, and if not; and one of two
# measures that may be: an hour-long speech and one of 50 minutes.
_LOOSE, _RATIO, _MEASURED = 2.0, 1.25, 1.2
_MEASURES = frozenset(("duration", "measure", "money"))
# A few of a thing are some of them.
_FEW = 10
# Words that both have near them, or one and two in their sentences, beside names and what the
# whole story is about.
_NEAR = 2


def counted(ground: Ground, one: Of, other: Of) -> bool:
    """Whether two figures are of the same things, and neither stands in the other article."""
    relation = one.what.relation(other.what)
    if relation == "differs" and (one.what.vague or other.what.vague):
        return False
    loose = relation == "unclear"
    small, large = sorted((one.what.value, other.what.value))
    if not small < large <= _most(one, other, loose=loose) * small:
        return False
    if not (_bound(ground, one, other, named=loose) or (loose and _many(ground, one, other))):
        return False
    return not (
        of_a_game(one)
        or changes(one, other) == "victims"
        or others(one, other)
        or disjoint_names(one, other)
        or shared_out(one, other)
        or parts(ground, one, other)
        or rival(ground, one, other)
        or rival(ground, other, one)
        or told(ground, one, other.document)
        or told(ground, other, one.document)
    )


def _most(one: Of, other: Of, *, loose: bool) -> float:
    """How much larger one of two figures may be; 0 if they are not of one kind."""
    first, second = one.what, other.what
    if first.kind == second.kind == "count" and same_things(one, other):
        few = min(first.value, second.value) < _FEW
        return 0.0 if few else _LOOSE if loose else _RATIO
    alike = (first.kind, first.unit) == (second.kind, second.unit)
    return _MEASURED if loose and alike and first.kind in _MEASURES else 0.0


def _bound(ground: Ground, one: Of, other: Of, *, named: bool) -> bool:
    """Whether words that are rare here stand near both; or one and a name, if that will do."""
    usual = ground.common | ground.vectors.names
    near = (one.context & other.context) - usual
    if len(near) >= _NEAR:
        return True
    said = (ground.stems(one) & ground.stems(other)) - usual
    names = (one.names & other.names) - ground.common
    return bool(near) and (len(said) >= _NEAR or (named and bool(names)))


def _many(ground: Ground, one: Of, other: Of) -> bool:
    """Whether two counts are so near and large, of more than people, that few words will do."""
    small, large = sorted((one.what.value, other.what.value))
    return (
        one.what.kind == "count"
        and small >= _MANY
        and large <= _RATIO * small
        and thing(one.what) not in _ANYBODY
        and ground.likeness(one, other) >= _LIKE
    )


# A hundred seals and more in sentences that are hardly alike; crowds of people are many.
_MANY = 100
_LIKE = 0.25
_ANYBODY = {stem(word) for word in ("people", "ballots")}  # as `thing` gives them


def same_things(one: Of, other: Of) -> bool:
    """Whether two counts are of the same: `persons` and `people`, `seals` and `seal pups`."""
    first, second = thing(one.what), thing(other.what)
    if first is None or second is None:
        return False
    return first == second or first in _counted(other) or second in _counted(one)


def thing(count: Quantity) -> str | None:
    """What a quantity counts, as the first of those nouns that count the same."""
    return _THINGS.get(count.noun or "", count.noun)


def _counted(figure: Of) -> frozenset[str]:
    """The words from a count to the noun that it counts."""
    around = figure.what.around
    if around is None:
        return frozenset()
    return frozenset(token.stem for token in figure.right if token.span.end <= around.end)


_THINGS = {
    stem(word): stem(line.split()[0]) for line in entries("counted_alike") for word in line.split()
}
