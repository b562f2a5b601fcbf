"""The screens' side of the worker process: ask, hear of progress, await the answer."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.errors import Cancelled, ReaderError, WorkerLost
from reader.work import Reply, Request, read_frame, write_frame

OnProgress = Callable[..., None]
"""Called with what the job yields: done and total, or articles, failures and a share."""
STOPPED = "Stopped; what was done is kept"


class Worker:
    """A process that answers requests; started when first asked, or before by `start`."""

    def __init__(self, data: Path, cache: Path, *, samples: bool = False) -> None:
        place = [str(data), str(cache), "samples" if samples else ""]
        self._argv = [sys.executable, "-m", "reader.work", *place]
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = itertools.count(1)
        self._waiting: dict[int, tuple[asyncio.Future[Any], OnProgress | None]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over = False

    def start(self) -> None:
        """Start the process; costs a fork, no waiting. Must be called on the event loop.

        Raises Cancelled once it has been stopped: nobody would end another one.
        """
        if self._over:
            raise Cancelled(STOPPED)
        if self.running:
            return
        self._loop = asyncio.get_running_loop()
        self._process = self._begun()
        threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()

    def _begun(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    @property
    def running(self) -> bool:
        """Whether the process has been started and lives."""
        return self._process is not None and self._process.poll() is None

    async def ask(self, job: str, *args: Any, progress: OnProgress | None = None) -> Any:
        """Have a job done; raises ReaderError with a sentence where it failed.

        Cancelling the awaiting task stops the job.
        """
        self.start()
        number = next(self._numbers)
        # Whoever stops it from a thread just now gives this one up afterwards, too.
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[number] = (future, progress)
        self._send(Request(number, job, args))
        try:
            return await future
        except asyncio.CancelledError:
            self._send(Request(number, job, stop=True))
            raise
        finally:
            self._waiting.pop(number, None)

    def stop(self) -> None:
        """End the process for good; what it has committed is kept."""
        self._over = True
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            _end(process)

    def give_up(self) -> None:
        """Tell whoever still awaits an answer of the stopped process that none will come."""
        self._fail(Cancelled(STOPPED))

    def _send(self, request: Request) -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        with contextlib.suppress(OSError):
            write_frame(process.stdin, request)

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        assert self._loop is not None
        with contextlib.suppress(Exception):
            while True:
                reply = read_frame(process.stdout)
                self._loop.call_soon_threadsafe(self._take, reply)
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._lost, process)

    def _take(self, reply: Reply) -> None:
        future, progress = self._waiting.get(reply.number, (None, None))
        if future is None or future.done():
            return
        if reply.kind == "progress":
            if progress is not None:
                progress(*reply.value)
        elif reply.kind == "done":
            future.set_result(reply.value)
        elif reply.kind == "stopped":
            future.set_exception(Cancelled(STOPPED))
        else:
            future.set_exception(ReaderError(str(reply.value)))

    def _lost(self, process: subprocess.Popen[bytes]) -> None:
        if process is not self._process:
            return
        self._process = None
        _end(process)
        self._fail(WorkerLost("The background process ended; try again"))

    def _fail(self, error: ReaderError) -> None:
        for future, _ in list(self._waiting.values()):
            if not future.done():
                future.set_exception(error)


def _end(process: subprocess.Popen[bytes]) -> None:
    """See a process out: it gets a second, then no more; its pipes are closed."""
    try:
        process.wait(timeout=1)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            if pipe is not None:
                pipe.close()
