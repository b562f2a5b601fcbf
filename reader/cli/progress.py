"""Progress on stderr, for work that a person would otherwise wonder about."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

from reader.text.safety import one_line

# Seconds of silence before progress is shown: what is done by then needs no word.
PATIENCE = 0.5
# Seconds between two drawings; the eye needs no more.
_BEAT = 0.2
_CLEAR = "\r\x1b[K"
# Seconds that the rate looks back: long enough to be steady, short enough to tell the truth.
_RECENT = 5.0
_WIDEST_BAR = 20
_NARROWEST_BAR = 5
_USUAL_COLUMNS = 80


class Progress:
    """What is being done and for how long; `text` may be changed at any time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._shown = False
        self._start = monotonic()

    def line(self, now: float, columns: int) -> str:
        """What to show at a moment of the monotonic clock, at most so many characters."""
        seconds = int(now - self._start)
        elapsed = f" {seconds} s" if seconds >= 2 else ""
        return f"{one_line(self.text)} …{elapsed}"[:columns]

    def draw(self) -> None:
        """Show the line after the patience, again and again until the end; runs in a thread."""
        wait = PATIENCE
        while not self._ended.wait(wait):
            wait = _BEAT
            with self._lock:
                if not self._ended.is_set():
                    self._shown = True
                    # One column stays free: a full row would begin a second one on some terminals.
                    line = self.line(monotonic(), _columns() - 1)
                    sys.stderr.write(f"{_CLEAR}{_spelled(line, sys.stderr.encoding)}")
                    sys.stderr.flush()

    def end(self) -> None:
        """Take the line away again."""
        with self._lock:
            self._ended.set()
            if self._shown:
                sys.stderr.write(_CLEAR)
                sys.stderr.flush()


class Counting(Progress):
    """Articles that come in: how many, how fast, how far; all may be changed at any time."""

    def __init__(self, doing: str) -> None:
        super().__init__(doing)
        self.count = 0
        self.failed = 0
        self.share = 0.0
        """0 to 1; 0 if it is not known."""
        self._samples = deque([(self._start, 0)])

    def line(self, now: float, columns: int) -> str:
        """`Adding: 4,100 articles  512/s  ████░░  41 %`, or as much of it as there is room for."""
        head = f"{one_line(self.text)}: {self.count:,} article{'' if self.count == 1 else 's'}"
        if self.failed:
            head += f", {self.failed:,} failed"
        rate = self._rate(now)
        if not 0 < self.share <= 1:
            return f"{head}{rate} …"[:columns]
        percent = f"  {int(self.share * 100):>2} %"
        room = min(columns - len(head + rate + percent) - 2, _WIDEST_BAR)
        if room >= _NARROWEST_BAR:
            done = int(self.share * room)
            return f"{head}{rate}  {'█' * done}{'░' * (room - done)}{percent}"
        if len(head + rate + percent) <= columns:
            return head + rate + percent
        return (head + percent)[:columns]

    def _rate(self, now: float) -> str:
        """How many came in the last seconds, for each of them or, where it is slow, a minute."""
        self._samples.append((now, self.count))
        while len(self._samples) > 2 and now - self._samples[1][0] > _RECENT:
            self._samples.popleft()
        since, before = self._samples[0]
        rate = (self.count - before) / max(now - since, _BEAT)
        if rate >= 1:
            return f"  {rate:,.0f}/s"
        return f"  {rate * 60:.0f}/min" if rate * 60 >= 1 else ""


Shown = TypeVar("Shown", bound=Progress)


@contextmanager
def progress(text: str) -> Iterator[Progress]:
    """Show that something is being done, if it takes long and stderr is a terminal."""
    with _drawn(Progress(text)) as shown:
        yield shown


@contextmanager
def counting(doing: str) -> Iterator[Counting]:
    """Show how many articles have come in, under the same conditions."""
    with _drawn(Counting(doing)) as shown:
        yield shown


@contextmanager
def _drawn(shown: Shown) -> Iterator[Shown]:
    if not sys.stderr.isatty():
        yield shown
        return
    thread = threading.Thread(target=shown.draw, daemon=True)
    thread.start()
    try:
        yield shown
    finally:
        shown.end()
        thread.join()


def _columns() -> int:
    """The width of the terminal that stderr is."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_COLUMNS
    except (OSError, ValueError):
        return _USUAL_COLUMNS


def _spelled(line: str, encoding: str) -> str:
    """The line with signs that the terminal has."""
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        # The same width: three full stops for an ellipsis could break the row.
        return line.translate(str.maketrans("█░…", "#.~"))
    return line
