"""Search while typing: what was asked, what was found, and where the person was."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from reader.errors import ReaderError
from reader.ui.bars import Hint, TopBar
from reader.ui.draw import Line, cut, spread, wrapped
from reader.ui.pane import Block
from reader.ui.results import ORDERS, Found, Hit, copies_said
from reader.ui.searchline import Filters, Status
from reader.ui.shelf import LETTERS, headline
from reader.ui.tasks import begin

if TYPE_CHECKING:
    from reader.ui.desk import Page
    from reader.ui.library_screen import LibraryScreen


MOST = 100
"""Hits that are listed; more are narrowed by further words, not scrolled through."""

FEW = 3
"""Hits up to which another spelling is offered."""

PAUSE = 0.06
"""Seconds after the results of a key before their preview is made: most are typed over."""


@dataclass(frozen=True, slots=True)
class Instead:
    """Another query, to be chosen where one found nothing."""

    query: str


class Finder:
    """The search of the library screen: what was asked, what was found, where the person was."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._found: Found | None = None
        self._before: str | None = None
        self._unfolded: set[str] = set()
        self._order = ORDERS[0]
        self._shelf_words = ""

    @property
    def input(self) -> Input:
        """The line in which the query is typed."""
        return self._screen.query_one("#query", Input)

    @property
    def query(self) -> str:
        """What is being looked for; empty where all articles are shown."""
        return self.input.value.strip()

    @property
    def typing(self) -> bool:
        """Whether keys type."""
        return self.input.has_focus

    @property
    def active(self) -> bool:
        """Whether results are shown."""
        return self._found is not None

    def place(self, words: str) -> None:
        """What stands at the right while nothing is looked for."""
        self._shelf_words = words
        if not self.active:
            self._screen.query_one(Status).say(words)

    def enter(self) -> None:
        """Into the line."""
        if not self.active:
            row = self._screen.documents.current
            self._before = row.id if row else None
        self._screen.set_focus(self.input)

    def leave(self) -> bool:
        """Once: into the list, the words stay; twice: all articles. False with nothing to leave."""
        if self.typing or self._screen.query_one(Filters).has_focus:
            self._screen.documents.focus()
            self.say_what_was_meant()
            return True
        if not self.query and not self.active:
            return False
        self.input.value = ""
        self._close()
        return True

    def say_what_was_meant(self) -> None:
        """While typing a query may be unfinished; once it is left, it says how it was read."""
        from reader.search.query import parse

        if self.active and (notice := parse(self.query).notice):
            self._screen.say(notice)

    def _close(self) -> None:
        self._found, self._unfolded = None, set()
        self._screen.query_one(Filters).show(None)
        self._screen.query_one(Status).say(self._shelf_words)
        self._screen.fill_list(keep=self._before)
        self._screen.refresh_hints()

    async def ask(self) -> None:
        """Look for what stands in the line; first the top of the result, then the rest."""
        query, screen = self.query, self._screen
        if not query:
            if self.active:
                self._close()
            return
        desk = screen.reader.desk
        try:
            for limit in (None, MOST):
                found = await desk.find(
                    query, screen.shelf, typing=self.typing, order=self._order, limit=limit
                )
                if found is None or query != self.query:
                    return
                self._show(found)
                if found.total <= FEW:
                    await self._ask_meant(found)
                if found.total <= len([r for r in found.rows if r.kind == "article"]):
                    return
                await asyncio.sleep(PAUSE * 4)
        except ReaderError as error:
            screen.say(str(error), error=True)

    async def _ask_meant(self, found: Found) -> None:
        """Offer another spelling of a query that finds hardly anything."""
        meant = await self._screen.reader.desk.meant(found.query, found.total)
        if meant is None or found is not self._found:
            return
        instead = [meant, *found.instead] if not found.total else found.instead
        self._found = replace(found, meant=meant, instead=instead)
        self._screen.query_one(Filters).offer(meant)
        self._screen.show_preview()
        self._screen.refresh_hints()

    def respell(self) -> None:
        """Ask the query that was meant."""
        if self._found and self._found.meant:
            self.take(Instead(self._found.meant[0]))

    def _show(self, found: Found) -> None:
        screen = self._screen
        view = screen.documents
        current = view.current
        self._found = found
        rows = found.shown(self._unfolded)
        keep = [i for i, hit in enumerate(rows) if current and hit.id == current.id]
        first = next((i for i, hit in enumerate(rows) if hit.kind == "article"), 0)
        at = keep[0] if keep and isinstance(current, Hit) else first
        view.show(rows, screen.shelf, at)
        screen.query_one(Filters).offer(None)
        if found.facets is not None:
            screen.query_one(Filters).show(found)
        screen.query_one(Status).say(self._order.said)
        total = len(screen.shelf.cards)
        screen.query_one(TopBar).say(f"{found.total:,} of {total:,} articles")
        if found.notice:
            screen.say(found.notice)
        screen.show_preview(PAUSE)
        screen.refresh_hints()

    def fold(self, row: object, *, folded: bool) -> bool:
        """Fold the hits that print one text under the best of them, or unfold them; if it can."""
        id = row.copy_of or (row.copies and row.id) if isinstance(row, Hit) else None
        if self._found is None or not id or folded != (id in self._unfolded):
            return False
        self._unfolded ^= {id}
        rows = self._found.shown(self._unfolded)
        at = next(i for i, each in enumerate(rows) if each.id == id)
        self._screen.documents.show(rows, self._screen.shelf, at)
        self._screen.show_preview()
        self._screen.refresh_hints()
        return True

    def next_order(self) -> None:
        """Best first, with newer ones a little ahead or without; newest first."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        begin(self._screen, "find", self.ask)

    def take(self, other: Instead) -> None:
        """Ask another query."""
        self.input.value = other.query
        self.input.cursor_position = len(other.query)
        self._screen.set_focus(self._screen.documents)

    def narrow(self, term: str) -> None:
        """Add a filter to the query."""
        self.input.value = f"{self.query} {term}"
        self._screen.documents.focus()

    def hints(self) -> Sequence[Hint]:
        """What keys do while typing: only keys that are not letters; or among the filters."""
        if self._screen.query_one(Filters).has_focus:
            return (
                Hint("← →", "choose", "pane"),
                Hint("Enter", "narrow", "open_first"),
                Hint("Esc", "to the results", "escape"),
            )
        respell = Hint("Ctrl+G", "what was meant", "spelling")
        meant = (respell,) if self._found and self._found.meant else ()
        if self.active and not self._screen.documents.items:
            return (
                *meant,
                Hint("↓", "to what is near", "to_results"),
                Hint("Esc", "leave", "escape"),
            )
        hints = [*meant, Hint("↓", "to results", "to_results")] if self.active else []
        hints += [Hint("Enter", "open first", "open_first")] if self.active else []
        if self._screen.query_one(Filters).display:
            hints.append(Hint("Tab", "filters", "pane"))
        return (*hints, Hint("Esc", "leave", "back"))

    def copies_hint(self, row: object) -> Sequence[Hint]:
        """The key that shows or folds the hits that print its text."""
        if not isinstance(row, Hit) or not (row.copies or row.copy_of):
            return ()
        if row.copy_of or row.id in self._unfolded:
            return (Hint("←", "fold copies", "left"),)
        return (Hint("→", copies_said(row.copies), "right"),)

    def place_in(self, hit: Hit) -> int | None:
        """Where an opened hit starts."""
        return hit.first

    def nothing(self, cells: int) -> list[Block]:
        """What the preview says where nothing was found."""
        cells = max(12, cells - 3)
        lines: list[Line] = [[("Nothing found", "strong")], [("", "text")]]
        lines += wrapped(f"No article has all of: {self.query}", cells, key="dim")
        blocks = [Block((*lines, [("", "text")]))]
        for other, total in self._found.instead if self._found else ():
            count = f"{total:,} article{'s' if total > 1 else ''}"
            line = spread([(other, "text")], [(count, "dim")], cells)
            blocks.append(Block((line,), Instead(other)))
        keys: Line = [("Esc", "accent"), (" all articles   ", "text"), ("/", "accent"),
                      (" other words", "text")]  # fmt: skip
        return [*blocks, Block(([("", "text")], keys))]

    def preview(self, hit: Hit, page: Page, cells: int) -> list[Block]:
        """The paragraph of the first place, with all places marked; then the event's others."""
        from reader.search.snippets import places

        found = self._found
        if found is None:
            return []
        cells = max(12, cells - 3)
        article = page.article
        spans = places(article, found.root)
        lines: list[Line] = [*wrapped(headline(article), cells, key="strong", most=2)]
        if spans:
            number = page.paragraph_of(spans[0].start)
            lines.append([(f"place 1 of {len(spans)}, paragraph {number}", "dim")])
            lines.append([("", "text")])
            marks: list[Any] = [(s.start, s.end, "found") for s in spans]
            at = next((i for i, p in enumerate(page.paragraphs) if p.span.end > spans[0].start), 0)
            for paragraph in page.paragraphs[at : at + 3]:
                key = "strong" if paragraph.heading else "text"
                lines += wrapped(article.text, cells, marks, key, span=paragraph.span)
                lines.append([("", "text")])
        elif hit.never:
            lines.append([("never says " + ", ".join(hit.never), "dim")])
        lines += self._others(hit, found, cells)
        return [Block(tuple(lines))]

    def _others(self, hit: Hit, found: Found, cells: int) -> list[Line]:
        others = [
            row
            for row in found.rows
            if row.kind == "article"
            and row.inside
            and row.inside == hit.inside
            and row.id != hit.id
        ]
        if not others:
            return []
        lines: list[Line] = [[("Others of this event", "strong")]]
        for letter, row in zip(LETTERS[1:], others, strict=False):
            body = wrapped(row.snippet, cells - 2, row.found, "dim", most=2) if row.snippet else []
            if row.never:
                body.append([("never says " + cut(", ".join(row.never), cells - 13), "dim")])
            for index, part in enumerate(body):
                lines.append([(f"{letter} " if index == 0 else "  ", "strong"), *part])
        return lines
