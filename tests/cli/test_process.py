"""The program as the shell runs it: pipes, locales, signals, a terminal."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import in_terminal

READER = [sys.executable, "-m", "reader"]


def shell(line: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line with `reader` in it."""
    command = line.replace("reader", f"'{sys.executable}' -m reader", 1)
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        timeout=30,
        env={**os.environ, **settings},
    )


def test_a_reader_that_stops_early(full: dict[str, str]) -> None:
    for line in ("reader | head -1", "reader list | head -0", "reader list --json | true"):
        done = shell(line)
        assert done.returncode == 0, done
        assert done.stderr == b"", line


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_every_locale(run: Run, folder: Path, locale: dict[str, str]) -> None:
    (folder / "c.md").write_text("---\ntitle: Žluťoučký kůň 😀\n---\nDer Kanzler war da.\n")
    assert run("add", str(folder)).code == 0
    listed = shell("reader list", **locale)
    assert "Žluťoučký kůň 😀" in listed.stdout.decode()
    titles = [
        each["title"]
        for each in json.loads(shell("reader list --json", **locale).stdout)["articles"]
    ]
    assert "Žluťoučký kůň 😀" in titles


def test_output_that_cannot_be_written(full: dict[str, str]) -> None:
    closed = shell("reader list >&-")
    assert closed.returncode == 0
    assert closed.stderr == b""
    if Path("/dev/full").exists():
        no_room = shell("reader list > /dev/full")
        assert no_room.returncode == 70
        assert no_room.stderr.startswith(b"reader: the output could not be written")
        assert no_room.stderr.count(b"\n") == 1


def test_interrupted(library: Path) -> None:
    """Ctrl+C while it waits for text on stdin."""
    process = subprocess.Popen(
        [*READER, "add", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while not (library / "library.sqlite3").exists():
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == b""
    assert err == b"Stopped. What was done by then is kept.\n"


def test_installed_command_in_a_terminal(full: dict[str, str]) -> None:
    command = shutil.which("reader", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("the command is not installed beside this Python")
    said, code = in_terminal([command, "list"], columns=60)
    assert code == 0
    assert "Ferry runs aground" in said
    assert "\x1b[1m" in said
    plain, code = in_terminal([command, "list"], env={"NO_COLOR": "1"})
    assert code == 0
    assert "\x1b[3" not in plain
    assert "\x1b[9" not in plain


def test_remove_asks(run: Run, full: dict[str, str]) -> None:
    command = [*READER, "remove", full["a.md"]]
    kept, code = in_terminal(command, typed=[("[y/N]", "n\n")])
    assert code == 0
    assert "Ferry runs aground off Sandholm" in kept
    assert len(run("list", "--json").json["articles"]) == 3
    _, code = in_terminal(command, typed=[("[y/N]", "y\n")])
    assert code == 0
    assert len(run("list", "--json").json["articles"]) == 2


def test_progress_is_shown_in_a_terminal_and_taken_away(library: Path) -> None:
    code = (
        "import time; from reader.cli.progress import progress\n"
        "with progress('Counting [bold]\\x1b[2J'): time.sleep({})\n"
        "print('done')"
    )
    said, _ = in_terminal([sys.executable, "-c", code.format(1)])
    assert "Counting [bold]\ufffd[2J …" in said
    assert said.endswith("\r\x1b[Kdone\r\n")
    quick, _ = in_terminal([sys.executable, "-c", code.format(0.1)])
    assert quick == "done\r\n"
    piped = subprocess.run([sys.executable, "-c", code.format(0.7)], capture_output=True, timeout=9)
    assert piped.stderr == b""
