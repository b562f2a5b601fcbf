"""What of a query was not understood: marked in its line, said below it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.ui.filterline import Filters
from reader.ui.searchline import QueryInput

if TYPE_CHECKING:
    from reader.ui.librarywords import LibraryWords

REST = 1.2
"""Seconds without a key after which what stands in the line is looked at as finished."""


class Mistakes:
    """Tells what is wrong with a query: while it is typed only what no further letter mends."""

    def __init__(self, screen: LibraryWords, finish: Callable[[], None]) -> None:
        """`finish` looks for the query as a finished one."""
        self._screen, self._finish = screen, finish
        self.finished = ""
        """What was asked last as a finished query."""
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
        """Tell what is wrong with a finished query, and look for it as such; whether anything is.

        What is shown is what it could still have become.
        """
        from reader.search.query import parse

        parsed = parse(query.strip())
        self.tell(parsed.error, parsed.notice or "")
        wrong = parsed.error is not None
        if wrong or (query != self.finished and narrows_once_finished(query)):
            self._finish()
        return wrong

    def later(self) -> None:
        """Another query is typed: tell what is wrong with it when the person pauses."""
        if self._due is not None:
            self._due.cancel()
        self._told_late = None
        # By way of the screen: once that is taken away there is nothing to look at.
        loop = asyncio.get_running_loop()
        self._due = loop.call_later(REST, self._screen.call_later, self._look)

    def _look(self) -> None:
        from reader.search.query import parse

        self._due = None
        line = self._screen.query_one(QueryInput)
        parsed = parse(line.value.strip())
        if not (self._screen.is_mounted and line.has_focus and line.wrong is None):
            return
        if narrows_once_finished(line.value.lstrip()):
            self._finish()
        elif parsed.wrong:
            # It has been searched as what it may still become, so nothing is said of that.
            self.tell(parsed.error, f"{parsed.wrong}.")
            self._told_late = line.value


def narrows_once_finished(query: str) -> bool:
    """Whether it finds everything while it may go on, but not as it is: one letter, `date:20188`.

    A field alone, for which values are offered, is not meant to be finished.
    """
    from reader.search.query import parse
    from reader.search.syntax import Everything

    if not query or query.endswith(":"):
        return False
    going_on, finished = parse(query, typing=True).root, parse(query).root
    return isinstance(going_on, Everything) and not isinstance(finished, Everything)
