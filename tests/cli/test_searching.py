"""What `reader search` prints of articles that print one text, and how it is told to."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from reader.actions import find
from reader.cli import searching
from tests.cli.conftest import Run

OPENING = (
    "A zeppelin moored at the old harbour on Monday, the first in nearly ninety years. It had "
    "come over the sea in the night, said the harbour master, who had not been told."
)


@pytest.fixture
def copies(run: Run, tmp_path: Path) -> None:
    """One report in two outlets, and one of its own."""
    for name, last in (("coast", "It left."), ("beacon", "It stays.")):
        text = f"---\ntitle: Zeppelin at the harbour\noutlet: {name}\n---\n{OPENING} {last}\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        run("add", str(tmp_path / f"{name}.md"))
    (tmp_path / "none.md").write_text("# A quiet day\n\nNo zeppelin came.\n", encoding="utf-8")
    run("add", str(tmp_path / "none.md"))


@pytest.mark.usefixtures("copies")
def test_scripts_get_every_hit(run: Run) -> None:
    found = run("search", "zeppelin", "--json").json
    assert found["total"] == 3
    assert len(found["hits"]) == 3
    assert len(run("search", "zeppelin").out.splitlines()) == 3


@pytest.mark.usefixtures("copies")
def test_any_age_is_best_first_whatever_the_date(run: Run) -> None:
    assert len(run("search", "--any-age", "zeppelin", "--json").json["hits"]) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a matter of POSIX")
@pytest.mark.usefixtures("copies")
def test_a_person_reads_one_text_once(library: Path) -> None:
    from tests.cli.terminal import in_terminal

    command = [sys.executable, "-m", "reader", "--library", str(library), "search", "zeppelin"]
    said, code = in_terminal(command)
    assert code == 0
    assert said.count("Zeppelin at the harbour") == 1
    assert said.count("The same text: ") == 1
    assert "A quiet day" in said


def test_a_misspelled_word_is_said(run: Run, copies: None) -> None:
    ran = run("search", "zepelin")
    assert len(ran.out.splitlines()) == 3
    assert "Searched for “zeppelin” in place of “zepelin”." in ran.err


@pytest.mark.usefixtures("copies")
def test_where_the_index_lacks_many_the_articles_are_read_first(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = run("search", "zeppelin").out
    shutil.rmtree(library / "cache" / "index")
    monkeypatch.setattr(searching, "_MANY", 1)
    monkeypatch.setattr(find, "_MOST_SCANNED", 1)
    with monkeypatch.context() as refused:
        refused.setattr(searching, "_built", lambda *_: "The disk is full.")
        ran = run("search", "zeppelin")
    assert sorted(ran.out.splitlines()) == sorted(expected.splitlines())
    assert ran.err.splitlines() == [
        "The search lacks 3 articles: they are read for this, then it is built.",
        "The disk is full.",
    ]
    assert run("search", "zeppelin").err != ""
    assert run("search", "zeppelin").err == ""
    shutil.rmtree(library / "cache" / "index")
    assert "built first, of 3 articles" in run("list", "zeppelin").err
