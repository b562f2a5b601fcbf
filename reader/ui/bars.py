"""The first and last line of every screen, and the thin rules between regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.keymap import key_now
from reader.ui.barelines import BareLines, strip_of
from reader.ui.draw import Line, clip, width
from reader.ui.spoken import WORDS, arrows_named, keys_said, spoken

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


_MEANS = {**WORDS, "▸": "current"}


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, what it does here, and the action to run when it is clicked."""

    key: str
    does: str
    action: str


class OneLine(Widget):
    """A widget of one line, drawn from runs."""

    DEFAULT_CSS = "OneLine { height: 1; width: 1fr; }"
    GROUND = "text"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles_cache = BareLines()

    def runs(self, cells: int) -> Line:
        """The runs of the line."""
        raise NotImplementedError

    def places(self) -> Sequence[tuple[int, int, str]]:
        """Where what can be clicked begins and ends, and the action that it does."""
        return ()

    async def press(self, action: str) -> None:
        """Do what was clicked."""
        await self.screen.run_action(action)

    def render_line(self, y: int) -> Strip:
        """Draw it."""
        app, cells = cast("ReaderApp", self.app), self.size.width
        runs = self.runs(cells)
        if app.words:
            runs = spoken(runs, cells, _MEANS)
        elif app.ascii_only:
            runs = keys_said(runs, cells)
        style, ascii_only = app.roles.style, app.ascii_only
        return strip_of(runs, cells, style, ground=self.GROUND, ascii_only=ascii_only)


class Rule(OneLine):
    """A thin rule over the whole width."""

    def runs(self, cells: int) -> Line:
        """Only rule."""
        return [("─" * cells, "rule")]


class TopBar(OneLine):
    """Program name, the four screens with their digit, and counts or place at the right."""

    GROUND = "bars"
    NAMES = ("library", "article", "compare", "events")
    OTHERS = ("feeds", "notes")
    """Shown while one is in them."""

    def __init__(self, current: str) -> None:
        super().__init__()
        self._current = current
        self._right = ""
        self._places: list[tuple[int, int, str]] = []

    def say(self, right: str) -> None:
        """Put counts or the place at the right."""
        if right != self._right:
            self._right = right
            self.refresh()

    def runs(self, cells: int) -> Line:
        """Name, screens, right end; where not all names fit, that of the present screen does."""
        left = self._screens(named=True)
        if width(left) > cells:
            left = self._screens(named=False)
        room = cells - width(left) - 1
        right = self._right
        while cell_len(right) > room and "  " in right:
            right = right.rpartition("  ")[0].rstrip()
        if cell_len(right) > room:
            right = right.partition(" of ")[0]
        if cell_len(right) > room:
            right = ""
        gap = max(0, cells - width(left) - cell_len(right) - 1)
        return [*left, (" " * gap, "bars"), (right + " ", "bars")]

    def _screens(self, *, named: bool) -> Line:
        left: Line = [(" reader ", "bars")]
        self._places = []
        for digit, name in enumerate(self.NAMES + self.OTHERS, 1):
            if name in self.OTHERS and name != self._current:
                continue
            start = width(left)
            if name == self._current:
                left.append((f" {digit} {name.title()} ", "bars-current"))
            else:
                left.append((f" {digit} ", "bars-accent"))
                if named:
                    left.append((f"{name.title()} ", "bars"))
            self._places.append((start, width(left), f"go('{name}')"))
            left.append((" ", "bars"))
        return left

    def places(self) -> Sequence[tuple[int, int, str]]:
        """The names of the screens, as they were drawn last."""
        return self._places

    def on_click(self, event: events.Click) -> None:
        """Go to the screen under the pointer."""
        for start, end, action in self.places():
            if start <= event.x < end:
                self.app.call_later(self.press, action)


class HintBar(OneLine):
    """At most seven keys for the row under the cursor; a message takes their place until a key."""

    GROUND = "bars"
    MOST = 7

    class Clicked(Message):
        """A hint was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()
        self._always: tuple[Hint, ...] = ()
        self._message = ""
        self._role = "bars"
        self._places: list[tuple[int, int, str]] = []

    def show(self, hints: Sequence[Hint], always: Sequence[Hint]) -> None:
        """Put up the hints of the moment; `always` stand at the right."""
        wanted = tuple(hints[: self.MOST]), tuple(always)
        if wanted != (self._hints, self._always):
            self._hints, self._always = wanted
            self.refresh()

    def say(self, message: str, *, error: bool = False) -> None:
        """Show a message in place of the hints; the empty one takes it away."""
        self._message, self._role = message, "bars-accent" if error else "bars"
        self.set_class(bool(message), "-said")
        self.refresh()

    @property
    def message(self) -> str:
        """What is being said, if anything."""
        return self._message

    def runs(self, cells: int) -> Line:
        """As many whole hints as fit, then those that always stand, unless words need all."""
        always, message = self._always, self._named(self._message)
        if cell_len(message) > cells - width(self._pieces(always)) - 3:
            always = ()
        right = self._pieces(always)
        room = cells - width(right) - 2
        if message:
            left: Line = clip([(" " + message, self._role)], max(1, room))
        else:
            hints = list(self._hints)
            left = self._pieces(hints)
            while hints and width(left) + 1 > room:
                hints.pop()
                left = self._pieces(hints)
            left = [(" ", "bars"), *left]
            self._note_places(hints, 1)
        gap = max(0, cells - width(left) - width(right) - 1)
        self._note_places(always, cells - width(right) - 1, clear=bool(message))
        return [*left, (" " * gap, "bars"), *right, (" ", "bars")]

    def places(self) -> Sequence[tuple[int, int, str]]:
        """The hints that stand there."""
        return self._places

    def _named(self, text: str) -> str:
        """A text with arrow keys as they are told here: named where their signs are not shown."""
        app = cast("ReaderApp", self.app)
        return arrows_named(text) if app.words or app.ascii_only else text

    def _key(self, hint: Hint) -> str:
        return self._named(key_now(hint.key, hint.action))

    def _pieces(self, hints: Sequence[Hint]) -> Line:
        line: Line = []
        for index, hint in enumerate(hints):
            gap = "   " if index else ""
            line += [(gap, "bars"), (self._key(hint), "bars-accent"), (f" {hint.does}", "bars")]
        return line

    def _note_places(self, hints: Sequence[Hint], start: int, clear: bool = False) -> None:
        if start == 1 or clear:
            self._places = []
        for hint in hints:
            end = start + cell_len(self._key(hint)) + 1 + cell_len(hint.does)
            self._places.append((start, end, hint.action))
            start = end + 3

    def on_click(self, event: events.Click) -> None:
        """Do what the hint under the pointer says."""
        for start, end, action in self.places():
            if start <= event.x < end:
                self.post_message(self.Clicked(action))
                return
