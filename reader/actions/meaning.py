"""Did you mean: another spelling of a query that finds hardly anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.errors import IndexDamaged
from reader.search.fields import PARTS, field_named
from reader.search.pieces import OPERATORS, pieces
from reader.search.vocabulary import Entry, Vocabulary
from reader.search.words import words
from reader.text.tokens import stem
from reader.workspace import Workspace

FEW = 10
"""Articles up to which another spelling is offered."""

# A word that some articles have is misspelled there, too, where another one is so much more usual.
_MUCH_MORE = 20
# Letters from which one, and from which two of them may be wrong: shorter words are all alike.
_ONE_WRONG, _TWO_WRONG = 4, 6
_SPELLINGS = 4  # of one word, each of which is searched for
_MOST_WORDS = 3  # misspelled in one query


@dataclass(frozen=True, slots=True)
class Meant:
    """A query spelled otherwise."""

    query: str
    """What the person typed, with the words that were meant in it."""
    words: tuple[str, ...]
    """The words that are spelled otherwise, as they are spelled now."""
    total: int
    """How many articles it finds."""


@dataclass(frozen=True, slots=True)
class _Misspelled:
    start: int
    end: int
    spellings: tuple[Entry, ...]


def meant(workspace: Workspace, query: str, total: int) -> Meant | None:
    """The spelling that finds more than the `total` articles of a query; None if there is none.

    The words come from the index, the most probable first. Nothing is
    offered for a query that finds more than a few, nor where the index is being built.
    """
    from reader.actions.find import search

    if total > FEW:
        return None
    try:
        vocabulary = workspace.index.vocabulary()
    except IndexDamaged:
        return None
    wrong = list(islice(_misspelled(query, vocabulary), _MOST_WORDS))
    if not wrong:
        return None
    for spelling in range(_SPELLINGS):
        chosen = [each.spellings[min(spelling, len(each.spellings) - 1)] for each in wrong]
        other = _spelled(query, wrong, chosen)
        found = search(workspace, other, limit=1, sync=False, respell=False).total
        if found > total:
            return Meant(other, tuple(entry.word for entry in chosen), found)
    return None


def _misspelled(query: str, vocabulary: Vocabulary) -> Iterator[_Misspelled]:
    """The words of a query that no article has, or hardly any, with what they may have been."""
    for start, end, word in _searched(query):
        known = vocabulary.articles(stem(word))
        edits = 0 if len(word) < _ONE_WRONG else 1 if len(word) < _TWO_WRONG else 2
        if known > FEW or not edits:
            continue
        near = [
            entry
            for entry in vocabulary.spellings(word, edits)
            if entry.stem != stem(word) and entry.articles >= _MUCH_MORE * known
        ]
        if near:
            yield _Misspelled(start, end, tuple(near[:_SPELLINGS]))


def _searched(query: str) -> Iterator[tuple[int, int, str]]:
    """The words that are looked for, with their places; no signs, filters, and `l*cun`."""
    about: str | None = None
    for piece in pieces(query):
        if piece.kind == "field":
            about = field_named(piece.value)
            continue
        if piece.kind == "open":
            continue
        loose = piece.kind == "word" and set("*?~") & set(piece.value[:-1])
        operator = piece.kind == "word" and piece.value in OPERATORS
        if piece.kind in ("word", "quote") and not (loose or operator):
            start = piece.start + (piece.kind == "quote")
            for place in words(piece.value) if about is None or about in PARTS else ():
                yield start + place.start, start + place.end, place.word
        about = None


def _spelled(query: str, wrong: list[_Misspelled], chosen: list[Entry]) -> str:
    for each, entry in reversed(list(zip(wrong, chosen, strict=True))):
        query = f"{query[: each.start]}{entry.word}{query[each.end :]}"
    return query
