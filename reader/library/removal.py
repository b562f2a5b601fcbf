"""Articles taken out of a library so that they can be put back with all that was done to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.library import rows

_TABLES = ("texts", "sources", "corrections", "marks", "tags", "versions", "notes")
"""What belongs to an article, by its row number in the column `article`."""
_OWN_NUMBERS = ("sources", "versions")
"""Tables whose first column numbers their rows; notes keep theirs, which no other one gets."""


@dataclass(frozen=True, slots=True)
class Removal:
    """Articles that were taken out, for putting them back; of no other use."""

    articles: tuple[tuple[Any, ...], ...]
    """Rows of the table of articles."""
    belongings: tuple[tuple[str, tuple[tuple[Any, ...], ...]], ...]
    """Rows of the other tables, by table."""

    def __len__(self) -> int:
        return len(self.articles)


def taken_out(connection: sqlite3.Connection, ids: Sequence[str]) -> Removal:
    """Read all that belongs to some articles, and delete it; ids that are gone are passed over."""
    found: list[tuple[Any, ...]] = []
    theirs: dict[str, list[tuple[Any, ...]]] = {table: [] for table in (*_TABLES, "entries")}
    for marks, some in rows.batches(list(dict.fromkeys(ids))):
        of = f"SELECT key FROM articles WHERE id IN ({marks})"
        found += connection.execute(f"SELECT * FROM articles WHERE id IN ({marks})", some)
        for table, kept in theirs.items():
            kept.extend(connection.execute(f"SELECT * FROM {table} WHERE article IN ({of})", some))
        # The entries of feeds stay, so that what a person removed does not come in again.
        connection.execute(f"DELETE FROM articles WHERE id IN ({marks})", some)
    return Removal(tuple(found), tuple((table, tuple(kept)) for table, kept in theirs.items()))


def put_in(connection: sqlite3.Connection, removal: Removal) -> list[int]:
    """Write taken-out articles back; row numbers of those that are there again.

    One whose text came in again meanwhile is not put in twice.
    """
    moved: dict[int, int] = {}
    for key, *values in removal.articles:
        marks = ",".join("?" * len(values))
        columns = _columns(connection, "articles")[1:]
        done = connection.execute(
            f"INSERT OR IGNORE INTO articles ({', '.join(columns)}) VALUES ({marks})", values
        )
        if done.rowcount:
            assert done.lastrowid is not None
            moved[key] = done.lastrowid
    for table, kept in removal.belongings:
        if table == "entries":
            connection.executemany(
                "UPDATE entries SET article = ? WHERE feed = ? AND entry = ?",
                [(moved[key], feed, entry) for feed, entry, _, key in kept if key in moved],
            )
            continue
        columns = _columns(connection, table)
        own = columns[1:] if table in _OWN_NUMBERS else columns
        at = columns.index("article")
        connection.executemany(
            f"INSERT OR IGNORE INTO {table} ({', '.join(own)}) VALUES ({','.join('?' * len(own))})",
            [
                (*row[len(columns) - len(own) : at], moved[row[at]], *row[at + 1 :])
                for row in kept
                if row[at] in moved
            ],
        )
    return list(moved.values())


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
