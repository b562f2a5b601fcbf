"""What the grouping knows of the articles of one library, in a file of the cache.

Losing the file costs time, not knowledge: everything in it is worked out again from the articles.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.errors import LibraryError
from reader.events.mentioned import Mentioned
from reader.events.profiles import Days, Portrait, Profile
from reader.events.scoring import Company, Lengths, Pair
from reader.library.kept import program
from reader.model import When

_TABLES = """
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL DEFAULT '',
    first INTEGER, last INTEGER, language TEXT,
    words BLOB NOT NULL, weights BLOB NOT NULL, mentioned TEXT NOT NULL,
    quoted BLOB NOT NULL, length INTEGER NOT NULL,
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
    one INTEGER, other INTEGER, dot REAL NOT NULL, gap INTEGER NOT NULL, agreement REAL NOT NULL,
    quoted INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX pairs_by_other ON pairs(other);
CREATE TABLE moved (id TEXT PRIMARY KEY, edited INTEGER NOT NULL) WITHOUT ROWID;
"""
_FORMAT = 1
_PROFILE = "id, first, last, language, words, weights, mentioned, quoted, length"
# The day of articles that have none; before every other.
_NO_DAY = 0
_KEPT = 4_000  # profiles in memory; 20 kB each
_AT_ONCE = 500
PATIENCE = 60.0
"""Seconds to wait for another program that groups the same library."""

StoreError = sqlite3.Error
"""What a store raises if its file cannot be used any more, as when the disk is full."""


def open_store(path: Path | None) -> SqliteGroupingStore:
    """The store in a file, made anew if that is damaged; in memory where no file can be had.

    Raises LibraryError if another program holds the file for longer than `PATIENCE`.
    """
    made_by = program("text", "events", "library/grouping_store.py").hex()
    if path is None:
        return SqliteGroupingStore(":memory:", made_by)
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return SqliteGroupingStore(path, made_by)
        except OSError:
            break
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode or 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise LibraryError(
                    "another program is looking for events in this library; try again later"
                ) from error
            break
        except sqlite3.DatabaseError:
            delete_store(path)
    return SqliteGroupingStore(":memory:", made_by)


def delete_store(path: Path) -> None:
    """Delete the file of a store, if it is there."""
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            Path(f"{path}{suffix}").unlink()


class SqliteGroupingStore:
    """A `GroupingStore` in a file. Raises sqlite3.Error where that cannot be used."""

    def __init__(self, path: Path | str, made_by: str = "") -> None:
        self._connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        self._keys: dict[str, int] = {}
        self._profiles: OrderedDict[str, Profile] = OrderedDict()
        self._companies: OrderedDict[str, Company] = OrderedDict()
        self._unwritten: set[str] = set()
        # A cache need not outlive a power cut: what is torn is worked out again.
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("PRAGMA cache_size = -64000")
        self._connection.execute("BEGIN IMMEDIATE")
        made = f"{_FORMAT} {made_by}"
        if self._version() != made:
            self._make(made)

    def close(self) -> None:
        """Let go of the file; what was not committed is lost."""
        self._connection.close()

    def commit(self) -> None:
        """Keep what was done up to now."""
        self._write_companies(self._unwritten)
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN IMMEDIATE")

    # What has to be done ------------------------------------------------------------------------

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

    # The store of the grouping ------------------------------------------------------------------

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles of some articles."""
        missing = [id for id in ids if id not in self._profiles]
        found = {id: self._profiles[id] for id in ids if id in self._profiles}
        for id in found:
            self._profiles.move_to_end(id)
        query = f"SELECT {_PROFILE} FROM articles"
        for row in self._rows(query, "id", missing):
            found[row[0]] = self._keep(_profile(row))
        return found

    def portraits(self, ids: Collection[str]) -> Mapping[str, Portrait]:
        """The portraits of some articles."""
        rows = self._rows("SELECT id, portrait FROM articles", "id", list(ids))
        return {id: _portrait(json.loads(written)) for id, written in rows}

    def put(self, profile: Profile, portrait: Portrait) -> None:
        """Keep an article; of one that is there, the portrait only."""
        written = json.dumps(_written(portrait), ensure_ascii=False)
        if self._key(profile.id) is not None:
            self._connection.execute(
                "UPDATE articles SET portrait = ? WHERE id = ?", (written, profile.id)
            )
            return
        days = profile.days
        key = self._connection.execute(
            f"INSERT INTO articles ({_PROFILE}, portrait) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                profile.id,
                days.first if days else None,
                days.last if days else None,
                profile.language,
                array("I", profile.weights).tobytes(),
                array("f", profile.weights.values()).tobytes(),
                json.dumps(_days(profile.mentioned)),
                array("I", sorted(profile.quoted)).tobytes(),
                profile.length,
                written,
            ),
        ).lastrowid
        assert key is not None
        self._keys[profile.id] = key
        self._keep(profile)
        lengths = Company().lengths(profile)
        self._connection.execute(
            "INSERT INTO companies VALUES (?, x'', x'', ?, ?)", (key, *lengths)
        )
        self._connection.executemany(
            "INSERT INTO heavy VALUES (?, ?, ?)",
            [(word, profile.day or _NO_DAY, key) for word in sorted(profile.heavy)],
        )

    def drop(self, id: str) -> None:
        """Forget an article and its pairs."""
        key = self._key(id)
        if key is None:
            return
        profile = self.profiles([id])[id]
        self._connection.executemany(
            "DELETE FROM heavy WHERE word = ? AND day = ? AND key = ?",
            [(word, profile.day or _NO_DAY, key) for word in profile.heavy],
        )
        for table, column in (
            ("pairs", "one"),
            ("pairs", "other"),
            ("companies", "key"),
            ("articles", "key"),
        ):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (key,))
        self._profiles.pop(id, None)
        self._companies.pop(id, None)
        self._unwritten.discard(id)
        self._keys.pop(id, None)

    def holders(
        self, words: Collection[int], days: tuple[int, int] | None = None
    ) -> Mapping[str, int]:
        """Articles with a day by how many of some heavy words they hold."""
        first, last = days or (_NO_DAY + 1, 2**62)
        return self._holding(words, first, last)

    def undated_holders(self, words: Collection[int]) -> Mapping[str, int]:
        """Articles without a day by how many of some heavy words they hold."""
        return self._holding(words, _NO_DAY, _NO_DAY)

    def present(self, ids: Collection[str]) -> set[str]:
        """Those of the articles that are there."""
        unknown = [id for id in ids if id not in self._keys]
        rows = self._rows("SELECT id, key FROM articles", "id", unknown)
        self._keys.update(rows)
        return {id for id in ids if id in self._keys}

    def undated(self, fewer: int) -> Mapping[str, Profile] | None:
        """The profiles of all articles without a day, if these are fewer."""
        query = "SELECT id FROM articles WHERE first IS NOT last OR first IS NULL LIMIT ?"
        ids = [id for (id,) in self._connection.execute(query, (fewer,))]
        return self.profiles(ids) if len(ids) < fewer else None

    def lengths(self, ids: Collection[str]) -> Mapping[str, Lengths]:
        """The lengths of some articles."""
        changed = [id for id in ids if id in self._unwritten]
        profiles = self.profiles(changed)
        found = {id: self._companies[id].lengths(profiles[id]) for id in changed}
        query = (
            "SELECT a.id, c.length, c.undated_length"
            " FROM articles a JOIN companies c ON c.key = a.key"
        )
        others = [id for id in ids if id not in found]
        return found | {id: (one, other) for id, one, other in self._rows(query, "a.id", others)}

    def companies(self, ids: Collection[str]) -> Mapping[str, Company]:
        """The company of some articles."""
        found = {id: self._companies[id] for id in ids if id in self._companies}
        for id in found:
            self._companies.move_to_end(id)
        query = (
            "SELECT a.id, a.words, c.dated, c.undated"
            " FROM articles a JOIN companies c ON c.key = a.key"
        )
        for id, words, dated, undated in self._rows(
            query, "a.id", [i for i in ids if i not in found]
        ):
            found[id] = self._companies[id] = Company(
                _counts(words, dated), _counts(words, undated)
            )
        self._forget_companies(found)
        return found

    def put_companies(self, companies: Mapping[str, Company]) -> None:
        """Keep the company of articles that are there."""
        there = {id: each for id, each in companies.items() if self._key(id) is not None}
        self._companies.update(there)
        self._unwritten.update(there)
        self._forget_companies(there)

    def pairs(self, ids: Collection[str]) -> Iterator[Pair]:
        """All pairs that one or both of these are in, each once."""
        wanted = frozenset(ids)
        query = (
            "SELECT a.id, b.id, p.dot, p.gap, p.agreement, p.quoted FROM pairs p"
            " JOIN articles a ON a.key = p.one JOIN articles b ON b.key = p.other"
        )
        keys = [key for id in wanted if (key := self._key(id)) is not None]
        for row in self._rows(query, "p.one", keys):
            yield _pair(row)
        for row in self._rows(query, "p.other", keys):
            if row[0] not in wanted:
                yield _pair(row)

    def put_pairs(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?, ?, ?)",
            [
                (self._key(p.one), self._key(p.other), p.dot, p.gap, p.agreement, p.quoted)
                for p in pairs
            ],
        )

    # Rows ---------------------------------------------------------------------------------------

    def _version(self) -> str | None:
        try:
            row = self._one("SELECT value FROM state WHERE name = 'made'", ())
        except sqlite3.OperationalError:
            return None
        return None if row is None else str(row[0])

    def _forget_companies(self, needed: Collection[str]) -> None:
        """Write and let go of what was not asked for lately, but of nothing that is in use."""
        surplus = len(self._companies) - _KEPT
        if surplus > 0:
            oldest = [id for id, _ in zip(self._companies, range(surplus), strict=False)]
            going = [id for id in oldest if id not in needed]
            self._write_companies(self._unwritten.intersection(going))
            for id in going:
                del self._companies[id]

    def _write_companies(self, ids: Collection[str]) -> None:
        written = sorted(ids)
        profiles = self.profiles(written)
        self._connection.executemany(
            "UPDATE companies SET dated = ?, undated = ?, length = ?, undated_length = ?"
            " WHERE key = ?",
            [
                (
                    _packed(profiles[id], self._companies[id].dated),
                    _packed(profiles[id], self._companies[id].undated),
                    *self._companies[id].lengths(profiles[id]),
                    self._key(id),
                )
                for id in written
            ],
        )
        self._unwritten.difference_update(written)

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

    def _holding(self, words: Collection[int], first: int, last: int) -> Mapping[str, int]:
        marks = ",".join("?" * len(words))
        return dict(
            self._connection.execute(
                "SELECT a.id, h.times FROM (SELECT key, count(*) AS times FROM heavy"
                f" WHERE word IN ({marks}) AND day BETWEEN ? AND ? GROUP BY key) h"
                " JOIN articles a ON a.key = h.key",
                (*words, first, last),
            )
        )

    def _key(self, id: str) -> int | None:
        if id not in self._keys:
            row = self._one("SELECT key FROM articles WHERE id = ?", (id,))
            if row is None:
                return None
            self._keys[id] = int(row[0])
        return self._keys[id]

    def _keep(self, profile: Profile) -> Profile:
        self._profiles[profile.id] = profile
        if len(self._profiles) > _KEPT:
            self._profiles.popitem(last=False)
        return profile


