"""Passages that quote the same words: whatever stands around them, they share an utterance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.alignment.similarity import counts
from reader.text.document import Document

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
        said = [token.word for token in words]
        telling = [counts(token) for token in words]
        small = [
            each and document.text[token.span.start].islower()
            for each, token in zip(telling, words, strict=True)
        ]
        for length, wanted in ((_RUN, small), (_RUN_OF_NAMES, telling)):
            for at in range(len(words) - length + 1):
                passage = held[at]
                if passage is None or passage != held[at + length - 1]:
                    continue
                if any(wanted[at : at + length]):
                    found.setdefault(tuple(said[at : at + length]), passage)
    return found
