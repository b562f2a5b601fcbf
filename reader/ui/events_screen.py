"""Stories and events over time, why each of them is one, and what a person says of that."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from reader.errors import ReaderError
from reader.text.safety import one_line
from reader.ui.bars import Hint, Rule, TopBar
from reader.ui.chronicle import ORDERS, Chronicle, Folding, Order, Row, read_chronicle
from reader.ui.eventcomparing import EventComparing
from reader.ui.eventhints import event_hints
from reader.ui.eventlist import EventHeads, EventList
from reader.ui.eventsline import EventsLine
from reader.ui.keys import bindings
from reader.ui.library_deeds import show_failures
from reader.ui.lineview import LineView
from reader.ui.pane import Pane
from reader.ui.ruled import rulings_said
from reader.ui.shelf import Shelf
from reader.ui.tasks import begin
from reader.ui.why import Step, why_blocks

if TYPE_CHECKING:
    from reader.actions.reading import Reading
    from reader.library.library import Library
    from reader.workspace import Workspace

TYPED = 0.12
"""Seconds after a typed key before the events are filtered: most keys are followed by another."""
GO_ON = 0.1
"""Seconds between two parts of the articles that are read where there is no search index."""


class EventsScreen(EventComparing):
    """Stories, events, and why they are ones."""

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

    def __init__(self) -> None:
        super().__init__()
        self._whole: tuple[Shelf, Chronicle] | None = None
        """The chronicle without a filter, and the shelf that it was made from."""
        self._order: Order = "newest"
        self._ruled: Mapping[str, Sequence[str]] = {}
        """What the person said of the events, by their ids."""
        self._grouping = ""

    def middle(self) -> Iterable[Widget]:
        """Heading or filter, heads and events, the reasons beside them."""
        view = EventList(id="events")
        yield EventsLine()
        yield Rule()
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield EventHeads(view)
                yield view
            yield Pane(id="why", classes="side")

    @property
    def line(self) -> EventsLine:
        """The line above the events."""
        return self.query_one(EventsLine)

    def main_view(self) -> LineView:
        """The events."""
        return self.happenings

    def on_mount(self) -> None:
        """Focus on the events."""
        self.happenings.focus()

    # Content -----------------------------------------------------------------------------------

    def shown(self) -> None:
        """Show the library as it is now."""
        super().shown()
        shelf = self.reader.library_screen.shelf
        if self._whole is not None and self._whole[0].events is shelf.events:
            self.happenings.use(shelf)  # at most read or starred since
            self._moved()
        else:
            if self._whole is None:
                self.line.say("reading the events …")
            begin(self, "rows", self.fill)

    async def brought(self) -> None:
        """Show what has come in; the cursor stays on its event."""
        self.shown()

    async def fill(self, keep: Sequence[str] = (), pause: float = 0) -> None:
        """Show the library as it is now, filtered if it is; the cursor on the first of these."""
        await asyncio.sleep(pause)
        while await self._fill(keep):
            await asyncio.sleep(GO_ON)

    async def _fill(self, keep: Sequence[str]) -> bool:
        """Whether more events are found if this is done again: articles are read one by one."""
        view, shelf = self.happenings, self.reader.library_screen.shelf
        query, order, desk = self.line.query_words, self._order, self.reader.desk
        folding = Folding(view.folding.folded, view.folding.unfolded, view.wants_air)
        wanted = keep or ([view.current.id, view.current.event or ""] if view.current else [])
        found, typing = None, self.line.typing
        try:
            if query:
                reading = self.reader.library_screen.reading
                found = await desk.of_search(partial(_found, query, typing, reading))

            def read(library: Library) -> tuple[Chronicle, Chronicle, list[Row], int | None]:
                # All that grows with the events is done here, beside the event loop.
                known = self._whole
                whole = known[1] if known and known[0].events is shelf.events else None
                whole = whole or read_chronicle(library, shelf)
                shown = whole if found is None else whole.narrowed(found[0])
                shown = shown.ordered(order, shelf.cards)
                rows = shown.rows(folding)
                self._ruled = rulings_said(library.rulings(), whole)
                return whole, shown, rows, shown.find(rows, wanted)

            whole, shown, rows, at = await desk.of_library(read)
        except ReaderError as error:
            self.reader.failed(error)
            return False
        self._whole, view.folding = (shelf, whole), folding
        view.show(shown, shelf, rows, min(view.cursor, len(rows) - 1) if at is None else at)
        if found and found[1] and not typing:
            self.say(found[1])
        self._tell(whole, shown)
        self.query_one(EventHeads).refresh()
        self._moved()
        return bool(found and found[2])

    def _tell(self, whole: Chronicle, shown: Chronicle) -> None:
        events, stories = len(whole.events), len(whole.stories)
        words = "1 event" if events == 1 else f"{events:,} events"
        if stories:
            words = ("1 story" if stories == 1 else f"{stories:,} stories") + f"  {words}"
        self.query_one(TopBar).say(words)
        said = ORDERS[self._order]
        if self.line.query_words:
            said = f"{shown.shown:,} of {words.rpartition('  ')[2]}"
        self.line.say(self._grouping or said)

    def tell_grouping(self, words: str) -> None:
        """Say beside the order what is under way."""
        self._grouping = words
        if words:
            self.line.say(words)
        elif self._whole is not None:
            self._tell(self._whole[1], self.happenings.chronicle)

    def on_resize(self, event: events.Resize) -> None:
        """The reasons are wrapped to their width; empty lines need height."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self._whole and self.happenings.folding.airy != self.happenings.wants_air:
            begin(self, "rows", self.fill)
        self._moved()

    @on(LineView.Moved, "#events")
    def _moved(self) -> None:
        if not self.is_mounted or self._whole is None:
            return
        pane = self.why
        if pane.size.width:
            pane.show(why_blocks(self.happenings, self._ruled, max(20, pane.size.width)))
        self.refresh_hints()

    @on(LineView.Moved, "#why")
    def _chose(self) -> None:
        self.refresh_hints()

    @on(EventList.Rescaled)
    def _rescaled(self) -> None:
        self.query_one(EventHeads).refresh()

    # Filter ------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Into the line whose words narrow the events."""
        self.line.enter()
        self.refresh_hints()

    @on(Input.Changed, "#filter")
    def _typed(self) -> None:
        begin(self, "rows", self.fill, (), TYPED)

    @on(Input.Submitted, "#filter")
    def action_to_results(self) -> None:
        """Out of the line, into the events."""
        if not self.line.query_words:
            self.line.close()
        self.set_focus(self.happenings)
        begin(self, "rows", self.fill)  # the last word is finished now

    def on_key(self, event: events.Key) -> None:
        """While typing, the arrow down enters the events."""
        if event.key == "down" and self.line.typing:
            event.stop()
            self.call_next(self.action_to_results)

    def _leave_filter(self) -> bool:
        """Once: into the events, the words stay; twice: all events."""
        if not self.line.is_open:
            return False
        if self.line.typing:
            self.action_to_results()
        else:
            self.line.close()  # its value changes, and the events follow
        return True

    async def action_escape(self) -> None:
        """Out of the filter, out of the panel, stop what comes in, else back."""
        if not self._leave_filter():
            await super().action_escape()

    async def action_back(self) -> None:
        """Out of the filter, else where the person came from."""
        if not self._leave_filter():
            await super().action_back()

    # Hints -------------------------------------------------------------------------------------

    def hints(self) -> Sequence[Hint]:
        """What can be done here."""
        if self.line.typing:
            return (Hint("↓", "to the events", "to_results"), Hint("Esc", "leave", "escape"))
        if self.line.is_open and not self.happenings.rows:
            return (Hint("/", "other words", "find"), Hint("Esc", "all events", "escape"))
        return event_hints(self.happenings, self.target)

    # Doing -------------------------------------------------------------------------------------

    async def action_open(self) -> None:
        """A story: fold; an event: compare; an article: read; a step: go to it."""
        target = self.target
        if isinstance(target, Step):
            self.go_to(target.event)
        elif article := self.current_article():
            await self.reader.open_article(article)
        elif self.happenings.story() is not None:
            self.fold_or_unfold()
        else:
            await self.action_compare()

    def action_view(self) -> None:
        """Dates or outlets."""
        self.happenings.timed = not self.happenings.timed
        self.happenings.rescale()
        self.happenings.refresh()
        self.query_one(EventHeads).refresh()
        self.refresh_hints()

    def action_sort(self) -> None:
        """The next order."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        begin(self, "rows", self.fill)

    async def action_info(self) -> None:
        """What is known of an article; of an event and a story the panel tells it."""
        if self.current_article():
            await super().action_info()
        else:
            self.why.remove_class("off")
            self.call_after_refresh(self._into_panel)

    def _into_panel(self) -> None:
        self._moved()
        self.set_focus(self.why)

    def action_refresh(self) -> None:
        """Get the feeds again."""
        self.reader.library_screen.action_refresh()

    def action_failures(self) -> None:
        """What was not added, and why."""
        show_failures(self)

    async def action_add(self) -> None:
        """Add files, folders, addresses; what comes of it is seen in the library."""
        self.reader.bring("library")
        await self.reader.library_screen.run_action("add")

    def action_side(self) -> None:
        """The reasons on and off."""
        self.why.toggle_class("off")
        self.call_after_refresh(self._moved)

    def copied(self) -> str:
        """The name of the event or story, and its articles, each with its source."""
        from reader.ui.citing import reference

        view = self.happenings
        row, named = view.current, view.story() or view.event()
        if row is None or named is None:
            return ""
        head = Row("event", row.event, row.story) if row.event else row
        cards = [view.shelf.cards[id] for id in view.facts(head).articles]
        return "\n".join([one_line(named.label), *map(reference, cards)])


def _found(
    query: str, typing: bool, reading: Reading | None, workspace: Workspace
) -> tuple[frozenset[str], str, bool]:
    """All articles that a query finds, what must be said of it, and whether there may be more."""
    from reader.actions.find import search

    results = search(workspace, query, limit=1, typing=typing, sync=False, reading=reading)
    return frozenset(results.ids), results.notice or "", bool(reading and results.unread)
