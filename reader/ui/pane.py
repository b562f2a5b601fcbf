"""Panes of ready-made blocks: previews and panels."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from textual import events
from textual.message import Message

from reader.ui.draw import Line
from reader.ui.lineview import LineView


@dataclass(frozen=True, slots=True)
class Block:
    """A few lines that belong together in a pane."""

    lines: tuple[Line, ...]
    target: object = None
    """What Enter leads to; the cursor stands only on blocks that have one."""


class Pane(LineView):
    """Ready-made blocks: previews, panels. Without targets it only scrolls."""

    class Resized(Message):
        """It has another size: what is wrapped to its width has to be made anew."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

        @property
        def control(self) -> Pane:
            """The pane, for `@on` with a selector."""
            return self.pane

    def on_resize(self, event: events.Resize) -> None:
        """Whoever fills it is told."""
        self.post_message(self.Resized(self))

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._blocks: list[Block] = []
        self._tops: list[int] = [0]

    def show(self, blocks: list[Block], *, keep: bool = False) -> None:
        """Put up these blocks, from the top unless told to keep the place."""
        self._blocks = blocks
        self._tops = list(accumulate((len(b.lines) for b in blocks), initial=0))
        offset = self.scroll_offset.y if keep else 0
        first = next((i for i, b in enumerate(blocks) if b.target is not None), 0)
        self.set_length(self._tops[-1])
        if not (keep and self.selectable(self.cursor)):
            self.set_reactive(LineView.cursor, first)
        self.scroll_to(y=offset, animate=False, immediate=True)
        self.refresh()
        if self.has_focus:
            self.call_after_refresh(self.place_cursor)

    @property
    def target(self) -> object:
        """What the current block leads to, None where there is nothing to choose."""
        return self._blocks[self.cursor].target if self.cursor < len(self._blocks) else None

    @property
    def shows_cursor(self) -> bool:
        """Only where there is something to choose, and the person is here."""
        return self.has_focus and self.target is not None

    def count(self) -> int:
        """The blocks."""
        return len(self._blocks)

    def top(self, item: int) -> int:
        """Where a block begins."""
        return self._tops[item]

    def item_at(self, line: int) -> int:
        """The block around a line."""
        return bisect_right(self._tops, line, hi=len(self._blocks)) - 1

    def draw(self, line: int, cells: int) -> Line:
        """A line as it was given."""
        item = self.item_at(line)
        return list(self._blocks[item].lines[line - self._tops[item]])

    def selectable(self, item: int) -> bool:
        """Blocks that lead somewhere."""
        return 0 <= item < len(self._blocks) and self._blocks[item].target is not None

    def move(self, by: int) -> None:
        """To the next block that leads somewhere, else scroll."""
        if any(block.target is not None for block in self._blocks):
            super().move(by)
        else:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False, immediate=True)

    def page(self, pages: float) -> None:
        """Scroll by pages."""
        lines = int(pages * max(1, self.size.height - 1))
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def end(self, last: bool) -> None:
        """Scroll to an end."""
        self.scroll_to(y=self._tops[-1] if last else 0, animate=False, immediate=True)

    def cursor_line(self) -> int:
        """The current block, else the first line in sight."""
        return self._tops[self.cursor] if self.shows_cursor else self.scroll_offset.y
