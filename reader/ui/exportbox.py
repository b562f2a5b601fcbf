"""The box that asks where to write something; it never writes over a file unasked."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.exporting.forms import Form, form_of
from reader.text.safety import one_line
from reader.ui.boxes import Box, named
from reader.ui.searchline import OneLineInput

ASKS = "Enter write   Ctrl+U empty   Esc leave"


@dataclass(frozen=True, slots=True)
class Kind:
    """What is written, and which endings a file of it can have."""

    title: str
    forms: Mapping[Form, str]
    """What is said of each ending."""


_BOTH: Mapping[Form, str] = {"markdown": ".md is Markdown", "json": ".json is for programs"}
COMPARISON = Kind("Write a comparison", {"html": ".html is a page of its own", **_BOTH})
NOTES = Kind("Write these notes", _BOTH)


@dataclass(frozen=True, slots=True)
class Answer:
    """Where to write."""

    path: Path
    over: bool
    """Whether what is there may be written over."""
    of: int = 0
    """Which of the things that could be written."""


class ExportBox(Box[Answer]):
    """Hands back where to write; of several things the first one, until Tab chooses another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(each for each in Box.BINDINGS if isinstance(each, Binding) and each.key != "tab"),
        Binding("tab", "other", "Other", show=False),
    ]

    def __init__(self, name: str, kind: Kind, things: Sequence[str] = ()) -> None:
        super().__init__()
        self._name, self._kind, self._things = name, kind, things
        self._asked: Path | None = None
        self._of = 0

    def compose(self) -> ComposeResult:
        """One line for a path, and what its ending means."""
        with Vertical(id="box") as box:
            named(box, self._kind.title)
            if self._things:
                yield Static(self._thing(), id="thing", markup=False)
            yield OneLineInput(self._name, placeholder="a file", compact=True)
            yield Static(f"{', '.join(self._kind.forms.values())}.", markup=False)
            yield Static(ASKS, id="said", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    def _thing(self) -> str:
        now, other = (self._things[(self._of + by) % len(self._things)] for by in (0, 1))
        return f"{now}   Tab {other[:1].lower()}{other[1:]}" if other != now else now

    def action_other(self) -> None:
        """Another one of the things."""
        if self._things:
            self._of = (self._of + 1) % len(self._things)
            self.query_one("#thing", Static).update(self._thing())

    @on(Input.Changed)
    def _changed(self) -> None:
        self._asked = None
        self._say(ASKS)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        name = event.value.strip()
        if not name:
            self._say(f"Name a file, such as {self._name}")
            return
        try:
            path = Path(name).expanduser()
            there = path.exists()
        except (OSError, RuntimeError, ValueError):
            self._say("No file can have this name")
            return
        if form_of(path) not in self._kind.forms:
            *some, last = (said.split()[0] for said in self._kind.forms.values())
            self._say(f"Let its name end with {', '.join(some)} or {last}")
        elif path.is_dir():
            self._say("This is a folder: name a file in it")
        elif not path.parent.is_dir():
            self._say(f"There is no folder {one_line(str(path.parent))}")
        elif not os.access(path if there else path.parent, os.W_OK):
            self._say(f"{one_line(str(path if there else path.parent))} cannot be written to")
        elif there and self._asked != path:
            self._asked = path
            self._say(f"{one_line(path.name)} is there already: Enter again writes over it")
        else:
            self.dismiss(Answer(path, self._asked == path, self._of))

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(words)
