"""A box of one line in which a person gives an event, a story or a kept search a name."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.text.safety import clean, one_line
from reader.ui.boxes import Box, named
from reader.ui.searchline import OneLineInput


class NameBox(Box[str]):
    """Hands back the name; the empty one gives back what it was called by itself.

    Of what is new a name that was left as it was is handed back, too.
    """

    def __init__(
        self, what: str, label: str, emptied: str = "its headline again", *, new: bool = False
    ) -> None:
        super().__init__()
        self._what, self._label, self._emptied, self._new = what, one_line(label), emptied, new

    def compose(self) -> ComposeResult:
        """The line and what its keys do."""
        with Vertical(id="box") as box:
            named(box, f"Name of this {self._what}")
            yield OneLineInput(self._label, placeholder=self._emptied, compact=True)
            yield Static(f"Enter keeps, Ctrl+U empties: {self._emptied}, Esc leaves it",
                         markup=False)  # fmt: skip

    def on_mount(self) -> None:
        """The whole name is selected: typing replaces it."""
        line = self.query_one(Input)
        line.focus()
        line.action_select_all()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        name = " ".join(clean(event.value).split())
        self.dismiss(None if name == self._label and not self._new else name)
