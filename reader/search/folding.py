"""Folds hits that print one text under the best of them, as a list of hits would repeat itself."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from reader.model import Card, Event

# Shorter beginnings may be of two texts: a date line, a greeting, the name of a column.
_SHORTEST = 60


def folded(
    ids: Sequence[str], cards: Mapping[str, Card], events: Mapping[str, Event]
) -> dict[str, tuple[str, ...]]:
    """Of each text its first id, with the other ids that print it; both in their order.

    The grouping says which articles of an event print one text. Of others, and of those too short
    for it to say, it is told by headline and opening.
    """
    first: dict[Hashable, str] = {}
    found: dict[str, list[str]] = {}
    for id in ids:
        card = cards.get(id)
        keys = list(_prints(card, events)) if card else []
        head = next((first[key] for key in keys if key in first), id)
        found.setdefault(head, []).append(id)
        for key in keys:
            first.setdefault(key, head)
    return {head: tuple(group[1:]) for head, group in found.items()}


def _prints(card: Card, events: Mapping[str, Event]) -> Iterator[Hashable]:
    """What another card has too if both print one text."""
    event = events.get(card.event or "")
    for number, voice in enumerate(event.voices if event else ()):
        if card.id in voice.articles:
            yield card.event, number
    opening = _plain(card.opening)
    if card.title and len(opening) >= _SHORTEST:
        yield _plain(card.title), opening


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
