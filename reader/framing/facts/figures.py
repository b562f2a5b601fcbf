"""The quantities and dates of an article, each with what stands around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reader.alignment.similarity import counts, is_number
from reader.model import Span
from reader.text.dates import DateMention
from reader.text.document import Document
from reader.text.quantity import Quantity
from reader.text.tokens import Token

# Words on each side of a figure that say what it is a figure of.
_WINDOW = 8
# Characters from a figure within which a name may be what the figure is of.
_NEAR = 60


What = TypeVar("What", Quantity, DateMention)


@dataclass(frozen=True)
class Figure(Generic[What]):
    """A quantity or date in its sentence."""

    document: int
    """Column of the article."""
    passage: int
    what: What
    context: frozenset[str]
    """Stems of the words that count, up to eight words before and after."""
    left: tuple[Token, ...]
    """Words before it in the sentence, nearest first."""
    right: tuple[Token, ...]
    """Words after it, nearest first."""
    names: frozenset[str]
    """Stems of the names close by."""
    apart: bool
    """Whether it stands in a heading, a recap or a line of the page: no ground for a claim."""

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.what.span


def figures(
    document: Document,
    column: int,
    whats: Sequence[What],
    names: Sequence[Span],
    apart: frozenset[int],
) -> tuple[Figure[What], ...]:
    """What was found in an article, with its surroundings."""
    found: list[Figure[What]] = []
    for what in whats:
        at = document.passage_at(what.span.start)
        if at is None:
            continue
        words = document.tokens[at]
        before = [t for t in words if t.span.end <= what.span.start][::-1]
        after = [t for t in words if t.span.start >= what.span.end]
        near = before[:_WINDOW] + after[:_WINDOW]
        found.append(
            Figure(
                document=column,
                passage=at,
                what=what,
                context=frozenset(t.stem for t in near if _tells(t)),
                left=tuple(before),
                right=tuple(after),
                names=_names(names, words, what.span),
                apart=at in apart,
            )
        )
    return tuple(found)


def _tells(token: Token) -> bool:
    return counts(token) and not is_number(token.stem)


def _names(spans: Sequence[Span], words: Sequence[Token], figure: Span) -> frozenset[str]:
    """The words of the names near a figure, as stems; `spans` are in order."""
    close = Span(max(0, figure.start - _NEAR), figure.end + _NEAR)
    begun = bisect_left(spans, close.end, key=lambda span: span.start)
    near = [span for span in spans[:begun] if span.end > close.start]
    if not near:
        return frozenset()
    return frozenset(t.stem for t in words if any(t.span in span for span in near))
