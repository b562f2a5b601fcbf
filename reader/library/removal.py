"""Articles taken out of a library so that they can be put back with all that was done to them."""

from __future__ import annotations

import json
import sqlite3
import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    number: int = 0
    """Under which the library keeps it; 0 for one that it does not keep."""
    made: str = ""
    """When, in UTC and ISO format, where it was kept."""

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


_KEPT = 20
"""Removals that a library keeps; an older one is gone for good."""


def keep(connection: sqlite3.Connection, removal: Removal, made: str) -> Removal:
    """Have the library keep a removal, so that it can be undone on another day."""
    rows = json.dumps((removal.articles, removal.belongings), default=_packed, ensure_ascii=False)
    done = connection.execute(
        "INSERT INTO removals (made, layout, rows) VALUES (?, ?, ?)",
        (made, _layout(connection), zlib.compress(rows.encode(), 1)),
    )
    number = int(done.lastrowid or 0)
    connection.execute("DELETE FROM removals WHERE number <= ?", (number - _KEPT,))
    return replace(removal, number=number, made=made)


def newest_kept(connection: sqlite3.Connection) -> Removal | None:
    """The last removal that was not undone; None where none was kept by this version."""
    found = connection.execute(
        "SELECT number, made, rows FROM removals WHERE layout = ? ORDER BY number DESC LIMIT 1",
        (_layout(connection),),
    ).fetchone()
    if found is None:
        return None
    articles, theirs = json.loads(zlib.decompress(found[2]), object_hook=_unpacked)
    belongings = tuple((table, tuple(map(tuple, kept))) for table, kept in theirs)
    return Removal(tuple(map(tuple, articles)), belongings, found[0], found[1])


def _packed(value: object) -> object:
    if isinstance(value, bytes):
        return {"bytes": b64encode(value).decode()}
    raise TypeError(f"no column of a library: {value!r}")


def _unpacked(value: dict[str, str]) -> bytes:
    return b64decode(value["bytes"])


def _layout(connection: sqlite3.Connection) -> int:
    """The version of the tables: rows of another one cannot be put in."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
