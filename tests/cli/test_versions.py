"""`reader show --versions`, `--changes`, and lines that were cut and come back."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli.marking import lines
from reader.cli.output import Output
from reader.cli.versions import show_changes, show_versions
from reader.library.library import Library
from reader.model import Draft, Removed, Version
from reader.text.changes import changes
from tests.cli.conftest import Run

FIRST = "Mill closes for good"
LAST = "Mill closes for a while"
FILLER = " ".join(f"Barrel {n} went down the river to the sea." for n in range(20))
OLD = f"The mill at Oxley closes on Monday, its owner said.\n\n{FILLER}\n\nNobody was hurt.\n"
NEW = (
    "The old mill at Oxley closes on Friday, its owner said.\n\n"
    f"{FILLER}\n\nNobody was hurt.\n\nThe wheel is kept.\n"
)
DIFF = """\
Mill closes for [-good-] {+a while+}

The {+old+} mill at Oxley closes on [-Monday-] {+Friday+}, its owner said.

Barrel 0 went down the river to the … Barrel 19 went down the river to the sea.

Nobody was hurt.

{+The wheel is kept.+}
"""


@pytest.fixture
def mill(run: Run, tmp_path: Path) -> Path:
    """A file whose text and headline have changed since it was added."""
    file = tmp_path / "mill.md"
    for title, text in ((FIRST, OLD), (LAST, NEW)):
        file.write_text(f"---\ntitle: {title}\n---\n{text}", encoding="utf-8")
        assert run("add", str(file)).code == 0
    return file


def test_versions(run: Run, mill: Path) -> None:
    ran = run("show", "--versions", str(mill))
    one, two = (line.split("\t") for line in ran.out.splitlines())
    size = len(OLD.split())
    assert [one[0], *one[2:]] == ["1", f"{size}", "", "", str(mill), FIRST]
    # Two words replaced in the headline and one in the text; one and four put in.
    assert [two[0], *two[2:]] == ["2", f"{size + 5}", "2", "8", str(mill), LAST]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", row[1]) for row in (one, two))
    assert ran.err == ""


def test_versions_as_json(run: Run, mill: Path) -> None:
    shown = run("show", str(mill), "--json", "--versions").json
    assert list(shown)[-2:] == ["text", "versions"]
    keys = ["number", "seen", "read_by", "source", "title", "words", "out", "in"]
    assert [list(version) for version in shown["versions"]] == [keys] * 2
    picked = [(v["number"], v["title"], v["out"], v["in"]) for v in shown["versions"]]
    assert picked == [(1, FIRST, None, None), (2, LAST, 2, 8)]


def test_changes(run: Run, mill: Path) -> None:
    ran = run("show", "--changes", str(mill))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == DIFF
    for words in ([str(mill), "--changes"], ["--changes", "2", str(mill)], ["--changes=2"]):
        assert run("show", *words, *([] if str(mill) in words else [str(mill)])).out == DIFF


def test_changes_as_json(run: Run, mill: Path) -> None:
    shown = run("show", str(mill), "--json", "--changes").json
    assert list(shown)[-2:] == ["text", "changes"]
    found = shown["changes"]
    assert list(found) == ["from", "to", "title", "text"]
    assert (found["from"], found["to"]) == (1, 2)
    assert found["title"] == [
        {"kind": "same", "old": "Mill closes for", "new": "Mill closes for"},
        {"kind": "replaced", "old": "good", "new": "a while"},
    ]
    assert [one["kind"] for one in found["text"]] == [
        "same",
        "put-in",
        "same",
        "replaced",
        "same",
        "put-in",
    ]
    # The words of both texts, all of them.
    for side, text in (("old", OLD), ("new", NEW)):
        said = "".join(one[side] or "" for one in found["text"])
        assert "".join(said.split()) == "".join(text.split())


def test_every_version(run: Run, mill: Path) -> None:
    mill.write_text(f"---\ntitle: {LAST}\n---\n{NEW.replace('Friday', 'Sunday')}")
    run("add", str(mill))
    assert run("show", "--changes", "2", str(mill)).out == DIFF
    last = run("show", "--changes", str(mill)).out
    assert last.startswith(
        f"{LAST}\n\nThe old mill at Oxley closes on [-Friday-] {{+Sunday+}}, its"
    )
    assert last == run("show", str(mill), "--changes", "3").out
    for number in ("0", "1", "4"):
        ran = run("show", "--changes", number, str(mill))
        assert (ran.code, ran.raw) == (2, b"")
        assert "2 to 3" in ran.err
    assert run("show", str(mill)).err.startswith("3 versions. See: reader show --changes ")


def test_one_version(run: Run, full: dict[str, str]) -> None:
    for option in ("--changes", "--changes=2", "--versions"):
        ran = run("show", option, full["a.md"])
        assert (ran.code, ran.err) == (0, "This article has one version.\n")
        assert bool(ran.out) == (option == "--versions")
    assert run("show", "--changes", full["a.md"], "--json").json["changes"] is None
    assert run("show", full["a.md"]).err == ""


def test_changes_that_may_come_from_the_reading(run: Run, library: Path) -> None:
    url = "https://oxley.example/mill"
    drafts = [Draft(OLD, url, FIRST, url=url), Draft(NEW, "/mill.html", LAST, url=url)]
    with Library.open(library / "library.sqlite3") as opened:
        ids = {opened.add(draft)[1].id for draft in drafts}
    (id,) = ids
    ran = run("show", "--changes", id)
    assert ran.out == DIFF
    said = "some of these changes may come from the reading"
    assert ran.err == f"Read from different places, {url} and /mill.html: {said}.\n"
    assert run("show", "--changes", id, "--json").err == ran.err


def test_changes_between_versions_of_the_program(
    run: Run, mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.__version__", "99.1")
    mill.write_text(mill.read_text().replace("Friday", "Sunday"))
    run("add", str(mill))
    err = run("show", "--changes", str(mill)).err
    assert re.fullmatch(r"Read by different versions of reader, \S+ and 99\.1: some .*\n", err)
    assert run("show", "--changes", "2", str(mill)).err == ""


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", ""),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
        ("It is Monday.", "It is Monday.", "It is Monday."),
        ("One rower came.", "Two rowers came.", "[-One rower-] {+Two rowers+} came."),
        ("It closed.", "It closed!", "It closed[-.-]{+!+}"),
        ("A.\n\nB is out.\n\nC.", "A.\n\nC.", "A.\n\n[-B is out.-]\n\nC."),
        ("A.\n\nC.", "A.\n\nB is in.\n\nC.", "A.\n\n{+B is in.+}\n\nC."),
        ("A.\nB.\n", "A.\nB.\nC.\n", "A.\nB.\n{+C.+}"),
        ("X.\n\nAnd so it ends.", "X.\n\nSo it ends.", "X.\n\n[-And so-] {+So+} it ends."),
        ("X.\n\nBut it ends.", "X.\n\nit ends.", "X.\n\n[-But-] it ends."),
        ("A.\n\nB is.\n\nC is.\n\nD.", "A.\n\nD.", "A.\n\n[-B is.-]\n\n[-C is.-]\n\nD."),
    ],
)
def test_signs(old: str, new: str, shown: str) -> None:
    marked = list(lines(changes(old, new), old, new))
    assert "\n".join(line.text for line in marked) == shown
    for line in marked:
        for mark in line.marks:
            assert re.fullmatch(r"\[-.+-\]|\{\+.+\+\}", mark.of(line.text))


def test_words_far_from_a_change_are_folded() -> None:
    words = [f"word{n}" for n in range(100)]
    old = " ".join(words)
    new = " ".join([*words[:50], "odd", *words[51:]])
    (line,) = lines(changes(old, new), old, new)
    near = " ".join(words[38:50]), " ".join(words[51:63])
    assert line.text == f"… {near[0]} [-word50-] {{+odd+}} {near[1]} …"
    (whole,) = lines(changes(old, new), old, new, folded=False)
    assert whole.text == new.replace("odd", "[-word50-] {+odd+}")
    # Folded paragraphs still end before the words that follow.
    old, new = f"Start.\n\n{old}", f"Start.\n\n{new}"
    assert [line.text for line in lines(changes(old, new), old, new)] == ["…", "", line.text[2:]]
    same = "\n\n".join(words)
    assert [line.text for line in lines(changes(same, same), same, same)] == ["…"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


EVIL = "Mill \x1b]0;owned\x07 [bold]closes[/red] \u202enow"


def test_in_a_terminal() -> None:
    first = Version(1, FIRST, OLD, "/mill.txt", "2026-01-05T08:09:10", "1.0")
    last = Version(2, EVIL, f"{NEW}{EVIL}\n", f"/{EVIL}", "2026-01-06T08:09:10", "1.0")
    stream = Terminal()
    show_versions((first, last), Output(json=False, stdout=stream))
    show_changes((first, last), Output(json=False, stdout=stream))
    said = stream.getvalue()
    assert "first read 2026-01-06 08:09 UTC · " in said
    assert "\x1b[4m{+old+}\x1b[0m mill" in said
    assert "[bold]closes[/red]" in said
    assert not {*"\x07\u202e"} & {*said}
    assert "\x1b]" not in said


def test_hostile_versions_piped(run: Run, library: Path) -> None:
    draft = Draft(OLD, f"/{EVIL}", EVIL)
    with Library.open(library / "library.sqlite3") as opened:
        for each in (draft, replace(draft, text=f"{NEW}{EVIL}\n", title=f"{EVIL}\nx")):
            id = opened.add(each)[1].id
    for option in ("--versions", "--changes", "--changes=2"):
        for json in ([], ["--json"]):
            ran = run("show", option, id, *json)
            assert ran.code == 0
            assert not {*"\x07\x1b\u202e"} & {*(ran.out + ran.err)}
    assert len(run("show", "--versions", id).out.splitlines()) == 2


LINES = ("Read also: ten mills", "Share this", "2")


@pytest.fixture
def cut(library: Path) -> str:
    """An article with three lines that were cut as boilerplate."""
    removed = (Removed(LINES[0], 0), Removed(LINES[1], len(OLD)), Removed(LINES[2], len(OLD)))
    with Library.open(library / "library.sqlite3") as opened:
        return opened.add(Draft(OLD, "/mill.txt", FIRST, removed=removed))[1].id


def removed(run: Run, id: str) -> list[str]:
    lines: list[str] = run("show", "--removed", "--json", id).json["removed"]
    return lines


def test_removed_lines_are_numbered(run: Run, cut: str) -> None:
    listed = "".join(f"{n}\t{line}\n" for n, line in enumerate(LINES, start=1))
    assert run("show", "--removed", cut).out == listed
    assert removed(run, cut) == list(LINES)


@pytest.mark.parametrize(
    ("given", "back"),
    [
        (["1"], [0]),
        # A number counts the lines, even where a line reads so.
        (["2"], [1]),
        (["3"], [2]),
        (["Share this"], [1]),
        (["  Share   this "], [1]),
        (["3", "1"], [0, 2]),
        (["1", "Read also: ten mills"], [0]),
    ],
)
def test_restoring(run: Run, cut: str, given: list[str], back: list[int]) -> None:
    options = [word for one in given for word in ("--restore", one)]
    ran = run("edit", cut, *options, "--json")
    assert ran.code == 0, ran.err
    assert removed(run, cut) == [line for n, line in enumerate(LINES) if n not in back]
    text = run("show", cut, "--json").json["text"]
    assert [n for n, line in enumerate(LINES) if f"{line}\n" in text] == back
    for n in back:
        assert run("edit", cut, "--cut", LINES[n]).code == 0
    assert removed(run, cut) == list(LINES)
    assert run("show", cut, "--json").json["text"] == OLD


@pytest.mark.parametrize(
    "options",
    [
        "--restore 4",
        "--restore 0",
        "--restore nosuch",
        "--restore 1 --restore 9",
        "--restore 1 --published never",
        "--title New --restore 9",
        "--cut nosuch",
        "--cut Nobody --title New",
        "--cut x --restore 1",
    ],
)
def test_a_wrong_line_changes_nothing(run: Run, cut: str, options: str) -> None:
    ran = run("edit", cut, *options.split())
    assert (ran.code, ran.raw) == (2, b"")
    shown = run("show", cut, "--json", "--removed").json
    assert (shown["text"], shown["title"], shown["removed"]) == (OLD, FIRST, list(LINES))


def test_nothing_was_removed(run: Run, full: dict[str, str]) -> None:
    ran = run("edit", full["cheese.txt"], "--restore", "1")
    assert ran.err == "reader: nothing was removed from this article.\n"
    assert run("show", "--removed", full["cheese.txt"]).out == ""


def test_restoring_beside_other_changes(run: Run, cut: str) -> None:
    edited = run("edit", cut, "--restore", "1", "--title", "New", "--json").json
    assert edited["title"] == "New"
    assert removed(run, cut) == list(LINES[1:])
