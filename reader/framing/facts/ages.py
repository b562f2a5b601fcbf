"""One person's age in two articles: the number stands right beside the name, or beside `girl`."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import dropwhile, islice, product

from reader.framing.facts.acts import PRONOUNS
from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.model import Certainty, Span
from reader.text.names import Name, same_name
from reader.text.number_words import SOMEBODY
from reader.text.quantity import Quantity
from reader.text.tokens import Token

Of = Figure[Quantity]

# Words between an age and the name behind it: "the 27-year-old engineer Ann Lee".
_REACH = 2
# What may stand between a name and an age: `Ann Lee, who is 57 years old`.
_BETWEEN = frozenset("a an who whos is was turned turns aged age of at the just only now".split())
# A birthday between two reports is no difference.
_BIRTHDAY = 1
# One who is decades younger in another report is so in what is told there.
_MISTAKEN = 30
# Texts of which it is not known when they appeared may be so many years apart.
_SOME_YEARS = 3
_YEAR = 365.25
# Of one whom no name is given: the sentences are as alike as this, and one is no half of the other.
_LIKE = 0.3
_HALF = 2.0


def ages(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the ages of the persons whom both articles name, or who are one girl in both."""
    first, second = (list(_aged(ground, column)) for column in (a, b))
    known = _values(ground, a) & _values(ground, b)
    for (one, name), (other, again) in product(first, second):
        if same_name(name, again) and not {one.what.value, other.what.value} & known:
            apart = abs(one.what.value - other.what.value)
            far = apart > _MISTAKEN and (_then(ground, one) or _then(ground, other))
            if apart > _BIRTHDAY and not far:
                sides = (_side(one, name.key), _side(other, again.key))
                yield _claim(ground, one, other, sides, _mention(name, one), "sure")
    if ground.case.one_event:
        yield from _of_one_girl(ground, a, b)


def _of_one_girl(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the ages of a girl, a boy or a driver of whom each article gives one age only."""
    first, second = (_unnamed(ground, column) for column in (a, b))
    for word in first.keys() & second.keys():
        (one, place), (other, _) = first[word], second[word]
        small, large = sorted((one.what.value, other.what.value))
        if large - small <= _BIRTHDAY or large > _HALF * small:
            continue
        if {small, large} & (_values(ground, a) & _values(ground, b)):
            continue
        if ground.likeness(one, other) >= _LIKE:
            yield _claim(
                ground, one, other, (_side(one, word), _side(other, word)), place, "perhaps"
            )


def _then(ground: Ground, figure: Of) -> bool:
    """Whether an age may be that of a time told of: `the 32-year-old`, not `Ann Lee, 32,`."""
    return figure.span.of(ground.documents[figure.document].text).endswith("old")


def _later(ground: Ground, one: Of, other: Of) -> bool:
    """Whether the person may have grown so much older between the two articles."""
    when = [ground.documents[figure.document].article.published for figure in (one, other)]
    apart = abs(one.what.value - other.what.value)
    if when[0] is None or when[1] is None:
        return not ground.case.one_event and apart <= _SOME_YEARS
    years = abs((when[0].first - when[1].first).days) / _YEAR
    return years >= 1 and apart <= math.ceil(years)


def _values(ground: Ground, column: int) -> frozenset[float]:
    return frozenset(f.what.value for f in ground.quantities[column] if f.what.kind == "age")


def _of_years(ground: Ground, column: int) -> Iterator[Of]:
    for figure in ground.quantities[column]:
        if figure.what.kind == "age" and figure.what.unit == "year" and not figure.apart:
            yield figure


def _aged(ground: Ground, column: int) -> Iterator[tuple[Of, Name]]:
    """The ages in years that stand beside the name of a person."""
    for figure in _of_years(ground, column):
        for token in (*_before(figure), *figure.right[:_REACH]):
            if token in figure.left and _owns(ground.documents[column].text, token):
                break  # "Ann Lee's 12-year-old daughter"
            name = _named(ground, figure, token)
            if name is not None and (name.person or (name.person is None and " " in name.full)):
                yield figure, name
                break


def _named(ground: Ground, figure: Of, token: Token) -> Name | None:
    """Whom a word names; `she` is the one with whom the sentence before begins."""
    cast = ground.casts[figure.document]
    if token.word not in PRONOUNS:
        return cast.at(token.span)
    before = ground.documents[figure.document].tokens[max(0, figure.passage - 1)]
    return cast.at(before[0].span) if before and len(figure.left) <= _OPENING else None


# "She is only 45."
_OPENING = 3


def _unnamed(ground: Ground, column: int) -> Mapping[str, tuple[Of, Span]]:
    """The ages of those who are called `the girl` and no more, with the place of that word.

    A word with two ages is of two persons.
    """
    found: dict[str, list[tuple[Of, Span]]] = {}
    named = {figure.span for figure, _ in _aged(ground, column)}
    for figure in _of_years(ground, column):
        near = (*_before(figure), *islice(figure.right, 1))
        called = next((token for token in near if token.word in SOMEBODY), None)
        if called is not None and figure.span not in named:
            found.setdefault(called.word, []).append((figure, called.span))
    return {
        word: those[0]
        for word, those in found.items()
        if len({figure.what.value for figure, _ in those}) == 1
    }


def _before(figure: Of) -> Iterator[Token]:
    """The nearest word before an age that is none of `a`, `who is`, `aged`."""
    return islice(dropwhile(lambda token: token.word in _BETWEEN, figure.left), 1)


def _owns(text: str, token: Token) -> bool:
    """Whether a word is a possessive."""
    said = text[token.span.start : token.span.end + 1].rstrip()
    return said.endswith(("'s", "’s", "'", "’"))


def _mention(name: Name, figure: Of) -> Span:
    """The mention of the name that is nearest to the age."""
    return min(name.mentions, key=lambda span: abs(span.start - figure.span.start))


def _claim(
    ground: Ground, one: Of, other: Of, sides: tuple[Side, Side], about: Span, certainty: Certainty
) -> Claim:
    return Claim(
        kind="age",
        verdict="changes-with-time" if _later(ground, one, other) else "differs",
        sides=sides,
        subject=(one.document, about),
        reason="these passages give the same person different ages",
        weight=0.75,
        score=ground.likeness(one, other),
        certainty=certainty,
    )


def _side(figure: Of, who: str) -> Side:
    return Side(figure.document, figure.span, (who, figure.what.value))
