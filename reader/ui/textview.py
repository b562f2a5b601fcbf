"""One article's text in a comfortable measure, with its margin of marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual.message import Message

from reader.model import Span
from reader.text.emphasis import Emphasis
from reader.text.links import Link, find_links
from reader.text.safety import one_line
from reader.text.shown import seen, set_apart, shown
from reader.ui.desk import Page
from reader.ui.draw import Line, Run, clip, drawn, grounded, styled, wrapped
from reader.ui.draw import Mark as Stretch
from reader.ui.lineview import LineView
from reader.ui.linked import emphasis_marks, link_marks
from reader.ui.marked import marks_said, more_said
from reader.ui.marks import Mark, by_lines, margin_of
from reader.ui.roles import MARKED_GROUND
from reader.ui.setting import TextLine, set_lines
from reader.ui.shelf import headline, long_day, minutes
from reader.ui.signs import MARKED, NEAR, NOTED, SHARED
from reader.ui.spoken import MARGIN

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

GUTTER = 6
"""Cells of bar, sign, certainty, count, sign of marked words and a blank; then comes the text."""


class TextView(LineView):
    """An article; the current mark is the cursor, lines only scroll."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.opened: Page | None = None
        self.measure = 68
        self.marks: Sequence[Mark] = ()
        self.found: Sequence[Span] = ()
        self.found_at = -1
        """Index of the found place that was gone to last."""
        self.links: Sequence[Link] = ()
        self._apart: Sequence[Emphasis] = ()
        self._shown = ""
        self._anchor = 0
        """The offset that was first in sight when the person moved last."""
        self._gone_to: Span | None = None
        """The words that were gone to last, until the text is scrolled."""
        self.current = -1
        """Index of the current mark; -1 without one."""
        self._lines: list[TextLine] = []
        self._starts: list[int] = []
        self._by_line: dict[int, list[int]] = {}

    class Marked(Message):
        """Another mark is the current one, or the text was scrolled."""

    # Content -----------------------------------------------------------------------------------

    def load(self, page: Page, offset: int = 0, *, exact: bool = False) -> None:
        """Show an article with a character offset near the top, or exactly there."""
        self.opened, self.marks, self.found, self.current = page, (), (), -1
        self.links = find_links(page.article.text)
        self._apart = set_apart(page.article.text, self.links)
        self._shown = shown(page.article.text, numbered=True)
        self._anchor, self._gone_to = 0, None
        self.relayout()
        self.stand_at(offset) if exact else self.go_to(offset)
        self.refresh()

    def show_again(self, page: Page) -> None:
        """The same article with other notes and tags; the text stays where it is."""
        self.opened = page
        self.relayout()
        self.refresh()

    def mark_with(self, marks: Sequence[Mark]) -> None:
        """Put up the marks of a comparison; the current one keeps its number as far as they go."""
        number = min(self.current, len(marks) - 1)
        self.marks, self.current = marks, -1
        self._place_marks()
        self.current = number
        self._follow()
        self.refresh()

    @property
    def current_mark(self) -> Mark | None:
        """The current mark, if there is one."""
        return self.marks[self.current] if self.current >= 0 else None

    def highlight(self, found: Sequence[Span], at: int = -1) -> None:
        """Mark words that were searched for; one of them may be where the person is."""
        self.found, self.found_at = found, at
        self.refresh()

    def relayout(self) -> None:
        """Wrap to the measure; kept until width or measure change."""
        page = self.opened
        self._lines = []
        if page is None:
            return
        room = self.size.width - GUTTER - 2
        room -= MARGIN if self.in_words else 0
        cells = max(10, min(self.measure, room))
        article = page.article
        head: list[Line] = [[("", "text")]]
        head += wrapped(headline(article), cells, key="strong")
        outlet = one_line(article.outlet) if article.outlet else "no outlet"
        about = f"{outlet} · {long_day(article.published)} · {article.words:,} words"
        head += wrapped(f"{about} · {minutes(article.words)}", cells, key="dim")
        if more := more_said(page):
            head += wrapped(more, cells, key="dim")
        head += marks_said(page, cells)
        head.append([("", "text")])
        lines = [TextLine(0, 0, head=tuple(line)) for line in head]
        lines += set_lines(article.text, page.paragraphs, cells, self.links)
        lines.append(TextLine(len(article.text), len(article.text)))
        self._lines = lines
        self._starts = list(accumulate((line.start for line in lines), max))
        self._place_marks()
        self.set_length(len(lines))
        if self._anchor:
            self.stand_at(self._anchor)

    def _place_marks(self) -> None:
        current, placed = self.current_mark, by_lines(self.marks, self.line_of)
        self.marks, self._by_line = [mark for _, mark in placed], {}
        for index, (line, _) in enumerate(placed):
            self._by_line.setdefault(line, []).append(index)
        if current is not None:
            self.current = self.marks.index(current)

    def line_of(self, offset: int) -> int:
        """The line that shows a character offset."""
        line = bisect_right(self._starts, offset) - 1
        while line > 0 and self._lines[line].start == self._lines[line].end:
            line -= 1
        return max(0, line)

    def offset_in_sight(self) -> int:
        """The character offset of the first line of text in sight."""
        line = min(self.scroll_offset.y, len(self._starts) - 1)
        if line < 0:
            return 0
        # The same place at every width: a wider line may begin before it.
        return self._anchor if self.line_of(self._anchor) == line else self._starts[line]

    def in_sight(self) -> tuple[int, int]:
        """The offsets of the text between which it is in sight."""
        last = min(len(self._lines), self.scroll_offset.y + max(1, self.size.height)) - 1
        return self.offset_in_sight(), self._lines[last].end if last >= 0 else 0

    @property
    def progress(self) -> int:
        """How far the last line in sight is, in percent."""
        last = min(len(self._lines), self.scroll_offset.y + self.size.height)
        return round(100 * last / max(1, len(self._lines)))

    # View --------------------------------------------------------------------------------------

    def count(self) -> int:
        """Lines."""
        return len(self._lines)

    @property
    def shows_cursor(self) -> bool:
        """The current mark is drawn by the margin."""
        return False

    def draw(self, line: int, cells: int) -> Line:
        """Margin and text of one line."""
        page = self.opened
        place = self._lines[line]
        if page is None:
            return []
        if place.head:
            return [(" " * GUTTER, "text"), *clip(list(place.head), cells - GUTTER)]
        key = "strong" if place.heading else "text"
        stretches = self._stretches(place)
        body = styled(self._shown, place.start, place.end, stretches, key)
        for span, mark in self.grounds():
            if span.start < place.end and span.end > place.start:
                body = grounded(body, place.start, span, mark)
        tail = (place.tail, "accent")
        return [*self._margin(line), (place.lead, "dim"), *drawn(place.spaced(body)), tail]

    def grounds(self) -> list[tuple[Span, str]]:
        """Words that stand on a ground of their own, with the mark of it."""
        return [(span, MARKED_GROUND) for span, _ in self.opened.noted] if self.opened else []

    def _noted(self, line: int) -> Run:
        """The sign of marked words on a line, or of the note that begins on it."""
        place = self._lines[line]
        within = [
            (span, note)
            for span, note in (self.opened.noted if self.opened else ())
            if span.start < place.end and span.end > place.start
        ]
        begun = any(note.text and span.start >= place.start for span, note in within)
        sign = NOTED if begun else MARKED
        return (sign.symbol if within else " ", sign.role)

    def _margin(self, line: int) -> Line:
        indexes, noted = self._by_line.get(line, []), self._noted(line)
        if not indexes:
            return [(" " * (GUTTER - 2), "text"), noted, (" ", "text")]
        mark = min((self.marks[i] for i in indexes), key=lambda mark: mark.strength)
        if self.current in indexes:
            mark = self.marks[self.current]
        bar = "▌" if self.current in indexes and self.has_focus else " "
        return margin_of(mark, bar, noted)

    def _stretches(self, place: TextLine) -> list[Stretch]:
        openable = not cast("ReaderApp", self.app).ascii_only  # the Linux console knows no links
        stretches: list[Stretch] = [
            *emphasis_marks(self._apart, place.start, place.end),
            *link_marks(self.links, place.start, place.end, openable=openable),
        ]
        for index, mark in enumerate(self.marks):
            if mark.sign in (SHARED, NEAR) and index != self.current:
                continue
            if mark.span.start < place.end and mark.span.end > place.start:
                bold = " bold" if index == self.current else ""
                role = mark.sign.role.split()[0]
                role = "text" if mark.sign in (SHARED, NEAR) else role
                stretches.append((mark.span.start, mark.span.end, f"{role} underline{bold}"))
        stretches.sort(key=lambda stretch: stretch[0] - stretch[1])
        if (current := self.current_mark) is not None:
            span = current.span
            stretches.sort(key=lambda stretch: stretch[:2] == (span.start, span.end))
        stretches += [
            (span.start, span.end, "found bold underline" if at == self.found_at else "found")
            for at, span in enumerate(self.found)
            if span.start < place.end and span.end > place.start
        ]
        return stretches

    # Moving ------------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Scroll by lines; the first mark in sight becomes current."""
        self._scroll(self.scroll_offset.y + by)

    def page(self, pages: float) -> None:
        """Scroll by pages."""
        self._scroll(self.scroll_offset.y + int(pages * max(1, self.size.height - 1)))

    def end(self, last: bool) -> None:
        """To an end of the text."""
        self.current = -1
        self._scroll(len(self._lines) if last else 0)

    def go_to(self, offset: int) -> None:
        """Scroll so that an offset is near the top."""
        line = self.line_of(offset) if offset else 0
        self._scroll(max(0, line - 3) if line else 0)

    def jump(self, offset: int, mark: Mark | None = None) -> None:
        """To a place, or to a mark, which becomes the current one if it is still there."""
        self.current = self.marks.index(mark) if mark in self.marks else -1
        if (current := self.current_mark) is None:
            self.go_to(offset)
        else:
            self.show_span(current.span)
        self.refresh()

    def stand_at(self, offset: int) -> None:
        """Scroll so that the line of an offset is the first one in sight."""
        line = self.line_of(offset) if offset else 0
        self._anchor = offset
        # Not by `_scroll`: while the size changes, the old one would hold it back.
        self.scroll_to(y=line, animate=False, immediate=True)
        self._follow()

    def _scroll(self, line: int) -> None:
        limit = max(0, len(self._lines) - self.size.height)
        self.scroll_to(y=max(0, min(line, limit)), animate=False, immediate=True)
        self._scrolled()

    def _scrolled(self) -> None:
        self._anchor, self._gone_to = self.offset_in_sight(), None
        self._follow()

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls: marks follow."""
        self.call_after_refresh(self._scrolled)

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls: marks follow."""
        self.call_after_refresh(self._scrolled)

    def _follow(self) -> None:
        """Make the first mark in sight current, unless the current one is in sight."""
        first = self.scroll_offset.y
        last = first + max(1, self.size.height)
        if self.marks:
            lines = [self.line_of(mark.span.start) for mark in self.marks]
            held = self.current >= 0 and first <= lines[self.current] < last
            if not held:
                at = next((i for i, line in enumerate(lines) if first <= line < last), None)
                if at is not None:
                    self.current = at
                    self.refresh()
        self.place_cursor()
        self.post_message(self.Marked())

    def next_mark(self, by: int) -> bool:
        """To the next mark; False at the end."""
        at = self.current + by
        if not 0 <= at < len(self.marks):
            return False
        self.current = at
        self.show_span(self.marks[at].span)
        return True

    def show_span(self, span: Span) -> None:
        """Bring a span in sight, with three lines of text below it."""
        self._gone_to = span
        line, last = self.line_of(span.start), self.line_of(span.end - 1) + 3
        top, height = self.scroll_offset.y, self.size.height
        target = top
        if last >= top + height:
            target = last - height + 1
        target = min(target, max(0, line - 1)) if line < target or line < top else target
        self.scroll_to(y=target, animate=False, immediate=True)
        self._anchor = self.offset_in_sight()
        self.refresh()
        self.place_cursor()
        self.post_message(self.Marked())

    def cursor_line(self) -> int:
        """The line that was gone to, else of the current mark, else the first in sight."""
        mark = self.current_mark
        span = self._gone_to or (mark.span if mark else None)
        return self.scroll_offset.y if span is None else self.line_of(span.start)

    def reveal(self) -> None:
        """Lines only scroll: there is no row to bring in sight."""
        self.place_cursor()

    def cell_of(self, offset: int) -> int:
        """The cell of the pane in which a character stands."""
        place = self._lines[self.line_of(offset)]
        before = cell_len(seen(self._shown[place.start : offset]))
        return GUTTER + cell_len(place.lead) + place.blanks_to(offset) + before

    def hit(self, item: int, line: int, column: int) -> bool:
        """A click on a marked line makes its mark current."""
        indexes = self._by_line.get(item)
        if indexes:
            at = indexes.index(self.current) + 1 if self.current in indexes else 0
            self.current = indexes[at % len(indexes)]
            self.refresh()
            self.post_message(self.Marked())
        return True
