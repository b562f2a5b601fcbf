"""The events of a library: worked out elsewhere, kept here because people write their ids down."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.library.database import Database
from reader.library.intake import state
from reader.library.rows import batches
from reader.model import Event, Story, Voice


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What changes in the events and stories of a library."""

    events: Sequence[tuple[str, Event]] = ()
    """Events that are new or not as they were, each behind its age: later in the alphabet is
    newer."""
    gone: Collection[str] = ()
    """Ids of events that are no more."""
    stories: Sequence[Story] = ()
    """Stories that are new or not as they were."""
    gone_stories: Collection[str] = ()


class EventStore:
    """The groups that were last saved. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def events(self, *, least: int = 1) -> tuple[Event, ...]:
        """The events that had at least so many articles when they were saved, newest first."""
        with self._database.read() as connection:
            members = connection.execute(
                f"{_MEMBERS} JOIN events e ON e.id = m.event WHERE e.size >= ? {_IN_ORDER}",
                (least,),
            )
            return _events(
                connection.execute(f"{_EVENTS} WHERE size >= ? ORDER BY newest DESC, id", (least,)),
                _by_event(members),
            )

    def some_events(self, ids: Collection[str]) -> tuple[Event, ...]:
        """Those of the events that are there."""
        found: list[Event] = []
        with self._database.read() as connection:
            for marks, some in batches(sorted(ids)):
                members = connection.execute(
                    f"{_MEMBERS} WHERE m.event IN ({marks}) {_IN_ORDER}", some
                )
                of = _by_event(members)
                found += _events(connection.execute(f"{_EVENTS} WHERE id IN ({marks})", some), of)
        return tuple(found)

    def shrunk(self) -> list[str]:
        """The articles of events that have lost some since they were saved."""
        query = (
            "SELECT a.id FROM articles a JOIN members m ON m.article = a.key WHERE m.event IN"
            " (SELECT e.id FROM events e JOIN members m ON m.event = e.id"
            " GROUP BY e.id HAVING count(*) <> e.size)"
        )
        with self._database.read() as connection:
            return [id for (id,) in connection.execute(query)]

    def single_steps(self) -> tuple[Event, ...]:
        """The events of one article that are part of a story, in no order."""
        with self._database.read() as connection:
            members = connection.execute(
                f"{_MEMBERS} JOIN events e ON e.id = m.event"
                f" WHERE e.size = 1 AND e.story IS NOT NULL {_IN_ORDER}"
            )
            found = connection.execute(f"{_EVENTS} WHERE size = 1 AND story IS NOT NULL")
            return _events(found, _by_event(members))

    def stories(self) -> tuple[Story, ...]:
        """All stories of two and more events, in no order."""
        return self._stories(None)

    def _stories(self, ids: Sequence[str] | None) -> tuple[Story, ...]:
        parts: dict[str, list[str]] = defaultdict(list)
        rows: list[tuple[str, str, str]] = []
        with self._database.read() as connection:
            for marks, some in [("", ())] if ids is None else batches(ids):
                chosen = f"IN ({marks})" if marks else "IS NOT NULL"
                for story, event in connection.execute(_PARTS.format(chosen), some):
                    parts[story].append(event)
                rows += connection.execute(
                    f"SELECT id, label, why FROM stories WHERE id {chosen}", some
                )
        return tuple(
            Story(id, label, tuple(parts[id]), tuple(json.loads(why)))
            for id, label, why in rows
            if len(parts[id]) > 1
        )

    def some_stories(self, ids: Collection[str]) -> tuple[Story, ...]:
        """Those of the stories that are there."""
        return self._stories(sorted(ids))

    def taken(self, id: str) -> bool:
        """Whether an event or story has this id."""
        query = "SELECT 1 FROM events WHERE id = ? UNION ALL SELECT 1 FROM stories WHERE id = ?"
        with self._database.read() as connection:
            return connection.execute(query, (id, id)).fetchone() is not None

    def states(self, ids: Sequence[str] | None = None) -> dict[str, str]:
        """For each article, in the order of dates, or for some, what tells if it is as it was."""
        found: dict[str, str] = {}
        # Not the revision alone: a library that was put back counts on from an earlier one.
        query = (
            "SELECT id, revision || ' ' || added || ' ' || hex(digest) || ' ' ||"
            " ifnull(published, '') || ' ' || ifnull(language, '') || ' ' || ifnull(title, '')"
            " FROM articles"
        )
        with self._database.read() as connection:
            if ids is None:
                return dict(connection.execute(f"{query} ORDER BY published"))
            for marks, some in batches(ids):
                found.update(connection.execute(f"{query} WHERE id IN ({marks})", some))
        return found

    @property
    def grouping_stamp(self) -> int:
        """A number that tells which grouping was saved last; 0 is none."""
        with self._database.read() as connection:
            return state(connection, "grouping_stamp")

    def event_of(self, articles: Iterable[str]) -> dict[str, str]:
        """The event of each of some articles, those of one article included."""
        found: dict[str, str] = {}
        with self._database.read() as connection:
            for marks, some in batches(list(articles)):
                found.update(
                    connection.execute(
                        "SELECT a.id, m.event FROM members m JOIN articles a ON a.key = m.article"
                        f" WHERE a.id IN ({marks})",
                        some,
                    )
                )
        return found

    @property
    def events_revision(self) -> int:
        """The revision of the library that the events were worked out from; 0 is never."""
        with self._database.read() as connection:
            return state(connection, "events_revision")

    def save_events(
        self, events: Sequence[Event], revision: int, stories: Sequence[Story] = ()
    ) -> None:
        """Replace all events, given newest first, by these; as `change_events` does."""
        with self._database.read() as connection:
            before = [id for (id,) in connection.execute("SELECT id FROM events")]
            told = [id for (id,) in connection.execute("SELECT id FROM stories")]
        aged = [(f"{len(events) - at:08}", event) for at, event in enumerate(events)]
        gone = set(before).difference(event.id for event in events)
        done = set(told).difference(story.id for story in stories)
        self.change_events(Regrouped(aged, gone, stories, done), revision)

    def change_events(self, changed: Regrouped, revision: int, stamp: int = 0) -> None:
        """Write what has changed, worked out from a revision of the library.

        Does nothing if another process saved those of a later revision; articles that went
        meanwhile are left out.
        """
        with self._database.write() as connection:
            if revision < state(connection, "events_revision"):
                return
            gone = list(changed.gone)
            for marks, some in batches(gone):
                connection.execute(f"DELETE FROM events WHERE id IN ({marks})", some)
            for marks, some in batches(list(changed.gone_stories)):
                connection.execute(f"DELETE FROM stories WHERE id IN ({marks})", some)
            connection.executemany(
                "INSERT OR REPLACE INTO stories VALUES (?, ?, ?)",
                ((story.id, story.label, _json(story.why)) for story in changed.stories),
            )
            # Not REPLACE, which would take the members along.
            connection.executemany(
                "INSERT INTO events (id, newest, size, label, why, story, maybe, copies)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " newest = excluded.newest, size = excluded.size, label = excluded.label,"
                " why = excluded.why, story = excluded.story, maybe = excluded.maybe,"
                " copies = excluded.copies",
                (_row(age, event) for age, event in changed.events),
            )
            _put_members(connection, [event for _, event in changed.events])
            connection.executemany(
                "UPDATE state SET value = ? WHERE name = ?",
                [(revision, "events_revision"), (stamp, "grouping_stamp")],
            )


# A story's events in the order of their beginnings, those without any date last.
_PARTS = (
    "SELECT e.story, e.id FROM events e JOIN members m ON m.event = e.id"
    " JOIN articles a ON a.key = m.article WHERE e.story {}"
    " GROUP BY e.id ORDER BY min(a.published IS NULL), min(a.published), min(a.added), min(a.id)"
)
_EVENTS = "SELECT id, label, why, story, maybe, copies FROM events"
_MEMBERS = "SELECT m.event, a.id FROM members m JOIN articles a ON a.key = m.article"
_IN_ORDER = "ORDER BY m.event, m.position"


def _by_event(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for event, article in rows:
        members[event].append(article)
    return members


def _events(rows: Iterable[Any], members: dict[str, list[str]]) -> tuple[Event, ...]:
    return tuple(
        Event(
            id=event,
            label=label,
            articles=tuple(members[event]),
            why=tuple(json.loads(why)),
            story=story,
            maybe=tuple((article, reason) for article, reason in json.loads(maybe)),
            voices=tuple(Voice(tuple(ids), share) for ids, share in json.loads(voices)),
        )
        for event, label, why, story, maybe, voices in rows
        if event in members
    )


def _row(age: str, event: Event) -> tuple[Any, ...]:
    voices = _json([(voice.articles, voice.share) for voice in event.voices])
    return (
        event.id,
        age,
        len(event.articles),
        event.label,
        _json(event.why),
        event.story,
        _json(event.maybe),
        voices,
    )


def _put_members(connection: sqlite3.Connection, events: Sequence[Event]) -> None:
    """Make these the events of their articles; the events have no other articles then."""
    for marks, some in batches([event.id for event in events]):
        connection.execute(f"DELETE FROM members WHERE event IN ({marks})", some)
    keys = dict(_keys(connection, [article for event in events for article in event.articles]))
    connection.executemany(
        "INSERT OR REPLACE INTO members VALUES (?, ?, ?)",
        (
            (keys[article], event.id, position)
            for event in events
            for position, article in enumerate(event.articles)
            if article in keys
        ),
    )


def _keys(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[tuple[str, int]]:
    for marks, some in batches(ids):
        yield from connection.execute(f"SELECT id, key FROM articles WHERE id IN ({marks})", some)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
