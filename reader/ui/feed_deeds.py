"""What a person does to feeds: change one, stop following it, write the list."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import Feed
from reader.ui.desk import Undo
from reader.ui.draw import cut
from reader.ui.feedboxes import FeedBox, Settings, WriteBox
from reader.ui.feedlist import FeedList, name
from reader.ui.frame import FrameScreen

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

AROUND = 29
"""Cells that `U undo` and the hints at the right end of the last line take."""


class FeedDeeds(FrameScreen):
    """A screen on which one feed is the current one."""

    @property
    def feeds(self) -> FeedList:
        """The feeds."""
        return self.query_one("#feeds", FeedList)

    async def load_feeds(self) -> None:
        """Read the feeds and show them."""
        raise NotImplementedError

    def current_feed(self) -> Feed | None:
        """The feed that keys act on; says what to do where there is none."""
        feed = self.feeds.current
        if feed is None:
            self.say("No feeds yet: a follows one by its address")
        return feed

    async def action_unfollow(self) -> None:
        """Follow the current feed no more; its articles stay."""
        app, feed = self.reader, self.current_feed()
        if feed is None:
            return

        try:
            unfollowed = await app.desk.of_library(
                lambda library: library.unsubscribe([feed.address])
            )
        except ReaderError as error:
            app.failed(error)
            return

        async def undo() -> str:
            await app.desk.of_library(lambda library: library.follow_again(unfollowed))
            await _show_feeds(app)
            return f"Followed again: {name(feed)}"

        await self.load_feeds()
        self._did("No longer followed: ", feed, "; its articles stay", undo)

    def _did(self, before: str, feed: Feed, after: str, undo: Undo) -> None:
        """Say what was done to a feed; a long name gives way to how it is taken back."""
        room = self.app.size.width - len(f"{before}{after}") - AROUND
        self.reader.did(before + cut(name(feed), max(12, room)) + after, undo)

    def action_open(self) -> None:
        """Title, tags and pages of the current feed."""
        feed = self.current_feed()
        if feed is None:
            return

        async def answered(settings: Settings | None) -> None:
            if settings is not None:
                await self._change(feed, settings)

        self.app.push_screen(FeedBox(feed), answered)

    async def _change(self, feed: Feed, settings: Settings) -> None:
        app = self.reader
        retitled = settings.title != (feed.title or "")

        async def undo() -> str:
            await _set(app, feed, (feed.named and feed.title) or "" if retitled else None)
            await _show_feeds(app)
            return f"Changed back: {name(feed)}"

        wanted = replace(feed, tags=settings.tags, pages=settings.pages)
        if wanted == feed and not retitled:
            return
        try:
            await _set(app, wanted, settings.title if retitled else None)
        except ReaderError as error:
            app.failed(error)
            return
        await self.load_feeds()
        self._did("Changed: ", feed, "", undo)

    def action_export(self) -> None:
        """Write the list as OPML."""

        async def answered(path: str | None) -> None:
            if path:
                await self._write(Path(path).expanduser())

        if self.current_feed():
            self.app.push_screen(WriteBox(), answered)

    async def _write(self, path: Path) -> None:
        feeds = self.feeds.feeds

        def write() -> None:
            from reader.importing.feeds.opml import Subscription, opml

            found = [Subscription(feed.address, feed.title, feed.tags) for feed in feeds]
            with path.open("x", encoding="utf-8") as file:
                file.write(opml(found, "Feeds of reader"))

        try:
            await asyncio.to_thread(write)
        except FileExistsError:
            self.say(f"There is a file already: {path}; e writes under another name", error=True)
        except OSError as error:
            self.say(f"Not written: {path}, {error.strerror}", error=True)
        else:
            count = f"{len(feeds):,} feed{'s' if len(feeds) != 1 else ''}"
            self.say(f"Written: {count} to {path}")


async def _set(app: ReaderApp, feed: Feed, title: str | None = None) -> None:
    """Set what a person decides about a feed."""
    await app.desk.of_library(
        lambda library: library.set_feed(
            feed.address, title=title, tags=feed.tags, pages=feed.pages
        )
    )


async def _show_feeds(app: ReaderApp) -> None:
    for screen in app.made_screens():
        if isinstance(screen, FeedDeeds):
            await screen.load_feeds()
