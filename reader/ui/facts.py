"""What a list of events says of each: how many articles, how many unread, when, who came first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reader.model import Card, Event, Story
from reader.text.safety import one_line
from reader.ui.timeline import Stretch


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts and dates of an event or a story."""

    articles: tuple[str, ...]
    """Ids, the first to come first; undated ones last."""
    unread: int
    outlets: tuple[str, ...]
    """Each once, in the order of the articles."""
    when: Stretch
    first: str | None = None
    """The article that came first, where the dates say so."""


def event_facts(event: Event, cards: Mapping[str, Card]) -> Facts:
    """The facts of an event."""
    found = [cards[id] for id in event.articles if id in cards]
    found.sort(key=lambda card: card.published.first if card.published else date.max)
    return Facts(
        tuple(card.id for card in found),
        sum(not card.marks.read for card in found),
        tuple(dict.fromkeys(one_line(card.outlet) for card in found if card.outlet)),
        Stretch.of(card.published for card in found if card.published),
        _first(found),
    )


def story_facts(parts: Iterable[Facts]) -> Facts:
    """The facts of a story, from those of its events."""
    parts = list(parts)
    return Facts(
        tuple(id for part in parts for id in part.articles),
        sum(part.unread for part in parts),
        tuple(dict.fromkeys(outlet for part in parts for outlet in part.outlets)),
        Stretch.over(part.when for part in parts),
    )


def _first(cards: list[Card]) -> str | None:
    """The first one, where its day is known and nothing else can be of that day or before."""
    if len(cards) < 2:
        return None
    (first, *others) = cards
    if first.published is None or not first.published.exact:
        return None
    day = first.published.last
    alone = all(card.published and card.published.first > day for card in others)
    return first.id if alone else None


def voices(event: Event) -> int:
    """How many voices speak in an event: articles that print one text are one."""
    return len(event.articles) - sum(len(voice.articles) - 1 for voice in event.voices)


def place(event: str, story: Story, when: Mapping[str, Stretch]) -> tuple[int, int] | None:
    """Which step of its story an event is, and of how many, among those that have a date.

    None where the dates do not tell: it has none, or one that can mean before and after another.
    """
    mine = when[event].begins if event in when else None
    others = [when[id].begins for id in story.events if id != event and id in when]
    dated = [other for other in others if other is not None]
    if mine is None:
        return None
    for other in dated:
        same_day = other == mine and mine[0] == mine[1]
        if not (same_day or other[1] < mine[0] or mine[1] < other[0]):
            return None
    return 1 + sum(other[1] < mine[0] for other in dated), 1 + len(dated)


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    end = "th" if number % 100 in (11, 12, 13) else ends.get(number % 10, "th")
    return f"{number}{end}"
