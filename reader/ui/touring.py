"""The tour on the screens: one line says the next key and why, and goes on when it was pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.keymap import key_of
from reader.tour import END, STEPS
from reader.ui.bars import OneLine
from reader.ui.draw import Line, spread

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

LOOK = 0.2
"""Seconds between two looks whether the step was done."""


class TourLine(OneLine):
    """The line above the hints."""

    DEFAULT_CSS = "TourLine { dock: bottom; margin-bottom: 1; }"
    GROUND = "bars-current"

    def __init__(self, tour: Tour) -> None:
        super().__init__()
        self._tour = tour

    def runs(self, cells: int) -> Line:
        """Step, key, why; how to leave."""
        leave: Line = [(f"{key_of('tour')} leaves ", "bars-current")]
        return spread([(f" {self._tour.said}", "bars-current")], leave, cells, "bars-current")


class Tour:
    """Where a person is in the tour."""

    def __init__(self, app: ReaderApp, *, from_own: bool) -> None:
        self._app = app
        self.from_own = from_own
        """Whether the person's own library was open, to which leaving goes back."""
        self.at = 0
        self._begun = 0
        self._timer = app.set_interval(LOOK, self.look)
        self.look()

    @property
    def said(self) -> str:
        """What the line says."""
        if self.at == len(STEPS):
            return END
        step = STEPS[self.at]
        return f"{self.at + 1} of {len(STEPS)}  {step.keys}  {step.why}"

    def look(self) -> None:
        """Go on if the step was done; keep the line on the screen in front."""
        app, at = self._app, self.at
        if app.front is None:
            return
        if at < len(STEPS) and DONE[STEPS[at].name](app, self._begun):
            self.at += 1
            self._begun = _place(app)
        lines = app.front.query(TourLine)
        if not lines:
            app.front.mount(TourLine(self))
        elif self.at != at:
            lines.first().refresh()

    def end(self) -> None:
        """Take the line away."""
        self._timer.stop()
        for screen in self._app.made_screens():
            if screen.is_mounted:
                screen.query(TourLine).remove()


def _place(app: ReaderApp) -> int:
    """What a key that moves on moves: the current mark of a text, else the cursor of a list."""
    from reader.ui.textview import TextView

    view = app.front.main_view() if app.front else None
    if isinstance(view, TextView):
        return view.current
    return view.cursor if view is not None else 0


def _in_front(name: str) -> Callable[[ReaderApp, int], bool]:
    return lambda app, _: app.front is not None and name == app.front.SHOWS


def _over(name: str) -> Callable[[ReaderApp, int], bool]:
    return lambda app, _: type(app.screen).__name__ == name


def _moved(name: str) -> Callable[[ReaderApp, int], bool]:
    there = _in_front(name)
    return lambda app, begun: there(app, begun) and _place(app) != begun


def _searched(app: ReaderApp, _: int) -> bool:
    return app.library_screen.finder.active


DONE: dict[str, Callable[[ReaderApp, int], bool]] = {
    "compare": _in_front("compare"),
    "finding": _moved("compare"),
    "place": _in_front("article"),
    "mark": _moved("article"),
    "list": _in_front("library"),
    "search": _searched,
    "add": _over("AddBox"),
    "help": _over("HelpBox"),
}
"""For each step, whether it was done; the number is what `_place` was when the step began."""


async def toggle(app: ReaderApp, tour: Tour | None) -> Tour | None:
    """Begin the tour on the samples, or leave it for what was open before."""
    if tour is not None:
        tour.end()
        if tour.from_own and app.samples:
            await app.use_library(samples=False)
        return None
    from_own = not app.samples
    await app.use_library(samples=True)
    app.go("library")
    return Tour(app, from_own=from_own)
