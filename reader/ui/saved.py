"""Searches that are kept, as folders: their names, and how much of them is unread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from reader.model import SavedSearch
from reader.text.safety import one_line
from reader.ui.draw import Line, fit_right, spread, width
from reader.ui.lineview import LineView

SIDE = 26
"""Cells of the left region."""
MOST = 8
"""Lines above the list: the list is in front."""
HEAD = 1
"""Lines above the first search."""


class SavedList(LineView):
    """Kept searches: beside the list where there is room, else above it while one is wanted."""

    ALLOW_SELECT = False
    DEFAULT_CSS = f"""
    SavedList {{ display: none; dock: top; width: 100%; border-bottom: solid $panel; }}
    LibraryScreen.-offers SavedList {{ display: block; }}
    LibraryScreen.-wide SavedList {{
        dock: left; width: {SIDE + 1}; border-bottom: none; border-right: solid $panel;
    }}
    LibraryScreen.-wide.-keeps SavedList {{ display: block; }}
    LibraryScreen.-ascii SavedList {{ border-bottom: ascii $panel; }}
    LibraryScreen.-ascii.-wide SavedList {{ border-bottom: none; border-right: ascii $panel; }}
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
        at = self.cursor
        self.searches = searches
        self.reset(at)
        self.screen.set_class(bool(searches), "-keeps")
        self.fit_height()

    def count_as(self, counts: Mapping[int, tuple[int, int]]) -> None:
        """Show these numbers."""
        if counts != self.counts:
            self.counts = counts
            self.refresh()

    def fit_height(self) -> None:
        """As high as it has lines, up to MOST; beside the list as high as that."""
        wide = self.screen.has_class("-wide")
        self.styles.height = "100%" if wide else min(self.top(self.count()) + 1, MOST)

    @property
    def current(self) -> SavedSearch | None:
        """The search under the cursor."""
        return self.searches[self.cursor] if self.cursor < len(self.searches) else None

    @property
    def shows_cursor(self) -> bool:
        """Only while the person is here."""
        return self.has_focus

    def count(self) -> int:
        """The searches."""
        return len(self.searches)

    def top(self, item: int) -> int:
        """A line each, below the head."""
        return item + HEAD if item else 0

    def item_at(self, line: int) -> int:
        """The head belongs to the first."""
        return max(0, line - HEAD)

    def cursor_line(self) -> int:
        """Where the current one is written."""
        return self.cursor + HEAD

    def draw(self, line: int, cells: int) -> Line:
        """Name, how many are unread, of how many."""
        if line < HEAD:
            return [(" Kept searches", "dim")]
        search = self.searches[line - HEAD]
        total, unread = self.counts.get(search.number, (0, 0))
        new: Line = [("● ", "accent"), (f"{unread:,}", "strong")] if unread else []
        if cells > SIDE:
            all_of = fit_right(f"{total:,}" if search.number in self.counts else "", 7)
            new = [*new, (" unread" if unread else "", "dim"), (f"{all_of} articles", "dim")]
        name = one_line(search.name)
        key = "strong" if search.query == self.asked else "text"
        left: Line = [(" ", "text"), (name, key)]
        if cells > SIDE and search.query != search.name:
            room = cells - width(new) - width(left) - 4
            if room > 8:
                left.append((f"   {one_line(search.query)}", "dim"))
        return spread(left, [*new, (" ", "text")], cells)
