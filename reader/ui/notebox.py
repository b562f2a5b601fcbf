"""The box in which a note is written; every way out of it keeps what was written."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.dom import DOMNode
from textual.strip import Strip
from textual.timer import Timer
from textual.types import WatchCallbackType
from textual.widgets import Static, TextArea

from reader.text.safety import clean, one_line
from reader.ui.boxes import Box, named
from reader.ui.draw import cut
from reader.ui.pictures import of_one_width

PAUSE = 0.7
"""Seconds after the last key before what was written is kept: a crash loses no more than that."""
LONGEST = 100_000
"""Characters of a note; what is pasted beyond them is dropped."""
QUOTED = 220
"""Characters shown of the words that it is about."""


class NoteArea(TextArea):
    """Lines of text that cannot carry control characters, however they come in."""

    def watch(
        self, obj: DOMNode, attribute_name: str, callback: WatchCallbackType, init: bool = True
    ) -> None:
        """Nothing of the app: the look stays below a box, and watchers of it are kept for ever."""
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)

    def render_line(self, y: int) -> Strip:
        """Draw it, with the terminal's own cursor on the caret."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_line(y)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        words = clean(event.text)[: max(0, LONGEST - len(self.text))]
        self.replace(words, *self.selection, maintain_selection_offset=False)


class NoteBox(Box[bool]):
    """Hands what is written to `keep`, which says what went wrong, and True when it closes."""

    DEFAULT_CSS = """
    NoteBox NoteArea {
        height: 11; max-height: 60%; border: none; padding: 0; margin: 1 0;
        background: $background; color: $foreground; background-tint: 0%;
    }
    NoteBox NoteArea:focus { border: none; background-tint: 0%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "close", show=False, priority=True),
        Binding("ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(
        self, title: str, quoted: str, text: str, keep: Callable[[str], Awaitable[str]]
    ) -> None:
        super().__init__()
        self._title, self._quoted, self._text, self._keep = title, quoted, text, keep
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """What it is about, the lines, what the keys do."""
        with Vertical(id="box") as box:
            named(box, self._title)
            if self._quoted:
                yield Static(of_one_width(f"“{cut(one_line(self._quoted), QUOTED)}”"), markup=False)
            area = NoteArea(self._text, soft_wrap=True, compact=True)
            area.highlight_cursor_line = False
            yield area
            yield Static("Esc or Ctrl+S keep and leave; empty it to take it away", id="said",
                         markup=False)  # fmt: skip

    def on_mount(self) -> None:
        """Ready to type after what there is."""
        area = self.query_one(NoteArea)
        area.focus()
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._kept)

    async def _kept(self) -> bool:
        """Keep it; whether that went well."""
        wrong = await self._keep(self.query_one(NoteArea).text)
        if wrong:
            self.query_one("#said", Static).update(f"Not kept: {wrong}")
        return not wrong

    async def action_close(self) -> None:
        """Keep it and close; where it cannot be kept the box stays."""
        if await self._kept():
            self.dismiss(True)

    async def action_leave(self) -> None:
        """Keep it and leave the program."""
        if await self._kept():
            self.app.exit(0)
