"""Words from outside are words: no command hands a terminal anything that it would obey.

The library is filled past the importers, which clean as well: each layer must hold alone.
"""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.actions.group import events
from reader.library.library import Library
from reader.model import Draft, Feed, Removed
from reader.workspace import Workspace
from tests.cli.conftest import Run
from tests.cli.terminal import in_terminal

EVIL = (
    "\x1b]52;c;ZXZpbA==\x07 \x1b]0;owned\x1b\\ \x1b[31;47mred \x1b[2J \x9b5;5H \x9d0;c1\x9c"
    " \x90q\x9c \u202egnp.exe\u202c \u2066iso\u2069 \u200f \x00 \x7f \x08\x08 \x0b \x0c \r over"
    " [bold]loud [/] [/red] [link=https://evil.example]x[/link] [@click=app.quit]y :smile:"
    " %s {0} \ufeff \u2028"
)
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
# What the program itself sends to a terminal: colours and weights, and wiping its progress line.
OWN = re.compile(r"\x1b\[[0-9;]{0,3}m|\r\x1b\[K|\r\n")
COMMANDS = """
list
list ferry
list --json
show {a}
show --removed {a}
show --removed --json {a}
show --versions {a}
show --versions --json {a}
show --changes {a}
show --changes --json {a}
edit {a} --restore {evil}
edit {a} --cut {evil}
edit {a} --byline {evil}
edit {a} --url {evil} --json
search ferry
search ferry --json
search {evil}
search title:{evil} --json
events
events --all
events --json
events {evil}
name {e} {evil}
name {evil} x
export
export {e}
export {e} --html
export --query ferry --texts
export --query ferry --texts --markdown
export {evil}
export --query {evil} --markdown
join {e} {evil}
split {a}
split {evil}
move {evil} {e}
part {e} {evil}
corrections
corrections --json
corrections --undo={evil}
corrections --undo
name {e} {evil}
compare {a} {b}
compare {a} {b} --json
compare {a} {b} --markdown
compare {a} {b} --html
compare {a} {evil}
compare --event {evil}
show {evil}
add {evil}
add {file}
add {file} --json
add --field {evil}=x {file}
add --field text={evil} {file}
feeds
feeds --json
feeds --opml
feeds --opml -o {folder}/{evil}
feeds {evil}
feeds --title {evil} example
feeds --tag {evil} example
feeds --pages {evil} example
feeds --remove {evil}
sync {evil}
{evil}
{file}
list --{evil}
check

--json
remove --yes {evil} {b}
backup {folder}/{evil}
"""


@pytest.fixture
def words(library: Path, tmp_path: Path) -> dict[str, str]:
    """A library with two hostile articles about one event and a hostile feed, and a hostile file.

    The first of the articles has two versions.
    """
    text = (
        f"The ferry Linnea ran aground off Sandholm on Sunday evening {EVIL} with 140 people.\n\n"
        f"“We felt the ship lift {EVIL} and then everything went very quiet,” said Petra Holt.\n"
    )
    with Library.open(library / "library.sqlite3") as opened:
        ids = [
            opened.add(
                Draft(
                    text=text + closing,
                    source=f"/articles/{closing}{EVIL}.txt",
                    title=f"Ferry Linnea aground {closing}{EVIL}",
                    outlet=f"Outlet {EVIL}",
                    byline=f"Desk {EVIL}",
                    url=f"https://example.org/{EVIL}",
                    removed=(Removed(f"Read also {EVIL}", 0),),
                    extra=(("key", EVIL),),
                )
            )[1].id
            for closing in ("One", "Two")
        ]
        first = opened.get(ids[0])
        opened.add(Draft(text=f"Now {EVIL}: {text}One", source=first.source, title=f"New {EVIL}"))
        opened.subscribe(Feed("https://example.org/feed", title=f"Feed {EVIL}", tags=(EVIL,)))
        opened.feed_failed("https://example.org/feed", f"it said {EVIL}")
    with Workspace.open(library) as workspace:
        event = next(each.id for each in events(workspace) if ids[0] in each.articles)
    file = tmp_path / f"ferry {EVIL.replace(chr(0), '').replace('/', '')[:80]}.txt"
    file.write_text(f"{EVIL}\n\nThe ferry Linnea sailed again.\n", encoding="utf-8")
    return {
        "a": ids[0],
        "b": ids[1],
        "e": event,
        "evil": EVIL.replace("\x00", ""),
        "file": str(file),
        "folder": str(tmp_path),
    }


