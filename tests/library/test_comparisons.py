"""The cache of comparisons: right, or as good as empty."""

from __future__ import annotations

import os
import pickle
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.framing.word_lists import Own, WordLists
from reader.library import comparisons
from reader.library.comparisons import Comparisons
from reader.model import Article, Comparison, Evidence, Judgement, Place, Point, Span, When

A = Article("a", "The gate was shut.\n", title="Gate shut")
B = Article("b", "The gate is closed.\n", published=When("2025-11-14"))
SAME = Point((Evidence.at(A, Span(0, 8)), Evidence.at(B, Span(0, 8))), 0.5, "sure")
FOUND = Comparison(("a", "b"), (SAME,), ())


@pytest.fixture
def kept(tmp_path: Path) -> Comparisons:
    store = Comparisons(tmp_path / "cache" / "comparisons.sqlite3")
    store.put([A, B], FOUND, one_event=True)
    return store


def test_what_was_put_in_comes_back(kept: Comparisons) -> None:
    assert kept.get([A, B], one_event=True) == FOUND


@pytest.mark.parametrize(
    "articles",
    [
        [B, A],
        [A],
        [replace(A, text="The gate was open.\n"), B],
        [replace(A, title="Gate"), B],
        [A, replace(B, published=None)],
        [A, replace(B, outlet="Coast Daily")],
    ],
)
def test_any_difference_is_another_comparison(kept: Comparisons, articles: list[Article]) -> None:
    assert kept.get(articles, one_event=True) is None


def test_whether_it_is_one_event_counts(kept: Comparisons) -> None:
    assert kept.get([A, B], one_event=False) is None
    words = WordLists((Own("loaded-blame", ("cheeky",)),))
    assert kept.get([A, B], one_event=True, words=words) is None


def test_what_was_said_of_passages_counts(kept: Comparisons) -> None:
    places = (Place("a", "text", "The gate was shut."), Place("b", "text", "The gate is closed."))
    apart = Judgement(1, "apart", "", places)
    assert kept.get([A, B], one_event=True, said=[apart]) is None
    kept.put([A, B], FOUND, one_event=True, said=[apart])
    assert kept.get([A, B], one_event=True, said=[replace(apart, number=7, made="x")]) == FOUND
    assert kept.get([A, B], one_event=True, said=[replace(apart, act="same")]) is None


def test_what_was_said_of_findings_is_applied_afterwards(kept: Comparisons) -> None:
    hidden = Judgement(1, "hide", "", (Place("a", "text", "The gate was shut."),), "facts", "date")
    assert kept.get([A, B], one_event=True, said=[hidden]) == FOUND


def test_marks_and_sources_do_not_count(kept: Comparisons) -> None:
    assert kept.get([replace(A, sources=("/x",)), B], one_event=True) == FOUND


def test_another_program_makes_its_own(kept: Comparisons, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparisons, "_program", lambda: b"changed")
    assert kept.get([A, B], one_event=True) is None


def test_the_oldest_go_first(kept: Comparisons, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept._kept, "_most", 3)
    others = [replace(A, id=f"a{n}") for n in range(3)]
    for other in others:
        kept.put([other, B], FOUND, one_event=True)
    assert kept.get([A, B], one_event=True) is None
    assert all(kept.get([other, B], one_event=True) for other in others)


@pytest.mark.parametrize(
    "damage", [b"", b"no database at all " * 100, b"SQLite format 3\0\xff\xff"]
)
def test_a_damaged_file_is_empty_and_works_again(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "comparisons.sqlite3"
    path.write_bytes(damage)
    store = Comparisons(path)
    assert store.get([A, B], one_event=True) is None
    store.put([A, B], FOUND, one_event=True)
    assert store.get([A, B], one_event=True) == FOUND


@pytest.mark.parametrize(
    "value", [b"", b"junk", pickle.dumps(os.system), pickle.dumps(A), pickle.dumps(FOUND)[:-9]]
)
def test_a_damaged_value_is_not_there_and_runs_nothing(kept: Comparisons, value: bytes) -> None:
    with closing(sqlite3.connect(kept._kept._path)) as connection, connection:
        connection.execute("UPDATE kept SET value = ?", (value,))
    assert kept.get([A, B], one_event=True) is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    store = Comparisons(tmp_path / "cache" / "comparisons.sqlite3")
    store.put([A, B], FOUND, one_event=True)
    assert store.get([A, B], one_event=True) is None
    store.clear()
