"""The compare screen where columns do not fit: tabs, one article's text each."""

from __future__ import annotations

from reader.model import Evidence
from reader.ui.comparedeeds import CompareDeeds
from reader.ui.compareheads import FINDINGS, POINTS, READING, ViewTabs, columns
from reader.ui.lineview import LineView
from reader.ui.marks import margin
from reader.ui.pointrows import PointSheet
from reader.ui.shelf import LETTERS
from reader.ui.textview import TextView


class CompareTabs(CompareDeeds):
    """A comparison whose columns give way to tabs."""

    point_sheet: PointSheet | None = None
    tab_shown = -1
    """The article whose text is shown alone; -1 for none."""

    def tell_place(self) -> None:
        """Say where the person is."""
        raise NotImplementedError

    @property
    def tab(self) -> TextView:
        """The text of one article, where columns do not fit."""
        return self.query_one("#tab", TextView)

    def main_view(self) -> LineView:
        """The table, the points, the texts, or one text where columns do not fit."""
        if self.view_shown != FINDINGS and self.tab_shown >= 0:
            return self.tab
        return (self.table, self.points, self.reading)[self.view_shown]

    def column(self) -> int | None:
        """The column that the person is in; none where the articles asked for are fewer."""
        column = self._column_in_sight()
        return column if column is not None and column < len(self.ids) else None

    def _column_in_sight(self) -> int | None:
        if self.view_shown == FINDINGS:
            return self.passages.column if self.focused is self.passages else None
        if self.tab_shown >= 0:
            return self.tab_shown
        view = self.points if self.view_shown == POINTS else self.reading
        return view.column if view.each else None

    @property
    def fits(self) -> bool:
        """Whether the view has room for a column an article."""
        count = len(self.sheet.pages) if self.sheet else 2
        return columns(self.view_shown, self.size.width, count)[1] > 0

    def show_tab(self, tab: int, offset: int | None = None) -> None:
        """All points (-1), or the text of one article with its margin, from an offset on."""
        sheet = self.sheet
        if sheet is None or not -1 <= tab < len(sheet.pages):
            return
        self.tab_shown = tab
        self.set_class(tab >= 0, "-tab")
        if tab >= 0:
            self.call_after_refresh(self._fill_tab, tab, offset)
        else:
            self.tell_place()
        letters = tuple(LETTERS[: len(sheet.pages)])
        names = {FINDINGS: (), POINTS: ("All", *letters), READING: letters}[self.view_shown]
        tabs = self.query_one(ViewTabs)
        tabs.tabs(() if self.fits else names, tab + (self.view_shown == POINTS))
        self.main_view().focus()

    def _fill_tab(self, tab: int, offset: int | None) -> None:
        if self.sheet is not None and tab == self.tab_shown:
            self.tab.load(self.sheet.pages[tab], offset or 0)
            self.tab.mark_with(margin(self.sheet.comparison, tab))
            self.tell_place()

    def turn_tab(self, by: int) -> None:
        """To another tab, at what says the same as the first shared passage in sight."""
        target, points = self.tab_shown + by, self.point_sheet
        if points is None:
            return
        if self.tab_shown < 0:  # from all points: to the passage of the current one
            row = self.points.row
            here = row.passages[target] if row and 0 <= target < len(row.passages) else None
            self.show_tab(target, here.span.start if here else None)
            return
        if not (0 if self.view_shown == READING else -1) <= target < len(points.documents):
            return
        sight = self.tab.offset_in_sight()
        pairs = points.pairs(self.tab_shown, target) if target >= 0 else []
        last = pairs[-1][1].start if pairs else None
        there = next((b.start for a, b in pairs if a.end > sight), last)
        self.show_tab(target, there)

    def action_tab(self, index: int) -> None:
        """The tab that was clicked."""
        self.show_tab(index - (self.view_shown == POINTS))

    def place_for(self, tab: int) -> int | None:
        """Where a text is opened: at what it shows now, else at the current passage."""
        if self.tab_shown >= 0 and self.tab.opened is not None:
            return self.tab.offset_in_sight()
        span = self.reading.span
        return span.start if span is not None and tab == self.reading.column else None

    # Judging what a tab shows ------------------------------------------------------------------

    def row_passages(self) -> list[Evidence]:
        """The passages of the row of the current mark, in a tab; else of the current row."""
        if self.tab_shown < 0:
            return super().row_passages()
        here, points = self.passage_here(), self.point_sheet
        if here is None or points is None:
            return []
        index = points.row_at(self.tab_shown, here.span.start)
        row = points.rows[index].passages if index is not None else ()
        return [passage for passage in row if passage is not None]

    def passage_here(self) -> Evidence | None:
        """The sentence of the current mark, in a tab; else the passage of the current row."""
        points, mark = self.point_sheet, self.tab.current_mark
        if self.tab_shown < 0 or points is None:
            return super().passage_here()
        return points.documents[self.tab_shown].sentence_around(mark.span) if mark else None
