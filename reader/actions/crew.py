"""Further processes for work that would keep one processor busy for long.

Python works on one processor at a time. A helper knows nothing of a library: it gets a function
of this package and what to call it with, sends back the answer, and ends when the program that
started it does. Where no process can be had, one is lost, or work fails, it is done here.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar, cast

A = TypeVar("A")
B = TypeVar("B")

_MOST = 2  # processors that are used; the screens want one now and then
_AHEAD = 4  # pieces of work given out at a time
_BEAT = 0.05  # seconds between two looks whether an answer has come


class Crew:
    """Helpers, to be used in a `with` block; none where there is little to do."""

    def __init__(self, *, needed: bool) -> None:
        count = min(_MOST, os.cpu_count() or 1) if needed else 0
        self._helpers = [_Helper() for _ in range(count)]

    def map(self, work: Callable[[A], B], pieces: Iterable[A]) -> Iterator[B]:
        """What a function of a module returns for each piece, in the order of the pieces.

        The helpers begin at once, not only when the first answer is asked for.
        """
        if not self._helpers:
            return map(work, pieces)
        given = (
            self._helpers[number % len(self._helpers)].ask(work, piece)
            for number, piece in enumerate(pieces)
        )
        return _answers(deque(islice(given, _AHEAD)), given)

    def steps(self, work: Callable[[A], B], pieces: Iterable[A]) -> Iterator[tuple[B] | None]:
        """As `map`; None comes again and again while an answer is awaited."""
        if not self._helpers:
            yield from ((work(piece),) for piece in pieces)
            return
        given = (
            self._helpers[number % len(self._helpers)].ask(work, piece)
            for number, piece in enumerate(pieces)
        )
        waiting = deque(islice(given, len(self._helpers)))
        while waiting:
            while not waiting[0].done():
                wait([waiting[0]], _BEAT)
                yield None
            yield (waiting.popleft().result(),)
            waiting.extend(islice(given, 1))

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for helper in self._helpers:
            helper.stop()


def _answers(waiting: deque[Future[B]], given: Iterator[Future[B]]) -> Iterator[B]:
    while waiting:
        following = next(given, None)
        if following is not None:
            waiting.append(following)
        yield waiting.popleft().result()


class _Helper:
    """A process that runs `main`, and the thread that talks with it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "crew")
        self._process: subprocess.Popen[bytes] | None = None
        self._answers = False
        self._stopped = False
        with suppress(OSError):
            self._process = subprocess.Popen(
                [sys.executable, "-m", "reader.actions.crew"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # What fails there fails here as well, and is told here.
                stderr=subprocess.DEVNULL,
            )
            self._answers = True

    def ask(self, work: Callable[[A], B], piece: A) -> Future[B]:
        """Have a piece of work done."""
        return self._thread.submit(self._done, work, piece)

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()
        self._thread.shutdown(cancel_futures=True)
        if self._process is not None:
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    stream.close()  # type: ignore[union-attr]

    def _done(self, work: Callable[[A], B], piece: A) -> B:
        answered, answer = self._asked((work, piece)) if self._answers else (False, None)
        if not answered and self._stopped:
            raise CancelledError
        return cast(B, answer) if answered else work(piece)

    def _asked(self, question: Any) -> tuple[bool, Any]:
        """Whether the process had an answer, and which."""
        try:
            sent = pickle.dumps(question, pickle.HIGHEST_PROTOCOL)
        except Exception:  # noqa: BLE001 what cannot be pickled raises anything
            return False, None
        process = self._process
        if process is not None and process.stdin and process.stdout:
            with suppress(OSError, EOFError, pickle.UnpicklingError, ValueError):
                process.stdin.write(sent)
                process.stdin.flush()
                answered, answer = pickle.load(process.stdout)
                return answered, answer
        self._answers = False
        return False, None


def main() -> None:
    """Answer until nobody asks any more."""
    if hasattr(os, "nice"):
        os.nice(5)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            work, piece = pickle.load(requests)
            answers.write(_answer(work, piece))
            answers.flush()


def _answer(work: Callable[[A], B], piece: A) -> bytes:
    """What is sent back: that there is no answer, where the work fails."""
    try:
        return pickle.dumps((True, work(piece)), pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 it is done again, and fails again, where it is wanted
        return pickle.dumps((False, None), pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
