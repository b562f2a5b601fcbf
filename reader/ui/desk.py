"""What the screens ask of the library, the index and the worker: awaitable, off the event loop.

Short reads and writes run in one thread, searches in another (a searcher belongs to one thread),
whatever takes long in the worker process. Screens hold the answers; nothing here draws.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from reader.errors import Cancelled, ReaderError
from reader.model import Article, Comparison, Event, Judgement, Marks, Note, Span
from reader.text.places import where
from reader.text.sentences import Paragraph, paragraphs
from reader.text.shown import shown
from reader.ui.pathline import meant
from reader.ui.results import Found, Order
from reader.ui.shelf import Shelf, read_shelf
from reader.ui.worker import OnProgress, Worker

if TYPE_CHECKING:
    from reader.actions.bring import Tally
    from reader.actions.reading import Reading
    from reader.library.library import Library
    from reader.library.removal import Removal
    from reader.workspace import Workspace

logger = logging.getLogger(__name__)
T = TypeVar("T")
Undo = Callable[[], Awaitable[str]]
AT_HAND = 50
"""Comparisons that are kept here, some hundred kB each; the worker has the others on disk."""


@dataclass(frozen=True)
class Page:
    """An article open on a screen."""

    article: Article
    marks: Marks
    versions: int = 1
    """How many texts the article had, the present one included."""
    notes: tuple[Note, ...] = ()
    """What was marked in it and written about it."""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of its text."""
        return paragraphs(self.article.text)

    @cached_property
    def shown(self) -> str:
        """Its text as it is shown, offset by offset, with blanks for line ends."""
        return shown(self.article.text).replace("\n", " ")

    @cached_property
    def noted(self) -> tuple[tuple[Span, Note], ...]:
        """The notes whose words stand in this text, in its order."""
        text = self.article.text
        places = [(note.place and where(note.place, text), note) for note in self.notes]
        found = [(span, note) for span, note in places if span]
        return tuple(sorted(found, key=lambda each: each[0]))

    def paragraph_of(self, offset: int) -> int:
        """The number (from 1) of the paragraph at or before an offset; headings do not count."""
        number = 0
        for paragraph in self.paragraphs:
            if paragraph.span.start > offset:
                break
            number += not paragraph.heading
        return max(1, number)


@dataclass(frozen=True)
class Sheet:
    """A comparison with its articles, in the order of the columns."""

    comparison: Comparison
    pages: tuple[Page, ...]
    said: tuple[Judgement, ...] = ()
    """What the person said of its findings and passages."""

    def column(self, id: str) -> int:
        """The column of an article."""
        return self.comparison.articles.index(id)


