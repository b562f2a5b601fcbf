"""A box of one line in which a person types a command that gets an article."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.ui.boxes import Box
from reader.ui.searchline import OneLineInput


class PipeBox(Box[str]):
    """Hands back the command."""

    def __init__(self, before: str = "") -> None:
        super().__init__()
        self._before = before

    def compose(self) -> ComposeResult:
        """The line and what its keys do."""
        with Vertical(id="box") as box:
            box.border_title = "Give this article to a command"
            yield OneLineInput(self._before, placeholder="such as: wc -w", compact=True)
            yield Static("It gets the text on its standard input.", markup=False)
            yield Static("Enter run   Ctrl+U empty   Esc leave", markup=False)

    def on_mount(self) -> None:
        """The last command is selected: typing replaces it."""
        line = self.query_one(Input)
        line.focus()
        line.action_select_all()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)
