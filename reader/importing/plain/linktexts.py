"""Link texts that a page runs into the sentences of its article, cut while it comes in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.importing.plain.phrases import LEADS, folded
from reader.model import Removed, Span
from reader.text.link_texts import link_texts

# `(RELATED: Mill burns again)`, whose first words are one of the leads, in capitals.
_BRACKETED = re.compile(r"[ ]\((?P<lead>[^\W\d_][^():\n]{2,30}):[ ]?[^()\n]{3,200}\)")


def without_link_texts(text: str, removed: Sequence[Removed]) -> tuple[str, tuple[Removed, ...]]:
    """The text without the link texts in it, and all that was removed, each where it stood now."""
    pieces = _pieces(text)
    if not pieces:
        return text, tuple(removed)
    kept: list[str] = []
    found: list[Removed] = []
    rest = iter(removed)
    line = next(rest, None)
    done = gone = 0
    for piece in pieces:
        while line is not None and line.at <= piece.start:
            found.append(Removed(line.text, line.at - gone))
            line = next(rest, None)
        kept.append(text[done : piece.start])
        found.append(Removed(piece.of(text).strip(), piece.start - gone))
        done = piece.end
        gone += len(piece)
    while line is not None:
        found.append(Removed(line.text, line.at - gone))
        line = next(rest, None)
    return "".join((*kept, text[done:])), tuple(found)


def _pieces(text: str) -> list[Span]:
    """What is to be cut, in order, each with the blank before it."""
    found: list[Span] = []
    for piece in sorted([*link_texts(text), *_bracketed(text)]):
        if not found or piece.start >= found[-1].end:
            found.append(piece)
    return found


def _bracketed(text: str) -> Iterator[Span]:
    for match in _BRACKETED.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        if before.strip() and match["lead"].isupper() and folded(match["lead"]) in LEADS:
            yield Span(match.start(), match.end())
