"""Counts what kept searches find, beside the event loop and never while a person types."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.ui.tasks import begin

if TYPE_CHECKING:
    from reader.actions.filters import Facets
    from reader.ui.librarywords import LibraryWords
    from reader.workspace import Workspace

REST = 0.2
"""Seconds without a change before the searches are counted again."""


class SavedCounts:
    """Keeps the numbers of the kept searches up to date."""

    def __init__(self, screen: LibraryWords) -> None:
        self._screen = screen

    def soon(self) -> None:
        """Something has changed: count again in a moment."""
        if self._screen.saved.searches:
            begin(self._screen, "saved", self._count)

    async def _count(self) -> None:
        await asyncio.sleep(REST)
        screen = self._screen
        counts = {}
        for search in screen.saved.searches:
            if screen.finder.typing and screen.finder.query:
                return  # a search would wait for this one; it is counted once the line is left
            shelf = await screen.whole_shelf()
            ask = partial(_counted, search.query, shelf.facets)
            try:
                counts[search.number] = await screen.reader.desk.of_search(ask)
            except ReaderError:
                return  # what is wrong is told where the person looks for something
        screen.saved.count_as(counts)


def _counted(query: str, facets: Facets, workspace: Workspace) -> tuple[int, int]:
    """How many articles a query finds, and how many of them are unread."""
    from reader.actions.find import search

    results = search(workspace, query, limit=1, sync=False)
    return results.total, facets.counted(results.ids)["is"]["unread"]
