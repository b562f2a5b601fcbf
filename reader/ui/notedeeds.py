"""Notes: written, changed and taken away from any screen, each undone with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import NoSuchNote, ReaderError
from reader.text.safety import clean
from reader.text.shown import as_read
from reader.ui.desk import Desk, sentence
from reader.ui.draw import cut
from reader.ui.frame import FrameScreen
from reader.ui.shelf import headline

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.model import Note, Place, Span
    from reader.ui.app import ReaderApp


class Writing:
    """A note while it is written: what is kept of it is in the library at once."""

    def __init__(self, desk: Desk, article: str, place: Place | None, note: Note | None) -> None:
        self._desk, self._article = desk, article
        self._place = note.place if note else place
        self.before = self.note = note

    async def keep(self, text: str) -> str:
        """Keep a text; what went wrong, as a sentence, or nothing."""
        text = clean(text).rstrip()
        if text == (self.note.text if self.note else ""):
            return ""
        try:
            self.note = await self._desk.of_library(lambda library: self._write(library, text))
        except ReaderError as error:
            return sentence(error)
        return ""

    def _write(self, library: Library, text: str) -> Note | None:
        if self.note is not None:
            try:
                if text or self._place is not None:
                    return library.change_note(self.note.number, text)
                library.take_note(self.note.number)
            except NoSuchNote:
                pass  # another program took it away: what was written here is kept
            else:
                return None
        return library.write_note(self._article, text, self._place) if text else None


class NoteDeeds(FrameScreen):
    """A screen on which notes are written."""

    async def renoted(self) -> None:
        """Show the notes as they are now."""

    async def edited(self, id: str | None) -> None:
        """Show what has changed of an article, or of any."""

    async def write(self, article: str, place: Place | None, note: Note | None) -> None:
        """Open the box for a note on an article, or on words of it."""
        from reader.ui.notebox import NoteBox

        writing = Writing(self.reader.desk, article, place, note)
        place = note.place if note else place
        card = self.reader.library_screen.shelf.cards.get(article)
        title = f"Note on “{cut(headline(card), 52)}”" if card else "Note"
        quoted = as_read(place.words or place.passage) if place else ""

        async def closed(_: bool | None) -> None:
            before, now = writing.before, writing.note
            if before != now:
                await self.noted(_said(before, now), before, now)

        box = NoteBox(title, quoted, note.text if note else "", writing.keep)
        self.app.push_screen(box, closed)

    async def write_on_article(self, article: str) -> None:
        """Open the box for the note on an article as a whole."""
        try:
            notes = await self.reader.desk.of_library(lambda library: library.notes([article]))
        except ReaderError as error:
            self.reader.failed(error)
            return
        await self.write(article, None, next((n for n in notes if n.place is None), None))

    async def write_on(self, article: str, span: Span) -> None:
        """Open the box for the note on some words: of the marked ones, if they are."""
        from reader.actions.noting import place_at

        try:
            page = await self.reader.desk.page(article)
        except ReaderError as error:
            self.reader.failed(error)
            return
        note = next((note for known, note in page.noted if known.overlaps(span)), None)
        place = place_at(page.article, span)
        if note is not None or place is not None:
            await self.write(article, place, note)

    async def take_away(self, note: Note) -> None:
        """Take a note or a mark away."""
        try:
            await self.reader.desk.of_library(lambda library: library.take_note(note.number))
        except ReaderError as error:
            self.reader.failed(error)
        else:
            await self.noted("Note taken away" if note.text else "Mark taken away", note, None)

    async def noted(self, said: str, before: Note | None, now: Note | None) -> None:
        """Tell what was done, and show it; `before` is put back by the undo key."""

        def back(library: Library) -> None:
            if before is not None:
                library.put_note(before)
            elif now is not None:
                library.take_note(now.number)

        app = self.reader

        async def undo() -> str:
            try:
                await app.desk.of_library(back)
            except ReaderError as error:
                return sentence(error)
            await _show_notes(app)
            return _taken_back(before, now)

        await _show_notes(app)
        app.did(said, undo)


def _said(before: Note | None, now: Note | None) -> str:
    if now is None or not now.text:
        return "Note taken away"
    return "Note changed" if before is not None and before.text else "Note written"


def _taken_back(before: Note | None, now: Note | None) -> str:
    """How it is after the undo key: what was done is told by its opposite."""
    if before is None:
        return f"Taken back: the {'note' if now and now.text else 'mark'} is gone again"
    if now is None:
        return f"Taken back: the {'note' if before.text else 'mark'} is there again"
    return "Taken back: the note is as it was"


async def _show_notes(app: ReaderApp) -> None:
    """On every screen that is there and shows notes."""
    for screen in app.made_screens():
        if isinstance(screen, NoteDeeds) and screen.filled:
            await screen.renoted()
