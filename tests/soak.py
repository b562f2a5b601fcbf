"""The program used for a long time by somebody who knows no mercy, in a pseudo-terminal.

    python -m tests.soak [--minutes 30] [--seed 1]

Random keys, words, pastes, clicks, suspensions and sizes from 20x5 to 300x80, while another
process keeps adding articles. At the end: the program answered all along, no error was printed or
logged, the memory of all its processes is flat, and the terminal is as it was. Prints the memory
as it went; exits with 1 where something of that does not hold. What is typed into the box for
adding, and given to a command, comes from a list: a random path would be read.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from pty import openpty
from termios import TIOCSWINSZ, tcgetattr

from tests.benchmarks.newspaper import Newspaper

KEYS = (
    *"jjjjkkkhhllggGJKJKmmMnNvvvxXPfLsduUSrtuiybpzOVcCFHw123456?:/ +-<>.,~`0789\r\r\r\r\t\t",
    *(f"\x1b[{each}" for each in ("A", "B", "B", "C", "D", "H", "F", "5~", "6~", "3~", "Z")),
    *(f"\x1b[1;2{each}" for each in "AB"),
    *(f"\x1b{each}" for each in ("OP", "OR", "[15~", "[1;3C")),
    *("\x1b", "\x1b", "\x06", "\x07", "\x13", "\x04", "\x15", "\x19", "\x10", "\x14", "\x0f"),
)
"""What is pressed: keys of commands, of none, arrows, function keys, Ctrl with a letter.

`q` leaves the program where there is nothing to go back to, so Esc goes back here.
"""
WORDS = 'harbour plan re* title:report is:unread -vote has:note date:7d ( " éß 東京 report'.split(
    " "
)
ADDED = ("/nowhere/at/all", "http://127.0.0.1:9/x", "corpus-copy", "a.md", "*.md", "")
PASTES = ("one line", "two\nlines\r\n", "\x1b]52;c;eA==\x07[/b]\x1b[31m", "x" * 5000, "東" * 300)
SMALLEST, LARGEST = (20, 5), (300, 80)
PATIENCE = 30.0
"""Seconds in which a new size has been drawn, on a machine that does other things as well."""
TRIES = 3
GROWTH = 1.15
"""Of memory from the second third to the last."""
WORDS_OF_ALL = 4000
"""Different words of all made-up articles."""
LONG = 10.0
"""Minutes from which on memory is judged."""
ON_AND_OFF = (
    (b"\x1b[?1049h", b"\x1b[?1049l", "the alternate screen"),
    (b"\x1b[?25l", b"\x1b[?25h", "the cursor"),
    (b"\x1b[?1000h", b"\x1b[?1000l", "the mouse"),
    (b"\x1b[?1003h", b"\x1b[?1003l", "the mouse's moves"),
    (b"\x1b[?2004h", b"\x1b[?2004l", "bracketed pastes"),
    (b"\x1b[?1004h", b"\x1b[?1004l", "reports of the focus"),
)
# The terminal must be the session's own: only then do a new size and Ctrl+Z reach the program.
OWNED = """
import asyncio, gc, os, runpy, signal, sys, traceback
from fcntl import ioctl
from termios import TIOCSCTTY

def tell(*of_signal):
    for each in gc.get_objects():
        if type(each).__name__ == "ReaderApp":
            print("Screens", each.screen_stack, each.size, file=sys.__stderr__, end="\\r\\n")
            lines = "".join(traceback.format_exception(each.crash)) if each.crash else ""
            print(lines.replace("\\n", "\\r\\n"), file=sys.__stderr__)
    for task in asyncio.all_tasks():
        print("Task", task.get_name(), file=sys.__stderr__, end="\\r\\n")
        step = task.get_coro()
        while step is not None and hasattr(step, "cr_frame") and step.cr_frame:
            frame = step.cr_frame
            at = f"    {frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_qualname}"
            print(at, file=sys.__stderr__, end="\\r\\n")
            step = step.cr_await
    sys.__stderr__.flush()