class Desk:
    """The library as the screens see it."""

    def __init__(self, workspace: Workspace, worker: Worker) -> None:
        self.workspace = workspace
        self.worker = worker
        self._reads = ThreadPoolExecutor(1, "reads")
        self._searches = ThreadPoolExecutor(1, "searches")
        self._spellings = ThreadPoolExecutor(1, "spellings")
        self._over = False
        self._asked: object = None
        self.revision = workspace.library.revision
        """The library's revision when the shelf was last read."""
        self._compared: dict[tuple[str, ...], Comparison] = {}
        self._forgotten = 0

    async def _in(self, pool: ThreadPoolExecutor, function: Callable[..., T], *args: Any) -> T:
        if self._over:
            raise Cancelled("Another library has been opened")
        return await asyncio.get_running_loop().run_in_executor(pool, function, *args)

    async def _read(self, function: Callable[..., T], *args: Any) -> T:
        return await self._in(self._reads, function, *args)

    async def of_library(self, ask: Callable[[Library], T]) -> T:
        """What a function of the library returns, asked beside the event loop."""
        return await self._read(lambda: ask(self.workspace.library))

    async def of_search(self, ask: Callable[[Workspace], T]) -> T:
        """What a function that searches returns, asked beside the event loop."""
        return await self._in(self._searches, ask, self.workspace)

    def close(self) -> None:
        """Give everything back; what is under way is left to end by itself."""
        for pool in (self._reads, self._searches, self._spellings):
            pool.shutdown(wait=False, cancel_futures=True)
        self.worker.stop()

    async def hand_back(self, gone: Iterable[Awaitable[None]] = ()) -> None:
        """Another library takes the place of this one: end what is under way, close its files.

        Not before `gone`, the screens that show it. Who still awaits something short gets it: to
        cancel what they await would end whatever they are, be it a clock of the app or the loop
        that takes its keys.
        """
        await asyncio.gather(*gone, return_exceptions=True)
        self._over = True

        def wait() -> None:
            self.worker.stop()
            for pool in (self._reads, self._searches, self._spellings):
                pool.shutdown()
            self.workspace.close()

        await asyncio.to_thread(wait)
        self.worker.give_up()

    # Reading -----------------------------------------------------------------------------------

    async def shelf(self, warm: Callable[[Shelf], object] | None = None) -> Shelf:
        """Cards and events as they are now; `warm` is asked of them off the event loop."""

        def run() -> Shelf:
            self.revision = self.workspace.library.revision
            shelf = read_shelf(self.workspace.library)
            _ = shelf.unread
            if warm is not None:
                warm(shelf)
            return shelf

        return await self._read(run)

    async def changed_elsewhere(self) -> bool:
        """Whether the library has other articles than the shelf that was read last."""
        seen = self.revision
        return await self._read(lambda: self.workspace.library.revision) != seen

    async def page(self, id: str) -> Page:
        """One article."""
        return await self._read(self._page, id)

    def _page(self, id: str) -> Page:
        library = self.workspace.library
        article, marks, versions = library.get(id), library.marks(id), library.count_versions(id)
        page = Page(article, marks, versions, library.notes([id]))
        _ = page.paragraphs, page.noted
        return page

    async def event_of(self, id: str) -> Event | None:
        """The event of an article, be it alone in it; None before the grouping."""

        def ask(library: Library) -> Event | None:
            found = library.some_events(library.event_of([id]).values())
            return found[0] if found else None

        return await self.of_library(ask)

    async def sheet(self, ids: Sequence[str], progress: OnProgress | None = None) -> Sheet:
        """The comparison of these articles, with their texts."""
        return await self._sheet(await self.comparison(ids, progress))

    async def first_sheet(self, ids: Sequence[str]) -> Sheet:
        """The points of these articles before any lens has looked; whole if it is known."""
        key = tuple(ids)
        comparison = self._compared.get(key)
        if comparison is None:
            before = self._forgotten
            comparison = await self.worker.ask("points", key)
            if comparison.reports:
                self._keep(key, comparison, before)
        return await self._sheet(comparison)

    async def _sheet(self, comparison: Comparison) -> Sheet:
        ids = comparison.articles
        said = await self.of_library(lambda library: library.judgements(ids))
        return Sheet(comparison, tuple([await self.page(id) for id in ids]), said)

    def _keep(self, key: tuple[str, ...], comparison: Comparison, before: int) -> None:
        """Have a comparison at hand, unless the library has changed since it was asked for."""
        if before == self._forgotten:
            for oldest in list(self._compared)[: 1 - AT_HAND]:
                del self._compared[oldest]
            self._compared[key] = comparison

    async def comparison(
        self, ids: Sequence[str], progress: OnProgress | None = None
    ) -> Comparison:
        """The comparison of these articles."""
        key = tuple(ids)
        known = self._compared.get(key)
        if known is None:
            before = self._forgotten
            # What tells of its progress goes in steps, between which other questions are answered.
            job = "compare-many" if progress else "compare"
            known = await self.worker.ask(job, key, progress=progress)
            self._keep(key, known, before)
        return known

    async def columns(self, ids: Sequence[str], most: int) -> tuple[str, ...]:
        """The articles of an event that are worth comparing: all, or those with most findings."""
        if len(ids) <= most:
            return tuple(ids)
        chosen: tuple[str, ...] = await self.worker.ask("columns", tuple(ids), most)
        return chosen

    def known(self, ids: Sequence[str]) -> Comparison | None:
        """A comparison that is at hand already."""
        return self._compared.get(tuple(ids))

    def forget(self) -> None:
        """The library has changed: comparisons are asked for again."""
        self._compared.clear()
        self._forgotten += 1

    async def find(
        self,
        query: str,
        shelf: Shelf,
        *,
        typing: bool,
        order: Order,
        limit: int | None,
        flat: bool = False,
        reading: Reading | None = None,
    ) -> Found | None:
        """Rows for a query; None where a later question has come meanwhile.

        A limit of None gives as many as fit a screen or two. The index is brought up to date by
        the worker, not here.
        """
        self._asked = question = (query, order, limit, flat)

        def run() -> Found | None:
            if self._asked != question:
                return None
            from reader.ui.asking import ask

            return ask(self.workspace, query, shelf, typing, order, limit, flat, reading)

        return await self._in(self._searches, run)

    async def meant(self, query: str, total: int) -> tuple[str, int] | None:
        """The spelling that finds more, and how much; searches go on while it is looked for."""
        from reader.actions.meaning import meant

        other = await self._in(self._spellings, meant, self.workspace, query, total)
        return (other.query, other.total) if other else None

    async def places(self, article: Article, query: str) -> tuple[Span, ...]:
        """Where a query's words stand in an article."""

        def run() -> tuple[Span, ...]:
            from reader.actions.find import places

            return places(self.workspace, article, query)

        return await self._in(self._searches, run)

    # Changing ----------------------------------------------------------------------------------

    async def mark(self, id: str, **changes: bool | int) -> Marks:
        """Set read, starred or place; returns the marks as they are now."""

        def run() -> Marks:
            self.workspace.library.mark(id, **changes)  # type: ignore[arg-type]
            return self.workspace.library.marks(id)

        return await self._read(run)

    async def judge(self, say: Callable[[Workspace], T]) -> T:
        """Say something of a comparison; all of them are looked at again."""
        said = await self._read(lambda: say(self.workspace))
        self.forget()
        return said

    async def edit(self, id: str, **fields: str) -> Article:
        """Set what the source does not say; an empty string takes it back."""
        self.forget()
        return await self._read(lambda: self.workspace.library.edit(id, **fields))

    async def remove(self, ids: Sequence[str]) -> Removal:
        """Take articles out of the library; what is returned puts them back."""
        self.forget()
        return await self._read(lambda: self.workspace.library.remove(list(ids)))

    async def put_back(self, removal: Removal) -> None:
        """Put removed articles back with all that was done to them."""
        self.forget()
        await self._read(lambda: self.workspace.library.put_back(removal))

    async def add(self, sources: Sequence[str], progress: OnProgress) -> Tally:
        """Add files, folders and addresses; returns what became of them."""
        found = await asyncio.to_thread(lambda: [path for one in sources for path in meant(one)])
        return await self.bring("add", tuple(found), progress)

    async def sync(self, feeds: Sequence[str] | None, progress: OnProgress) -> Tally:
        """Ask feeds, all if None, for what is new; returns what became of it."""
        return await self.bring("sync", feeds and tuple(feeds), progress)

    async def bring(self, job: str, what: object, progress: OnProgress) -> Tally:
        """Have the worker bring articles in; returns what became of them."""
        try:
            tally: Tally = await self.worker.ask(job, what, progress=progress)
        finally:
            self.forget()
        return tally


def sentence(error: BaseException) -> str:
    """An error as a sentence that can be shown."""
    if isinstance(error, ReaderError):
        return str(error)
    logger.error("something went wrong", exc_info=error)
    return f"Something went wrong inside reader: {type(error).__name__}: {error}"
