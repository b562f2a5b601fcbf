"""An article taken apart once, for everything that asks questions of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from reader.model import Article, Evidence, Span
from reader.text.dates import DateMention, find_dates
from reader.text.numbers import find_quantities
from reader.text.quantity import Quantity
from reader.text.quotations import Quotation, find_quotations
from reader.text.sentences import Passage, passages
from reader.text.tokens import Token, tokens


@dataclass(frozen=True)
class Document:
    """An article with its passages and tokens; each part is found when first asked for."""

    article: Article

    @cached_property
    def text(self) -> str:
        """The text that all spans count in."""
        return self.article.text

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Headings and sentences in order."""
        return passages(self.text)

    @cached_property
    def tokens(self) -> tuple[tuple[Token, ...], ...]:
        """The words of each passage."""
        return tuple(tuple(tokens(self.text, p.span.start, p.span.end)) for p in self.passages)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words of the text, folded."""
        return frozenset(token.word for words in self.tokens for token in words)

    def words(self, spans: Iterable[Span]) -> list[Token]:
        """The words of some stretches of the text, one after the other; found once."""
        return [token for span in spans for token in self._words(span)]

    def _words(self, span: Span) -> tuple[Token, ...]:
        key = span.start, span.end
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(tokens(self.text, *key))
        return found

    @cached_property
    def _known(self) -> dict[tuple[int, int], tuple[Token, ...]]:
        return {}

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks."""
        return find_quotations(self.text)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates, each as far as the text gives it."""
        return find_dates(self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities; dates are none."""
        return find_quantities(self.text, self.dates)

    @cached_property
    def _ends(self) -> list[int]:
        return [passage.span.end for passage in self.passages]

    def passage_at(self, offset: int) -> int | None:
        """Index of the passage that holds a character offset; None between passages."""
        at = bisect_right(self._ends, offset)
        found = at < len(self.passages) and self.passages[at].span.start <= offset
        return at if found else None

    def cut(self, span: Span) -> Evidence:
        """Evidence from the text."""
        return Evidence.at(self.article, span)

    def sentence_around(self, span: Span) -> Evidence:
        """The whole sentence (or the run of sentences) around a span."""
        first, last = self.passage_at(span.start), self.passage_at(span.end - 1)
        start = self.passages[first].span.start if first is not None else span.start
        end = self.passages[last].span.end if last is not None else span.end
        return self.cut(Span(min(start, span.start), max(end, span.end)))
