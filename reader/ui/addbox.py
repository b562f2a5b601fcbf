"""The box that asks what to add: files, folders, addresses of pages and feeds."""

from __future__ import annotations

import re
import shlex
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.ui.boxes import Box
from reader.ui.searchline import OneLineInput

_QUOTED = re.compile(r"""(?:^|\s)["']""")


class AddBox(Box[list[str]]):
    """Which files, folders, pages or feeds to add."""

    DEFAULT_CSS = "AddBox .takes { margin-top: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [*Box.BINDINGS]

    def __init__(self, *, feeds: bool = False) -> None:
        super().__init__()
        self._feeds = feeds

    def compose(self) -> ComposeResult:
        """One line for them, and what it takes."""
        if self._feeds:
            title, asked = "Follow feeds", "the address of a feed, or an OPML file"
            takes = (
                "RSS, Atom and JSON Feed at http and https addresses; lists of feeds as OPML, "
                "whose folders become tags. Several addresses with spaces between."
            )
        else:
            title, asked = "Add articles", "a file, a folder or an address"
            takes = (
                "Text, web pages, PDF, EPUB, mail, JSON Lines, CSV, WARC; folders with all that "
                "is in them. The address of a page adds it, that of a feed follows it. Several: "
                "addresses with spaces between, paths in quotes."
            )
        with Vertical(id="box") as box:
            box.border_title = title
            yield OneLineInput(placeholder=asked, compact=True)
            yield Static("Enter add   Esc leave", markup=False)
            yield Static(takes, classes="takes", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        self.dismiss(sources_in(event.value) or None)


def sources_in(line: str) -> list[str]:
    """The sources in a line: quoted ones and addresses apart, else the whole line is one path."""
    line = line.strip()
    words = line.split()
    if words and all("://" in word for word in words):
        return words
    if _QUOTED.search(line):
        try:
            return shlex.split(line)
        except ValueError:
            return [line.strip("\"'")]
    return [line.replace("\\ ", " ")] if line else []
