"""The feeds that a person follows: adding, asking, changing, and stopping to follow them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from reader.errors import ReaderError
from reader.ui.bars import Hint, TopBar
from reader.ui.browsing import open_in_browser
from reader.ui.feed_deeds import FeedDeeds
from reader.ui.feedlist import FeedHeads, FeedList, feed_blocks, name, no_feeds
from reader.ui.keys import bindings
from reader.ui.library_deeds import show_failures
from reader.ui.lineview import LineView
from reader.ui.pane import Pane
from reader.ui.searchline import FindLine
from reader.ui.tasks import begin


class FeedsScreen(FeedDeeds):
    """Feeds, and all that is known of the current one."""

    SHOWS = "feeds"
    LETTER = "F"
    WATCHES = True
    BINDINGS: ClassVar[list[BindingType]] = bindings("F")
    DEFAULT_CSS = """
    FeedsScreen #left { width: 62fr; }
    FeedsScreen #feed { width: 38fr; }
    FeedsScreen.-narrow #body { layout: vertical; }
    FeedsScreen.-narrow #left { width: 100%; height: 1fr; }
    FeedsScreen.-narrow #feed { width: 100%; height: 8; }
    FeedsScreen.-empty #left { display: none; }
    FeedsScreen.-empty #feed { border: none; width: 1fr; height: 1fr; padding: 1 2; }
    FeedsScreen.-empty.-narrow.-low #feed { display: block; }
    """

    def middle(self) -> Iterable[Widget]:
        """Heads and feeds, what is known of the current one beside them."""
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield FeedHeads()
                yield FeedList(id="feeds")
            yield Pane(id="feed", classes="side")
        yield FindLine()

    def main_view(self) -> LineView:
        """The feeds, or what is said where there are none."""
        return self.query_one("#feed", Pane) if self.has_class("-empty") else self.feeds

    def on_mount(self) -> None:
        """Focus on the feeds."""
        self.feeds.focus()

    def shown(self) -> None:
        """Show the feeds as they are now."""
        super().shown()
        begin(self, "feeds", self.load_feeds)

    async def brought(self) -> None:
        """A feed may have been followed, or have answered."""
        await self.load_feeds()

    async def load_feeds(self) -> None:
        """Read the feeds; the cursor stays on its feed."""
        try:
            feeds = await self.reader.desk.of_library(lambda library: library.feeds())
        except ReaderError as error:
            self.reader.failed(error)
            return
        if not self.is_mounted:
            return
        was_empty = self.has_class("-empty")
        self.set_class(not feeds, "-empty")
        self.feeds.show(feeds)
        if was_empty != (not feeds) and self.is_current:
            self.call_after_refresh(self.set_focus, self.main_view())
        failing = sum(bool(feed.failed or feed.gone) for feed in feeds)
        words = "1 feed" if len(feeds) == 1 else f"{len(feeds):,} feeds"
        self.query_one(TopBar).say(f"{words}  {failing:,} failing" if failing else words)
        self.call_after_refresh(self._moved)

    def on_resize(self, event: events.Resize) -> None:
        """What is known is wrapped to its width."""
        self.call_after_refresh(self._moved)

    @on(LineView.Moved, "#feeds")
    def _moved(self) -> None:
        if not self.is_mounted:
            return
        pane, feed = self.query_one("#feed", Pane), self.feeds.current
        cells = max(20, pane.size.width)
        samples = self.reader.samples
        pane.show(feed_blocks(feed, cells) if feed else no_feeds(cells, samples=samples))
        self.refresh_hints()

    def hints(self) -> Sequence[Hint]:
        """What can be done with the current feed."""
        if isinstance(self.focused, Input):
            return (Hint("Enter", "find", "open"), Hint("Esc", "leave", "back"))
        if self.feeds.current is None:
            return (Hint("a", "follow a feed", "add"),)
        return (
            Hint("Enter", "change", "open"),
            Hint("r", "get it", "feed_again"),
            Hint("R", "get all", "refresh"),
            Hint("a", "add", "add"),
            Hint("d", "stop following", "unfollow"),
            Hint("e", "write OPML", "export"),
        )

    # Doing -------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Follow a feed, or all of a list."""
        from reader.ui.addbox import AddBox, Pasted

        def answered(wanted: list[str] | Pasted | None) -> None:
            if wanted:
                self.reader.library_screen.bringing.begin_adding(wanted)

        self.app.push_screen(AddBox(feeds=True), answered)

    def action_feed_again(self) -> None:
        """Ask the current feed for what is new."""
        if feed := self.current_feed():
            self.reader.library_screen.bringing.begin_syncing([feed.address])

    def action_refresh(self) -> None:
        """Ask all of them."""
        if self.current_feed():
            self.reader.library_screen.bringing.begin_syncing()

    def action_failures(self) -> None:
        """What was not added, and why."""
        show_failures(self)

    def action_browser(self) -> None:
        """Open the site of the current feed."""
        if feed := self.current_feed():
            if feed.site:
                open_in_browser(self.reader, feed.site)
            else:
                self.say("This feed names no site")

    def action_side(self) -> None:
        """What is known of it, on and off."""
        if not self.has_class("-empty"):
            self.query_one("#feed", Pane).toggle_class("off")

    def copied(self) -> str:
        """The address."""
        return self.feeds.current.address if self.feeds.current else ""

    # Finding -----------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Find a feed by words of its title or address."""
        self.query_one(FindLine).enter()

    @on(FindLine.Asked)
    def _asked(self, message: FindLine.Asked) -> None:
        view = self.feeds
        view.focus()
        words = message.words.casefold()
        if not words:
            return
        after = view.cursor + 1
        numbered = list(enumerate(view.feeds))
        for index, feed in numbered[after:] + numbered[:after]:
            if words in f"{name(feed)} {feed.address} {' '.join(feed.tags)}".casefold():
                view.cursor = index
                return
        self.say(f"No feed is called so: {message.words}")
