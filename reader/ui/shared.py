"""Which words of a row's passages stand in others of the row too: the screens print them bold."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Evidence, Span
from reader.text.stopwords import STOP
from reader.text.tokens import Token, tokens
from reader.ui.desk import Sheet

Passages = Sequence[Evidence | None]
"""One or None per article."""


def shared_spans(passages: Passages, sheet: Sheet) -> list[list[Span]]:
    """Per column the words (runs of neighbours joined) that another passage of the row has."""
    words: list[list[Token]] = []
    for passage, page in zip(passages, sheet.pages, strict=True):
        text = page.article.text
        span = passage.span if passage else None
        words.append(list(tokens(text, span.start, span.end)) if span else [])
    stems = [{t.stem for t in column if t.word not in STOP} for column in words]
    found: list[list[Span]] = []
    for index, column in enumerate(words):
        others = set().union(*(s for i, s in enumerate(stems) if i != index))
        found.append(_joined([t.span for t in column if t.stem in others and t.word not in STOP]))
    return found


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start - joined[-1].end <= 1:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def shared_words(passages: Passages, sheet: Sheet, most: int = 4) -> str:
    """A row's label: the rarest words that its passages share, as the first article has them."""
    from reader.text.rarity import idf

    column = next(i for i, passage in enumerate(passages) if passage is not None)
    page = sheet.pages[column]
    seen: dict[str, Token] = {}
    for span in shared_spans(passages, sheet)[column]:
        for token in tokens(page.article.text, span.start, span.end):
            if token.word not in STOP:
                seen.setdefault(token.stem, token)
    rarest = sorted(seen.values(), key=lambda t: -idf(t.stem))[:most]
    rarest.sort(key=lambda t: t.span.start)
    return ", ".join(t.span.of(page.article.text) for t in rarest)
