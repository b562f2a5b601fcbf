"""One person's age in two articles: the number stands right beside the name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, islice, product

from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.model import Span
from reader.text.names import Name, same_name
from reader.text.quantity import Quantity
from reader.text.tokens import Token

# Words between an age and the name behind it: "the 27-year-old engineer Ann Lee".
_REACH = 2
# What may stand between a name and an age: `Ann Lee, who is 57 years old`.
_BETWEEN = frozenset("a an who is was aged age of at the".split())
# A birthday between two reports is no difference.
_BIRTHDAY = 1
# One who is decades younger in another report is so in what is told there.
_MISTAKEN = 30
# Reports of one event that appear years apart, or nobody knows when, give other ages rightly.
_SOME_YEARS = 3


def ages(ground: Ground, a: int, b: int) -> Iterator[Claim]:
    """Claims on the ages of the persons whom both articles name."""
    first, second = (list(_aged(ground, column)) for column in (a, b))
    known = _values(ground, a) & _values(ground, b)
    for (one, name), (other, again) in product(first, second):
        apart = abs(one.what.value - other.what.value)
        if not same_name(name, again) or apart <= _BIRTHDAY:
            continue
        if apart > _MISTAKEN and (_then(ground, one) or _then(ground, other)):
            continue
        if {one.what.value, other.what.value} & known:
            continue  # both articles give it: of two persons with one surname
        later = apart <= _SOME_YEARS and not _of_one_year(ground, a, b)
        yield Claim(
            kind="age",
            verdict="changes-with-time" if later else "differs",
            sides=(_side(one, name), _side(other, again)),
            subject=(a, _mention(name, one)),
            reason="these passages give the same person different ages",
            weight=0.75,
            score=ground.likeness(one, other),
        )


def _then(ground: Ground, figure: Figure[Quantity]) -> bool:
    """Whether an age may be that of a time told of: `the 32-year-old`, not `Ann Lee, 32,`."""
    return figure.span.of(ground.documents[figure.document].text).endswith("old")


def _of_one_year(ground: Ground, a: int, b: int) -> bool:
    """Whether both articles are known to have appeared in one year or the next."""
    when = [ground.documents[column].article.published for column in (a, b)]
    if when[0] is None or when[1] is None:
        return False
    return abs(when[0].first.year - when[1].first.year) <= 1


def _values(ground: Ground, column: int) -> frozenset[float]:
    return frozenset(f.what.value for f in ground.quantities[column] if f.what.kind == "age")


def _aged(ground: Ground, column: int) -> Iterator[tuple[Figure[Quantity], Name]]:
    """The ages in years that stand beside the name of a person."""
    for figure in ground.quantities[column]:
        if figure.what.kind != "age" or figure.what.unit != "year" or figure.apart:
            continue
        for token in (*_before(figure), *figure.right[:_REACH]):
            if token in figure.left and _owns(ground.documents[column].text, token):
                break  # "Ann Lee's 12-year-old daughter"
            name = ground.casts[column].at(token.span)
            if name is not None and name.person:
                yield figure, name
                break


def _before(figure: Figure[Quantity]) -> Iterator[Token]:
    """The nearest word before an age that is none of `a`, `who is`, `aged`."""
    return islice(dropwhile(lambda token: token.word in _BETWEEN, figure.left), 1)


def _owns(text: str, token: Token) -> bool:
    """Whether a word is a possessive."""
    said = text[token.span.start : token.span.end + 1].rstrip()
    return said.endswith(("'s", "’s", "'", "’"))


def _mention(name: Name, figure: Figure[Quantity]) -> Span:
    """The mention of the name that is nearest to the age."""
    return min(name.mentions, key=lambda span: abs(span.start - figure.span.start))


def _side(figure: Figure[Quantity], name: Name) -> Side:
    return Side(figure.document, figure.span, (name.key, figure.what.value))
