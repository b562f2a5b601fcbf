"""Words of a comparison: found in what is shown, and copied with their source."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from reader.model import Evidence
from reader.ui.citing import passage
from reader.ui.comparedeeds import CompareDeeds
from reader.ui.compareheads import FINDINGS
from reader.ui.lineview import LineView
from reader.ui.searchline import FindLine


class CompareWords(CompareDeeds):
    """A comparison in which words are found."""

    _words = ""

    def main_view(self) -> LineView:
        """What is shown."""
        raise NotImplementedError

    def action_find(self) -> None:
        """Find in what is shown."""
        self.query_one(FindLine).enter()

    @on(FindLine.Asked)
    def _asked(self, message: FindLine.Asked) -> None:
        self.main_view().focus()
        self._words = message.words.casefold()
        self._find(1, start=0)

    def action_place(self) -> None:
        """The next row with the words."""
        self._find(1)

    def action_place_back(self) -> None:
        """The previous row with the words."""
        self._find(-1)

    def _find(self, by: int, start: int | None = None) -> None:
        words, view = self._words, self.main_view()
        if not words:
            self.say("Nothing looked for: / finds words")
            return
        item = view.cursor + by if start is None else start
        while 0 <= item < view.count():
            if words in view.words_of(item).casefold() and view.selectable(item):
                view.cursor = item
                return
            item += by
        self.say(f"Not further here: {words}")

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
