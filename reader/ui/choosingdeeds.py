"""Words of the article that is open: chosen, marked, written about, copied."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from reader.errors import ReaderError
from reader.model import Span
from reader.text.shown import as_read, read_in
from reader.ui.choosetext import ChooseText
from reader.ui.citing import reference
from reader.ui.desk import Page
from reader.ui.draw import cut
from reader.ui.marked import notes_between
from reader.ui.pane import Block, Pane
from reader.ui.tagdeeds import TagDeeds


class ChoosingDeeds(TagDeeds):
    """A screen with the text of one article."""

    page: Page | None = None
    _told: Sequence[Block] = ()

    @property
    def text(self) -> ChooseText:
        """The text."""
        return self.query_one("#text", ChooseText)

    @property
    def panel(self) -> Pane:
        """What the others say."""
        return self.query_one("#panel", Pane)

    def put_panel(self, blocks: Sequence[Block] | None = None) -> None:
        """Put up blocks, or those from before; below them the notes on what is in sight."""
        self._told = self._told if blocks is None else blocks
        notes: list[Block] = []
        if self.page is not None:
            first, last = self.text.in_sight()
            notes = notes_between(self.page, first, last, max(20, self.panel.size.width))
        self.panel.show([*self._told, *notes], keep=blocks is None)

    async def renoted(self) -> None:
        """Show notes and tags as they are now."""
        if self.page is None:
            return
        page = await self.reader.desk.page(self.page.article.id)
        if self.page is not None and self.page.article.id == page.article.id:
            self.page = page
            self.text.show_again(page)
            self.put_panel()

    async def remarked(self) -> None:
        """Tags stand above the text."""
        await self.renoted()

    def action_choose(self) -> None:
        """Choose words, from the sentence of the current mark on."""
        self.text.focus()
        self.text.choose()

    def action_choice(self, move: str, by: int) -> None:
        """Choose other words, as a key does."""
        self.text.move_choice(move, by)

    async def action_highlight(self) -> None:
        """Mark the chosen words; where some of them are marked, mark those no more."""
        span = self.text.chosen()
        if span is None and self.text.text_selection is not None:
            self.say("Only words of the text can be marked, not those above it")
            return
        if self.page is None or span is None:
            self.action_choose()
            return
        theirs = [note for known, note in self.page.noted if known.overlaps(span)]
        self._done()
        if any(note.text for note in theirs):
            self.say("A note is written on these words: w opens it, and emptied it is taken away")
        elif theirs:
            for note in theirs:
                await self.take_away(note)
        else:
            await self._mark_words(self.page, span)

    async def _mark_words(self, page: Page, span: Span) -> None:
        from reader.actions.noting import place_at

        place = place_at(page.article, span)
        if place is None:
            return
        try:
            note = await self.reader.desk.of_library(
                lambda library: library.write_note(page.article.id, "", place)
            )
        except ReaderError as error:
            self.reader.failed(error)
        else:
            await self.noted(f"Marked: “{cut(as_read(place.words), 40)}”", None, note)

    async def action_note(self) -> None:
        """Write about the chosen words, else about the article."""
        span = self.text.chosen()
        if self.page is not None and span is not None:
            self._done()
            await self.write_on(self.page.article.id, span)
        else:
            await super().action_note()

    def _done(self) -> None:
        self.clear_selection()
        self.text.let_go()

    @on(ChooseText.Chose)
    def _chose(self) -> None:
        self.refresh_hints()

    def get_selected_text(self) -> str | None:
        """What is selected in the text as it was written, with its source; else as it is shown."""
        selected = self.text.text_selection is not None
        return (selected and self.chosen_words()) or super().get_selected_text()

    def chosen_words(self) -> str:
        """What is chosen, with its source; empty where nothing is."""
        span = self.text.chosen()
        if self.page is None or span is None:
            return ""
        words = read_in(self.page.article.text, span)
        return f"“{words}”\n{reference(self.page.article)}"
