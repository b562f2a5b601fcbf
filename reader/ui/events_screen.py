"""The events over time, and why each of them is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from reader.model import Event, When
from reader.text.safety import one_line
from reader.ui.bars import Hint, OneLine, Rule, TopBar
from reader.ui.draw import Line, cut, fit, fit_right, pad, wrapped
from reader.ui.finder import FindLine
from reader.ui.frame import FrameScreen
from reader.ui.keys import bindings
from reader.ui.lineview import Block, LineView, Pane
from reader.ui.panel import Target
from reader.ui.shelf import LETTERS, Row, Shelf, day, headline, long_day
from reader.ui.timeline import Scale

COUNT = 9
"""Cells of the column that counts articles."""


class EventList(LineView):
    """Events of two and more articles, each with its dates on a common scale."""

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


class EventsScreen(FrameScreen):
    """Events and why they are ones."""

    SHOWS = "events"
    LETTER = "E"
    BINDINGS: ClassVar[list[BindingType]] = bindings("E")
    DEFAULT_CSS = """
    EventsScreen #left { width: 62fr; }
    EventsScreen #why { width: 38fr; }
    EventsScreen.-narrow #body { layout: vertical; }
    EventsScreen.-narrow #left { width: 100%; height: 1fr; }
    EventsScreen.-narrow #why { width: 100%; height: 8; }
    """

    def middle(self) -> Iterable[Widget]:
        """Heads and events, the reasons beside them."""
        view = EventList(id="events")
        yield EventsLine()
        yield Rule()
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield EventHeads(view)
                yield view
            yield Pane(id="why", classes="side")
        yield FindLine()

    @property
    def happenings(self) -> EventList:
        """The events."""
        return self.query_one("#events", EventList)

    def main_view(self) -> LineView:
        """The events."""
        return self.happenings

    def on_mount(self) -> None:
        """Focus on the events."""
        self.happenings.focus()

    def shown(self) -> None:
        """Show the library as it is now."""
        super().shown()
        view = self.happenings
        current = view.current
        view.show(self.reader.library_screen.shelf, current.id if current else None)
        shelf = view.shelf
        count = len(shelf.events)
        grouped = sum(len(event.articles) for event in shelf.events.values())
        words = "1 event" if count == 1 else f"{count:,} events"
        self.query_one(TopBar).say(f"{words}  {grouped:,} of {len(shelf.cards):,} articles")
        self._moved()

    def on_resize(self, event: events.Resize) -> None:
        """The reasons are wrapped to their width."""
        super().on_resize(event)
        self.call_after_refresh(self._moved)

    @on(LineView.Moved, "#events")
    def _moved(self) -> None:
        if not self.is_mounted:
            return
        self.query_one(EventHeads).refresh()
        pane = self.query_one("#why", Pane)
        event = self.happenings.event()
        cells = max(20, pane.size.width)
        pane.show(why_blocks(event, self.happenings.shelf, cells) if event else [no_events()])
        self.refresh_hints()

    def hints(self) -> Sequence[Hint]:
        """What can be done with the current event."""
        row = self.happenings.current
        if row is None:
            return (Hint("a", "add", "add"),)
        folded = row.kind == "event" and row.id not in self.happenings.unfolded
        fold = Hint("→", "its articles", "right") if folded else Hint("←", "fold", "left")
        open_ = Hint("Enter", "compare" if row.kind == "event" else "read", "open")
        view = Hint("v", "outlets" if self.happenings.timed else "time line", "view")
        return (open_, fold, view, Hint("/", "find", "find"))

    async def action_open(self) -> None:
        """An event: compare; an article: read."""
        if self.focused is self.query_one("#why", Pane):
            target = self.query_one("#why", Pane).target
            if isinstance(target, Target):
                await self.reader.open_article(target.article, target.offset)
            return
        row = self.happenings.current
        if row is None:
            return
        if row.kind == "article":
            await self.reader.open_article(row.id)
        else:
            await self.action_compare()

    async def action_compare(self) -> None:
        """Set the event's articles side by side."""
        event = self.happenings.event()
        if event is not None:
            ids = await self.reader.desk.columns(event.articles, len(LETTERS))
            await self.reader.open_comparison(ids, event.label)

    def action_right(self) -> None:
        """Unfold."""
        row = self.happenings.current
        if row is not None and row.kind == "event":
            self.happenings.unfolded.add(row.id)
            self.happenings.show(self.happenings.shelf, row.id)

    def action_left(self) -> None:
        """Fold, from inside too."""
        event = self.happenings.event()
        if self.focused is not self.happenings:
            self.happenings.focus()
        elif event is not None:
            self.happenings.unfolded.discard(event.id)
            self.happenings.show(self.happenings.shelf, event.id)

    def action_step(self) -> None:
        """The next event."""
        self._step(1)

    def action_step_back(self) -> None:
        """The previous event."""
        self._step(-1)

    def _step(self, by: int) -> None:
        view = self.happenings
        at = view.cursor + by
        while 0 <= at < view.count() and view.rows[at].kind != "event":
            at += by
        if 0 <= at < view.count():
            view.cursor = at

    def action_view(self) -> None:
        """Dates or outlets."""
        self.happenings.timed = not self.happenings.timed
        self.happenings.refresh()
        self._moved()

    def action_sort(self) -> None:
        """Newest first, or those with most articles first."""
        view = self.happenings
        view.largest_first = not view.largest_first
        current = view.current
        view.show(view.shelf, current.id if current else None)
        self.query_one(EventsLine).say(largest=view.largest_first)
        self._moved()

    async def action_add(self) -> None:
        """Add files and folders; what comes of it is seen in the library."""
        self.reader.bring("library")
        await self.reader.library_screen.run_action("add")

    def action_side(self) -> None:
        """The reasons on and off."""
        self.query_one("#why", Pane).toggle_class("off")

    def action_find(self) -> None:
        """Find an event by words of its name."""
        self.query_one(FindLine).enter()

    @on(FindLine.Asked)
    def _asked(self, message: FindLine.Asked) -> None:
        view = self.happenings
        view.focus()
        words = message.words.casefold()
        order = [*range(view.cursor + 1, view.count()), *range(view.cursor + 1)]
        for index in order:
            row = view.rows[index]
            event = view.shelf.events.get(row.id)
            if words and event is not None and words in event.label.casefold():
                view.cursor = index
                return
        self.say(f"No event is called so: {message.words}")

    def copied(self) -> str:
        """The event's name and its articles, each with its source."""
        from reader.ui.citing import reference

        event = self.happenings.event()
        if event is None:
            return ""
        cards = [self.happenings.shelf.cards.get(id) for id in event.articles]
        return "\n".join([one_line(event.label), *(reference(c) for c in cards if c)])


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


