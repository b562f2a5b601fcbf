"""How fast the screens answer, in pairs: `python -m tests.benchmarks.bench_screens [ARTICLES...]`.

With `--library FOLDER` only a typed key to its results, in a library that is there already; the
words are those of its headlines. While its index is being built, that is measured.

Everything is measured from outside, in a pseudo-terminal of 120x40: from a key (or the start) to
the last byte that the program sends for it. The peer is a minimal Textual app with a header, an
option list of as many rows and a footer. It reports; it never fails on time.
"""

from __future__ import annotations

import os
import pty
import random
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

from reader.model import Draft, When
from reader.workspace import Workspace

PEER = """
import sys
from textual.app import App
from textual.widgets import Footer, Header, OptionList
class Peer(App):
    BINDINGS = [("j", "down", "Down")]
    def compose(self):
        yield Header()
        yield OptionList(*(f"row {i}" for i in range(int(sys.argv[1]))), markup=False)
        yield Footer()
    def on_mount(self):
        self.query_one(OptionList).focus()
    def action_down(self):
        self.query_one(OptionList).action_cursor_down()
Peer().run()
"""
RUNS = 7
KEYS = 200
# A larger library is not indexed first, which takes a quarter of an hour, and not searched: its
# index is being built by the worker while the cursor moves.
MOST_INDEXED = 20_000
# After so long without a byte an answer is complete.
SILENCE = 0.05
QUERIES = 30  # of two words each
SETTLED = 5.0  # seconds without a byte after the start
PREVIEWED = 0.4  # and after a query, whose preview and counts follow its results


