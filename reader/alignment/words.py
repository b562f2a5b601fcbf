"""Which words the passages of one row have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.alignment.similarity import counts
from reader.model import Evidence, Point, Span
from reader.text.document import Document
from reader.text.tokens import Token, tokens


def shared_words(point: Point, documents: Sequence[Document]) -> tuple[tuple[Span, ...], ...]:
    """For each column the words, by stem, that another passage of the row has too."""
    words = [
        _words(document, passage) if passage else []
        for document, passage in zip(documents, point.passages, strict=True)
    ]
    columns = Counter(word for passage in words for word in {token.stem for token in passage})
    return tuple(
        tuple(token.span for token in passage if columns[token.stem] > 1) for passage in words
    )


def _words(document: Document, passage: Evidence) -> list[Token]:
    span = passage.span
    return [t for t in tokens(document.text, span.start, span.end) if counts(t)]
