"""Stories with their events in an order, and the rows of a list made from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from reader.model import Card, Event, Story
from reader.ui.shelf import Shelf

if TYPE_CHECKING:
    from reader.library.library import Library

Order = Literal["newest", "most", "unread"]
ORDERS: Mapping[Order, str] = {
    "newest": "newest first",
    "most": "most articles first",
    "unread": "unread first",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list of events."""

    kind: Literal["story", "event", "article", "gap"]
    id: str
    story: str | None = None
    """The story that an event, or the event of an article, is a part of."""
    event: str | None = None
    """The event of an article."""

    @property
    def heads(self) -> bool:
        """Whether it stands under no other one."""
        return self.kind == "story" or (self.kind == "event" and self.story is None)


@dataclass(frozen=True)
class Folding:
    """What is unfolded: stories unless they are folded, events only if they are unfolded."""

    folded: set[str] = field(default_factory=set)
    unfolded: set[str] = field(default_factory=set)
    airy: bool = False
    """Whether an empty line follows an unfolded story."""


@dataclass(frozen=True)
class Chronicle:
    """Events and the stories that they are parts of."""

    events: Mapping[str, Event] = field(default_factory=dict)
    """Those of two and more articles, and those of one that are a part of a story."""
    stories: Mapping[str, Story] = field(default_factory=dict)
    steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The events that are shown of each story, in its order."""
    heads: Sequence[Row] = ()
    """Stories, and events that are part of none, in their order."""
    shown: int = 0
    """How many of the events are listed; a filter leaves out the others."""

    @cached_property
    def event_of(self) -> Mapping[str, str]:
        """The event of each article."""
        return {id: event.id for event in self.events.values() for id in event.articles}

    def rows(self, folding: Folding) -> list[Row]:
        """All rows."""
        return [row for head in self.heads for row in self.block(head, folding)]

    def block(self, head: Row, folding: Folding) -> list[Row]:
        """A story or an event with what is unfolded of it."""
        if head.kind == "event":
            return self._event(head, folding)
        rows = [head]
        if head.id not in folding.folded:
            for event in self.steps[head.id]:
                rows += self._event(Row("event", event, head.id), folding)
            if folding.airy:
                rows.append(Row("gap", "", head.id))
        return rows

    def _event(self, row: Row, folding: Folding) -> list[Row]:
        if row.id not in folding.unfolded:
            return [row]
        articles = self.events[row.id].articles
        return [row, *(Row("article", id, row.story, row.id) for id in articles)]

    def find(self, rows: Sequence[Row], wanted: Sequence[str]) -> int | None:
        """Where the first of some stories, events and articles stands; an article that is not
        unfolded stands in its event, an event in its folded story.
        """
        places: dict[str, int] = {}
        for at, row in enumerate(rows):
            places.setdefault(row.id, at)
        for id in wanted:
            event = self.event_of.get(id, id)
            story = self.events[event].story if event in self.events else None
            for each in (id, event, story):
                if each and each in places:
                    return places[each]
        return None

    def narrowed(self, articles: Set[str]) -> Chronicle:
        """Only the events that have one of these articles, with their stories."""
        events = {id for id, e in self.events.items() if not articles.isdisjoint(e.articles)}
        steps = {
            story: kept
            for story, all_of_it in self.steps.items()
            if (kept := tuple(id for id in all_of_it if id in events))
        }
        heads = [row for row in self.heads if row.id in (steps if row.kind == "story" else events)]
        return replace(self, steps=steps, heads=heads, shown=len(events))

    def ordered(self, order: Order, cards: Mapping[str, Card]) -> Chronicle:
        """In another order than the newest first; what is equal stays as it was."""
        if order == "newest":
            return self

        def key(row: Row) -> int:
            articles = self._articles(row)
            if order == "most":
                return -sum(1 for _ in articles)
            return not any(id in cards and not cards[id].marks.read for id in articles)

        return replace(self, heads=sorted(self.heads, key=key))

    def _articles(self, head: Row) -> Iterator[str]:
        of = self.steps[head.id] if head.kind == "story" else (head.id,)
        return (article for id in of for article in self.events[id].articles)


def read_chronicle(library: Library, shelf: Shelf) -> Chronicle:
    """The stories and events of a library, those with the newest article first.

    Events of two articles and more are those of the shelf.
    """
    events = {**shelf.events, **{event.id: event for event in library.single_steps()}}
    stories: dict[str, Story] = {}
    steps: dict[str, tuple[str, ...]] = {}
    for story in library.stories():
        # Another program may have grouped since the shelf was read.
        known = tuple(id for id in story.events if id in events)
        if known:
            stories[story.id], steps[story.id] = story, known
    story_of = {event: story for story, parts in steps.items() for event in parts}
    events = {
        id: event for id, event in events.items() if len(event.articles) > 1 or id in story_of
    }
    event_of = {article: event.id for event in events.values() for article in event.articles}
    heads: dict[Row, None] = {}
    for article in shelf.cards:  # newest first
        if event_id := event_of.get(article):
            of = story_of.get(event_id)
            heads.setdefault(Row("story", of) if of else Row("event", event_id))
    return Chronicle(events, stories, steps, list(heads), len(events))
