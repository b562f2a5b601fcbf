"""The feeds that a person follows, and which of their entries have been read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reader.errors import NoSuchFeed
from reader.library import rows
from reader.library.database import Database
from reader.library.intake import Taken, put
from reader.library.unfollowing import Unfollowed, put_in, taken_out
from reader.model import Draft, Feed, Pages
from reader.text.safety import one_line

_FIELDS = (
    "address title site tags pages trusted etag modified checked failed failed_since failures"
    " not_before gone articles named"
).split()
_FEEDS = (
    "SELECT f.address, ifnull(f.named, f.title), f.site, f.tags, f.pages, f.trusted, f.etag,"
    " f.modified, f.checked, f.failed, f.failed_since, f.failures, f.not_before, f.gone,"
    " (SELECT count(DISTINCT e.article) FROM entries e WHERE e.feed = f.key),"
    " f.named IS NOT NULL"
    " FROM feeds f ORDER BY f.key"
)


@dataclass(frozen=True, slots=True)
class Received:
    """One entry of a feed as it was read."""

    entry: str
    """What names it in its feed."""
    digest: bytes
    """Changes when the entry does."""
    draft: Draft


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of an entry of a feed."""

    digest: bytes
    article: str | None
    """The id of its article; None if the person has removed it."""


class FeedStore:
    """The feeds of a library. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def feeds(self, addresses: Iterable[str] | None = None) -> tuple[Feed, ...]:
        """All feeds by title, or the named ones as given; raises NoSuchFeed."""
        with self._database.read() as connection:
            found = {row[0]: _feed(row) for row in connection.execute(_FEEDS)}
        if addresses is None:
            return tuple(sorted(found.values(), key=lambda f: (f.title or f.address).casefold()))
        wanted = list(addresses)
        for address in wanted:
            if address not in found:
                raise NoSuchFeed(f"no feed has the address {address!r}; see: reader feeds")
        return tuple(found[address] for address in wanted)

    def subscribe(self, feed: Feed) -> bool:
        """Follow a feed; False if it is followed already, whose tags then grow by the new ones.

        A feed that was gone is asked again.
        """
        with self._database.write() as connection:
            known = connection.execute(
                "SELECT key, tags FROM feeds WHERE address = ?", (feed.address,)
            ).fetchone()
            if known is not None:
                tags = dict.fromkeys((*json.loads(known[1]), *feed.tags))
                connection.execute(
                    "UPDATE feeds SET tags = ?, gone = 0, not_before = NULL,"
                    " trusted = CASE ? WHEN '' THEN trusted ELSE ? END WHERE key = ?",
                    (json.dumps(list(tags)), feed.trusted, feed.trusted, known[0]),
                )
                return False
            connection.execute(
                "INSERT INTO feeds (address, title, site, tags, pages, trusted)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    feed.address,
                    feed.title,
                    feed.site,
                    json.dumps(feed.tags),
                    feed.pages,
                    feed.trusted,
                ),
            )
            return True

    def unsubscribe(self, addresses: Iterable[str]) -> Unfollowed:
        """Follow these feeds no more; their articles stay. What is returned undoes it."""
        with self._database.write() as connection:
            return taken_out(connection, addresses)

    def follow_again(self, unfollowed: Unfollowed) -> None:
        """Follow feeds again, with all that was set and read; one followed meanwhile stays."""
        with self._database.write() as connection:
            put_in(connection, unfollowed)

    def set_feed(
        self,
        address: str,
        *,
        title: str | None = None,
        tags: Sequence[str] | None = None,
        pages: Pages | None = None,
    ) -> Feed:
        """Change what a person decides about a feed; an empty title takes the feed's own.

        Raises NoSuchFeed.
        """
        with self._database.write() as connection:
            _key(connection, address)
            if title is not None:
                named = one_line(title) or None
                connection.execute("UPDATE feeds SET named = ? WHERE address = ?", (named, address))
            if tags is not None:
                kept = list(dict.fromkeys(tag for tag in map(one_line, tags) if tag))
                connection.execute(
                    "UPDATE feeds SET tags = ? WHERE address = ?", (json.dumps(kept), address)
                )
            if pages is not None:
                connection.execute("UPDATE feeds SET pages = ? WHERE address = ?", (pages, address))
        return self.feeds([address])[0]

    def entries(self, address: str) -> dict[str, Entered]:
        """The entries of a feed that were read, by what names them; raises NoSuchFeed."""
        query = (
            "SELECT e.entry, e.digest, a.id FROM entries e"
            " LEFT JOIN articles a ON a.key = e.article WHERE e.feed = ?"
        )
        with self._database.read() as connection:
            found = connection.execute(query, (_key(connection, address),)).fetchall()
        return {entry: Entered(digest, article) for entry, digest, article in found}

    def enter(self, address: str, entered: Mapping[str, Entered]) -> None:
        """Note that entries of a feed are articles already; raises NoSuchFeed."""
        with self._database.write() as connection:
            feed = _key(connection, address)
            connection.executemany(
                "INSERT OR REPLACE INTO entries VALUES"
                " (?, ?, ?, (SELECT key FROM articles WHERE id = ?))",
                [(feed, entry, one.digest, one.article) for entry, one in entered.items()],
            )

    def receive(
        self, address: str, received: Sequence[Received], now: datetime | None = None
    ) -> list[Taken]:
        """Put entries of a feed into the library, all of them or none; raises NoSuchFeed."""
        stamp = _stamp(now)
        taken: list[Taken] = []
        with self._database.write() as connection:
            feed = _key(connection, address)
            for one in received:
                outcome, key = put(connection, one.draft, stamp)
                connection.execute(
                    "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)",
                    (feed, one.entry, one.digest, key),
                )
                taken.append(Taken(outcome, rows.id_of(connection, key)))
        return taken

    def feed_answered(
        self,
        address: str,
        *,
        title: str | None = None,
        site: str | None = None,
        etag: str | None = None,
        modified: str | None = None,
        moved: str | None = None,
        not_before: datetime | None = None,
        now: datetime | None = None,
    ) -> None:
        """Note that a feed was read to its end; `moved` is its new address, if it has one.

        What is None stays as it is, but for etag and modified, which belong to this answer.
        """
        with self._database.write() as connection:
            connection.execute(
                "UPDATE feeds SET title = ifnull(?, title), site = ifnull(?, site), etag = ?,"
                " modified = ?, checked = ?, failed = NULL, failed_since = NULL, failures = 0,"
                " not_before = ?, gone = 0 WHERE address = ?",
                (
                    title,
                    site,
                    etag,
                    modified,
                    _stamp(now),
                    _stamp(not_before) if not_before else None,
                    address,
                ),
            )
            if moved:
                # Where the new address is followed already, the old one stays as it is.
                connection.execute(
                    "UPDATE OR IGNORE feeds SET address = ? WHERE address = ?", (moved, address)
                )

    def feed_failed(
        self,
        address: str,
        reason: str,
        *,
        not_before: datetime | None = None,
        gone: bool = False,
        now: datetime | None = None,
    ) -> None:
        """Note that a feed could not be read, why, and when to try again at the earliest."""
        stamp = _stamp(now)
        with self._database.write() as connection:
            connection.execute(
                "UPDATE feeds SET failed = ?, failed_since = ifnull(failed_since, ?),"
                " failures = failures + 1, not_before = ?, gone = ? WHERE address = ?",
                (reason, stamp, _stamp(not_before) if not_before else None, gone, address),
            )


def _feed(row: Sequence[Any]) -> Feed:
    values = dict(zip(_FIELDS, row, strict=True))
    tags, gone = tuple(json.loads(values.pop("tags"))), bool(values.pop("gone"))
    return Feed(**values | {"tags": tags, "gone": gone, "named": bool(values["named"])})


def _key(connection: sqlite3.Connection, address: str) -> int:
    row = connection.execute("SELECT key FROM feeds WHERE address = ?", (address,)).fetchone()
    if row is None:
        raise NoSuchFeed(f"no feed has the address {address!r}; see: reader feeds")
    return int(row[0])


def _stamp(moment: datetime | None) -> str:
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")
