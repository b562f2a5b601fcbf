"""The worker: one process beside the screens that does whatever takes long.

The interpreter has one lock: a busy thread beside the interface makes keys late, a process does
not. The worker reads requests from its standard input and answers on its standard output, both
as pickles behind a length. Long jobs are generators that yield their progress; between two yields
the worker looks for newer, shorter requests and does those first, so that a comparison never
waits for ten thousand articles to be indexed.
"""

from __future__ import annotations

import contextlib
import logging
import pickle
import queue
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import IO, TYPE_CHECKING, Any, Literal

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.actions.jobs import Job

logger = logging.getLogger(__name__)
_LENGTH = struct.Struct("!I")
BEAT = 0.05
"""Seconds between two words of progress."""


@dataclass(frozen=True, slots=True)
class Request:
    """A question with its number; `stop` takes an earlier one back."""

    number: int
    job: str
    args: tuple[Any, ...] = ()
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a request; `progress` comes any number of times before the end."""

    number: int
    kind: Literal["progress", "done", "failed", "stopped"]
    value: Any = None


def write_frame(stream: IO[bytes], value: object) -> None:
    """Send one value down a pipe."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:
    """Receive one value; EOFError where the other end is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    data = stream.read(_LENGTH.unpack(head)[0])
    return pickle.loads(data)


class Turns:
    """Runs jobs, the newest request first, and long ones in between."""

    def __init__(
        self, jobs: dict[str, Job], answer: Callable[[Reply], None], *, beat: float = BEAT
    ) -> None:
        self._jobs = jobs
        self._beat = beat
        self._answer = answer
        self._long: list[tuple[int, Iterator[Any]]] = []
        self._told = 0.0

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._long

    def take(self, request: Request) -> None:
        """Begin a request; short ones are done at once."""
        if request.stop:
            self._stop(request.number)
            return
        try:
            outcome = self._jobs[request.job](*request.args)
        except Exception as error:  # noqa: BLE001 a failed job must not end the others
            self._answer(Reply(request.number, "failed", _sentence(error)))
            return
        if isinstance(outcome, Iterator):
            self._long.append((request.number, outcome))
        else:
            self._answer(Reply(request.number, "done", outcome))

    def step(self) -> None:
        """Bring the newest long job one step on."""
        number, job = self._long[-1]
        try:
            progress = next(job)
            # An import yields a thousand times a second; no eye follows that.
            if monotonic() - self._told >= self._beat:
                self._told = monotonic()
                self._answer(Reply(number, "progress", progress))
        except StopIteration as end:
            self._long.pop()
            self._answer(Reply(number, "done", end.value))
        except Exception as error:  # noqa: BLE001 as above
            self._long.pop()
            self._answer(Reply(number, "failed", _sentence(error)))

    def _stop(self, number: int) -> None:
        for entry in [entry for entry in self._long if entry[0] == number]:
            self._long.remove(entry)
            with contextlib.suppress(Exception):
                entry[1].close()  # type: ignore[attr-defined]
            self._answer(Reply(number, "stopped"))


def _sentence(error: Exception) -> str:
    if isinstance(error, ReaderError):
        return str(error)
    logger.error("a job failed", exc_info=error)
    return f"{type(error).__name__}: {error}"


def serve(jobs: dict[str, Job], requests: IO[bytes], replies: IO[bytes]) -> None:
    """Answer requests until the other end closes."""
    inbox: queue.Queue[Request | None] = queue.Queue()

    def listen() -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                inbox.put(read_frame(requests))
        inbox.put(None)

    threading.Thread(target=listen, daemon=True, name="requests").start()
    turns = Turns(jobs, lambda reply: write_frame(replies, reply))
    while True:
        try:
            request = inbox.get(block=turns.idle)
        except queue.Empty:
            turns.step()
            continue
        if request is None:
            return
        turns.take(request)
