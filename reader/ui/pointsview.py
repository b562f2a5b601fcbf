"""Points side by side: one scroll view draws all columns, row by row."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, zip_longest

from reader.model import Evidence, Finding
from reader.ui.draw import Line, Mark, cut, pad, width, wrapped
from reader.ui.lineview import LineView
from reader.ui.pointrows import FILTERS, PointRow, PointSheet, differs, filtered
from reader.ui.shelf import LETTERS
from reader.ui.signs import NEAR, SHARED, SILENT
from reader.ui.silences import fitted

NARROWEST_COLUMN = 28
TALL = 45
"""From so many lines of the screen on, a blank line follows each row."""


class PointsView(LineView):
    """The rows of a comparison; `h` and `l` choose the column."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.points: PointSheet | None = None
        self.column = 0
        self.filter = 0
        """Index of what is shown in `FILTERS`."""
        self._shown: list[int] = []
        self._went: tuple[int, int, int] | None = None
        """Column and offset that were gone to, and the item that has them."""
        self._tops: list[int] = [0]
        self._bodies: list[list[Line]] = []
        self._fresh = False

    def show(self, points: PointSheet, *, keep: bool = False) -> None:
        """Put up the rows of a comparison; kept is the place in it, if that is still there."""
        place = self.place_in_text() if keep else None
        self.points, self._went, self._bodies = points, None, []
        self._shown = filtered(points, self.filter)
        self.relayout()
        if place is not None:
            self.set_length(self.top(self.count()))
            if self.go_to(*place):
                self.refresh()
                return
        self.column = 0
        first = next((i for i, at in enumerate(self._shown) if not points.rows[at].alone), 0)
        self.reset(first)
        # Not laid out while it is hidden: the cursor waits for the rows.
        self.set_reactive(LineView.cursor, first)
        self._fresh = True

    @property
    def each(self) -> int:
        """Cells of a column; 0 where columns do not fit."""
        if self.points is None:
            return 0
        each = (self.size.width - 1) // max(1, len(self.points.documents))
        return each if each >= NARROWEST_COLUMN and self.size.width >= 99 else 0

    @property
    def row(self) -> PointRow | None:
        """The current row."""
        index = self.index
        return self.points.rows[index] if self.points and index is not None else None

    @property
    def index(self) -> int | None:
        """The current row among all rows of the comparison."""
        return self._shown[self.cursor] if self.cursor < len(self._shown) else None

    @property
    def passage(self) -> Evidence | None:
        """The passage of the current column; where columns do not fit, the row's first."""
        row = self.row
        if row is None:
            return None
        return row.passages[self.column if self.each else row.owner]

    def place_in_text(self) -> tuple[int, int] | None:
        """A column that has a passage in the current row, and where that begins.

        Of a passage of several sentences it is the one that was gone to.
        """
        row = self.row
        if row is None:
            return None
        if self._went is not None and (self.column, self.cursor) == self._went[::2]:
            return self._went[:2]
        column = self.column if row.passages[self.column] else row.owner
        passage = row.passages[column]
        return (column, passage.span.start) if passage else None

    def turn_filter(self) -> None:
        """The next filter; the cursor stays at its row, or at the one after it."""
        before = self.index or 0
        self.filter = (self.filter + 1) % len(FILTERS)
        self._shown = filtered(self.points, self.filter) if self.points else []
        self.relayout()
        at = next((i for i, index in enumerate(self._shown) if index >= before), None)
        self.reset(len(self._shown) - 1 if at is None else at)
        self.post_message(self.Moved(self, self.cursor))

    def settled(self) -> None:
        """In sight now: lay out what could not be while it was hidden."""
        self.relayout()
        self.reset(self.cursor)
        self.resized()

    def resized(self) -> None:
        """New rows begin with the first shared one at the top."""
        if self._fresh and self._bodies and self.size.height:
            self._fresh = False
            self.scroll_to(y=self.top(self.cursor), animate=False, immediate=True)
            self.place_cursor()

    # Layout ------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Wrap all passages to the width."""
        if self._bodies and not self.size.width and len(self._bodies) == len(self._shown):
            return  # hidden for want of room: what was laid out keeps the place until it is seen
        self._bodies, self._tops = [], [0]
        if self.points is None or not self.size.width:
            return
        build = self._side_by_side if self.each else self._stacked
        gap = 1 if self.app.size.height >= TALL or not self.each else 0
        self._bodies = [build(i, self.points.rows[i]) for i in self._shown]
        heights = [1 + len(body) + gap for body in self._bodies]
        self._tops = list(accumulate(heights, initial=0))

    def _side_by_side(self, index: int, row: PointRow) -> list[Line]:
        each = self.each
        columns = [self._passage(row, column, each - 3) for column in range(len(row.passages))]
        for column, passage in enumerate(row.passages):
            if passage is None:
                columns[column] = [[(fitted(self._silence(index, column), each - 3), "dim")]]
        lines: list[Line] = []
        for parts in zip_longest(*columns, fillvalue=[]):
            line: Line = [(" ", "text"), *pad(parts[0], each - 1)]
            for part in parts[1:]:
                line += [("│ ", "rule"), *pad(part, each - 2)]
            lines.append(line)
        return lines

    def _silence(self, index: int, column: int) -> str:
        assert self.points is not None
        return self.points.gap(index, column)[0]

    def _stacked(self, index: int, row: PointRow) -> list[Line]:
        cells = self.size.width - 8
        lines: list[Line] = []
        for column, passage in enumerate(row.passages):
            letter = LETTERS[column]
            if passage is None:
                said = self._silence(index, column)
                lines.append([(f"  {letter}  ", "dim"), (fitted(said, cells), "dim")])
                continue
            for i, part in enumerate(self._passage(row, column, cells)):
                label = (f"  {letter}  ", "strong") if i == 0 else ("     ", "text")
                lines.append([label, *part])
        return lines

    def _passage(self, row: PointRow, column: int, cells: int) -> list[Line]:
        passage = row.passages[column]
        if passage is None or self.points is None:
            return []
        marks = self._marks(row, column, passage)
        text = self.points.sheet.pages[column].shown
        return wrapped(text, cells, marks, span=passage.span)

    def _marks(self, row: PointRow, column: int, passage: Evidence) -> list[Mark]:
        assert self.points is not None
        shared = self.points.shared(row)[column]
        marks: list[Mark] = [(s.start, s.end, "strong") for s in shared]
        for mark in self.points.underlined(column, passage):
            near = mark.sign in (NEAR, SHARED)
            role = "text" if near else mark.sign.role.split()[0]
            marks.append((mark.span.start, mark.span.end, f"{role} underline"))
        return marks

    # Drawing -----------------------------------------------------------------------------------

    def count(self) -> int:
        """Rows."""
        return len(self._bodies)

    def top(self, item: int) -> int:
        """Where a row begins; rows that are not laid out yet begin nowhere but at the end."""
        return self._tops[min(item, len(self._tops) - 1)]

    def item_at(self, line: int) -> int:
        """The row around a line."""
        return bisect_right(self._tops, line, hi=max(1, len(self._bodies))) - 1

    def draw(self, line: int, cells: int) -> Line:
        """The rule with number, sign and label, or a line of the passages."""
        item = self.item_at(line)
        below = line - self._tops[item]
        if below == 0:
            return self._rule(item, cells)
        body = self._bodies[item]
        return body[below - 1] if below <= len(body) else self._blank()

    def _blank(self) -> Line:
        if not self.each or self.points is None:
            return []
        line: Line = [(" " * self.each, "text")]
        for _ in self.points.documents[1:]:
            line += [("│", "rule"), (" " * (self.each - 1), "text")]
        return line

    def _rule(self, item: int, cells: int) -> Line:
        assert self.points is not None
        index = self._shown[item]
        sign, label = self.points.label(index)
        perhaps = self.points.certainty(index) == "perhaps"
        dash = "╌" if perhaps else "─"
        key = "dim" if sign in (SHARED, SILENT) else "strong"
        head: Line = [
            (dash if self.each else "", "rule"),
            (f" {index + 1} ", "dim"),
            (f"{sign.symbol} ", sign.role),
            (cut(label, max(10, cells - 24)), key),
        ]
        if perhaps:
            head.append((" perhaps", "dim italic"))
        if not self.each:
            return head
        head.append((" ", "text"))
        return [*head, *self._dashes(width(head), cells, dash)]

    def _dashes(self, start: int, cells: int, dash: str) -> Line:
        assert self.points is not None
        joints = {1 + self.each * i - 1 for i in range(1, len(self.points.documents))}
        return [("".join("┼" if i in joints else dash for i in range(start, cells)), "rule")]

    def beyond(self, cells: int) -> Line:
        """The rules between the columns go on."""
        return self._blank()

    # Moving ------------------------------------------------------------------------------------

    def turn(self, by: int) -> bool:
        """To another column; False at the end."""
        if self.points is None or not 0 <= self.column + by < len(self.points.documents):
            return False
        self.column += by
        self.post_message(self.Moved(self, self.cursor))
        self.place_cursor()
        return True

    def step(self, by: int) -> bool:
        """To the next row that differs; False where there is none."""
        if self.points is None:
            return False
        item = self.cursor + by
        while 0 <= item < self.count():
            if differs(self.points.label(self._shown[item])[0]):
                self.cursor = item
                return True
            item += by
        return False

    def seek(self, finding: Finding) -> None:
        """To the row that a finding rests on, if there is one."""
        for column, value in enumerate(finding.values):
            if value is not None and value.field == "text" and self.go_to(column, value.span.start):
                return

    def go_to(self, column: int, offset: int) -> bool:
        """To the row that holds a place of an article; False where none does."""
        index = self.points.row_at(column, offset) if self.points else None
        if index is None:
            return False
        if index not in self._shown:  # what was asked for is shown, whatever the filter
            self.filter = 0
            self._shown = filtered(self.points, 0) if self.points else []
            self.relayout()
        self.column = column
        item = self._shown.index(index)
        if self._bodies:
            self.cursor = item
        self.set_reactive(LineView.cursor, item)
        self._went = column, offset, item
        self._fresh = True
        return True

    def place(self) -> str:
        """`point 2 of 24`; with a filter, which one."""
        kind = FILTERS[self.filter] if self.filter else "point"
        count = len(self._shown)  # known before they are laid out
        if not count:
            return f"none {kind}" if self.filter else "no points"
        return f"{kind} {self.cursor + 1} of {count}"

    def target(self) -> tuple[str, int] | None:
        """The article and offset of the current column's passage, or of the nearest mention."""
        row = self.row
        if row is None or self.points is None:
            return None
        column = self.column if self.each else row.owner
        passage = row.passages[column]
        id = self.points.sheet.pages[column].article.id
        if passage is not None:
            return id, passage.span.start
        offset = self.points.gap(self._shown[self.cursor], column)[1]
        return (id, offset) if offset is not None else None