def lines(words: dict[str, str]) -> list[list[str]]:
    """The command lines, each as its words."""
    return [[word.format(**words) for word in line.split()] for line in COMMANDS[1:-1].split("\n")]


def test_piped(run: Run, words: dict[str, str]) -> None:
    for line in lines(words):
        ran = run(*line)
        assert ran.code in {0, 1, 2}, (line, ran.err)
        for said in (ran.out, ran.err):
            assert not OBEYED.search(said), line


def test_json_keeps_what_it_escapes(run: Run, library: Path, words: dict[str, str]) -> None:
    shown = run("show", words["a"], "--json", "--removed").json
    with Library.open(library / "library.sqlite3") as opened:
        article = opened.get(words["a"])
    assert shown["text"] == article.text
    assert shown["title"] == article.title
    assert shown["removed"] == [line.text for line in article.removed]


def test_in_a_terminal(words: dict[str, str], library: Path) -> None:
    """One process in a pseudo-terminal runs every command; all that it sends is read raw."""
    code = (
        "import sys, json; from reader.__main__ import main\n"
        "for line in json.load(open(sys.argv[1])):\n"
        "    code = main(line); print('#END', code, flush=True)\n"
    )
    script = library / "lines.json"
    # Without a word the screens would open.
    todo = [line for line in lines(words) if line not in ([], [words["file"]])]
    script.write_text(json.dumps(todo))
    said, _ = in_terminal([sys.executable, "-c", code, str(script)])
    assert said.count("#END ") == len(todo)
    assert "#END 70" not in said
    assert not OBEYED.search(OWN.sub("", said))
    assert "\x1b[1m" in said  # a person sees bold
    assert "[bold]loud" in said  # and markup as words


def test_file_name_that_is_no_unicode(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ferry-\udcff.txt"
    try:
        path.write_text("The ferry Linnea sailed again.\n\nNobody was hurt.\n")
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system takes Unicode names only")
    added = run("add", str(path), "--json").json["added"]
    assert [article["source"] for article in added] == [str(path).replace("\udcff", "\ufffd")]
    assert run("show", str(path), "--json").json["id"] == added[0]["id"]
    for line in ("show \udcff", "list \udcff", "search \udcff", "add \udcff.txt", "\udcff"):
        ran = run(*line.split())
        assert ran.code < 70, ran.err
        assert "\udcff" not in ran.out + ran.err


def test_crash_is_a_sentence(
    run: Run, full: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(EVIL)

    monkeypatch.setattr("reader.cli.listing.cells", broken)
    ran = run("list")
    assert ran.code == 70
    assert ran.raw == b""
    sentence, _, path = ran.err.partition(" The details are in ")
    assert sentence == "reader: something went wrong that should not (RuntimeError)."
    details = Path(path.strip().rstrip("."))
    assert "Traceback" in details.read_text(encoding="utf-8")
    details.unlink()


def test_warnings_go_into_the_log(
    run: Run, full: dict[str, str], library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def warns(*_: object) -> list[tuple[str, ...]]:
        logging.getLogger("reader.framing.compare").warning("a lens failed")
        return []

    monkeypatch.setattr("reader.cli.listing.cells", warns)
    assert run("list").err == ""
    log = (library / "cache" / "reader.log").read_text(encoding="utf-8")
    assert log.endswith(" reader.framing.compare WARNING a lens failed\n")


def test_a_sentence_is_one_line() -> None:
    """A newline in a name cannot fake a second line of a table."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", "nosuch\nreader: fine"], capture_output=True, timeout=20
    )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
