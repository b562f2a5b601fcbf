"""Lines in which words to look for are typed, and the filters below the first of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, Static

from reader.text.safety import clean, one_line
from reader.ui.bars import OneLine
from reader.ui.draw import Line, cut, fit_right, width
from reader.ui.results import Found


class OneLineInput(Input):
    """An input whose text cannot carry control characters, however it comes in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+u", "empty", show=False)]
    LONGEST: ClassVar[int] = 1000
    """Characters; what is pasted beyond them is dropped."""

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


class SearchLine(Horizontal):
    """`/`, what is typed, and at the right how the list is ordered; filters below."""

    DEFAULT_CSS = """
    SearchLine { height: 1; }
    SearchLine Static { width: 3; text-style: bold; color: $primary; }
    SearchLine OneLineInput { width: 1fr; }
    SearchLine Status { width: 26; }
    """

    def compose(self) -> ComposeResult:
        """Sign, input, status."""
        yield Static(" / ", markup=False)
        yield OneLineInput(placeholder="search all articles", compact=True, id="query")
        yield Status()


class Status(OneLine):
    """Words at the right end of the search line."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def say(self, words: str) -> None:
        """Show these words."""
        self.words = words
        self.refresh()

    def runs(self, cells: int) -> Line:
        """The words at the right."""
        return [(fit_right(self.words, cells - 1) + " ", "dim")]


class Filters(OneLine, can_focus=True):
    """Counts by which a result can be narrowed: Tab enters, Enter narrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,down,j", "turn(1)", show=False),
        Binding("left,h,up,k", "turn(-1)", show=False),
        Binding("enter,space", "narrow", show=False),
    ]

    @dataclass
    class Narrow(Message):
        """A filter was chosen."""

        term: str

    def __init__(self) -> None:
        super().__init__(id="filters")
        self.display = False
        self._terms: list[tuple[str, str, int]] = []
        """Heading, term of the query language, count."""
        self._at = 0
        self._places: list[tuple[int, int]] = []
        self._meant: tuple[str, int] | None = None

    def show(self, found: Found | None) -> None:
        """Put up the counts of a result."""
        self._terms = filter_terms(found) if found else []
        self._at = min(self._at, max(0, len(self._terms) - 1))
        self.offer(found.meant if found else None)

    def offer(self, meant: tuple[str, int] | None) -> None:
        """Put up another spelling of the query, with how much it finds; None takes it down."""
        self._meant = meant
        self.display = bool(self._terms or meant)
        self.refresh()

    def runs(self, cells: int) -> Line:
        """Each filter with its count."""
        line: Line = []
        self._places = []
        if self._meant:
            query, total = self._meant
            line += [(" did you mean ", "dim"), (cut(one_line(query), cells // 2), "accent"),
                     (f" {total:,}", "text"), ("  Ctrl+G", "dim")]  # fmt: skip
        if self._terms:
            line.append((" filters ", "dim"))
        last: str | None = None
        for index, (head, term, count) in enumerate(self._terms):
            name = term.partition(":")[2].strip('"') or term
            gap = ", " if head == last else f"  {head} " if head else "  "
            current = index == self._at and self.has_focus
            piece = f"{name} {count:,}"
            if width(line) + len(gap) + len(piece) > cells - 2:
                break
            line.append((gap, "dim"))
            start = width(line)
            line.append((piece, "accent underline" if current else "text"))
            self._places.append((start, start + len(piece)))
            last = head
        return line

    def on_focus(self) -> None:
        """Mark the current filter."""
        self.refresh()

    def on_blur(self) -> None:
        """Unmark it."""
        self.refresh()

    def action_turn(self, by: int) -> None:
        """To the next filter."""
        self._at = max(0, min(self._at + by, len(self._places) - 1))
        self.refresh()

    def action_narrow(self) -> None:
        """Narrow to the current filter."""
        if self._at < len(self._terms):
            self.post_message(self.Narrow(self._terms[self._at][1]))

    def on_click(self, event: events.Click) -> None:
        """Narrow to the filter under the pointer."""
        for index, (start, end) in enumerate(self._places):
            if start <= event.x < end:
                self.post_message(self.Narrow(self._terms[index][1]))


def filter_terms(found: Found) -> list[tuple[str, str, int]]:
    """The filters that narrow a result: those that neither all nor none of it has."""
    terms: list[tuple[str, str, int]] = []
    for head, key in (("", "is"), ("outlet", "outlet"), ("year", "date")):
        counts = sorted((found.facets or {}).get(key, {}).items(), key=lambda kv: (-kv[1], kv[0]))
        for value, count in counts[:6]:
            if value and 0 < count < found.total:
                quoted = f'"{value}"' if " " in value else value
                terms.append((head, f"{key}:{quoted}", count))
    return terms


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
