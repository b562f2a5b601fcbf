"""The program ends with its terminal, also with one that goes without a signal."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from reader.ui.leaving import LEAVING, LOOK

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a matter of POSIX", allow_module_level=True)
import pty
import termios


def test_a_terminal_that_is_gone_leaves_nothing_running(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reader", "--library", str(tmp_path)]
    # A session of its own that has no terminal gets no SIGHUP.
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    seen, end = b"", monotonic() + 20
    while b"No articles yet" not in seen and b"Welcome" not in seen and monotonic() < end:
        if select.select([ours], [], [], 0.2)[0]:
            seen += os.read(ours, 1 << 16)
    os.close(ours)
    try:
        process.wait(timeout=LOOK + LEAVING + 10)
    finally:
        process.kill()
        process.wait()


STOPPED = """
import os, signal, sys
from reader.ui.library_screen import LibraryScreen
from reader.__main__ import main
async def while_writing(self):
    with self.app._driver._writer_thread._queue.mutex:
        os.kill(os.getpid(), signal.SIGTSTP)
LibraryScreen.action_sort = while_writing
sys.exit(main(["--library", {library!r}]))
"""


def test_stopping_waits_for_what_is_being_written(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    code = STOPPED.format(library=str(tmp_path))
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=theirs, stdout=theirs, stderr=theirs
    )
    try:
        assert read(ours, b"Welcome")
        process.send_signal(signal.SIGCONT)  # without having been stopped: nothing begins anew
        os.write(ours, b"S")
        assert read(ours, b"\x1b[?1049l"), "it gave the terminal back"
        os.waitpid(process.pid, os.WUNTRACED)
        assert termios.tcgetattr(theirs) == before
        process.send_signal(signal.SIGCONT)
        assert read(ours, b"\x1b[?1049h"), "and took it again"
        os.write(ours, b"Q")
        assert read(ours, b"\x1b[?1049l")
        assert process.wait(timeout=10) == 0
        assert termios.tcgetattr(theirs) == before
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        os.close(theirs)


def read(terminal: int, words: bytes, seconds: float = 15) -> bool:
    """Whether these bytes come."""
    seen, end = b"", monotonic() + seconds
    while words not in seen and monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 1 << 16)
    return words in seen


RAW = """
import sys, termios
from reader.ui.leaving import terminal_as_it_is
with terminal_as_it_is():
    raw = termios.tcgetattr(0)
    raw[0], raw[3] = 0, 0
    termios.tcsetattr(0, termios.TCSANOW, raw)
    if len(sys.argv) > 1:
        raise OSError
"""


@pytest.mark.parametrize("fails", [[], ["it"]])
def test_the_terminal_is_as_it_was_whatever_its_keeper_found(fails: list[str]) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, "-c", RAW, *fails], stdin=theirs, stderr=quiet, check=False)
    assert termios.tcgetattr(theirs) == before
    nowhere = subprocess.run([sys.executable, "-c", RAW.replace("    raw", "    #")], stdin=quiet,
                             stderr=quiet, check=False)  # fmt: skip
    assert nowhere.returncode in (0, 1)
    os.close(ours)
    os.close(theirs)
