"""Searches that are kept, as folders: their names, and how much of them is unread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.model import SavedSearch
from reader.text.safety import one_line
from reader.ui.draw import Line, cut, fit_right, spread, width
from reader.ui.lineview import LineView

SIDE = 26
"""Cells of the left region."""
MOST = 8
"""Lines above the list: the list is in front."""
HEAD = 1
"""Lines above the first search: what they are."""


class SavedList(LineView):
    """Kept searches: beside the list where there is room, else above it while one is wanted."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SavedList { display: none; dock: top; width: 100%; border-bottom: solid $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "screen.leave_saved", show=False)]

    def __init__(self) -> None:
        super().__init__(id="saved")
        self.searches: Sequence[SavedSearch] = ()
        self.counts: Mapping[int, tuple[int, int]] = {}
        """By number: how many articles, and how many of them are unread."""
        self.asked = ""
        """The query whose results are shown."""

    def put(self, searches: Sequence[SavedSearch]) -> None:
        """Show these."""
        at = max(HEAD, self.cursor)
        self.searches = searches
        self.reset(at)
        self.screen.set_class(bool(searches), "-keeps")
        self.fit_height()

    def ask(self, query: str) -> None:
        """The results of this query are shown: if it is one of these, it stands out."""
        told = {self.asked, query} if query != self.asked else set()
        self.asked = query
        if not told.isdisjoint(search.query for search in self.searches):
            self.refresh()

    def count_as(self, counts: Mapping[int, tuple[int, int]]) -> None:
        """Show these numbers."""
        if counts != self.counts:
            self.counts = counts
            self.refresh()

    def fit_height(self) -> None:
        """As high as it has lines, up to MOST; beside the list as high as that."""
        wide = self.screen.has_class("-wide")
        self.styles.height = "100%" if wide else min(self.count() + 1, MOST)

    @property
    def current(self) -> SavedSearch | None:
        """The search under the cursor."""
        return self.searches[self.cursor - HEAD] if self.selectable(self.cursor) else None

    @property
    def shows_cursor(self) -> bool:
        """Only while the person is here."""
        return self.has_focus

    def count(self) -> int:
        """The head and the searches."""
        return HEAD + len(self.searches)

    def selectable(self, item: int) -> bool:
        """The searches."""
        return HEAD <= item < self.count()

    def draw(self, line: int, cells: int) -> Line:
        """Name, how many are unread, of how many."""
        if line < HEAD:
            return [(" Kept searches", "dim")]
        search = self.searches[line - HEAD]
        total, unread = self.counts.get(search.number, (0, 0))
        new: Line = [("● ", "accent"), (f"{unread:,}", "strong")] if unread else []
        key = "strong" if search.query == self.asked else "text"
        left: Line = [(" ", "text"), (one_line(search.name), key)]
        if cells > SIDE and search.number in self.counts:
            said = " unread of" if unread else "none unread of"
            new = [*new, (said, "dim"), (fit_right(f"{total:,}", 6), "dim")]
        if cells > SIDE and search.query != search.name:
            room = cells - width(new) - width(left) - 6
            query = cut(one_line(search.query), room)
            left.append((f"   {query}" if room > 8 else "", "dim"))
        return spread(left, [*new, (" ", "text")], cells)
