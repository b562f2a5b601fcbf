"""What people read where there is no terminal: one line an article, nothing cut, no colours."""

from __future__ import annotations

import io
import re
from pathlib import Path

from reader.cli.comparison import plain, show
from reader.cli.output import Output
from reader.workspace import Workspace
from tests.cli.conftest import Run
from tests.exporting.example import BRIDGE, COMPARISON, CRACK

COMPARED = """\
A Bridge [shut] <for> *good*
   aaaaaaa · Coast & Sons · 2026-03-02 · 13 words
B no headline: The bridge was shut Monday after a crack. …
   bbbbbbb · no outlet · no date · 12 words

Not known to be one event.

First
≈ cost: amount A $14 million · B 14.3 million dollars

Facts: 1 found
≈ cost: amount A $14 million · B 14.3 million dollars
  rounded · sure: equal to 2 figures · f1
    A ¶2  It cost $14 million, the mayor said.
    B ¶2  Repairs cost 14.3 million dollars.

Quotations: looked, found none
Only here: 1 found
+ A: mayor
  only here · perhaps · f2
    A ¶2  It cost $14 million, the mayor said.

Left out: cannot say: not one event

What several articles say: 1 found
1 perhaps
    A ¶1  The bridge was shut on Monday.
    B ¶1  The bridge was shut Monday after a crack.
"""


def test_list(run: Run, full: dict[str, str]) -> None:
    a, b, cheese = full["a.md"], full["b.md"], full["cheese.txt"]
    assert run("list").out == (
        f"{b}\t2026-03-03\tEvening Post\t45\tPassengers safe after Linnea grounding at Sandholm\n"
        f"{a}\t2026-03-02\tMorning Tide\t48\tFerry runs aground off Sandholm\n"
        f"{cheese}\tno date\tno outlet\t33\t"
        "no headline: No cheese has won the Brannock prize as …\n"
    )
    assert run("list", "zeppelin").err == "Nothing found.\n"


def test_add(run: Run, folder: Path) -> None:
    first = run("add", str(folder / "a.md"), str(folder / "no.md"))
    id = run("list", "--json").json["articles"][0]["id"]
    assert first.out == f"added\t{id}\tFerry runs aground off Sandholm\n"
    assert first.err == f"Not added: {folder / 'no.md'}: there is no such file\n"
    again = run("add", str(folder / "a.md"))
    assert (again.out, again.err) == ("", "1 unchanged.\n")


def test_show(run: Run, full: dict[str, str], folder: Path) -> None:
    shown = run("show", full["a.md"]).out
    assert shown == (
        "Ferry runs aground off Sandholm\n"
        "Morning Tide · 2026-03-02 · 48 words\n"
        "https://morning-tide.example/ferry\n"
        f"{folder / 'a.md'}\n"
        "\n"
        "The ferry Linnea ran aground off Sandholm on Sunday evening with 140 people on board.\n"
        "\n"
        '"We felt the ship lift and then everything went very quiet," said Petra Holt, a '
        "passenger.\n"
        "\n"
        "The Linnea belongs to Halvard Lines. The company said the fog was thick near the "
        "Sandholm light.\n"
    )


def test_search(run: Run, full: dict[str, str]) -> None:
    ran = run("search", "goats cellar")
    id, published, outlet, title, snippet = ran.out.rstrip("\n").split("\t")
    assert (id, published, outlet) == (full["cheese.txt"], "no date", "no outlet")
    assert title.startswith("no headline: No cheese")
    assert "twelve goats and a secret cellar" in snippet
    assert run("search", "ferry", "--limit", "1").err == "1 of 2. For more: --limit N\n"
    odd = run("search", "(((ferry")
    assert odd.code == 0
    assert len(odd.out.splitlines()) == 2
    assert odd.err  # what was not understood is said


def test_events(run: Run, full: dict[str, str]) -> None:
    id = run("events", "--json").json["events"][0]["id"]
    head, _why, *rows = run("events").out.splitlines()
    assert head in {
        f"{id}  Ferry runs aground off Sandholm",
        f"{id}  Passengers safe after Linnea grounding at Sandholm",
    }
    assert [row.split("\t")[0] for row in rows] == [full["a.md"], full["b.md"]]


def test_without_a_command(run: Run, full: dict[str, str], folder: Path) -> None:
    everything = run()
    event = run("events").out.splitlines()
    lines = everything.out.splitlines()
    assert lines[:2] == event[:2]
    assert lines[2:4] == [f"A\t{event[2]}", f"B\t{event[3]}"]
    assert "1 article in no event" in everything.err
    only = run(str(folder / "cheese.txt"))
    assert only.out == run("list", "goats").out


def test_without_a_command_and_without_articles(run: Run) -> None:
    shown = run()
    assert shown.code == 0
    assert shown.out.startswith("No articles yet: these are samples.")
    assert "\nA\t" in shown.out
    assert run("list").out == ""  # the samples stay apart
    assert run("--samples", "list").out


def test_hidden_samples_stay_hidden(run: Run, library: Path) -> None:
    with Workspace.open(library) as workspace:
        workspace.hide_samples(hidden=True)
    assert run().out == ""
    assert run("--samples", "list").out
    with Workspace.open(library) as workspace:
        workspace.hide_samples(hidden=False)
    assert run().out


def test_comparison() -> None:
    assert plain(COMPARISON, [BRIDGE, CRACK]) == COMPARED


def test_comparison_is_the_same_on_a_terminal() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    show(COMPARISON, [BRIDGE, CRACK], Output(json=False, stdout=stream))
    drawn = stream.getvalue()
    assert "\x1b[4m$14 million\x1b[0m, the mayor" in drawn
    bare = re.sub(r"\x1b\[\d*m", "", drawn)
    assert [line.rstrip() for line in bare.splitlines()] == COMPARED.splitlines()


def test_check_and_backup(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    assert run("check", "--rebuild").out == (
        "The library is sound: 3 articles.\nThe search index was built again.\n"
    )
    assert run("check").out == (
        "The library is sound: 3 articles.\nThe search index agrees with the library.\n"
    )
    file = tmp_path / "copy.sqlite3"
    assert run("backup", str(file)).err == f"3 articles copied to {file}.\n"
    size = file.stat().st_size
    assert run("backup", str(file)).code == 2
    assert file.stat().st_size == size
