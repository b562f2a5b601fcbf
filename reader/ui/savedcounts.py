"""Counts what kept searches find, beside the event loop and never while a person types."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.ui.tasks import begin

if TYPE_CHECKING:
    from reader.actions.filters import Facets
    from reader.actions.reading import Reading
    from reader.ui.librarywords import LibraryWords
    from reader.workspace import Workspace

REST = 0.2
"""Seconds without a change before the searches are counted again."""


class SavedCounts:
    """Keeps the numbers of the kept searches up to date."""

    def __init__(self, screen: LibraryWords) -> None:
        self._screen = screen
        self._readings: dict[int, Reading] = {}
        """By the number of a search: what it has read where there is no index."""

    def soon(self) -> None:
        """Something has changed: count again in a moment."""
        if self._screen.saved.searches:
            begin(self._screen, "saved", self._count)

    async def _count(self) -> None:
        await asyncio.sleep(REST)
        screen = self._screen
        counts: dict[int, tuple[int, int]] = {}
        for search in screen.saved.searches:
            more = True
            while more:
                if screen.finder.typing and screen.finder.query:
                    return  # a search would wait for this one; it is counted once the line is left
                shelf, reading = await screen.whole_shelf(), self._reading_for(search.number)
                ask = partial(_counted, search.query, shelf.facets, reading)
                try:
                    counts[search.number], more = await screen.reader.desk.of_search(ask)
                except ReaderError:
                    return  # what is wrong is told where the person looks for something
        screen.saved.count_as(counts)

    def _reading_for(self, number: int) -> Reading | None:
        """What reads for a search, a part of the articles at a time; None where there is an index,
        or will be: then they are counted again.

        It is kept, so that marks alone cost no second reading.
        """
        if not self._screen.reading.why:
            self._readings.clear()
            return None
        return self._readings.setdefault(number, self._screen.reading.another())


def _counted(
    query: str, facets: Facets, reading: Reading | None, workspace: Workspace
) -> tuple[tuple[int, int], bool]:
    """How many articles a query finds, how many of them are unread, and whether more is to do."""
    from reader.actions.find import search

    results = search(workspace, query, limit=1, sync=False, reading=reading)
    counts = results.total, facets.counted(results.ids)["is"]["unread"]
    return counts, bool(reading and results.unread)
