"""Get what is new in the feeds that a person follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from reader.actions.bring import Brought, Checked
from reader.actions.entries import digest, received, source, wants_page, with_entry
from reader.errors import NoSuchFeed
from reader.importing.found import Reached, Refused, refusing
from reader.library.subscriptions import Entered, Received
from reader.model import Feed
from reader.workspace import Workspace

if TYPE_CHECKING:
    from reader.importing.feeds.feed import Entry
    from reader.importing.feeds.feed import Feed as FeedFile
    from reader.importing.web.fetching import Answer, Fetcher, NotFetched

_AT_ONCE = 64  # entries of one transaction


@dataclass(frozen=True, slots=True)
class _Wish:
    """The page of an entry that is to be fetched."""

    feed: Feed
    found: FeedFile
    """What the feed says of itself, without its entries."""
    entry: Entry
    instead: Received | None
    """What the feed itself gives, should the page not be had."""


def sync(
    workspace: Workspace, addresses: Iterable[str] | None = None, *, now: datetime | None = None
) -> Iterator[Brought | Checked | Reached]:
    """Ask feeds, all or those named, for what is new; each that fails is yielded, others go on.

    A feed whose server said when to come again is not asked before, unless it is named. Every
    article is in the library when it is yielded. Raises NoSuchFeed for one that is not followed.
    """
    feeds = workspace.library.feeds(addresses)
    moment = now or datetime.now(UTC)
    asked: list[Feed] = []
    for feed in feeds:
        wait = "" if addresses is not None else _waits(feed, moment)
        if wait:
            yield Checked(feed.address, feed.title, "waits", wait)
        else:
            asked.append(feed)
    if asked:
        yield from Sync(workspace).run(asked)


def _waits(feed: Feed, now: datetime) -> str:
    if feed.gone:
        return "its server says that it is gone for good; add it again to ask once more"
    if feed.not_before and datetime.fromisoformat(feed.not_before) > now:
        return f"its server asks not to come again before {feed.not_before[:16]} UTC"
    return ""


class Sync:
    """One round through some feeds: first the feeds, then the pages of entries cut short."""

    def __init__(self, workspace: Workspace) -> None:
        self._library = workspace.library
        self._wishes: list[_Wish] = []
        self._ends: dict[str, Callable[[], None]] = {}
        """For each feed, what notes that all its entries are in."""
        self._open: dict[str, int] = {}
        """Pages that each feed still waits for."""
        self._failed: set[str] = set()
        """Feeds with a page that may be had another time."""
        self._waits: dict[str, datetime] = {}
        """When the servers of their pages want to be asked again, by feed."""

    def run(self, feeds: Sequence[Feed]) -> Iterator[Brought | Checked | Reached]:
        """Ask the feeds, then get the pages."""
        from reader.importing.web.fetching import Answer, Fetcher, Wanted, patiently

        try:
            with Fetcher() as fetcher:
                by_address = {feed.address: feed for feed in feeds}
                wanted = [
                    Wanted(feed.address, feed.trusted, feed.etag, feed.modified) for feed in feeds
                ]
                done = 0
                for found in patiently(fetcher, wanted):
                    if found is None:
                        yield Reached(done / len(feeds) / 2)
                        continue
                    done += 1
                    one, answer = found
                    feed = by_address[one.address]
                    if isinstance(answer, Answer):
                        yield from self._answered(feed, answer)
                    else:
                        yield self._failure(feed, answer)
                    # The pages take about as long as the feeds.
                    yield Reached(done / len(feeds) / 2)
                yield from self._pages(fetcher, start=0.5)
        except Refused as error:
            for feed in feeds:
                yield Checked(feed.address, feed.title, "failed", str(error))

    def read(
        self, feed: Feed, answer: Answer, found: FeedFile
    ) -> Iterator[Brought | Checked | Reached]:
        """Take one feed that was fetched and parsed already, with its pages."""
        from reader.importing.web.fetching import Fetcher

        yield from self._taken(feed, answer, found)
        if self._wishes:
            with Fetcher() as fetcher:
                yield from self._pages(fetcher, start=0.0)

    # Feeds -------------------------------------------------------------------------------------

    def _answered(self, feed: Feed, answer: Answer) -> Iterator[Brought | Checked]:
        from reader.importing.feeds.feed import feed as read_feed

        if answer.status == 304:
            self._library.feed_answered(
                feed.address,
                etag=answer.etag or feed.etag,
                modified=answer.modified or feed.modified,
            )
            yield Checked(feed.address, feed.title, "unchanged")
            return
        try:
            with refusing():
                found = read_feed(answer.data, answer.address, charset=answer.charset)
        except Refused as error:
            self._library.feed_failed(feed.address, str(error))
            yield Checked(feed.address, feed.title, "failed", str(error))
            return
        yield from self._taken(feed, answer, found)

    def _taken(self, feed: Feed, answer: Answer, found: FeedFile) -> Iterator[Brought | Checked]:
        self._ends[feed.address] = partial(
            self._end,
            feed.address,
            found.title,
            found.site,
            (answer.etag, answer.modified),
            answer.moved,
        )
        self._open[feed.address] = 0
        try:
            yield from self._entries(feed, found)
        except NoSuchFeed:
            # The person stopped following it meanwhile.
            self._wishes = [wish for wish in self._wishes if wish.feed != feed]
            return
        if not self._open[feed.address]:
            self._finish(feed)
        yield Checked(feed.address, feed.title or found.title, "read")

    def _entries(self, feed: Feed, found: FeedFile) -> Iterator[Brought]:
        """Take the texts that the feed gives, and note the pages that are to be fetched."""
        known = self._library.entries(feed.address)
        fresh = [entry for entry in found.entries if _is_news(entry, known)]
        elsewhere = self._library.pages(entry.link for entry in fresh if entry.link)
        own = self._library.held(source(entry, feed) for entry in fresh)
        head = replace(found, entries=())
        entered: dict[str, Entered] = {}
        ready: list[Received] = []
        for entry in fresh:
            if entry.refused:
                yield _failed(entry.refused, "it is no web page", feed, head)
            page = elsewhere.get(entry.link or "")
            is_page = page is not None and source(entry, feed) not in own
            if page and (entry.key not in known or (is_page and feed.pages == "never")):
                # Added before, or by another feed: what differs is the reading, not the article,
                # and a feed has no say in the text of a page that it only points at.
                entered[entry.key] = Entered(digest(entry), page)
                continue
            one = received(entry, found, feed)
            if is_page or wants_page(entry, one, feed):
                self._wishes.append(_Wish(feed, head, entry, one))
                self._open[feed.address] += 1
            elif one:
                ready.append(one)
                if len(ready) >= _AT_ONCE:
                    yield from self._received(feed, ready)
                    ready = []
        if entered:
            self._library.enter(feed.address, entered)
        yield from self._received(feed, ready)

    def _received(self, feed: Feed, ready: Sequence[Received]) -> list[Brought]:
        taken = self._library.receive(feed.address, ready) if ready else []
        return [
            Brought(one.draft.source, each.outcome, each.article)
            for one, each in zip(ready, taken, strict=True)
        ]

    def _failure(self, feed: Feed, error: NotFetched) -> Checked:
        self._library.feed_failed(
            feed.address, str(error), not_before=error.retry_at, gone=error.gone
        )
        return Checked(feed.address, feed.title, "failed", str(error))

    def _finish(self, feed: Feed) -> None:
        """Note that all entries are in; before that, a sudden end must not hide any of them."""
        self._ends.pop(feed.address)()

    def _end(
        self,
        address: str,
        title: str | None,
        site: str | None,
        validators: tuple[str | None, str | None],
        moved: str | None,
    ) -> None:
        etag, modified = (None, None) if address in self._failed else validators
        self._library.feed_answered(
            address,
            title=title,
            site=site,
            etag=etag,
            modified=modified,
            moved=moved,
            not_before=self._waits.get(address),
        )

    # Pages -------------------------------------------------------------------------------------

    def _pages(self, fetcher: Fetcher, start: float) -> Iterator[Brought | Reached]:
        from reader.importing.web.fetching import Wanted, patiently

        by_link: dict[str, list[_Wish]] = {}
        for wish in self._wishes:
            by_link.setdefault(str(wish.entry.link), []).append(wish)
        wanted = [Wanted(link, wishes[0].feed.trusted) for link, wishes in by_link.items()]
        done = 0
        for found in patiently(fetcher, wanted):
            if found is not None:
                done += 1
                one, answer = found
                for wish in by_link[one.address]:
                    yield from self._page(wish, answer)
            yield Reached(start + done / len(wanted) * (1 - start))
        self._wishes = []

    def _enter_nothing(self, wish: _Wish) -> None:
        """Note that there is no article behind an entry, so that it is not asked for again."""
        with suppress(NoSuchFeed):
            nothing = {wish.entry.key: Entered(digest(wish.entry), None)}
            self._library.enter(wish.feed.address, nothing)

    def _page(self, wish: _Wish, answer: Answer | NotFetched) -> Iterator[Brought]:
        from reader.actions.web import draft_of

        feed, link = wish.feed, str(wish.entry.link)
        one = wish.instead
        try:
            if isinstance(answer, Refused):
                raise answer
            draft = with_entry(draft_of(answer, link), wish.entry, wish.found, feed)
            one = Received(wish.entry.key, digest(wish.entry), draft)
        except Refused as error:
            yield _failed(link, str(error), feed, wish.found)
            passing = getattr(error, "passing", False)
            if passing:
                self._failed.add(feed.address)
                one = None
            if until := getattr(error, "retry_at", None):
                self._waits[feed.address] = max(until, self._waits.get(feed.address, until))
            if one is None and not passing:
                self._enter_nothing(wish)
        try:
            yield from self._received(feed, [one] if one else [])
            self._open[feed.address] -= 1
            if not self._open[feed.address]:
                self._finish(feed)
        except NoSuchFeed:
            return


def _failed(source: str, reason: str, feed: Feed, found: FeedFile) -> Brought:
    named = feed.title or found.title or feed.address
    return Brought(source, "failed", reason=f"{reason} (from the feed {named})", feed=feed.address)


def _is_news(entry: Entry, known: dict[str, Entered]) -> bool:
    """Whether an entry is new, or has changed and was not removed by the person."""
    before = known.get(entry.key)
    return before is None or (before.article is not None and before.digest != digest(entry))
