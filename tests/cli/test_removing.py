"""`reader remove --undo`."""

from __future__ import annotations

from collections.abc import Mapping

from tests.cli.conftest import Run


def test_what_was_removed_last_comes_back_with_its_marks(run: Run, full: Mapping[str, str]) -> None:
    id = full["cheese.txt"]
    assert run("tag", id, "--add", "sea").code == 0
    before = run("show", "--json", id).json
    assert run("remove", "--yes", id).code == 0
    assert run("show", id).code == 2
    assert run("remove", "--undo", "--json").json == {"restored": 1}
    assert run("show", "--json", id).json == before
    assert [each["id"] for each in run("list", "tag:sea", "--json").json["articles"]] == [id]
    ran = run("remove", "--undo")
    assert ran.code == 2
    assert "nothing is left that could be put back" in ran.err


def test_articles_or_undo(run: Run) -> None:
    assert "leave out the articles" in run("remove", "--undo", "a").err
    assert "name the articles" in run("remove").err
