"""A line for paths: how one may go on stands dim behind it, as in a shell."""

from __future__ import annotations

import asyncio
import glob
import os
import re
from itertools import islice
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester

from reader.text.safety import one_line
from reader.ui.searchline import OneLineInput

MOST = 20_000
"""Entries of a folder that are looked at."""
MOST_LINES = 50
"""Lines of what is pasted that are looked at; lists of files are no longer."""
_WORDS = 25
"""Words of a line from which on it is a text, if it names no file or address."""
_LONGEST_PATH = 1_000
_SOURCE = re.compile(r"[\"']?(?:[a-z][a-z0-9+.-]*://|www\.|~?/|\.{1,2}/)", re.IGNORECASE)
_QUOTED = re.compile(r"""(?:^|\s)(["'])((?:(?!\1).)*)$""")
_BEFORE = re.compile(r"(?<!\S)(?:[a-z][a-z0-9+.-]*://|www\.)\S*(?:\s+|$)", re.IGNORECASE)


def path_in(line: str) -> str:
    """The path that is being typed at the end of a line: in open quotes, or behind an address."""
    if (quoted := _QUOTED.search(line)) is not None:
        return quoted[2]
    last = max((each.end() for each in _BEFORE.finditer(line)), default=0)
    return line[last:].lstrip()


def completed(path: str, *, whole: bool = True) -> str | None:
    """The path with the first name that fits written out, a folder with its stroke; None for none.

    Or not `whole`, only as far as all that fit go together. Names that begin with a dot are
    offered once the dot is typed, names that a terminal must not be given never.
    """
    folder, begun = os.path.split(path)
    if not path or path == "~":
        return None
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            fitting = {
                each.name: os.sep if each.is_dir() else ""
                for each in islice(entries, MOST)
                if each.name.startswith(begun)
                and (begun or not each.name.startswith("."))
                and one_line(each.name) == each.name
            }
    except (OSError, ValueError):
        return None
    if not fitting:
        return None
    first = min(fitting)
    written = first + fitting[first]
    if not whole and len(fitting) > 1:
        written = os.path.commonprefix(list(fitting))  # noqa: RUF071 letters are meant
    return path[: len(path) - len(begun)] + written


def meant(source: str) -> list[str]:
    """The paths that a source means, as a shell reads it: `~` is home, `*` any letters."""
    if "://" in source:
        return [source]
    path = os.path.expanduser(source)
    if os.path.lexists(path) or not set("*?[") & set(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]


def is_text(pasted: str) -> bool:
    """Whether what was pasted reads as a text, not as paths and addresses.

    Lines of which one is none of these are, and so is a long line that names no file.
    """
    lines = [line for line in (each.strip() for each in pasted.splitlines()) if line]
    if len(lines) < 2:
        words = lines[0].split(maxsplit=_WORDS) if lines else []
        sources = any(_SOURCE.match(word) for word in words) or _is_path(pasted.strip())
        return len(words) > _WORDS and not sources
    return not all(_SOURCE.match(line) or _is_path(line) for line in lines[:MOST_LINES])


def _is_path(line: str) -> bool:
    return len(line) < _LONGEST_PATH and os.path.lexists(os.path.expanduser(line.strip("\"'")))


class _Paths(Suggester):
    """What is in the folders: never remembered, for files come and go."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last path written out."""
        path = path_in(value)
        written = await asyncio.to_thread(completed, path)
        return None if written is None else value[: len(value) - len(path)] + written


class PathsInput(OneLineInput):
    """A line for many paths and addresses.

    Tab writes out as much as all names that fit have in common, then, as → does, the name that
    stands dim behind it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "written_out", show=False)]
    LONGEST = 20_000

    class Text(Message):
        """No paths were pasted, but the text of an article."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True, suggester=_Paths())

    def _on_paste(self, event: events.Paste) -> None:
        if is_text(event.text):
            self.post_message(self.Text(event.text))
            event.stop()
            event.prevent_default()
        else:
            super()._on_paste(event)

    async def action_written_out(self) -> None:
        """Take what is offered."""
        value = self.value
        path = path_in(value)
        common = await asyncio.to_thread(completed, path, whole=False)
        self.action_end()
        if common is None or common == path:
            self.action_cursor_right()
        else:
            self.value = value[: len(value) - len(path)] + common
            self.action_end()
