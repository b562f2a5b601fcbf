from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError, UsageError
from reader.library.library import Library
from reader.model import Draft


@pytest.fixture
def article(library: Library) -> str:
    return library.add(Draft("The lamp was lit.\n", "/lamp.txt"))[1].id


def test_a_backup_is_one_file_that_opens_as_a_library(
    library: Library, article: str, tmp_path: Path
) -> None:
    target = tmp_path / "new folder" / "backup.sqlite3"
    library.mark(article, starred=True)
    library.backup(target)
    assert [path.name for path in target.parent.iterdir()] == ["backup.sqlite3"]
    with Library.open(target) as copy:
        assert copy.get(article) == library.get(article)
        assert copy.marks(article).starred


def test_an_earlier_backup_is_replaced(library: Library, article: str, tmp_path: Path) -> None:
    target = tmp_path / "backup.sqlite3"
    library.backup(target)
    library.remove([article])
    library.backup(target)
    with Library.open(target) as copy:
        assert copy.count() == 0


@pytest.mark.parametrize("there", ["another file", "a folder", "the library itself"])
def test_nothing_else_is_replaced(library: Library, tmp_path: Path, there: str) -> None:
    target = tmp_path / "precious"
    if there == "another file":
        target.write_text("years of work")
    elif there == "a folder":
        target.mkdir()
    else:
        target = library.path
    with pytest.raises(UsageError):
        library.backup(target)
    assert there != "another file" or target.read_text() == "years of work"


def test_a_backup_that_fails_leaves_the_earlier_one_and_no_rest(
    library: Library, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sub" / "backup.sqlite3"
    library.backup(target)
    before = target.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(LibraryError, match="No space left"):
        library.backup(target)
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["backup.sqlite3"]


def test_a_sound_library_has_no_problems(library: Library, article: str) -> None:
    assert library.check() == []


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("UPDATE texts SET text = 'The lamp was out.'", "not what was imported"),
        ("DELETE FROM texts", "has lost its text"),
        ("INSERT INTO tags VALUES (99, 'stray')", "a row of tags belongs to no article"),
    ],
)
def test_damage_is_named(library: Library, article: str, damage: str, problem: str) -> None:
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        connection.execute(damage)
    (found,) = library.check()
    assert problem in found
