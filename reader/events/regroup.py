"""Bring events and stories up to date with what has changed, and leave the rest as it is.

Two groups can only merge over a link of 1.0 or more, so the outcome splits over the parts that
such links hold together: an article that comes in is grouped anew with its part, and no other.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Sequence
from dataclasses import dataclass, field

from reader.events.before import Before
from reader.events.clustering import clusters
from reader.events.identity import ids
from reader.events.linking import links
from reader.events.making import Making
from reader.events.rulings import Ruled
from reader.events.scoring import Link
from reader.events.store import GroupingStore
from reader.events.stories import retold
from reader.model import Event, Story

MAYBE = 0.75
"""The mean link from which on an article perhaps belongs to an event."""
_AT_ONCE = 1000  # articles whose surroundings are held in memory


@dataclass
class Changes:
    """What is not as it was; ids of events and stories are in one of the two only."""

    events: dict[str, Event] = field(default_factory=dict)
    ages: dict[str, str] = field(default_factory=dict)
    """Of each of these events; later in the alphabet is newer."""
    gone: set[str] = field(default_factory=set)
    stories: dict[str, Story] = field(default_factory=dict)
    gone_stories: set[str] = field(default_factory=set)
    home: dict[str, str] = field(default_factory=dict)
    """The event of each article that was grouped anew."""


def regrouped(
    store: GroupingStore,
    before: Before,
    moved: Collection[str],
    *,
    edited: Collection[str] = (),
    ruled: Ruled | None = None,
) -> Generator[None, None, Changes]:
    """What changes in the events and stories if the links of some articles have changed.

    `moved` may hold articles that are gone. `edited` are those whose title, text or date is
    another one. Yields between steps of a tenth of a second or so.
    """
    ruled = ruled or Ruled()
    making = Making(store, before, ruled, edited)
    changes = Changes()
    done: set[str] = set()
    near: set[str] = set()
    waiting = sorted(moved)
    for start in range(0, len(waiting), _AT_ONCE):
        seeds = [id for id in waiting[start : start + _AT_ONCE] if id not in done]
        part = _surroundings(store, before, seeds, ruled)
        yield
        _regroup(part, before, making, changes)
        done |= part.articles
        near |= part.near
        yield
    _look_again(near - done, store, before, making, changes)
    yield
    yield from retold(store, before, making, changes)
    return changes


@dataclass
class _Part:
    """Articles that are grouped anew together, with all that can change by it."""

    articles: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    """All links with one or two ends among the articles."""
    events: dict[str, Event] = field(default_factory=dict)
    """The events that these articles were in."""
    gone: set[str] = field(default_factory=set)

    @property
    def near(self) -> set[str]:
        """Articles outside whose events perhaps have some of these, or had them."""
        ends = {id for each in self.links if each.event >= MAYBE for id in (each.one, each.other)}
        return ends - self.articles


def _surroundings(
    store: GroupingStore, before: Before, seeds: Collection[str], ruled: Ruled
) -> _Part:
    """All articles that strong links, blocks and earlier events hold together with some."""
    part = _Part()
    seen: set[str] = set()
    fresh = set(seeds)
    while fresh:
        seen |= fresh
        there = set(store.portraits(fresh))
        part.articles |= there
        part.gone |= fresh - there
        following: set[str] = set()
        for event in before.events_with(fresh):
            part.events[event.id] = event
            following.update(event.articles)
        for id in there:
            following.update(ruled.block_of.get(id, ()))
        for each in links(store, there):
            part.links.append(each)
            if each.event >= 1.0:
                following.update((each.one, each.other))
        fresh = following - seen
    part.links = list({(each.one, each.other): each for each in part.links}.values())
    return part


def _regroup(part: _Part, before: Before, making: Making, changes: Changes) -> None:
    """Cluster the articles of a part, and make the events that come of it."""
    groups = [
        sorted(group, key=making.age)
        for group in partition(sorted(part.articles), part.links, making.ruled)
    ]
    groups.sort()
    within: dict[str, list[Link]] = {}
    for each in part.links:
        within.setdefault(each.one, []).append(each)
        within.setdefault(each.other, []).append(each)
    previous = [(event.id, event.articles) for event in part.events.values()]
    names = ids(groups, previous, taken=before.taken)
    as_before = {event.articles: event for event in part.events.values()}
    for name, group in zip(names, groups, strict=True):
        theirs = {(each.one, each.other): each for id in group for each in within.get(id, ())}
        known = as_before.get(tuple(group))
        event = making.event(name, group, list(theirs.values()), known)
        changes.home.update(dict.fromkeys(group, name))
        if event != part.events.get(name):
            changes.events[name] = event
            changes.ages[name] = making.age(group[-1])
    changes.gone |= part.events.keys() - set(names)


def partition(ids: Sequence[str], found: Iterable[Link], ruled: Ruled) -> list[list[str]]:
    """The events of some articles, which come in ascending order, as groups of their ids."""
    place = {id: index for index, id in enumerate(ids)}
    strengths = {
        (place[each.one], place[each.other]): each.event
        for each in found
        if each.event and each.one in place and each.other in place
    }
    blocks = {
        tuple(sorted(place[id] for id in block if id in place))
        for block in {ruled.block_of[id] for id in ids if id in ruled.block_of}
    }
    apart = [
        (place[id], place[foe])
        for id in ids
        if id in ruled.words
        for foe in ruled.foes(id)
        if foe in place and id < foe
    ]
    groups = clusters(len(ids), strengths, blocks=sorted(blocks), apart=apart)
    return [[ids[index] for index in group] for group in groups]


def _look_again(
    near: Collection[str], store: GroupingStore, before: Before, making: Making, changes: Changes
) -> None:
    """See which other articles perhaps belong to events whose own articles have not changed."""
    for known in before.events_with(near):
        found = list(links(store, known.articles))
        event = making.event(known.id, list(known.articles), found, known)
        if event != known:
            changes.events[known.id] = event
            changes.ages[known.id] = making.age(known.articles[-1])
