"""Search while typing: what was asked, what was found, and where the person was."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import chain, repeat
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.ui.bars import TopBar
from reader.ui.completer import Completer
from reader.ui.filterline import Filters
from reader.ui.foundview import Instead
from reader.ui.history import History
from reader.ui.mistakes import Mistakes
from reader.ui.results import ORDERS, Found, Hit
from reader.ui.searchline import QueryInput, Status
from reader.ui.shelf import counted
from reader.ui.tasks import begin
from reader.ui.together import Together

if TYPE_CHECKING:
    from reader.ui.librarywords import LibraryWords


MOST = 100
"""Hits that are listed; more are narrowed by further words, not scrolled through."""

FEW = 10
"""Hits up to which another spelling is offered."""

PAUSE = 0.1
"""Seconds after the results of a key before their preview is made: most are typed over."""

TOGETHER = 0.018
"""Seconds for which a typed letter waits for what it finds, to be painted with it, once: of the
results at 100,000 articles half come 2 ms sooner so than after a paint for the letter alone."""

REST = 0.24
"""Seconds after them before the rest of the results follows."""


class Finder:
    """The search of the library screen: what was asked, what was found, where the person was."""

    def __init__(self, screen: LibraryWords) -> None:
        self._screen = screen
        self.found: Found | None = None
        self._before: str | None = None
        self.unfolded: set[str] = set()
        """The hits whose copies are shown, too."""
        self._order = ORDERS[0]
        self._shelf_words = ""
        self._completer = Completer()
        self._proposed = ("", 0, False)
        self._asked = ""
        self._together = Together()
        self.answered = asyncio.Event()
        """Set where what is shown is what was asked last."""
        self.history = History()
        self.mistakes = Mistakes(screen, self._finish)

    @property
    def input(self) -> QueryInput:
        """The line in which the query is typed."""
        return self._screen.query_one(QueryInput)

    @property
    def line(self) -> Filters:
        """The line below it."""
        return self._screen.query_one(Filters)

    @property
    def query(self) -> str:
        """What is being looked for; empty where all articles are shown."""
        return self.input.value.strip()

    @property
    def typing(self) -> bool:
        """Whether keys type."""
        return self._screen.focused is self.input  # at once: the line itself is told later

    @property
    def active(self) -> bool:
        """Whether results are shown."""
        return self.found is not None

    def place(self, words: str) -> None:
        """What stands at the right while nothing is looked for."""
        self._shelf_words = words
        if self.found is None:
            self._screen.query_one(Status).say(words)

    # Into the line and out of it -----------------------------------------------------------------

    def enter(self) -> None:
        """Into the line."""
        if not self.active:
            row = self._screen.documents.current
            self._before = row.id if row else None
        self._screen.set_focus(self.input)
        begin(self._screen, "known", self._read)

    async def _read(self) -> None:
        """Read what the line has to offer: it comes a moment after the first key at the latest."""
        desk = self._screen.reader.desk
        try:
            self.history.entries = await desk.of_library(lambda library: library.asked())
        except ReaderError:
            self.history.entries = ()
        await self._completer.refresh(desk.workspace)
        self.propose()

    def leave(self) -> bool:
        """Once: into the list, the words stay; twice: all articles. False with nothing to leave."""
        if self.typing or self.line.has_focus:
            self._screen.documents.focus()
            self.left()
            return True
        if not self.query and not self.active:
            return False
        self.input.value = ""
        self._close()
        return True

    def understood(self) -> bool:
        """Whether the query is, as a finished one; if not, it is told why, and what is found."""
        return not self.mistakes.told(self.input.value.lstrip())

    def _finish(self) -> None:
        self.answered.clear()
        begin(self._screen, "find", self.ask, finished=True)

    def left(self) -> None:
        """The line is left: the query is finished, and remembered if it found something."""
        if not self.active:
            self.line.open(False)
        elif self.understood() and self.found and self.found.total:
            self.history.add(self.query)
            begin(self._screen, "asked", self._note, self.query)

    async def _note(self, query: str) -> None:
        try:
            await self._screen.reader.desk.of_library(lambda library: library.note_asked(query))
        except ReaderError as error:
            self._screen.reader.failed(error)

    def _close(self) -> None:
        self.found, self.unfolded = None, set()
        self.line.put(())
        self.mistakes.tell(None, "")
        self.line.open(self.typing)
        self._screen.query_one(Status).say(self._shelf_words)
        self._screen.fill_list(keep=self._before)
        self._screen.refresh_hints()

    # Typing --------------------------------------------------------------------------------------

    def typed(self, *, again: bool = False) -> None:
        """Perhaps another query stands in the line, which is told after the next frame only."""
        if again or self.input.value != self._asked:
            self._asked = self.input.value
            self.answered.clear()
            self.mistakes.later()
            self._together.begin(self._screen, TOGETHER)
            begin(self._screen, "find", self.ask)
        if self._proposed != (self.input.value, self.input.cursor_position, self.typing):
            self.propose()

    def propose(self) -> None:
        """Offer to type on, in the line and below it."""
        line, below = self.input, self.line
        self._proposed = line.value, line.cursor_position, self.typing
        offers = self._completer.offers(line.value, line.cursor_position) if self.typing else ()
        line.propose(offers[0] if offers else None)
        below.offers = [offer for offer in offers if offer.kind == "value"]
        below.tip = self.typing and not line.value
        below.open(self.typing or self.active or below.has_focus)
        self._screen.refresh_hints()

    # Asking --------------------------------------------------------------------------------------

    async def ask(self, *, finished: bool = False) -> None:
        """Look for what stands in the line; first the top of the result, then the rest."""
        # A blank behind a word or a filter finishes it.
        query, screen = self.input.value.lstrip(), self._screen
        if not query:
            self.answered.set()
            if self.active:
                self._close()
            return
        self.mistakes.finished = query if finished or not self.typing else ""
        try:
            screen.searched = True
            screen.reading.hurry()
            for limit in chain((None,), repeat(MOST)):
                shelf = await screen.whole_shelf()
                found = await screen.reader.desk.find(
                    query, shelf, typing=self.typing and not finished, order=self._order,
                    limit=limit, flat=screen.flat, reading=screen.reading,
                )  # fmt: skip
                if found is None or query != self.input.value.lstrip():
                    return
                self._show(found)
                if found.total <= FEW and not found.more:
                    await self._ask_meant(found)
                # Filters count all that is found, so that they come with the last of it.
                if not found.more and (limit or found.filters is not None):
                    return
                await asyncio.sleep(PAUSE if found.more else REST)
        except ReaderError as error:
            self.answered.set()
            screen.say(str(error), error=True)

    async def _ask_meant(self, found: Found) -> None:
        """Offer another spelling of a query that finds hardly anything."""
        meant = await self._screen.reader.desk.meant(found.query, found.total)
        if meant is None or found is not self.found:
            return
        instead = [meant, *found.instead] if not found.total else found.instead
        self.found = replace(found, meant=meant, instead=instead)
        self.line.meant = meant
        self.line.tell()
        self._screen.show_preview()
        self._screen.refresh_hints()

    def _show(self, found: Found) -> None:
        screen = self._screen
        view, current = screen.documents, screen.documents.current
        told = self.found.notice if self.found else ""
        self.found = found
        rows = found.shown(self.unfolded)
        keep = [i for i, hit in enumerate(rows) if current and hit.id == current.id]
        first = next((i for i, hit in enumerate(rows) if hit.kind == "article"), 0)
        at = keep[0] if keep and isinstance(current, Hit) else first
        view.show(rows, screen.shelf, at)
        self.line.meant = None
        self.mistakes.tell(found.wrong, found.notice)
        self.line.open(True)
        if found.filters is not None:
            self.line.put(found.filters)
        screen.query_one(Status).say(self._order.said)
        every = counted(len(screen.shelf.cards), samples=screen.reader.samples)
        so_far = " so far" * found.more
        screen.query_one(TopBar).say(f"{found.total:,}{so_far} of {every}")
        if found.notice and found.wrong is None:
            screen.say(found.notice)
        elif told and screen.said == told:
            screen.say("")
        screen.show_preview(PAUSE)
        screen.refresh_hints()
        self.answered.set()
        self._together.end()

    def fold(self, row: object, *, folded: bool) -> bool:
        """Fold the hits that print one text under the best of them, or unfold them; if it can."""
        id = row.copy_of or (row.copies and row.id) if isinstance(row, Hit) else None
        if self.found is None or not id or folded != (id in self.unfolded):
            return False
        self.unfolded ^= {id}
        rows = self.found.shown(self.unfolded)
        at = next(i for i, each in enumerate(rows) if each.id == id)
        self._screen.documents.show(rows, self._screen.shelf, at)
        self._screen.show_preview()
        self._screen.refresh_hints()
        return True

    # Asking something else -----------------------------------------------------------------------

    def next_order(self) -> None:
        """Best first, with newer ones a little ahead or without; newest first."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        begin(self._screen, "find", self.ask)

    def respell(self) -> None:
        """Ask the query that was meant."""
        if self.found and self.found.meant:
            self.take(Instead(self.found.meant[0]))

    def take(self, other: Instead) -> None:
        """Ask another query, as a finished one."""
        if not self.active:
            row = self._screen.documents.current
            self._before = row.id if row else None
        self._screen.set_focus(self._screen.documents)
        self.input.put(other.query)

    def narrow(self, term: str, *, on: bool) -> None:
        """Add a filter to the query, or take it away, unless that was done before."""
        from reader.ui.narrowing import has_term, with_term

        if has_term(self.query, term) != on:
            self.input.put(with_term(self.query, term))
