"""From a workspace to the screens, in as little time as can be."""

from __future__ import annotations

import gc
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reader.settings import Settings, read
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
    auto, library = settings.look == "auto", workspace.library
    with Question(asked=auto) as terminal:
        # Read before Textual is imported and on this thread: one beside it is 30 ms slower.
        shelf = read_shelf(library) if only else read_beginning(library, FIRST)
        from reader.ui.app import ReaderApp
        from reader.ui.desk import Desk
        from reader.ui.leaving import terminal_as_it_is
        from reader.ui.worker import Worker

    worker = Worker(workspace.data, workspace.cache, samples=workspace.is_samples)
    app = ReaderApp(
        Desk(workspace, worker),
        look=preferred_look(light=terminal.light) if auto else settings.look,
        ascii_only=settings.signs == "ascii" if settings.signs in ("ascii", "symbols") else None,
        words=settings.signs == "words",
        only=only,
        first=lambda: shelf,
        samples=workspace.is_samples,
    )
    app.typed, app.late = terminal.typed, Late(monotonic()) if terminal.late else None
    app.measure, app.notice, app.begin_tour = workspace.measure(settings.measure), notice, tour
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
    return settings, f"{path.name}, {wrong[0]}{_more(len(wrong) - 1)}" if wrong else ""


def _more(count: int) -> str:
    return f" And {count} more: reader config" if count else ""
