"""From a workspace to the screens, in as little time as can be."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from reader.ui.shelf import read_shelf

if TYPE_CHECKING:
    from reader.workspace import Workspace


def run(workspace: Workspace, *, only: tuple[str, ...] = ()) -> int:
    """Open the screens; returns the exit code."""
    # Nothing made before the first frame is garbage: looking for some costs a tenth of its time.
    gc.disable()
    # Read before Textual is imported and on this thread: one beside it is 30 ms slower.
    shelf = read_shelf(workspace.library)
    from reader.ui.app import ReaderApp
    from reader.ui.desk import Desk
    from reader.ui.worker import Worker

    worker = Worker(workspace.data, workspace.cache, samples=workspace.is_samples)
    app = ReaderApp(
        Desk(workspace, worker), only=only, first=lambda: shelf, samples=workspace.is_samples
    )
    return app.run() or 0
