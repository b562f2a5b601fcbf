"""Words of a comparison: found in what is shown, and copied with their source."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from textual import on

from reader.model import Evidence
from reader.text.safety import one_line
from reader.ui.citing import passage
from reader.ui.comparedeeds import CompareDeeds
from reader.ui.compareheads import FINDINGS
from reader.ui.lineview import LineView
from reader.ui.searchline import FindLine

MOST_FORMS = 100
"""Spellings of what is looked for that are marked: a word that is cut short may have thousands."""


class CompareWords(CompareDeeds):
    """A comparison in which words are found."""

    looking: str = ""
    """The query whose words are marked."""
    _found_here = ""
    """The words that were asked for on this screen."""

    def main_view(self) -> LineView:
        """What is shown."""
        raise NotImplementedError

    def action_find(self) -> None:
        """Find in what is shown."""
        self.query_one(FindLine).enter()

    @on(FindLine.Asked)
    async def _asked(self, message: FindLine.Asked) -> None:
        self.main_view().focus()
        self.looking = self._found_here = message.words
        await self.look()
        if self.looking:
            self._find(1, start=0)

    async def look(self, *, land: bool = False) -> None:
        """Mark what is looked for in every view; to the first row that has it, if told to."""
        forms: set[str] = set()
        query, sheet = self.looking, self.sheet
        for page in sheet.pages if sheet and query else ():
            spans = await self.reader.desk.places(page.article, query)
            forms.update(one_line(span.of(page.article.text)).casefold() for span in spans)
        if query != self.looking:
            return
        looked_for = _pattern(forms or {query.casefold()}) if query else None
        for view in self.query(LineView):
            view.looked_for = looked_for
            view.refresh()
        if land and forms:
            self._find(1, start=0, silent=True)

    async def action_escape(self) -> None:
        """First no longer mark what was looked for on this screen."""
        if not self.looking or self.looking != self._found_here:
            await super().action_escape()
            return
        self.looking = self._found_here = ""
        await self.look()

    def action_place(self) -> None:
        """The next row with the words."""
        self._find(1)

    def action_place_back(self) -> None:
        """The previous row with the words."""
        self._find(-1)

    def _find(self, by: int, start: int | None = None, *, silent: bool = False) -> None:
        view = self.main_view()
        if view.looked_for is None:
            self.say("Nothing looked for: / finds words")
            return
        item = view.cursor + by if start is None else start
        while 0 <= item < view.count():
            if view.selectable(item) and view.looked_for.search(view.words_of(item)):
                view.cursor = item
                return
            item += by
        if not silent:
            said = "Not further here" if start is None else "Not here"
            self.say(f"{said}: {self.looking}")

    def copied(self) -> str:
        """The passages of the current row, each with its source."""
        sheet = self.sheet
        if sheet is None:
            return ""
        values: Sequence[Evidence | None] = self.row_passages()
        if self.view_shown == FINDINGS:
            values = self.table.finding.values if self.table.finding else ()
        pages = {page.article.id: page for page in sheet.pages}
        cut = [
            passage(pages[v.article].article, v.span)
            for v in values
            if v is not None and v.field == "text"
        ]
        return "\n\n".join(cut)


def _pattern(forms: Collection[str]) -> re.Pattern[str]:
    """Finds the words as they are written, the longest first; whole ones only."""
    longest = sorted(forms, key=lambda form: (-len(form), form))[:MOST_FORMS]
    either = "|".join(map(re.escape, longest))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
