"""Boxes of the feeds screen: what a person decides about a feed, and where to write the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.model import Feed, Pages
from reader.text.safety import clean, one_line
from reader.ui.boxes import Box
from reader.ui.feedlist import PAGES_SAID
from reader.ui.searchline import OneLineInput

FIELDS = ("title", "tags", "pages")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person decides about a feed."""

    title: str
    tags: tuple[str, ...]
    pages: Pages


class FeedBox(Box[Settings]):
    """Title, tags and pages of a feed, to be changed."""

    DEFAULT_CSS = """
    FeedBox Horizontal { height: 1; }
    FeedBox .label { width: 8; color: $foreground; }
    FeedBox .facts { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *Box.BINDINGS,
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("ctrl+s", "keep", show=False),
    ]

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed

    def compose(self) -> ComposeResult:
        """A line for each, below what they mean."""
        feed = self._feed
        values = (one_line(feed.title or ""), ", ".join(map(one_line, feed.tags)), feed.pages)
        asked = ("the feed's own title", "none; several with commas between", "auto")
        with Vertical(id="box") as box:
            box.border_title = "Change this feed"
            for field, value, empty in zip(FIELDS, values, asked, strict=True):
                with Horizontal():
                    yield Static(field, classes="label", markup=False)
                    yield OneLineInput(value, id=field, placeholder=empty, compact=True)
            said = [f"{pages:<7} {words}" for pages, words in PAGES_SAID.items()]
            facts = [one_line(feed.address), "", "tags are given to articles that come in", *said]
            yield Static("\n".join(facts), classes="facts", markup=False)
            yield Static("Enter next, Ctrl+S or the last Enter keeps, Esc leaves it", id="said",
                         classes="facts", markup=False)  # fmt: skip

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#title", Input).focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input.id == FIELDS[-1]:
            self.action_keep()
        else:
            self.focus_next(Input)

    def action_keep(self) -> None:
        """Hand back what it should be; a word that is none of the three is said so."""
        title, tags, pages = (self._value(field) for field in FIELDS)
        pages = pages.casefold() or "auto"
        for allowed in get_args(Pages):
            if pages == allowed:
                kept = tuple(dict.fromkeys(tag.strip() for tag in tags.split(",") if tag.strip()))
                self.dismiss(Settings(title, kept, allowed))
                return
        self.query_one("#said", Static).update("pages: write auto, always or never")
        self.query_one("#pages", Input).focus()

    def _value(self, field: str) -> str:
        return " ".join(clean(self.query_one(f"#{field}", Input).value).split())


class WriteBox(Box[str]):
    """Where to write the list of feeds."""

    BINDINGS: ClassVar[list[BindingType]] = [*Box.BINDINGS]

    def compose(self) -> ComposeResult:
        """One line for a path."""
        with Vertical(id="box") as box:
            box.border_title = "Write the feeds as OPML"
            yield OneLineInput("~/feeds.opml", placeholder="a file", compact=True)
            yield Static("Other feed readers can read it; tags become folders.", markup=False)
            yield Static("Enter write   Esc leave", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)
