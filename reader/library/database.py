"""One SQLite file: a connection per thread, transactions, and its errors in sentences."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import LibraryError
from reader.library.schema import migrate

PATIENCE = 10.0
"""Seconds to wait for another program's write; a person would think it hung after that."""

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "another program keeps it locked; try again when that is done",
    sqlite3.SQLITE_LOCKED: "another program keeps it locked; try again when that is done",
    sqlite3.SQLITE_READONLY: "it cannot be written to (read-only)",
    sqlite3.SQLITE_PERM: "there is no permission to use it",
    sqlite3.SQLITE_FULL: "the disk is full; the last change was not made",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_CORRUPT: "it is damaged; restore it from a backup",
    sqlite3.SQLITE_NOTADB: "it is not a reader library",
    sqlite3.SQLITE_IOERR: "the disk reports an error",
}


class Database:
    """The file under a library; usable from any thread and beside other processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._open: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._closed = False

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the file until the block ends."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A connection that holds the write lock; all is kept at the end, or nothing on error."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def plain(self) -> Iterator[sqlite3.Connection]:
        """A connection outside any transaction, for backup and PRAGMAs."""
        with self._wrapped():
            yield self._connection()

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            self._closed = True
            connections, self._open = self._open, []
        for _, connection in connections:
            connection.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._wrapped():
            connection = self._connection()
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk ends the transaction by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _wrapped(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise LibraryError(f"{self.path}: {sentence(error)}") from error

    def _connection(self) -> sqlite3.Connection:
        if self._closed:
            raise LibraryError(f"{self.path}: the library is closed")
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
            self._local.connection = connection
            with self._lock:
                self._close_orphans()
                self._open.append((threading.current_thread(), connection))
        return connection

    def _close_orphans(self) -> None:
        for thread, connection in self._open:
            if not thread.is_alive():
                connection.close()
        self._open = [pair for pair in self._open if pair[0].is_alive()]

    def _connect(self) -> sqlite3.Connection:
        # Threads do not share a connection; only `close` reaches those of the others.
        connection = sqlite3.connect(
            self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            # With WAL this survives any death of the process; only a power cut may take the
            # last changes, and never the file.
            connection.execute("PRAGMA synchronous = NORMAL")
            _write_ahead(connection)
            migrate(connection)
        except sqlite3.Error:
            connection.close()
            raise
        except LibraryError as error:
            connection.close()
            raise type(error)(f"{self.path}: {error}") from error
        return connection


def sentence(error: sqlite3.Error) -> str:
    """What went wrong, for a person; the low byte of SQLite's code says which kind it is."""
    code = getattr(error, "sqlite_errorcode", None)
    return _SENTENCES.get(code & 0xFF if code else -1, str(error))


def _write_ahead(connection: sqlite3.Connection) -> None:
    # Switching a new file to WAL does not honour the busy timeout: two programs that start at
    # once would fail without the second try.
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