def _profile(row: Any) -> Profile:
    id, first, last, language, words, weights, named, quoted, length = row
    years, months, days, weekdays = json.loads(named)
    return Profile(
        id,
        Days(first, last) if first is not None else None,
        language,
        dict(zip(array("I", words), array("f", weights).tolist(), strict=True)),
        Mentioned(
            frozenset(years),
            frozenset(months),
            frozenset((month, day) for month, day in days),
            tuple(weekdays),
        ),
        frozenset(array("I", quoted)),
        length,
    )


def _pair(row: Any) -> Pair:
    one, other, dot, gap, agreement, quoted = row
    return Pair(one, other, dot, gap, agreement, bool(quoted))


def _days(named: Mentioned) -> list[list[Any]]:
    return [sorted(named.years), sorted(named.months), sorted(named.days), [*named.weekdays]]


def _written(portrait: Portrait) -> list[Any]:
    iso = portrait.published.iso if portrait.published else None
    return [
        portrait.label,
        portrait.titled,
        iso,
        portrait.age,
        portrait.names,
        portrait.words,
        portrait.language,
    ]


def _portrait(written: list[Any]) -> Portrait:
    label, titled, iso, age, names, words, language = written
    when = When(iso) if iso else None
    return Portrait(label, titled, when, age, tuple(names), tuple(words), language)


def _counts(words: bytes, packed: bytes) -> dict[int, int]:
    """Counts by word, from counts in the order of an article's words; nothing is no company."""
    counts = zip(array("I", words), array("I", packed), strict=False)
    return {word: count for word, count in counts if count}


def _packed(profile: Profile, counts: Mapping[int, int]) -> bytes:
    if not counts:
        return b""
    return array("I", [counts.get(word, 0) for word in profile.weights]).tobytes()
