"""Writing a comparison into a file: the ending of its name says how."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reader.ui.desk import Sheet
from reader.ui.frame import FrameScreen

if TYPE_CHECKING:
    from reader.exporting.forms import Form


class WritingDeeds(FrameScreen):
    """A screen that shows a comparison, or something of one."""

    sheet: Sheet | None = None

    def action_write(self) -> None:
        """Ask where to write the comparison, and write it."""
        from reader.ui.exportbox import ExportBox

        sheet = self.sheet

        async def answered(answer: tuple[Path, bool] | None) -> None:
            if answer is not None and sheet is not None:
                await self._write(sheet, *answer)

        if sheet is not None and sheet.comparison.reports:
            self.app.push_screen(ExportBox("~/comparison.html"), answered)
        else:
            self.say("No comparison here that could be written")

    async def _write(self, sheet: Sheet, path: Path, over: bool) -> None:
        from reader.exporting.forms import form_of

        form = form_of(path)
        assert form is not None
        shelf = self.reader.library_screen.shelf
        cards = (shelf.cards.get(id) for id in sheet.comparison.articles)
        events = {card.id: card.event for card in cards if card and card.event}
        try:
            await asyncio.to_thread(write, path, over, form, sheet, events)
        except FileExistsError:
            self.say(f"There is a file meanwhile: {path}; e writes again", error=True)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.say(f"Not written: {path}, {reason}", error=True)
        else:
            self.say(f"Written: {path.absolute()}")


def write(path: Path, over: bool, form: Form, sheet: Sheet, events: Mapping[str, str]) -> None:
    """Write a comparison; raises FileExistsError unless what is there may be written over."""
    from reader.exporting.forms import written

    text = written(form, sheet.comparison, [page.article for page in sheet.pages], events)
    with path.open("w" if over else "x", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
