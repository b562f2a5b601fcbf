"""Searches that a person keeps in the library: made, opened, named, let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import SavedSearch
from reader.ui.draw import cut
from reader.ui.foundview import Instead
from reader.ui.librarywords import LibraryWords
from reader.ui.savedcounts import SavedCounts

if TYPE_CHECKING:
    from reader.library.library import Library


class KeptSearches(LibraryWords):
    """A library whose searches can be kept. Every change can be undone."""

    _counts: SavedCounts | None = None

    @property
    def saved_counts(self) -> SavedCounts:
        """What counts the kept searches."""
        if self._counts is None:
            self._counts = SavedCounts(self)
        return self._counts

    async def read_saved(self) -> None:
        """Show the searches that are kept, and count what they find."""
        try:
            searches = await self.reader.desk.of_library(lambda library: library.saved_searches())
        except ReaderError as error:
            self.reader.failed(error)
            return
        self.saved.put(searches)
        self.offer_saved()
        self.finder.propose()
        self.saved_counts.soon()

    def action_leave_saved(self) -> None:
        """Back into the list."""
        self.documents.focus()

    def action_open_saved(self) -> None:
        """Show what the kept search under the cursor finds."""
        if search := self.saved.current:
            self.finder.take(Instead(search.query))

    def action_keep_search(self) -> None:
        """Keep what is looked for as a folder, under a name that is asked for."""
        query = self.finder.query
        if not query:
            self.say("Nothing looked for: / finds words, Ctrl+S keeps them")
            return
        same = [each for each in self.saved.searches if query == each.query]
        if same:
            self.say(f"Kept already: {cut(same[0].name, 48)}")
            return

        async def answered(name: str | None) -> None:
            if name is not None:
                await self._keep(name, query)

        from reader.ui.namebox import NameBox

        self.app.push_screen(NameBox("search", query, "its words", new=True), answered)

    async def _keep(self, name: str, query: str) -> None:
        if self._is_taken(name or query):
            return
        if await self._change(lambda library: library.save_search(name, query)):
            search = self.saved.searches[-1]

            async def undo() -> str:
                await self._forget(search)
                return f"Not kept: {cut(search.name, 48)}"

            self.reader.did(f"Kept: {cut(search.name, 48)}   / ↓ lists it", undo)

    def _is_taken(self, name: str, by: SavedSearch | None = None) -> bool:
        """Whether another search is called so, which is then said."""
        taken = any(each.name == name and each != by for each in self.saved.searches)
        if taken:
            self.say(f"Another search is called so: {cut(name, 48)}")
        return taken

    async def _change(self, change: Callable[[Library], object]) -> bool:
        """Change what is kept; False, and a sentence, where that failed."""
        try:
            await self.reader.desk.of_library(change)
        except ReaderError as error:
            self.reader.failed(error)
            return False
        await self.read_saved()
        return True

    async def _forget(self, search: SavedSearch) -> bool:
        if len(self.saved.searches) == 1 and self.saved.has_focus:
            self.documents.focus()  # it is hidden once it is empty
        return await self._change(lambda library: library.forget_search(search.number))

    async def remove_saved(self) -> None:
        """Keep the search under the cursor no more."""
        search = self.saved.current
        if search is None or not await self._forget(search):
            return

        async def undo() -> str:
            await self._change(
                lambda library: library.save_search(search.name, search.query, search.number)
            )
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
        called = name or search.query
        if self._is_taken(called, search):
            return

        async def undo() -> str:
            await self._change(lambda library: library.rename_search(search.number, search.name))
            return f"Called again: {cut(search.name, 48)}"

        if await self._change(lambda library: library.rename_search(search.number, name)):
            self.reader.did(f"Called: {cut(called, 48)}", undo)

    async def bring_up_to_date(self, job: str = "index") -> None:
        """Count what is kept again once the search knows all articles."""
        await super().bring_up_to_date(job)
        self.saved_counts.soon()
