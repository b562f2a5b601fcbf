"""Stdout and stderr made ready for every character and for every way they can be closed."""

from __future__ import annotations

import contextlib
import io
import os
import sys


def prepare() -> None:
    """Make stdout and stderr take every character, whatever the locale says.

    A pipe gets UTF-8, a terminal its own encoding; what that lacks is escaped, not an error.
    """
    if sys.stdout is None:  # closed by the caller, as in `reader list >&-`
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def drop_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter's own flush is silent too."""
    with contextlib.suppress(OSError, ValueError):  # where stdout is no file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
