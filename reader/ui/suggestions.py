"""What to try where a search finds nothing."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from reader.ui.shelf import Shelf

CLOSE = 78
"""rapidfuzz's ratio, 0 to 100: one letter wrong in five, or two in ten."""
SUGGESTED = 6


def nearby(query: str, shelf: Shelf) -> list[str]:
    """Queries to try where one finds nothing: a word as headlines spell it, each part left out."""
    parts = query.split()
    known = {
        word.casefold() for card in shelf.cards.values() for word in (card.title or "").split()
    }
    tries = []
    for index, part in enumerate(parts):
        near = process.extractOne(part.casefold(), known, scorer=fuzz.ratio, score_cutoff=CLOSE)
        if near is not None and near[0] != part.casefold():
            tries.append(" ".join([*parts[:index], near[0], *parts[index + 1 :]]))
    if len(parts) > 1:
        tries += [" ".join([*parts[:i], *parts[i + 1 :]]) for i in range(len(parts))]
    return list(dict.fromkeys(tries))[:SUGGESTED]
