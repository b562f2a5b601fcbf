"""Every way in which the file can fail ends in a sentence, with nothing half done."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from reader.errors import LibraryError
from reader.library import database
from reader.library.library import Library
from reader.model import Draft

SHORT = Draft("A short note.\n", "/short.txt")
LONG = Draft("A long note. " * 40_000, "/long.txt")


def _pragma(library: Library, statement: str) -> None:
    with library._database.plain() as connection:
        connection.execute(f"PRAGMA {statement}").fetchall()


def test_a_full_disk(library: Library) -> None:
    _, article = library.add(SHORT)
    _pragma(library, "max_page_count = 40")
    with pytest.raises(LibraryError, match="disk is full"):
        library.add(LONG)
    _pragma(library, "max_page_count = 100000")
    assert library.ids() == [article.id]
    assert library.add(LONG)[0] == "added"
    assert library.check() == []


def test_a_read_only_file(library: Library) -> None:
    _, article = library.add(SHORT)
    _pragma(library, "query_only = ON")
    with pytest.raises(LibraryError, match=r"cannot be written to \(read-only\)"):
        library.mark(article.id, read=True)
    assert library.get(article.id) == article, "reading goes on"


def test_a_lock_that_is_not_released(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with (
        Library.open(library.path) as hasty,
        closing(sqlite3.connect(library.path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="another program keeps it locked"):
            hasty.add(SHORT)
        assert hasty.count() == 0, "reading needs no lock"
        other.execute("ROLLBACK")
        assert hasty.add(SHORT)[0] == "added"


def test_a_damaged_file(library: Library) -> None:
    for number in range(50):
        library.add(Draft(f"Note {number}. " * 200, f"/{number}"))
    path = library.path
    library.close()
    data = bytearray(path.read_bytes())
    # The first pages hold the names of the tables, without which a file does not even open.
    for start in range(len(data) // 2, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    path.write_bytes(data)
    with Library.open(path) as damaged, pytest.raises(LibraryError, match="damaged"):
        list(damaged.articles())


def test_a_closed_library(library: Library) -> None:
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.count()


def test_an_error_in_the_middle_takes_everything_back(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(SHORT)

    def broken(*_: object) -> bool:
        raise RuntimeError("broken")

    monkeypatch.setattr("reader.library.intake.settle", broken)
    with pytest.raises(RuntimeError):
        library.add(Draft("Another note.\n", "/other.txt"))
    monkeypatch.undo()
    assert (library.count(), library.revision) == (1, 1)
    assert library.add(Draft("Another note.\n", "/other.txt"))[0] == "added"