class Session:
    """A program in a pseudo-terminal."""

    def __init__(self, command: Sequence[str]) -> None:
        self.ours, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        # An installed program has its bytecode, as Textual has it here; without, a start compiles
        # the whole program anew, which takes as long as half of it. The first start writes it.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)

    def until(self, words: bytes, seconds: float = 120) -> float:
        """Seconds from the start until these bytes came."""
        seen, end = b"", time.perf_counter() + seconds
        while time.perf_counter() < end:
            if select.select([self.ours], [], [], 0.5)[0]:
                seen += os.read(self.ours, 1 << 16)
                if words in seen:
                    return time.perf_counter() - self.started
        raise TimeoutError(words)

    def quiet(self, seconds: float, most: float = 20.0) -> None:
        """Read until nothing has come for so long; progress that is told goes on for ever."""
        end = time.perf_counter() + most
        while time.perf_counter() < end and select.select([self.ours], [], [], seconds)[0]:
            os.read(self.ours, 1 << 16)

    def answer(self, key: bytes, *, last: bool) -> float:
        """Milliseconds from a key to the first or last byte that it brought about; 0 for none.

        The last one of a search: the line repaints first, the list when the answer is there.
        """
        start = time.perf_counter()
        answered = 0.0
        os.write(self.ours, key)
        while select.select([self.ours], [], [], SILENCE)[0]:
            os.read(self.ours, 1 << 16)
            if last or not answered:
                answered = time.perf_counter()
        return 1000 * (answered - start) if answered else 0.0

    def leave(self, key: bytes) -> float:
        """Press the key that quits and read on; the moment at which it had ended, or 10 s later."""
        os.write(self.ours, key)
        end = time.perf_counter() + 10
        while self.process.poll() is None and time.perf_counter() < end:
            if select.select([self.ours], [], [], 0.002)[0]:
                with suppress(OSError):
                    os.read(self.ours, 1 << 16)
        return time.perf_counter()

    def close(self) -> None:
        """End it and the worker beside it, which would slow down what is measured next."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.ours)


def library(folder: Path, articles: int) -> None:
    """A seeded library of short dated articles, grouped by fiat and not yet indexed."""
    subjects = ("harbour", "budget", "election", "storm", "railway", "hospital", "museum", "strike")
    with Workspace.open(folder) as workspace:
        for number in range(articles):
            subject = subjects[number % len(subjects)]
            text = (
                f"The {subject} committee met on day {number} to discuss plan {number % 97}.\n"
                f"Members of the {subject} board said that report {number} was late."
            )
            workspace.library.add(
                Draft(
                    text,
                    f"/bench/{number}",
                    f"The {subject} plan, report number {number}",
                    f"Outlet {number % 40}",
                    published=When(
                        f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
                    ),
                )
            )
        workspace.library.save_events((), workspace.library.revision)
        if articles <= MOST_INDEXED:
            from reader.actions.indexing import sync

            sync(workspace)


def first_frame(command: Sequence[str], words: bytes) -> float:
    """The median of seven starts, in milliseconds."""
    times = []
    for _ in range(RUNS):
        session = Session(command)
        times.append(1000 * session.until(words))
        session.close()
    return statistics.median(times)


def keys(
    command: Sequence[str], words: bytes, typed: Sequence[bytes], *, last: bool = False
) -> list[float]:
    """The answers to a sequence of keys."""
    session = Session(command)
    session.until(words)
    session.quiet(3)
    times = [session.answer(key, last=last) for key in typed]
    session.close()
    return [each for each in times if each]


def typed_keys(folder: str) -> list[float]:
    """The answers to the keys of two words of a headline at a time."""
    chance = random.Random(3)
    with Workspace.open(Path(folder)) as workspace:
        ids = workspace.library.ids()
        chosen = chance.sample(ids, min(QUERIES, len(ids)))
        articles = list(workspace.library.articles(chosen))
    pairs = [re.findall("[a-z]{3,}", (each.title or "").lower())[:2] for each in articles]
    session = Session([sys.executable, "-m", "reader", "--library", folder])
    session.quiet(SETTLED)
    session.answer(b"/", last=True)
    times = []
    for words in pairs:
        times += [session.answer(bytes([c]), last=True) for c in " ".join(words).encode()]
        session.answer(b"\x15", last=True)  # empties the line
        session.quiet(PREVIEWED, most=2 * PREVIEWED)
    session.close()
    return [each for each in times if each]


def told(name: str, ours: list[float], theirs: list[float]) -> None:
    """One line: p50 and p95 of both, and the ratio of the p95."""

    def parts(times: list[float]) -> tuple[float, float]:
        cuts = statistics.quantiles(times, n=20)
        return cuts[9], cuts[18]

    (a50, a95), (b50, b95) = parts(ours), parts(theirs)
    print(f"{name:<44} {a50:6.1f} {a95:6.1f}   peer {b50:6.1f} {b95:6.1f}   x{a95 / b95:.2f}")


def told_alone(name: str, times: list[float]) -> None:
    """One line: p50 and p95 of so many."""
    cuts = statistics.quantiles(times, n=20)
    print(f"{name:<44} {cuts[9]:6.1f} {cuts[18]:6.1f}   of {len(times)}")


def main(sizes: Sequence[int]) -> None:
    """Measure at each size."""
    python, down = sys.executable, [b"j"] * KEYS
    words = b"harbour report storm committee plan railway museum election board strike late"
    for articles in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            library(folder, articles)
            ours = [python, "-m", "reader", "--library", name]
            peer = [python, "-c", PEER, str(articles)]
            a, b = first_frame(ours, b"report number"), first_frame(peer, b"row 1")
            print(f"{articles:,} articles, milliseconds, p50 and p95")
            print(
                f"{'first frame, median':<44} {a:6.0f}          peer {b:6.0f}          x{a / b:.2f}"
            )
            moved = keys(ours, b"report number", down), keys(peer, b"row 1", down)
            told("key to repaint, cursor down", *moved)
            if articles > MOST_INDEXED:
                continue
            typed = [b"/"] + [bytes([c]) for c in words]
            searched = keys(ours, b"report", typed, last=True)
            told("key to results, search while typing", searched, moved[1])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--library"]:
        told_alone("key to results, search while typing", typed_keys(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or [2_000, 100_000])
