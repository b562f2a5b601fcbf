"""What a word is worth in an article: BM25, which every engine here ranks by."""

from __future__ import annotations

from collections.abc import Callable
from math import log

from reader.search.syntax import Part, Run

# As Whoosh and most others set it: how soon more occurrences stop counting, and how much the
# length of an article counts against it.
K1 = 1.2
_B = 0.75

# More occurrences are as good as these, which fits a byte.
MOST_WEIGHT = 255


def norm(length: float, average: float) -> float:
    """What the length of an article, in words, counts against it."""
    return K1 * ((1 - _B) + _B * length / average)


def often(weight: float, against: float) -> float:
    """How many times its idf a word is worth that occurs so often, against that norm."""
    return (K1 + 1) * (weight / (weight + against))


def top(documents: int, frequency: int) -> float:
    """The most that a word can be worth that so many of the documents have."""
    return (log(documents / (frequency + 1)) + 1) * (K1 + 1)


def idf(documents: int, frequency: int) -> float:
    """What a word is worth where counts say little, as in a title."""
    return log(documents / (frequency + 1)) + 1


class Statistics:
    """What scores need to know of all articles."""

    def __init__(
        self, documents: int, average: float, frequency: Callable[[Part, str], int]
    ) -> None:
        self.documents = documents
        self.average = average
        """Mean length in words."""
        self._frequency = frequency
        self._known: dict[tuple[Part, str], int] = {}

    def frequency(self, part: Part, stem: str) -> int:
        """In how many documents a stem stands, deleted ones among them."""
        known = self._known.get((part, stem))
        if known is None:
            if len(self._known) > 10_000:
                self._known = {}
            known = self._known[part, stem] = self._frequency(part, stem)
        return known

    def together(self, run: Run) -> float:
        """What words side by side are worth as one word: what they all are.

        Of the words that may stand in one place the rarest counts.
        """
        return sum(
            max(
                (idf(self.documents, self.frequency(run.part, stem)) for stem in stems),
                default=0.0,
            )
            for stems in run.stems
        )
