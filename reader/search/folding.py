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

    Within an event the grouping says who prints one text; of two events, or of none, articles
    are told to do by their headlines and openings.
    """
    first: dict[Hashable, str] = {}
    found: dict[str, list[str]] = {}
    for id in ids:
        card = cards.get(id)
        keys = list(_prints(card, events)) if card else []
        heads = (first[key] for key in keys if key in first)
        head = next((each for each in heads if _may_be_one(each, id, cards, events)), id)
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


def _may_be_one(head: str, id: str, cards: Mapping[str, Card], events: Mapping[str, Event]) -> bool:
    """Unless both are of one event, whose grouping has compared them and says no."""
    event = events.get(cards[id].event or "")
    if event is None or cards[head].event != event.id:
        return True
    return any({head, id} <= set(voice.articles) for voice in event.voices)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
