"""The word lists of a person as commands show them: used, or named on stderr."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.conftest import Run

ONE = "# Sandholm ferry\n\nThe Sandholm ferry ran aground on Monday. A cheeky gull watched.\n"
TWO = "# Sandholm ferry aground\n\nOn Monday the ferry of Sandholm ran aground. Nobody was hurt.\n"


def ids(run: Run, tmp_path: Path) -> list[str]:
    for name, text in (("one.md", ONE), ("two.md", TWO)):
        (tmp_path / name).write_text(text)
    added = run("add", "--json", str(tmp_path / "one.md"), str(tmp_path / "two.md")).json["added"]
    return [article["id"] for article in added]


def test_an_added_word_is_shown_with_its_list(run: Run, library: Path, tmp_path: Path) -> None:
    named = ids(run, tmp_path)
    assert "cheeky" not in run("compare", *named).out.partition("Loaded words")[2]
    (library / "words").mkdir()
    (library / "words" / "loaded-blame.txt").write_text("cheeky\n")
    page = run("compare", *named).out
    section = page.partition("Loaded words: 1 found\n")[2]
    assert section.startswith("· A: “cheeky”: 1 (")
    assert "  writer · sure: from your own words in the list “loaded-blame”; " in section
    assert "A ¶1  A cheeky gull watched." in section
    assert "“cheeky”" in run("compare", *named, "--markdown").out
    html = run("compare", *named, "--html").out
    assert re.search(r"A <(\w+)[^>]*>cheeky</\1> gull watched", html)


def test_a_bad_list_is_named_and_nothing_else_happens(
    run: Run, library: Path, tmp_path: Path
) -> None:
    named = ids(run, tmp_path)
    (library / "words").mkdir()
    (library / "words" / "nope.txt").write_text("x")
    (library / "words" / "loaded-blame.txt").write_bytes(b"\xff")
    done = run("compare", *named, "--json")
    assert done.code == 0
    assert "words/nope.txt is left out: no list has this name" in done.err
    assert "words/loaded-blame.txt is left out: it is not UTF-8.\n" in done.err
    reasons = {lens["name"]: lens["reason"] for lens in done.json["lenses"]}
    assert reasons["loaded"] == "words/loaded-blame.txt is left out: it is not UTF-8"
    assert str(library) not in done.raw.decode()


def test_help_says_where_the_words_lie(run: Run) -> None:
    assert "folder `words` of --library" in " ".join(run("compare", "--help").out.split())
