"""From a workspace to the screens, in as little time as can be."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reader.settings import LOOKS, Mistake, Settings, read
from reader.ui.ground import Late, Question, preferred_look
from reader.ui.shelf import read_beginning, read_shelf

if TYPE_CHECKING:
    from reader.workspace import Workspace

FIRST = 1_000
"""Articles that the first frame knows; the others, which take longer the more there are, follow."""


def run(workspace: Workspace, *, only: tuple[str, ...] = (), tour: bool = False) -> int:
    """Open the screens, with the tour if asked for; the exit code, or the error that ended them."""
    # Nothing made before the first frame is garbage: looking for some costs a tenth of its time.
    gc.disable()
    # Before the screens are imported: their keys are made then.
    settings, notice = settled(workspace.settings_file)
    chosen, library = workspace.chosen, workspace.library
    look = chosen.look(settings.look, {*LOOKS, *settings.themes}) or settings.look
    auto = look == "auto"
    with Question(asked=auto) as terminal:
        # Read before Textual is imported and on this thread: one beside it is 30 ms slower.
        shelf = read_shelf(library) if only else read_beginning(library, FIRST)
        from reader.ui.app import ReaderApp
        from reader.ui.desk import Desk
        from reader.ui.leaving import terminal_as_it_is
        from reader.ui.pastes import read_whole_pastes
        from reader.ui.worker import Worker

    asked = preferred_look(light=terminal.light)
    worker = Worker(workspace.data, workspace.cache, samples=workspace.is_samples)
    app = ReaderApp(
        Desk(workspace, worker),
        look=asked if auto else look,
        ascii_only=settings.signs == "ascii" if settings.signs in ("ascii", "symbols") else None,
        words=settings.signs == "words",
        only=only,
        first=lambda: shelf,
        samples=workspace.is_samples,
    )
    app.typed, app.late = terminal.typed, Late(monotonic()) if terminal.late else None
    app.measure = chosen.measure(settings.measure) or settings.measure
    app.asked_look, app.notice, app.begin_tour = asked, notice, tour
    read_whole_pastes()
    with terminal_as_it_is():
        code = app.run()
    if app.crash is not None:
        raise app.crash
    return code or 0


def settled(path: Path) -> tuple[Settings, str]:
    """The settings in a file, with keys and themes in place, and a sentence about its mistakes."""
    if not path.is_file():
        return Settings(), ""
    found, mistakes = read(path)
    from reader.colours import painted
    from reader.rebinding import rebind
    from reader.ui.roles import add_theme

    settings, unpainted = painted(found)
    wrong = [*mistakes, *rebind(settings), *unpainted]
    for name, colours in settings.themes.items():
        add_theme(name, colours)
    return settings, _told(wrong) if wrong else ""


def _told(wrong: Sequence[Mistake]) -> str:
    """The first mistake with as little before it as can be: a narrow screen cuts the end."""
    many = "1 mistake" if len(wrong) == 1 else f"{len(wrong)} mistakes"
    first = str(wrong[0])
    return f"Settings: {many} (reader config). {first[0].upper()}{first[1:]}"
