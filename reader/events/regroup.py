"""Bring events and stories up to date with what has changed, and leave the rest as it is.

Two groups can only merge over a link of 1.0 or more, so the outcome splits over the parts that
such links hold together: an article that comes in is grouped anew with its part, and no other.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.events.clustering import clusters
from reader.events.identity import ids
from reader.events.linking import relink
from reader.events.making import MAYBE, Group, Making, Reasons
from reader.events.rulings import Ruled
from reader.events.scoring import Link
from reader.events.stories import retold
from reader.model import Event, Story

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

    telling: set[str] = field(default_factory=set)
    """Events whose stories may be others now."""

    def put(self, event: Event, age: str) -> None:
        """Note an event that is new or another one."""
        self.events[event.id] = event
        self.ages[event.id] = age


def regrouped(making: Making, moved: Collection[str]) -> Generator[None, None, Changes]:
    """What changes in the events and stories if the links of some articles have changed.

    `moved` may hold articles that are gone. Yields between steps of a tenth of a second or so.
    """
    yield from relink(making.store, moved)
    changes = Changes()
    done: set[str] = set()
    touched = _Touched(frozenset(moved), making.store.nearest(moved))
    waiting = sorted(moved)
    grown = making.only_new(moved)
    begun: _Begun | None = None
    for start in range(0, len(waiting), _AT_ONCE):
        seeds = [id for id in waiting[start : start + _AT_ONCE] if id not in done]
        part = _surroundings(making, seeds)
        done |= part.articles
        yield
        # The reasons of one part are worked out, perhaps elsewhere, while the next is clustered.
        following = _begin(part, making, touched)
        if begun:
            _finish(begun, making, changes, grown=grown)
        begun = following
        yield
    if begun:
        _finish(begun, making, changes, grown=grown)
        yield
    _look_again(touched, done, making, changes)
    yield
    yield from retold(making, changes)
    return changes


@dataclass(frozen=True, slots=True)
class _Touched:
    """Articles whose links have changed, and those at the other ends of these links."""

    moved: frozenset[str]
    near: Mapping[str, float]
    """The strongest link of each other end."""

    def perhaps(self, event: Event) -> bool:
        """Whether other articles may be near to an event whose own links have not changed."""
        return any(id in self.moved for id, _ in event.maybe) or any(
            self.near.get(id, 0.0) >= MAYBE for id in event.articles
        )


@dataclass
class _Part:
    """Articles that are grouped anew together, with all that can change by it."""

    articles: set[str] = field(default_factory=set)
    events: dict[str, Event] = field(default_factory=dict)
    """The events that these articles were in."""


def _surroundings(making: Making, seeds: Collection[str]) -> _Part:
    """All articles that strong links, blocks and earlier events hold together with some."""
    part = _Part()
    seen: set[str] = set()
    fresh = set(seeds)
    while fresh:
        seen |= fresh
        there = making.store.present(fresh)
        part.articles |= there
        following = making.store.tied(there)
        for event in making.before.events_with(fresh):
            part.events[event.id] = event
            following.update(event.articles)
        for id in there:
            following.update(making.ruled.block_of.get(id, ()))
        fresh = following - seen
    return part


@dataclass(frozen=True, slots=True)
class _Begun:
    """The groups of a part as they are now that may be other events than before."""

    groups: list[Group]
    reasons: Iterator[list[Reasons]]
    gone: set[str]
    """The ids of events of the part that are no more."""


def _begin(part: _Part, making: Making, touched: _Touched) -> _Begun:
    """Cluster the articles of a part."""
    making.know(part.articles)
    links = making.store.links_among(part.articles)
    found = partition(sorted(part.articles), links, making.ruled)
    members = sorted(tuple(sorted(group, key=making.age)) for group in found)
    previous = [(event.id, event.articles) for event in part.events.values()]
    names = ids(members, previous, taken=making.before.taken)
    groups = [
        Group(name, group, part.events.get(name))
        for name, group in zip(names, members, strict=True)
    ]
    other = [
        group
        for group in groups
        if not (
            making.same(group)
            and group.known
            and touched.moved.isdisjoint(group.articles)
            and not touched.perhaps(group.known)
        )
    ]
    return _Begun(other, making.begin(other), part.events.keys() - set(names))


def _finish(begun: _Begun, making: Making, changes: Changes, *, grown: bool) -> None:
    """Make the events that came of a part."""
    for event, group in zip(making.finish(begun.groups, begun.reasons), begun.groups, strict=True):
        changes.home.update(dict.fromkeys(event.articles, event.id))
        # An edited date makes an event older or newer though it says nothing else.
        changed = event != group.known or making.edited(event.articles)
        if changed:
            changes.put(event, making.age(event.articles[-1]))
        # If articles only came in, the links among the others have grown weaker: an event of which
        # nothing else has changed finds no story by that, but may lose the one it has.
        if changed or event.story or not grown:
            changes.telling.add(event.id)
    changes.gone |= begun.gone


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


def _look_again(touched: _Touched, done: Collection[str], making: Making, changes: Changes) -> None:
    """See which other articles perhaps belong to events whose own articles have not changed."""
    near = making.before.events_with(touched.near.keys() - done)
    known = [event for event in near if touched.perhaps(event)]
    groups = [Group(event.id, event.articles, event) for event in known]
    for event, before in zip(making.finish(groups, making.begin(groups)), known, strict=True):
        if event != before:
            changes.put(event, making.age(event.articles[-1]))
