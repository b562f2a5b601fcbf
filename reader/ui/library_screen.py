"""The first screen: the document list, the search line above it, a preview beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from reader.model import Marks
from reader.ui.bars import Hint, Rule, TopBar
from reader.ui.filterline import Filters
from reader.ui.foundview import Instead
from reader.ui.frame import KEYS
from reader.ui.keptsearches import KeptSearches
from reader.ui.keys import bindings
from reader.ui.lineview import LineView
from reader.ui.listview import DocumentList
from reader.ui.pane import Pane
from reader.ui.previewer import Previewer
from reader.ui.results import Hit
from reader.ui.saved import SavedList
from reader.ui.searchhints import SAVED_HINTS, copies_hint, filter_hints, search_hints
from reader.ui.searchline import SearchLine
from reader.ui.shelf import LETTERS, ORDERS, Row, Shelf, counted
from reader.ui.tasks import begin

PAUSE = 0.04
"""Seconds on a row before its preview is made: a held key, at 30 a second, passes over rows."""


class LibraryScreen(KeptSearches):
    """The document list with live search."""

    SHOWS = "library"
    LETTER = "L"
    BINDINGS: ClassVar[list[BindingType]] = bindings("L")
    DEFAULT_CSS = """
    LibraryScreen #list { width: 55fr; }
    LibraryScreen #preview { width: 45fr; }
    LibraryScreen.-narrow #body { layout: vertical; }
    LibraryScreen.-narrow #list { width: 100%; height: 1fr; }
    LibraryScreen.-narrow #preview { width: 100%; height: 8; }
    LibraryScreen.-empty #list { display: none; }
    LibraryScreen.-empty #preview { border: none; width: 1fr; height: 1fr; }
    LibraryScreen.-offers #saved, LibraryScreen.-wide.-keeps #saved { display: block; }
    LibraryScreen.-wide #saved {
        dock: left; width: 27; border-bottom: none; border-right: solid $panel;
    }
    LibraryScreen.-ascii #saved { border-bottom: ascii $panel; }
    LibraryScreen.-ascii.-wide #saved { border-bottom: none; border-right: ascii $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Shelf()
        self._unfolded: set[str] | None = None
        self._order = 0
        self._previewer: Previewer | None = None

    def middle(self) -> Iterable[Widget]:
        """Search line, rule, list and preview."""
        yield SearchLine(self.finder.typed)
        yield Filters()
        yield Rule()
        with Horizontal(id="body"):
            yield SavedList()
            yield DocumentList(id="list")
            yield Pane(id="preview", classes="side")

    def on_mount(self) -> None:
        """Show what there is."""
        self._previewer = Previewer(self)
        self.documents.focus()
        self.fill_list()
        begin(self, "kept", self.read_saved)

    @property
    def previewer(self) -> Previewer:
        """What fills the preview."""
        assert self._previewer is not None
        return self._previewer

    def shown(self) -> None:
        """In front again: rows may have changed."""
        super().shown()
        self.documents.refresh()
        self.saved_counts.soon()

    def main_view(self) -> LineView:
        """The list."""
        return self.documents

    def restart(self, shelf: Shelf) -> None:
        """Show another library: forget what was unfolded, picked, counted, looked for."""
        self.shelf, self._unfolded = shelf, None
        self.documents.picked, self.documents.counts = [], {}
        self.leave_search()
        begin(self, "kept", self.read_saved)
        self.fill_list()
        self.refresh_hints()

    def leave_search(self) -> None:
        """Show all articles."""
        self.finder.leave()
        self.finder.leave()

    def picked(self) -> list[str]:
        """The picked articles."""
        return self.documents.picked

    # Content -----------------------------------------------------------------------------------

    def fill_list(self, keep: str | None = None) -> None:
        """Make the rows from the shelf; the cursor stays on its row while that exists."""
        shelf, view = self.shelf, self.documents
        was_empty = self.has_class("-empty")
        self.set_class(not shelf.cards, "-empty")
        if was_empty and shelf.cards and self.is_current:
            # The list was hidden and could not have the focus.
            self.call_after_refresh(self.set_focus, view)
        self.saved_counts.soon()
        if self.finder.active:
            view.shelf = shelf
            view.refresh()
            return
        untouched = self._unfolded is None and view.cursor == 0
        if self._unfolded is None and shelf.events:
            rows = shelf.rows(set(), flat=False, only=self.reader.only)
            first = next((row for row in rows if row.kind == "event"), None)
            self._unfolded = {first.id} if first else set()
        view.unfolded = self._unfolded or set()
        rows = self.rows_of(shelf)
        wanted = keep or (view.current.id if view.current and not untouched else None)
        cursor = next((i for i, row in enumerate(rows) if row.id == wanted), None)
        card = shelf.cards.get(wanted) if wanted else None
        if cursor is None and card is not None and (event := card.event):
            cursor = next((i for i, row in enumerate(rows) if row.id == event), None)
        view.show(rows, shelf, cursor or 0)
        self.refresh_hints()
        self.refresh_counts()
        self.show_preview()
        self.previewer.count_soon()

    def rows_of(self, shelf: Shelf) -> list[Row]:
        """The rows of a shelf as they are listed now."""
        order, only = ORDERS[self._order], self.reader.only
        return shelf.rows(self._unfolded or set(), flat=self.flat, order=order, only=only)

    def refresh_counts(self) -> None:
        """The right end of the first line, and of the search line."""
        shelf = self.shelf
        words = counted(shelf.total, samples=self.reader.samples)
        if not self.finder.active:  # which has how many were found there
            unread = f"  {shelf.unread:,} unread" if shelf.unread else ""
            self.query_one(TopBar).say(f"{words}{unread}")
        order = {"newest": "newest first", "outlet": "by outlet", "title": "by title"}
        said = order[ORDERS[self._order]]
        self.finder.place(said if self.flat else f"by event, {said}")

    def replace_marks(self, id: str, marks: Marks) -> None:
        """An article was read, starred or the like."""
        if id in self.shelf.cards:
            self.shelf = self.shelf.with_marks(id, marks)
            if self.is_mounted:
                self.documents.shelf = self.shelf
                self.documents.refresh()
                self.refresh_counts()
                self.saved_counts.soon()

    # Preview -----------------------------------------------------------------------------------

    @on(LineView.Moved, "#list")
    def _moved(self) -> None:
        self.show_preview(PAUSE)
        self.refresh_hints()
        self.previewer.count_soon()

    def on_resize(self, event: events.Resize) -> None:
        """The preview is wrapped to its width."""
        self.call_after_refresh(self.show_preview)
        self.call_after_refresh(self.saved.fit_height)

    @on(Pane.Resized, "#preview")
    def _preview_resized(self) -> None:
        """It had all the room while there was no list, or was made before it was laid out."""
        if self.previewer.made_for not in (0, self.preview.size.width):
            self.show_preview()

    def show_preview(self, after: float = 0) -> None:
        """What belongs to the row under the cursor, after so many seconds on it."""
        if self.is_mounted:
            self.previewer.show(self.documents.current, after)

    # Hints -------------------------------------------------------------------------------------

    def hints(self) -> Sequence[Hint]:
        """What can be done with the row under the cursor."""
        if self.finder.typing:
            return search_hints(self.finder, self.saved)
        if self.finder.line.has_focus:
            return filter_hints(self.finder.line)
        if self.saved.has_focus:
            return SAVED_HINTS
        if self.finder.active and not self.documents.items:
            return (Hint("/", "other words", "find"), Hint("Esc", "all articles", "escape"))
        if not self.shelf.cards:
            samples = Hint("0", "samples", "samples")
            return (Hint("a", "add", "add"), samples, Hint(":", "commands", "palette"))
        row = self.documents.current
        hide = (Hint("0", "hide samples", "samples"),) if self.reader.samples else ()
        add = (Hint("a", "add", "add"), *hide)
        find, view = Hint("/", "search", "find"), Hint("v", "flat list", "view")
        view = Hint("v", "by event", "view") if self.flat else view
        if count := len(self.documents.picked):
            compare = Hint("c", f"compare {count} picked", "compare")
            pick = Hint("Space", "pick" if count > 1 else "pick another", "pick")
            both = (compare, pick) if count > 1 else (pick,)
            remove = Hint("d", "remove picked", "remove")
            return (*both, Hint("Enter", "open", "open"), find, remove)
        if row is not None and row.kind == "event":
            fold = ("←", "fold", "left") if row.id in self.documents.unfolded else None
            open_ = Hint(*fold) if fold else Hint("→", "its articles", "right")
            return (Hint("Enter", "compare", "open"), open_, find, view, *add)
        return (
            Hint("Enter", "read", "open"),
            *copies_hint(self.finder, row),
            Hint("c", "compare", "compare"),
            Hint("Space", "pick", "pick"),
            find,
            Hint("s", "star", "star"),
            view,
            *add,
        )

    def always(self) -> Sequence[Hint]:
        """At the root, q leaves."""
        if self.finder.typing:
            return (Hint("F1", "how to search", "help"),)
        if self.saved.has_focus:
            return (KEYS, Hint("q", "back", "back"))
        return (KEYS, Hint("q", "all articles" if self.finder.active else "quit", "back"))

    # Doing -------------------------------------------------------------------------------------

    def current_article(self) -> str | None:
        """The article under the cursor."""
        row = self.documents.current
        return row.id if row is not None and row.kind == "article" else None

    async def action_escape(self) -> None:
        """Out of the search; stop what is under way; never out of the program."""
        if self.saved.has_focus:
            self.action_leave_saved()
            return
        if self.stop_writing() or self.finder.leave() or self.bringing.stop():
            return
        if self.busy:
            self.stopped = True
            self.workers.cancel_group(self, "start")
            self.say("Stopped; what was done is kept, the next start goes on")

    async def action_back(self) -> None:
        """Out of the search, else out of the program: this screen is the root."""
        if self.saved.has_focus:
            self.action_leave_saved()
        elif not self.finder.leave():
            await self.action_leave()

    async def action_remove(self) -> None:
        """Remove articles, or a kept search."""
        if self.saved.has_focus:
            await self.remove_saved()
        else:
            await super().action_remove()

    async def action_open(self) -> None:
        """An event: compare; an article: read; where nothing was found: what is near."""
        if self.saved.has_focus:
            self.action_open_saved()
            return
        if isinstance(self.preview.target, Instead) and not self.documents.items:
            self.finder.take(self.preview.target)
            return
        row = self.documents.current
        if row is None:
            return
        if row.kind == "event":
            await self._compare_event(row.id)
        else:
            place = row.first if isinstance(row, Hit) else None
            await self.reader.open_article(row.id, place, self.finder.query)

    async def _compare_event(self, id: str) -> None:
        event = self.shelf.events.get(id)
        if event is not None:
            ids = await self.reader.desk.columns(event.articles, len(LETTERS))
            await self.reader.open_comparison(ids, event.label, self.finder.query)

    async def fill(self, name: str) -> None:
        """Fill the article or compare screen from the cursor."""
        row = self.documents.current
        if row is None:
            self.say("Nothing to show yet: a adds articles")
        elif name == "compare":
            await self.action_compare()
        elif row.kind == "event":
            members = self.shelf.events[row.id].articles
            await self.reader.open_article(members[0])
        else:
            await self.reader.open_article(row.id)

    def compared(self) -> tuple[str, ...]:
        """The picked articles, else those of the event under the cursor."""
        if self.documents.picked:
            return tuple(self.documents.picked)
        row = self.documents.current
        card = self.shelf.cards.get(row.id) if row else None
        event = self.shelf.events.get((card.event or "") if card else row.id if row else "")
        return event.articles if event else ()

    async def action_compare(self) -> None:
        """The picked articles, else the event under the cursor."""
        ids, picked, row = self.compared(), self.documents.picked, self.documents.current
        if len(picked) == 1:
            self.say("One article is picked: Space picks another")
        elif picked:
            ids = await self.reader.desk.columns(ids, len(LETTERS))
            self.documents.picked = []
            await self.reader.open_comparison(ids, query=self.finder.query)
        elif ids:
            card = self.shelf.cards.get(ids[0])
            await self._compare_event((card and card.event) or "")
        elif row is not None:
            self.say("Alone in its event: pick two articles with Space, then c")

    def action_pick(self) -> None:
        """Pick an article, or all of an event, for a comparison."""
        row = self.documents.current
        if row is None:
            return
        ids = self.shelf.events[row.id].articles if row.kind == "event" else (row.id,)
        picked = self.documents.picked
        taken = [id for id in ids if id in picked]
        for id in taken or ids:
            if taken:
                picked.remove(id)
            else:
                picked.append(id)
        self.documents.refresh()
        self.documents.move(1)
        self.refresh_hints()

    def action_left(self) -> None:
        """Fold, from inside too."""
        row = self.documents.current
        if self.focused is self.preview:
            self.documents.focus()
        elif isinstance(row, Hit):
            self.finder.fold(row, folded=True)
        elif isinstance(row, Row) and (id := row.inside or row.id) in self.documents.unfolded:
            (self._unfolded or set()).discard(id)
            self.fill_list(keep=id)

    def action_right(self) -> None:
        """Unfold; from an unfolded head to its first article."""
        row = self.documents.current
        if self.finder.fold(row, folded=False) or not isinstance(row, Row) or row.kind != "event":
            return
        if row.id in self.documents.unfolded:
            self.documents.move(1)
        else:
            self._unfolded = (self._unfolded or set()) | {row.id}
            self.fill_list(keep=row.id)

    @on(DocumentList.FoldClicked)
    def _fold_clicked(self) -> None:
        row = self.documents.current
        if row is not None and row.id in self.documents.unfolded:
            self.action_left()
        else:
            self.action_right()

    def action_step(self) -> None:
        """To the next event."""
        self._step(1)

    def action_step_back(self) -> None:
        """To the previous event."""
        self._step(-1)

    def _step(self, by: int) -> None:
        items = self.documents.items
        at = self.documents.cursor + by
        while 0 <= at < len(items) and items[at].kind != "event":
            at += by
        if 0 <= at < len(items):
            self.documents.cursor = at

    def action_place(self) -> None:
        """To the next article found."""
        self._to_hit(1)

    def action_place_back(self) -> None:
        """To the previous article found."""
        self._to_hit(-1)

    def _to_hit(self, by: int) -> None:
        view = self.documents
        if not self.finder.active:
            self.say("Nothing looked for: / finds words")
            return
        at = view.cursor + by
        while 0 <= at < len(view.items) and view.items[at].kind != "article":
            at += by
        if 0 <= at < len(view.items):
            view.cursor = at

    def action_view(self) -> None:
        """By event or flat."""
        self.flat = not self.flat
        if self.finder.active:
            begin(self, "find", self.finder.ask)
        else:
            self.fill_list()
        self.refresh_hints()

    def action_sort(self) -> None:
        """The next order."""
        if self.finder.active:
            self.finder.next_order()
            return
        self._order = (self._order + 1) % len(ORDERS)
        self.fill_list()

    def action_side(self) -> None:
        """The preview on and off."""
        self.preview.toggle_class("off")

    def copied(self) -> str:
        """Headline, outlet, date, address of the row."""
        from reader.ui.citing import reference

        row = self.documents.current
        card = self.shelf.cards.get(row.id) if row else None
        return reference(card) if card else ""
