"""The worker in a thread of the tests, where a process for each of them would take half the time.

Requests and answers go through pipes as they do to a process; tests/work has the process itself.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from pathlib import Path
from typing import cast

from reader.actions.jobs import jobs
from reader.ui.worker import Worker
from reader.work import serve
from reader.workspace import Workspace


class Beside(Worker):
    """A worker without a process."""

    def __init__(self, data: Path, cache: Path, *, samples: bool = False) -> None:
        super().__init__(data, cache, samples=samples)
        self._of = (data, cache, samples)

    def _begun(self) -> subprocess.Popen[bytes]:
        return cast("subprocess.Popen[bytes]", Served(*self._of))


class Served:
    """What the screens want of a process."""

    def __init__(self, data: Path, cache: Path, samples: bool) -> None:
        requests, ask = os.pipe()
        answers, answer = os.pipe()
        self.stdin, self.stdout = os.fdopen(ask, "wb"), os.fdopen(answers, "rb")

        def work() -> None:
            with (
                os.fdopen(requests, "rb") as asked,
                os.fdopen(answer, "wb") as answering,
                Workspace(data, cache, is_samples=samples) as workspace,
                contextlib.suppress(BrokenPipeError),
            ):
                serve(jobs(workspace), asked, answering)

        self._thread = threading.Thread(target=work, daemon=True)
        self._thread.start()

    def poll(self) -> int | None:
        return None if self._thread.is_alive() else 0

    def terminate(self) -> None:
        with contextlib.suppress(OSError):
            self.stdin.close()

    kill = terminate

    def wait(self, timeout: float | None = None) -> int:
        self._thread.join(timeout)
        if self._thread.is_alive():
            raise subprocess.TimeoutExpired("worker", timeout or 0)
        return 0
