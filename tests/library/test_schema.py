"""Files of every age and kind are opened, brought up to date, or refused in a sentence."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import FutureLibrary, LibraryError
from reader.library.library import Library
from reader.library.rows import digest
from reader.library.schema import STEPS, migrate
from reader.model import Draft


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def _version(path: Path) -> int:
    with closing(_connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_file_gets_the_newest_version(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "folder" / "library.sqlite3"
    Library.open(path).close()
    assert _version(path) == len(STEPS)


def test_an_empty_file_is_a_library_of_version_0(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.touch()
    with Library.open(path) as library:
        assert library.count() == 0
    assert _version(path) == len(STEPS)


def test_an_older_file_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        library.add(Draft("The old bell rang.\n", "/a.txt"))
    later = (*STEPS, ("ALTER TABLE articles ADD COLUMN mood TEXT", "UPDATE articles SET mood = ''"))
    with closing(_connect(path)) as connection:
        migrate(connection, later)
        assert connection.execute("SELECT mood FROM articles").fetchall() == [("",)]
    assert _version(path) == len(STEPS) + 1


def test_events_of_an_older_file_keep_their_ids_and_articles(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(_connect(path)) as connection:
        migrate(connection, STEPS[:2])
        for key, name in enumerate(("aaaaaaa", "bbbbbbb", "ccccccc"), 1):
            connection.execute(
                "INSERT INTO articles (key, id, digest, opening, words, added, revision)"
                " VALUES (?, ?, ?, 'The bell', 2, '2026-03-02', ?)",
                (key, name, digest(name), key),
            )
            connection.execute(
                "INSERT INTO texts (article, text, removed, extra) VALUES (?, ?, '[]', '[]')",
                (key, name),
            )
        connection.executemany(
            "INSERT INTO events (id, position, label, why, story, maybe) VALUES (?, ?, ?, ?, ?, ?)",
            [
                ("enewest", 0, "Bell", '["of the same day"]', None, '[["ccccccc", "near"]]'),
                ("eoldest", 1, "Lamp", "[]", None, "[]"),
            ],
        )
        connection.executemany(
            "INSERT INTO members VALUES (?, ?, ?)",
            [(2, "enewest", 0), (1, "enewest", 1), (3, "eoldest", 0)],
        )
        connection.execute("UPDATE state SET value = 3")
    with Library.open(path) as library:
        first, second = library.events()
        assert (first.id, first.articles) == ("enewest", ("bbbbbbb", "aaaaaaa"))
        assert (first.why, first.maybe) == (("of the same day",), (("ccccccc", "near"),))
        assert (second.id, second.articles) == ("eoldest", ("ccccccc",))
        assert library.events(least=2) == (first,)
        assert library.events_revision == 0, "worked out again when asked for"
        assert (library.rulings(), library.stories()) == ((), ())
        assert library.rule("join", one=("aaaaaaa", "ccccccc")).number == 1
        assert library.check() == []
        library.remove(["ccccccc"])
        assert [event.id for event in library.events()] == ["enewest"]


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    Library.open(path).close()
    broken = (*STEPS, ("CREATE TABLE half (done)", "this is no SQL"))
    with closing(_connect(path)) as connection, pytest.raises(sqlite3.OperationalError):
        migrate(connection, broken)
    assert _version(path) == len(STEPS)
    with closing(_connect(path)) as connection:
        query = "SELECT count(*) FROM sqlite_master WHERE name = 'half'"
        assert connection.execute(query).fetchone() == (0,)


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    Library.open(path).close()
    with closing(_connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(FutureLibrary, match=r"library\.sqlite3: .*newer version"):
        Library.open(path)
    assert _version(path) == len(STEPS) + 1


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(_connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(LibraryError, match="another program"):
        Library.open(path)
    with closing(_connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    path.write_text("A shopping list, and not a short one. " * 40)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="not a reader library"):
        Library.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("obstacle", ["folder", "file in the way"])
def test_what_cannot_be_opened_is_refused(tmp_path: Path, obstacle: str) -> None:
    path = tmp_path / "here" / "library.sqlite3"
    if obstacle == "folder":
        path.mkdir(parents=True)
    else:
        path.parent.write_text("no folder")
    with pytest.raises(LibraryError, match="here"):
        Library.open(path)
