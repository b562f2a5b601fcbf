"""The program driven by keys without a terminal: for screen tests and for the pictures."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from reader.ui import shelf
from reader.ui.app import ReaderApp
from reader.ui.desk import Desk
from reader.ui.roles import Look
from reader.ui.worker import Worker
from reader.workspace import Workspace

TODAY = date(2026, 3, 20)
"""The day on which the pictures are taken: dates in lists depend on it."""


@asynccontextmanager
async def opened(
    workspace: Workspace,
    size: tuple[int, int] = (120, 40),
    *,
    look: Look = "dark",
    ascii_only: bool = False,
) -> AsyncIterator[Pilot[int]]:
    """The app on a workspace, with its worker, settled."""
    worker = Worker(workspace.data, workspace.cache, samples=workspace.is_samples)
    desk = Desk(workspace, worker)
    app = ReaderApp(
        desk,
        look=look,
        ascii_only=ascii_only,
        first=lambda: shelf.read_shelf(workspace.library),
        samples=workspace.is_samples,
    )
    shelf.today = lambda: TODAY
    async with app.run_test(size=size) as pilot:
        while not worker.running:
            await asyncio.sleep(0.01)
        await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[int], quiet: float = 0.1, most: float = 30.0) -> None:
    """Wait until nothing has been under way for a moment."""
    waited = still = 0.0
    while still < quiet and waited < most:
        await pilot.pause()
        await asyncio.sleep(0.05)
        waited += 0.05
        app = pilot.app
        assert isinstance(app, ReaderApp)
        busy = any(worker.is_running for worker in app.workers)
        busy = busy or app.library_screen.previewer.waiting
        still = 0.0 if busy else still + 0.05


async def press(pilot: Pilot[int], keys: Sequence[str]) -> None:
    """Press keys one after the other; a word in quotation marks is typed."""
    for key in keys:
        if key.startswith("'"):
            await pilot.press(*[" " if c == " " else c for c in key.strip("'")])
        else:
            await pilot.press(key)
        await settle(pilot)


def plain(pilot: Pilot[int]) -> list[str]:
    """The lines of the screen as text."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    return [strip.text.ljust(width) for strip in strips[:height]]


def samples(folder: Path) -> Workspace:
    """The bundled articles in a library below a folder."""
    with Workspace.open(folder) as own:
        return own.samples()
