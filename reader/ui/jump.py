"""Jumping: everything that can be chosen or done has a label of a letter or two to be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widgets import Static

from reader.ui.bars import OneLine
from reader.ui.boxes import Over
from reader.ui.frame import FrameScreen
from reader.ui.goals import goals
from reader.ui.lineview import LineView

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first. Small ones: a capital one does what Enter does there as well."""

Do = Callable[[], object]
Goal = tuple[Offset, bool, Do]
"""Where it stands, whether its label stands before that, and what chooses it."""


class Jump(Over[tuple[Do, bool]], inherit_bindings=False):
    """Labels over a screen; gives what was chosen, and whether to open it."""

    DEFAULT_CSS = """
    Jump { background: transparent; overflow: hidden; }
    Jump Static { position: absolute; width: auto; height: 1; }
    """

    def __init__(self, screen: FrameScreen) -> None:
        super().__init__()
        goals = list(goals_of(screen))
        self._goals = dict(zip(labels(len(goals)), goals, strict=True))
        self._roles = screen.reader.roles
        self._typed = ""
        self._views = list(screen.query(LineView)) if screen.reader.words else []

    def compose(self) -> ComposeResult:
        """The labels: over the cells of what they choose, or in words before its line."""
        if self._views:
            self._put_before()
            return
        for label, (place, before, _) in self._goals.items():
            shown = Static(Text(label, self._roles.style("found bold")), markup=False)
            shown.styles.offset = (max(0, place.x - before * len(label)), place.y)
            yield shown

    def on_unmount(self) -> None:
        """Nothing stands before the lines any more."""
        for view in self._views:
            view.labels = {}
            view.refresh()

    def _put_before(self) -> None:
        """Labels in front of lines: laid over them they would hide the words that are read."""
        for view in self._views:
            region, before = view.content_region, dict[int, str]()
            for label, (place, _, _) in self._goals.items():
                if view.display and region.contains_point(place) and label.startswith(self._typed):
                    line = place.y - region.y
                    before[line] = f"{before[line]} {label}" if line in before else label
            view.labels = before
            view.refresh()
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """A letter of a label, or none: then nothing is done."""
        event.stop()
        letter = event.character or ""
        self._typed += letter.lower()
        if letter and self._typed in self._goals:
            self.dismiss((self._goals[self._typed][2], letter.isupper()))
        elif not letter or not any(label.startswith(self._typed) for label in self._goals):
            self.dismiss(None)
        elif self._views:
            self._put_before()
        else:
            for label, shown in zip(self._goals, self.query(Static), strict=True):
                shown.display = label.startswith(self._typed)

    def on_click(self) -> None:
        """A click takes the labels away."""
        self.dismiss(None)


def labels(count: int) -> list[str]:
    """So many labels of one length: none is the beginning of another."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    pairs = [first + second for second, first in product(LETTERS, LETTERS)]
    return pairs[:count]


def _choose(view: LineView, do: Do) -> None:
    view.focus()
    do()


def goals_of(screen: FrameScreen) -> Iterator[Goal]:
    """Everything in sight on a screen that can be chosen or done."""
    for widget in screen.query("*"):
        region = widget.content_region if widget.is_attached else None
        if not region or not widget.display or not region.area:
            continue
        if isinstance(widget, LineView):
            for line, cell, do in goals(widget):
                yield (
                    region.offset + Offset(min(cell, region.width - 2), line),
                    False,
                    partial(_choose, widget, do),
                )
        elif isinstance(widget, OneLine) and not screen.reader.words:
            for start, _, action in widget.places():
                yield region.offset + Offset(start, 0), True, partial(widget.press, action)
