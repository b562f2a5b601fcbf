"""Years that are those of a work: `the 2016 film Orley`, `Ann Lee (2019)`."""

from __future__ import annotations

from reader.framing.facts.acts import CLAUSE_ENDS
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.text.dates import DateMention
from reader.text.stopwords import STOP
from reader.text.tokens import Token

Of = Figure[DateMention]

# What may stand before such a year, and how many words may stand between it and the title.
_OWNERS = frozenset("the a an his her their its".split())
_NOUNS = 4


def of_two_works(ground: Ground, one: Of, other: Of) -> bool:
    """Whether one of two years is in brackets, or one is of a thing that the other is not of."""
    if _bracketed(ground, one) or _bracketed(ground, other):
        return True
    first, second = _title(ground, one), _title(ground, other)
    return bool(first or second) and not first & second


def _bracketed(ground: Ground, figure: Of) -> bool:
    """Whether it is a year in brackets and nothing else: of a citation, or of a work."""
    text = ground.documents[figure.document].text
    start, end = figure.span.start, figure.span.end
    return (
        _is_year(figure) and text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"
    )


def _title(ground: Ground, figure: Of) -> frozenset[str]:
    """The words of the name that stands behind the noun behind a year."""
    text = ground.documents[figure.document].text
    if not (_is_year(figure) and figure.left and _owns(text, figure.left[0])):
        return frozenset()
    edge, nouns = figure.span.end, 0
    title: list[Token] = []
    for token in figure.right:
        if set(text[edge : token.span.start]) & CLAUSE_ENDS - _QUOTED:
            break
        if text[token.span.start].isupper():
            title.append(token)
        elif title or nouns == _NOUNS:
            break
        nouns += 1
        edge = token.span.end
    words = title if len(title) < nouns else ()
    return frozenset(token.stem for token in words if token.word not in STOP)


def _owns(text: str, token: Token) -> bool:
    said = text[token.span.start : token.span.end + 1].rstrip()
    return token.word in _OWNERS or said.endswith(("'s", "’s", "s'", "s’"))


# Marks in which a title is set.
_QUOTED = frozenset('“”"')


def _is_year(figure: Of) -> bool:
    date = figure.what
    return date.year is not None and date.month is None and date.day is None
