"""Two to four articles side by side: their findings with the passages, and their points."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget

from reader.errors import Cancelled, ReaderError
from reader.model import Evidence
from reader.ui.bars import Hint, Rule, TopBar
from reader.ui.citing import passage
from reader.ui.compareheads import VIEWS, HeadRule, Heads, Strips, ViewTabs, relation
from reader.ui.desk import Sheet, sentence
from reader.ui.findingsview import FindingsView, table_rows
from reader.ui.frame import FrameScreen
from reader.ui.keys import bindings
from reader.ui.lineview import LineView
from reader.ui.marks import margin
from reader.ui.pane import Block, Pane
from reader.ui.passagesview import PassagesView
from reader.ui.pointrows import PointSheet
from reader.ui.pointsview import PointsView
from reader.ui.searchline import FindLine
from reader.ui.shelf import LETTERS
from reader.ui.tasks import begin
from reader.ui.textview import TextView


class CompareScreen(FrameScreen):
    """A comparison."""

    SHOWS = "compare"
    LETTER = "C"
    BINDINGS: ClassVar[list[BindingType]] = bindings("C")
    DEFAULT_CSS = """
    CompareScreen #findings, CompareScreen #points-box { height: 1fr; }
    CompareScreen #table { height: 6fr; }
    CompareScreen #passages { height: 4fr; border-top: solid $panel; }
    CompareScreen.-ascii #passages { border-top: ascii $panel; }
    CompareScreen #waiting { display: none; height: 1fr; }
    CompareScreen.-waiting #waiting { display: block; }
    CompareScreen.-waiting #findings, CompareScreen.-waiting #points-box { display: none; }
    CompareScreen #points-box { display: none; }
    CompareScreen.-points #points-box { display: block; }
    CompareScreen.-points #findings { display: none; }
    CompareScreen.-waiting.-points #points-box { display: none; }
    CompareScreen #tab { display: none; }
    CompareScreen.-tab #tab { display: block; }
    CompareScreen.-tab #points, CompareScreen.-tab #point-heads { display: none; }
    CompareScreen.-narrow HeadRule { display: none; }
    CompareScreen.-narrow #strips { display: none; }
    CompareScreen.-narrow.-low #passages { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self._ids: tuple[str, ...] = ()
        self._title = ""
        self._lenses: set[str] = set()
        self._view = 0
        self._points: PointSheet | None = None
        self._tab = -1

    def middle(self) -> Iterable[Widget]:
        """View tabs, then findings or points."""
        yield ViewTabs()
        yield Rule()
        yield Pane(id="waiting")
        with Vertical(id="findings"):
            yield Heads(id="heads")
            yield HeadRule()
            yield FindingsView(id="table")
            yield PassagesView(id="passages")
        with Vertical(id="points-box"):
            yield Heads(id="point-heads")
            yield Strips(id="strips")
            yield PointsView(id="points")
            yield TextView(id="tab")
        yield FindLine()

    @property
    def filled(self) -> bool:
        """Whether something has been compared."""
        return bool(self._ids)

    @property
    def table(self) -> FindingsView:
        """The table of findings."""
        return self.query_one("#table", FindingsView)

    @property
    def passages(self) -> PassagesView:
        """The passages below it."""
        return self.query_one("#passages", PassagesView)

    @property
    def points(self) -> PointsView:
        """The points."""
        return self.query_one("#points", PointsView)

    def main_view(self) -> LineView:
        """The table, the points, or one article where columns do not fit."""
        if self._view and self._tab >= 0:
            return self.query_one("#tab", TextView)
        return self.points if self._view else self.table

    def show_tab(self, tab: int) -> None:
        """All articles, or the text of one with its margin."""
        sheet = self.sheet
        if sheet is None or not -1 <= tab < len(sheet.pages):
            return
        self._tab = tab
        self.set_class(tab >= 0, "-tab")
        if tab >= 0:
            self.call_after_refresh(self._fill_tab, tab)
        narrow = self._view == 1 and not self.points.each
        self.query_one(ViewTabs).tabs(len(sheet.pages) if narrow else 0, tab)
        self.main_view().focus()

    def _fill_tab(self, tab: int) -> None:
        view = self.query_one("#tab", TextView)
        if self.sheet is not None and tab == self._tab:
            view.load(self.sheet.pages[tab])
            view.mark_with(margin(self.sheet.comparison, tab))

    # Content -----------------------------------------------------------------------------------

    async def load(self, ids: tuple[str, ...], title: str = "") -> None:
        """Compare these articles; the same ones are shown as they were left."""
        if ids == self._ids and self.sheet is not None:
            return
        self._ids, self._title, self.sheet, self._lenses = ids, title, None, set()
        self._points = None
        if self.is_mounted:
            self._start()

    def on_mount(self) -> None:
        """Begin what was asked for."""
        self._start()

    def _start(self) -> None:
        if not self._ids:
            return
        self.set_class(True, "-waiting")
        waiting = self.query_one("#waiting", Pane)
        waiting.show([Block(([("", "text")], [(" comparing …", "dim")]))])
        self.query_one(TopBar).say(f"{len(self._ids)} articles")
        self.query_one(ViewTabs).tabs(0, -1)
        self.query_one(ViewTabs).say(self._view, "")
        begin(self, "compare", self._compare, self._ids)

    async def _compare(self, ids: tuple[str, ...]) -> None:
        try:
            sheet = await self.reader.desk.sheet(ids)
        except Cancelled:
            return
        except ReaderError as error:
            waiting = self.query_one("#waiting", Pane)
            waiting.show([Block(([("", "text")], [(" " + sentence(error), "error")]))])
            return
        if ids != self._ids:
            return
        self.sheet = sheet
        self._points = await asyncio.to_thread(_prepared, sheet)
        if ids == self._ids:
            self.set_class(False, "-waiting")
            self._show()

    def _show(self) -> None:
        sheet = self.sheet
        if sheet is None or self._points is None:
            return
        for heads in self.query(Heads):
            heads.sheet, heads.points = sheet, heads.id == "point-heads"
            heads.refresh()
        self.query_one(Strips).points = self._points
        self.query_one(HeadRule).divide(len(sheet.pages))
        self.table.show(table_rows(sheet.comparison, self._lenses), len(sheet.pages))
        self.points.show(self._points)
        self._turn_to(self._view)

    def _turn_to(self, view: int) -> None:
        self._view, self._tab = view, -1
        self.set_class(view == 1, "-points")
        self.set_class(False, "-tab")
        if self.sheet is not None:
            self.query_one(ViewTabs).say(
                view, relation(self.sheet, self._title, self.reader.library_screen.shelf)
            )
        self.main_view().focus()
        self.call_after_refresh(self._settled)

    def _settled(self) -> None:
        """Sizes are known: lay out again and say where the person is."""
        if self._view:
            self.points.settled()
            self.show_tab(-1 if self.points.each else self._tab)
        else:
            self.query_one(ViewTabs).tabs(0, -1)
            self.table.reset(self.table.cursor)
        self._moved()

    def on_resize(self, event: events.Resize) -> None:
        """Passages are wrapped to their width."""
        self.call_after_refresh(self._moved)

    def shown(self) -> None:
        """In front again."""
        super().shown()
        self.main_view().focus()
        self._moved()

    # Following the cursor ----------------------------------------------------------------------

    @on(LineView.Moved, "#table")
    @on(LineView.Moved, "#points")
    def _moved(self) -> None:
        sheet = self.sheet
        if sheet is None or not self.is_mounted:
            return
        bar = self.query_one(TopBar)
        if self._view:
            bar.say(self.points.place())
            self.query_one(Strips).at(self.points.cursor)
            heads = self.query_one("#point-heads", Heads)
            heads.column = self.points.column if self.points.each else -1
            heads.refresh()
        else:
            place = self.table.place()
            bar.say(f"{len(sheet.pages)} articles  finding {place}" if place else "no findings")
            self.passages.show(self.table.finding, sheet, place)
        self.refresh_hints()

    def hints(self) -> Sequence[Hint]:
        """What can be done with the current row."""
        if self.sheet is None:
            return (Hint("Esc", "back", "back"),)
        if self._view:
            return (
                Hint("j k", "point", "down"),
                Hint("J", "next difference", "step"),
                Hint("h l", "column", "right"),
                Hint("Enter", "into the text", "open"),
                Hint("v", "findings", "view"),
            )
        if self.focused is self.passages:
            return (
                Hint("h l", "column", "right"),
                Hint("Enter", "into the article", "open"),
                Hint("Tab", "back to the table", "pane"),
                Hint("y", "copy", "copy"),
            )
        row = self.table.row
        more = row is not None and bool(row.more)
        enter = Hint("Enter", "show them", "open") if more else Hint("Enter", "passages", "open")
        return (
            Hint("j k", "choose", "down"),
            enter,
            Hint("J", "next lens", "step"),
            Hint("v", "points", "view"),
            Hint("x", "articles", "articles"),
            Hint("y", "copy", "copy"),
        )

    # Doing -------------------------------------------------------------------------------------

    def action_view(self) -> None:
        """Findings or points."""
        if self.sheet is None:
            return
        finding = self.table.finding
        if self._view == 0 and finding is not None:
            self.points.seek(finding)
        self._turn_to((self._view + 1) % len(VIEWS))

    async def action_open(self) -> None:
        """Into the passages; from there into the article."""
        if self._view and self._tab >= 0 and self.sheet is not None:
            view = self.query_one("#tab", TextView)
            id = self.sheet.pages[self._tab].article.id
            await self.reader.open_article(id, view.offset_in_sight())
        elif self._view:
            target = self.points.target()
            if target is not None:
                await self.reader.open_article(*target)
            else:
                self.say("This article does not have it: h and l choose another")
        elif self.focused is self.passages:
            value = self.passages.target
            if value is not None:
                offset = value.span.start if value.field == "text" else 0
                await self.reader.open_article(value.article, offset)
        elif self.table.row is not None and self.table.row.more:
            self._more(self.table.row.more)
        elif self.table.finding is not None:
            if self.passages.display and self.passages.size.height:
                self.passages.focus()
            else:
                value = self.passages.target
                if value is not None:
                    await self.reader.open_article(value.article, value.span.start)

    def _more(self, lens: str) -> None:
        if self.sheet is None:
            return
        self._lenses.add(lens)
        cursor = self.table.cursor
        rows = table_rows(self.sheet.comparison, self._lenses)
        self.table.show(rows, len(self.sheet.pages), cursor)
        self._moved()

    def action_right(self) -> None:
        """A column to the right; further findings of a lens."""
        if self._view and not self.points.each:
            self.show_tab(self._tab + 1)
        elif self._view:
            self.points.turn(1)
        elif self.focused is self.passages:
            self.passages.turn(1)
        elif self.table.row is not None and self.table.row.more:
            self._more(self.table.row.more)

    def action_left(self) -> None:
        """A column to the left; out of the passages."""
        if self._view and not self.points.each:
            self.show_tab(self._tab - 1)
        elif self._view:
            self.points.turn(-1)
        elif self.focused is self.passages and not self.passages.turn(-1):
            self.table.focus()

    def action_step(self) -> None:
        """The next lens; the next difference."""
        self._step(1)

    def action_step_back(self) -> None:
        """The previous lens; the previous difference."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._view:
            self.table.step(by)
        elif not self.points.step(by):
            self.say("No further difference" if by > 0 else "No earlier difference")

    def action_articles(self) -> None:
        """Choose the columns among the articles of the event."""
        from reader.ui.choose import ChooseBox

        shelf = self.reader.library_screen.shelf
        card = shelf.cards.get(self._ids[0]) if self._ids else None
        event = shelf.events.get(card.event) if card and card.event else None
        ids = list(dict.fromkeys([*self._ids, *(event.articles if event else ())]))

        async def chosen(picked: tuple[str, ...] | None) -> None:
            if picked and picked != self._ids:
                await self.load(picked, self._title)

        cards = [shelf.cards[id] for id in ids if id in shelf.cards]
        self.app.push_screen(ChooseBox(cards, self._ids, len(LETTERS)), chosen)

    def action_side(self) -> None:
        """The passages on and off."""
        self.passages.toggle_class("off")
        self.main_view().focus()

    @on(Strips.Chosen)
    def _strip_clicked(self, message: Strips.Chosen) -> None:
        self.points.go_to(message.column, message.offset)

    async def action_back(self) -> None:
        """Out of the passages, else to the screen before."""
        if self.focused is self.passages:
            self.table.focus()
        else:
            await self.reader.back()

    def action_find(self) -> None:
        """Find in what is shown."""
        self.query_one(FindLine).enter()

    @on(FindLine.Asked)
    def _asked(self, message: FindLine.Asked) -> None:
        self.main_view().focus()
        self._words = message.words.casefold()
        self._find(1, start=0)

    def action_place(self) -> None:
        """The next row with the words."""
        self._find(1)

    def action_place_back(self) -> None:
        """The previous row with the words."""
        self._find(-1)

    def _find(self, by: int, start: int | None = None) -> None:
        words, view = getattr(self, "_words", ""), self.main_view()
        if not words:
            self.say("Nothing looked for: / finds words")
            return
        item = view.cursor + by if start is None else start
        cells = max(20, view.size.width - 1)
        while 0 <= item < view.count():
            lines = range(view.top(item), view.top(item + 1))
            shown = " ".join("".join(t for t, _ in view.draw(line, cells)) for line in lines)
            if words in shown.casefold() and view.selectable(item):
                view.cursor = item
                return
            item += by
        self.say(f"Not further here: {words}")

    def copied(self) -> str:
        """The passages of the current row, each with its source."""
        sheet = self.sheet
        if sheet is None:
            return ""
        if self._view:
            row = self.points.row
            values: Sequence[Evidence | None] = row.passages if row else ()
        else:
            finding = self.table.finding
            values = finding.values if finding else ()
        pages = {page.article.id: page for page in sheet.pages}
        cut = [
            passage(pages[v.article].article, v.span)
            for v in values
            if v is not None and v.field == "text"
        ]
        return "\n\n".join(cut)


def _prepared(sheet: Sheet) -> PointSheet:
    """The rows of the points view, made in a thread."""
    points = PointSheet(sheet)
    for index in range(len(points.rows)):
        points.label(index)
    return points
