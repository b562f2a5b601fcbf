"""The tour on the screens: one line says the next key and why, and goes on when it was pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.keymap import key_of, keys_of
from reader.tour import END, STEPS
from reader.ui.bars import HintBar, OneLine
from reader.ui.draw import Line, spread

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

LOOK = 0.2
"""Seconds between two looks whether the step was done."""


class TourLine(OneLine):
    """The line above the hints."""

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
        self.pressed = ""
        """The key that was pressed last since the step began."""
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
        if at < len(STEPS) and DONE[STEPS[at].name](app, self.pressed):
            self.at += 1
            self.pressed = ""
        lines = app.front.query(TourLine)
        if not lines:
            app.front.mount(TourLine(self), before=app.front.query_one(HintBar))
        elif self.at != at:
            lines.first().refresh()

    def end(self) -> None:
        """Take the line away."""
        self._timer.stop()
        for screen in self._app.made_screens():
            if screen.is_mounted:
                screen.query(TourLine).remove()


def _in_front(name: str) -> Callable[[ReaderApp, str], bool]:
    return lambda app, _: app.front is not None and name == app.front.SHOWS


def _over(name: str) -> Callable[[ReaderApp, str], bool]:
    return lambda app, _: type(app.screen).__name__ == name


def _pressed(id: str, name: str) -> Callable[[ReaderApp, str], bool]:
    there = _in_front(name)
    return lambda app, key: key in keys_of(id) and there(app, key)


def _searched(app: ReaderApp, _: str) -> bool:
    return app.library_screen.finder.active


DONE: dict[str, Callable[[ReaderApp, str], bool]] = {
    "compare": _in_front("compare"),
    "finding": _pressed("down", "compare"),
    "place": _in_front("article"),
    "mark": _pressed("mark", "article"),
    "list": _in_front("library"),
    "search": _searched,
    "add": _over("AddBox"),
    "help": _over("HelpBox"),
}
"""For each step, whether it was done; the text is the key that was pressed last."""


async def toggle(app: ReaderApp) -> None:
    """Begin the tour on the samples, or leave it for what was open before."""
    tour, app.tour = app.tour, None
    if tour is not None:
        tour.end()
        if tour.from_own and app.samples:
            await app.use_library(samples=False)
            await app.library_screen.reload()
        return
    from_own = not app.samples
    await app.use_library(samples=True)
    if from_own:
        await app.library_screen.reload()  # events and index, which the steps are about
    app.go("library")
    app.tour = Tour(app, from_own=from_own)
