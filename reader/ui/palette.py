"""Every command by name: typing narrows, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rapidfuzz import fuzz
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader import manual
from reader.keymap import key_of, on_screen
from reader.ui.boxes import Box
from reader.ui.draw import Line, spread, styled
from reader.ui.lineview import LineView
from reader.ui.roles import own_themes
from reader.ui.searchline import OneLineInput

# rapidfuzz's partial ratio; below it a match shares too few letters to be meant, as do all matches
# of words so short. It is asked only where nothing has the very letters.
CLOSE = 72
SHORT = 3
# What has the very letters: where a word of the name begins with them, and inside of one, each by
# how early they stand; in what is said of it, the id first; then what has all words somewhere.
BEGUN, NAMED, DESCRIBED, SCATTERED = 4_000, 3_000, 2_000, 1_000

ROWS = 14
ROOM_FOR_GROUPS = 60
"""Cells; with fewer the names would be cut."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One command of the palette."""

    name: str
    group: str
    key: str
    action: str
    also: str = ""
    """Its id, what the help says of it and its groups: found too, behind the names."""


PAGES = tuple(
    Choice(title, "Manual", "", f"manual({name!r})", "a page of the manual")
    for name, title in manual.PAGES.items()
)
LOOKS = (
    Choice("Dark colours", "Colours", "", "look:dark", "theme"),
    Choice("Light colours", "Colours", "", "look:light", "theme"),
    Choice("High contrast", "Colours", "", "look:contrast", "colours theme"),
    Choice("Sixteen colours of the terminal", "Colours", "", "look:16", "theme"),
    Choice("No colours", "Colours", "", "look:none", "theme"),
    Choice("Colours as the terminal asks", "Colours", "", "look:auto", "theme"),
)


def choices(letter: str) -> list[Choice]:
    """What can be done from a screen, and everywhere; moving about stands last."""
    named = [c for c in on_screen(letter) if c.palette]
    found = [
        Choice(
            c.palette,
            "Here" if letter in c.where else "Reader",
            key_of(c.id),
            c.action,
            f"{c.id} {c.does} {c.group}".casefold(),
        )
        for c in sorted(named, key=lambda c: c.group == "Moving")
    ]
    own = [
        Choice(f"Theme {name}", "Colours", "", f"look:{name}", "colours") for name in own_themes()
    ]
    return [*found, *PAGES, *LOOKS, *own]


def narrowed(all_choices: Sequence[Choice], words: str) -> list[Choice]:
    """The choices that fit what was typed, the best first."""
    if not words:
        return list(all_choices)
    folded = words.casefold()
    scores = [_literal(choice, folded) for choice in all_choices]
    if not any(scores) and len(folded) > SHORT:
        close = [fuzz.partial_ratio(folded, choice.name.casefold()) for choice in all_choices]
        scores = [score if score >= CLOSE else 0 for score in close]
    ranked = sorted(zip(scores, all_choices, strict=True), key=lambda pair: -pair[0])
    return [choice for score, choice in ranked if score]


def _literal(choice: Choice, folded: str) -> float:
    """How well a choice has the very letters that were typed; 0 if it has not."""
    name = choice.name.casefold()
    if (at := f" {name}".find(f" {folded}")) >= 0:
        return BEGUN - at
    if (at := name.find(folded)) >= 0:
        return NAMED - at
    said = f"{choice.also} {choice.group.casefold()}"
    if folded in said:
        return DESCRIBED + said.startswith(folded)
    everything = f"{name} {said}"
    return SCATTERED if all(word in everything for word in folded.split()) else 0


class ChoiceList(LineView, can_focus=False):
    """The commands that fit."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Sequence[Choice] = ()
        self.words = ""

    def put(self, shown: Sequence[Choice], words: str) -> None:
        """Show these."""
        self.shown, self.words = shown, words.casefold()
        self.reset()

    def count(self) -> int:
        """The commands, or one line that says that none fits."""
        return max(1, len(self.shown))

    def draw(self, line: int, cells: int) -> Line:
        """Name with the typed words marked, group, key."""
        if not self.shown:
            return [(" No command is called so", "dim")]
        choice = self.shown[line]
        at = choice.name.casefold().find(self.words) if self.words else -1
        marks = [(at, at + len(self.words), "found")] if at >= 0 else []
        name = styled(choice.name, 0, len(choice.name), marks)
        right: Line = [(f"{choice.key:>8} ", "accent")]
        if cells >= ROOM_FOR_GROUPS:
            right.insert(0, (f"{choice.group:<10}", "dim"))
        return spread([(" ", "text"), *name], right, cells)


class PaletteBox(Box[Choice]):
    """The palette."""

    DEFAULT_CSS = f"PaletteBox ChoiceList {{ height: {ROWS}; }}"
    BINDINGS: ClassVar[list[BindingType]] = [*Box.BINDINGS]

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._all = choices(letter)

    def compose(self) -> ComposeResult:
        """A line to type in, the commands below."""
        with Vertical(id="box") as box:
            box.border_title = "Commands"
            yield OneLineInput(placeholder="type a word of it", compact=True)
            yield ChoiceList()

    def on_mount(self) -> None:
        """Show all."""
        self.query_one(Input).focus()
        self._narrow()

    @on(Input.Changed)
    def _narrow(self) -> None:
        words = self.query_one(Input).value.strip()
        found = narrowed(self._all, words)
        self.query_one(ChoiceList).put(found, words)
        box = self.query_one("#box")
        more = "  more below" if len(found) > ROWS else ""
        box.border_subtitle = f"{len(found)} of {len(self._all)}{more}"

    @on(Input.Submitted)
    def _chosen(self) -> None:
        view = self.query_one(ChoiceList)
        self.dismiss(view.shown[view.cursor] if view.shown else None)

    @on(LineView.Moved)
    def _clicked(self) -> None:
        self.query_one(ChoiceList).refresh()

    @on(LineView.Opened)
    def _opened(self) -> None:
        self._chosen()

    def key_down(self) -> None:
        """The next command."""
        self.query_one(ChoiceList).move(1)

    def key_up(self) -> None:
        """The previous command."""
        self.query_one(ChoiceList).move(-1)
