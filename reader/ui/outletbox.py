"""The box in which an outlet gets another name, or one of its names stands for itself again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.text.safety import clean, one_line
from reader.ui.boxes import Box, named
from reader.ui.draw import Line, cut, spread
from reader.ui.lineview import LineView
from reader.ui.searchline import OneLineInput

ROWS = 10


class Ruling(NamedTuple):
    """What is said of a name: it is the same outlet as another, or an outlet of its own again."""

    does: Literal["same", "apart"]
    name: str


class Names(LineView, can_focus=False):
    """What can be said, by the letters typed."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        super().__init__()
        self._counts = counts
        self.shown: Sequence[Ruling] = ()

    def put(self, shown: Sequence[Ruling]) -> None:
        """Show these."""
        self.shown = shown
        self.reset()

    def count(self) -> int:
        """All of them, or one line that says that there is none."""
        return max(1, len(self.shown))

    def draw(self, line: int, cells: int) -> Line:
        """A name with its count; one that it goes by already says what becomes of it."""
        if not self.shown:
            return [(" No other outlet yet: type a name", "dim")]
        does, name = self.shown[line]
        if does == "apart":
            return spread(
                [(f" {one_line(name)}", "text")], [("an outlet of its own ", "dim")], cells
            )
        known = f"{self._counts[name]:,} " if name in self._counts else "a new name "
        return spread([(f" {one_line(name)}", "text")], [(known, "dim")], cells)


class OutletBox(Box[Ruling]):
    """Hands back what was said of an outlet."""

    def __init__(self, outlet: str, also: Sequence[str], counts: Mapping[str, int]) -> None:
        super().__init__()
        self._outlet, self._also, self._counts = outlet, also, counts
        self._view = Names(counts)

    def compose(self) -> ComposeResult:
        """A line to type in, the names below it, what the keys do."""
        outlet = cut(one_line(self._outlet), 40)
        with Vertical(id="box") as box:
            named(box, f"“{outlet}” is the same outlet as")
            yield OneLineInput(placeholder="type a word of its name", compact=True)
            yield self._view
            yield Static("Enter: all of its articles bear that name, Esc leaves it", markup=False)

    def on_mount(self) -> None:
        """All names."""
        self._view.styles.height = max(1, min(ROWS, len(self._also) + len(self._counts)))
        self.query_one(Input).focus()
        self._narrow()

    @on(Input.Changed)
    def _narrow(self) -> None:
        typed = " ".join(clean(self.query_one(Input).value).split())
        own = self._outlet.casefold()
        names = [name for name in sorted(self._counts, key=str.casefold) if name.casefold() != own]
        rulings = [Ruling("apart", name) for name in self._also]
        rulings += [Ruling("same", name) for name in names]
        folded = typed.casefold()
        fitting = [each for each in rulings if folded in each.name.casefold()]
        if typed and folded not in {own, *(each.name.casefold() for each in rulings)}:
            fitting.append(Ruling("same", typed))
        self._view.put(
            sorted(fitting, key=lambda each: not each.name.casefold().startswith(folded))
        )

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        shown = self._view.shown
        self.dismiss(shown[self._view.cursor] if shown else None)

    @on(LineView.Moved)
    def _moved(self) -> None:
        self._view.refresh()

    @on(LineView.Opened)
    def _opened(self) -> None:
        self.dismiss(self._view.shown[self._view.cursor] if self._view.shown else None)

    def key_down(self) -> None:
        """The next name."""
        self._view.move(1)

    def key_up(self) -> None:
        """The previous name."""
        self._view.move(-1)
