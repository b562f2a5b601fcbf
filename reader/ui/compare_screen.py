"""Two to four articles side by side: their findings with passages, their points, their texts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget

from reader.errors import Cancelled, ReaderError
from reader.model import Span
from reader.ui.bars import Hint, Rule, TopBar
from reader.ui.compareheads import (
    FINDINGS,
    POINTS,
    READING,
    VIEWS,
    HeadRule,
    Heads,
    Strips,
    ViewTabs,
    relation,
)
from reader.ui.comparehints import hints_of
from reader.ui.comparetabs import CompareTabs
from reader.ui.comparewords import CompareWords
from reader.ui.desk import Sheet, sentence
from reader.ui.findingsview import FindingsView, table_rows
from reader.ui.keys import bindings
from reader.ui.lineview import LineView
from reader.ui.pane import Block, Pane
from reader.ui.passagesview import PassagesView
from reader.ui.pointrows import FILTERS, PointSheet
from reader.ui.pointsview import PointsView
from reader.ui.readingview import ReadingView
from reader.ui.searchline import FindLine
from reader.ui.shelf import LETTERS
from reader.ui.tasks import begin
from reader.ui.textview import TextView

CLASSES = ("-findings", "-points", "-reading")


class CompareScreen(CompareTabs, CompareWords):
    """A comparison."""

    SHOWS = "compare"
    LETTER = "C"
    BINDINGS: ClassVar[list[BindingType]] = bindings("C")
    DEFAULT_CSS = """
    CompareScreen #findings, CompareScreen #points, CompareScreen #reading,
    CompareScreen #tab, CompareScreen #waiting, CompareScreen HeadRule { display: none; }
    CompareScreen #findings { height: 1fr; }
    CompareScreen #table { height: 6fr; }
    CompareScreen #passages { height: 4fr; border-top: solid $panel; }
    CompareScreen.-ascii #passages { border-top: ascii $panel; }
    CompareScreen.-words #passages { border-top: none; }
    CompareScreen.-findings #findings, CompareScreen.-findings HeadRule { display: block; }
    CompareScreen.-points #points, CompareScreen.-reading #reading { display: block; }
    CompareScreen.-tab #tab { display: block; }
    CompareScreen.-tab #points, CompareScreen.-tab #reading { display: none; }
    CompareScreen.-tab Heads { display: none; }
    CompareScreen.-stacked HeadRule, CompareScreen.-stacked Strips { display: none; }
    CompareScreen.-narrow.-low #passages { display: none; }
    CompareScreen.-waiting #waiting { display: block; }
    CompareScreen.-waiting #findings, CompareScreen.-waiting #points,
    CompareScreen.-waiting #reading, CompareScreen.-waiting #tab { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lenses: set[str] = set()

    def middle(self) -> Iterable[Widget]:
        """View tabs and heads, then what the view shows."""
        yield ViewTabs()
        yield Rule()
        yield Pane(id="waiting")
        yield Heads(id="heads")
        yield Strips(id="strips")
        yield HeadRule()
        with Vertical(id="findings"):
            yield FindingsView(id="table")
            yield PassagesView(id="passages")
        yield PointsView(id="points")
        yield ReadingView(id="reading")
        yield TextView(id="tab")
        yield FindLine()

    @property
    def filled(self) -> bool:
        """Whether something has been compared."""
        return bool(self.ids)

    # Content -----------------------------------------------------------------------------------

    async def load(self, ids: tuple[str, ...], title: str = "", query: str = "") -> None:
        """Compare these articles, a query's words marked; the same ones stay as they were left."""
        self.looking = query or self.looking
        if ids == self.ids and self.sheet is not None:
            await self.look(land=bool(query))
            return
        self.looking = query
        self.ids, self.title_shown, self.sheet, self._lenses = ids, title, None, set()
        self.point_sheet = self.held = None
        if self.is_mounted:
            self._start()

    async def judged(self) -> None:
        """What was said of findings and passages is shown at once, at the same place."""
        if self.sheet is not None:
            await self._take(await self.reader.desk.sheet(self.ids), keep=True)

    async def edited(self, id: str | None) -> None:
        """Show what was set of an article, or of any, at the same place."""
        if id is None or id in self.ids:
            await self.judged()

    def on_mount(self) -> None:
        """Begin what was asked for."""
        self._start()

    def _start(self) -> None:
        if not self.ids:
            return
        self.set_class(True, "-waiting")
        self._wait(" comparing …", "dim")
        self.query_one(TopBar).say(self.articles_shown())
        self.query_one(ViewTabs).tabs((), 0)
        self.query_one(ViewTabs).say(self.view_shown, "")
        begin(self, "compare", self._compare, self.ids)

    def _wait(self, words: str, role: str) -> None:
        self.query_one("#waiting", Pane).show([Block(([("", "text")], [(words, role)]))])

    async def _compare(self, ids: tuple[str, ...]) -> None:
        """The points as soon as they are known, then what the lenses say."""
        desk = self.reader.desk
        try:
            sheet = await desk.first_sheet(ids)
            if ids == self.ids:
                await self._take(sheet)
            if not sheet.comparison.reports:
                sheet = await desk.sheet(ids)
                if ids == self.ids:
                    await self._take(sheet, keep=True)
        except Cancelled:
            return
        except ReaderError as error:
            self.set_class(True, "-waiting")
            self._wait(" " + sentence(error), "error")

    async def _take(self, sheet: Sheet, *, keep: bool = False) -> None:
        ids = sheet.comparison.articles
        points = await asyncio.to_thread(_prepared, sheet)
        if ids == self.ids and self.is_mounted:
            self.sheet, self.point_sheet = sheet, points
            self.set_class(False, "-waiting")
            self._show(keep)
            self.call_after_refresh(self.look, land=not keep)

    def _show(self, keep: bool) -> None:
        sheet, points = self.sheet, self.point_sheet
        if sheet is None or points is None:
            return
        heads, strips = self.query_one(Heads), self.query_one(Strips)
        heads.sheet, strips.points = sheet, points
        self.query_one(HeadRule).divide(len(sheet.pages))
        rows = table_rows(sheet.comparison, self._lenses)
        if keep:
            self.table.show_again(rows)
        else:
            self.table.show(rows, len(sheet.pages))
        self.points.show(points, keep=keep)
        self.reading.show(points, keep=keep)
        if keep:
            self._settled()
        else:
            self._turn_to(self.view_shown)

    def _turn_to(self, view: int) -> None:
        self.view_shown, self.tab_shown = view, -1
        for index, name in enumerate(CLASSES):
            self.set_class(index == view, name)
        self.set_class(False, "-tab")
        self.set_class(not self.fits, "-stacked")
        self.main_view().focus()
        self.call_after_refresh(self._settled)

    def _settled(self) -> None:
        """Sizes are known: lay out again and say where the person is."""
        if self.sheet is None:
            return
        self.set_class(not self.fits, "-stacked")
        if self.tab_shown >= 0 and self.fits:  # the columns are hidden still
            self.show_tab(-1)
            self.call_after_refresh(self._settled)
            return
        if self.view_shown == FINDINGS:
            self.query_one(ViewTabs).tabs((), 0)
            self.table.reset(self.table.cursor)
        elif self.fits:
            view = self.points if self.view_shown == POINTS else self.reading
            view.settled()
            self.show_tab(-1)
        else:
            self.points.settled()
            least = 0 if self.view_shown == READING else -1
            self.show_tab(max(self.tab_shown, least), self.place_for(max(self.tab_shown, least)))
        self.tell_place()

    def on_resize(self, event: events.Resize) -> None:
        """Columns may fit now, or no more."""
        self.call_after_refresh(self._settled)

    def shown(self) -> None:
        """In front again."""
        super().shown()
        self.main_view().focus()
        self.tell_place()

    # Following the cursor ----------------------------------------------------------------------

    @on(LineView.Moved, "#table")
    @on(LineView.Moved, "#points")
    @on(LineView.Moved, "#reading")
    @on(TextView.Marked)
    def tell_place(self) -> None:
        """Say where the person is, above and below and beside."""
        sheet, points = self.sheet, self.point_sheet
        if sheet is None or points is None or not self.is_mounted:
            return
        view, count = self.view_shown, len(sheet.pages)
        heads, column = self.query_one(Heads), self.column()
        bar, right = self.query_one(TopBar), self._relation(sheet)
        gaps: Sequence[str] = ()
        spans: list[Span | None] = []
        if view == FINDINGS:
            place = self.table.place()
            found = f"finding {place}" if place else "no findings"
            told = found if sheet.comparison.reports else "looking …"
            bar.say(f"{self.articles_shown()}  {told}")
            self.passages.show(self.table.finding, sheet, place)
            values = self.table.finding.values if self.table.finding else ()
            spans = [value.span if value and value.field == "text" else None for value in values]
        elif view == POINTS:
            bar.say(self.points.place())
            row = self.points.row
            spans = [p.span if p else None for p in row.passages] if row else []
        elif self.reading.each:
            bar.say(self.reading.place())
            gaps = [self.reading.gap(at) for at in range(count)]
            spans = self.reading.chosen
            letter = LETTERS[self.reading.column]
            right = "columns held" if self.reading.held else f"columns follow {letter}"
        if self.tab_shown >= 0:
            bar.say(f"{LETTERS[self.tab_shown]}, {self.tab.progress} %")
        heads.put(view, -1 if column is None else column, gaps)
        self.query_one(Strips).put(view, spans)
        shown = FILTERS[self.points.filter] if view == POINTS and self.tab_shown < 0 else ""
        self.query_one(ViewTabs).say(view, right, shown)
        self.refresh_hints()

    def _relation(self, sheet: Sheet) -> str:
        return relation(sheet, self.title_shown, self.reader.library_screen.shelf)

    def hints(self) -> Sequence[Hint]:
        """What can be done with the current row."""
        return hints_of(self)

    # Doing -------------------------------------------------------------------------------------

    def action_view(self) -> None:
        """Findings, points, texts."""
        self.action_to_view((self.view_shown + 1) % len(VIEWS))

    def action_to_view(self, view: int) -> None:
        """One of the three; at the place where the person is."""
        if self.sheet is None or view == self.view_shown:
            return
        finding, place = self.table.finding, None
        if self.view_shown == FINDINGS and finding is not None:
            self.points.seek(finding)
        if self.view_shown == READING and self.reading.each and self.reading.span:
            self.points.go_to(self.reading.column, self.reading.span.start)
        if view == READING:
            place = self.points.place_in_text()
        self._turn_to(view)
        if place is not None:
            self.reading.go_to(*place)

    async def action_open(self) -> None:
        """Into the passages; from there into the article."""
        target: tuple[str, int] | None = None
        if self.sheet is None:
            return
        if self.tab_shown >= 0:
            target = self.sheet.pages[self.tab_shown].article.id, self.tab.offset_in_sight()
        elif self.view_shown != FINDINGS:
            view = self.points if self.view_shown == POINTS else self.reading
            target = view.target()
            if target is None:
                self.say("This article does not have it: h and l choose another")
        elif self.focused is self.passages or not self._has_passages:
            value = self.passages.target
            if value is not None:
                target = value.article, value.span.start if value.field == "text" else 0
        elif self.table.row is not None and self.table.row.more:
            self._more(self.table.row.more)
        elif self.table.finding is not None:
            self.passages.focus()
        if target is not None:
            await self.reader.open_article(*target)

    @property
    def _has_passages(self) -> bool:
        row = self.table.row
        return bool(row and row.more) or bool(self.passages.display and self.passages.size.height)

    def _more(self, lens: str, *, fold: bool = False) -> None:
        """Show the further findings of a lens, or fold what was unfolded."""
        if self.sheet is None:
            return
        row = self.table.row
        if fold or (row is not None and row.fold == "open"):
            self._lenses.discard(lens)
        else:
            self._lenses.add(lens)
        rows = table_rows(self.sheet.comparison, self._lenses)
        self.table.show(rows, len(self.sheet.pages), self.table.cursor)
        self.tell_place()

    def action_right(self) -> None:
        """A column to the right; further findings of a lens."""
        row = self.table.row
        if self.view_shown != FINDINGS:
            self._turn(1)
        elif self.focused is self.passages:
            self.passages.turn(1)
        elif row is not None and row.more and row.fold != "open":
            self._more(row.more)

    def action_left(self) -> None:
        """A column to the left; out of the passages; fold."""
        row = self.table.row
        if self.view_shown != FINDINGS:
            self._turn(-1)
        elif self.focused is self.passages and not self.passages.turn(-1):
            self.table.focus()
        elif row is not None and row.fold == "open":
            self._more(row.more, fold=True)

    def _turn(self, by: int) -> None:
        if not self.fits:
            self.turn_tab(by)
        else:
            (self.points if self.view_shown == POINTS else self.reading).turn(by)

    def action_step(self) -> None:
        """The next lens; the next difference; the next aligned passage."""
        self._step(1)

    def action_step_back(self) -> None:
        """The previous one of these."""
        self._step(-1)

    def _step(self, by: int) -> None:
        further = "further" if by > 0 else "earlier"
        if self.view_shown == FINDINGS:
            self.table.step(by)
        elif self.tab_shown >= 0:
            if not self.tab.next_mark(by):
                self.say(f"No {further} mark")
        elif self.view_shown == POINTS:
            if not self.points.step(by):
                self.say(f"No {further} difference")
        elif not self.reading.step(by):
            self.say(f"No {further} passage that another article has too")

    def action_filter_points(self) -> None:
        """All points, the shared ones, those of one article, those that differ."""
        if self.view_shown != POINTS or self.tab_shown >= 0:
            self.say("Points can be filtered: v shows them")
        else:
            self.points.turn_filter()
            self.tell_place()

    def action_hold(self) -> None:
        """Columns stop following, or follow again."""
        if self.view_shown != READING or not self.reading.each:
            self.say("Columns are held while reading side by side: v shows the texts")
            return
        held = self.reading.hold()
        self.tell_place()
        self.say("Columns stay where they are: L lets them follow" if held else "Columns follow")

    def action_side(self) -> None:
        """The passages on and off."""
        self.passages.toggle_class("off")
        self.main_view().focus()

    @on(Strips.Chosen)
    def _strip_clicked(self, message: Strips.Chosen) -> None:
        if self.view_shown == READING:
            self.reading.go_to(message.column, message.offset)
        elif self.view_shown == POINTS:
            self.points.go_to(message.column, message.offset)
        else:
            self.table.seek(message.column, message.offset)

    async def action_back(self) -> None:
        """Let a held passage go; out of the passages; else to the screen before."""
        if self.let_go():
            return
        if self.focused is self.passages:
            self.table.focus()
        else:
            await self.reader.back()


def _prepared(sheet: Sheet) -> PointSheet:
    """The rows of the points view, made in a thread."""
    points = PointSheet(sheet)
    for index in range(len(points.rows)):
        points.label(index)
    return points