ioctl(0, TIOCSCTTY, 0)
signal.signal(signal.SIGUSR2, tell)
sys.argv[0] = "reader"
runpy.run_module("reader", run_name="__main__", alter_sys=True)
"""
SETTINGS = '[keys]\nquit = "f12"\n'


@dataclass(frozen=True, slots=True)
class Moment:
    """How much memory the program had at one time, in MB."""

    minute: float
    interface: float
    worker: float
    other: float = 0.0
    """Of what it started besides: what reads marks of a file while it is taken in, a pager."""

    @property
    def all(self) -> float:
        """Of all its processes."""
        return self.interface + self.worker + self.other


@dataclass
class Sitting:
    """One run of the program in a terminal, and what was seen of it."""

    folder: Path
    chance: random.Random
    raw: bytes = b""
    memory: list[Moment] = field(default_factory=list)
    done: int = 0

    def __post_init__(self) -> None:
        self.ours, self.theirs = openpty()
        self.before = tcgetattr(self.theirs)
        self.resize(120, 40)
        quiet = {"BROWSER": "true", "PAGER": "true", "EDITOR": "true", "SHELL": "/bin/true"}
        home = {"HOME": str(self.folder), "TMPDIR": str(self.folder / "temporary")}
        env = {**os.environ, **quiet, **home, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        env["PYTHONPATH"], env["PYTHONFAULTHANDLER"] = str(Path(__file__).parents[1]), "1"
        for name in ("NO_COLOR", "VISUAL", "DISPLAY", "WAYLAND_DISPLAY", "COLUMNS", "LINES"):
            env.pop(name, None)
        self.process = subprocess.Popen(
            [sys.executable, "-c", OWNED, "--library", str(self.folder / "library")],
            stdin=self.theirs, stdout=self.theirs, stderr=self.theirs,
            env=env, cwd=self.folder / "work", start_new_session=True,
        )  # fmt: skip
        self.started = time.monotonic()

    @property
    def runs(self) -> bool:
        """Whether the program has not ended."""
        return self.process.poll() is None

    def read(self, seconds: float, until: bytes = b"") -> bool:
        """Take what it sends for so long; whether anything (or these bytes) came."""
        came, end = b"", time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.ours], [], [], min(left, 0.05))[0]:
                came += os.read(self.ours, 1 << 16)
                if until and until in came:
                    break
            elif not self.runs:
                break
        # The beginning of a mode and its end count, and words of a crash: both stand at the end.
        self.raw = (self.raw + came)[-4_000_000:]
        return until in came if until else bool(came)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self.size = columns, lines
        ioctl(self.theirs, TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def send(self, typed: str) -> None:
        """Type, a few bytes at a time, reading meanwhile: neither end may wait for the other."""
        data = typed.encode()
        for start in range(0, len(data), 1024):
            os.write(self.ours, data[start : start + 1024])
            self.read(0.01)

    def act(self) -> str:
        """Do one thing, any, and say what."""
        chance, kind = self.chance, self.chance.random()
        self.done += 1
        if kind < 0.80:
            typed = "".join(chance.choices(KEYS, k=chance.randint(1, 4)))
        elif kind < 0.86:
            typed = "/" + " ".join(chance.choices(WORDS, k=2)) + chance.choice(("\r", "\x1b", "\t"))
        elif kind < 0.88:
            typed = "\x1b\x1b" + "a" + chance.choice(ADDED) + chance.choice(("\r", "\t\r")) + "\x1b"
        elif kind < 0.90:
            typed = "\x1b[200~" + chance.choice(PASTES) + "\x1b[201~"
        elif kind < 0.94:
            x, y = chance.randint(1, self.size[0]), chance.randint(1, self.size[1])
            button = chance.choice((0, 0, 0, 2, 64, 65))
            typed = f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m"
        elif kind < 0.99:
            self.resize(*(chance.randint(a, b) for a, b in zip(SMALLEST, LARGEST, strict=True)))
            return f"{self.size[0]}x{self.size[1]}"
        else:
            self.suspend()
            return "Ctrl+Z, fg"
        self.send(typed)
        return repr(typed)

    def suspend(self) -> None:
        """Stop it and go on, as a shell does: not before it has stopped."""
        os.kill(self.process.pid, signal.SIGTSTP)
        end = time.monotonic() + PATIENCE
        while self.runs and time.monotonic() < end and _state(self.process.pid) != "T":
            self.read(0.1)
        self.read(0.2)
        os.kill(self.process.pid, signal.SIGCONT)

    def answers(self) -> str:
        """Whether a new size is drawn within the patience, and then what a key does: what not."""
        self.read(0.2)
        self.resize(101 if self.size[0] == 100 else 100, 30)
        if not self._draws(PATIENCE):
            return "a new size is not drawn"
        for _ in range(TRIES):
            # Esc closes any box; then `?` opens the help, or is typed into the line that has it.
            # On a busy machine both may be read at once, as Alt with a key.
            self.send("\x1b")
            self.read(1.0)
            self.send("?")
            answered = self._draws(PATIENCE / TRIES)
            self.send("\x1b")
            if answered:
                return ""
        return "a key does nothing"

    def _draws(self, patience: float) -> bool:
        end = time.monotonic() + patience
        while time.monotonic() < end and self.runs:
            if self.read(0.2):
                return True
        return not self.runs

    def sit(self, end: float, every: float) -> list[str]:
        """Use it until a moment, look every so many seconds, leave it; what did not hold."""
        wrong: list[str] = []
        last, looked = deque[str](maxlen=40), 0.0
        try:
            self.read(60, b" Library ")
            while time.monotonic() < end and self.runs and not wrong:
                last.append(self.act())
                self.read(self.chance.choice((0.0, 0.02, 0.1, 0.3)))
                if time.monotonic() - looked > every:
                    looked = time.monotonic()
                    self.measure()
                    wrong = [f"it does not answer any more: {no}"] if (no := self.answers()) else []
            wrong = [*wrong, self.where()] if wrong else [*self.leave(), *_terminal(self)]
        finally:
            self.close()
        if wrong:
            print("the last that was done:", *last, sep="\n  ")
        return wrong

    def where(self) -> str:
        """The state of its process, and the lines at which its threads are; ends it."""
        state, at = _state(self.process.pid), len(self.raw)
        self.process.send_signal(signal.SIGUSR2)
        self.read(5)
        self.process.send_signal(signal.SIGABRT)
        self.process.send_signal(signal.SIGCONT)
        self.read(5)
        return f"state {state}: {self.raw[at:].decode(errors='replace')}"

    def measure(self) -> None:
        """Note how much memory its processes have."""
        if of := resident(self.process.pid):
            interface = of.pop(self.process.pid, 0.0)
            worker = sum(of.pop(pid) for pid in list(of) if b"reader.work" in _command(pid))
            minute = (time.monotonic() - self.started) / 60
            self.memory.append(Moment(minute, interface, worker, sum(of.values())))

    def leave(self) -> list[str]:
        """Press the key that leaves, out of any box; what is wrong with how it ended."""
        end = time.monotonic() + PATIENCE
        while self.runs and time.monotonic() < end:
            self.send("\x1b")
            self.read(0.5)
            self.send("\x1b[24~")
            self.read(1)
        self.read(0.2)
        code = self.process.poll()
        if code is None:
            return ["it does not leave", self.where()]
        said = re.sub(
            r"\x1b\[[^A-Za-z]*[A-Za-z]|[\x00-\x1f]+", " ", self.raw.decode(errors="replace")
        )
        return [f"it ended with {code}: {said[-400:]}"] if code else []

    def close(self) -> None:
        """End whatever is left of it."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.ours)
        os.close(self.theirs)


