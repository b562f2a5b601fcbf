"""What a person said of findings and passages is kept, and numbered with the corrections."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.errors import NoSuchRuling
from reader.library.library import Library
from reader.library.schema import STEPS, migrate
from reader.model import Draft, Judgement, Place

A = Place("a", "text", "The gate was shut.", "shut", 12)
B = Place("b", "title", "Gate [b]closed[/b]\u2028")
C = Place("c", "text", "Nobody was there.")


def test_judgements_come_back_as_they_were_made(library: Library) -> None:
    made = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
    first = library.judge("hide", [A, B], lens="facts", kind="date", about="gate: date", made=made)
    second = library.judge("same", [A, C], made=made)
    stamp = "2026-03-02T08:15:00+00:00"
    assert first == Judgement(1, "hide", stamp, (A, B), "facts", "date", "gate: date")
    assert second == Judgement(2, "same", stamp, (A, C))
    assert library.judgements() == (first, second)
    assert library.take_back_judgement(1) == first
    assert library.judgements() == (second,)


def test_those_about_some_articles(library: Library) -> None:
    both, alone = library.judge("hide", [A, B]), library.judge("hide", [C])
    wide = library.judge("hide", [A, B, C])
    assert library.judgements(["a", "b"]) == (both, wide)
    assert library.judgements(["a"]) == ()
    assert library.judgements(["c", "d"]) == (alone,)


def test_one_row_of_numbers_with_the_rulings(library: Library) -> None:
    ids = [library.add(Draft(f"Report {n}.\n", f"/{n}"))[1].id for n in range(2)]
    assert library.rule("join", one=ids).number == 1
    assert library.judge("hide", [A]).number == 2
    assert library.rule("join", one=ids).number == 3
    library.take_back(3)
    assert library.judge("hide", [A]).number == 4
    library.take_back_judgement(4)
    assert library.rule("join", one=ids).number == 5


def test_a_judgement_is_no_change_of_the_articles(library: Library) -> None:
    before = library.revision
    library.judge("keep", [A])
    library.take_back_judgement(1)
    assert library.revision == before


@pytest.mark.parametrize("number", [0, -1, 2, 10**30])
def test_what_was_not_said_cannot_be_taken_back(library: Library, number: int) -> None:
    library.judge("hide", [A])
    with pytest.raises(NoSuchRuling, match=f"number {number}"):
        library.take_back_judgement(number)
    assert len(library.judgements()) == 1


def test_a_file_of_before_keeps_its_rulings(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, STEPS[:3])
        connection.execute(
            "INSERT INTO rulings (act, made, one, apart) VALUES ('join', 'x', '[]', '[[], []]')"
        )
    with Library.open(path) as library:
        assert [each.number for each in library.rulings()] == [1]
        assert library.judge("hide", [A]).number == 2
