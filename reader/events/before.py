"""The events as they were saved last; and the articles, for the reasons that are cut from them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from reader.model import Article, Event, Story


class Before(Protocol):
    """What regrouping asks of a library. Ids that are not there are passed over."""

    def articles(self, ids: Sequence[str]) -> Sequence[Article]:
        """The articles with these ids, in this order."""

    def events_with(self, articles: Collection[str]) -> Sequence[Event]:
        """The events that hold some of these articles, each once."""

    def event_of(self, articles: Collection[str]) -> Mapping[str, str]:
        """The id of the event of each of these articles."""

    def events(self, ids: Collection[str]) -> Sequence[Event]:
        """The events with these ids."""

    def stories(self, ids: Collection[str]) -> Sequence[Story]:
        """The stories with these ids."""

    def taken(self, id: str) -> bool:
        """Whether an event or story has this id."""


class NothingBefore:
    """A library without events yet, or one whose events are given."""

    def __init__(
        self,
        articles: Collection[Article],
        events: Sequence[Event] = (),
        stories: Sequence[Story] = (),
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._events = {event.id: event for event in events}
        self._stories = {story.id: story for story in stories}
        self._home = {id: event.id for event in events for id in event.articles}

    def articles(self, ids: Sequence[str]) -> Sequence[Article]:
        """The articles with these ids."""
        return [self._articles[id] for id in ids if id in self._articles]

    def events_with(self, articles: Collection[str]) -> Sequence[Event]:
        """The events that hold some of these articles."""
        return self.events(set(self.event_of(articles).values()))

    def event_of(self, articles: Collection[str]) -> Mapping[str, str]:
        """The id of the event of each of these articles."""
        return {id: self._home[id] for id in articles if id in self._home}

    def events(self, ids: Collection[str]) -> Sequence[Event]:
        """The events with these ids."""
        return [self._events[id] for id in sorted(ids) if id in self._events]

    def stories(self, ids: Collection[str]) -> Sequence[Story]:
        """The stories with these ids."""
        return [self._stories[id] for id in sorted(ids) if id in self._stories]

    def taken(self, id: str) -> bool:
        """Whether an event or story has this id."""
        return id in self._events or id in self._stories
