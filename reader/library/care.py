"""Copies of a library, and whether it is sound."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from reader.errors import LibraryError, UsageError
from reader.library import rows
from reader.library.database import Database, sentence
from reader.library.schema import APPLICATION_ID

_HEADER_ID = slice(68, 72)  # where SQLite's file header has the application id


class Care:
    """What keeps a library from being lost."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def backup(self, path: Path) -> None:
        """Copy the library into one file, whole or not at all, while others may use it.

        An earlier backup is replaced; raises UsageError rather than replace any other file.
        """
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file in it")
        if path.exists() and not _is_library(path):
            raise UsageError(f"{path} is no backup of a library; it is left as it is")
        if path.exists() and path.samefile(self._database.path):
            raise UsageError(f"{path} is the library itself; name another file")
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with self._database.plain() as connection:
                _copy(connection, unfinished)
            os.replace(unfinished, path)
        except OSError as error:
            raise LibraryError(f"{path}: {error.strerror}") from error
        finally:
            unfinished.unlink(missing_ok=True)

    def check(self) -> list[str]:
        """Read everything and say what is wrong, one sentence each; empty when all is well."""
        problems = []
        with self._database.plain() as connection:
            for (line,) in connection.execute("PRAGMA integrity_check"):
                if line != "ok":
                    problems.append(f"the file is damaged: {line}")
            for table, *_ in connection.execute("PRAGMA foreign_key_check"):
                problems.append(f"a row of {table} belongs to no article")
            for name, digest, text in connection.execute(
                "SELECT a.id, a.digest, t.text FROM articles a"
                " LEFT JOIN texts t ON t.article = a.key"
            ):
                if text is None:
                    problems.append(f"article {name} has lost its text")
                elif rows.digest(text) != digest:
                    problems.append(f"the text of article {name} is not what was imported")
        return problems


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as target:
            connection.backup(target)
            # One file without a log beside it: it can be moved, and read from a read-only disk.
            target.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise LibraryError(f"{path}: the backup was not made: {sentence(error)}") from error


def _is_library(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError:
        return False
    return not header or int.from_bytes(header[_HEADER_ID], "big") == APPLICATION_ID
