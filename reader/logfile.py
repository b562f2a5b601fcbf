"""The log file: what went wrong inside, for whoever mends it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NAME = "reader.log"
LARGEST = 1_000_000
"""Bytes; a larger file is put aside as `reader.log.1` when the program starts."""


@contextmanager
def logged(folder: Path) -> Iterator[None]:
    """Log into a file of a folder: unset, Python would print warnings and tracebacks on stderr."""
    handler: logging.Handler = logging.NullHandler()
    path = folder / NAME
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".log.1"))
        handler = logging.FileHandler(path, encoding="utf-8", errors="replace", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    logger = logging.getLogger("reader")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        handler.close()
