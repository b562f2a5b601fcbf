"""The box in which the tags of articles are written, with the known ones below as one types."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.text.safety import clean, one_line
from reader.ui.boxes import Box, named
from reader.ui.draw import Line, spread
from reader.ui.lineview import LineView
from reader.ui.searchline import OneLineInput

ROWS = 8
Change = tuple[tuple[str, ...], tuple[str, ...]]
"""Tags to give, and tags to take away."""


def tags_in(line: str) -> list[str]:
    """The tags in a line with commas between; one with a comma of its own is in quotes."""
    found = next(csv.reader([line], skipinitialspace=True), [])
    return [tag for tag in (" ".join(clean(tag).split()) for tag in found) if tag]


def line_of(tags: Iterable[str]) -> str:
    """The line that `tags_in` reads as these tags."""
    shown = map(one_line, tags)
    return ", ".join(
        '"{}"'.format(tag.replace('"', '""')) if set(',"') & set(tag) else tag for tag in shown
    )


class KnownTags(LineView, can_focus=False):
    """Tags that are in use, with how many articles have each."""

    def __init__(self, known: Mapping[str, int]) -> None:
        super().__init__()
        self._known = known
        self.known = len(known)
        """How many there are."""
        self.shown: Sequence[str] = ()

    def narrow(self, begun: str, without: Iterable[str]) -> None:
        """Show those that begin so, then those that have it within."""
        used = {tag.casefold() for tag in without}
        folded = begun.casefold()
        fitting = [
            tag
            for tag in sorted(self._known, key=str.casefold)
            if folded in tag.casefold() and tag.casefold() not in used
        ]
        self.shown = sorted(fitting, key=lambda tag: not tag.casefold().startswith(folded))
        self.reset()

    @property
    def current(self) -> str | None:
        """The tag that Tab writes out."""
        return self.shown[self.cursor] if self.shown else None

    def count(self) -> int:
        """The tags that fit."""
        return len(self.shown)

    def draw(self, line: int, cells: int) -> Line:
        """A tag and its count."""
        tag = self.shown[line]
        return spread([(f" {one_line(tag)}", "text")], [(f"{self._known[tag]:,} ", "dim")], cells)


class TagBox(Box[Change]):
    """Hands back which tags to give and which to take away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in Box.BINDINGS if getattr(binding, "key", "") != "tab"),
        Binding("tab", "complete", show=False, priority=True),
    ]

    def __init__(self, of: str, tags: Sequence[str], known: Mapping[str, int]) -> None:
        super().__init__()
        self._of, self._tags = of, tuple(tags)
        self._view = KnownTags(known)

    def compose(self) -> ComposeResult:
        """The line, the known tags below it, what the keys do."""
        with Vertical(id="box") as box:
            named(box, f"Tags of {self._of}")
            line = line_of(self._tags)
            yield OneLineInput(f"{line}, " if line else "", placeholder="tag, tag", compact=True)
            yield self._view
            yield Static("Tab ↓ writes a known one out, Enter keeps, Esc leaves it", markup=False)

    def on_mount(self) -> None:
        """Ready to type after the tags that there are."""
        self._view.styles.height = max(1, min(ROWS, self._view.known))
        line = self.query_one(Input)
        line.select_on_focus = False
        line.focus()
        line.cursor_position = len(line.value)
        self._narrow()

    @on(Input.Changed)
    def _narrow(self) -> None:
        before, begun = self._parts()
        self._view.narrow(begun, tags_in(before))

    def _parts(self) -> tuple[str, str]:
        """What stands before the tag that is being typed, and that tag."""
        before, comma, begun = self.query_one(Input).value.rpartition(",")
        return before + comma, begun.strip()

    def action_complete(self) -> None:
        """Write the current known tag out."""
        if (tag := self._view.current) is not None:
            before, _ = self._parts()
            line = self.query_one(Input)
            line.value = f"{before}{' ' if before else ''}{line_of([tag])}, "
            line.cursor_position = len(line.value)

    @on(LineView.Moved)
    def _moved(self) -> None:
        self._view.refresh()

    @on(LineView.Opened)
    def _clicked(self) -> None:
        self.action_complete()

    def key_down(self) -> None:
        """The next known tag."""
        self._view.move(1)

    def key_up(self) -> None:
        """The previous known tag."""
        self._view.move(-1)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        wanted = {tag.casefold(): tag for tag in tags_in(event.value)}
        has = {tag.casefold() for tag in self._tags}
        add = tuple(tag for folded, tag in wanted.items() if folded not in has)
        take = tuple(tag for tag in self._tags if tag.casefold() not in wanted)
        self.dismiss((add, take) if add or take else None)
