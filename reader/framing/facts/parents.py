"""How many children one person has in two articles: `a mother of two`, `a mother of three`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, islice, product

from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.model import Span
from reader.text.names import Name, same_name
from reader.text.number_forms import OFFSPRING
from reader.text.quantity import Quantity
from reader.text.tokens import Token

Of = Figure[Quantity]

# The name of the parent binds two figures more surely than any likeness of their sentences.
_NAMED = 2.0


def parents(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the children of the persons whom both articles name."""
    first, second = (list(_parents(ground, column)) for column in (a, b))
    for (one, name, place), (other, again, _) in product(first, second):
        if not same_name(name, again) or one.what.value == other.what.value:
            continue
        if not counts_other_kin(one, other):
            yield Claim(
                kind="count",
                verdict="differs",
                sides=(_side(one, name), _side(other, again)),
                subject=(a, place),
                reason="these passages give the same person different numbers of children",
                weight=0.75,
                score=_NAMED,
            )


def other_kin(ground: Ground, figure: Of) -> bool:
    """Whether it is a number of grandchildren or stepchildren."""
    said = figure.what.said.of(ground.documents[figure.document].text)
    return figure.what.unit == OFFSPRING and said.casefold().startswith(_OTHER_KIN)


def counts_other_kin(one: Of, other: Of) -> bool:
    """Whether beside the smaller number stepchildren or those of another marriage are told of.

    Then the larger one may count them, too: `mother of two and stepmother of one`.
    """
    fewer = min(one, other, key=lambda figure: figure.what.value)
    return any(
        token.word.startswith(_TAKEN_IN) or token.word in _OTHER_PARENT
        for token in (*fewer.left, *fewer.right)
    )


_TAKEN_IN = (
    "step-", "stepmother", "stepmum", "stepmom", "stepfather", "stepdad", "stepparent", "stepchild",
    "stepson", "stepdaughter", "adopted", "adoptive", "foster",
)  # fmt: skip
_OTHER_PARENT = frozenset("marriage marriages relationship relationships unborn pregnant".split())


def _parents(ground: Ground, column: int) -> Iterator[tuple[Of, Name, Span]]:
    """The numbers of children with the name of the parent and its mention beside them."""
    labels = ground.case.labels[column]
    for figure in ground.quantities[column]:
        if figure.what.unit != OFFSPRING or figure.apart or other_kin(ground, figure):
            continue
        for name in ground.casts[column].names:
            called = (label.name for label in labels.get(name.key, ()) if figure.span in label.span)
            beside = (*figure.right[:1], *_having(figure))
            near = (m for m in name.mentions if any(token.span in m for token in beside))
            place = next(called, None) or next(near, None)
            if place is not None and name.person is not False:
                yield figure, name, place


# Whose grandmother or stepmother she is says nothing of her own children.
_OTHER_KIN = ("grand", "step")
_HAVING = frozenset("who has leaves behind a the".split())


def _having(figure: Of) -> Iterator[Token]:
    """The word before `who has two children`, and before `a father-of-two`."""
    return islice(dropwhile(lambda token: token.word in _HAVING, figure.left), 1)


def _side(figure: Of, name: Name) -> Side:
    return Side(figure.document, figure.what.said, (name.key, figure.what.value))
