"""What was cut from a text, without its places."""

from __future__ import annotations

from reader.importing.plain.cleaning import Cleaned
from reader.model import Draft


def removed_lines(found: Cleaned | Draft) -> tuple[str, ...]:
    """The lines that were cut."""
    return tuple(line.text for line in found.removed)
