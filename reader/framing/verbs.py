"""Reporting verbs by kind, and where a text has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.document import Document

KINDS = ("neutral", "claim", "denial", "reveal", "warning", "promise", "attack")
"""The kinds of reporting verbs, each a word list of its own."""

ALWAYS = frozenset(
    "said say says told tell tells claimed claims claim insisted insists insist argued argues "
    "argue asserted asserts alleged alleges contended contends predicted "
    "predicts warned warns".split()
)
"""Verbs behind which words are given, with or without `that`."""

_UNSPOKEN = frozenset(("attack", "denial"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb in its place."""

    span: Span
    word: str
    kind: str


@cache
def kinds() -> dict[str, str]:
    """The kind of every reporting verb."""
    return {word: kind for kind in KINDS for word in entries(f"reporting-{kind}")}


@cache
def speaking() -> frozenset[str]:
    """Verbs that can give somebody's words, not only tell that somebody spoke for or against."""
    return frozenset(word for word, kind in kinds().items() if kind not in _UNSPOKEN)


def find_verbs(document: Document) -> Iterator[Verb]:
    """Every reporting verb of a text, in order, whatever it does there."""
    text, known = document.text, kinds()
    for passage in document.tokens:
        for token in passage:
            if token.word in known and text[token.span.start].islower():
                yield Verb(token.span, token.word, known[token.word])
