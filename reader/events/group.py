"""Group articles into events and stories, all at once and from nothing but the articles."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Sequence
from typing import NamedTuple, TypeVar

from reader.events.before import NothingBefore
from reader.events.linking import add
from reader.events.making import Making
from reader.events.profiles import Portrait, read
from reader.events.regroup import regrouped
from reader.events.rulings import ruled
from reader.events.store import MemoryStore
from reader.model import Article, Event, Ruling, Story

T = TypeVar("T")


class Groups(NamedTuple):
    """Events and stories of some articles."""

    events: tuple[Event, ...]
    """Groups of one included, newest first."""
    stories: tuple[Story, ...]


def group(
    articles: Iterable[Article], *, previous: Groups | None = None, rulings: Sequence[Ruling] = ()
) -> Groups:
    """All articles as events, and what of these is one story.

    The order in which articles come does not matter, nor do articles that come twice. Events and
    stories of `previous` give their ids to the groups that most of their articles are in.
    """
    all = {article.id: article for article in articles}
    store = MemoryStore()
    for known, shown in read(list(all.values())):
        store.put(known, shown)
        add(store, known.id)
    events, stories = previous or ((), ())
    before = NothingBefore(all.values(), events, stories)
    moved = {*all, *(id for event in events for id in event.articles)}
    changes = last(regrouped(Making(store, before, ruled(rulings), all.keys()), moved))
    here = {event.id: event for event in events if event.id not in changes.gone} | changes.events
    told = {each.id: each for each in stories if each.id not in changes.gone_stories}
    ages = {
        id: max(store.portraits(event.articles).values(), key=_age) for id, event in here.items()
    }
    newest = sorted(here, key=lambda id: ages[id].age, reverse=True)
    return Groups(tuple(here[id] for id in newest), tuple((told | changes.stories).values()))


def _age(portrait: Portrait) -> str:
    return portrait.age


def last(steps: Generator[object, None, T]) -> T:
    """Run steps to their end, and return what they return."""

    def told() -> Generator[object, None, None]:
        end.append((yield from steps))

    end: list[T] = []
    deque(told(), maxlen=0)
    return end[0]