def why_blocks(event: Event, shelf: Shelf, cells: int) -> list[Block]:
    """Name, reasons, articles, and what perhaps belongs too."""
    cells = max(12, cells - 3)
    lines: list[Line] = [*wrapped(one_line(event.label), cells, key="strong")]
    lines += [[(f"{len(event.articles)} articles", "dim")], [("", "text")]]
    lines.append([("Why one event", "strong")])
    for reason in event.why:
        parts = wrapped(one_line(reason), cells - 2)
        lines += [[("· " if i == 0 else "  ", "dim"), *part] for i, part in enumerate(parts)]
    lines += [[("", "text")], [("Articles", "strong")]]
    blocks = [Block(tuple(lines))]
    for index, id in enumerate(event.articles):
        if card := shelf.cards.get(id):
            letter = LETTERS[index] if index < len(LETTERS) else " "
            outlet = one_line(card.outlet) if card.outlet else "no outlet"
            head: Line = [(f"{letter} ", "strong"), (cut(headline(card), cells - 2), "text")]
            about: Line = [(cut(f"  {outlet}, {long_day(card.published)}", cells), "dim")]
            blocks.append(Block((head, about), Target(id, 0)))
    maybe = [(shelf.cards[id], reason) for id, reason in event.maybe if id in shelf.cards]
    if maybe:
        blocks.append(Block(([("", "text")], [("Perhaps also", "strong")])))
        for card, reason in maybe:
            head = [("? ", "dim"), (cut(headline(card), cells - 2), "text")]
            about = [(cut(f"  {one_line(reason)}", cells), "dim")]
            blocks.append(Block((head, about), Target(card.id, 0)))
    return blocks


def no_events() -> Block:
    """What is said where no two articles report the same happening."""
    return Block(
        (
            [("No events yet", "strong")],
            [("", "text")],
            [("Two articles about the same happening make one.", "text")],
            [("a", "accent"), (" adds articles", "text")],
        )
    )
