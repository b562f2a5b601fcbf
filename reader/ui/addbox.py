"""The box that asks what to add: files, folders, addresses of pages and feeds."""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.text.safety import clean, one_line
from reader.ui.boxes import Box, named
from reader.ui.draw import cut
from reader.ui.pathline import PathsInput

_KEYS = "Enter add   Tab writes a path out   Esc leave"
_QUOTED = re.compile(r"""(?:^|\s)["']""")
_ADDRESS = re.compile(r"(?:^|(?<=\s))((?:[a-z][a-z0-9+.-]*://|www\.)\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pasted:
    """The text of an article, as it came from the clipboard."""

    text: str

    @property
    def told(self) -> str:
        """How long it is, and how it begins."""
        count = len(self.text.split())
        begins = cut(one_line(clean(self.text[:400])), 48)
        return f"A text of {count:,} word{'' if count == 1 else 's'} is pasted: “{begins}”"


class AddBox(Box[list[str] | Pasted]):
    """Which files, folders, pages or feeds to add, or the text of an article."""

    DEFAULT_CSS = "AddBox .takes { margin-top: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [*Box.BINDINGS]

    def __init__(self, *, feeds: bool = False) -> None:
        super().__init__()
        self._feeds = feeds
        self._pasted: Pasted | None = None

    def compose(self) -> ComposeResult:
        """One line for them, and what it takes."""
        if self._feeds:
            title, asked = "Follow feeds", "the address of a feed, or an OPML file"
            takes = (
                "RSS, Atom and JSON Feed at http and https addresses; lists of feeds as OPML, "
                "whose folders become tags. Several addresses with spaces between."
            )
        else:
            title, asked = "Add articles", "a file, a folder or an address, or paste a text"
            takes = (
                "Text, web pages, PDF, EPUB, mail, JSON Lines, CSV, WARC; folders with all that "
                "is in them. The address of a page adds it, that of a feed follows it. Several: "
                "addresses with spaces between, paths in quotes; * stands for any letters."
            )
        with Vertical(id="box") as box:
            named(box, title)
            yield PathsInput(asked)
            yield Static(_KEYS, id="keys", markup=False)
            yield Static(takes, classes="takes", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    @on(PathsInput.Text)
    def _take(self, message: PathsInput.Text) -> None:
        if self._feeds:
            self.query_one("#keys", Static).update("That is a text; feeds have addresses")
            return
        self._pasted = Pasted(message.text)
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.query_one("#keys", Static).update(
            f"{self._pasted.told}\nEnter adds it, its headline and date found in it   Esc leave"
        )

    @on(Input.Changed)
    def _typed(self) -> None:
        self._pasted = None
        self.query_one("#keys", Static).update(_KEYS)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        self.dismiss(self._pasted or sources_in(event.value) or None)


def sources_in(line: str) -> list[str]:
    """The sources in a line: addresses and what is quoted apart, what is between is one path.

    A line that names a file as it stands is that file, whatever blanks and quotes are in it; one
    of several words that all name files is those, as terminals write files that are dropped.
    """
    line = line.strip()
    if _exists(line):
        return [line]
    try:
        words = shlex.split(line)
    except ValueError:
        words = [] if not _QUOTED.search(line) else [line.strip("\"'")]
    if words and (_QUOTED.search(line) or all(map(_exists, words))):
        return [_address(word) for word in words]
    parts = [part.strip().replace("\\ ", " ") for part in _ADDRESS.split(line)]
    return [_address(part) for part in parts if part]


def _exists(path: str) -> bool:
    return bool(path) and os.path.exists(os.path.expanduser(path))


def _address(word: str) -> str:
    """A web address as people say it, begun with www., is one of https."""
    return f"https://{word}" if word[:4].casefold() == "www." and " " not in word else word
