"""Runs a program in a pseudo-terminal and reads what it sends, raw."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Mapping, Sequence
from time import monotonic

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a matter of POSIX", allow_module_level=True)
import fcntl
import pty
import struct
import termios


def in_terminal(
    command: Sequence[str],
    *,
    typed: Sequence[tuple[str, str]] = (),
    env: Mapping[str, str] | None = None,
    columns: int = 100,
    seconds: float = 40,
) -> tuple[str, int]:
    """All that was sent and the exit code; `typed`: wait for the first, then type the second."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    settings = {**os.environ, "TERM": "xterm-256color", **(env or {})}
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        if name not in (env or {}):
            settings.pop(name, None)
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=settings, start_new_session=True
    )
    os.close(theirs)
    waiting, sent, end = list(typed), b"", monotonic() + seconds
    try:
        while monotonic() < end:
            ready, _, _ = select.select([ours], [], [], 0.1)
            if ready:
                try:
                    chunk = os.read(ours, 65536)
                except OSError:  # how Linux says that the other end is closed
                    break
                if not chunk:
                    break
                sent += chunk
            if waiting and waiting[0][0].encode() in sent:
                os.write(ours, waiting.pop(0)[1].encode())
        return sent.decode("utf-8", errors="replace"), process.wait(timeout=5)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
