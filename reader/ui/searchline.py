"""Lines in which words to look for are typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input, Static

from reader.text.safety import clean
from reader.ui.bars import OneLine
from reader.ui.draw import Line, fit_right

if TYPE_CHECKING:
    from reader.actions.completing import Completion
    from reader.ui.app import ReaderApp


SIGN = 3
"""Cells before the query in its line."""


class OneLineInput(Input):
    """An input whose text cannot carry control characters, however it comes in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+u", "empty", show=False)]
    LONGEST: ClassVar[int] = 1000
    """Characters; what is pasted beyond them is dropped."""

    # On one line without bars nothing else depends on how long its text is: Textual would lay out
    # the whole screen anew with each key.
    virtual_size = reactive(Size(0, 0), layout=False)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the caret is drawn; at the end of the words Textual tells one cell more."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    def render_line(self, y: int) -> Strip:
        """Draw it, with the terminal's own cursor on the caret."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_line(y)

    def action_empty(self) -> None:
        """Take all of it away."""
        self.value = ""

    def _on_paste(self, event: events.Paste) -> None:
        words = " ".join(clean(event.text[: self.LONGEST * 4]).split())
        kept = words[: max(0, self.LONGEST - len(self.value))]
        if len(kept) < len(words) and " " in kept:
            kept = kept.rpartition(" ")[0]  # half an address would be another one
        self.insert_text_at_cursor(kept)
        event.stop()
        event.prevent_default()


class _Wrong(Highlighter):
    """Marks the part of a query that was not understood, by more than its colour."""

    def __init__(self, line: QueryInput) -> None:
        self._line = line

    def highlight(self, text: Text) -> None:
        """Underline and reverse it."""
        if self._line.wrong:
            app = cast("ReaderApp", self._line.app)
            text.stylize(app.roles.style("error underline reverse"), *self._line.wrong)


class QueryInput(OneLineInput):
    """The line of a query: what may follow stands dim behind it, what is wrong in it is marked."""

    offer: Completion | None = None
    """What → and Tab take."""
    wrong: tuple[int, int] | None = None
    """Where the part begins and ends that was not understood."""

    def __init__(self, moved: Callable[[], None]) -> None:
        """`moved` is called at once when the cursor has: a message comes after the next frame."""
        super().__init__(placeholder="search all articles", compact=True, id="query")
        self._moved = moved
        self._ended: str | None = None
        self.highlighter = _Wrong(self)

    def propose(self, offer: Completion | None) -> None:
        """Offer to type on."""
        self.offer = offer
        typed = self.value
        self._suggestion = ""
        if offer and self.cursor_at_end and offer.end == len(typed):
            had = typed[offer.start :]
            if offer.text.casefold().startswith(had.casefold()):
                self._suggestion = typed + offer.text[len(had) :]

    def mark(self, wrong: tuple[int, int] | None) -> None:
        """Mark a part as not understood."""
        if wrong != self.wrong:
            self.wrong = wrong
            self.refresh()

    @property
    def marked_cell(self) -> int:
        """The cell, counted from the edge of the screen, at which the marked part begins."""
        before = self.value[: self.wrong[0]] if self.wrong else ""
        return SIGN + cell_len(before) - self.scroll_offset.x

    def take(self) -> bool:
        """Type what is offered; False if nothing is."""
        if self.offer is None:
            return False
        value, cursor = self.offer.applied(self.value)
        if self.offer.kind != "field" and cursor == len(value):
            value, cursor = f"{value} ", cursor + 1
            self._ended = value
        self.put(value, cursor)
        return True

    def insert_text_at_cursor(self, text: str) -> None:
        """Type it; a blank behind what was taken stands there already."""
        if text == " " and self.cursor_at_end and self.value == self._ended:
            self._ended = None
        else:
            super().insert_text_at_cursor(text)

    def put(self, value: str, cursor: int | None = None) -> None:
        """Have a query there, with the cursor at its end if nowhere else."""
        self.offer = None
        self.value = value
        self.cursor_position = len(value) if cursor is None else cursor

    def watch_selection(self) -> None:
        """What is offered goes on at the end of what was typed."""
        if not self.cursor_at_end:
            self._suggestion = ""
        if self.has_focus:
            self._moved()

    def action_cursor_right(self, select: bool = False) -> None:
        """At the end: take what is offered."""
        if select or not self.cursor_at_end or not self.take():
            super().action_cursor_right(select)


class SearchLine(Horizontal):
    """`/`, what is typed, and at the right how the list is ordered; filters below."""

    DEFAULT_CSS = """
    SearchLine { height: 1; }
    SearchLine Static { width: 3; text-style: bold; color: $primary; }
    SearchLine OneLineInput { width: 1fr; }
    SearchLine Status { width: 26; }
    """

    def __init__(self, moved: Callable[[], None]) -> None:
        super().__init__()
        self._moved = moved

    def compose(self) -> ComposeResult:
        """Sign, input, status."""
        yield Static(" / ", markup=False)
        yield QueryInput(self._moved)
        yield Status()


class Status(OneLine):
    """Words at the right end of the search line."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def say(self, words: str) -> None:
        """Show these words."""
        if words != self.words:
            self.words = words
            self.refresh()

    def runs(self, cells: int) -> Line:
        """The words at the right."""
        return [(fit_right(self.words, cells - 1) + " ", "dim")]


class FindLine(Horizontal):
    """The line at the bottom in which words to find on this screen are typed."""

    DEFAULT_CSS = """
    FindLine { height: 1; display: none; }
    FindLine.-open { display: block; layout: horizontal; }
    FindLine Static { width: 3; text-style: bold; color: $primary; }
    FindLine OneLineInput { width: 1fr; }
    """

    @dataclass
    class Asked(Message):
        """Enter was pressed: find these words."""

        words: str

    def compose(self) -> ComposeResult:
        """Sign and input."""
        yield Static(" / ", markup=False)
        yield OneLineInput(placeholder="find on this screen", compact=True)

    def enter(self) -> None:
        """Open the line."""
        self.add_class("-open")
        self.screen.set_focus(self.query_one(Input))

    def _leave(self, words: str) -> None:
        self.remove_class("-open")
        self.post_message(self.Asked(words))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._leave(event.value.strip())

    def key_escape(self, event: events.Key) -> None:
        """Leave without finding."""
        event.stop()
        self._leave("")
