"""What is taken out of the library for other programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.model import Feed, Place, Story
from reader.workspace import LIBRARY_FILE
from tests.cli.conftest import Run


@pytest.fixture
def owned(run: Run, full: dict[str, str], library: Path) -> dict[str, str]:
    """The three articles, with something of each kind that a person can do to them."""
    a, b, cheese = full["a.md"], full["b.md"], full["cheese.txt"]
    run("tag", a, "--add", "to *do*")
    run("edit", b, "--byline", "By Ada Quist")
    found = run("compare", "--json", a, b).json["findings"]
    assert run("compare", "--json", a, b, "--hide", found[0]["id"]).code == 0
    assert (
        run("part", *(e["id"] for e in run("events", "--all", "--json").json["events"])).code == 0
    )
    assert run("outlets", "--same", "Evening Post", "Post").code == 0
    with Library.open(library / LIBRARY_FILE) as kept:
        place = Place(cheese, "text", "Its makers keep twelve goats", "twelve goats", 95)
        kept.write_note(cheese, "Count them", place)
        kept.mark(a, read=True, later=True)
        kept.save_search("Fog", "fog")
        kept.subscribe(Feed("https://coast.example/feed"))
    return full


def test_all_that_a_person_did_is_one_document(run: Run, owned: dict[str, str]) -> None:
    told = run("export").json
    articles = {each["id"]: each for each in told["articles"]}
    a, b, cheese = (articles[owned[name]] for name in ("a.md", "b.md", "cheese.txt"))
    assert (a["tags"], a["read"], a["later"], a["starred"]) == (["to *do*"], True, True, False)
    assert (b["edited"], b["byline"]) == ({"byline": "By Ada Quist"}, "By Ada Quist")
    (note,) = cheese["notes"]
    assert (note["words"], note["text"], note["paragraph"]) == ("twelve goats", "Count them", 2)
    assert "text" not in cheese
    assert [each["act"] for each in told["corrections"]] == ["hide", "part"]
    assert told["outlets"] == [{"other": "Evening Post", "name": "Post"}]
    assert told["searches"] == [{"name": "Fog", "query": "fog"}]
    assert [feed["url"] for feed in told["feeds"]] == ["https://coast.example/feed"]


def test_articles_with_nothing_done_to_them_are_left_out(run: Run, full: dict[str, str]) -> None:
    assert run("export").json["articles"] == []
    run("tag", full["b.md"], "--add", "x")
    assert [each["id"] for each in run("export").json["articles"]] == [full["b.md"]]


def test_lines_that_were_put_back_are_told(run: Run, folder: Path) -> None:
    body = "The harbour froze on Monday and the boats stayed in.\n" * 3
    (folder / "x.txt").write_text(f"{body}\nAdvertisement\n\n{body}", encoding="utf-8")
    (added,) = run("add", "--json", str(folder / "x.txt")).json["added"]
    assert run("edit", added["id"], "--restore", "1").code == 0
    (told,) = run("export").json["articles"]
    assert told["restored"] == ["Advertisement"]


def test_a_query_names_the_articles(run: Run, owned: dict[str, str]) -> None:
    (told,) = run("export", "--query", "has:note", "--texts").json["articles"]
    assert told["id"] == owned["cheese.txt"]
    span = told["notes"][0]["span"]
    assert told["text"][span["start"] : span["end"]] == "twelve goats"
    assert len(run("export", "--query", "").json["articles"]) == 3
    text = run("export", "--query", "title:aground", "--markdown", "--texts").out
    assert text.startswith("# title:aground\n\n## Ferry runs aground off Sandholm\n\nMorning Tide")
    assert "\nTags: to \\*do\\*\\\nTo be read later, read\\\nFrom: " in text
    assert text.endswith("The company said the fog was thick near the Sandholm light.\n")
    assert "Count them" in run("export", "--query", "goats", "--markdown").out
    assert run("export", "--query", "*oats", "--markdown").out.startswith("# \\*oats\n")


@pytest.mark.parametrize(
    ("words", "begins", "has"),
    [
        ((), "# ", "\n2 articles compared. One event.\n"),
        (("--json",), '{\n  "articles"', '"findings"'),
        (("--html",), "<!DOCTYPE html>", "<h1>"),
    ],
    ids=["markdown", "json", "html"],
)
def test_an_event_is_its_comparison_under_its_name(
    run: Run, full: dict[str, str], words: tuple[str, ...], begins: str, has: str
) -> None:
    (event,) = run("events", "--json").json["events"]
    run("name", event["id"], "The *Linnea*")
    text = run("export", event["id"], *words).out
    assert text.startswith(begins)
    assert has in text
    assert ("Linnea" in text.split("\n")[0]) == (not words)
    if "--json" in words:
        assert run("compare", "--event", event["id"], "--json").out == text


def test_a_story_is_its_events_one_after_the_other(
    run: Run, full: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = run("events", "--all", "--json").json["events"]
    told = Story("s1", "The Linnea", tuple(event["id"] for event in events), ("told in steps",))
    monkeypatch.setattr(
        "reader.cli.exporting.story_named", lambda _, name: told if name == "s1" else None
    )
    text = run("export", "s1").out
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        f"# {event['label']}" for event in events
    ]
    shape = run("export", "s1", "--json").json
    assert (shape["label"], shape["why"]) == ("The Linnea", ["told in steps"])
    assert sorted(len(part["articles"]) for part in shape["events"]) == [1, 2]
    file = tmp_path / "story.html"
    assert run("export", "s1", "-o", str(file)).out == ""
    page = file.read_text()
    assert (page.count("<h1>"), page.count("<main>"), page.count("<title>The Linnea<")) == (2, 1, 1)


def test_an_event_of_one_article_has_that_only(run: Run, full: dict[str, str]) -> None:
    events = run("events", "--all", "--json").json["events"]
    (lone,) = (event for event in events if len(event["articles"]) == 1)
    text = run("export", lone["id"]).out
    assert text.endswith("\n\nOne article.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("nosuch",),
        ("--html",),
        ("--markdown",),
        ("--query", "x", "--html"),
        ("--json", "--markdown", "--query", "x"),
        ("e", "--query", "x"),
        ("e", "--texts"),
        ("-o", "file.txt"),
        ("-o", "file.html"),
        ("one", "two"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_written(run: Run, full: dict[str, str], words: tuple[str, ...]) -> None:
    ran = run("export", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
