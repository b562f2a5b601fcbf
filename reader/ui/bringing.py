"""Articles on their way in: progress, looking again meanwhile, and what became of it all."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from reader.errors import ReaderError, WorkerLost
from reader.keymap import key_of
from reader.ui.addbox import Pasted
from reader.ui.outcome import told
from reader.ui.progress import Progress
from reader.ui.shelf import headline
from reader.ui.takingout import can_be_undone
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
STANDS = "Articles are coming in already: Esc stops that"
INDEXING = 1.0
"""Seconds after which the import goes on, with whatever is searchable by then."""
UNDO = 9
"""Cells of the words that name the undo key."""
ALWAYS = 3
"""Cells of the last line that no sentence takes."""


class Bringing:
    """The one import that can be under way."""

    def __init__(self, screen: LibraryDeeds) -> None:
        self._screen = screen
        self._task: asyncio.Future[Tally] | None = None
        self._stopped = False
        self._line = ""
        self._other: tuple[str, float] | None = None
        self._looking = False
        self.running = False
        self.failures: list[tuple[str, str]] = []
        """What was not added the last time: source and reason."""
        self._pointed: dict[str, str] = {}
        """Which of these no person named, with the feeds that point at them."""

    def begin_adding(self, wanted: Sequence[str] | Pasted) -> None:
        """Add files, folders and addresses, or the text of an article."""
        if self._free():
            begin(self._screen, "start", self._add, wanted)

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
            stopping = "Stopping: what is being read ends first"
            self._tell(stopping if self._stopped else STANDS)
        return not self.running

    def _tell(self, words: str, *, error: bool = False) -> None:
        if front := self._screen.reader.front:
            front.say(words, error=error)

    # What is brought ---------------------------------------------------------------------------

    async def _add(self, wanted: Sequence[str] | Pasted) -> None:
        app, screen = self._screen.reader, self._screen
        samples = app.samples
        if samples:
            await app.use_library(samples=False)
        before = len(screen.shelf.cards)
        if isinstance(wanted, Pasted):
            text = wanted.text
            tally = await self._run(
                "Adding", (), lambda told: app.desk.bring("add-text", text, told)
            )
            if tally is not None and tally.articles:
                screen.fill_list(keep=tally.articles[0])
            if tally is not None and tally.failed:
                # There is no place from which it could be tried again.
                self.failures, tally.failed[:] = [], [("what was pasted", tally.failed[0][1])]
        else:
            sources = wanted
            tally = await self._run("Adding", sources, lambda told: app.desk.add(sources, told))
        nothing = not screen.shelf.cards and not (tally and tally.followed)
        if samples and nothing:
            await app.use_library(samples=True)  # which stay what is shown
        if tally is None:
            self._tell_stopped(before, "adding the same again goes on")
        else:
            back = f"; {key_of('samples')} shows the samples" if samples and not nothing else ""
            if isinstance(wanted, Pasted):
                back = f"; {key_of('info')} sets what is not known" if tally.added else ""
            said, failed = told(tally, self._cells - UNDO - len(back), name=self._name)
            if back and not failed:
                said += back
            elif tally.followed and not tally.added and not failed:
                said += f"; {self._key_of_all} gets what is new"
            if tally.added or tally.followed:
                can_be_undone(screen, tally)
                said += "" if failed else f"   {key_of('undo')} undo"
            self._tell(said, error=failed)
        # Told first: looking for events and building the search may take minutes.
        if not (samples and nothing):
            await screen.bring_up_to_date()

    async def _again(self, sources: list[str]) -> None:
        followed = await self._screen.reader.desk.of_library(lambda library: library.feeds())
        # What only a feed points at is asked for through that feed: to add it here would mean
        # that the person named it, who may name what a feed may not.
        wanted = {self._pointed.get(source, source) for source in sources}
        feeds = [feed.address for feed in followed if feed.address in wanted]
        others = [s for s in sources if s not in feeds and s not in self._pointed]
        if feeds:
            await self._sync(feeds)
        if others:
            await self._add(others)

    async def _sync(self, feeds: Sequence[str] | None) -> None:
        app, screen = self._screen.reader, self._screen
        if not await app.desk.of_library(lambda library: library.feeds()):
            self._tell("No feeds yet: a follows one by its address")
            return
        before = len(screen.shelf.cards)
        tally = await self._run(
            "Getting feeds", feeds or (), lambda told: app.desk.sync(feeds, told)
        )
        if tally is None:
            self._tell_stopped(before, f"{self._key_of_all} goes on")
        else:
            said, failed = told(tally, self._cells - (UNDO if tally.added else 0), feeds=True)
            if tally.added:
                can_be_undone(screen, tally)
                said += "" if failed else f"   {key_of('undo')} undo"
            self._tell(said, error=failed)
        await screen.bring_up_to_date()

    @property
    def _cells(self) -> int:
        """The cells that a sentence may take."""
        return self._screen.app.size.width - ALWAYS

    @property
    def _key_of_all(self) -> str:
        """The key that asks all feeds, on the screen in front."""
        front = self._screen.reader.front
        return "R" if front is not None and front.SHOWS == "feeds" else "r"

    def _name(self, id: str) -> str:
        """What the list calls an article."""
        card = self._screen.shelf.cards.get(id)
        return headline(card) if card else ""

    def _tell_stopped(self, before: int, how: str) -> None:
        if not self._stopped:
            return  # it failed, and that has been said
        count = len(self._screen.shelf.cards) - before
        kept = f"{count:,} new article{'s are' if count != 1 else ' is'} kept"
        self._tell(f"Stopped: {kept if count > 0 else 'nothing new had come in'}; {how}")

    # Under way ---------------------------------------------------------------------------------

    async def _run(
        self, verb: str, sources: Sequence[str], ask: Callable[[OnProgress], Awaitable[Tally]]
    ) -> Tally | None:
        """Do it, telling how far it is; None if the person stopped it or it failed as a whole."""
        screen, app = self._screen, self._screen.reader
        self.running, self._stopped, screen.busy = True, False, True
        self._line, self._other, self.failures = "", None, []
        progress = Progress(verb)
        beside = asyncio.gather(self._look_again(progress), self._keep_telling(progress))
        self._task = asyncio.ensure_future(ask(progress.take))
        tally: Tally | None = None
        try:
            tally = await self._task
            self.failures, self._pointed = list(tally.failed), dict(tally.pointed)
        except asyncio.CancelledError:
            if not self._stopped:
                raise
            self._tell("Stopping …")
            # Answered after the stop: only then is it known what came in.
            with contextlib.suppress(ReaderError):
                await app.desk.worker.ask("columns", (), 0)
        except ReaderError as error:
            lost = "the background process ended; what came in is kept"
            reason = lost if isinstance(error, WorkerLost) else str(error)
            self.failures = [(source, reason) for source in sources]
            if sources:
                from reader.actions.bring import Tally

                tally = Tally(failed=list(self.failures))
            else:
                app.failed(error)
        finally:
            self.running = screen.busy = False
            beside.cancel()
            with contextlib.suppress(asyncio.CancelledError, ReaderError):
                await beside
        await self._show_shelf()
        return tally

    async def _show_shelf(self) -> None:
        """Read the shelf again and show it, here and on the screen in front."""
        screen, app = self._screen, self._screen.reader
        screen.shelf = await app.desk.shelf(screen.rows_of)
        screen.fill_list()
        if app.front:
            await app.front.brought()

    async def _keep_telling(self, progress: Progress) -> None:
        """Say how far it is, even while the worker has nothing to say: a host may be slow."""
        await asyncio.sleep(UNTOLD)
        while True:
            if not self._looking:
                self._show(progress.line(self._screen.app.size.width))
            await asyncio.sleep(BEAT)

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

            self._looking = True
            try:
                await app.desk.worker.ask("index", INDEXING, progress=told)
            finally:
                self._looking = False
            screen.find_again()
            pause = max(LOOK, SHARE * (monotonic() - began))
