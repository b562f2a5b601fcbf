"""Full texts in step: what says the same stands on one row, and columns follow the current one."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.model import Span
from reader.ui.draw import Line, marked, pad
from reader.ui.lineview import LineView
from reader.ui.pointrows import PointSheet
from reader.ui.pointsview import NARROWEST_COLUMN
from reader.ui.shelf import LETTERS
from reader.ui.textcolumn import TextColumn

WIDEST = 72
"""Cells of a line of text: longer ones are hard to follow."""


class ReadingView(LineView):
    """The cursor is a passage of the current column; each column scrolls by itself."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.points: PointSheet | None = None
        self.column = 0
        self.held = False
        """Whether the other columns stay where they are."""
        self._columns: list[TextColumn] = []
        self._tops: list[int] = []
        """Per column the line of its text on the first row; negative where it begins below."""
        self.chosen: list[Span | None] = []
        """Per column the passage that says what the current one does, and that itself."""

    def show(self, points: PointSheet, *, keep: bool = False) -> None:
        """Put up the texts; kept is the place in them."""
        self.points = points
        if not keep:
            self.column, self.held = 0, False
            first = next((i for i in range(self.count()) if self.selectable(i)), 0)
            self.set_reactive(LineView.cursor, first)
            self._tops = [0] * len(points.documents)
        self.relayout()

    @property
    def each(self) -> int:
        """Cells of a column; 0 where columns do not fit."""
        if self.points is None:
            return 0
        each = (self.size.width - 1) // max(1, len(self.points.documents))
        return each if each >= NARROWEST_COLUMN and self.size.width >= 99 else 0

    def settled(self) -> None:
        """In sight now: lay out what could not be while it was hidden."""
        self.relayout()
        self.refresh()
        self.place_cursor()

    def words_of(self, item: int) -> str:
        """A passage."""
        points = self.points
        return (
            points.passages(self.column)[item].span.of(points.documents[self.column].text)
            if points
            else ""
        )

    def relayout(self) -> None:
        """Wrap all texts to the width."""
        self._columns = []
        points = self.points
        if points is None or not self.each:
            return
        self._columns = [
            TextColumn(
                page, points.marks[column], min(WIDEST, self.each - (5 if column else 4) - 1)
            )
            for column, page in enumerate(points.sheet.pages)
        ]
        self.set_reactive(ScrollView.virtual_size, Size(1, self.size.height))
        self._follow()

    # In step -----------------------------------------------------------------------------------

    @property
    def span(self) -> Span | None:
        """The current passage."""
        passages = self.points.passages(self.column) if self.points else ()
        return passages[self.cursor].span if self.cursor < len(passages) else None

    @property
    def row(self) -> int | None:
        """The row of the points that has the current passage."""
        span = self.span
        return self.points.row_at(self.column, span.start) if self.points and span else None

    def _follow(self) -> None:
        """Bring the current passage in sight, and the others level with it unless held."""
        points, span, height = self.points, self.span, self.size.height
        if points is None or span is None or not self._columns or not height:
            return
        row = points.rows[self.row] if self.row is not None else None
        self.chosen = [
            passage.span if (passage := row.passages[c] if row else None) else None
            for c in range(len(self._columns))
        ]
        self.chosen[self.column] = span
        own = self._columns[self.column]
        line, last = own.line_of(span.start), own.line_of(span.end - 1)
        top = self._tops[self.column]
        if line < top or last >= top + height:
            top = line - height // 3
        self._tops[self.column] = max(0, min(top, max(0, len(own) - height)))
        if not self.held:
            for other in range(len(self._columns)):
                if other != self.column:
                    self._tops[other] = self._level(other, span)

    def _level(self, other: int, span: Span) -> int:
        """The first line of a column in step.

        What says the same stands on one row; between two such pairs the texts pass each other at
        an even pace, as they do before the first and after the last one.
        """
        own, column = self._columns[self.column], self._columns[other]
        line, height = own.line_of(span.start), self.size.height
        row, mate = line - self._tops[self.column], self.chosen[other]
        if mate is not None:
            wanted = column.line_of(mate.start) - row
            return max(1 - height, min(wanted, len(column) - 1))
        here, there = self._between(other, line)
        share = (line - here[0]) / max(1, there[0] - here[0])
        wanted = round(here[1] + share * (there[1] - here[1])) - row
        return max(0, min(wanted, len(column) - height))

    def _between(self, other: int, line: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """The pairs of lines in step before and after a line of the current column."""
        assert self.points is not None
        own, column = self._columns[self.column], self._columns[other]
        pairs = [
            (own.line_of(here.start), column.line_of(there.start))
            for here, there in self.points.pairs(self.column, other)
        ]
        before = max((pair for pair in pairs if pair[0] <= line), default=(0, 0))
        # What the other tells in another order is no measure of the way to go.
        after = (pair for pair in pairs if pair[0] > line and pair[1] >= before[1])
        return before, min(after, default=(len(own), len(column)))

    def row_of(self, column: int, offset: int) -> int:
        """The row of the screen on which a place of a column stands; it may be out of sight."""
        return self._columns[column].line_of(offset) - self._tops[column]

    # Drawing -----------------------------------------------------------------------------------

    def count(self) -> int:
        """The passages of the current column."""
        return len(self.points.passages(self.column)) if self.points else 0

    def selectable(self, item: int) -> bool:
        """Headings are passed over."""
        passages = self.points.passages(self.column) if self.points else ()
        return 0 <= item < len(passages) and not passages[item].heading

    def top(self, item: int) -> int:
        """The row of the screen on which a passage begins; it may be out of sight."""
        if not self._columns or item >= self.count() or self.points is None:
            return self.size.height
        return self.row_of(self.column, self.points.passages(self.column)[item].span.start)

    def render_line(self, y: int) -> Strip:
        """One row of the screen: a line of each text."""
        cells = self.size.width
        drawn = marked(self.draw(y, cells - 1), self.looked_for)
        return self.strip([(" ", "text"), *drawn], cells, False, y)

    def draw(self, line: int, cells: int) -> Line:
        """The columns of a row."""
        each, runs = self.each, list[tuple[str, str]]()
        for column, text in enumerate(self._columns):
            if column:
                runs.append(("│", "rule"))
            runs += pad(self._cell(column, text, line), each - (1 if column else 0))
        return runs

    def _cell(self, column: int, text: TextColumn, row: int) -> Line:
        line, chosen = self._tops[column] + row, self.chosen[column]
        current = column == self.column and chosen is not None and self.has_focus
        if current and chosen is not None:
            current = text.line_of(chosen.start) <= line <= text.line_of(chosen.end - 1)
        return [
            ("▌" if current else " ", "accent"),
            *text.margin(line),
            (" ", "text"),
            *text.draw(line, chosen, reverses=self.roles.reverses),
        ]

    # Moving ------------------------------------------------------------------------------------

    def watch_cursor(self, old: int, new: int) -> None:
        """All columns may move."""
        if self.is_mounted:
            self.reveal()
            self.refresh()
            self.post_message(self.Moved(self, new))

    def reveal(self) -> None:
        """Bring the columns in step."""
        self._follow()
        self.place_cursor()

    def page(self, pages: float) -> None:
        """To the passage so many screens away."""
        if not self._columns or self.points is None:
            return
        own = self._columns[self.column]
        line = own.line_of(self.span.start if self.span else 0)
        offset = own.offset_of(line + int(pages * max(1, self.size.height - 1)))
        at = self._passage_from(self.column, offset)
        self._settle(at, 1 if pages > 0 else -1)

    def _passage_from(self, column: int, offset: int) -> int:
        passages = self.points.passages(column) if self.points else ()
        found = (i for i, p in enumerate(passages) if p.span.end > offset)
        return next(found, max(0, len(passages) - 1))

    def turn(self, by: int) -> bool:
        """To another column: what says the same there, else on the same row; False at the end."""
        column = self.column + by
        if not 0 <= column < len(self._columns):
            return False
        mate, row = self.chosen[column], self.top(self.cursor)
        offset = self._columns[column].offset_of(self._tops[column] + max(0, row))
        self.go_to(column, mate.start if mate else offset)
        return True

    def go_to(self, column: int, offset: int) -> None:
        """To the passage of a column that has an offset, or to the next one."""
        self.column = column
        at = self._passage_from(column, offset)
        while at + 1 < self.count() and not self.selectable(at):
            at += 1
        self.set_reactive(LineView.cursor, at)
        self.reveal()
        self.refresh()
        self.post_message(self.Moved(self, at))

    def step(self, by: int) -> bool:
        """To the next passage that another article has too; False where there is none."""
        if self.points is None:
            return False
        passages = self.points.passages(self.column)
        shared = {
            here.span.start
            for row in self.points.rows
            if not row.alone and (here := row.passages[self.column]) is not None
        }
        at = self.cursor + by
        while 0 <= at < len(passages):
            if passages[at].span.start in shared:
                self.cursor = at
                return True
            at += by
        return False

    def hold(self) -> bool:
        """Columns stop following, or follow again; True if they are held now."""
        self.held = not self.held
        self.reveal()
        self.refresh()
        return self.held

    def place(self) -> str:
        """`A ¶2, 30 %`."""
        span = self.span
        if self.points is None or span is None:
            return ""
        page = self.points.sheet.pages[self.column]
        share = round(100 * span.end / max(1, len(page.article.text)))
        return f"{LETTERS[self.column]} ¶{page.paragraph_of(span.start)}, {share} %"

    def gap(self, column: int) -> str:
        """What the head of a column says where it has not what the current passage says."""
        chosen = self.chosen[column] if column < len(self.chosen) else None
        if self.points is None or self.row is None or chosen is not None:
            return ""
        return self.points.gap(self.row, column)[0]

    def target(self) -> tuple[str, int] | None:
        """The article and offset of the current passage."""
        span = self.span
        if self.points is None or span is None:
            return None
        return self.points.sheet.pages[self.column].article.id, span.start

    def place_cursor(self) -> None:
        """The terminal's own cursor stands on the first text cell of the current passage."""
        if not self.has_focus or not self.is_attached or not self._columns:
            return
        region = self.content_region
        y = max(0, min(self.top(self.cursor), self.size.height - 1))
        x = 1 + self.each * self.column + (5 if self.column else 4)
        place = Offset(region.x + min(x, max(0, region.width - 1)), region.y + y)
        if place != self.app.cursor_position:
            self.app.cursor_position = place
            self.refresh(Region(0, y, 1, 1))

    def on_mouse_scroll_down(self) -> None:
        """The wheel goes on."""
        self.move(1)

    def on_mouse_scroll_up(self) -> None:
        """The wheel goes back."""
        self.move(-1)

    async def on_click(self, event: events.Click) -> None:
        """A click makes the passage under it the current one, a second one opens it."""
        if self.screen.get_selected_text() or not self._columns:
            return
        column = max(0, min((event.x - 1) // self.each, len(self._columns) - 1))
        before = column, self.cursor
        line = self._tops[column] + event.y
        if not 0 <= line < len(self._columns[column]):
            return
        self.go_to(column, self._columns[column].offset_of(line))
        if (self.column, self.cursor) == before:
            self.post_message(self.Opened(self))
