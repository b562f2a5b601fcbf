"""Correcting the grouping on the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from reader.cli.grouping import show_story
from reader.cli.output import Output
from reader.cli.overview import _among
from reader.library.library import Library
from reader.model import Event, Story, Voice
from tests.cli.conftest import Run

EVENT = "id label story articles why perhaps voices".split()
RULING = "number made act one apart name".split()


@pytest.fixture
def events(run: Run, full: dict[str, str]) -> dict[str, str]:
    """The event of each article, by the name of its file."""
    return events_of(run, full)


def events_of(run: Run, full: dict[str, str]) -> dict[str, str]:
    found = run("events", "--all", "--json").json["events"]
    of = {article["id"]: event["id"] for event in found for article in event["articles"]}
    return {name: of[id] for name, id in full.items()}


def groups(run: Run) -> set[frozenset[str]]:
    found = run("events", "--all", "--json").json["events"]
    return {frozenset(article["id"] for article in event["articles"]) for event in found}


def test_each_prints_events_only(run: Run, full: dict[str, str], events: dict[str, str]) -> None:
    ferry, cheese = events["a.md"], events["cheese.txt"]
    both = run("part", ferry, cheese, "--json").json
    assert list(both) == ["events"]
    assert [event["id"] for event in both["events"]] == [ferry, cheese]
    for act in ("name", "split", "join"):
        now = events_of(run, full)
        words = {
            "name": [now["a.md"], "The ferry"],
            "split": [full["a.md"]],
            "join": [now["a.md"], now["cheese.txt"]],
        }
        ran = run(act, *words[act], "--json")
        assert ran.code == 0, ran.err
        assert list(ran.json) == EVENT


def test_prefixes_are_taken(run: Run, full: dict[str, str], events: dict[str, str]) -> None:
    assert run("name", events["a.md"][:4], "The", "ferry").code == 0
    assert run("split", full["a.md"][:5]).code == 0
    said = run("corrections", "--json").json["corrections"]
    assert [ruling["act"] for ruling in said] == ["name", "split"]


def test_corrections(run: Run, full: dict[str, str], events: dict[str, str]) -> None:
    a, b, cheese = full["a.md"], full["b.md"], full["cheese.txt"]
    assert run("corrections").err == "Nothing was corrected. See: reader join --help\n"
    run("name", events["a.md"], "The ferry")
    run("part", events["a.md"], events["cheese.txt"])
    run("split", a)
    said = run("corrections", "--json").json
    assert list(said) == ["corrections"]
    assert [list(ruling) for ruling in said["corrections"]] == [RULING] * 3
    name, part, split = said["corrections"]
    assert name["name"] == "The ferry"
    assert name["one"] == [
        {"id": a, "title": "Ferry runs aground off Sandholm"},
        {"id": b, "title": "Passengers safe after Linnea grounding at Sandholm"},
    ]
    assert part["apart"] == [name["one"], [{"id": cheese, "title": None}]]
    assert split["apart"] == [name["one"][:1], name["one"][1:]]
    run("remove", b, "--yes")
    date = name["made"][:10]
    ferry = "“Ferry runs aground off Sandholm”"
    other = f"{b} (removed)"
    assert run("corrections").out.splitlines() == [
        f"1\t{date}\tevent named\tThe ferry: {ferry} and {other}",
        f"2\t{date}\tnot the same\t{ferry} and {other}, apart from "
        "“no headline: No cheese has won the Brannock prize as …”",
        f"3\t{date}\ttaken out\t{ferry}, apart from {other}",
    ]


def test_the_other_acts_are_told(run: Run, full: dict[str, str], events: dict[str, str]) -> None:
    run("name", events["a.md"], "X")
    run("name", events["a.md"], "")
    run("join", events["a.md"], events["cheese.txt"])
    rows = [row.split("\t") for row in run("corrections").out.splitlines()]
    assert [(row[0], row[2]) for row in rows] == [
        ("1", "event named"),
        ("2", "event named"),
        ("3", "one event"),
    ]
    assert rows[1][3].startswith("its headline again: “")


def test_a_move_tells_where_to(run: Run, full: dict[str, str], events: dict[str, str]) -> None:
    run("move", full["a.md"], events["cheese.txt"])
    (row,) = run("corrections").out.splitlines()
    assert row.split("\t")[2:] == [
        "moved",
        "“Ferry runs aground off Sandholm”, to "
        "“no headline: No cheese has won the Brannock prize as …”",
    ]
    run("corrections", "--undo")
    # All of an event moved: then nothing stays to be apart from.
    run("move", full["cheese.txt"], events_of(run, full)["a.md"])
    (row,) = run("corrections").out.splitlines()
    assert row.split("\t")[2] == "moved"
    assert row.count("“") == 3


def test_undo(run: Run, full: dict[str, str], events: dict[str, str]) -> None:
    before = groups(run)
    run("name", events["a.md"], "The ferry")
    run("split", full["a.md"])
    undone = run("corrections", "--undo", "1", "--json").json
    assert list(undone) == ["undone", "events"]
    assert list(undone["undone"]) == RULING
    assert (undone["undone"]["number"], undone["undone"]["act"]) == (1, "name")
    assert [list(event) for event in undone["events"]] == [EVENT] * len(undone["events"])
    last = run("corrections", "--undo")
    assert last.out.startswith("2\t")
    assert f"\n\n{events_of(run, full)['a.md']}  " in last.out
    assert groups(run) == before
    assert run("corrections", "--undo").code == 2


@pytest.mark.parametrize("given", ["9" * 5_000, "9" * 19, "²", "x", "-1", "1.0", ""])
def test_undo_takes_numbers_of_corrections(run: Run, full: dict[str, str], given: str) -> None:
    ran = run("corrections", f"--undo={given}")
    assert (ran.code, ran.raw) == (2, b"")


@pytest.mark.parametrize(
    "line",
    [
        "join e f",
        "split a",
        "move a e",
        "part e f",
        "name e X",
        "corrections --undo",
    ],
)
def test_the_samples_cannot_be_corrected(run: Run, line: str) -> None:
    ran = run(*line.split(), "--samples")
    assert ran.code == 2
    assert "the samples cannot be changed" in ran.err


def test_the_label_of_a_story_is_no_markup() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    show_story(
        Story("s1", "[bold]Ferry", ("e", "f"), ("why",)), [], Output(json=False, stdout=stream)
    )
    assert "[bold]Ferry" in stream.getvalue()


def _with_a_story(run: Run, full: dict[str, str], library: Path) -> None:
    """Events as the engine would save them: two of a story, and one between them that is not."""
    a, b, cheese = full["a.md"], full["b.md"], full["cheese.txt"]
    run("events")
    with Library.open(library / "library.sqlite3") as opened:
        saved = [
            Event("eb", "Passengers safe", (b,), story="s1"),
            Event("ec", "Cheese", (cheese,)),
            Event("ea", "Ferry aground", (a,), story="s1"),
        ]
        story = Story("s1", "The ferry", ("ea", "eb"), ("both name Sandholm",))
        opened.save_events(saved, opened.revision, [story])


def test_events_of_a_story_stand_together(run: Run, full: dict[str, str], library: Path) -> None:
    _with_a_story(run, full, library)
    shown = run("events", "--all").out
    heads = [line for line in shown.splitlines() if "\t" not in line]
    assert heads == [
        "Story  s1  The ferry  2 events",
        "both name Sandholm",
        "",
        "ea  Ferry aground",
        "",
        "eb  Passengers safe",
        "",
        "ec  Cheese",
    ], "in the order of the story"
    found = run("events", "--all", "--json").json
    assert [event["id"] for event in found["events"]] == ["eb", "ec", "ea"], "newest first"
    assert [event["story"] for event in found["events"]] == ["s1", None, "s1"]
    story = {
        "id": "s1",
        "label": "The ferry",
        "events": ["ea", "eb"],
        "why": ["both name Sandholm"],
    }
    assert found["stories"] == [story]
    one = run("events", "--all", "outlet:evening", "--json").json
    assert [event["id"] for event in one["events"]] == ["eb"]
    assert one["stories"] == [story], "whole, whatever is shown of it"
    assert "Story  s1  The ferry  1 event\n" in run("events", "--all", "outlet:evening").out
    assert run("events", "--all", "goats", "--json").json["stories"] == []


def test_a_story_can_be_named(run: Run, full: dict[str, str], library: Path) -> None:
    _with_a_story(run, full, library)
    assert run("name", "", "The Linnea").code == 2
    assert run("name", "s", "The Linnea").code == 0
    (ruling,) = run("corrections", "--json").json["corrections"]
    assert (ruling["act"], ruling["name"]) == ("name-story", "The Linnea")
    assert {article["id"] for article in ruling["one"]} == {full["a.md"], full["b.md"]}
    (row,) = run("corrections").out.splitlines()
    assert row.split("\t")[2] == "story named"


def test_an_event_cut_to_some_articles_keeps_what_still_holds() -> None:
    voices = (Voice(("a", "b"), 0.9), Voice(("c", "d"), 0.8), Voice(("b", "c", "e"), 0.7))
    event = Event("e", "E", ("a", "b", "c", "d", "e"), maybe=(("x", "near"),), voices=voices)
    (cut,) = _among((event,), ("a", "b", "c"))
    assert cut.articles == ("a", "b", "c")
    assert cut.voices == (Voice(("a", "b"), 0.9), Voice(("b", "c"), 0.7))
    assert cut.maybe == event.maybe


def test_join_prints_the_event_that_comes_of_it(
    run: Run, full: dict[str, str], events: dict[str, str]
) -> None:
    joined = run("join", events["a.md"], events["cheese.txt"], "--json").json
    assert {article["id"] for article in joined["articles"]} == set(full.values())
    undone = run("corrections", "--undo", "--json").json
    assert [len(event["articles"]) for event in undone["events"]] == [2, 1]


def test_split_prints_the_new_event(run: Run, full: dict[str, str], events: dict[str, str]) -> None:
    split = run("split", full["a.md"], "--json").json
    assert [article["id"] for article in split["articles"]] == [full["a.md"]]
    assert split["articles"][0]["event"] is None


def test_move_prints_where_it_is_now(
    run: Run, full: dict[str, str], events: dict[str, str]
) -> None:
    moved = run("move", full["a.md"], events["cheese.txt"], "--json").json
    ids = {article["id"] for article in moved["articles"]}
    assert ids == {full["a.md"], full["cheese.txt"]}


def test_name_prints_it(run: Run, full: dict[str, str], events: dict[str, str]) -> None:
    label = run("events", "--json").json["events"][0]["label"]
    named = run("name", events["a.md"], "The ferry", "--json").json
    assert (named["id"], named["label"]) == (events["a.md"], "The ferry")
    assert run("name", events["a.md"], "", "--json").json["label"] == label
