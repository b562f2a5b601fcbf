"""The base of every pane: a scroll view that draws its own lines, with a cursor and hits.

Built-in lists mount or measure every row; this one asks for the rows on the screen only, so that
a hundred thousand of them cost the same as ten.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.text.safety import visible
from reader.ui.barelines import BareLines, reversed_in, strip_of
from reader.ui.draw import Line, clip, marked
from reader.ui.roles import Roles
from reader.ui.spoken import WORDS, keys_said, spoken

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Items of one or more lines; the cursor stands on an item."""

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    LineView { scrollbar-size: 0 0; overflow: hidden scroll; height: 1fr; width: 1fr; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the current item."""
    looked_for: re.Pattern[str] | None = None
    """Words that are marked wherever they are drawn."""
    means: Mapping[str, str] = WORDS
    """What signs are called where they are said in words."""
    labels: Mapping[int, str] = MappingProxyType({})
    """What stands before lines of the pane while one is chosen by its letter, in words only."""
    _clicked = -1
    """The item that was clicked last: a second click opens it."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._styles_cache = BareLines()

    @dataclass
    class Moved(Message):
        """The cursor stands on another item."""

        view: LineView
        cursor: int

        @property
        def control(self) -> LineView:
            """The view, so that handlers can select by it."""
            return self.view

    @dataclass
    class Opened(Message):
        """An item was clicked a second time: the person wants what Enter does."""

        view: LineView

        @property
        def control(self) -> LineView:
            """The view, so that handlers can select by it."""
            return self.view

    # What a view draws ------------------------------------------------------------------------

    def count(self) -> int:
        """How many items there are."""
        return 0

    def top(self, item: int) -> int:
        """The line on which an item begins; of `count()`: the number of lines."""
        return item

    def item_at(self, line: int) -> int:
        """The item that holds a line."""
        return line

    def draw(self, line: int, cells: int) -> Line:
        """The runs of one line, from column 1 on, in at most so many cells."""
        raise NotImplementedError

    def beyond(self, cells: int) -> Line:
        """The runs of a line below the last one: columns go on there."""
        return []

    def selectable(self, item: int) -> bool:
        """Whether the cursor can stand on an item."""
        return 0 <= item < self.count()

    def words_of(self, item: int) -> str:
        """The words of an item, for finding in them."""
        cells = max(20, self.size.width - 1)
        lines = range(self.top(item), self.top(item + 1))
        return " ".join("".join(text for text, _ in self.draw(line, cells)) for line in lines)

    # What the base does with it -----------------------------------------------------------------

    @property
    def roles(self) -> Roles:
        """The styles of the current look."""
        return cast("ReaderApp", self.app).roles

    @property
    def in_words(self) -> bool:
        """Whether signs are said in words."""
        return cast("ReaderApp", self.app).words

    def reset(self, cursor: int = 0) -> None:
        """Take note of new content."""
        total, had = self.count(), self.virtual_size.height
        self.set_length(self.top(total))
        self.set_reactive(LineView.cursor, max(0, min(cursor, total - 1)))
        self.reveal()
        if type(self).beyond is LineView.beyond:
            # Below the last line nothing was and nothing is.
            lines = max(1, had, self.virtual_size.height) - self.scroll_offset.y
            self.refresh(Region(0, 0, self.size.width, lines).intersection(self.size.region))
        else:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line of the screen."""
        cells = self.size.width
        line = y + self.scroll_offset.y
        if line >= self.top(self.count()) or cells < 2:
            return self.strip([(" ", "text"), *self.beyond(cells - 1)], cells, False, line)
        item = self.item_at(line)
        current = self.count() > 0 and item == self.cursor and self.shows_cursor
        selected = current and (not self.roles.reverses or line == self.top(item))
        bar = "▌" if current and self.has_focus else " "
        drawn = marked(clip(self.draw(line, cells - 1), cells - 1), self.looked_for)
        runs = [(bar, "accent"), *drawn]
        return self.strip(runs, cells, selected, line)

    @property
    def shows_cursor(self) -> bool:
        """Whether the current item is drawn as such."""
        return True

    def strip(self, runs: Line, cells: int, selected: bool, line: int) -> Strip:
        """Runs as a strip."""
        roles, ascii_only = self.roles, cast("ReaderApp", self.app).ascii_only
        style = partial(roles.style, selected=selected)
        label = self.labels.get(line - self.scroll_offset.y, "")
        runs = self.said(runs, cells - len(label) - bool(label))
        if label:
            runs = [(label, "found bold"), (" ", "text"), *runs]
        strip = strip_of(runs, cells, style, ground="text", ascii_only=ascii_only)
        if not self.ALLOW_SELECT:
            return strip
        selection = self.text_selection
        span = selection.get_span(line) if selection is not None else None
        return (reversed_in(strip, *span) if span else strip).apply_offsets(0, line)

    def said(self, runs: Line, cells: int) -> Line:
        """The runs as they are, or in words where that is wanted."""
        if self.in_words:
            return spoken(runs, cells, self.means)
        return keys_said(runs, cells) if cast("ReaderApp", self.app).ascii_only else runs

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under a mouse selection."""
        cells = max(2, self.size.width)
        lines = [
            "".join(
                text for text, _ in self.said([(" ", "text"), *self.draw(line, cells - 1)], cells)
            ).rstrip()
            for line in range(self.virtual_size.height)
        ]
        text = visible(selection.extract("\n".join(lines)))
        return "\n".join(part.rstrip() for part in text.split("\n")), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw a mouse selection."""
        self.refresh()

    def set_length(self, lines: int) -> None:
        """Say how many lines there are.

        Not by assignment: that would lay out the whole screen anew, at ten times the cost of
        repainting this pane, and without scroll bars nothing else depends on it.
        """
        self.set_reactive(ScrollView.virtual_size, Size(1, lines))

    # Cursor ----------------------------------------------------------------------------------

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an item."""
        return max(0, min(cursor, self.count() - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two items concerned, and say so."""
        if not self.is_mounted:
            return
        self._clicked = new if new == self._clicked else -1
        self.reveal()
        for item in (old, new):
            if 0 <= item < self.count():
                first = self.top(item) - self.scroll_offset.y
                height = self.top(item + 1) - self.top(item)
                region = Region(0, first, self.size.width, height)
                self.refresh(region.intersection(self.size.region))
        self.post_message(self.Moved(self, new))

    def move(self, by: int) -> None:
        """The next item in a direction on which the cursor can stand."""
        item = self.cursor + by
        step = 1 if by > 0 else -1
        while 0 <= item < self.count() and not self.selectable(item):
            item += step
        if 0 <= item < self.count():
            self.cursor = item
        elif by < 0:
            self.scroll_to(y=0, animate=False, immediate=True)

    def page(self, pages: float) -> None:
        """Move by so many screens."""
        if not self.count():
            return
        line = self.top(self.cursor) + int(pages * max(1, self.size.height - 1))
        line = max(0, min(line, self.top(self.count()) - 1))
        item = self.item_at(line)
        if item == self.cursor:
            item += 1 if pages > 0 else -1
        item = max(0, min(item, self.count() - 1))
        self._settle(item, 1 if pages > 0 else -1)

    def end(self, last: bool) -> None:
        """The first or last item."""
        if last:
            self._settle(self.count() - 1, -1)
        else:
            self._settle(0, 1)
            self.scroll_to(y=0, animate=False, immediate=True)

    def _settle(self, item: int, step: int) -> None:
        for direction in (step, -step):
            found = item
            while 0 <= found < self.count() and not self.selectable(found):
                found += direction
            if 0 <= found < self.count():
                self.cursor = found
                return

    def reveal(self) -> None:
        """Scroll so that the current item is in sight, and put the terminal's cursor on it."""
        if not self.is_mounted or not self.size.height:
            return
        first, last = self.top(self.cursor), self.top(min(self.cursor + 1, self.count()))
        offset, height = self.scroll_offset.y, self.size.height
        target = offset
        if last > offset + height:
            target = last - height
        if first < target:
            target = first
        if target != offset:
            self.scroll_to(y=target, animate=False, immediate=True)
        self.place_cursor()

    def cursor_line(self) -> int:
        """The line on which the terminal's cursor stands."""
        return self.top(self.cursor)

    def place_cursor(self) -> None:
        """Put the terminal's own cursor where the person is: screen readers follow it."""
        if not self.has_focus or not self.is_attached:
            return
        region = self.content_region
        line = self.cursor_line()
        column = 1
        if 0 <= line < self.virtual_size.height and region.width > 1:
            runs = [(" ", "text"), *self.draw(line, region.width - 1)]
            drawn = "".join(text for text, _ in self.said(runs, region.width))
            column = len(drawn) - len(drawn.lstrip())
        y = max(0, line - round(self.scroll_y))
        place = Offset(region.x + min(column, max(0, region.width - 1)), region.y + y)
        if place != self.app.cursor_position:
            self.app.cursor_position = place
            # Textual moves the cursor with the next repaint: see that there is one.
            self.refresh(Region(0, y, 1, 1))

    # Events ----------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Content may depend on the width; what is hidden keeps its place until it is seen."""
        if not event.size:
            return
        self.relayout()
        self.set_length(self.top(self.count()))
        self.reveal()
        self.resized()
        self.refresh()  # it may have been painted before this message came, with the old content

    def resized(self) -> None:
        """The size is known and the content laid out for it."""

    def relayout(self) -> None:
        """Work out again what depends on the width."""

    def on_focus(self) -> None:
        """Show the cursor bar."""
        self.refresh()
        self.call_after_refresh(self.place_cursor)

    def on_blur(self) -> None:
        """Hide the cursor bar."""
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """A click sets the cursor, a second one opens."""
        if self.screen.get_selected_text():
            return
        line = event.y + self.scroll_offset.y
        if line >= self.virtual_size.height:
            return
        item = self.item_at(line)
        if not self.selectable(item):
            return
        again = item == self.cursor and self._clicked == item
        self._clicked = item
        if self.hit(item, line - self.top(item), event.x):
            return
        if again:
            self.post_message(self.Opened(self))
        else:
            self.cursor = item

    def hit(self, item: int, line: int, column: int) -> bool:
        """Whether a click at a place within an item was something of its own, and was done."""
        return False
