"""The installed command, driven in a pseudo-terminal as a person drives it.

This file imports nothing of the project: it is also run against the built wheel with the checkout
out of the way. READER_COMMAND names the command; else the one beside this Python is used.
"""

from __future__ import annotations

import importlib.util
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a matter of POSIX", allow_module_level=True)
import fcntl
import pty
import struct
import termios

import pyte

COMMAND = os.environ.get("READER_COMMAND") or str(Path(sys.executable).parent / "reader")
if not Path(COMMAND).exists():
    pytest.skip("the command is not installed beside this Python", allow_module_level=True)


class Terminal:
    """A terminal of so many cells with the command running in it."""

    def __init__(self, *arguments: str, columns: int = 120, lines: int = 40) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment.pop("NO_COLOR", None)
        self.process = subprocess.Popen(
            [COMMAND, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)

    def read(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.ours], [], [], min(left, 0.1))
            if ready:
                try:
                    chunk = os.read(self.ours, 65536)
                except OSError:
                    return
                self.raw += chunk
                self.stream.feed(chunk)

    def wait_for(self, words: str, seconds: float = 60) -> str:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.1)
            if words in (shown := "\n".join(self.screen.display)):
                return shown
        raise AssertionError(f"{words!r} never came:\n" + "\n".join(self.screen.display))

    def press(self, keys: str) -> None:
        os.write(self.ours, keys.encode())
        self.read(0.3)

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        end = time.monotonic() + 20
        # A terminal reads: what is still being painted would fill the pipe and hold the program up.
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.1)
        self.read(0.5)
        return self.process.wait(timeout=1)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.ours)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal("--library", str(tmp_path / "library"))
    yield opened
    opened.close()


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, "--library", str(folder), *arguments],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )


PAGES = {
    "page.html": "<html><head><title>The old pier is shut</title></head><body><article><p>"
    + "The harbour authority shut the old pier on Tuesday because its piles are rotten. " * 5
    + "</p></article></body></html>",
    "rows.jsonl": '{"title": "Lamp 3 is out", "text": "Lamp 3 on the pier went out on Monday."}',
}


@pytest.mark.parametrize(("name", "needs"), [("page.html", "web"), ("rows.jsonl", None)])
def test_what_needs_an_extra_says_so(tmp_path: Path, name: str, needs: str | None) -> None:
    (tmp_path / name).write_text(PAGES[name], encoding="utf-8")
    done = subprocess.run(
        [COMMAND, "--library", str(tmp_path / "library"), "--json", "add", str(tmp_path / name)],
        capture_output=True,
        text=True,
        check=False,
    )
    answer = json.loads(done.stdout)
    if needs is None or importlib.util.find_spec("trafilatura"):
        assert (len(answer["added"]), answer["failed"], done.returncode) == (1, [], 0)
    else:
        (failed,) = answer["failed"]
        assert f"pip install 'framing-reader[{needs}]'" in failed["reason"]
        assert done.returncode == 1


def test_the_corpus_is_found_and_grouped(tmp_path: Path) -> None:
    done = run("--samples", "events", "--json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    events = json.loads(done.stdout)["events"]
    assert len(events) >= 4
    assert sum(len(event["articles"]) for event in events) >= 14


def test_from_start_to_the_first_passage_and_out(terminal: Terminal) -> None:
    terminal.wait_for("Welcome. These 18 articles are samples.")
    terminal.wait_for("3 art. ≠")
    assert not terminal.screen.cursor.hidden, "the terminal's own cursor is always shown"
    terminal.read(1)
    where = terminal.screen.cursor
    row = terminal.screen.display[where.y]
    assert row.startswith("▌"), (where.x, where.y, row)
    terminal.press("\r")
    terminal.wait_for("▸ Findings")
    terminal.wait_for("1 differs, 2 rounded or respelled")
    terminal.wait_for("C “Where will they")  # the end of a frame may come after its middle
    terminal.press("q")
    terminal.press("/boilers")
    terminal.wait_for("best first")
    terminal.press("\x1b")
    terminal.press("Q")
    assert terminal.process.wait(timeout=20) == 0
    terminal.read(0.5)
    left_clean(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_leave_the_terminal_clean(terminal: Terminal, number: int) -> None:
    terminal.wait_for("Welcome.")
    assert terminal.end(number) == 0
    left_clean(terminal)


def left_clean(terminal: Terminal) -> None:
    """The last word on each mode that was switched on is to switch it off."""
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?1000h", b"\x1b[?1000l")):
        assert terminal.raw.rfind(off) > terminal.raw.rfind(on) >= 0
    assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")


def test_worker_ends_with_the_program(terminal: Terminal) -> None:
    terminal.wait_for("3 art. ≠")
    group = terminal.process.pid
    terminal.end()
    listed = subprocess.run(["ps", "-o", "pid=", "-g", str(group)], capture_output=True, text=True)
    assert listed.stdout.strip() == ""


HOSTILE = (
    "\x1b]0;owned\x07The harbour \x9b31mbridge was shut on Tuesday \x1b[2Jafter a crack\u202e was "
    "found in the main girder\x1b]52;c;ZXZpbA==\x07. “We will not open it [/b] before the repair "
    "is done,” the chief engineer said. The repair costs ${sum} million, the authority said.\n\n"
)
SENT_BY_OTHERS = (b"\x1b]0;", b"\x1b]52;", b"owned\x07", b"\x1b[2J", "\u202e".encode(), b"\xc2\x9b")


def test_hostile_words_never_reach_the_terminal(tmp_path: Path) -> None:
    """The raw bytes of a walk through all screens, over text and names that command terminals."""
    for number in (12, 14):
        path = tmp_path / f"hostile\x1b[31m{number}.md"
        title = f"Bridge \x1b[31mshut [/b] [red]{number}"
        body = HOSTILE.replace("{sum}", str(number)) * 3
        path.write_text(f"---\ntitle: {title}\noutlet: Coast\x07 [bold]Daily\n---\n\n{body}")
    library = tmp_path / "library"
    assert run("add", *[str(p) for p in tmp_path.glob("*.md")], folder=library).returncode == 0
    terminal = Terminal("--library", str(library))
    try:
        terminal.wait_for("2 art.")
        for keys in ("\r", "v", "q", "\x1b[C", "j", "\r", "m", "i", "\x1b", "q", "4", "?", "\x1b"):
            terminal.press(keys)
        terminal.press("1")
        terminal.press("/harbour")
        terminal.wait_for("best first")
        os.write(terminal.ours, b"\x1b[200~\x1b]52;c;ZXZpbA==\x07[/b]\x1b[201~")
        terminal.read(1)
        terminal.end()
    finally:
        terminal.close()
    assert "[red]" in terminal.raw.decode(), "markup is shown as it is written"
    # Clearing the screen is something the program does itself, before its first word.
    drawn = terminal.raw[terminal.raw.index(b"Bridge") :]
    assert [sent for sent in SENT_BY_OTHERS if sent in drawn] == []
