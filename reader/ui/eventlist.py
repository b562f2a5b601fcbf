"""Stories and events on a common time line: the list, and the heads of its columns."""

from __future__ import annotations

from textual.message import Message

from reader.model import Event, Story
from reader.ui.bars import OneLine
from reader.ui.chronicle import Chronicle, Folding, Row
from reader.ui.draw import Line, fit, pad
from reader.ui.eventrows import COUNT, NO_SCALE, draw_row
from reader.ui.facts import Facts, event_facts, story_facts
from reader.ui.lineview import LineView
from reader.ui.shelf import Shelf, today
from reader.ui.timeline import Scale

_AIRY = 30
"""Rows from which on an empty line follows each story."""


class EventList(LineView):
    """Stories, their events, and events for themselves, each with its dates on a common scale."""

    ALLOW_SELECT = False  # rows are chosen; what is copied is the current one

    class FoldClicked(Message):
        """The fold sign of the current row was clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shelf = Shelf()
        self.chronicle = Chronicle()
        self.rows: list[Row] = []
        self.folding = Folding()
        self.picked: list[Row] = []
        self.timed = True
        self.scale: Scale | None = None
        self._facts: dict[tuple[str, str], Facts] = {}

    # Content -----------------------------------------------------------------------------------

    def show(self, chronicle: Chronicle, shelf: Shelf, rows: list[Row], cursor: int) -> None:
        """Put up these rows, which were made beside the event loop."""
        self.chronicle = chronicle
        self.rows = rows
        self.picked = [row for row in self.picked if self._is_there(row)]
        self.use(shelf)
        self.reset(cursor)
        if rows and not self.selectable(self.cursor):
            self._settle(self.cursor, -1)
        self.rescale()

    def use(self, shelf: Shelf) -> None:
        """Articles were read or the like."""
        self.shelf = shelf
        self._facts.clear()
        self.refresh()

    def _is_there(self, row: Row) -> bool:
        known = self.chronicle.event_of if row.kind == "article" else self.chronicle.events
        return row.id in known

    @property
    def current(self) -> Row | None:
        """The current row."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def event(self) -> Event | None:
        """The current event, also from one of its articles."""
        row = self.current
        if row is None or row.kind == "story":
            return None
        return self.chronicle.events.get(row.event or row.id)

    def story(self) -> Story | None:
        """The current story, not from within it."""
        row = self.current
        return self.chronicle.stories.get(row.id) if row and row.kind == "story" else None

    def facts(self, row: Row) -> Facts:
        """What a story or an event has, kept while the articles stay as they are."""
        key = (row.kind, row.id)
        known = self._facts.get(key)
        if known is None:
            if row.kind == "story":
                parts = self.chronicle.steps[row.id]
                known = story_facts(self.facts(Row("event", id, row.id)) for id in parts)
            else:
                known = event_facts(self.chronicle.events[row.id], self.shelf.cards)
            self._facts[key] = known
        return known

    def fold(self, row: Row, *, folded: bool) -> None:
        """Fold or unfold the current row, or one above it that it stands under."""
        if row.kind == "story":
            which, into = self.folding.folded, folded
        else:
            which, into = self.folding.unfolded, not folded
        (which.add if into else which.discard)(row.id)
        at = self.cursor
        while self.rows[at] != row:  # it is the current row, or one that this stands under
            at -= 1
        first = at
        while not self.rows[first].heads:
            first -= 1
        last = first + 1
        while last < len(self.rows) and not self.rows[last].heads:
            last += 1
        self.rows[first:last] = self.chronicle.block(self.rows[first], self.folding)
        self.reset(at)
        self.rescale()
        self.post_message(self.Moved(self, self.cursor))

    def is_folded(self, row: Row) -> bool:
        """Whether a story or an event is folded."""
        if row.kind == "story":
            return row.id in self.folding.folded
        return row.id not in self.folding.unfolded

    # Layout ------------------------------------------------------------------------------------

    def count(self) -> int:
        """Rows."""
        return len(self.rows)

    def selectable(self, item: int) -> bool:
        """All but empty lines."""
        return 0 <= item < len(self.rows) and self.rows[item].kind != "gap"

    @property
    def wants_air(self) -> bool:
        """Whether there is room for empty lines."""
        return self.size.height >= _AIRY

    @property
    def time_cells(self) -> int:
        """Cells of the time line, or of a date in words where the list is narrow."""
        return 12 if self.size.width < NO_SCALE else min(48, (self.size.width - COUNT) * 2 // 5)

    def relayout(self) -> None:
        """The scale depends on the width."""
        self.rescale()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other events are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.rescale()

    def rescale(self) -> None:
        """Fit the scale to what is in sight."""
        top = self.scroll_offset.y
        seen = self.rows[top : top + max(1, self.size.height)]
        before, self.scale = self.scale, None
        if self.timed and self.size.width >= NO_SCALE and not self.in_words:
            stretches = [self.facts(row).when for row in seen if row.kind in ("story", "event")]
            self.scale = Scale.over(stretches, self.time_cells)
        if self.scale != before:
            self.refresh()
            self.post_message(self.Rescaled())

    class Rescaled(Message):
        """Another stretch of time is in sight."""

    # Drawing -----------------------------------------------------------------------------------

    def draw(self, line: int, cells: int) -> Line:
        """A story, an event, one of its articles, or nothing."""
        return draw_row(self, self.rows[line], cells)

    def is_picked(self, row: Row) -> bool:
        """Whether a row is picked, wherever it stands."""
        return any(row.kind == each.kind and row.id == each.id for each in self.picked)

    def hit(self, item: int, line: int, column: int) -> bool:
        """A click on the fold sign folds."""
        row = self.rows[item]
        signs = {1, 2} if row.heads else {3, 4}
        if row.kind in ("story", "event") and column - 1 in signs:
            self.cursor = item
            self.post_message(self.FoldClicked())
            return True
        return False


class EventHeads(OneLine):
    """The heads of the columns, with the scale."""

    def __init__(self, view: EventList) -> None:
        super().__init__()
        self._view = view

    def runs(self, cells: int) -> Line:
        """event, articles, days."""
        view = self._view
        if not view.rows:
            return []
        room = cells - view.time_cells - 2
        time: Line = [("dates" if view.timed else "outlets", "dim")]
        if view.scale is not None and view.timed:
            time = view.scale.ticks(today().year)
        return [
            *pad(
                [("    story and event" if view.chronicle.stories else "    event", "dim")],
                room - COUNT + 1,
            ),
            (fit("articles", COUNT), "dim"),
            *time,
        ]
