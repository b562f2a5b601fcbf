"""All that was written and marked, in any article: to read, find, open, change and take away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from reader.errors import ReaderError
from reader.model import Card, Note
from reader.ui.bars import Hint, TopBar
from reader.ui.exportbox import NOTES, Answer, ExportBox
from reader.ui.keys import bindings
from reader.ui.lineview import LineView
from reader.ui.notedeeds import NoteDeeds
from reader.ui.notelist import NoteList, card_blocks, no_notes, note_blocks
from reader.ui.noterows import notes_and_marked, rows_written
from reader.ui.pane import Pane
from reader.ui.searchline import FindLine
from reader.ui.tasks import begin
from reader.ui.writingdeeds import WritingDeeds


class NotesScreen(NoteDeeds, WritingDeeds):
    """Notes and marked words, and all of the current one."""

    SHOWS = "notes"
    LETTER = "N"
    BINDINGS: ClassVar[list[BindingType]] = bindings("N")
    DEFAULT_CSS = """
    NotesScreen #notes { width: 60fr; }
    NotesScreen #note { width: 40fr; }
    NotesScreen.-narrow #body { layout: vertical; }
    NotesScreen.-narrow #notes { width: 100%; height: 1fr; }
    NotesScreen.-narrow #note { width: 100%; height: 10; }
    NotesScreen.-empty #notes { display: none; }
    NotesScreen.-empty #note { border: none; width: 1fr; height: 1fr; padding: 1 2; }
    NotesScreen.-empty.-narrow.-low #note { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Note] = ()
        self._marked: set[str] = set()
        self._words = ""

    def middle(self) -> Iterable[Widget]:
        """The notes, the current one beside them."""
        with Horizontal(id="body"):
            yield NoteList(id="notes")
            yield Pane(id="note", classes="side")
        yield FindLine()

    @property
    def notes(self) -> NoteList:
        """The notes that are shown."""
        return self.query_one("#notes", NoteList)

    def main_view(self) -> LineView:
        """The notes, or what is said where there are none."""
        return self.query_one("#note", Pane) if self.has_class("-empty") else self.notes

    def on_mount(self) -> None:
        """Focus on the notes."""
        self.notes.focus()

    def shown(self) -> None:
        """Show the notes as they are now."""
        super().shown()
        begin(self, "notes", self.renoted)

    async def renoted(self) -> None:
        """Read the notes; the cursor stays on its note."""
        read = partial(notes_and_marked, samples=self.reader.samples)
        try:
            self._all, self._marked = await self.reader.desk.of_library(read)
        except ReaderError as error:
            self.reader.failed(error)
            return
        if self.is_mounted:
            self._fill()

    def _fill(self) -> None:
        view, was_empty = self.notes, self.has_class("-empty")
        view.shelf = self.reader.library_screen.shelf
        cards = [card for id, card in view.shelf.cards.items() if id in self._marked]
        found = view.matching([*self._all, *cards], self._words)
        self.set_class(not found, "-empty")
        view.show(found, view.shelf)
        if was_empty != (not found) and self.is_current:
            self.call_after_refresh(self.set_focus, self.main_view())
        total = "1 note" if len(self._all) == 1 else f"{len(self._all):,} notes"
        if cards:
            total += (
                ", 1 marked article" if len(cards) == 1 else f", {len(cards):,} marked articles"
            )
        self.query_one(TopBar).say(f"{len(found):,} of {total}" if self._words else total)
        self.call_after_refresh(self._moved)

    def on_resize(self, event: events.Resize) -> None:
        """The note is wrapped to its width."""
        self.call_after_refresh(self._moved)

    @on(LineView.Moved, "#notes")
    def _moved(self) -> None:
        if self.is_mounted:
            begin(self, "note", self._show)
            self.refresh_hints()

    async def _show(self) -> None:
        """The note under the cursor, with its place in the text."""
        pane, note = self.query_one("#note", Pane), self.notes.row
        cells = max(20, pane.size.width)
        if isinstance(note, Card):
            pane.show(card_blocks(note, cells))
            return
        if note is None:
            pane.show(no_notes(self._words, cells))
            return
        try:
            page = await self.reader.desk.page(note.article)
        except ReaderError as error:
            self.reader.failed(error)
            return
        if self.notes.row is note:
            pane.show(note_blocks(note, page, cells))

    def hints(self) -> Sequence[Hint]:
        """What can be done with the current note."""
        if isinstance(self.focused, Input):
            return (Hint("Enter", "find", "open"), Hint("Esc", "leave", "back"))
        if self.notes.row is None:
            return (Hint("/", "other words", "find"),) if self._words else ()
        if self.notes.current is None:
            return (
                Hint("Enter", "read", "open"),
                Hint("w", "write a note", "note"),
                Hint("/", "find", "find"),
                Hint("e", "write a file", "write"),
            )
        return (
            Hint("Enter", "to its place", "open"),
            Hint("w", "write on", "note"),
            Hint("/", "find", "find"),
            Hint("d", "take away", "take_note"),
            Hint("e", "write a file", "write"),
        )

    # Doing -------------------------------------------------------------------------------------

    async def action_open(self) -> None:
        """To the words in their article."""
        note = self.notes.row
        if isinstance(note, Card):
            await self.reader.open_article(note.id)
            return
        if note is None:
            return
        page = await self.reader.desk.page(note.article)
        span = next((span for span, other in page.noted if other.number == note.number), None)
        await self.reader.open_article(note.article, span.start if span else None)
        if note.place is not None and span is None:
            screen = self.reader.made("article")
            screen.call_after_refresh(screen.say, "These words are no longer in the text")

    async def action_note(self) -> None:
        """Write on, or about an article."""
        row = self.notes.row
        if isinstance(row, Card):
            await self.write_on_article(row.id)
        elif row is not None:
            await self.write(row.article, row.place, row)

    async def action_take_note(self) -> None:
        """Take it away."""
        if (note := self.notes.current) is not None:
            await self.take_away(note)
        elif self.notes.row is not None:
            self.say("Stars, tags and what is put aside are taken away in the article")

    def action_write(self) -> None:
        """Write the notes that are shown into a file."""
        rows, library = tuple(self.notes.rows), self.reader.desk.workspace.library
        if not rows:
            self.say("No notes here that could be written")
            return

        async def answered(answer: Answer | None) -> None:
            if answer is not None:
                await self.write_file(answer, partial(rows_written, library), rows)

        self.app.push_screen(ExportBox("~/notes.md", NOTES), answered)

    def action_find(self) -> None:
        """Find notes by words."""
        self.query_one(FindLine).enter()

    @on(FindLine.Asked)
    def _asked(self, message: FindLine.Asked) -> None:
        self._words = message.words
        self.set_focus(self.notes)
        self._fill()

    async def action_back(self) -> None:
        """All notes again, else to the screen before."""
        if self._words:
            self._words = ""
            self._fill()
        else:
            await self.reader.back()

    def action_side(self) -> None:
        """The note beside the list on and off."""
        if not self.has_class("-empty"):
            self.query_one("#note", Pane).toggle_class("off")

    def copied(self) -> str:
        """The words, their source, and what was written."""
        return self.notes.copied()
