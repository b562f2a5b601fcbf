"""What reading a source comes to: drafts, failures, and how far it is."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reader.model import Draft

# The longest novels have 4 MB; what is larger is a log or a dump, and would hold up everything.
LARGEST = 20_000_000
"""Bytes in a single document that is still taken for an article."""


class Refused(Exception):
    """Why a document is not taken, as a clause without capital and full stop."""


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what nobody foresaw in a parser into a refusal: no document ends the whole batch."""
    try:
        yield
    except (Refused, OSError):
        raise
    except Exception as error:
        logging.getLogger(__name__).exception("a document that cannot be read")
        raise Refused(f"it cannot be read ({type(error).__name__})") from error


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or one item of it, that could not be read."""

    source: str
    reason: str
    """A clause without capital and full stop."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a source of many articles has been read."""

    share: float
    """0 to 1."""


Item = Draft | Failure | Reached


def too_large(size: int, most: int = LARGEST) -> str:
    """Why something of this many bytes is not read."""
    return f"it has {size / 1e6:.0f} MB; up to {most / 1e6:.0f} MB are read"
