"""Progress on stderr, for work that a person would otherwise wonder about."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from reader.text.safety import one_line

# Seconds of silence before progress is shown: what is done by then needs no word.
PATIENCE = 0.5
# Seconds between two drawings; the eye needs no more.
_BEAT = 0.2
_CLEAR = "\r\x1b[K"


class Progress:
    """What is being done and how far it is; `text` may be changed at any time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._shown = False

    def draw(self) -> None:
        """Show the text after the patience, again and again until the end; runs in a thread."""
        start = monotonic()
        wait = PATIENCE
        while not self._ended.wait(wait):
            wait = _BEAT
            with self._lock:
                if not self._ended.is_set():
                    self._shown = True
                    seconds = int(monotonic() - start)
                    elapsed = f" {seconds} s" if seconds >= 2 else ""
                    sys.stderr.write(f"{_CLEAR}{one_line(self.text)} …{elapsed}")
                    sys.stderr.flush()

    def end(self) -> None:
        """Take the line away again."""
        with self._lock:
            self._ended.set()
            if self._shown:
                sys.stderr.write(_CLEAR)
                sys.stderr.flush()


@contextmanager
def progress(text: str) -> Iterator[Progress]:
    """Show that something is being done, if it takes long and stderr is a terminal."""
    shown = Progress(text)
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
