"""Words with their source, as they are copied to the clipboard."""

from __future__ import annotations

from reader.model import Article, Card, Span
from reader.text.document import Document
from reader.text.safety import one_line
from reader.text.shown import read_in
from reader.ui.shelf import headline, long_day


def reference(item: Article | Card) -> str:
    """Headline, outlet, date and, where known, address, on one line."""
    parts = [headline(item)]
    parts.append(one_line(item.outlet) if item.outlet else "no outlet")
    parts.append(long_day(item.published))
    if isinstance(item, Article) and item.url:
        parts.append(one_line(item.url))
    return ", ".join(parts)


def passage(article: Article, span: Span) -> str:
    """The sentence around a span in quotation marks, then its source."""
    sentence = Document(article).sentence_around(span)
    return f"“{read_in(article.text, sentence.span)}”\n{reference(article)}"
