"""The feeds that a person follows: a row each, and all that is known of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reader.model import Feed, When
from reader.text.safety import one_line
from reader.ui import shelf
from reader.ui.bars import OneLine
from reader.ui.draw import Line, cut, fit, fit_right, pad, wrapped
from reader.ui.lineview import LineView
from reader.ui.pane import Block
from reader.ui.shelf import day, long_moment

ARTICLES, PAGES, ANSWERED = 6, 8, 11
"""Cells of the last three columns, a blank included."""
PAGES_SAID = {
    "auto": "where the feed has only an excerpt, the page is read",
    "always": "the page of each entry is read",
    "never": "pages are not read: what the feed has is all",
}


def name(feed: Feed) -> str:
    """Its title, else its address."""
    return one_line(feed.title) if feed.title else one_line(feed.address)


def answered(feed: Feed) -> str:
    """When it last answered, or that it fails, in the fewest words."""
    if feed.gone:
        return "gone"
    if feed.failed:
        return "failing"
    if not feed.checked:
        return "not yet"
    moment = datetime.fromisoformat(feed.checked).astimezone()
    if moment.date() == shelf.today():
        return f"{moment:%H:%M}"
    return day(When(moment.date().isoformat()))


def _columns(cells: int) -> tuple[int, int]:
    """Cells of the title and of the tags; 0 where there is no room for these."""
    rest = cells - 3 - ARTICLES - ANSWERED - (PAGES if cells >= 50 else 0)
    tags = min(24, rest // 3) if cells >= 66 else 0
    return max(4, rest - tags), tags


class FeedList(LineView):
    """The feeds, one on a row."""

    ALLOW_SELECT = False  # rows are chosen; what is copied is the current one

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.feeds: Sequence[Feed] = ()

    def show(self, feeds: Sequence[Feed]) -> None:
        """Put up these feeds; the cursor stays on its feed while that is there."""
        held = self.current
        self.feeds = feeds
        at = [i for i, feed in enumerate(feeds) if held and feed.address == held.address]
        self.reset(at[0] if at else min(self.cursor, max(0, len(feeds) - 1)))

    @property
    def current(self) -> Feed | None:
        """The feed under the cursor."""
        return self.feeds[self.cursor] if self.cursor < len(self.feeds) else None

    def count(self) -> int:
        """The feeds."""
        return len(self.feeds)

    def draw(self, line: int, cells: int) -> Line:
        """Sign, name, tags, articles, pages, when it last answered."""
        feed = self.feeds[line]
        title, tags = _columns(cells)
        fails = bool(feed.failed or feed.gone)
        said = ", ".join(one_line(tag) for tag in feed.tags)
        runs: Line = [("! " if fails else "  ", "error")]
        runs += pad([(cut(name(feed), title - 1), "text")], title)
        runs += [(fit(said, tags - 1) + " ", "dim")] if tags else []
        runs += [(fit_right(f"{feed.articles:,}", ARTICLES - 1) + " ", "dim")]
        runs += [(fit(f" {feed.pages}", PAGES), "dim")] if cells >= 50 else []
        runs += [(fit_right(answered(feed), ANSWERED - 1) + " ", "error" if fails else "dim")]
        return runs


class FeedHeads(OneLine):
    """The heads of the columns."""

    def runs(self, cells: int) -> Line:
        """feed, tags, articles, pages, answered."""
        cells -= 1
        title, tags = _columns(cells)
        return [
            (" " + fit("  feed", title + 2), "dim"),
            (fit("tags", tags) if tags else "", "dim"),
            (fit_right("art.", ARTICLES - 1) + " ", "dim"),
            (fit(" pages", PAGES) if cells >= 50 else "", "dim"),
            (fit_right("answered", ANSWERED - 1) + " ", "dim"),
        ]


def feed_blocks(feed: Feed, cells: int) -> list[Block]:
    """What is known of a feed; why it fails stands first."""
    cells = max(12, cells - 3)
    lines: list[Line] = wrapped(name(feed), cells, key="strong", most=2)
    if feed.failed:
        since = long_moment(feed.failed_since or "")
        tries = "1 try" if feed.failures == 1 else f"{feed.failures:,} tries"
        lines += wrapped(f"! failing since {since}, {tries}:", cells, key="error")
        lines += [[("  ", "text"), *part] for part in wrapped(one_line(feed.failed), cells - 2)]
    if feed.gone:
        lines += wrapped("! its server says that it is gone; only r asks it again", cells,
                         key="error")  # fmt: skip
    elif feed.not_before:
        wait = f"its server asks not to come again before {long_moment(feed.not_before)}"
        lines += wrapped(wait, cells)
    tags = ", ".join(one_line(tag) for tag in feed.tags)
    last = f"last answered {long_moment(feed.checked)}" if feed.checked else "has not answered yet"
    count = "1 article" if feed.articles == 1 else f"{feed.articles:,} articles"
    for words in (
        one_line(feed.address) if feed.title else "",
        f"{count}, {last}",
        f"tags: {tags}" if tags else "no tags",
        f"pages {feed.pages}: {PAGES_SAID[feed.pages]}",
        f"site: {one_line(feed.site)}" if feed.site else "",
    ):
        if words:
            lines += wrapped(words, cells, key="dim")
    return [Block(tuple(lines))]


def no_feeds(cells: int, *, samples: bool) -> list[Block]:
    """What is said where no feed is followed."""
    cells = max(12, cells - 3)
    lines: list[Line] = [[("No feeds yet", "strong")], [("", "text")]]
    for key, does in (
        ("a", "follow a feed by its address, or all of an OPML file"),
        ("5", "comes back here; r gets what is new"),
    ):
        parts = wrapped(does, cells - 4)
        lines += [[(f"{key if i == 0 else ' '}   ", "accent"), *p] for i, p in enumerate(parts)]
    if samples:
        words = "These articles are samples: your own library opens with the first feed."
        lines += [[("", "text")], *wrapped(words, cells, key="dim")]
    return [Block(tuple(lines))]
