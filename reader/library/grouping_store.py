"""What the grouping knows of the articles of one library, in a file of the cache.

Losing the file costs time, not knowledge: everything in it is worked out again from the articles.
"""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from reader.errors import LibraryError
from reader.events.profiles import Portrait, Profile
from reader.events.scoring import Company, Lengths
from reader.library.grouping_pairs import PairsFile
from reader.library.grouping_rows import (
    COMPANY,
    PROFILE,
    company_of,
    company_row,
    portrait_of,
    portrait_row,
    profile_of,
    profile_row,
)
from reader.library.kept import program

# The day of articles that have none; before every other, and beyond the reach of the first ones.
_NO_DAY = -1_000_000
_MADE_BY = tuple(f"library/grouping_{name}.py" for name in ("file", "pairs", "rows", "store"))
_KEPT = 4_000  # profiles in memory; 20 kB each
PATIENCE = 60.0
"""Seconds to wait for another program that groups the same library."""

StoreError = sqlite3.Error
"""What a store raises if its file cannot be used any more, as when the disk is full."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether a file has to be made anew, and was not only out of reach."""
    return not isinstance(error, sqlite3.OperationalError)


def open_store(path: Path | None) -> SqliteGroupingStore:
    """The store in a file, made anew if that is damaged; in memory where no file can be had.

    Raises LibraryError if another program holds the file for longer than `PATIENCE`.
    """
    made_by = program("text", "events", *_MADE_BY).hex()
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


class SqliteGroupingStore(PairsFile):
    """A `GroupingStore` in a file. Raises sqlite3.Error where that cannot be used."""

    def __init__(self, path: Path | str, made_by: str = "") -> None:
        self._profiles: OrderedDict[str, Profile] = OrderedDict()
        self._companies: OrderedDict[str, Company] = OrderedDict()
        self._unwritten: set[str] = set()
        super().__init__(path, made_by, PATIENCE)

    def commit(self) -> None:
        """Keep what was done up to now."""
        self._write_companies(self._unwritten)
        super().commit()

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles of some articles."""
        missing = [id for id in ids if id not in self._profiles]
        found = {id: self._profiles[id] for id in ids if id in self._profiles}
        for id in found:
            self._profiles.move_to_end(id)
        query = f"SELECT {PROFILE} FROM articles"
        for row in self._rows(query, "id", missing):
            found[row[0]] = self._keep(profile_of(row))
        return found

    def portraits(self, ids: Collection[str]) -> Mapping[str, Portrait]:
        """The portraits of some articles."""
        rows = self._rows("SELECT id, portrait FROM articles", "id", list(ids))
        return {id: portrait_of(json.loads(written)) for id, written in rows}

    def put(self, profile: Profile, portrait: Portrait) -> None:
        """Keep an article; of one that is there, the portrait only."""
        written = json.dumps(portrait_row(portrait), ensure_ascii=False)
        if self._key(profile.id) is not None:
            self._connection.execute(
                "UPDATE articles SET portrait = ? WHERE id = ?", (written, profile.id)
            )
            return
        marks = ",".join("?" * len(PROFILE.split(",")))
        key = self._connection.execute(
            f"INSERT INTO articles ({PROFILE}, portrait) VALUES ({marks}, ?)",
            (*profile_row(profile), written),
        ).lastrowid
        assert key is not None
        self._know(profile.id, key)
        self._keep(profile)
        lengths = Company.none(profile).lengths(profile)
        self._connection.execute(
            "INSERT INTO companies VALUES (?, x'', x'', ?, ?)", (key, *lengths)
        )
        self._connection.executemany(
            "INSERT INTO heavy VALUES (?, ?, ?)",
            [(word, profile.day or _NO_DAY, key) for word in sorted(profile.found_by)],
        )

    def drop(self, id: str) -> None:
        """Forget an article and its pairs."""
        key = self._key(id)
        if key is None:
            return
        profile = self.profiles([id])[id]
        self._connection.executemany(
            "DELETE FROM heavy WHERE word = ? AND day = ? AND key = ?",
            [(word, profile.day or _NO_DAY, key) for word in profile.found_by],
        )
        self.drop_pairs(key)
        for table in ("companies", "articles"):
            self._connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))
        self._profiles.pop(id, None)
        self._companies.pop(id, None)
        self._unwritten.discard(id)
        self._forget(id)

    def holders(
        self,
        words: Collection[int],
        days: tuple[int, int] | None = None,
        *,
        least: int = 1,
        abroad: Profile | None = None,
    ) -> Mapping[str, int]:
        """Articles with a day by how many of some words find them."""
        return self._holding(words, days or (_NO_DAY + 1, 2**62), least, abroad)

    def undated_holders(
        self, words: Collection[int], *, least: int = 1, abroad: Profile | None = None
    ) -> Mapping[str, int]:
        """Articles without a day by how many of some words find them."""
        return self._holding(words, (_NO_DAY, _NO_DAY), least, abroad)

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
        keys = {self._keys[id]: id for id in self.present(ids) if id not in found}
        query = "SELECT key, length, undated_length FROM companies"
        rows = self._rows(query, "key", list(keys))
        return found | {keys[key]: (one, other) for key, one, other in rows}

    def companies(self, ids: Collection[str]) -> Mapping[str, Company]:
        """The company of some articles."""
        found = {id: self._companies[id] for id in ids if id in self._companies}
        for id in found:
            self._companies.move_to_end(id)
        query = f"SELECT a.id, {COMPANY} FROM articles a JOIN companies c ON c.key = a.key"
        for id, *row in self._rows(query, "a.id", [i for i in ids if i not in found]):
            found[id] = self._companies[id] = company_of(row)
        self._forget_companies(found)
        return found

    def put_companies(self, companies: Mapping[str, Company]) -> None:
        """Keep the company of articles that are there."""
        there = {id: each for id, each in companies.items() if self._key(id) is not None}
        self._companies.update(there)
        self._unwritten.update(there)
        self._forget_companies(there)

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
            [(*company_row(self._companies[id], profiles[id]), self._key(id)) for id in written],
        )
        self._unwritten.difference_update(written)

    def _holding(
        self,
        words: Collection[int],
        days: tuple[int, int],
        least: int,
        abroad: Profile | None,
    ) -> Mapping[str, int]:
        marks = ",".join("?" * len(words))
        return dict(
            self._connection.execute(
                "SELECT a.id, h.times FROM (SELECT key, count(*) AS times FROM heavy"
                f" WHERE word IN ({marks}) AND day BETWEEN ? AND ?"
                " GROUP BY key HAVING times >= ?) h"
                " JOIN articles a ON a.key = h.key WHERE ? OR a.language IS NOT ?",
                (*words, *days, least, abroad is None, abroad.language if abroad else None),
            )
        )

    def _keep(self, profile: Profile) -> Profile:
        self._profiles[profile.id] = profile
        if len(self._profiles) > _KEPT:
            self._profiles.popitem(last=False)
        return profile
