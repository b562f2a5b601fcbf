"""Feeds taken out of a library so that they can be followed again as if nothing had been."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """Feeds that are followed no more, for following them again; of no other use."""

    feeds: tuple[tuple[Any, ...], ...]
    """Rows of the table of feeds, their row numbers left out."""
    entries: tuple[tuple[str, str, bytes, str | None], ...]
    """The entries that were read: address of the feed, entry, digest, id of the article."""

    def __len__(self) -> int:
        return len(self.feeds)


def taken_out(connection: sqlite3.Connection, addresses: Iterable[str]) -> Unfollowed:
    """Read all that is known of some feeds, and delete it; unknown addresses are passed over."""
    feeds: list[tuple[Any, ...]] = []
    entries: list[tuple[str, str, bytes, str | None]] = []
    for address in dict.fromkeys(addresses):
        row = connection.execute("SELECT * FROM feeds WHERE address = ?", (address,)).fetchone()
        if row is None:
            continue
        key, *values = row
        feeds.append(tuple(values))
        entries += connection.execute(
            "SELECT ?, e.entry, e.digest, a.id FROM entries e"
            " LEFT JOIN articles a ON a.key = e.article WHERE e.feed = ?",
            (address, key),
        )
        connection.execute("DELETE FROM feeds WHERE key = ?", (key,))
    return Unfollowed(tuple(feeds), tuple(entries))


def put_in(connection: sqlite3.Connection, unfollowed: Unfollowed) -> None:
    """Write taken-out feeds back; what one that is followed again has learned since stays."""
    columns = [str(row[1]) for row in connection.execute("PRAGMA table_info(feeds)")][1:]
    marks = ",".join("?" * len(columns))
    connection.executemany(
        f"INSERT OR IGNORE INTO feeds ({', '.join(columns)}) VALUES ({marks})", unfollowed.feeds
    )
    # The article of an entry may have been removed meanwhile: it has none then, and stays away.
    connection.executemany(
        "INSERT OR IGNORE INTO entries SELECT f.key, ?, ?, (SELECT key FROM articles WHERE id = ?)"
        " FROM feeds f WHERE f.address = ?",
        [
            (entry, digest, article, address)
            for address, entry, digest, article in unfollowed.entries
        ],
    )
