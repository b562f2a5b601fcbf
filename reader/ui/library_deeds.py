"""What a person does to the library as a whole: add, remove; and keeping it up to date."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import Any

from reader.errors import Cancelled, ReaderError, WorkerLost
from reader.ui.deeds import ArticleDeeds
from reader.ui.draw import cut
from reader.ui.shelf import Shelf, headline
from reader.ui.tasks import begin
from reader.ui.worker import OnProgress

UNTOLD = 0.5
"""Seconds of work of which nothing is said."""


class LibraryDeeds(ArticleDeeds):
    """A screen that shows the shelf and changes it."""

    shelf: Shelf
    busy = False
    """Whether long work is under way that Esc stops."""

    def fill_list(self, keep: str | None = None) -> None:
        """Show the shelf."""
        raise NotImplementedError

    def leave_search(self) -> None:
        """Show all articles."""
        raise NotImplementedError

    def picked(self) -> list[str]:
        """The picked articles; emptied once something was done with them."""
        raise NotImplementedError

    async def reload(self) -> None:
        """Read the shelf again, and have events and index brought up to date."""
        self.shelf = await self.reader.desk.shelf()
        if self.is_mounted:
            self.fill_list()
        begin(self, "start", self.bring_up_to_date)

    async def bring_up_to_date(self) -> None:
        """Group and index what has changed, showing progress; then read the shelf again."""
        self.busy = True
        try:
            try:
                await self._bring_up_to_date()
            except WorkerLost:
                await self._bring_up_to_date()  # by a new one, from where the first one was
        except Cancelled as stopped:
            self.say(str(stopped))
        except ReaderError as error:
            self.reader.failed(error)
        finally:
            self.busy = False

    async def _bring_up_to_date(self) -> None:
        desk, told, began, before = self.reader.desk, "", monotonic(), self.said

        def progress(words: str) -> OnProgress:
            def show(done: int, total: int) -> None:
                nonlocal told
                if monotonic() - began > UNTOLD:
                    told = f"{words}: {done:,} of {total:,}   Esc stop"
                    self.say(told)

            return show

        if await desk.worker.ask("group", progress=progress("Looking for events")):
            desk.forget()
            self.shelf = await desk.shelf()
        self.fill_list()
        notice = await desk.worker.ask("index", progress=progress("Building the search"))
        if notice or (told and self.said == told):
            self.say(notice or before)

    async def action_remove(self) -> None:
        """Remove the picked articles, else the one under the cursor; asks first."""
        picked = [id for id in self.picked() if id in self.shelf.cards]
        ids = picked or [i for i in [self.current_article()] if i]
        if not ids:
            self.say("This acts on an article: → shows those of an event")
            return
        one = f"“{cut(headline(self.shelf.cards[ids[0]]), 48)}”"
        what = one if len(ids) == 1 else f"the {len(ids)} picked articles"

        async def answered(yes: bool | None) -> None:
            if not yes:
                return
            try:
                removal = await self.reader.desk.remove(ids)
            except ReaderError as error:
                self.reader.failed(error)
                return
            self.picked().clear()
            self.leave_search()
            await self.reload()

            async def undo() -> str:
                await self.reader.desk.put_back(removal)
                await self.reload()
                return f"Put back: {what}"

            self.reader.did(f"Removed: {what}", undo)

        from reader.ui.forms import AskBox

        self.app.push_screen(AskBox(f"Remove {what}, with read, star and tags?"), answered)

    def action_add(self) -> None:
        """Ask for files and folders, and add them."""

        async def answered(paths: list[str] | None) -> None:
            if paths:
                begin(self, "start", self._add, paths)

        from reader.ui.forms import AddBox

        self.app.push_screen(AddBox(), answered)

    async def _add(self, paths: list[str]) -> None:
        app = self.reader
        samples = app.samples
        if samples:
            await app.use_library(samples=False)
        brought: list[Any] = []
        try:
            brought = await app.desk.add(
                paths, lambda done, _: self.say(f"Adding: {done:,}   Esc stop")
            )
        except ReaderError as error:
            app.failed(error)
        self.shelf = await app.desk.shelf()
        if samples and not self.shelf.cards:
            # Nothing came in: the samples stay what is shown.
            await app.use_library(samples=True)
        else:
            self.fill_list()
            await self.bring_up_to_date()
        said, failed = told(brought)
        if samples and not failed:
            said += "; the samples are under  :"
        if brought:
            self.say(said, error=failed)


def told(brought: Sequence[Any]) -> tuple[str, bool]:
    """What became of sources in a sentence, and whether one failed."""
    counted = ", ".join(
        f"{count:,} {name}"
        for name in ("added", "updated", "unchanged")
        if (count := sum(each.outcome == name for each in brought))
    )
    failed = [each for each in brought if each.outcome == "failed"]
    if not failed:
        return counted.capitalize() or "Nothing there to add", False
    more = f" and {len(failed) - 1} more" if len(failed) > 1 else ""
    said = f"Not added: {failed[0].source}, {failed[0].reason}{more}"
    return said + (f"; {counted}" if counted else ""), True
