"""Tags, notes and references on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.model import Place
from reader.workspace import LIBRARY_FILE
from tests.cli.conftest import Run


@pytest.fixture
def noted(full: dict[str, str], library: Path) -> dict[str, str]:
    """The three articles, with a note on words of one and a note on another as a whole."""
    with Library.open(library / LIBRARY_FILE) as kept:
        place = Place(
            full["cheese.txt"], "text", "Its makers keep twelve goats", "twelve goats", 95
        )
        kept.write_note(full["cheese.txt"], "Count\nthem \x1b[1m", place)
        kept.write_note(full["a.md"], "Fog again")
    return full


def test_tags_are_given_taken_and_listed(run: Run, full: dict[str, str]) -> None:
    a, b = full["a.md"], full["b.md"]
    given = run("tag", a, b, "--add", "Ferry", "--add", "to  do")
    assert given.out == f"{a}\tFerry, to do\n{b}\tFerry, to do\n"
    taken = run("tag", "--json", b, "--take", "FERRY")
    assert taken.json == {"articles": [{"id": b, "tags": ["to do"]}]}
    assert run("tag").out == "1\tFerry\n2\tto do\n"
    assert run("tag", "--json").json["tags"][0] == {"tag": "Ferry", "articles": 1}
    assert [each["id"] for each in run("list", "--json", "tag:ferry").json["articles"]] == [a]


@pytest.mark.parametrize(
    "words",
    [
        ("--add", "x"),
        ("nobody", "--add", "x"),
        ("--samples", "x", "--add", "y"),
        ("{}", "--add", " "),
    ],
    ids=["no-article", "unknown", "samples", "no-name"],
)
def test_what_cannot_be_tagged(run: Run, full: dict[str, str], words: tuple[str, ...]) -> None:
    ran = run("tag", *(word.format(full["a.md"]) for word in words))
    assert (ran.code, ran.out) == (2, "")
    assert run("tag").out == ""


def test_notes_are_listed(run: Run, noted: dict[str, str]) -> None:
    lines = run("notes").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["2", "1"]
    assert lines[1].endswith("\ttwelve goats\tCount them")
    assert run("notes", noted["a.md"]).out.count("\n") == 1


def test_notes_are_written_as_json_and_markdown(
    run: Run, noted: dict[str, str], tmp_path: Path
) -> None:
    _, goats = run("notes", "--json").json["notes"]
    shown = run("show", "--json", noted["cheese.txt"]).json["text"]
    assert shown[goats["span"]["start"] : goats["span"]["end"]] == "twelve goats"
    assert run("notes", "--markdown").out.startswith("# Notes\n")
    for name, begins in (("n.md", "# Notes\n"), ("n.json", '{\n  "notes"')):
        assert run("notes", "-o", str(tmp_path / name)).out == ""
        assert (tmp_path / name).read_text().startswith(begins)
    assert run("notes", "-o", str(tmp_path / "n.html")).code == 2
    assert run("notes", "--json", "--markdown").code == 2


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("has:note", {"a.md", "cheese.txt"}),
        ("has:highlight", {"cheese.txt"}),
        ("note:fog", {"a.md"}),
        ('note:"them count"', {"cheese.txt"}),
        ("note:goats", set()),
        ("NOT has:note", {"b.md"}),
        ("ferry -note:fog", {"b.md"}),
    ],
)
def test_articles_are_found_by_their_notes(
    run: Run, noted: dict[str, str], query: str, names: set[str]
) -> None:
    found = {each["id"] for each in run("list", "--json", query).json["articles"]}
    assert found == {noted[name] for name in names}


def test_names_of_outlets_are_made_one(run: Run, full: dict[str, str]) -> None:
    same = run("outlets", "--same", "evening post", "Morning Tide")
    assert (same.out, same.err) == ("2\tMorning Tide\tevening post\n", "1 article changed.\n")
    found = run("list", "--json", 'outlet:"morning tide"').json["articles"]
    assert {each["id"] for each in found} == {full["a.md"], full["b.md"]}
    assert len(run("list", "--json", "outlet:evening").json["articles"]) == 2
    apart = run("outlets", "--json", "--apart", "Evening Post").json["outlets"]
    assert apart[0] == {"outlet": "Evening Post", "articles": 1, "also": []}
    assert run("outlets", "--apart", "Evening Post").code == 2


def test_without_notes_it_says_so_on_stderr(run: Run, full: dict[str, str]) -> None:
    ran = run("notes")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("No notes.")


def test_articles_are_cited(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    a, b = full["a.md"], full["b.md"]
    text = run("cite", a, b).out
    assert text.startswith(f"@article{{{a},\n  title = {{{{Ferry runs aground off Sandholm}}}},")
    assert f"@article{{{b}," in text
    for form in ("--csl", "--json"):
        (item,) = run("cite", form, a).json
        assert item["issued"] == {"date-parts": [[2026, 3, 2]]}
    assert run("cite", a, "-o", str(tmp_path / "s.bib")).out == ""
    assert (tmp_path / "s.bib").read_text().startswith("@article{")
    assert run("cite", "--bibtex", "--csl", a).code == 2
    assert run("cite", a, "-o", str(tmp_path)).code == 2
