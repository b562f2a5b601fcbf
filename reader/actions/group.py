"""Know which articles report the same happening."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from reader.actions.crew import Crew
from reader.events.rulings import ruled, touched
from reader.library.grouping import Regrouped
from reader.model import Article, Event, Story
from reader.workspace import Workspace

if TYPE_CHECKING:
    from reader.events.profiles import Portrait, Profile
    from reader.events.regroup import Changes
    from reader.library.grouping_store import SqliteGroupingStore
    from reader.library.library import Library

Progress = Generator[tuple[int, int], None, None]
"""Articles done and in all."""

# About a third of a second of work: between two batches the worker does what is more urgent, and
# a stop loses no more than this.
_BATCH = 100
MANY = 500
"""Changes from which on further processes are worth their start of a third of a second."""


def events(workspace: Workspace, *, force: bool = False) -> tuple[Event, ...]:
    """All events of the library, those of one article included, newest first.

    Worked out again only if an article came, changed or went since, or if forced.
    """
    deque(grouped(workspace, force=force), maxlen=0)
    return workspace.library.events()


def grouped(workspace: Workspace, *, force: bool = False) -> Generator[tuple[int, int], None, bool]:
    """Bring the events up to date, yielding articles done and in all; True if they may differ."""
    library = workspace.library
    revision = library.revision
    if not force and library.events_revision == revision:
        return False
    if force:
        workspace.forget_grouping()
    from reader.library.grouping_store import StoreError, is_damage

    try:
        with closing(workspace.grouping()) as store:
            yield from _grouped(library, store, revision)
    except StoreError as error:  # a full disk, or somebody took the file away
        if is_damage(error):
            workspace.forget_grouping()
        with closing(workspace.grouping(in_memory=True)) as store:
            yield from _grouped(library, store, revision)
    return True


def _grouped(library: Library, store: SqliteGroupingStore, revision: int) -> Progress:
    behind = revision - library.events_revision if store.fits(library.grouping_stamp) else revision
    with Crew(needed=behind >= MANY) as crew:
        yield from _taken_in(library, store, crew)
        yield from _saved(library, store, revision, crew)


def _taken_in(library: Library, store: SqliteGroupingStore, crew: Crew) -> Progress:
    """Bring what the grouping knows of articles and corrections up to date."""
    from reader.events.profiles import read

    fits = store.fits(library.grouping_stamp)
    if fits and not store.moved():
        changed, gone = library.changed_since(library.events_revision)
        now = library.states(list(changed))
        known = store.states([*changed, *gone])
    else:
        # After a stop the library may be another one: it may have been put back from a copy.
        now, known = library.states(), store.states()
        gone = sorted(known.keys() - now.keys())
        if not fits:
            store.move(now.keys() | known.keys(), edited=True)
    for id in sorted(known.keys() - now.keys()):
        _take_out(store, id)
    waiting = [id for id in now if now[id] != known.get(id)]
    done = 0
    batches = (waiting[start : start + _BATCH] for start in range(0, len(waiting), _BATCH))
    for taken in crew.map(read, (list(library.articles(batch)) for batch in batches)):
        for new, shown in taken:
            _take_in(store, new, shown)
        store.put_states({new.id: now[new.id] for new, _ in taken})
        store.commit()
        done += len(taken)
        yield done, len(waiting)
    if gone:
        store.move(library.shrunk(), edited=True)
    _heed(library, store)
    store.commit()


def _take_in(store: SqliteGroupingStore, new: Profile, shown: Portrait) -> None:
    from reader.events.linking import add, remove

    known = store.profiles([new.id]).get(new.id)
    if known is not None and known != new:
        store.move(remove(store, new.id))
        known = None
    store.put(new, shown)
    if known is None:
        store.move(add(store, new.id))
    store.move([new.id], edited=True)


def _take_out(store: SqliteGroupingStore, id: str) -> None:
    from reader.events.linking import remove

    store.move([*remove(store, id), id])


def _heed(library: Library, store: SqliteGroupingStore) -> None:
    """Have all articles regrouped that a word of a person, or one taken back, can move.

    What holds of an article hangs on all words that are joined to its own by articles, and what an
    event is called on which of the articles are still there that had the name.
    """
    said = {ruling.number: touched(ruling) for ruling in library.rulings()}
    heeded = {number: frozenset(ids) for number, ids in store.rulings().items()}
    changed = said.keys() ^ heeded.keys()
    words = said | heeded
    store.move(_reached([words[number] for number in changed], words.values()), edited=True)
    moved = store.moved()
    for ids in said.values():
        if not ids.isdisjoint(moved):
            store.move(ids)
    if said.keys() != heeded.keys():
        store.put_rulings(said)


def _reached(some: Collection[frozenset[str]], words: Collection[frozenset[str]]) -> frozenset[str]:
    """All articles of some words, and of those that share an article with what is reached."""
    found: frozenset[str] = frozenset().union(*some)
    while more := [word for word in words if word & found and not word <= found]:
        found = found.union(*more)
    return found


def _saved(library: Library, store: SqliteGroupingStore, revision: int, crew: Crew) -> Progress:
    """Regroup what has moved, and save what comes of it."""
    from reader.events.making import Making
    from reader.events.regroup import regrouped

    moved = store.moved()
    edited = [id for id, is_edited in moved.items() if is_edited]
    rulings = ruled(library.rulings())
    making = Making(store, _Before(library), rulings, edited, crew.map)
    steps = regrouped(making, moved)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            stamp = secrets.randbits(62) + 1
            store.saving(stamp)
            store.commit()
            library.change_events(_regrouped(end.value), revision, stamp)
            if library.grouping_stamp == stamp:
                store.saved(stamp)
                store.commit()
            return
        yield len(moved), len(moved)


def _regrouped(changes: Changes) -> Regrouped:
    return Regrouped(
        [(changes.ages[id], event) for id, event in changes.events.items()],
        changes.gone,
        list(changes.stories.values()),
        changes.gone_stories,
    )


class _Before:
    """A library as the grouping sees it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def articles(self, ids: Sequence[str]) -> Sequence[Article]:
        """The articles with these ids, in this order."""
        return list(self._library.articles(ids))

    def events_with(self, articles: Collection[str]) -> Sequence[Event]:
        """The events that hold some of these articles."""
        return self._library.some_events(set(self.event_of(articles).values()))

    def event_of(self, articles: Collection[str]) -> Mapping[str, str]:
        """The event of each of these articles."""
        return self._library.event_of(articles)

    def events(self, ids: Collection[str]) -> Sequence[Event]:
        """The events with these ids."""
        return self._library.some_events(ids)

    def stories(self, ids: Collection[str]) -> Sequence[Story]:
        """The stories with these ids."""
        return self._library.some_stories(ids)

    def taken(self, id: str) -> bool:
        """Whether an event or story has this id."""
        return self._library.taken(id)
