"""The events on a common time line: the list, its heads, and the line above them."""

from __future__ import annotations

from reader.model import Event, When
from reader.text.safety import one_line
from reader.ui.bars import OneLine
from reader.ui.draw import Line, cut, fit, fit_right, pad
from reader.ui.lineview import LineView
from reader.ui.shelf import Row, Shelf, day, headline, long_day
from reader.ui.timeline import Scale

COUNT = 9
"""Cells of the column that counts articles."""


class EventList(LineView):
    """Events of two and more articles, each with its dates on a common scale."""

    ALLOW_SELECT = False  # rows are chosen; what is copied is the current one

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shelf = Shelf()
        self.rows: list[Row] = []
        self.unfolded: set[str] = set()
        self.timed = True
        self.largest_first = False
        self.scale: Scale | None = None

    def show(self, shelf: Shelf, keep: str | None = None) -> None:
        """Put up the events; the cursor stays on the same one."""
        self.shelf = shelf
        rows = [
            row
            for row in shelf.rows(self.unfolded, flat=False)
            if row.kind == "event" or row.inside
        ]
        if self.largest_first:
            size = {id: -len(event.articles) for id, event in shelf.events.items()}
            rows.sort(key=lambda row: size[row.inside or row.id])
        self.rows = rows
        cursor = next((i for i, row in enumerate(rows) if row.id == keep), 0)
        self.reset(cursor)
        self.rescale()

    def dates(self, event: Event) -> list[When]:
        """The dates of an event's articles."""
        cards = [self.shelf.cards[id] for id in event.articles if id in self.shelf.cards]
        return [card.published for card in cards if card.published]

    def rescale(self) -> None:
        """Fit the scale to the events in sight."""
        top = self.scroll_offset.y
        seen = self.rows[top : top + max(1, self.size.height)]
        dates = [
            d for row in seen if row.kind == "event" for d in self.dates(self.shelf.events[row.id])
        ]
        self.scale = Scale.over(dates, self.time_cells)
        self.refresh()

    @property
    def time_cells(self) -> int:
        """Cells of the time line."""
        return max(8, min(44, (self.size.width - 12) * 2 // 5))

    def relayout(self) -> None:
        """The scale depends on the width."""
        self.rescale()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other events are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.rescale()

    @property
    def current(self) -> Row | None:
        """The current row."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def event(self) -> Event | None:
        """The current event, also from one of its articles."""
        row = self.current
        return self.shelf.events.get(row.inside or row.id) if row else None

    def count(self) -> int:
        """Rows."""
        return len(self.rows)

    def draw(self, line: int, cells: int) -> Line:
        """An event, or one of its articles."""
        row = self.rows[line]
        room = cells - COUNT - self.time_cells - 2
        if row.kind == "article":
            card = self.shelf.cards[row.id]
            head: Line = [("     ", "text"), (cut(headline(card), room + COUNT - 6), "text")]
            said = long_day(card.published)
            if not self.timed:
                said = one_line(card.outlet) if card.outlet else "no outlet"
            return [*pad(head, room + COUNT + 1), (fit(said, self.time_cells), "dim")]
        event = self.shelf.events[row.id]
        fold = "▾" if event.id in self.unfolded else "▸"
        name: Line = [(f" {fold} ", "accent"), (cut(one_line(event.label), room - 4), "strong")]
        count = fit_right(str(len(event.articles)), COUNT - 1)
        return [*pad(name, room), (count + "  ", "dim"), *self._time(event)]

    def _time(self, event: Event) -> Line:
        if not self.timed:
            cards = [self.shelf.cards[id] for id in event.articles if id in self.shelf.cards]
            outlets = dict.fromkeys(one_line(c.outlet) for c in cards if c.outlet)
            return [(cut(", ".join(outlets) or "no outlet", self.time_cells), "dim")]
        dates = self.dates(event)
        if self.scale is None or not dates:
            return [(day(dates[0] if dates else None), "dim")]
        return self.scale.line(dates)


class EventHeads(OneLine):
    """The heads of the columns, with the scale."""

    def __init__(self, view: EventList) -> None:
        super().__init__()
        self._view = view

    def runs(self, cells: int) -> Line:
        """event, articles, days."""
        view = self._view
        room = cells - 1 - COUNT - view.time_cells - 2
        ticks: Line = view.scale.ticks() if view.scale and view.timed else []
        if not view.timed:
            ticks = [("outlets", "dim")]
        return [
            *pad([("    event", "dim")], room + 1),
            (fit_right("articles", COUNT - 1) + "  ", "dim"),
            *ticks,
        ]


class EventsLine(OneLine):
    """What the screen is, and its order."""

    def __init__(self) -> None:
        super().__init__()
        self._order = "newest first"

    def say(self, *, largest: bool) -> None:
        """Name the order."""
        self._order = "most articles first" if largest else "newest first"
        self.refresh()

    def runs(self, cells: int) -> Line:
        """Heading at the left."""
        return [(" Events", "strong"), (f"  two articles and more, {self._order}", "dim")]
