"""The worker's own program: `python -m reader.work DATA CACHE [samples]`."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path

from reader.actions.jobs import jobs
from reader.logfile import logged
from reader.work import serve
from reader.workspace import Workspace


def main(data: str, cache: str, samples: str) -> None:
    """The worker's own program; it keeps its hands off the terminal."""
    for name in ("SIGINT", "SIGHUP", "SIGTSTP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(5)
    workspace = Workspace(Path(data), Path(cache), is_samples=bool(samples))
    requests, replies = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with contextlib.suppress(BrokenPipeError), logged(workspace.cache):
        serve(jobs(workspace), requests, replies)


if __name__ == "__main__":
    main(*sys.argv[1:4])
