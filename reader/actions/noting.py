"""Words of an article as a person marks them."""

from __future__ import annotations

from reader.model import Article, Place, Span
from reader.text.document import Document
from reader.text.safety import one_line
from reader.text.sentences import without_marks


def place_at(article: Article, span: Span) -> Place | None:
    """The words of a span, without white space and marks of Markdown at its ends, in their
    sentences; None without any.

    Part of a word stays part of it: what a person marked is what is kept.
    """
    words = without_marks(article.text, span)
    if words is None:
        return None
    sentence = Document(article).sentence_around(words)
    return Place(
        article.id, "text", one_line(sentence.quote), one_line(words.of(article.text)), words.start
    )
