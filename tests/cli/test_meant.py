"""`reader search` offers another spelling, and says what it did not understand, on stderr only."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_did_you_mean(run: Run, folder: Path) -> None:
    run("add", str(folder))
    asked = run("search", "cheeze")
    assert asked.out == ""
    assert asked.err == "Did you mean: cheese (1 article)\nNothing found.\n"
    assert run("search", "--json", "cheeze").json == {"total": 0, "hits": []}
    assert "Did you mean" not in run("search", "cheese").err


def test_what_is_wrong_is_left_out_and_said(run: Run, folder: Path) -> None:
    run("add", str(folder))
    asked = run("search", "--json", "cheese has:wings")
    assert asked.json["total"] == 1
    assert "has: knows tag, note and event; left out." in asked.err


def test_there_are_no_notes_yet(run: Run, folder: Path) -> None:
    run("add", str(folder))
    asked = run("search", "has:note")
    assert "There are no notes yet." in asked.err
    assert asked.out == ""
