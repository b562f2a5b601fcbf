"""An article taken apart once, for everything that asks questions of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reader.model import Article, Evidence, Span
from reader.text.sentences import Passage, passages
from reader.text.tokens import Token, tokens


@dataclass(frozen=True)
class Document:
    """An article with its passages and tokens; each part is found when first asked for."""

    article: Article

    @property
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

    def passage_at(self, offset: int) -> int | None:
        """Index of the passage that holds a character offset; None between passages."""
        low, high = 0, len(self.passages)
        while low < high:
            middle = (low + high) // 2
            if self.passages[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        found = low < len(self.passages) and self.passages[low].span.start <= offset
        return low if found else None

    def cut(self, span: Span) -> Evidence:
        """Evidence from the text."""
        return Evidence.at(self.article, span)

    def sentence_around(self, span: Span) -> Evidence:
        """The whole sentence (or the run of sentences) around a span."""
        first, last = self.passage_at(span.start), self.passage_at(span.end - 1)
        start = self.passages[first].span.start if first is not None else span.start
        end = self.passages[last].span.end if last is not None else span.end
        return self.cut(Span(min(start, span.start), max(end, span.end)))
