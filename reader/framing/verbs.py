"""Reporting verbs by kind, and where a text has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.document import Document
from reader.text.tokens import Token

KINDS = ("neutral", "claim", "denial", "reveal", "warning", "promise", "attack")
"""The kinds of reporting verbs, each a word list of its own."""

ALWAYS = frozenset(
    "said say says told tell tells claimed claims claim insisted insists insist argued argues "
    "argue asserted asserts alleged alleges contended contends predicted "
    "predicts warned warns".split()
)
"""Verbs behind which words are given, with or without `that`."""

NOUNS = frozenset(
    "claim claims dispute disputes caution cautions report reports promise promises pledge pledges "
    "boasts note notes blame states posts warning vow vows".split()
)
"""Forms of the verbs that are nouns as well."""

DETERMINERS = frozenset(
    "a an the his her its their my our your this these any no some such each every another new "
    "latest earlier previous".split()
)
"""Words behind which one of them is the noun, and a past form no verb of the sentence."""

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
        for at, token in enumerate(passage):
            if token.word not in known or not text[token.span.start].islower():
                continue
            if token.word not in NOUNS or not _owned(text, passage[at - 1] if at else None):
                yield Verb(token.span, token.word, known[token.word])


def _owned(text: str, before: Token | None) -> bool:
    """Whether the word behind is the noun: `the claim`, `Lee's claim`."""
    if before is None:
        return False
    return before.word in DETERMINERS or text[before.span.end - 2 : before.span.end] in _POSSESSIVE


_POSSESSIVE = frozenset(["'s", "’s"])
