"""What a person does to the library as a whole: add, remove; and keeping it up to date."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from time import monotonic
from typing import TYPE_CHECKING

from reader.errors import Cancelled, ReaderError, WorkerLost
from reader.ui.addbox import Pasted
from reader.ui.bringing import LOOK, OTHER, UNTOLD, Bringing
from reader.ui.draw import cut
from reader.ui.frame import FrameScreen
from reader.ui.shelf import headline
from reader.ui.shelving import Shelving
from reader.ui.tagdeeds import TagDeeds
from reader.ui.takingout import take_out
from reader.ui.tasks import begin
from reader.ui.worker import OnProgress
from reader.ui.writingdeeds import Scope, WritingDeeds

if TYPE_CHECKING:
    from reader.actions.reading import Reading

READS = 0.2
"""Seconds for which articles that the index lacks are read one by one, before what is found is
shown."""
AGAIN = 30.0
"""Seconds, at least, between two tries to mend the search index."""
MANY = 2_000
"""Changes after which looking for events takes minutes: the search comes first then."""


class LibraryDeeds(TagDeeds, WritingDeeds, Shelving):
    """A screen that shows the shelf and changes it."""

    WATCHES = True
    busy = False
    """Whether long work is under way that Esc stops."""
    stopped = False
    """Whether the person has stopped it."""
    searched = False
    """Whether anything was looked for so far."""
    _mended = -AGAIN

    @cached_property
    def reading(self) -> Reading:
        """What finds what the search index lacks."""
        from reader.actions.reading import Reading

        return Reading("", READS)

    @cached_property
    def bringing(self) -> Bringing:
        """The import that is under way, if one is."""
        return Bringing(self)

    def find_again(self) -> None:
        """Ask the search that is shown once more."""
        raise NotImplementedError

    def leave_search(self) -> None:
        """Show all articles."""
        raise NotImplementedError

    def picked(self) -> list[str]:
        """The picked articles; emptied once something was done with them."""
        raise NotImplementedError

    def show_preview(self, after: float = 0) -> None:
        """What belongs to the row under the cursor."""
        raise NotImplementedError

    async def renoted(self) -> None:
        """Rows say which articles have notes, the preview what they say."""
        noted = await self.reader.desk.of_library(lambda library: library.annotated())
        self.shelf = replace(self.shelf, noted=frozenset(noted))
        self.fill_list()
        self.show_preview()

    async def remarked(self) -> None:
        """The preview tells tags and notes."""
        self.show_preview()

    def meant(self) -> list[str]:
        """The picked articles, else the one under the cursor."""
        picked = [id for id in self.picked() if id in self.shelf.cards]
        return picked or super().meant()

    async def reload(self) -> None:
        """Read the shelf again, and have events and index brought up to date."""
        self.shelf = await self.reader.desk.shelf()
        if self.is_mounted:
            self.fill_list()
        if not self.bringing.running:  # which ends with that
            begin(self, "start", self.bring_up_to_date)

    async def mend_search(self) -> None:
        """Have a search index built again that was lost or damaged, or could not be written."""
        if not self.searched or self.busy or self.stopped:
            return  # nothing is opened before it is needed
        if monotonic() - self._mended < AGAIN:
            return
        from reader.actions.indexing import lost

        ask = partial(lost, behind=bool(self.reading.why))
        if await self.reader.desk.of_search(ask) and not self.busy:
            self._mended = monotonic()
            begin(self, "start", self.bring_up_to_date, "mend")

    async def bring_up_to_date(self, job: str = "index") -> None:
        """Group and index what has changed, showing progress; then read the shelf again."""
        self.busy, self.stopped = True, False
        try:
            try:
                await self._bring_up_to_date(job)
            except WorkerLost:
                await self._bring_up_to_date(job)  # by a new one, from where the first one was
        except Cancelled as stopped:
            self.say(str(stopped))
        except ReaderError as error:
            self.reader.failed(error)
        finally:
            self.busy = False

    async def _bring_up_to_date(self, job: str) -> None:
        desk, told, began, before = self.reader.desk, "", monotonic(), self.said
        asked, worked = began, False

        def progress(words: str) -> OnProgress:
            def show(done: int, total: int) -> None:
                nonlocal told, asked, worked
                worked = True
                if monotonic() - asked > LOOK:
                    asked = monotonic()
                    self.find_again()
                # What is said of something that the person did meanwhile stands until a key.
                quiet = OTHER if before else UNTOLD
                if self.said in ("", before, told) and monotonic() - began > quiet:
                    told = f"{words}: {done:,} of {total:,}   Esc stop"
                    self.say(told)

            return show

        async def group() -> None:
            if await desk.worker.ask("group", progress=progress("Looking for events")):
                desk.forget()
                self.shelf = await desk.shelf(self.rows_of)
            self.fill_list()
            front = self.reader.front
            # One that is being built shows what there is by itself.
            if front is not None and front is not self and front.is_mounted:
                await front.brought()

        behind = await desk.of_library(lambda library: library.revision - library.events_revision)
        if behind <= MANY:
            await group()
        notice = await desk.worker.ask(job, progress=progress("Building the search"))
        known = self.reading.why or None
        self.reading = self.reading.another(notice or "")
        if behind > MANY:
            await group()
        if worked or known != notice:
            self.find_again()
        over = told and self.said == told
        if (notice and notice != known) or over:
            stands = before if over else self.said
            self.say(".  ".join(words.rstrip(".") for words in (stands, notice) if words))

    async def action_remove(self) -> None:
        """Remove the picked articles, else the one under the cursor; asks first."""
        ids = self.meant()
        if not ids:
            self.say("This acts on an article: → shows those of an event")
            return
        one = f"“{cut(headline(self.shelf.cards[ids[0]]), 48)}”"
        what = one if len(ids) == 1 else f"the {len(ids)} picked articles"

        async def answered(yes: bool | None) -> None:
            if not yes:
                return
            await take_out(self, ids, what)

        from reader.ui.forms import AskBox

        self.app.push_screen(AskBox(f"Remove {what}, with marks, tags and notes?"), answered)

    def compared(self) -> tuple[str, ...]:
        """The articles that are compared: the picked ones, else those of the current event."""
        raise NotImplementedError

    def scopes(self) -> list[Scope]:
        """The picked articles, else those of the current event."""
        ids = self.compared()
        return [Scope(ids, self.event_label(ids))] if len(ids) > 1 else []

    def action_add(self) -> None:
        """Ask for files, folders and addresses, and add them."""

        def answered(wanted: list[str] | Pasted | None) -> None:
            if wanted:
                self.bringing.begin_adding(wanted)

        from reader.ui.addbox import AddBox

        self.app.push_screen(AddBox(), answered)

    def action_refresh(self) -> None:
        """Get the feeds again."""
        if self.reader.samples:
            self.say("These are samples: a adds your own articles and feeds")
        else:
            self.bringing.begin_syncing()

    def action_failures(self) -> None:
        """What was not added, and why; from there it can be tried again."""
        show_failures(self)


def show_failures(screen: FrameScreen) -> None:
    """What was not added the last time, over a screen."""
    from reader.ui.failurebox import FailureBox

    bringing = screen.reader.library_screen.bringing

    def answered(sources: list[str] | None) -> None:
        if sources:
            bringing.begin_again(sources)

    if bringing.failures:
        screen.app.push_screen(FailureBox(bringing.failures), answered)
    else:
        screen.say("Nothing failed the last time")
