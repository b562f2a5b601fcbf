"""Whether two figures stand in one place of two sentences: the words around them are the same."""

from __future__ import annotations

from collections.abc import Sequence

from reader.framing.facts.figures import Figure, What
from reader.text.stopwords import STOP
from reader.text.tokens import Token

# So many words around two figures that are the same, or so many that mean something: the
# sentences go on alike there, and only the figure is another one.
_SLOT = 3
_MEANING = 2


def one_slot(one: Figure[What], other: Figure[What]) -> bool:
    """Whether the words right around two figures are the same."""
    same = [*_run(one.left, other.left), *_run(one.right, other.right)]
    meaning = sum(token.word not in STOP for token in same)
    return meaning >= _MEANING or (meaning > 0 and len(same) >= _SLOT)


def _run(one: Sequence[Token], other: Sequence[Token]) -> list[Token]:
    """The words from a figure on that are the same, up to the first that is not."""
    found: list[Token] = []
    for token, twin in zip(one, other, strict=False):
        if token.stem != twin.stem:
            break
        found.append(token)
    return found
