"""Bring events and stories up to date with what has changed, and leave the rest as it is.

Two groups can only merge over a link of 1.0 or more, so the outcome splits over the parts that
such links hold together: an article that comes in is grouped anew with its part, and no other.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.events.clustering import clusters
from reader.events.identity import ids
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
    changes = Changes()
    done: set[str] = set()
    near: dict[str, float] = {}
    waiting = sorted(moved)
    grown = making.only_new(moved)
    begun: _Begun | None = None
    for start in range(0, len(waiting), _AT_ONCE):
        seeds = [id for id in waiting[start : start + _AT_ONCE] if id not in done]
        part = _surroundings(making, seeds)
        done |= part.articles
        for id, strength in part.near(moved):
            near[id] = max(near.get(id, 0.0), strength)
        yield
        # The reasons of one part are worked out, perhaps elsewhere, while the next is clustered.
        following = _begin(part, making)
        if begun:
            _finish(begun, making, changes, grown=grown)
        begun = following
        yield
    if begun:
        _finish(begun, making, changes, grown=grown)
        yield
    _look_again({id: near[id] for id in near.keys() - done}, done, making, changes)
    yield
    yield from retold(making, changes)
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

    def near(self, moved: Collection[str]) -> Iterator[tuple[str, float]]:
        """Articles outside whose links with these may have changed, with the links as they are."""
        ends = frozenset(moved)
        for each in self.links:
            for id, other in ((each.one, each.other), (each.other, each.one)):
                if id in ends and other not in self.articles:
                    yield other, each.event


def _surroundings(making: Making, seeds: Collection[str]) -> _Part:
    """All articles that strong links, blocks and earlier events hold together with some."""
    part = _Part()
    seen: set[str] = set()
    fresh = set(seeds)
    while fresh:
        seen |= fresh
        there = making.store.present(fresh)
        part.articles |= there
        part.gone |= fresh - there
        following: set[str] = set()
        for event in making.before.events_with(fresh):
            part.events[event.id] = event
            following.update(event.articles)
        for id in there:
            following.update(making.ruled.block_of.get(id, ()))
        for each in making.links.of(there):
            part.links.append(each)
            if each.event >= 1.0:
                following.update((each.one, each.other))
        fresh = following - seen
    part.links = list({(each.one, each.other): each for each in part.links}.values())
    return part


_Begun = tuple[_Part, list[Group], Iterator[list[Reasons]]]
"""A part, its groups as they are now, and their reasons."""


def _begin(part: _Part, making: Making) -> _Begun:
    """Cluster the articles of a part."""
    making.know(part.articles)
    found = partition(sorted(part.articles), part.links, making.ruled)
    members = sorted(tuple(sorted(group, key=making.age)) for group in found)
    previous = [(event.id, event.articles) for event in part.events.values()]
    names = ids(members, previous, taken=making.before.taken)
    groups = [
        Group(name, group, part.events.get(name))
        for name, group in zip(names, members, strict=True)
    ]
    return part, groups, making.begin(groups)


def _finish(begun: _Begun, making: Making, changes: Changes, *, grown: bool) -> None:
    """Make the events that came of a part."""
    part, groups, reasons = begun
    for event in making.finish(groups, _by_article(part.links), reasons):
        changes.home.update(dict.fromkeys(event.articles, event.id))
        # An edited date makes an event older or newer though it says nothing else.
        changed = event != part.events.get(event.id) or making.edited(event.articles)
        if changed:
            changes.put(event, making.age(event.articles[-1]))
        # If articles only came in, the links among the others have grown weaker: an event of which
        # nothing else has changed finds no story by that, but may lose the one it has.
        if changed or event.story or not grown:
            changes.telling.add(event.id)
    changes.gone |= part.events.keys() - {group.id for group in groups}


def _by_article(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for each in links:
        found.setdefault(each.one, []).append(each)
        found.setdefault(each.other, []).append(each)
    return found


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
    near: Mapping[str, float], done: Collection[str], making: Making, changes: Changes
) -> None:
    """See which other articles perhaps belong to events whose own articles have not changed."""
    known = [
        event
        for event in making.before.events_with(near)
        if any(id in done for id, _ in event.maybe)
        or any(near.get(id, 0.0) >= MAYBE for id in event.articles)
    ]
    found = _by_article(making.links.of([id for event in known for id in event.articles]))
    groups = [Group(event.id, event.articles, event) for event in known]
    for event, before in zip(
        making.finish(groups, found, making.begin(groups)), known, strict=True
    ):
        if event != before:
            changes.put(event, making.age(event.articles[-1]))
