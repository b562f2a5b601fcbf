"""The program driven by keys without a terminal: for screen tests and for the pictures."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic

from textual import events
from textual.pilot import Pilot

from reader.library.subscriptions import Received
from reader.model import Draft, Feed
from reader.ui import finder, previewer, savedcounts, shelf
from reader.ui.app import ReaderApp
from reader.ui.desk import Desk
from reader.ui.roles import Look
from reader.ui.worker import Worker
from reader.workspace import Workspace
from tests.ui.beside import Beside

TODAY = date(2026, 3, 20)
"""The day on which the pictures are taken: dates in lists depend on it."""

# What waits until a person has stopped pressing keys waits hardly at all: nobody does here.
finder.REST = previewer.REST = savedcounts.REST = 0.02


@asynccontextmanager
async def opened(
    workspace: Workspace,
    size: tuple[int, int] = (120, 40),
    *,
    look: Look = "dark",
    ascii_only: bool = False,
    words: bool = False,
    process: bool = False,
) -> AsyncIterator[Pilot[int]]:
    """The app on a workspace, with its worker (in a process only if asked for), settled."""
    worker = (Worker if process else Beside)(
        workspace.data, workspace.cache, samples=workspace.is_samples
    )
    desk = Desk(workspace, worker)
    app = ReaderApp(
        desk,
        look=look,
        ascii_only=ascii_only,
        words=words,
        first=lambda: shelf.read_shelf(workspace.library),
        samples=workspace.is_samples,
    )
    shelf.today = lambda: TODAY
    async with app.run_test(size=size) as pilot:
        while not worker.running:
            await asyncio.sleep(0.01)
        await settle(pilot)
        yield pilot


async def afresh(pilot: Pilot[int]) -> None:
    """Put all screens away but the list, and that as it was opened: cheaper than another start."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    shelf = await app.desk.shelf()
    app._trail.clear()
    app._put(app.library_screen)
    app.library_screen.restart(shelf)
    app.library_screen.documents.focus()
    for name in [name for name in app._made if name != "library"]:
        screen = app._made.pop(name)
        app.uninstall_screen(screen)
        await screen.remove()
    await press(pilot, ["g"])


PATIENCE = 30.0
"""Seconds after which what is still under way is no longer waited for."""


async def settle(pilot: Pilot[int], quiet: float = 0.02) -> None:
    """Wait until nothing has been under way for a moment."""
    still, end = 0.0, monotonic() + PATIENCE
    while still < quiet and monotonic() < end:
        await pilot.pause()  # until the process has hardly anything to do
        await asyncio.sleep(0.01)
        app = pilot.app
        assert isinstance(app, ReaderApp)
        busy = any(worker.is_running for worker in app.workers)
        busy = busy or app.library_screen.previewer.waiting
        still = 0.0 if busy else still + 0.01


async def press(pilot: Pilot[int], keys: Sequence[str]) -> None:
    """Press keys one after the other; a word in quotation marks is typed, a path pasted."""
    for key in keys:
        if key.startswith("'/"):
            pilot.app.post_message(events.Paste(key.strip("'")))
            await pilot.pause()
        elif key.startswith("'"):
            await pilot.press(*[" " if c == " " else c for c in key.strip("'")])
        else:
            await pilot.press(key)
        await settle(pilot)


def plain(pilot: Pilot[int]) -> list[str]:
    """The lines of the screen as text."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    return [strip.text.ljust(width) for strip in strips[:height]]


FIRST_READ = datetime(2026, 3, 18, 12, tzinfo=UTC)
READ_AGAIN = datetime(2026, 3, 20, 12, tzinfo=UTC)


def followed(folder: Path) -> Workspace:
    """A library with three feeds, and an article that its outlet has changed since."""
    workspace = Workspace.open(folder)
    library = workspace.library
    coast = Feed("https://coast.example/feed", "Coast Daily", tags=("Harbour",), pages="auto")
    hill = Feed("https://hill.example/atom", "Hill Times", tags=("Harbour", "Council"))
    lane = Feed("https://lane.example/rss", "Lane & Market", pages="always")
    for feed in (coast, hill, lane):
        library.subscribe(feed)
    address = "https://coast.example/pier"
    before = Draft(_PIER, address, "Old pier closed for a week", "Coast Daily", url=address)
    after = replace(before, text=_PIER_LATER, title="Old pier closed until May")
    library.receive(coast.address, [Received("pier", b"1", before)], now=FIRST_READ)
    library.receive(coast.address, [Received("pier", b"2", after)], now=READ_AGAIN)
    for number, text in enumerate(_OTHERS):
        draft = Draft(text, f"https://hill.example/{number}", None, "Hill Times")
        library.receive(hill.address, [Received(str(number), b"1", draft)], now=READ_AGAIN)
    library.feed_answered(coast.address, now=READ_AGAIN)
    library.feed_answered(hill.address, now=READ_AGAIN)
    library.feed_failed(lane.address, "no answer in 20 s", now=FIRST_READ)
    return workspace


_PIER = (
    "The harbour authority closed the old pier on Tuesday because twelve of its piles are rotten.\n"
    "It will open again within a week, the authority's director, Nadia Brookhurst, said.\n"
    "Nobody has been in danger at any time, she said. Divers look at the piles every spring.\n"
    "Ferries leave from the new pier until then, every half an hour.\n"
    "The repair is to cost $90,000, which the authority pays by itself.\n"
)
_PIER_LATER = (
    "The harbour authority closed the old pier on Tuesday because forty of its piles are rotten.\n"
    "It will open again in May at the earliest, the authority's director, Nadia Brookhurst, said.\n"
    "Divers look at the piles every spring.\n"
    "Ferries leave from the new pier until then, every half an hour.\n"
    "The repair is to cost $410,000, half of which the region pays.\n"
)
_OTHERS = (
    "Ellersby's council put off the vote on the market hall until the budget is known.\n",
    "Skaters were rescued from the reservoir on Sunday after the ice had given way.\n",
)


def samples(folder: Path) -> Workspace:
    """The bundled articles in a library below a folder."""
    with Workspace.open(folder) as own:
        return own.samples()
