"""The JSON of every command: its keys in their order, and what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.framing.compare import NAMES
from tests.cli.conftest import Run

ARTICLE = "id title outlet byline published url source sources language words event".split()
SPAN = "article field start end text".split()
EVENT = "id label story articles why perhaps voices".split()
FINDING = (
    "id lens kind subject verdict values measures unit certainty reason summary weight evidence"
).split()
CHEESE_TEXT = (
    "No cheese has won the Brannock prize as often as the blue one of the Tarn valley.\n\n"
    "Its makers keep twelve goats and a secret cellar, and they answer no questions about either."
)


def test_add(run: Run, folder: Path) -> None:
    first = run("add", "--json", str(folder), str(folder / "missing.md")).json
    assert list(first) == ["added", "updated", "unchanged", "failed"]
    assert [Path(article["source"]).name for article in first["added"]] == [
        "a.md",
        "b.md",
        "cheese.txt",
    ]
    assert [list(article) for article in first["added"]] == [ARTICLE] * 3
    assert first["updated"] == []
    assert first["unchanged"] == 0
    assert [list(failed) for failed in first["failed"]] == [["source", "reason"]]
    assert Path(first["failed"][0]["source"]).name == "missing.md"

    path = folder / "cheese.txt"
    path.write_text(path.read_text() + "\nThe cellar was sold in May.\n")
    second = run("add", str(folder), "--json").json
    assert second["added"] == second["failed"] == []
    assert second["unchanged"] == 2
    assert [article["id"] for article in second["updated"]] == [first["added"][2]["id"]]


def test_article_says_what_is_known_and_no_more(run: Run, full: dict[str, str]) -> None:
    ferry = run("show", full["a.md"], "--json").json
    assert list(ferry) == [*ARTICLE, "text"]
    source = ferry["source"]
    assert Path(source).is_absolute()
    assert ferry | {"text": "", "event": ""} == {
        "id": full["a.md"],
        "title": "Ferry runs aground off Sandholm",
        "outlet": "Morning Tide",
        "byline": None,
        "published": "2026-03-02",
        "url": "https://morning-tide.example/ferry",
        "source": source,
        "sources": [source],
        "language": ferry["language"],
        "words": ferry["words"],
        "event": "",
        "text": "",
    }
    cheese = run("show", full["cheese.txt"], "--json", "--removed").json
    assert list(cheese) == [*ARTICLE, "text", "removed"]
    assert cheese["text"].strip() == CHEESE_TEXT
    assert cheese["removed"] == []
    unknown = ("title", "outlet", "byline", "published", "url", "event")
    assert [cheese[key] for key in unknown] == [None] * 6


def test_list_and_its_query(run: Run, full: dict[str, str]) -> None:
    everything = run("list", "--json").json
    assert list(everything) == ["articles"]
    assert [list(article) for article in everything["articles"]] == [ARTICLE] * 3
    assert [article["id"] for article in everything["articles"]] == [
        full["b.md"],
        full["a.md"],
        full["cheese.txt"],
    ]
    found = run("--json", "list", "goats").json["articles"]
    assert [article["id"] for article in found] == [full["cheese.txt"]]
    assert run("list", "outlet:evening", "ferry", "--json").json["articles"] == [
        everything["articles"][0]
    ]
    assert run("list", "zeppelin", "--json").json == {"articles": []}


def test_empty_library(run: Run) -> None:
    assert run("list", "--json").json == {"articles": []}
    assert run("list", "x", "--json").json == {"articles": []}
    assert run("events", "--json").json == {"events": [], "stories": []}
    assert run("search", "x", "--json").json == {"total": 0, "hits": []}
    assert run("--json").json == {"events": [], "stories": []}
    assert run("corrections", "--json").json == {"corrections": []}


def test_edit(run: Run, full: dict[str, str]) -> None:
    before = run("show", full["cheese.txt"], "--json").json
    values = {
        "title": "Goats",
        "outlet": "Dairy",
        "byline": "Food desk",
        "published": "2026-03",
        "url": "https://dairy.example/1",
    }
    options = [f"--{name}={value}" for name, value in values.items()]
    edited = run("edit", full["cheese.txt"], *options, "--json").json
    assert list(edited) == ARTICLE
    assert edited | {"text": before["text"]} == before | values
    emptied = run("edit", full["cheese.txt"], "--outlet", "", "--json").json
    assert emptied == edited | {"outlet": None}


def test_remove(run: Run, full: dict[str, str]) -> None:
    ran = run("remove", full["a.md"], full["a.md"], "b.md", full["b.md"], "--yes", "--json")
    assert ran.json == {"removed": 2}
    assert "b.md" in ran.err
    assert len(run("list", "--json").json["articles"]) == 1


def test_search(run: Run, full: dict[str, str]) -> None:
    found = run("search", "ferry linnea", "--json").json
    assert list(found) == ["total", "hits"]
    assert found["total"] == 2
    for hit in found["hits"]:
        assert list(hit) == ["article", "score", "snippets"]
        assert list(hit["article"]) == ARTICLE
        assert isinstance(hit["score"], float)
        assert hit["snippets"]
        text = run("show", hit["article"]["id"], "--json").json
        for snippet in hit["snippets"]:
            _check_span(snippet, {text["id"]: text})
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)
    one = run("search", "ferry", "linnea", "--limit", "1", "--sort", "date", "--json").json
    assert one["total"] == 2
    assert [hit["article"]["id"] for hit in one["hits"]] == [full["b.md"]]


def test_search_that_finds_a_title_only(run: Run, full: dict[str, str]) -> None:
    hits = run("search", "title:passengers", "--json").json["hits"]
    assert [hit["article"]["id"] for hit in hits] == [full["b.md"]]
    (snippet,) = hits[0]["snippets"]
    assert snippet["field"] == "title"
    _check_span(snippet, {full["b.md"]: run("show", full["b.md"], "--json").json})


def test_events(run: Run, full: dict[str, str]) -> None:
    events = run("events", "--json").json
    assert list(events) == ["events", "stories"]
    (event,) = events["events"]
    assert list(event) == EVENT
    assert [article["id"] for article in event["articles"]] == [full["a.md"], full["b.md"]]
    assert [article["event"] for article in event["articles"]] == [event["id"]] * 2
    assert [list(article) for article in event["articles"]] == [ARTICLE] * 2
    assert event["why"]
    assert all(isinstance(reason, str) for reason in event["why"])
    assert run("show", full["a.md"], "--json").json["event"] == event["id"]

    several = run("events", "--all", "--json").json["events"]
    # The cheese has no date: it counts as of the day on which it was added, later than the ferry.
    assert [len(each["articles"]) for each in several] == [1, 2]
    assert several[0]["articles"][0]["event"] is None
    assert run("--json").json == events

    assert run("events", "passenger", "outlet:evening", "--json").json == events
    assert run("events", "goats", "--json").json == {"events": [], "stories": []}
    (cheese,) = run("events", "goats", "--all", "--json").json["events"]
    assert [article["id"] for article in cheese["articles"]] == [full["cheese.txt"]]


def test_compare(run: Run, full: dict[str, str]) -> None:
    ids = [full["a.md"], full["b.md"]]
    found = run("compare", *ids, "--json").json
    assert list(found) == ["articles", "points", "lenses", "findings"]
    assert [article["id"] for article in found["articles"]] == ids
    assert [list(article) for article in found["articles"]] == [ARTICLE] * 2
    texts = {id: run("show", id, "--json").json for id in ids}
    assert found["points"]
    for point in found["points"]:
        _check_point(point, texts)
    assert [lens["name"] for lens in found["lenses"]] == list(NAMES)
    counts = [sum(f["lens"] == name for f in found["findings"]) for name in NAMES]
    for lens, count in zip(found["lenses"], counts, strict=True):
        assert list(lens) == ["name", "state", "reason"]
        assert (lens["state"] == "found") == (count > 0)
        assert lens["state"] in {"found", "none", "cannot-say"}
        assert isinstance(lens["reason"], str)
    assert found["findings"]
    order = [NAMES.index(finding["lens"]) for finding in found["findings"]]
    assert order == sorted(order)
    for finding in found["findings"]:
        _check_finding(finding, texts)


@pytest.mark.parametrize("form", ["ids", "prefixes", "paths", "event", "event prefix"])
def test_compare_takes_every_name(
    run: Run, full: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(folder)
    ids = [full["a.md"], full["b.md"]]
    event = run("show", ids[0], "--json").json["event"]
    names = {
        "ids": ids,
        "prefixes": [id[:5] for id in ids],
        "paths": ["a.md", str(folder / "b.md")],
        "event": ["--event", event],
        "event prefix": [f"--event={event[:4]}"],
    }
    found = run("compare", *names[form], "--json").json
    assert [article["id"] for article in found["articles"]] == ids


def test_compare_into_files(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    ids = [full["a.md"], full["b.md"]]
    for name, option in {"x.json": "--json", "x.md": "--markdown", "x.html": "--html"}.items():
        printed = run("compare", *ids, option).raw
        assert printed
        for options in ([], [option]):
            path = tmp_path / name
            path.write_text("what was there before")
            ran = run("compare", *ids, *options, "-o", str(path))
            assert (ran.code, ran.raw) == (0, b"")
            assert path.read_bytes() == printed
        assert run("compare", *ids, option, "-o", "-").raw == printed


def test_options_mean_the_same_before_and_after(
    run: Run, full: dict[str, str], library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("READER_LIBRARY")
    where = ["--library", str(library)]
    lines = [
        [*where, "--json", "list", "ferry"],
        ["list", "ferry", *where, "--json"],
        ["--json", "list", *where, "ferry"],
        ["list", "--json", "ferry", f"--library={library}"],
    ]
    outs = {run(*line).raw for line in lines}
    assert len(outs) == 1
    assert len(run(*lines[0]).json["articles"]) == 2


def test_backup_can_be_used_as_a_library(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "library.sqlite3"
    copy.parent.mkdir()
    backup = run("backup", str(copy), "--json").json
    assert backup == {"backup": str(copy), "articles": 3}
    there = run("list", "--json", "--library", str(copy.parent))
    assert there.json == run("list", "--json").json


def test_check(run: Run, full: dict[str, str]) -> None:
    keys = ["library", "index"]
    before = run("check", "--json").json
    assert list(before) == keys
    assert before["library"] == {"articles": 3, "problems": []}
    rebuilt = run("check", "--rebuild", "--json").json
    assert rebuilt["index"] == {"articles": 3, "state": "rebuilt", "problems": []}
    after = run("check", "--json").json
    assert after["index"] == {"articles": 3, "state": "current", "problems": []}


def test_stdin(run: Run) -> None:
    text = "Rain fell on the Moorland fair.\n\nNobody minded, and the band played on until ten.\n"
    added = run("add", "-", "--json", stdin=text.encode()).json["added"]
    assert [article["source"] for article in added] == ["stdin"]
    assert run("show", "stdin", "--json").json["text"].strip() == text.strip()


def _check_span(span: dict[str, Any], texts: dict[str, Any]) -> None:
    assert list(span) == SPAN
    field = texts[span["article"]]["text" if span["field"] == "text" else "title"]
    assert span["text"] == field[span["start"] : span["end"]] != ""


def _check_point(point: dict[str, Any], texts: dict[str, Any]) -> None:
    assert list(point) == ["passages", "score", "certainty"]
    assert len(point["passages"]) == len(texts)
    assert sum(passage is not None for passage in point["passages"]) >= 2
    assert 0 < point["score"] <= 1
    assert point["certainty"] in {"sure", "perhaps"}
    for passage in filter(None, point["passages"]):
        _check_span(passage, texts)


def _check_finding(finding: dict[str, Any], texts: dict[str, Any]) -> None:
    assert list(finding) == FINDING
    assert len(finding["values"]) == len(finding["measures"]) == len(texts)
    assert finding["evidence"]
    for span in filter(None, [finding["subject"], *finding["values"], *finding["evidence"]]):
        _check_span(span, texts)
    for measure in finding["measures"]:
        assert measure is None or isinstance(measure, int | float)
    assert finding["certainty"] in {"sure", "perhaps"}
    assert 0 <= finding["weight"] <= 1
