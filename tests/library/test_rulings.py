"""What a person said of the grouping is kept, outlives its articles, and can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.errors import NoSuchRuling
from reader.events.rulings import ruled
from reader.library.library import Library
from reader.model import Draft, Ruling


@pytest.fixture
def ids(library: Library) -> list[str]:
    return [library.add(Draft(f"Report {n}.\n", f"/{n}"))[1].id for n in range(4)]


def test_rulings_come_back_as_they_were_made(library: Library, ids: list[str]) -> None:
    a, b, c, d = ids
    made = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
    first = library.rule("move", one=(a, b), apart=((a,), (c, d)), made=made)
    second = library.rule("name", one=[b], name="Zürich\n[bold]", made=made)
    stamp = "2026-03-02T08:15:00+00:00"
    assert first == Ruling(1, "move", stamp, (a, b), ((a,), (c, d)))
    assert second == Ruling(2, "name", stamp, (b,), name="Zürich\n[bold]")
    assert library.rulings() == (first, second)
    assert library.take_back(1) == first
    assert library.rulings() == (second,)


def test_no_number_is_given_twice(library: Library, ids: list[str]) -> None:
    for _ in range(2):
        library.rule("join", one=ids[:2])
    library.take_back(2)
    assert library.rule("join", one=ids[:2]).number == 3


@pytest.mark.parametrize("number", [0, -1, 2, 10**30, -(10**30)])
def test_what_was_not_said_cannot_be_taken_back(
    library: Library, ids: list[str], number: int
) -> None:
    library.rule("join", one=ids[:2])
    before = library.revision
    with pytest.raises(NoSuchRuling, match=f"number {number}"):
        library.take_back(number)
    assert library.revision == before
    assert len(library.rulings()) == 1


def test_each_change_is_one_of_the_library(library: Library, ids: list[str]) -> None:
    library.save_events([], library.revision)
    before = library.revision
    number = library.rule("join", one=ids[:2]).number
    assert library.revision == before + 1
    assert library.events_revision < library.revision
    library.take_back(number)
    assert library.revision == before + 2
    assert library.changed_since(before) == ({}, []), "no article changed"


def test_another_program_sees_them(library: Library, ids: list[str]) -> None:
    with Library.open(library.path) as other:
        before = other.revision
        ruling = library.rule("join", one=ids[:2])
        assert other.revision > before
        assert other.rulings() == (ruling,)


def test_they_outlive_articles_and_mean_them_when_they_come_again(
    library: Library, ids: list[str]
) -> None:
    library.rule("join", one=ids[:2])
    library.remove(ids[:2])
    assert [ruling.one for ruling in library.rulings()] == [tuple(ids[:2])]
    again = [library.add(Draft(f"Report {n}.\n", f"/elsewhere/{n}"))[1].id for n in range(2)]
    assert set(again) in map(set, ruled(library.rulings()).blocks)


def test_a_backup_has_them(library: Library, ids: list[str], tmp_path: Path) -> None:
    library.rule("join", one=ids[:2])
    library.backup(tmp_path / "copy.sqlite3")
    with Library.open(tmp_path / "copy.sqlite3") as copy:
        assert copy.rulings() == library.rulings()
        assert copy.check() == []
