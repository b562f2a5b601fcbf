"""The box that asks where to write a comparison; it never writes over a file unasked."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.exporting.forms import form_of
from reader.text.safety import one_line
from reader.ui.boxes import Box
from reader.ui.searchline import OneLineInput

ASKS = "Enter write   Ctrl+U empty   Esc leave"
ENDINGS = ".html is a page of its own, .md is Markdown, .json is for programs."


class ExportBox(Box[tuple[Path, bool]]):
    """Hands back the path, and whether what is there may be written over."""

    BINDINGS: ClassVar[list[BindingType]] = [*Box.BINDINGS]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._asked: Path | None = None

    def compose(self) -> ComposeResult:
        """One line for a path, and what its ending means."""
        with Vertical(id="box") as box:
            box.border_title = "Write this comparison"
            yield OneLineInput(self._name, placeholder="a file", compact=True)
            yield Static(ENDINGS, markup=False)
            yield Static(ASKS, id="said", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _changed(self) -> None:
        self._asked = None
        self._say(ASKS)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        name = event.value.strip()
        if not name:
            self._say("Name a file, such as ~/comparison.html")
            return
        try:
            path = Path(name).expanduser()
            there = path.exists()
        except (OSError, RuntimeError, ValueError):
            self._say("No file can have this name")
            return
        if form_of(path) is None:
            self._say("Let its name end with .html, .md or .json")
        elif path.is_dir():
            self._say("This is a folder: name a file in it")
        elif there and self._asked != path:
            self._asked = path
            self._say(f"{one_line(path.name)} is there already: Enter again writes over it")
        else:
            self.dismiss((path, self._asked == path))

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(words)
