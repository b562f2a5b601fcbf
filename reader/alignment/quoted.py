"""Passages that quote the same words: whatever stands around them, they share an utterance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.alignment.similarity import counts
from reader.text.document import Document
from reader.text.tokens import Token

# Quoted runs of five words and more were the same utterance in 34 of 36 cases; one more word, and
# one that says something, for those that nothing else holds together. A run of names must be
# longer: `the Department of Health and DEA` is said of many things.
_RUN = 6
_RUN_OF_NAMES = 9

Run = tuple[str, ...]


def quoted_alike(documents: Sequence[Document]) -> Iterator[tuple[int, int, int, int]]:
    """Column and passage of two passages that quote six words in a row alike."""
    places = [_runs(document) for document in documents]
    for a, b in combinations(range(len(documents)), 2):
        shared = places[a].keys() & places[b].keys()
        pairs = {(places[a][run], places[b][run]) for run in shared}
        yield from ((a, i, b, j) for i, j in sorted(pairs))


def _runs(document: Document) -> dict[Run, int]:
    """Every run of quoted words with the passage that it begins in."""
    found: dict[Run, int] = {}
    for quotation in document.quotations:
        words = document.words(quotation.pieces)
        if len(words) < _RUN:
            continue
        held = [document.passage_at(token.span.start) for token in words]
        for length in (_RUN, _RUN_OF_NAMES):
            for at in range(len(words) - length + 1):
                run, passage = words[at : at + length], held[at]
                if passage is None or passage != held[at + length - 1]:
                    continue
                if any(counts(t) and (length > _RUN or _small(document, t)) for t in run):
                    found.setdefault(tuple(token.word for token in run), passage)
    return found


def _small(document: Document, token: Token) -> bool:
    return document.text[token.span.start].islower()
