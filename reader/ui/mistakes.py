"""What of a query was not understood: marked in its line, said below it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from reader.ui.filterline import Filters
from reader.ui.searchline import QueryInput

if TYPE_CHECKING:
    from reader.ui.librarywords import LibraryWords

REST = 1.2
"""Seconds without a key after which what stands in the line is looked at as finished."""


class Mistakes:
    """Tells what is wrong with a query: while it is typed only what no further letter mends."""

    def __init__(self, screen: LibraryWords) -> None:
        self._screen = screen
        self._due: asyncio.TimerHandle | None = None
        self._told_late: str | None = None

    def tell(self, at: int | None, sentence: str) -> None:
        """Mark what is wrong from an offset of the query on, and say why; None takes it away."""
        from reader.search.pieces import part_at

        line, below = self._screen.query_one(QueryInput), self._screen.query_one(Filters)
        if at is None and line.value == self._told_late:
            return  # what it is searched as has come after that
        if at is not None:
            at += len(line.value) - len(line.value.lstrip())
        line.mark(None if at is None else part_at(line.value, at))
        below.wrong = None if at is None else (line.marked_cell, sentence)
        below.tell()

    def told(self, query: str) -> bool:
        """Tell what is wrong with a finished query; whether anything is."""
        from reader.search.query import parse

        parsed = parse(query)
        self.tell(parsed.error, parsed.notice or "")
        return parsed.error is not None

    def later(self) -> None:
        """Another query is typed: tell what is wrong with it when the person pauses."""
        if self._due is not None:
            self._due.cancel()
        self._told_late = None
        self._due = asyncio.get_running_loop().call_later(REST, self._look)

    def _look(self) -> None:
        from reader.search.query import parse

        self._due = None
        line = self._screen.query_one(QueryInput)
        parsed = parse(line.value.strip())
        if self._screen.is_mounted and line.has_focus and line.wrong is None and parsed.wrong:
            # It has been searched as what it may still become, so nothing is said of that.
            self.tell(parsed.error, f"{parsed.wrong}.")
            self._told_late = line.value
