"""The preview of the library screen, and the numbers on the rows of its events."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, ParamSpec

from reader.errors import Cancelled, ReaderError
from reader.model import Comparison
from reader.ui.findings import counts
from reader.ui.foundview import hit_preview, nothing
from reader.ui.preview import article_preview, empty, event_preview, welcome
from reader.ui.results import Hit
from reader.ui.shelf import LETTERS, Row
from reader.ui.tasks import begin

if TYPE_CHECKING:
    from reader.ui.library_screen import LibraryScreen

P = ParamSpec("P")

REST = 0.3
"""Seconds after the last key before the events in sight are compared."""


class Previewer:
    """Shows what belongs to a row, and compares the events in sight."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._later: dict[str, asyncio.TimerHandle] = {}
        self._shown: str | None = None
        self.made_for = 0
        """The width that the preview was made for; 0 before the first one."""

    def show(self, row: Row | Hit | None, after: float = 0) -> None:
        """What belongs to a row, after so many seconds; a later call takes the place of this."""
        self._begin("preview", after, self._show, row)

    def look_again(self) -> None:
        """What is known of the findings has changed."""
        documents = self._screen.documents
        documents.counts.clear()
        self.show(documents.current)
        self.count_soon()

    def _begin(
        self, group: str, after: float, work: Callable[P, Coroutine[Any, Any, None]],
        *args: P.args, **kwargs: P.kwargs,
    ) -> None:  # fmt: skip
        """Begin work when the person pauses: a key costs a timer, not a task."""
        if (waiting := self._later.pop(group, None)) is not None:
            waiting.cancel()
        if not after:
            begin(self._screen, group, work, *args, **kwargs)
            return

        def due() -> None:
            del self._later[group]
            begin(self._screen, group, work, *args, **kwargs)

        self._later[group] = asyncio.get_running_loop().call_later(after, due)

    @property
    def waiting(self) -> bool:
        """Whether something is about to begin."""
        return bool(self._later)

    async def _show(self, row: Row | Hit | None) -> None:
        screen = self._screen
        pane, finder = screen.preview, screen.finder
        cells, self.made_for = max(20, pane.size.width), pane.size.width
        same = isinstance(row, Row) and row.id == self._shown
        self._shown = row.id if isinstance(row, Row) else None
        if row is None:
            found, query = finder.found, finder.query
            pane.show(nothing(found, query, cells) if finder.active else empty(cells))
        elif row.kind == "event":
            await self._show_event(row.id, cells, same)
        else:
            try:
                page = await screen.reader.desk.page(row.id)
            except ReaderError as error:
                screen.reader.failed(error)
                return
            if isinstance(row, Hit):
                pane.show(hit_preview(finder.found, row, page, cells) if finder.found else [])
            elif card := screen.shelf.cards.get(row.id):
                pane.show(article_preview(card, page, cells), keep=same)

    async def _show_event(self, id: str, cells: int, same: bool) -> None:
        screen = self._screen
        event = screen.shelf.events.get(id)
        if event is None:
            return
        app, pane = screen.reader, screen.preview
        first = welcome(len(screen.shelf.cards), cells) if app.samples else []
        narrow = screen.has_class("-narrow")

        def show(comparison: Comparison | None, failed: str = "") -> None:
            blocks = event_preview(event, screen.shelf, comparison, cells, failed, brief=narrow)
            pane.show([*first, *blocks], keep=same)

        ids = event.articles[: len(LETTERS)]
        known = app.desk.known(ids) if len(event.articles) <= len(LETTERS) else None
        show(known)
        if known is not None:
            self._note(id, known)
            return
        try:
            ids = await app.desk.columns(event.articles, len(LETTERS))
            comparison = await app.desk.comparison(ids)
        except Cancelled:
            return
        except ReaderError as error:
            show(None, str(error))
        else:
            show(comparison)
            self._note(id, comparison)

    def _note(self, id: str, comparison: Comparison) -> None:
        view = self._screen.documents
        found = counts(comparison)
        if view.counts.get(id) != found:
            view.counts[id] = found
            view.refresh()

    def count_soon(self) -> None:
        """Compare the events in sight when the person pauses, so that their rows can say it."""
        self._begin("counts", REST, self._count)

    async def _count(self) -> None:
        screen = self._screen
        desk, view = screen.reader.desk, screen.documents
        for row in list(view.in_sight()):
            event = screen.shelf.events.get(row.id) if row.kind == "event" else None
            if event is None or row.id in view.counts:
                continue
            if screen.bringing.running:
                return  # the worker does the newest first: what comes in would wait for all of them
            try:
                ids = await desk.columns(event.articles, len(LETTERS))
                self._note(row.id, await desk.comparison(ids))
            except ReaderError:
                return  # the row under the cursor says what is wrong
