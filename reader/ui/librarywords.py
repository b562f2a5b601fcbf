"""What a person looks for in the library: the search line, its filters, and kept searches."""

from __future__ import annotations

from textual import events, on
from textual.widgets import Input

from reader.errors import ReaderError
from reader.model import SavedSearch
from reader.ui.draw import cut
from reader.ui.filterline import Filters
from reader.ui.finder import Finder
from reader.ui.foundview import Instead
from reader.ui.library_deeds import LibraryDeeds
from reader.ui.listview import DocumentList
from reader.ui.pane import Pane
from reader.ui.saved import SavedList
from reader.ui.savedcounts import SavedCounts
from reader.ui.searchline import QueryInput


class LibraryWords(LibraryDeeds):
    """A document list that can be searched."""

    flat = False
    """Whether articles are listed without their events."""
    _finder: Finder | None = None
    _counts: SavedCounts | None = None

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
    def saved_counts(self) -> SavedCounts:
        """What counts the kept searches."""
        if self._counts is None:
            self._counts = SavedCounts(self)
        return self._counts

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
        if not self.finder.walk(older=event.key == "up") and event.key == "down":
            self.call_next(self.action_to_results)  # after the last message was taken away

    def on_descendant_focus(self) -> None:
        """Kept searches are listed while the search line waits for words."""
        super().on_descendant_focus()
        self.offer_saved()

    def offer_saved(self) -> None:
        """List the kept searches, or no more."""
        waiting = self.finder.typing and not self.finder.input.value
        self.set_class(bool(self.saved.searches) and (waiting or self.saved.has_focus), "-offers")
        self.finder.propose()

    def action_find(self) -> None:
        """Into the search line."""
        self.finder.enter()

    def action_earlier_query(self) -> None:
        """The query before."""
        self.finder.walk(older=True)

    def action_pane(self) -> None:
        """Take what the search line offers, else to the next pane."""
        if not (self.finder.typing and self.finder.input.take()):
            super().action_pane()

    @on(Input.Changed, "#query")
    def find_again(self) -> None:
        """Ask what stands in the search line."""
        self.saved.asked = self.finder.query
        self.saved.refresh()
        self.offer_saved()
        self.finder.typed()

    @on(Input.Submitted, "#query")
    async def action_open_first(self) -> None:
        """Open the hit under the cursor, the first one unless another was chosen."""
        if self.finder.active:
            self.documents.focus()
            self.finder.left()
            await self.run_action("open")

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
        self.finder.narrow(message.term)

    @on(Filters.Taken)
    def _taken(self, message: Filters.Taken) -> None:
        line = self.query_one(QueryInput)
        line.offer = message.completion
        line.take()
        line.focus()

    def action_widen(self) -> None:
        """Take the last filter off again."""
        self.query_one(Filters).action_widen()

    # Kept searches -----------------------------------------------------------------------------

    async def read_saved(self) -> None:
        """Show the searches that are kept, and count what they find."""
        try:
            searches = await self.reader.desk.of_library(lambda library: library.saved_searches())
        except ReaderError as error:
            self.reader.failed(error)
            return
        self.saved.put(searches)
        self.offer_saved()
        self.saved_counts.soon()

    def action_leave_saved(self) -> None:
        """Back into the list."""
        self.documents.focus()

    def action_open_saved(self) -> None:
        """Show what the kept search under the cursor finds."""
        if search := self.saved.current:
            self.finder.take(Instead(search.query))

    async def action_keep_search(self) -> None:
        """Keep what is looked for as a folder."""
        query = self.finder.query
        if not query:
            self.say("Nothing looked for: / finds words, Ctrl+S keeps them")
            return
        same = [each for each in self.saved.searches if each.query == query]
        if same:
            self.say(f"Kept already: {cut(same[0].name, 48)}")
            return
        search = await self.reader.desk.of_library(lambda library: library.save_search("", query))
        await self.read_saved()

        async def undo() -> str:
            await self._forget(search)
            return f"Not kept: {cut(search.name, 48)}"

        self.reader.did(f"Kept: {cut(search.name, 48)}   / ↓ lists it, R names it", undo)

    async def _forget(self, search: SavedSearch) -> None:
        await self.reader.desk.of_library(lambda library: library.forget_search(search.number))
        await self.read_saved()
        if not self.saved.searches and self.focused is None:
            self.documents.focus()

    async def remove_saved(self) -> None:
        """Keep the search under the cursor no more."""
        search = self.saved.current
        if search is None:
            return
        if len(self.saved.searches) == 1:
            self.documents.focus()
        await self._forget(search)

        async def undo() -> str:
            await self.reader.desk.of_library(
                lambda library: library.save_search(search.name, search.query, search.number)
            )
            await self.read_saved()
            return f"Kept again: {cut(search.name, 48)}"

        self.reader.did(f"Not kept any more: {cut(search.name, 48)}", undo)

    def action_rename_search(self) -> None:
        """Give a kept search a name: the one under the cursor, else the one that is shown."""
        shown = [each for each in self.saved.searches if each.query == self.finder.query]
        search = self.saved.current if self.saved.has_focus else shown[0] if shown else None
        if search is None:
            self.say("No kept search here: Ctrl+S keeps one")
            return

        async def answered(name: str | None) -> None:
            if name is not None:
                await self._rename(search, name)

        from reader.ui.namebox import NameBox

        self.app.push_screen(NameBox("search", search.name, "its words again"), answered)

    async def _rename(self, search: SavedSearch, name: str) -> None:
        async def call(other: str) -> None:
            await self.reader.desk.of_library(
                lambda library: library.rename_search(search.number, other)
            )
            await self.read_saved()

        async def undo() -> str:
            await call(search.name)
            return f"Called again: {cut(search.name, 48)}"

        try:
            await call(name)
        except ReaderError as error:
            self.reader.failed(error)
            return
        self.reader.did(f"Called: {cut(name or search.query, 48)}", undo)
