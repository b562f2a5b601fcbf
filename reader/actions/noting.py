"""Words of an article as a person marks them."""

from __future__ import annotations

from reader.model import Article, Place, Span
from reader.text.document import Document
from reader.text.safety import one_line


def place_at(article: Article, span: Span) -> Place | None:
    """The words of a span, without white space at its ends, in their sentences; None without any.

    Part of a word stays part of it: what a person marked is what is kept.
    """
    words = span.of(article.text)
    start = span.start + len(words) - len(words.lstrip())
    if not words.strip():
        return None
    span = Span(start, start + len(words.strip()))
    sentence = Document(article).sentence_around(span)
    return Place(
        article.id, "text", one_line(sentence.quote), one_line(span.of(article.text)), span.start
    )
