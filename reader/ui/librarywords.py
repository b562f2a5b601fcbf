"""What a person looks for in the library: the search line and its filters."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from textual import events, on
from textual.widgets import Input

from reader.ui.filterline import Filters
from reader.ui.finder import Finder
from reader.ui.foundview import Instead
from reader.ui.library_deeds import LibraryDeeds
from reader.ui.listview import DocumentList
from reader.ui.pane import Pane
from reader.ui.saved import SavedList
from reader.ui.searchline import QueryInput
from reader.ui.tasks import begin

ANSWER = 1.0
"""Seconds that the way into the results waits for them."""


class LibraryWords(LibraryDeeds):
    """A document list that can be searched."""

    flat = False
    """Whether articles are listed without their events."""
    _finder: Finder | None = None

    @property
    def documents(self) -> DocumentList:
        """The document list."""
        return self.query_one("#list", DocumentList)

    @property
    def preview(self) -> Pane:
        """The pane beside it."""
        return self.query_one("#preview", Pane)

    @property
    def saved(self) -> SavedList:
        """The kept searches."""
        return self.query_one(SavedList)

    @property
    def finder(self) -> Finder:
        """The search of this screen."""
        if self._finder is None:
            self._finder = Finder(self)
        return self._finder

    @property
    def searching(self) -> bool:
        """Whether a query is being typed."""
        return self.finder.typing

    def show_preview(self, after: float = 0) -> None:
        """What belongs to the row under the cursor."""
        raise NotImplementedError

    # The search line ---------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """While typing, the arrows walk through earlier queries and enter the results."""
        if event.key not in ("down", "up") or not self.finder.typing:
            return
        event.stop()
        line, older = self.finder.input, event.key == "up"
        if not self.finder.history.walk(line, older=older) and not older:
            self.call_next(into_results, self)  # after the last message was taken away

    def on_descendant_focus(self) -> None:
        """Kept searches are listed while the search line waits for words."""
        super().on_descendant_focus()
        self.offer_saved()
        self.finder.propose()

    def offer_saved(self) -> None:
        """List the kept searches, or no more."""
        waiting = self.finder.typing and not self.finder.input.value
        self.set_class(bool(self.saved.searches) and (waiting or self.saved.has_focus), "-offers")

    def action_find(self) -> None:
        """Into the search line."""
        self.finder.enter()

    def action_earlier_query(self) -> None:
        """The query before."""
        self.finder.history.walk(self.finder.input, older=True)

    def action_pane(self) -> None:
        """Take what the search line offers, else to the next pane."""
        if not (self.finder.typing and self.finder.input.take()):
            super().action_pane()

    @on(Input.Changed, "#query")
    def find_again(self, changed: Input.Changed | None = None) -> None:
        """Ask what stands in the search line; if it is told to have changed, unless it was."""
        self.saved.ask(self.finder.query)
        self.offer_saved()
        self.finder.typed(again=changed is None)

    @on(Input.Submitted, "#query")
    async def action_open_first(self) -> None:
        """Open the hit under the cursor, the first one unless another was chosen.

        What is not understood is told first, and can be mended. What is not found yet is opened
        when it is, unless something else is typed until then.
        """
        typed = self.finder.input.value

        async def open_first() -> None:
            await self.finder.answered.wait()
            if self.finder.active and typed == self.finder.input.value:
                self.documents.focus()
                self.finder.left()
                await self.run_action("open")

        if not self.finder.understood():
            return
        if self.finder.answered.is_set():
            await open_first()
        else:
            self.documents.focus()
            begin(self, "first", open_first)

    def action_to_results(self) -> None:
        """Out of the line: into what was found, what could be looked for instead, what is kept."""
        if not self.finder.active and self.saved.display:
            self.set_focus(self.saved)
            return
        found = self.documents.items or not isinstance(self.preview.target, Instead)
        self.set_focus(self.documents if found else self.preview)
        self.finder.left()

    def action_spelling(self) -> None:
        """Look for the words that were meant."""
        self.finder.respell()

    # Filters -----------------------------------------------------------------------------------

    @on(Filters.Narrow)
    def _narrowed(self, message: Filters.Narrow) -> None:
        self.finder.narrow(message.term, on=message.on)

    @on(Filters.Taken)
    def _taken(self, message: Filters.Taken) -> None:
        line = self.query_one(QueryInput)
        line.offer = message.completion
        line.take()
        line.focus()

    def action_narrow(self) -> None:
        """Narrow to the current filter, or no more."""
        self.query_one(Filters).action_narrow()

    def action_widen(self) -> None:
        """Take the last filter off again."""
        self.query_one(Filters).action_widen()


async def into_results(screen: LibraryWords) -> None:
    """Into what is found for the words that are typed, not into what was listed before."""
    if screen.finder.query:
        with suppress(TimeoutError):
            await asyncio.wait_for(screen.finder.answered.wait(), ANSWER)
    screen.action_to_results()
