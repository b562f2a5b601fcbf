"""What became of an import in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.ui.draw import cut

if TYPE_CHECKING:
    from reader.actions.bring import Tally

SOURCE = 16
"""Cells, at least, that a source takes in a sentence."""


def told(
    tally: Tally, cells: int, *, feeds: bool = False, name: Callable[[str], str] | None = None
) -> tuple[str, bool]:
    """What became of sources in a sentence of so many cells, and whether one failed.

    `name` gives the headline of an article: one that came alone is named.
    """
    parts = [
        f"{len(ids):,} {what}"
        for what, ids in (
            ("new" if feeds else "added", tally.added),
            ("updated", tally.updated),
            ("unchanged", [] if feeds else tally.unchanged),
        )
        if ids
    ]
    if tally.followed:
        count = len(tally.followed)
        parts.append(f"{count:,} feed{'s' if count > 1 else ''} followed")
    counted = ", ".join(parts)
    if feeds:
        asked = f"{tally.feeds:,} feed{'s' if tally.feeds != 1 else ''}"
        counted = f"{counted or 'nothing new'} from {asked}" if tally.feeds else counted
    if not tally.failed:
        only = [*tally.added, *tally.updated, *tally.unchanged]
        if name is not None and len(only) == 1 and (named := name(only[0])) and len(parts) == 1:
            counted += f": {cut(named, max(12, cells - len(counted) - 2))}"
        return _capital(counted) or "Nothing there to add", False
    source, reason = tally.failed[0]
    others = len(tally.failed) - 1
    tail = f" and {others:,} more   f all of them" if others else "   f try again"
    tail = (f"; {counted}" if counted else "") + tail
    verb = "Not read: " if feeds else "Not added: "
    # Why is worth more than where from, which the person has just typed; but both are said.
    room = cells - len(f"{verb}, {tail}") - cell_len(reason)
    head = cut(f"{verb}{_middle_out(source, max(SOURCE, room))}, {reason}",
               max(24, cells - len(tail)))  # fmt: skip
    return head + tail, True


def _middle_out(text: str, cells: int) -> str:
    """The text in at most so many cells, both ends kept: hosts stand first, names of files last."""
    if cell_len(text) <= cells:
        return text
    end = text[-(cells * 2 // 3 - 1) :]
    while cell_len(end) > cells - 4:
        end = end[1:]
    return cut(text, cells - cell_len(end)) + end


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
