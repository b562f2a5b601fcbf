"""Stories: events that hang together more loosely, over weeks, found as events themselves are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.events.before import Before
from reader.events.clustering import clusters
from reader.events.identity import ids
from reader.events.labels import central
from reader.events.making import Making
from reader.events.store import GroupingStore
from reader.events.why import apart, cut_names, name_reason
from reader.model import Event, Story

if TYPE_CHECKING:
    from reader.events.regroup import Changes

_AT_ONCE = 500  # events whose surroundings are held in memory

Ties = Mapping[tuple[str, str], float]
"""Mean links between events, by their ids in ascending order."""


def retold(making: Making, changes: Changes) -> Generator[None, None, None]:
    """Bring stories up to date with events that were grouped anew; in steps."""
    done: set[str] = set()
    waiting = sorted(changes.telling)
    gone = sorted(changes.gone)
    for start in range(0, max(1, len(waiting)), _AT_ONCE):
        seeds = [id for id in waiting[start : start + _AT_ONCE] if id not in done]
        now = _Now(making.store, making.before, changes)
        found, ties, stories = _surroundings(now, [*seeds, *(gone if start == 0 else ())])
        yield
        _retell(found, ties, stories, making, changes)
        done |= found.keys()
        yield


class _Now:
    """Events as they are after what has changed, and the ties between those that were looked at."""

    def __init__(self, store: GroupingStore, before: Before, changes: Changes) -> None:
        self._store = store
        self._before = before
        self._changes = changes
        self._were: dict[str, Event] = {}
        """Events as they were, as far as they were asked for."""
        self._asked: set[str] = set()
        self._home: dict[str, str] = {}
        self._looked: dict[str, Event] = {}
        self._ties: dict[tuple[str, str], float] = {}
        """Mean links between an event that was looked at and another."""

    def events(self, ids: Collection[str]) -> dict[str, Event]:
        """Those of the events that are still there."""
        here = {id: self._changes.events[id] for id in ids if id in self._changes.events}
        others = set(ids) - here.keys() - self._changes.gone
        return here | self._before_of(others)

    def were_in(self, ids: Collection[str]) -> set[str]:
        """The stories that these events were in, also those that are gone."""
        return {event.story for event in self._before_of(ids).values() if event.story}

    def _before_of(self, ids: Collection[str]) -> dict[str, Event]:
        unknown = set(ids) - self._asked
        self._asked |= unknown
        self._were.update((event.id, event) for event in self._before.events(unknown))
        return {id: self._were[id] for id in ids if id in self._were}

    def stories(self, ids: Collection[str]) -> Sequence[Story]:
        """The stories as they were."""
        return self._before.stories(ids)

    def look(self, events: Mapping[str, Event]) -> set[str]:
        """Read the ties of some events; the others that strong ones hold together with them.

        A tie counts all links of two events, and it takes a strong link to make a strong tie: so
        only the links with events that one leads to are read, and with those looked at before.
        """
        inside = self._settle(events)
        ends = self._store.tied(inside, story=True)
        self._find_homes(ends)
        reached = {self._home[end] for end in ends} - events.keys()
        near = self.events(reached - self._looked.keys())
        others = self._settle({**self._looked, **near})
        self._looked.update(events)
        every = {**self._looked, **near}
        strong: set[str] = set()
        for two, total in self._store.story_sums(inside, others).items():
            a, b = two
            mean = total / (len(every[a].articles) * len(every[b].articles))
            self._ties[two] = mean
            if mean >= 1.0:
                strong.update(two)
        return strong & near.keys()

    def ties(self) -> Ties:
        """The mean links between the events that were looked at."""
        known = self._looked
        return {(a, b): mean for (a, b), mean in self._ties.items() if a in known and b in known}

    def _settle(self, events: Mapping[str, Event]) -> dict[str, str]:
        """The events of their articles; and note these."""
        inside = {id: event.id for event in events.values() for id in event.articles}
        self._home.update(inside)
        return inside

    def _find_homes(self, articles: set[str]) -> None:
        """Learn in which event each of some articles is."""
        unknown = articles - self._home.keys()
        changed = {id: self._changes.home[id] for id in unknown if id in self._changes.home}
        self._home.update(changed)
        self._home.update(self._before.event_of(unknown - changed.keys()))


def _surroundings(
    now: _Now, seeds: Collection[str]
) -> tuple[dict[str, Event], Ties, dict[str, Story]]:
    """All events that strong ties and earlier stories hold together with some."""
    found: dict[str, Event] = {}
    stories: dict[str, Story] = {}
    seen: set[str] = set()
    fresh = set(seeds)
    while fresh:
        seen |= fresh
        here = now.events(fresh)
        found |= here
        following: set[str] = set()
        for story in now.stories(now.were_in(fresh) - stories.keys()):
            stories[story.id] = story
            following.update(story.events)
        fresh = (now.look(here) | following) - seen
    return found, now.ties(), stories


def _retell(
    events: Mapping[str, Event],
    ties: Ties,
    stories: Mapping[str, Story],
    making: Making,
    changes: Changes,
) -> None:
    """Cluster events into stories, and note what is not as it was."""
    # By their first articles and not by their ids, which hang on what was before.
    ordered = sorted(events.values(), key=lambda event: min(event.articles))
    place = {event.id: at for at, event in enumerate(ordered)}
    strengths = {
        (min(place[one], place[other]), max(place[one], place[other])): mean
        for (one, other), mean in ties.items()
        if one in place and other in place
    }
    # What has changed before this began: a story of other events is told anew, with its reasons.
    fresh = changes.events.keys() & events.keys()
    groups = [
        [ordered[at] for at in group] for group in clusters(len(ordered), strengths, inward=0.0)
    ]
    members = [[id for event in group for id in event.articles] for group in groups]
    several = [at for at, group in enumerate(groups) if len(group) > 1]
    previous = [
        (
            story.id,
            [id for event in story.events if event in events for id in events[event].articles],
        )
        for story in stories.values()
    ]
    names = ids([members[at] for at in several], previous, letter="s", taken=making.before.taken)
    story_of = dict.fromkeys(events, None) | {
        event.id: name for at, name in zip(several, names, strict=True) for event in groups[at]
    }
    for at, name in zip(several, names, strict=True):
        inner = {place[event.id]: index for index, event in enumerate(groups[at])}
        known = stories.get(name) if fresh.isdisjoint(event.id for event in groups[at]) else None
        story = _story(name, groups[at], _inner(strengths, inner), making, known)
        if story != stories.get(name):
            changes.stories[name] = story
    changes.gone_stories |= stories.keys() - set(names)
    for id, event in events.items():
        if event.story != story_of[id]:
            age = max(making.age(article) for article in event.articles)
            changes.put(replace(event, story=story_of[id]), age)


def _inner(
    strengths: Mapping[tuple[int, int], float], inner: Mapping[int, int]
) -> list[tuple[int, int, float]]:
    """The ties among a few events, by their places there."""
    among = sorted(inner)
    return [
        (inner[one], inner[other], strengths[one, other])
        for at, one in enumerate(among)
        for other in among[at + 1 :]
        if (one, other) in strengths
    ]


def _story(
    id: str,
    events: Sequence[Event],
    ties: Iterable[tuple[int, int, float]],
    making: Making,
    known: Story | None,
) -> Story:
    """A story of some events; `known` is what it was, if none of its events has changed."""
    articles = [article for event in events for article in event.articles]
    making.know(articles)
    given = making.ruled.name_of(articles, story=True, present=making.present)
    label = given or events[central([True] * len(events), ties)].label
    ordered = sorted(events, key=lambda event: _start(event, making))
    parts = tuple(event.id for event in ordered)
    same = known is not None and known.events == parts
    return Story(id, label, parts, known.why if known and same else _why(ordered, making))


def _start(event: Event, making: Making) -> tuple[bool, str]:
    """When an event begins; those without any date come last."""
    portraits = [making.portrait(id) for id in event.articles]
    dated = [each.age for each in portraits if each.published]
    return not dated, min(dated or [each.age for each in portraits])


def _why(events: Sequence[Event], making: Making) -> tuple[str, ...]:
    """The rare names that most events share, and over how many days they go."""
    held = Counter(
        name
        for event in events
        for name in {name for id in event.articles for name in making.portrait(id).names}
    )
    first = making.portrait(events[0].articles[0]).names
    most = len(events) // 2 + 1
    shared = [name for name in first if held[name] >= most]
    reasons = []
    for article in making.before.articles([events[0].articles[0]]) if shared else ():
        if len(names := cut_names(article, shared, making.portrait(article.id).language)) > 1:
            reasons.append(("" if len(events) == 2 else "most ") + name_reason(names))
    dates = [making.portrait(id).published for event in events for id in event.articles]
    return (*reasons, apart(dates))
