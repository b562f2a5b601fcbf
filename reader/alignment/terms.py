"""What a passage is made of when passages are compared: senses, numbers, names, what names are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.alignment.negation import negated
from reader.alignment.senses import number, senses
from reader.alignment.similarity import counts, is_number, says_something
from reader.text.document import Document
from reader.text.kept import kept
from reader.text.titles import HONORIFICS
from reader.text.tokens import Token, stem

# An office stands right before a name or in the clause between commas behind it.
_BEFORE = 3
_BEHIND = 6
_DETERMINERS = frozenset("a an the his her its their our who whose".split())


class Term(NamedTuple):
    """One word, or a run of words, that says something."""

    sense: str
    """What it is taken as."""
    beside_name: bool
    """Whether it stands where an office or another description of a name does."""
    follows: bool
    """Whether no other word stands between it and the term before."""
    capital: bool
    """Whether it has a capital that is not that of the sentence."""
    negated: bool
    """Whether it is the first or second word behind a negation of its clause."""


def terms(document: Document, names: frozenset[str]) -> tuple[tuple[Term, ...], ...]:
    """The terms of each passage, in the order of the text; `names` are stems."""
    return tuple(tuple(_terms(document, words, names)) for words in document.tokens)


def _terms(document: Document, words: Sequence[Token], names: frozenset[str]) -> Iterator[Term]:
    table = senses()
    text = document.text
    beside = _beside_names(text, words, names)
    denied = negated(text, words)
    at = end = 0
    while at < len(words):
        token = words[at]
        follows = 0 < at == end
        run = table.run(words, at) if token.word in table.runs else None
        if run:
            yield Term(run[1], False, follows, False, at in denied)
            at = end = at + run[0]
            continue
        own, sense = _taken(token.word)
        if own:
            sense = own if own in names else sense
            capital = at > 0 and text[token.span.start].isupper()
            yield Term(sense, at in beside, follows, capital, at in denied)
            end = at + 1
        at += 1


@kept
def _taken(word: str) -> tuple[str, str]:
    """The stem of a folded word, and its sense; empty if it says nothing."""
    digits = number(word)
    if digits:
        return digits, digits
    if not says_something(word):
        return "", ""
    return stem(word), senses().stems.get(stem(word), stem(word))


def _beside_names(text: str, words: Sequence[Token], names: frozenset[str]) -> frozenset[int]:
    """Places of words like `chief fire officer Ada Brandt` or `Brandt, the chief officer,`."""
    found: set[int] = set()
    for at, token in enumerate(words):
        # Few words have a capital, so that is asked first.
        if text[token.span.start].isupper() and token.stem in names and not is_number(token.stem):
            found.update(_before(text, words, at), _behind(text, words, at))
    return frozenset(found)


def _before(text: str, words: Sequence[Token], at: int) -> Iterator[int]:
    if at and words[at - 1].word not in HONORIFICS:
        return
    for before in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        gap = text[words[before].span.end : words[before + 1].span.start]
        if gap != " " or not counts(words[before]):
            return
        yield before


def _behind(text: str, words: Sequence[Token], at: int) -> range:
    if text[words[at].span.end : words[at].span.end + 1] == ",":
        for last in range(at + 1, min(len(words), at + 1 + _BEHIND)):
            if text[words[last].span.end : words[last].span.end + 1] in (",", "."):
                clause = range(at + 1, last + 1)
                named = any(words[place].word in HONORIFICS for place in clause)
                return clause if named or words[at + 1].word in _DETERMINERS else range(0)
    return range(0)
