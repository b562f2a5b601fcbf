"""Bring articles into the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reader.model import Article, Draft
from reader.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one source."""

    source: str
    outcome: Literal["added", "updated", "unchanged", "failed"]
    article: Article | None = None
    """None if it failed."""
    reason: str = ""
    """Why it failed, as a clause without capital and full stop."""


def add(workspace: Workspace, sources: Iterable[str | Path]) -> Iterator[Brought]:
    """Put every article of these files, folders or `-` (stdin) into the library.

    Each is in the library when it is yielded; a source that fails is yielded, too, and the others
    go on. Raises LibraryError when the library itself cannot be written.
    """
    from reader.importing.files import read

    for source in sources:
        for found in read(source):
            if isinstance(found, Draft):
                outcome, article = workspace.library.add(found)
                yield Brought(found.source, outcome, article)
            else:
                yield Brought(found.source, "failed", reason=found.reason)
