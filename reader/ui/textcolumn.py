"""One article's text as a column beside others: wrapped once for a width, drawn line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from reader.model import Span
from reader.ui.desk import Page
from reader.ui.draw import Line, drawn, styled
from reader.ui.draw import Mark as Stretch
from reader.ui.marks import Mark
from reader.ui.roles import GROUND
from reader.ui.setting import set_lines
from reader.ui.signs import NEAR, PERHAPS, SHARED


class TextColumn:
    """The lines of a text in so many cells, with its margin of signs."""

    def __init__(self, page: Page, marks: Sequence[Mark], cells: int) -> None:
        self._page = page
        self._marks = marks
        self._lines = set_lines(page.article.text, page.paragraphs, cells)
        self._starts = list(accumulate((line.start for line in self._lines), max))
        self._by_line: dict[int, Mark] = {}
        for mark in marks:
            at = self.line_of(mark.span.start)
            if at not in self._by_line or mark.strength < self._by_line[at].strength:
                self._by_line[at] = mark

    def __len__(self) -> int:
        return len(self._lines)

    def line_of(self, offset: int) -> int:
        """The line that shows a character offset."""
        line = bisect_right(self._starts, offset) - 1
        while line > 0 and self._lines[line].start == self._lines[line].end:
            line -= 1
        return max(0, line)

    def offset_of(self, line: int) -> int:
        """The offset with which a line, or the last one, begins."""
        return self._starts[max(0, min(line, len(self._starts) - 1))] if self._starts else 0

    def margin(self, line: int) -> Line:
        """Sign and certainty of the strongest mark of a line: two cells."""
        mark = self._by_line.get(line)
        if mark is None:
            return [("  ", "text")]
        perhaps = PERHAPS.symbol if mark.certainty == "perhaps" else " "
        return [(mark.sign.symbol, mark.sign.role), (perhaps, "dim")]

    def draw(self, line: int, chosen: Span | None, *, reverses: bool) -> Line:
        """A line; the chosen passage stands on the colour of the selection.

        Where that reverses, only its first line does, so that marked words stay visible.
        """
        if not 0 <= line < len(self._lines):
            return []
        place = self._lines[line]
        start, end = place.start, place.end
        if start == end:
            return []
        text, key = self._page.shown, "strong" if place.heading else "text"
        lead = [(place.lead, "dim")] if place.lead else []
        stretches = [
            _stretch(mark)
            for mark in self._marks
            if mark.sign not in (SHARED, NEAR) and mark.span.start < end and mark.span.end > start
        ]
        stretches.sort(key=lambda stretch: stretch[0] - stretch[1])
        if chosen is None or (reverses and line != self.line_of(chosen.start)):
            body = styled(text, start, end, stretches, key)
        else:
            first, last = (max(start, min(end, at)) for at in (chosen.start, chosen.end))
            inside = styled(text, first, last, stretches, key) if first < last else []
            body = [
                *(styled(text, start, first, stretches, key) if start < first else []),
                *((words, f"{style} {GROUND}") for words, style in inside),
                *(styled(text, last, end, stretches, key) if last < end else []),
            ]
        return [*lead, *drawn(place.spaced(body))]


def _stretch(mark: Mark) -> Stretch:
    return mark.span.start, mark.span.end, f"{mark.sign.role.split()[0]} underline"
