"""The first screen: the document list, the search line above it, a preview beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from reader.errors import Cancelled, ReaderError
from reader.model import Comparison, Marks
from reader.ui.bars import Hint, Rule, TopBar
from reader.ui.deeds import ArticleDeeds
from reader.ui.finder import Filters, Finder, SearchLine
from reader.ui.findings import counts
from reader.ui.frame import KEYS
from reader.ui.keys import bindings
from reader.ui.lineview import LineView, Pane
from reader.ui.listview import DocumentList
from reader.ui.preview import article_preview, empty, event_preview, welcome
from reader.ui.results import Hit
from reader.ui.shelf import LETTERS, ORDERS, Row, Shelf
from reader.ui.tasks import begin

PAUSE = 0.04
"""Seconds on a row before its preview is made: a held key, at 30 a second, passes over rows."""


class LibraryScreen(ArticleDeeds):
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
    """

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Shelf()
        self._unfolded: set[str] | None = None
        self._flat = False
        self._order = 0
        self._busy = False
        self._finder: Finder | None = None

    def middle(self) -> Iterable[Widget]:
        """Search line, rule, list and preview."""
        yield SearchLine()
        yield Filters()
        yield Rule()
        with Horizontal(id="body"):
            yield DocumentList(id="list")
            yield Pane(id="preview", classes="side")

    def on_mount(self) -> None:
        """Show what there is."""
        self._finder = Finder(self)
        self.documents.focus()
        self.fill_list()

    @property
    def documents(self) -> DocumentList:
        """The document list."""
        return self.query_one("#list", DocumentList)

    @property
    def preview(self) -> Pane:
        """The pane beside it."""
        return self.query_one("#preview", Pane)

    @property
    def finder(self) -> Finder:
        """The search of this screen."""
        assert self._finder is not None
        return self._finder

    def main_view(self) -> LineView:
        """The list."""
        return self.documents

    # Content -----------------------------------------------------------------------------------

    def fill_list(self, keep: str | None = None) -> None:
        """Make the rows from the shelf; the cursor stays on its row while that exists."""
        shelf, view = self.shelf, self.documents
        self.set_class(not shelf.cards, "-empty")
        untouched = self._unfolded is None and view.cursor == 0
        if self._unfolded is None and shelf.events:
            rows = shelf.rows(set(), flat=False, only=self.reader.only)
            first = next((row for row in rows if row.kind == "event"), None)
            self._unfolded = {first.id} if first else set()
        view.unfolded = self._unfolded or set()
        order = ORDERS[self._order]
        rows = shelf.rows(view.unfolded, flat=self._flat, order=order, only=self.reader.only)
        wanted = keep or (view.current.id if view.current and not untouched else None)
        cursor = next((i for i, row in enumerate(rows) if row.id == wanted), None)
        card = shelf.cards.get(wanted) if wanted else None
        if cursor is None and card is not None and (event := card.event):
            cursor = next((i for i, row in enumerate(rows) if row.id == event), None)
        view.show(rows, shelf, cursor or 0)
        self.refresh_hints()
        self.refresh_counts()
        self.show_preview()
        self._count_soon()

    def refresh_counts(self) -> None:
        """The right end of the first line, and of the search line."""
        shelf = self.shelf
        total = len(shelf.cards)
        words = "1 article" if total == 1 else f"{total:,} articles"
        self.query_one(TopBar).say(f"{words}  {shelf.unread:,} unread" if shelf.unread else words)
        order = {"newest": "newest first", "outlet": "by outlet", "title": "by title"}
        said = order[ORDERS[self._order]]
        self.finder.place(said if self._flat else f"by event, {said}")

    async def bring_up_to_date(self) -> None:
        """Group and index what has changed, showing progress; then read the shelf again."""
        bar, desk = self.say, self.reader.desk
        self._busy = True
        try:
            changed = await desk.worker.ask(
                "group", progress=lambda d, n: bar(f"Looking for events: {d:,} of {n:,}")
            )
            if changed or not self.shelf.events:
                desk.forget()
                self.shelf = await desk.shelf()
                self.fill_list()
            else:
                self.show_preview()
                self._count_soon()
            await desk.worker.ask(
                "index", progress=lambda d, n: bar(f"Building the search: {d:,} of {n:,}")
            )
            bar("")
        except Cancelled as stopped:
            bar(str(stopped))
        except ReaderError as error:
            self.reader.failed(error)
        finally:
            self._busy = False

    def replace_marks(self, id: str, marks: Marks) -> None:
        """An article was read, starred or the like."""
        if id in self.shelf.cards:
            self.shelf = self.shelf.with_marks(id, marks)
            if self.is_mounted:
                self.documents.shelf = self.shelf
                self.documents.refresh()
                self.refresh_counts()

    # Preview -----------------------------------------------------------------------------------

    @on(LineView.Moved, "#list")
    def _moved(self) -> None:
        self.show_preview(PAUSE)
        self.refresh_hints()
        self._count_soon()

    def on_resize(self, event: events.Resize) -> None:
        """The preview is wrapped to its width."""
        super().on_resize(event)
        self.call_after_refresh(self.show_preview)

    def show_preview(self, after: float = 0) -> None:
        """What belongs to the row under the cursor, after so many seconds on it."""
        if self.is_mounted:
            row = self.documents.current
            begin(self, "preview", self._preview, row, after)

    async def _preview(self, row: Row | Hit | None, after: float) -> None:
        await asyncio.sleep(after)
        pane = self.preview
        cells = max(20, pane.size.width)
        app = self.reader
        if row is None:
            blocks = self.finder.nothing(cells) if self.finder.active else empty(cells)
            pane.show(blocks)
            return
        if row.kind == "event":
            await self._preview_event(row.id, cells)
            return
        try:
            page = await app.desk.page(row.id)
        except ReaderError:
            return
        if isinstance(row, Hit):
            pane.show(self.finder.preview(row, page, cells))
        elif card := self.shelf.cards.get(row.id):
            pane.show(article_preview(card, page.article.text, cells))

    async def _preview_event(self, id: str, cells: int) -> None:
        event = self.shelf.events.get(id)
        if event is None:
            return
        app, pane = self.reader, self.preview
        first = welcome(len(self.shelf.cards), cells) if app.samples else []
        narrow = self.has_class("-narrow")

        def show(comparison: Comparison | None, failed: str = "") -> None:
            blocks = event_preview(event, self.shelf, comparison, cells, failed, brief=narrow)
            pane.show([*first, *blocks])

        try:
            ids = event.articles[: len(LETTERS)]
            known = app.desk.known(ids) if len(event.articles) <= len(LETTERS) else None
            show(known)
            if known is None:
                ids = await app.desk.columns(event.articles, len(LETTERS))
                comparison = await app.desk.comparison(ids)
                show(comparison)
                self._note_counts(id, comparison)
        except Cancelled:
            return
        except ReaderError as error:
            show(None, str(error))

    def _note_counts(self, id: str, comparison: Comparison) -> None:
        self.documents.counts[id] = counts(comparison)
        self.documents.refresh()

    def _count_soon(self) -> None:
        begin(self, "counts", self._count)

    async def _count(self) -> None:
        """Compare the events in sight, one after the other, so that their rows can say it."""
        await asyncio.sleep(0.3)
        desk = self.reader.desk
        wanted = [r.id for r in self.documents.in_sight() if r.kind == "event"]
        for id in wanted:
            event = self.shelf.events.get(id)
            if event is None or id in self.documents.counts:
                continue
            try:
                ids = await desk.columns(event.articles, len(LETTERS))
                self._note_counts(id, await desk.comparison(ids))
            except ReaderError:
                return

    # Hints -------------------------------------------------------------------------------------

    def hints(self) -> Sequence[Hint]:
        """What can be done with the row under the cursor."""
        if self.finder.typing:
            return self.finder.hints()
        if not self.shelf.cards:
            return (Hint("a", "add", "add"), Hint(":", "commands", "palette"))
        row = self.documents.current
        find, view = Hint("/", "search", "find"), Hint("v", "flat list", "view")
        view = Hint("v", "by event", "view") if self._flat else view
        if self.documents.picked:
            count = len(self.documents.picked)
            return (Hint("c", f"compare {count} picked", "compare"), Hint("Space", "pick", "pick"))
        if row is not None and row.kind == "event":
            fold = ("←", "fold", "left") if row.id in self.documents.unfolded else None
            open_ = Hint(*fold) if fold else Hint("→", "its articles", "right")
            return (Hint("Enter", "compare", "open"), open_, find, view, Hint("a", "add", "add"))
        return (
            Hint("Enter", "read", "open"),
            Hint("c", "compare", "compare"),
            Hint("Space", "pick", "pick"),
            find,
            Hint("s", "star", "star"),
            view,
            Hint("a", "add", "add"),
        )

    def always(self) -> Sequence[Hint]:
        """At the root, q leaves."""
        if self.finder.typing:
            return (Hint("F1", "keys", "help"),)
        return (KEYS, Hint("q", "quit" if self.reader.at_root else "back", "back"))

    # Doing -------------------------------------------------------------------------------------

    def current_article(self) -> str | None:
        """The article under the cursor."""
        row = self.documents.current
        return row.id if row is not None and row.kind == "article" else None

    def restart(self) -> None:
        """Another library is open: forget what was unfolded, picked, counted, looked for."""
        self._unfolded = None
        self.documents.picked, self.documents.counts = [], {}
        self.finder.leave()
        self.finder.leave()

    async def reload(self) -> None:
        """Read the shelf again, and have events and index brought up to date."""
        self.shelf = await self.reader.desk.shelf()
        if self.is_mounted and not self.finder.active:
            self.fill_list()
        begin(self, "start", self.bring_up_to_date)

    async def action_remove(self) -> None:
        """Remove the picked articles, else the one under the cursor; asks first."""
        ids = list(self.documents.picked) or [i for i in [self.current_article()] if i]
        if not ids:
            self.say("This acts on an article: → shows those of an event")
            return
        count = "1 article" if len(ids) == 1 else f"{len(ids)} articles"

        async def answered(yes: bool | None) -> None:
            if not yes:
                return
            try:
                removed = await self.reader.desk.remove(ids)
            except ReaderError as error:
                self.reader.failed(error)
                return
            self.documents.picked = []
            self.finder.leave()
            await self.reload()
            self.say(f"Removed: {removed} of {len(ids)}")

        from reader.ui.forms import AskBox

        self.app.push_screen(AskBox(f"Remove {count} with read, star and tags?"), answered)

    def action_add(self) -> None:
        """Ask for files and folders, and add them."""

        async def answered(paths: list[str] | None) -> None:
            if paths:
                begin(self, "start", self._add, paths)

        from reader.ui.forms import AddBox

        self.app.push_screen(AddBox(), answered)

    async def _add(self, paths: list[str]) -> None:
        app = self.reader
        if app.samples:
            await app.use_library(samples=False)
        try:
            brought = await app.desk.add(
                paths, lambda done, _: self.say(f"Adding: {done:,}   Esc stop")
            )
        except ReaderError as error:
            app.failed(error)
            return
        finally:
            self.shelf = await app.desk.shelf()
            self.fill_list()
        await self.bring_up_to_date()
        failed = [b for b in brought if b.outcome == "failed"]
        said = ", ".join(
            f"{count:,} {name}"
            for name in ("added", "updated", "unchanged")
            if (count := sum(b.outcome == name for b in brought))
        )
        if failed:
            first = f"Not added: {failed[0].source}, {failed[0].reason}"
            more = f" and {len(failed) - 1} more" if len(failed) > 1 else ""
            self.say(f"{first}{more}" + (f"; {said}" if said else ""), error=True)
        else:
            self.say(said.capitalize() if said else "Nothing there to add")

    async def action_escape(self) -> None:
        """Out of the search; stop what is under way; never out of the program."""
        if self.finder.leave():
            return
        if self._busy:
            self.workers.cancel_group(self, "start")
            self.say("Stopped; what was done is kept")
        elif not self.reader.at_root:
            self.reader.back()

    async def action_back(self) -> None:
        """Out of the search, back to the screen before, else leave."""
        if self.finder.leave():
            return
        if not self.reader.at_root:
            self.reader.back()
        else:
            self.action_leave()

    def on_key(self, event: events.Key) -> None:
        """While typing, the arrow down enters the results."""
        super().on_key(event)
        if event.key == "down" and self.finder.typing:
            event.stop()
            self.action_to_results()

    def action_find(self) -> None:
        """Into the search line."""
        self.finder.enter()

    @on(Input.Changed, "#query")
    def _typed(self) -> None:
        begin(self, "find", self.finder.ask)

    @on(Input.Submitted, "#query")
    async def action_open_first(self) -> None:
        """Open the hit under the cursor, the first one unless another was chosen."""
        if self.finder.active:
            self.documents.focus()
            await self.action_open()

    def action_to_results(self) -> None:
        """Out of the line, into what was found."""
        self.documents.focus()

    @on(Filters.Narrow)
    def _narrowed(self, message: Filters.Narrow) -> None:
        self.finder.narrow(message.term)

    async def action_open(self) -> None:
        """An event: compare; an article: read."""
        row = self.documents.current
        if row is None:
            return
        if row.kind == "event":
            await self._compare_event(row.id)
        else:
            place = self.finder.place_in(row) if isinstance(row, Hit) else None
            await self.reader.open_article(row.id, place, self.finder.query)

    async def _compare_event(self, id: str) -> None:
        event = self.shelf.events.get(id)
        if event is not None:
            ids = await self.reader.desk.columns(event.articles, len(LETTERS))
            await self.reader.open_comparison(ids, event.label)

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

    async def action_compare(self) -> None:
        """The picked articles, else the event under the cursor."""
        picked = self.documents.picked
        if len(picked) > 1:
            ids = await self.reader.desk.columns(tuple(picked), len(LETTERS))
            self.documents.picked = []
            await self.reader.open_comparison(ids)
            return
        row = self.documents.current
        if row is None:
            return
        card = self.shelf.cards.get(row.id)
        event = row.id if row.kind == "event" else card.event if card else None
        if event is None:
            self.say("Alone in its event: pick two articles with Space, then c")
        else:
            await self._compare_event(event)

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
        elif isinstance(row, Row) and (id := row.inside or row.id) in self.documents.unfolded:
            (self._unfolded or set()).discard(id)
            self.fill_list(keep=id)

    def action_right(self) -> None:
        """Unfold; from an unfolded head to its first article."""
        row = self.documents.current
        if not isinstance(row, Row) or row.kind != "event":
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
        if self.finder.active:
            return
        self._flat = not self._flat
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
