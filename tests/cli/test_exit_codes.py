"""How commands end: a table of command lines and codes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.cli.exits import Exit
from tests.cli.conftest import Run

FINE = [
    "--version",
    "--help",
    "",
    "--json",
    "list",
    "export",
    "export {e}",
    "list ferry",
    "list --json",
    "list --json nothingofthekind",
    "show a.md",
    "show {a}",
    "edit {a} --outlet X",
    "edit --outlet= {a}",
    "search ferry",
    "search --limit 1 --sort date ferry",
    "search nothingofthekind",
    "search (((",
    "events",
    "events --all",
    "events ferry",
    "events nothingofthekind --json",
    "join {e} {f}",
    "join --json {e} {f} {e}",
    "split {a}",
    "split {a} --json",
    "move {c} {e}",
    "move {a} {b} {f} --json",
    "part {e} {f}",
    "part {e} {f} --json",
    "name {e} The ferry",
    "name {e} The ferry --json",
    "corrections",
    "corrections --json",
    "corrections --samples",
    "sync",
    "sync --json",
    "feeds",
    "feeds --json",
    "show --removed {a}",
    "show --versions {a}",
    "show --changes {a}",
    "show {a} --changes",
    "show --changes 2 {a}",
    "show {a} --changes=2 --json",
    "add --field text=body --field id=key a.md",
    "compare {a} {b}",
    "compare {a} {b} {c} --json",
    "compare {a} {b} --markdown",
    "compare --html {a} {b}",
    "check",
    "config",
    "config --keys",
    "completions bash",
    "tour",
    "check --rebuild",
    "backup copy.sqlite3",
    "remove --yes {a}",
    "add a.md",
    "a.md b.md",
    "-- a.md",
    "./add",
    "add --help",
    "list --version",
]
SOME_FAILED = [
    "add missing.txt a.md",
    "add http://127.0.0.1:9/page",
    "add file:///etc/hosts",
    "add empty.txt",
    "add empty.opml",
    "remove --yes {a} nosuch",
    "a.md missing.txt",
]
WRONG = [
    "nosuch",
    "-",
    "https://example.org/page",
    "-- nosuch",
    "--nosuch",
    "--library",
    "--library=",
    "list --nosuch",
    "list --lib x",
    "add",
    "show",
    "show nosuch",
    "show {a} {b}",
    "show --changes {a} {b}",
    "show --changes",
    "show --changes=x {a}",
    "show --removed --versions {a}",
    "edit {a} --restore 1",
    "edit {a} --restore 0",
    "edit {a} --restore nosuch",
    "edit {a} --cut nosuch",
    "edit {a} --cut x --title y",
    "add --field",
    "add --field text a.md",
    "add --field text= a.md",
    "add --field =x a.md",
    "add --field words=x a.md",
    "add --field text=a --field text=b a.md",
    "sync nosuch",
    "sync http://127.0.0.1:9/nosuch",
    "sync --samples",
    "feeds nosuch",
    "feeds --remove",
    "feeds --remove nosuch",
    "feeds --pages auto",
    "feeds --pages sometimes nosuch",
    "feeds --title x nosuch",
    "feeds --title x a b",
    "feeds --tag x",
    "feeds --remove --opml nosuch",
    "feeds --remove --tag x nosuch",
    "feeds -o feeds.opml",
    "edit {a}",
    "edit nosuch --title X",
    "edit {a} --published yesterday",
    "remove {a}",
    "remove --yes nosuch",
    "search",
    "search x --limit none",
    "search x --limit 0",
    "search x --limit -1",
    "search x --sort length",
    "compare",
    "compare {a}",
    "compare {a} {a}",
    "compare {a} nosuch",
    "compare --event nosuch",
    "compare --event= ",
    "compare --json --html {a} {b}",
    "compare --markdown --html {a} {b}",
    "compare {a} {b} -o .",
    "compare {a} {b} -o missing/folder/x.md",
    "check x",
    "backup",
    "backup a.md",
    "backup x y",
    "--samples add a.md",
    "--samples a.md",
    "edit --samples {a} --title X",
    "join",
    "join {e}",
    "join {e} {e}",
    "join {e} nosuch",
    "join --samples {e} {f}",
    "split",
    "split nosuch",
    "split {c}",
    "split {a} {b}",
    "split {a} {c}",
    "split --samples {a}",
    "move {a}",
    "move {a} nosuch",
    "move nosuch {e}",
    "move {a} {e}",
    "move --samples {c} {e}",
    "part {e}",
    "part {e} {e}",
    "part {e} nosuch",
    "part {e} {f} {a}",
    "part --samples {e} {f}",
    "name {e}",
    "name nosuch X",
    "name {e} -- ",
    "name --samples {e} X",
    "corrections x",
    "corrections --undo",
    "corrections --undo 1",
    "corrections --undo=x",
    "corrections --undo=-1",
    "corrections --undo --samples",
    "export nosuch",
    "export {e} {f}",
    "export --html",
    "completions",
]


@pytest.fixture
def words(
    run: Run, full: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """What stands for `{a}` and so on, `{e}` the event of `{a}` and `{f}` that of `{c}`.

    The articles' folder is the current one.
    """
    monkeypatch.chdir(folder)
    (folder / "empty.txt").write_text("")
    (folder / "empty.opml").write_text("")
    (folder / "add").mkdir()
    (folder / "add" / "d.txt").write_text("The lighthouse at Sandholm was lit.\n\nIt was dark.\n")
    ids = {"a": full["a.md"], "b": full["b.md"], "c": full["cheese.txt"]}
    events = run("events", "--all", "--json").json["events"]
    of = {article["id"]: each["id"] for each in events for article in each["articles"]}
    return ids | {"e": of[ids["a"]], "f": of[ids["c"]]}


@pytest.mark.parametrize("line", FINE)
def test_done(run: Run, words: dict[str, str], line: str) -> None:
    ran = run(*line.format(**words).split())
    assert ran.code == Exit.DONE, ran.err


@pytest.mark.parametrize("line", SOME_FAILED)
def test_some_failed_and_each_is_named(run: Run, words: dict[str, str], line: str) -> None:
    ran = run(*line.format(**words).split())
    assert ran.code == Exit.SOME_FAILED
    names = ("missing.txt", "nosuch", "127.0.0.1:9", "etc/hosts", "empty")
    assert any(name in ran.err for name in names)


@pytest.mark.parametrize("json", ["", " --json"])
@pytest.mark.parametrize("line", WRONG)
def test_wrong_usage_prints_nothing(run: Run, words: dict[str, str], line: str, json: str) -> None:
    if line.startswith("--library"):
        json = ""  # it would be taken for the folder
    front, _, back = line.format(**words).partition("-- ")
    ran = run(*front.split(), *json.split(), *(["--", *back.split()] if back else []))
    assert ran.code == Exit.USAGE
    assert ran.raw == b""
    assert ran.err.startswith("reader: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["list", "add a.md", "events --json", "check", "", "search x"])
@pytest.mark.parametrize("damage", ["no library", "newer", "a file"])
def test_library_that_cannot_be_used(
    run: Run, words: dict[str, str], library: Path, tmp_path: Path, command: str, damage: str
) -> None:
    place = tmp_path / "other"
    if damage == "a file":
        place.write_text("not a folder")
    else:
        place.mkdir()
        file = place / "library.sqlite3"
        if damage == "no library":
            file.write_bytes(b"not a library, but long enough to be looked at" * 50)
        else:
            file.write_bytes((library / "library.sqlite3").read_bytes())
            with sqlite3.connect(file) as connection:
                connection.execute("PRAGMA user_version = 999")
            connection.close()
    ran = run(*command.split(), "--library", str(place))
    assert ran.code == Exit.LIBRARY, ran.err
    assert ran.raw == b""
    assert ran.err.startswith("reader: ")


def test_codes_are_never_renumbered() -> None:
    assert [(code.name, code.value) for code in Exit] == [
        ("DONE", 0),
        ("SOME_FAILED", 1),
        ("USAGE", 2),
        ("LIBRARY", 3),
        ("CRASHED", 70),
        ("INTERRUPTED", 130),
    ]
