"""Writing a comparison, or something else, into a file: the ending of its name says how."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.ui.desk import Sheet
from reader.ui.frame import FrameScreen

if TYPE_CHECKING:
    from reader.exporting.forms import Form


class WritingDeeds(FrameScreen):
    """A screen that shows a comparison, or something of one."""

    sheet: Sheet | None = None

    def action_write(self) -> None:
        """Ask where to write the comparison, and write it."""
        self.write_sheet(self.sheet)

    def write_sheet(self, sheet: Sheet | None) -> None:
        """Ask where to write a comparison, and write it."""
        from reader.ui.exportbox import COMPARISON, ExportBox

        if sheet is None or not sheet.comparison.reports:
            self.say("No comparison here that could be written")
            return
        shelf = self.reader.library_screen.shelf
        cards = (shelf.cards.get(id) for id in sheet.comparison.articles)
        events = {card.id: card.event for card in cards if card and card.event}
        box = ExportBox("~/comparison.html", COMPARISON)
        self.app.push_screen(box, self.writing(sheet_text, sheet, events))

    def writing(
        self, text: Callable[..., str], *of: Any
    ) -> Callable[[tuple[Path, bool] | None], Awaitable[None]]:
        """What an export box calls with its answer: it writes `text(form, *of)`."""

        async def answered(answer: tuple[Path, bool] | None) -> None:
            if answer is not None:
                await self._write(*answer, text, *of)

        return answered

    async def _write(self, path: Path, over: bool, text: Callable[..., str], *of: Any) -> None:
        from reader.exporting.forms import form_of

        form = form_of(path)
        assert form is not None
        try:
            await asyncio.to_thread(lambda: write(path, over, text(form, *of)))
        except FileExistsError:
            self.say(f"There is a file meanwhile: {path}; e writes again", error=True)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.say(f"Not written: {path}, {reason}", error=True)
        else:
            self.say(f"Written: {at_home(path.absolute())}")


def sheet_text(form: Form, sheet: Sheet, events: Mapping[str, str]) -> str:
    """A comparison as the text of a file."""
    from reader.exporting.forms import written

    return written(form, sheet.comparison, [page.article for page in sheet.pages], events)


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
