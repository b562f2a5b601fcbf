"""One article in front, its margin of marks, and a panel with what the others say."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from reader.errors import ReaderError
from reader.ui.bars import Hint, TopBar
from reader.ui.choosetext import HINTS, ChooseText
from reader.ui.choosingdeeds import ChoosingDeeds
from reader.ui.citing import passage, reference
from reader.ui.desk import Page, Sheet
from reader.ui.keys import bindings
from reader.ui.lineview import LineView
from reader.ui.markdeeds import MarkDeeds
from reader.ui.marks import Mark, margin
from reader.ui.overview import overview
from reader.ui.pane import Block, Pane
from reader.ui.panel import Target, alone_panel, mark_panel, no_mark_panel
from reader.ui.searchline import FindLine
from reader.ui.shelf import LETTERS
from reader.ui.tasks import begin
from reader.ui.textdeeds import ZEN_CSS, TextDeeds
from reader.ui.textview import TextView

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

NARROWEST, WIDEST = 50, 90


class ArticleScreen(ChoosingDeeds, MarkDeeds, TextDeeds):
    """An article with marks."""

    SHOWS = "article"
    LETTER = "A"
    BINDINGS: ClassVar[list[BindingType]] = bindings("A")
    DEFAULT_CSS = (
        """
    ArticleScreen #text { width: 78; }
    ArticleScreen #panel { width: 1fr; }
    ArticleScreen #overview { display: none; width: 27; border-right: solid $panel; }
    ArticleScreen.-wide #overview { display: block; }
    ArticleScreen.-ascii #overview { border-right: ascii $panel; }
    ArticleScreen.-wide #text { width: 84; }
    ArticleScreen.-narrow #body { layout: vertical; }
    ArticleScreen.-narrow #text { width: 100%; height: 1fr; }
    ArticleScreen.-narrow #panel { width: 100%; height: 8; }
    """
        + ZEN_CSS
    )

    def __init__(self) -> None:
        super().__init__()
        self._query = ""
        self._measure = 0
        """What `<` and `>` chose; 0: by the width of the screen."""
        self._marks_left: dict[str, tuple[int, int]] = {}
        """By article, offset and strength of the mark that was current when another was opened."""

    def middle(self) -> Iterable[Widget]:
        """Counts, text, panel; the find line stays hidden until asked for."""
        with Horizontal(id="body"):
            yield Pane(id="overview")
            yield ChooseText(id="text")
            yield Pane(id="panel", classes="side")
        yield FindLine()

    @property
    def filled(self) -> bool:
        """Whether an article has been opened."""
        return self.page is not None

    def main_view(self) -> LineView:
        """The text."""
        return self.text

    def current_article(self) -> str | None:
        """The article that is open."""
        return self.page.article.id if self.page else None

    def standing(self) -> tuple[str, int] | None:
        """The article and the line in sight."""
        return (self.page.article.id, self.text.offset_in_sight()) if self.page else None

    async def stand(self, id: str, offset: int) -> None:
        """Back to the line that was left."""
        if self.page is None or self.page.article.id != id:
            await self.load(id, offset, exact=True)

    async def edited(self, id: str | None) -> None:
        """Show the article with what was set, if it is the one that is shown."""
        if self.page is not None and id in (None, self.page.article.id):
            await self.load(self.page.article.id, self.text.offset_in_sight(), exact=True)

    # Content -----------------------------------------------------------------------------------

    async def load(
        self, id: str, offset: int | None = None, query: str = "", *, exact: bool = False
    ) -> None:
        """Open an article: with an offset near the top or exactly there, else where it was left."""
        await self.leave_place()
        if self.is_mounted and self.page and (mark := self.current_mark()):
            self._marks_left[self.page.article.id] = mark.span.start, mark.strength
        self.page = await self.reader.desk.page(id)
        self.sheet = None
        self._query = query
        self._offset = self.page.marks.place if offset is None else offset
        self._arrived = offset is not None and not exact
        if self.is_mounted:
            self._show()

    def on_mount(self) -> None:
        """Put the focus on the text."""
        self._measure = self.reader.measure
        self.text.focus()
        self.call_after_refresh(self._show)

    def shown(self) -> None:
        """In front again."""
        super().shown()
        self._place_said()

    def _show(self) -> None:
        if self.page is None:
            return
        self.text.measure = (
            self._measure or self.reader.measure or (72 if self.app.size.width >= 160 else 68)
        )
        self.text.load(self.page, self._offset, exact=not self._arrived)
        self.put_panel([])
        self.query_one("#overview", Pane).show([])
        self.text.focus()
        begin(self, "article", self._opened_page, self.page)

    async def _opened_page(self, page: Page) -> None:
        """Mark it as read, mark found words, then compare it with the others of its event."""
        app, id = self.reader, page.article.id
        try:
            if not page.marks.read:
                app.library_screen.replace_marks(id, await app.desk.mark(id, read=True))
                app.changes.add(partial(_unread, app, id), by_opening=True)
        except ReaderError as error:
            app.failed(error)  # a library that cannot be written to can still be read
        try:
            if self._query:
                await self.find(self._query, self._offset)
            await self._compare(page)
        except ReaderError as error:
            app.failed(error)

    async def _compare(self, page: Page) -> None:
        app, id = self.reader, page.article.id
        shelf = app.library_screen.shelf
        card = shelf.cards.get(id)
        event = shelf.events.get(card.event) if card and card.event else None
        if event is None:
            alone = await app.desk.event_of(id)
            self.put_panel(alone_panel(alone, shelf, self.panel.size.width))
            return
        self.put_panel([Block(([("comparing …", "dim")],))])
        chosen = await app.desk.columns(event.articles, len(LETTERS))
        if id not in chosen:
            others = [other for other in chosen if other != id]
            chosen = (id, *others[: len(LETTERS) - 1])
        sheet = await app.desk.sheet(chosen)
        if self.page is None or self.page.article.id != id:
            return
        self.show_marks(sheet)
        if self._arrived:
            self._nearest_mark()
        elif left := self._marks_left.get(id):
            for mark in self.text.marks:
                if left == (mark.span.start, mark.strength):
                    self.text.jump(mark.span.start, mark)
        self.query_one("#overview", Pane).show(overview(event, shelf, sheet, id))
        self._marked()

    def show_marks(self, sheet: Sheet) -> None:
        """Put up the marks of a comparison in place of those that are shown."""
        self.sheet = sheet
        if self.page is not None:
            self.text.mark_with(margin(sheet.comparison, sheet.column(self.page.article.id)))
            self._marked()

    def current_mark(self) -> Mark | None:
        """The current mark."""
        return self.text.current_mark

    def _nearest_mark(self) -> None:
        """Someone was sent to a place: the mark there is the current one."""
        marks, place = self.text.marks, self._offset
        exact = [i for i, m in enumerate(marks) if m.span.start == place]
        after = next((i for i, m in enumerate(marks) if m.span.end > place), None)
        at = min(exact, key=lambda i: marks[i].strength, default=after)
        if at is not None:
            self.text.current = at
            self.text.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """The panel is wrapped to its width."""
        if self._measure == 0 and self.is_mounted:
            self.text.measure = 72 if event.size.width >= 160 else 68
        self.call_after_refresh(self._marked)

    # Marks and panel ---------------------------------------------------------------------------

    @on(TextView.Marked)
    def _marked(self) -> None:
        """The panel follows the current mark."""
        text, sheet, page = self.text, self.sheet, self.page
        self._place_said()
        if sheet is None or page is None:
            self.put_panel()
            self.refresh_hints()
            return
        cells = max(20, self.panel.size.width)
        mark = self.current_mark()
        if mark is not None:
            self.put_panel(mark_panel(mark, sheet, sheet.column(page.article.id), cells))
        else:
            self.put_panel(no_mark_panel(text.marks, sheet, cells))
        self.refresh_hints()

    def _place_said(self) -> None:
        text = self.text
        parts = self.progress()
        if count := len(text.marks):
            ahead = f"{count} mark{'s' if count > 1 else ''}"
            parts.insert(1, f"mark {text.current + 1} of {count}" if text.current >= 0 else ahead)
        if self.sheet is not None and self.page:
            column = self.sheet.column(self.page.article.id)
            parts.append(f"{column + 1} of {len(self.sheet.pages)} in this event")
        self.query_one(TopBar).say("  ".join(parts))

    def hints(self) -> Sequence[Hint]:
        """What can be done at the current mark."""
        if isinstance(self.focused, Input):
            return (Hint("Enter", "find", "open"), Hint("Esc", "leave", "back"))
        if self.text.choice is not None:
            return HINTS
        if self.text.text_selection is not None:
            return HINTS[:3]
        marked = bool(self.text.marks)
        hints = [Hint("m", "next mark", "mark")] if marked else []
        if marked:
            if isinstance(self.panel.target, Target):
                hints.append(Hint("Enter", "go to it", "open"))
            hints.append(Hint("c", "compare", "compare"))
            point = (mark := self.current_mark()) is not None and mark.point is not None
            hints.append(Hint("d", "not the same" if point else "not useful", "hide"))
            hints += [Hint("J", "next in event", "step")]
        if self.text.found:
            hints.append(Hint("n", "next place", "place"))
        hints += [
            Hint("/", "find", "find"),
            Hint("s", "star", "star"),
            Hint("u", "unread", "unread"),
        ]
        return hints

    def action_mark(self) -> None:
        """To the next mark."""
        if not self.text.next_mark(1):
            self.say("The last mark" if self.text.marks else "No marks in this article")

    def action_mark_back(self) -> None:
        """To the previous mark."""
        if not self.text.next_mark(-1):
            self.say("The first mark" if self.text.marks else "No marks in this article")

    async def action_open(self) -> None:
        """To the passage that the panel shows."""
        target = self.panel.target
        if isinstance(target, Target):
            await self.reader.open_article(target.article, target.offset)
        else:
            self.say("Nothing elsewhere to go to from here")

    def action_right(self) -> None:
        """Into the panel."""
        if self.panel.target is not None:
            self.panel.focus()

    def action_left(self) -> None:
        """Out of the panel."""
        self.text.focus()

    def action_page_down(self) -> None:
        """A page on."""
        if self.view:
            self.view.page(1)

    async def action_compare(self) -> None:
        """Side by side."""
        if self.sheet is not None:
            shelf, id = self.reader.library_screen.shelf, self.sheet.comparison.articles[0]
            event = shelf.events.get(shelf.cards[id].event or "") if id in shelf.cards else None
            label = event.label if event else ""
            await self.reader.open_comparison(self.sheet.comparison.articles, label)
        else:
            self.say("Alone in its event: nothing to set beside it")

    async def action_step(self, by: int = 1) -> None:
        """The next article of the event, else of the list."""
        if self.page is None:
            return
        shelf, id = self.reader.library_screen.shelf, self.page.article.id
        card = shelf.cards.get(id)
        event = shelf.events.get(card.event) if card and card.event else None
        ids = event.articles if event else tuple(shelf.cards)
        at = ids.index(id) + by if id in ids else 0
        if 0 <= at < len(ids):
            await self.reader.open_article(ids[at])
        else:
            self.say("No further article in this event" if event else "No further article")

    async def action_step_back(self) -> None:
        """The previous one of these."""
        await self.action_step(-1)

    # The rest ----------------------------------------------------------------------------------

    def action_side(self) -> None:
        """The panel on and off."""
        self.panel.toggle_class("off")

    async def action_narrower(self) -> None:
        """Narrower text."""
        await self._set_measure(-2)

    async def action_wider(self) -> None:
        """Wider text."""
        await self._set_measure(2)

    async def _set_measure(self, by: int) -> None:
        text = self.text
        text.measure = self._measure = max(NARROWEST, min(WIDEST, text.measure + by))
        text.styles.width = text.measure + 10
        text.relayout()
        text.refresh()
        self.say(f"{text.measure} cells a line")
        self.reader.measure = text.measure
        await asyncio.to_thread(self.reader.desk.workspace.chosen.keep_measure, text.measure)

    async def action_back(self) -> None:
        """Back to where the person came from; the place is kept."""
        if self.focused is self.panel:
            self.text.focus()
            return
        if self.leave_zen():
            return
        await self.leave_place()
        await self.reader.back()

    def copied(self) -> str:
        """The current mark's sentence with its source, else the article's reference."""
        if self.page is None or (chosen := self.chosen_words()):
            return chosen if self.page else ""
        mark = self.current_mark()
        if mark is not None:
            return passage(self.page.article, mark.span)
        return reference(self.page.article)


async def _unread(app: ReaderApp, id: str) -> str:
    app.library_screen.replace_marks(id, await app.desk.mark(id, read=False))
    return "Taken back: read by opening it"
