"""Writing a comparison, or something else, into a file: the ending of its name says how."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError
from reader.ui.desk import Sheet
from reader.ui.frame import FrameScreen
from reader.ui.tasks import begin

if TYPE_CHECKING:
    from reader.exporting.forms import Form, Part
    from reader.model import Event, Story
    from reader.ui.exportbox import Answer
    from reader.ui.worker import OnProgress


@dataclass(frozen=True, slots=True)
class Scope:
    """Articles whose comparison can be written, in the order of its columns."""

    ids: tuple[str, ...]
    label: str = ""
    """The name of their event, if they are all of it."""
    story: Story | None = None
    events: tuple[Event, ...] = ()
    """Those of the story, each of which is compared by itself."""

    def __str__(self) -> str:
        if self.story:
            return f"The whole story: {len(self.events)} events"
        count = len(self.ids)
        return f"All {count} articles of the event" if self.label else f"These {count} articles"


class WritingDeeds(FrameScreen):
    """A screen that shows a comparison, or something of one."""

    sheet: Sheet | None = None

    def scopes(self) -> list[Scope]:
        """What can be written: the event of the columns, and the columns where it has more."""
        ids = self.sheet.comparison.articles if self.sheet else ()
        event = self._event_of(ids)
        if event is None:
            return [Scope(ids)] if len(ids) > 1 else []
        others = (id for id in event.articles if id not in ids)
        whole = Scope((*ids, *others), event.label)
        return [whole, Scope(ids)] if len(whole.ids) > len(ids) > 1 else [whole]

    def event_label(self, ids: tuple[str, ...]) -> str:
        """The name of the event that these articles are all of, if they are."""
        event = self._event_of(ids)
        return event.label if event and set(event.articles) == set(ids) else ""

    def _event_of(self, ids: tuple[str, ...]) -> Event | None:
        """The event that holds all of these articles."""
        shelf = self.reader.library_screen.shelf
        card = shelf.cards.get(ids[0]) if ids else None
        event = shelf.events.get(card.event) if card and card.event else None
        return event if event and set(ids) <= set(event.articles) else None

    def action_write(self) -> None:
        """Ask where to write the comparison, and write it."""
        from reader.ui.exportbox import COMPARISON, ExportBox

        scopes = self.scopes()
        if not scopes:
            self.say("Nothing to compare here: e writes an event, a story, two picked articles")
            return

        def answered(answer: Answer | None) -> None:
            if answer is not None:
                begin(self, "write", self._compare_and_write, scopes[answer.of], answer)

        self.app.push_screen(
            ExportBox("~/comparison.html", COMPARISON, list(map(str, scopes))), answered
        )

    async def _compare_and_write(self, scope: Scope, answer: Answer) -> None:
        """The comparison may have more columns than a screen has: it is made for the file."""
        try:
            if scope.story:
                await self._write_story(scope.story, scope.events, answer)
                return
            tell = self._far(f"Comparing {len(scope.ids)} articles")
            sheet = await self.reader.desk.sheet(scope.ids, tell)
        except ReaderError as error:
            self.reader.failed(error)
        else:
            await self.write_file(answer, sheet_text, sheet, self._events(scope.ids), scope.label)

    async def _write_story(self, story: Story, events: Sequence[Event], answer: Answer) -> None:
        """Its events one after the other, each compared by itself."""
        from reader.exporting.forms import story_written
        from reader.model import Comparison

        desk = self.reader.desk
        parts: list[Part] = []
        for number, event in enumerate(events, start=1):
            ids = event.articles
            said = f"Comparing event {number} of {len(events)}, {len(ids)} articles"
            if len(ids) > 1:
                sheet = await desk.sheet(ids, self._far(said))
                articles = [page.article for page in sheet.pages]
                parts.append((sheet.comparison, articles, event.label))
            else:
                alone = (await desk.page(ids[0])).article
                parts.append((Comparison(ids, (), ()), [alone], event.label))
        of = self._events([id for event in events for id in event.articles])
        await self.write_file(answer, story_written, story, parts, of)

    def _events(self, ids: Iterable[str]) -> dict[str, str]:
        cards = map(self.reader.library_screen.shelf.cards.get, ids)
        return {card.id: card.event for card in cards if card and card.event}

    def _far(self, doing: str) -> OnProgress:
        """Says what is being done, and hands back what says how far it is."""

        def tell(done: int = 0, total: int = 0) -> None:
            if self.is_attached:
                far = f", {100 * done // total} %" if total else ""
                self.say(f"{doing}{far}   Esc stop")

        tell()
        return tell

    def stop_writing(self) -> bool:
        """Stop what is compared for a file; False if nothing is."""
        if not self.workers.cancel_group(self, "write"):
            return False
        self.say("Stopped; nothing was written")
        return True

    async def action_escape(self) -> None:
        """Stop what is compared for a file, else as everywhere."""
        if not self.stop_writing():
            await super().action_escape()

    async def write_file(self, answer: Answer, text: Callable[..., str], *of: Any) -> None:
        """Write `text(form, *of)`, and say what became of it."""
        from reader.exporting.forms import form_of

        path, form = answer.path, form_of(answer.path)
        assert form is not None
        try:
            await asyncio.to_thread(lambda: write(path, answer.over, text(form, *of)))
        except FileExistsError:
            self.say(f"There is a file meanwhile: {path}; e writes again", error=True)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.say(f"Not written: {path}, {reason}", error=True)
        else:
            self.say(f"Written: {at_home(path.absolute())}")


def sheet_text(form: Form, sheet: Sheet, events: Mapping[str, str], label: str = "") -> str:
    """A comparison as the text of a file."""
    from reader.exporting.forms import written

    return written(form, sheet.comparison, [page.article for page in sheet.pages], events, label)


def at_home(path: Path) -> str:
    """A path as people write it: what lies in their folder begins with `~`."""
    with suppress(RuntimeError):  # nobody's folder is known
        if path.is_relative_to(home := Path.home()):
            return str(Path("~") / path.relative_to(home))
    return str(path)


def write(path: Path, over: bool, text: str) -> None:
    """Write a file; raises FileExistsError unless what is there may be written over."""
    with path.open("w" if over else "x", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
