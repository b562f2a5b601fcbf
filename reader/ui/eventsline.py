"""The line above the events: what the screen is, or the query that narrows it, and the order."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from reader.ui.bars import OneLine
from reader.ui.draw import Line
from reader.ui.searchline import OneLineInput, Status


class Heading(OneLine):
    """What the screen is."""

    def runs(self, cells: int) -> Line:
        """At the left."""
        return [(" Stories and their events" if cells > 25 else " Events", "strong")]


class EventsLine(Horizontal):
    """A heading, or while events are filtered `/` and the query; at the right how many, or why."""

    DEFAULT_CSS = """
    EventsLine { height: 1; }
    EventsLine Static { width: 3; text-style: bold; color: $primary; display: none; }
    EventsLine OneLineInput { width: 1fr; display: none; }
    EventsLine Status { width: 26; }
    EventsLine.-open Static, EventsLine.-open OneLineInput { display: block; }
    EventsLine.-open Heading { display: none; }
    FrameScreen.-narrow EventsLine Status { width: 22; }
    """

    def compose(self) -> ComposeResult:
        """Heading or input, then the status."""
        yield Heading()
        yield Static(" / ", markup=False)
        yield OneLineInput(placeholder="words, outlet:…", compact=True, id="filter")
        yield Status()

    @property
    def input(self) -> Input:
        """The line in which the query is typed."""
        return self.query_one("#filter", Input)

    @property
    def query_words(self) -> str:
        """The query; empty where all events are shown."""
        return self.input.value.strip()

    @property
    def typing(self) -> bool:
        """Whether keys type."""
        return self.input.has_focus

    def enter(self) -> None:
        """Open the line and type."""
        self.add_class("-open")
        self.screen.set_focus(self.input)

    def close(self) -> None:
        """Show all events, and the heading again."""
        self.input.value = ""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether there is a query, or one is being typed."""
        return self.has_class("-open")

    def say(self, words: str) -> None:
        """Words at the right."""
        self.query_one(Status).say(words)
