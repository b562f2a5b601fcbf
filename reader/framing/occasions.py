"""On which occasion a quotation was said, as far as the sentence around it tells.

Who campaigns says one line at every stop, each time a little differently; so quotations that agree
only in part are no cut and no change of one another if they come from two occasions.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from reader.text.dates import DateMention
from reader.text.document import Document
from reader.text.quotations import Quotation
from reader.text.tokens import stem, tokens

# Each line is one kind of occasion.
_KINDS = (
    "interview",
    "rally rallies",
    "debate",
    "tweet tweeted tweets twitter",
    "statement",
    "hearing testimony testified",
    "letter",
    "email e-mail memo",
    "op-ed essay",
    "briefing conference",
    "podcast",
)
_KIND = {stem(word): number for number, line in enumerate(_KINDS) for word in line.split()}


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is told of when and where something was said."""

    kinds: frozenset[int]
    """Kinds of occasion that are named."""
    dates: tuple[DateMention, ...]

    def other_than(self, other: Occasion) -> bool:
        """Whether both are told of, and cannot be one."""
        if self.kinds and other.kinds and not self.kinds & other.kinds:
            return True
        apart = not any(one.agrees(two) for one in self.dates for two in other.dates)
        return apart and bool(self.dates and other.dates)


def occasion(document: Document, quotation: Quotation) -> Occasion:
    """What the sentences that a quotation stands in tell around it."""
    around = document.sentence_around(quotation.span).span
    stems = {
        token.stem
        for token in tokens(document.text, around.start, around.end)
        if not token.span.overlaps(quotation.span)
    }
    starts = [date.span.start for date in document.dates]
    dates = document.dates[bisect_left(starts, around.start) : bisect_left(starts, around.end)]
    return Occasion(
        frozenset(_KIND[word] for word in stems if word in _KIND),
        tuple(date for date in dates if not date.span.overlaps(quotation.span)),
    )
