"""A box of rows of which one is chosen: with the arrows, its number, or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from reader.ui.boxes import Box, named
from reader.ui.draw import Line, spread
from reader.ui.lineview import LineView

MOST_ROWS = 30


@dataclass(frozen=True, slots=True)
class Pick:
    """A row: its runs, and what stands at its right end."""

    left: tuple[tuple[str, str], ...]
    right: str = ""


class Picks(LineView):
    """The rows."""

    def __init__(self, picks: Sequence[Pick]) -> None:
        super().__init__()
        self.picks = picks

    def count(self) -> int:
        """All of them."""
        return len(self.picks)

    def draw(self, line: int, cells: int) -> Line:
        """One of them."""
        pick = self.picks[line]
        return spread(pick.left, [(f"{pick.right} ", "dim")] if pick.right else [], cells)


class PickBox(Box[int]):
    """Which of the rows; gives its index."""

    DEFAULT_CSS = f"PickBox Picks {{ max-height: {MOST_ROWS}; }}"
    BINDINGS: ClassVar[list[BindingType]] = [
        *Box.BINDINGS,
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("pagedown,ctrl+d,space", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding("enter", "choose", show=False),
        Binding("q", "close", show=False),
    ]

    def __init__(self, title: str, does: str, picks: Sequence[Pick], at: int = 0) -> None:
        super().__init__()
        self._title, self._does, self._at = title, does, at
        self._picks = Picks(picks)
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The rows, and what the keys do."""
        with Vertical(id="box") as box:
            named(box, self._title)
            box.border_subtitle = f"Enter {self._does}   Esc back"
            yield self._picks

    def on_mount(self) -> None:
        """As high as the rows, as far as there is room."""
        room = max(3, self.app.size.height - 6)
        self._picks.styles.height = min(self._picks.count(), room, MOST_ROWS)
        self._picks.focus()
        self.call_after_refresh(self._picks.reset, self._at)

    def on_key(self, event: events.Key) -> None:
        """Digits go to the row of that number."""
        if event.character is None or event.character not in "0123456789":
            self._typed = ""
            return
        for typed in (self._typed + event.character, event.character):
            if 0 < int(typed) <= self._picks.count():
                self._typed, self._picks.cursor = typed, int(typed) - 1
                return

    @on(LineView.Opened)
    def action_choose(self) -> None:
        """Choose the current one."""
        self.dismiss(self._picks.cursor)

    def action_move(self, by: int) -> None:
        """Up and down."""
        self._picks.move(by)

    def action_page(self, pages: int) -> None:
        """By pages."""
        self._picks.page(pages)

    def action_end(self, last: bool) -> None:
        """To an end."""
        self._picks.end(last)
