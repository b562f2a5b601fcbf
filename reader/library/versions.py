"""The texts that an article had, and the lines of its text that a person put back."""

from __future__ import annotations

import json
import sqlite3

from reader.errors import UsageError
from reader.library import rows
from reader.library.database import Database
from reader.library.intake import measure, said_title, touch
from reader.library.names import key_of
from reader.model import Article, Version


class VersionStore:
    """Versions and restored lines of a library. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def versions(self, article: str) -> tuple[Version, ...]:
        """All texts that an article had, oldest first, the present one last.

        They are as their sources gave them: without the lines that the person put back, and under
        the headlines of the sources. Raises NoSuchArticle.
        """
        with self._database.read() as connection:
            key = key_of(connection, article)
            earlier = connection.execute(
                "SELECT title, text, source, seen, read_by FROM versions WHERE article = ?"
                " ORDER BY number",
                (key,),
            ).fetchall()
            now = connection.execute(
                "SELECT t.text, ifnull((SELECT s.source FROM sources s WHERE"
                " s.article = a.key AND ifnull(s.digest, a.digest) = a.digest"
                " ORDER BY s.number LIMIT 1), ''), ifnull(t.seen, a.added), t.read_by"
                " FROM articles a JOIN texts t ON t.article = a.key WHERE a.key = ?",
                (key,),
            ).fetchone()
            title = said_title(connection, key)
        rows = [*earlier, (title, *now)]
        return tuple(Version(number, *row) for number, row in enumerate(rows, start=1))

    def count_versions(self, article: str) -> int:
        """How many texts an article had, the present one included; raises NoSuchArticle."""
        query = "SELECT count(*) FROM versions WHERE article = ?"
        with self._database.read() as connection:
            return int(connection.execute(query, (key_of(connection, article),)).fetchone()[0]) + 1

    def versioned(self) -> dict[str, int]:
        """The ids of articles with more than one version, and how many they have."""
        query = (
            "SELECT a.id, count(*) + 1 FROM versions v JOIN articles a ON a.key = v.article"
            " GROUP BY v.article"
        )
        with self._database.read() as connection:
            return dict(connection.execute(query).fetchall())

    def restored(self) -> dict[str, tuple[str, ...]]:
        """The removed lines that a person put back, by the id of the article."""
        query = (
            "SELECT a.id, t.restored FROM texts t JOIN articles a ON a.key = t.article"
            " WHERE t.restored <> '[]'"
        )
        with self._database.read() as connection:
            return {name: tuple(json.loads(lines)) for name, lines in connection.execute(query)}

    def restore(self, article: str, line: str) -> Article:
        """Put a removed line back where it stood; it stays there when the source is read again.

        Raises NoSuchArticle, and UsageError if no such line was removed.
        """
        with self._database.write() as connection:
            key, removed, restored = self._lines(connection, article)
            if line not in removed:
                raise UsageError(f"no line was removed that reads {line!r}")
            return self._keep(connection, article, key, [*restored, line])

    def cut(self, article: str, line: str) -> Article:
        """Take a line away again that was put back; raises as `restore` does."""
        with self._database.write() as connection:
            key, _, restored = self._lines(connection, article)
            if line not in restored:
                raise UsageError(f"no line was put back that reads {line!r}")
            return self._keep(connection, article, key, [each for each in restored if each != line])

    def _lines(
        self, connection: sqlite3.Connection, article: str
    ) -> tuple[int, set[str], list[str]]:
        key = key_of(connection, article)
        query = "SELECT removed, restored FROM texts WHERE article = ?"
        removed, restored = connection.execute(query, (key,)).fetchone()
        return key, {each.text for each in rows.read_removed(removed)}, json.loads(restored)

    def _keep(
        self, connection: sqlite3.Connection, article: str, key: int, restored: list[str]
    ) -> Article:
        connection.execute(
            "UPDATE texts SET restored = ? WHERE article = ?",
            (json.dumps(list(dict.fromkeys(restored))), key),
        )
        measure(connection, key)
        touch(connection, key)
        return rows.articles(connection, [article])[article]
