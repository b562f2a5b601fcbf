"""What a person does to the library as a whole: add, remove; and keeping it up to date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.errors import Cancelled, ReaderError
from reader.ui.deeds import ArticleDeeds
from reader.ui.shelf import Shelf
from reader.ui.tasks import begin
from reader.ui.worker import OnProgress


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
        desk, told = self.reader.desk, False

        def progress(words: str) -> OnProgress:
            def show(done: int, total: int) -> None:
                nonlocal told
                told = True
                self.say(f"{words}: {done:,} of {total:,}   Esc stop")

            return show

        self.busy = True
        try:
            if await desk.worker.ask("group", progress=progress("Looking for events")):
                desk.forget()
                self.shelf = await desk.shelf()
            self.fill_list()
            notice = await desk.worker.ask("index", progress=progress("Building the search"))
            if told or notice:
                self.say(notice or "")
        except Cancelled as stopped:
            self.say(str(stopped))
        except ReaderError as error:
            self.reader.failed(error)
        finally:
            self.busy = False

    async def action_remove(self) -> None:
        """Remove the picked articles, else the one under the cursor; asks first."""
        ids = list(self.picked()) or [i for i in [self.current_article()] if i]
        if not ids:
            self.say("This acts on an article: → shows those of an event")
            return
        count = "1 article" if len(ids) == 1 else f"{len(ids)} articles"

        async def answered(yes: bool | None) -> None:
            if not yes:
                return
            try:
                removed = await self.reader.desk.remove(ids)
            except ReaderError as error:
                self.reader.failed(error)
                return
            self.picked().clear()
            self.leave_search()
            await self.reload()
            self.say(f"Removed: {removed} of {len(ids)}")

        from reader.ui.forms import AskBox

        self.app.push_screen(AskBox(f"Remove {count} with read, star and tags?"), answered)

    def action_add(self) -> None:
        """Ask for files and folders, and add them."""

        async def answered(paths: list[str] | None) -> None:
            if paths:
                begin(self, "start", self._add, paths)

        from reader.ui.forms import AddBox

        self.app.push_screen(AddBox(), answered)

    async def _add(self, paths: list[str]) -> None:
        app = self.reader
        if app.samples:
            await app.use_library(samples=False)
        try:
            brought = await app.desk.add(
                paths, lambda done, _: self.say(f"Adding: {done:,}   Esc stop")
            )
        except ReaderError as error:
            app.failed(error)
            return
        finally:
            self.shelf = await app.desk.shelf()
            self.fill_list()
        await self.bring_up_to_date()
        said, failed = told(brought)
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
