"""The help box: the signs first, then the keys of the screen; typing narrows it."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from reader.keymap import Command, on_screen, shown
from reader.search.fields import FIELDS
from reader.ui.boxes import Box
from reader.ui.draw import Line, fit, pad, wrapped
from reader.ui.pane import Block, Pane
from reader.ui.searchline import OneLineInput
from reader.ui.signs import LEGEND, MARKED, NOTED

GROUPS = ("Marks", "Doing", "Words", "Moving", "Elsewhere")
KEY = 13
"""Cells of the column of keys."""


class HelpBox(Box[None]):
    """Signs and keys."""

    DEFAULT_CSS = """
    HelpBox > #box { width: 96; height: 90%; }
    HelpBox Pane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*Box.BINDINGS]

    def __init__(self, name: str, letter: str, *, searching: bool = False) -> None:
        super().__init__()
        self._name, self._letter, self._searching = name, letter, searching

    def compose(self) -> ComposeResult:
        """A line to type in, the columns below."""
        with Vertical(id="box") as box:
            box.border_title = "Searching" if self._searching else f"Keys in {self._name}"
            yield OneLineInput(placeholder="type a key or a word to narrow", compact=True)
            yield Pane()

    def on_mount(self) -> None:
        """Show all."""
        self.query_one(Input).focus()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self.call_after_refresh(self._show)

    @on(Input.Changed)
    def _show(self) -> None:
        words = self.query_one(Input).value.strip().casefold()
        pane = self.query_one(Pane)
        cells = max(20, pane.size.width - 2)
        sections = _sections(self._letter, words, searching=self._searching)
        if cells >= 76 and not pane.in_words:
            lines = _two_columns(sections, cells)
        else:
            lines = [line for section in sections for line in _lines(section, cells)]
        if not lines:
            lines = [[("Nothing here is called so", "dim")]]
        self.query_one("#box").border_subtitle = (
            "more below" if len(lines) > pane.size.height else ""
        )
        pane.show([Block(tuple(line if line else [("", "text")] for line in lines))])

    async def key_down(self) -> None:
        """Scroll without leaving the line."""
        self.query_one(Pane).move(1)

    async def key_up(self) -> None:
        """Scroll without leaving the line."""
        self.query_one(Pane).move(-1)

    async def key_pagedown(self) -> None:
        """Scroll by pages."""
        self.query_one(Pane).page(1)

    async def key_pageup(self) -> None:
        """Scroll by pages."""
        self.query_one(Pane).page(-1)

    def key_f1(self) -> None:
        """The key that opened it closes it."""
        self.dismiss(None)


_EVENTS = [
    ("●━●", "accent", "an event, from its first to its last day"),
    ("╶╌╌╴", "dim", "only this month or year is known"),
    ("╶──╴", "dim", "a story, from its first to its last day"),
    ("← →", "dim", "goes on outside of what is drawn"),
    ("=", "dim", "one voice: these print the same text"),
    ("?", "dim", "perhaps belongs to this event too"),
]

_QUERIES = [
    ("a b  a OR b", "accent", "all of the words; one of them"),
    ("-a  NOT a", "accent", "not this one; ( ) holds together"),
    ('"a b"', "accent", "side by side"),
    ('"a b"~3', "accent", "near, in any order, at most 3 words between"),
    ("harb*  h?rb*", "accent", "any letters; ? is one; then all forms"),
    ("lecun~  ~2", "accent", "one letter wrong; two"),
    *((f"{name}:", "accent", does) for name, does in FIELDS.items()),
]

_EXAMPLES = [
    ("harbour is:unread", "accent", "has the word, not read yet"),
    ("title:ferry after:7d", "accent", "in the headline, of the last seven days"),
    ("strike outlet:beacon", "accent", "as one outlet tells it; Tab types its name on"),
    ('quotes:"not again"', "accent", "only where somebody is quoted with it"),
    ("says:brandt words:>800", "accent", "quotations beside a name, in long articles"),
    ('says:brandt quotes:"not again"', "accent", "one quotation: by whom, and with what"),
    ("(flood OR storm) -insurance", "accent", "one of two words, without a third"),
    ("has:note tag:course", "accent", "with your note, under your tag"),
]
_LINE = [
    ("Tab →", "accent", "type on as is offered; else Tab goes to the filters"),
    ("↑ ↓", "accent", "what you searched for before, that begins so; ↓ to the results"),
    ("Enter Esc", "accent", "open the first; to the results, then to all articles"),
    ("Ctrl+U", "accent", "empty the line"),
    ("Backspace", "accent", "among the filters: take the last one off"),
]

Section = tuple[str, list[tuple[str, str, str]]]
"""A heading, then (keys, their role, what they do)."""


def _sections(letter: str, words: str, *, searching: bool = False) -> list[Section]:
    sections: list[Section] = [] if searching else [("Signs", _signs(letter))]
    commands = [c for c in on_screen(letter) if not c.hidden]
    for group in ("Words",) if searching else GROUPS:
        rows = [(_keys(c), "accent", c.does) for c in commands if c.group == group]
        sections.append((group, rows))
    if searching:
        told = ("What to search for", _QUERIES), ("For example", _EXAMPLES)
        sections = [*told, ("In the search line", _LINE), *sections]
    elif letter in "LE":
        sections.append(("What to search for", _QUERIES))
    if words:
        sections = [
            (head, [row for row in rows if words in f"{row[0]} {row[2]}".casefold()])
            for head, rows in sections
        ]
    return [(head, rows) for head, rows in sections if rows]


def _signs(letter: str) -> list[tuple[str, str, str]]:
    if letter == "F":
        return [("!", "error", "does not answer, or is gone")]
    if letter == "N":
        return [(sign.symbol, sign.role, sign.means) for sign in (NOTED, MARKED)]
    if letter == "V":
        return [("−", "differs", "taken out"), ("+", "only", "put in")]
    folds = [("● ★ ✓", "accent", "unread, starred, picked"), ("▸ ▾", "accent", "folded, unfolded")]
    if letter == "E":
        return [*_EVENTS, *folds]
    signs = [(sign.symbol, sign.role, sign.means) for sign in LEGEND]
    versions = ("v2", "dim", "changed since: two versions")
    if letter == "A":
        signs += [(sign.symbol, sign.role, sign.means) for sign in (MARKED, NOTED)]
    signs += folds
    return [*signs, versions] if letter == "L" else signs


def _keys(command: Command) -> str:
    return " ".join(shown(key) for key in command.keys)


def _lines(section: Section, cells: int) -> list[Line]:
    head, rows = section
    lines: list[Line] = [[(head, "strong")]]
    for keys, role, does in rows:
        if cell_len(keys) >= KEY:
            lines.append([(keys, role)])
            lines += [[("  ", "text"), *part] for part in wrapped(does, cells - 2, key="dim")]
            continue
        parts = wrapped(does, cells - KEY)
        for index, part in enumerate(parts):
            label = (fit(keys, KEY), role) if index == 0 else (" " * KEY, "text")
            lines.append([label, *part])
    return [*lines, []]


def _two_columns(sections: list[Section], cells: int) -> list[Line]:
    each = cells // 2 - 1
    blocks = [_lines(section, each) for section in sections]
    total = sum(len(block) for block in blocks)
    left: list[Line] = []
    right: list[Line] = []
    for block in blocks:
        (left if len(left) + len(block) // 2 <= total / 2 else right).extend(block)
    height = max(len(left), len(right))
    left += [[]] * (height - len(left))
    right += [[]] * (height - len(right))
    return [[*pad(a, each), ("  ", "text"), *b] for a, b in zip(left, right, strict=True)]
