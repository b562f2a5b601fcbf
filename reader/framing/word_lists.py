"""The word lists of the lenses: files of the project's own, one entry a line.

A line that begins with `#` says where the entries come from or what they have in common.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lists")


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of a list, in the order of its file."""
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.strip()) and not entry.startswith("#"))
