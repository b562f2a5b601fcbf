"""The file in which the grouping keeps what it knows, and what is left to be done with it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

_TABLES = """
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL DEFAULT '',
    first INTEGER, last INTEGER, language TEXT,
    words BLOB NOT NULL, weights BLOB NOT NULL, mentioned TEXT NOT NULL,
    quoted BLOB NOT NULL, length INTEGER NOT NULL, names BLOB NOT NULL,
    portrait TEXT NOT NULL
);
CREATE INDEX undated ON articles(id) WHERE first IS NOT last OR first IS NULL;
CREATE TABLE companies (
    key INTEGER PRIMARY KEY, dated BLOB NOT NULL, undated BLOB NOT NULL,
    length REAL NOT NULL, undated_length REAL NOT NULL
);
CREATE TABLE heavy (word INTEGER, day INTEGER, key INTEGER, PRIMARY KEY (word, day, key))
    WITHOUT ROWID;
CREATE TABLE pairs (
    key INTEGER, other INTEGER, dot REAL NOT NULL, gap INTEGER NOT NULL, trust REAL NOT NULL,
    quoted INTEGER NOT NULL, event REAL NOT NULL DEFAULT 0, story REAL NOT NULL DEFAULT 0,
    PRIMARY KEY (key, other)
) WITHOUT ROWID;
CREATE TABLE moved (id TEXT PRIMARY KEY, edited INTEGER NOT NULL) WITHOUT ROWID;
"""
_CHOSEN = "CREATE TEMP TABLE chosen (key INTEGER PRIMARY KEY, home INTEGER, fresh INTEGER)"
_FORMAT = 1
_AT_ONCE = 500  # values of one query; SQLite's default allows 999


class GroupingFile:
    """An open file, made anew if another program or version made it."""

    def __init__(self, path: Path | str, made_by: str, patience: float) -> None:
        self._connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            # Held until it is closed: what is in memory does not hold beside another's work.
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            # A cache need not outlive a power cut: what is torn is worked out again.
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute("PRAGMA cache_size = -64000")
            self._connection.execute(_CHOSEN)
            self._connection.execute("BEGIN IMMEDIATE")
            made = f"{_FORMAT} {made_by}"
            if self._version() != made:
                self._make(made)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let go of the file; what was not committed is lost."""
        self._connection.close()

    def commit(self) -> None:
        """Keep what was done up to now."""
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN IMMEDIATE")

    def fits(self, stamp: int) -> bool:
        """Whether this was worked out beside the grouping that a library saved last.

        If it is the one that was about to be saved when the program ended, it was.
        """
        row = self._one("SELECT value FROM state WHERE name = 'next'", ())
        if row is not None and int(row[0]) == stamp:
            self.saved(stamp)
        row = self._one("SELECT value FROM state WHERE name = 'stamp'", ())
        return row is not None and int(row[0]) == stamp

    def saving(self, stamp: int) -> None:
        """Note which grouping is about to be saved."""
        self._put("next", str(stamp))

    def saved(self, stamp: int) -> None:
        """Nothing is left to be regrouped."""
        self._connection.execute("DELETE FROM moved")
        self._connection.execute("DELETE FROM state WHERE name = 'next'")
        self._put("stamp", str(stamp))

    def rulings(self) -> dict[int, tuple[str, ...]]:
        """The articles of the corrections that were heeded last, by their numbers."""
        row = self._one("SELECT value FROM state WHERE name = 'rulings'", ())
        return {int(n): tuple(ids) for n, ids in json.loads(row[0]).items()} if row else {}

    def put_rulings(self, rulings: Mapping[int, Collection[str]]) -> None:
        """Note which corrections are heeded."""
        written = json.dumps({number: sorted(ids) for number, ids in rulings.items()})
        self._put("rulings", written)

    def move(self, ids: Iterable[str], *, edited: bool = False) -> None:
        """Note articles that have to be regrouped, so that a stop does not forget them."""
        self._connection.executemany(
            "INSERT INTO moved VALUES (?, ?)"
            " ON CONFLICT (id) DO UPDATE SET edited = edited OR excluded.edited",
            ((id, edited) for id in ids),
        )

    def moved(self) -> dict[str, bool]:
        """The articles that have to be regrouped, and whether they were edited."""
        return {
            id: bool(edited)
            for id, edited in self._connection.execute("SELECT id, edited FROM moved")
        }

    def states(self, ids: Sequence[str] | None = None) -> dict[str, str]:
        """The state in which each article, or some, was taken in."""
        if ids is None:
            return dict(self._connection.execute("SELECT id, state FROM articles"))
        return dict(self._rows("SELECT id, state FROM articles", "id", ids))

    def put_states(self, states: Mapping[str, str]) -> None:
        """Note in which state articles were taken in."""
        self._connection.executemany(
            "UPDATE articles SET state = ? WHERE id = ?", [(s, id) for id, s in states.items()]
        )

    def _version(self) -> str | None:
        try:
            row = self._one("SELECT value FROM state WHERE name = 'made'", ())
        except sqlite3.OperationalError:
            return None
        return None if row is None else str(row[0])

    def _make(self, made: str) -> None:
        names = [
            name
            for (name,) in self._connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
        ]
        for name in names:
            self._connection.execute(f"DROP TABLE {name}")
        for statement in _TABLES.split(";"):
            self._connection.execute(statement)
        self._connection.execute("INSERT INTO state VALUES ('made', ?)", (made,))
        self.commit()

    def _put(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def _one(self, query: str, values: Sequence[Any]) -> Any:
        return self._connection.execute(query, values).fetchone()

    def _rows(self, query: str, column: str, values: Sequence[Any]) -> Iterator[Any]:
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            yield from self._connection.execute(f"{query} WHERE {column} IN ({marks})", some)
