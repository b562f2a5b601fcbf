"""The events over time, and why each of them is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from reader.text.safety import one_line
from reader.ui.bars import Hint, Rule, TopBar
from reader.ui.eventlist import EventHeads, EventList, EventsLine
from reader.ui.frame import FrameScreen
from reader.ui.keys import bindings
from reader.ui.library_deeds import show_failures
from reader.ui.lineview import LineView
from reader.ui.pane import Pane
from reader.ui.panel import Target
from reader.ui.searchline import FindLine
from reader.ui.shelf import LETTERS
from reader.ui.why import no_events, why_blocks


class EventsScreen(FrameScreen):
    """Events and why they are ones."""

    SHOWS = "events"
    LETTER = "E"
    WATCHES = True
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
            self._moved()

    def action_left(self) -> None:
        """Fold, from inside too."""
        event = self.happenings.event()
        if self.focused is not self.happenings:
            self.happenings.focus()
        elif event is not None:
            self.happenings.unfolded.discard(event.id)
            self.happenings.show(self.happenings.shelf, event.id)
            self._moved()

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

    def action_refresh(self) -> None:
        """Get the feeds again."""
        self.reader.library_screen.action_refresh()

    def action_failures(self) -> None:
        """What was not added, and why."""
        show_failures(self)

    async def brought(self) -> None:
        """Show what has come in; the cursor stays on its event."""
        self.shown()

    async def action_add(self) -> None:
        """Add files, folders, addresses; what comes of it is seen in the library."""
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
