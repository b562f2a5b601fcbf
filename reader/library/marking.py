"""What a person has done to articles: read, starred, tagged, and how far they came."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from reader.library.database import Database
from reader.library.names import key_of
from reader.model import Marks
from reader.text.safety import one_line


class MarkStore:
    """The marks on the articles of a library. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def marks(self, article: str) -> Marks:
        """The marks on one article; raises NoSuchArticle."""
        with self._database.read() as connection:
            key = key_of(connection, article)
            row = connection.execute(
                "SELECT read, starred, place, later FROM marks WHERE article = ?", (key,)
            ).fetchone()
            tags = _tags_of(connection, key)
        read, starred, place, later = row or (0, 0, 0, 0)
        return Marks(bool(read), bool(starred), tags, place, bool(later))

    def count_read(self) -> int:
        """How many articles have been read."""
        with self._database.read() as connection:
            query = "SELECT count(*) FROM marks WHERE read"
            return int(connection.execute(query).fetchone()[0])

    def mark(
        self,
        article: str,
        *,
        read: bool | None = None,
        starred: bool | None = None,
        place: int | None = None,
        later: bool | None = None,
    ) -> None:
        """Set some of the marks; None leaves one as it is. Raises NoSuchArticle."""
        with self._database.write() as connection:
            key = key_of(connection, article)
            connection.execute("INSERT OR IGNORE INTO marks VALUES (?, 0, 0, 0, 0)", (key,))
            connection.execute(
                "UPDATE marks SET read = ifnull(?, read), starred = ifnull(?, starred),"
                " place = ifnull(?, place), later = ifnull(?, later) WHERE article = ?",
                (read, starred, None if place is None else max(place, 0), later, key),
            )

    def tag(self, article: str, tags: Iterable[str]) -> None:
        """Give an article exactly these tags; white space folded, empty ones left out."""
        self.put_tags({article: tuple(tags)})

    def put_tags(self, tags: Mapping[str, Iterable[str]]) -> None:
        """Give several articles exactly these tags, all in one transaction."""
        with self._database.write() as connection:
            for article, names in tags.items():
                _write_tags(connection, key_of(connection, article), names)

    def retag(
        self, articles: Iterable[str], *, add: Iterable[str] = (), take: Iterable[str] = ()
    ) -> dict[str, tuple[str, ...]]:
        """Give articles some tags and take others from them; returns the tags that each had.

        Tags are compared without case; one that is in use already keeps its spelling.
        """
        added = [tag for tag in map(one_line, add) if tag]
        taken = {one_line(tag).casefold() for tag in take}
        before: dict[str, tuple[str, ...]] = {}
        with self._database.write() as connection:
            names = connection.execute("SELECT DISTINCT tag FROM tags ORDER BY tag DESC")
            known = {name.casefold(): name for (name,) in names}
            for article in articles:
                key = key_of(connection, article)
                has = before[article] = _tags_of(connection, key)
                kept = {tag.casefold(): tag for tag in has if tag.casefold() not in taken}
                for tag in added:
                    kept.setdefault(tag.casefold(), known.setdefault(tag.casefold(), tag))
                _write_tags(connection, key, kept.values())
        return before

    def marked(
        self,
        *,
        read: bool | None = None,
        starred: bool | None = None,
        later: bool | None = None,
        tag: str | None = None,
    ) -> set[str]:
        """Ids of the articles with all of these marks; tags are compared without case."""
        tests, values = ["1"], []
        if read is not None:
            tests.append("ifnull(m.read, 0) = ?")
            values.append(read)
        if starred is not None:
            tests.append("ifnull(m.starred, 0) = ?")
            values.append(starred)
        if later is not None:
            tests.append("ifnull(m.later, 0) = ?")
            values.append(later)
        query = (
            "SELECT a.id, a.key FROM articles a LEFT JOIN marks m ON m.article = a.key"
            f" WHERE {' AND '.join(tests)}"
        )
        with self._database.read() as connection:
            found = {key: name for name, key in connection.execute(query, values)}
            if tag is None:
                return set(found.values())
            # SQLite folds the case of ASCII only.
            folded = tag.casefold()
            tagged = connection.execute("SELECT article, tag FROM tags").fetchall()
        return {found[key] for key, name in tagged if name.casefold() == folded and key in found}

    def tags(self) -> dict[str, int]:
        """Every tag in use and how many articles have it."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY tag")
            return {tag: int(count) for tag, count in rows}


def _tags_of(connection: sqlite3.Connection, key: int) -> tuple[str, ...]:
    rows = connection.execute("SELECT tag FROM tags WHERE article = ? ORDER BY tag", (key,))
    return tuple(tag for (tag,) in rows)


def _write_tags(connection: sqlite3.Connection, key: int, tags: Iterable[str]) -> None:
    wanted = {tag for tag in map(one_line, tags) if tag}
    connection.execute("DELETE FROM tags WHERE article = ?", (key,))
    connection.executemany("INSERT INTO tags VALUES (?, ?)", [(key, tag) for tag in sorted(wanted)])
