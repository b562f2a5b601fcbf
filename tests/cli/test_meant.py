"""`reader search` offers another spelling, and says what it did not understand, on stderr only."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_misspelled_word_that_finds_nothing_is_searched_as_it_was_meant(
    run: Run, folder: Path
) -> None:
    run("add", str(folder))
    asked = run("search", "--json", "cheeze")
    assert asked.json["total"] == 1
    assert asked.err == "Searched for “cheese” in place of “cheeze”.\n"
    assert run("search", "cheese").err == ""


def test_did_you_mean(run: Run, folder: Path, tmp_path: Path) -> None:
    run("add", str(folder))
    (tmp_path / "slip.txt").write_text("The cheeze was eaten.\n", "utf-8")
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"Cheese number {number} is blue.\n", "utf-8")
    run("add", str(tmp_path / "slip.txt"), *(str(tmp_path / f"{n}.txt") for n in range(40)))
    asked = run("search", "cheeze")
    assert asked.err == "Did you mean: cheese (41 articles)\n"
    assert run("search", "--json", "cheeze").json["total"] == 1


def test_what_is_wrong_is_left_out_and_said(run: Run, folder: Path) -> None:
    run("add", str(folder))
    asked = run("search", "--json", "cheese has:wings")
    assert asked.json["total"] == 1
    assert "has: knows tag, note, highlight and event; left out." in asked.err


def test_a_file_that_was_not_added_is_said_to_be_one(run: Run, folder: Path) -> None:
    ran = run("compare", str(folder / "a.md"), str(folder / "b.md"))
    assert ran.code == 2
    assert f"a.md' is not in the library yet. First: reader add {folder / 'a.md'}" in ran.err
