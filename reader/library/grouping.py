"""The events of a library: worked out elsewhere, kept here because people write their ids down."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reader.library.database import Database
from reader.library.intake import state
from reader.model import Event, Voice


class EventStore:
    """The groups that were last saved. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def events(self) -> tuple[Event, ...]:
        """All events in the order they were saved in, those of one article included."""
        members: dict[str, list[str]] = defaultdict(list)
        with self._database.read() as connection:
            for event, article in connection.execute(
                "SELECT m.event, a.id FROM members m JOIN articles a ON a.key = m.article"
                " ORDER BY m.event, m.position"
            ):
                members[event].append(article)
            rows = connection.execute(
                "SELECT id, label, why, story, maybe, copies FROM events ORDER BY position"
            ).fetchall()
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

    def event_of(self, articles: Iterable[str]) -> dict[str, str]:
        """The event of each of some articles, those of one article included."""
        found = {}
        with self._database.read() as connection:
            for article in articles:
                row = connection.execute(
                    "SELECT m.event FROM members m JOIN articles a ON a.key = m.article"
                    " WHERE a.id = ?",
                    (article,),
                ).fetchone()
                if row:
                    found[article] = str(row[0])
        return found

    @property
    def events_revision(self) -> int:
        """The revision of the library that the events were worked out from; 0 is never."""
        with self._database.read() as connection:
            return state(connection, "events_revision")

    def save_events(self, events: Sequence[Event], revision: int) -> None:
        """Replace all events by these, worked out from a revision of the library.

        Does nothing if another process saved those of a later revision; articles that went
        meanwhile are left out.
        """
        with self._database.write() as connection:
            if revision < state(connection, "events_revision"):
                return
            keys = dict(connection.execute("SELECT id, key FROM articles").fetchall())
            connection.execute("DELETE FROM members")
            connection.execute("DELETE FROM events")
            connection.executemany(
                "INSERT INTO events (id, position, label, why, story, maybe, copies)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (e.id, n, e.label, _json(e.why), e.story, _json(e.maybe), _voices(e))
                    for n, e in enumerate(events)
                ),
            )
            connection.executemany(
                "INSERT INTO members VALUES (?, ?, ?)",
                (
                    (keys[article], event.id, position)
                    for event in events
                    for position, article in enumerate(event.articles)
                    if article in keys
                ),
            )
            connection.execute(
                "UPDATE state SET value = ? WHERE name = 'events_revision'", (revision,)
            )


def _voices(event: Event) -> str:
    return _json([(voice.articles, voice.share) for voice in event.voices])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
