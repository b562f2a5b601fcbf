"""The file of the grouping: lost, damaged, foreign, held by another program."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.events.profiles import read
from reader.library import grouping_store
from reader.library.grouping_store import SqliteGroupingStore, delete_store, open_store
from reader.model import Article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "grouping.sqlite3"


def put(store: SqliteGroupingStore, id: str = "a") -> None:
    [(profile, portrait)] = read([Article(id, "The Harrow mill.")])
    store.put(profile, portrait)
    store.put_states({id: "1"})
    store.commit()


def ids(path: Path | None) -> list[str]:
    with closing(open_store(path)) as store:
        return list(store.states())


def test_what_is_known_is_there_the_next_time(path: Path) -> None:
    with closing(open_store(path)) as store:
        put(store)
    assert ids(path) == ["a"]
    delete_store(path)
    delete_store(path)
    assert ids(path) == []
    assert ids(None) == []


@pytest.mark.parametrize("content", [b"not a database" * 500, b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_file_is_made_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with closing(open_store(path)) as store:
        put(store)
    assert ids(path) == ["a"]


def test_a_file_of_another_version_is_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(path)) as store:
        put(store)
    monkeypatch.setattr(grouping_store, "program", lambda *_: b"another")
    assert ids(path) == []
    with closing(sqlite3.connect(path)) as foreign:
        foreign.executescript("DROP TABLE state; CREATE TABLE other (x)")
    assert ids(path) == []


def test_where_no_file_can_be_it_is_in_memory(path: Path) -> None:
    path.parent.write_text("a file, not a folder")
    with closing(open_store(path)) as store:
        put(store)
        assert list(store.states()) == ["a"]
    assert path.parent.read_text() == "a file, not a folder"


def test_what_is_no_file_is_left(path: Path) -> None:
    path.mkdir(parents=True)
    with closing(open_store(path)) as store:
        put(store)
    assert path.is_dir()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(path: Path) -> None:
    path.parent.mkdir(mode=0o500)
    assert ids(path) == []


def test_a_second_one_waits(path: Path) -> None:
    with closing(open_store(path)) as first:
        found: list[str] = []
        second = threading.Thread(target=lambda: found.extend(ids(path)))
        second.start()
        second.join(0.2)
        assert second.is_alive()
        # However long the first takes to go on after it kept what was done.
        first._connection.set_trace_callback(
            lambda statement: time.sleep(0.5) if statement.startswith("BEGIN") else None
        )
        put(first)
        assert second.is_alive()
        put(first, "b")
    second.join()
    assert sorted(found) == ["a", "b"]


def test_a_second_one_does_not_wait_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(open_store(path)):
        monkeypatch.setattr(grouping_store, "PATIENCE", 0.1)
        with pytest.raises(LibraryError, match="another program is looking for events"):
            open_store(path)
    assert ids(path) == []


def test_which_grouping_it_stands_beside(path: Path) -> None:
    with closing(open_store(path)) as store:
        assert not store.fits(0)
        assert not store.fits(7)
        store.saving(7)
        store.commit()
        assert not store.fits(0)
    with closing(open_store(path)) as store:
        store.move(["a"])
        assert store.fits(7), "the library saved it before the program ended"
        assert store.moved() == {}
        store.saving(8)
        store.move(["a"])
        assert store.fits(7), "the library did not save the next one"
        assert store.moved() == {"a": False}


def test_moved_articles_are_noted_until_they_are_saved(path: Path) -> None:
    with closing(open_store(path)) as store:
        store.move(["a", "b"])
        store.move(["b", "c"], edited=True)
        store.move(["c"])
        store.commit()
    with closing(open_store(path)) as store:
        assert store.moved() == {"a": False, "b": True, "c": True}
        store.saved(3)
        assert store.moved() == {}
        assert store.fits(3)


def test_rulings_and_states(path: Path) -> None:
    with closing(open_store(path)) as store:
        assert store.rulings() == {}
        store.put_rulings({3: {"b", "a"}, 5: ()})
        put(store)
        put(store, "b")
    with closing(open_store(path)) as store:
        assert store.rulings() == {3: ("a", "b"), 5: ()}
        assert store.states() == {"a": "1", "b": "1"}
        assert store.states(["b", "nosuch"]) == {"b": "1"}