def _state(process: int) -> str:
    """The letter that `ps` has for what a process does: T is stopped, R runs, S waits."""
    command = ["ps", "-o", "stat=", "-p", str(process)]
    return subprocess.run(command, capture_output=True, text=True).stdout[:1]


def _command(process: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""


def resident(leader: int) -> dict[int, float]:
    """MB in memory of each process of a session; none where the system does not say."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            session = (folder / "stat").read_text().rpartition(")")[2].split()[3]
            if int(session) == leader:
                pages = int((folder / "statm").read_text().split()[1])
                found[int(folder.name)] = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return found


def _articles(folder: Path, count: int) -> Iterator[Path]:
    """Files of made-up articles, of so few words that what is kept of each word soon stops growing.

    Of new words the worker keeps stems, up to a limit that real news would reach in weeks.
    """
    words = Newspaper().words[:WORDS_OF_ALL]
    for number in range(count):
        chance = random.Random(number)
        drawn = [words[int(len(words) * chance.random() ** 3)] for _ in range(500)]
        text = " ".join(w.title() + "." if at % 17 == 16 else w for at, w in enumerate(drawn))
        head = f"---\ntitle: {' '.join(drawn[:8])}\noutlet: Outlet {number % 9}\n---\n\n"
        path = folder / f"{number:05}.md"
        path.write_text(f"{head}{text}\n", encoding="utf-8")
        yield path


class Adding(threading.Thread):
    """Another process that adds an article every few seconds."""

    def __init__(self, folder: Path, pause: float) -> None:
        super().__init__(daemon=True)
        self._folder, self._pause, self._over = folder, pause, threading.Event()
        self.added, self.said = 0, ""

    def run(self) -> None:
        """Add until told to stop."""
        for path in _articles(self._folder / "incoming", 100_000):
            if self._over.wait(self._pause):
                return
            done = _reader(self._folder, "add", str(path))
            self.added += 1
            if done.returncode:
                self.said = f"adding ended with {done.returncode}: {done.stderr[-300:]}"

    def stop(self) -> None:
        """Let the present one end."""
        self._over.set()
        self.join()


def _reader(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", "--library", str(folder / "library"), *words]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env)


def soak(folder: Path, minutes: float, seed: int, *, pause: float = 5.0) -> list[str]:
    """Use the program for so long and say what did not hold; prints the memory as it went."""
    for name in ("work", "temporary", "incoming", "library", "work/corpus-copy"):
        (folder / name).mkdir(parents=True)
    (folder / "library" / "settings.toml").write_text(SETTINGS)
    corpus = Path(__file__).parents[1] / "corpus"
    _reader(folder, "add", str(corpus))
    (folder / "work" / "a.md").write_text("# A short one\n\nThe harbour plan was put off.\n")
    adding, end = Adding(folder, pause), time.monotonic() + 60 * minutes
    chance, things = random.Random(seed), 0
    wrong: list[str] = []
    curves: list[list[Moment]] = []
    adding.start()
    try:
        # The palette knows how to leave as well: then it is opened again.
        while not wrong and time.monotonic() < end:
            sitting = Sitting(folder, chance)
            wrong = sitting.sit(end, every=max(1.0, 60 * minutes / 90))
            curves.append(sitting.memory)
            things += sitting.done
    finally:
        adding.stop()
    wrong += [adding.said] if adding.said else []
    wrong += [f"{path.name}: {path.read_text()[-2500:]}" for path in _errors(folder)]
    wrong += _memory(max(curves, key=len))
    print(f"{things:,} things done, {adding.added:,} articles added meanwhile")
    return wrong


def _terminal(sitting: Sitting) -> list[str]:
    """What of the terminal is not as it was."""
    wrong = ["a traceback was printed"] if b"Traceback" in sitting.raw else []
    if (now := tcgetattr(sitting.theirs)) != sitting.before:
        wrong.append(f"the settings of the terminal were {sitting.before} and are {now}")
    for on, off, what in ON_AND_OFF:
        if sitting.raw.rfind(off) < sitting.raw.rfind(on):
            wrong.append(f"{what}: not as before")
    return wrong


def _errors(folder: Path) -> list[Path]:
    """Files that tell of an error that nobody foresaw."""
    logs = [*folder.rglob("reader.log*"), *folder.rglob("reader-error-*")]
    return [path for path in logs if re.search(r"Traceback|ERROR", path.read_text())]


def _memory(curve: list[Moment]) -> list[str]:
    """Print the curve, and say where the last third is above the one before it.

    In the first third each screen is opened for the first time, and caches that have a bound fill.
    """
    if len(curve) < 9:
        return []
    most = max(moment.all for moment in curve)
    print("          MB of all, interface, worker")
    for at in curve[:: max(1, len(curve) // 30)]:
        parts = f"{at.all:7.1f} {at.interface:7.1f} {at.worker:7.1f}"
        print(f"{at.minute:6.1f} min {parts} {'#' * round(50 * at.all / most)}")
    third = len(curve) // 3
    ends = curve[third:-third], curve[-third:]
    first, end = (statistics.median(moment.all for moment in part) for part in ends)
    print(f"second third {first:.1f} MB, last third {end:.1f} MB (medians)")
    return (
        []
        if end <= GROWTH * first or curve[-1].minute < LONG
        else [f"memory grew from {first:.0f} to {end:.0f} MB"]
    )


def main() -> int:
    """Soak, and say how it went."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=30)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--pause", type=float, default=5, help="seconds between two additions")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        wrong = soak(Path(name), options.minutes, options.seed, pause=options.pause)
    print("\n".join(wrong) or "held: it answered, logged no error, stayed flat, left clean")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
