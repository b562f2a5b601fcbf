"""Articles on their way in: progress, looking again meanwhile, and what became of it all."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.ui.draw import cut
from reader.ui.progress import Progress
from reader.ui.tasks import begin
from reader.ui.worker import OnProgress

if TYPE_CHECKING:
    from reader.actions.bring import Tally
    from reader.ui.library_deeds import LibraryDeeds

UNTOLD = 0.5
"""Seconds of work of which nothing is said."""
BEAT = 0.2
"""Seconds between two lines of progress."""
HINTS = 2.0
"""Seconds that the hints stand after a key has taken the progress away."""
OTHER = 4.0
"""Seconds that another sentence stands before the progress takes its place."""
LOOK = 5.0
"""Seconds, at least, until the list is read again while articles come in."""
SHARE = 4
"""So many times as long as a look took, the import goes on undisturbed: it has four fifths."""
INDEXING = 1.0
"""Seconds after which the import goes on, with whatever is searchable by then."""
ALWAYS = 20
"""Cells that the hints at the right end of the last line take."""


class Bringing:
    """The one import that can be under way."""

    def __init__(self, screen: LibraryDeeds) -> None:
        self._screen = screen
        self._task: asyncio.Future[Tally] | None = None
        self._stopped = False
        self._line = ""
        self._other: tuple[str, float] | None = None
        self.running = False
        self.failures: list[tuple[str, str]] = []
        """What was not added the last time: source and reason."""

    def begin_adding(self, sources: Sequence[str]) -> None:
        """Add files, folders and addresses."""
        if self._free():
            begin(self._screen, "start", self._add, list(sources))

    def begin_syncing(self, feeds: Sequence[str] | None = None) -> None:
        """Ask feeds, all if None, for what is new."""
        if self._free():
            begin(self._screen, "start", self._sync, feeds)

    def begin_again(self, sources: Sequence[str]) -> None:
        """Try again what failed: feeds that are followed are asked, all else is added."""
        if self._free():
            begin(self._screen, "start", self._again, list(sources))

    def stop(self) -> bool:
        """Stop what is under way, keeping what came in; False where nothing is."""
        if not self.running or self._task is None or self._task.done():
            return False
        self._stopped = True
        self._task.cancel()
        return True

    def _free(self) -> bool:
        if self.running:
            self._tell("Articles are coming in already: Esc stops that")
        return not self.running

    def _tell(self, words: str, *, error: bool = False) -> None:
        if front := self._screen.reader.front:
            front.say(words, error=error)

    # What is brought ---------------------------------------------------------------------------

    async def _add(self, sources: list[str]) -> None:
        app, screen = self._screen.reader, self._screen
        samples = app.samples
        if samples:
            await app.use_library(samples=False)
        before = len(screen.shelf.cards)
        tally = await self._run("Adding", lambda told: app.desk.add(sources, told))
        if samples and not screen.shelf.cards and not (tally and tally.followed):
            # Nothing came in: the samples stay what is shown.
            await app.use_library(samples=True)
        else:
            await screen.bring_up_to_date()
        if tally is None:
            self._tell_stopped(before, "adding the same again goes on")
            return
        said, failed = told(tally, app.size.width - ALWAYS)
        if samples and not failed:
            said += "; the samples are under  :"
        self._tell(said, error=failed)

    async def _again(self, sources: list[str]) -> None:
        followed = await self._screen.reader.desk.of_library(lambda library: library.feeds())
        feeds = [feed.address for feed in followed if feed.address in sources]
        if feeds:
            await self._sync(feeds)
        if others := [source for source in sources if source not in feeds]:
            await self._add(others)

    async def _sync(self, feeds: Sequence[str] | None) -> None:
        app, screen = self._screen.reader, self._screen
        if not await app.desk.of_library(lambda library: library.feeds()):
            self._tell("No feeds yet: a follows one by its address")
            return
        before = len(screen.shelf.cards)
        tally = await self._run("Getting feeds", lambda told: app.desk.sync(feeds, told))
        await screen.bring_up_to_date()
        if tally is None:
            self._tell_stopped(before, "r goes on")
        else:
            said, failed = told(tally, app.size.width - ALWAYS, feeds=True)
            self._tell(said, error=failed)

    def _tell_stopped(self, before: int, how: str) -> None:
        if not self._stopped:
            return  # it failed, and that has been said
        count = len(self._screen.shelf.cards) - before
        kept = f"{count:,} new article{'s are' if count != 1 else ' is'} kept"
        self._tell(f"Stopped: {kept if count > 0 else 'what came in is kept'}; {how}")

    # Under way ---------------------------------------------------------------------------------

    async def _run(self, verb: str, ask: Callable[[OnProgress], Awaitable[Tally]]) -> Tally | None:
        """Do it, telling how far it is; None if the person stopped it or it failed."""
        screen, app = self._screen, self._screen.reader
        self.running, self._stopped, screen.busy = True, False, True
        self._line, self._other, self.failures = "", None, []
        progress = Progress(verb)
        looking = asyncio.ensure_future(self._look_again(progress))
        self._task = asyncio.ensure_future(ask(self._teller(progress)))
        tally: Tally | None = None
        try:
            tally = await self._task
            self.failures = list(tally.failed)
        except asyncio.CancelledError:
            if not self._stopped:
                raise
            count = progress.articles
            self._tell(f"Stopped: {count:,} article{'s are' if count != 1 else ' is'} kept")
        except ReaderError as error:
            app.failed(error)
        finally:
            self.running = screen.busy = False
            looking.cancel()
            with contextlib.suppress(asyncio.CancelledError, ReaderError):
                await looking
        await self._show_shelf()
        return tally

    async def _show_shelf(self) -> None:
        """Read the shelf again and show it, here and on the screen in front."""
        screen, app = self._screen, self._screen.reader
        screen.shelf = await app.desk.shelf(screen.rows_of)
        screen.fill_list()
        if app.front:
            await app.front.brought()

    def _teller(self, progress: Progress) -> OnProgress:
        began = last = monotonic()

        def take(articles: int, failed: int, share: float) -> None:
            nonlocal last
            progress.take(articles, failed, share)
            now = monotonic()
            if now - began > UNTOLD and now - last > BEAT:
                last = now
                self._show(progress.line(self._screen.app.size.width))

        return take

    def _show(self, line: str) -> None:
        """Say how far it is, but let hints and other sentences stand for a while."""
        front = self._screen.reader.front
        if front is None or not front.WATCHES or self._stopped:
            return
        said, now = front.said, monotonic()
        if said != self._line:
            if self._other is None or self._other[0] != said:
                self._other = (said, now)
            if now - self._other[1] < (OTHER if said else HINTS):
                return
        self._other = None
        self._line = line
        front.say(line)

    async def _look_again(self, progress: Progress) -> None:
        """Show what has come in, and make it searchable, while the rest comes in."""
        screen, app = self._screen, self._screen.reader
        seen, pause = 0, LOOK
        while True:
            await asyncio.sleep(pause)
            if progress.articles == seen:
                continue
            seen, began = progress.articles, monotonic()
            await self._show_shelf()

            def told(done: int, total: int) -> None:
                words = f"search: {done:,} of {total:,}"
                self._show(progress.line(screen.app.size.width, words))

            await app.desk.worker.ask("index", INDEXING, progress=told)
            screen.find_again()
            pause = max(LOOK, SHARE * (monotonic() - began))


def told(tally: Tally, cells: int, *, feeds: bool = False) -> tuple[str, bool]:
    """What became of sources in a sentence of so many cells, and whether one failed."""
    parts = [
        f"{len(ids):,} {name}"
        for name, ids in (
            ("new" if feeds else "added", tally.added),
            ("updated", tally.updated),
            ("unchanged", [] if feeds else tally.unchanged),
        )
        if ids
    ]
    if tally.followed:
        count = len(tally.followed)
        parts.append(f"{count:,} feed{'s' if count > 1 else ''} followed")
    counted = ", ".join(parts)
    if feeds:
        asked = f"{tally.feeds:,} feed{'s' if tally.feeds != 1 else ''}"
        counted = f"{counted or 'nothing new'} from {asked}" if tally.feeds else counted
    if not tally.failed:
        return _capital(counted) or "Nothing there to add", False
    source, reason = tally.failed[0]
    others = len(tally.failed) - 1
    tail = f" and {others:,} more   f all of them" if others else "   f try again"
    tail = (f"; {counted}" if counted else "") + tail
    head = cut(
        f"{'Not read' if feeds else 'Not added'}: {source}, {reason}", max(24, cells - len(tail))
    )
    return head + tail, True


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
