"""What an outlet changed in an article: two versions at a time, the last two first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from reader.errors import ReaderError
from reader.model import Version
from reader.ui.bars import Hint, TopBar
from reader.ui.draw import Line, cut, wrapped
from reader.ui.frame import FrameScreen
from reader.ui.keys import bindings
from reader.ui.lineview import LineView
from reader.ui.pane import Block, Pane
from reader.ui.shelf import long_moment, place_said
from reader.ui.tasks import begin
from reader.ui.versionsview import MEANS, VersionsView, difference


class VersionsScreen(FrameScreen):
    """The changes of one article, from version to version."""

    SHOWS = "versions"
    LETTER = "V"
    BINDINGS: ClassVar[list[BindingType]] = bindings("V")
    DEFAULT_CSS = """
    VersionsScreen #changes { width: 78; }
    VersionsScreen.-wide #changes { width: 84; }
    VersionsScreen #versions { width: 1fr; }
    VersionsScreen.-narrow #changes { width: 100%; }
    VersionsScreen.-narrow #versions { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._versions: Sequence[Version] = ()
        self._at = 0
        """Index of the newer of the two versions."""
        self._id = ""

    def middle(self) -> Iterable[Widget]:
        """The text with its changes, the versions beside it."""
        with Horizontal(id="body"):
            yield VersionsView(id="changes")
            listed = Pane(id="versions", classes="side")
            listed.means = MEANS
            yield listed

    @property
    def changes(self) -> VersionsView:
        """The text with its changes."""
        return self.query_one("#changes", VersionsView)

    def main_view(self) -> LineView:
        """The text."""
        return self.changes

    async def load(self, id: str, versions: Sequence[Version]) -> None:
        """Show what changed between the last two versions of an article."""
        self._id, self._versions, self._at = id, versions, len(versions) - 1
        if self.is_mounted:
            self._show()

    def on_mount(self) -> None:
        """Put the focus on the text."""
        self.changes.focus()
        self.call_after_refresh(self._show)

    def on_resize(self, event: events.Resize) -> None:
        """The list of versions is wrapped to its width."""
        self.changes.measure = 72 if event.size.width >= 160 else 68
        self.call_after_refresh(self._show_versions)

    def _show(self) -> None:
        if len(self._versions) > 1:
            begin(self, "changes", self._compare, self._at)

    async def _compare(self, at: int) -> None:
        view = self.changes
        old, new = self._versions[at - 1], self._versions[at]
        view.load(None)
        try:
            found = await self.reader.desk.of_library(lambda _: difference(old, new))
        except ReaderError as error:
            self.reader.failed(error)
            return
        view.load(found)
        self._show_versions()
        view.focus()

    def _show_versions(self) -> None:
        pane = self.query_one("#versions", Pane)
        cells = max(16, pane.size.width - 3)
        blocks = [Block(([("", "text")], [("Versions", "strong")]))]
        for index, version in enumerate(self._versions):
            here = index in (self._at - 1, self._at)
            read = cut(f"{version.number}  {long_moment(version.seen)}", cells - 2)
            lines: list[Line] = [
                [("▸ " if here else "  ", "accent"), (read, "strong" if here else "text")]
            ]
            source = place_said(version.source)
            lines += [[("     ", "dim"), *part] for part in wrapped(source, cells - 5, key="dim")]
            blocks.append(Block(tuple(lines)))
        pane.show(blocks)

    @on(VersionsView.Changed)
    def _said(self) -> None:
        view, count = self.changes, len(self._versions)
        # What does not fit is left out from the right; the versions are named in the text, too.
        said = [f"change {view.current + 1} of {view.changes}"] if view.changes else []
        said += [f"version {self._at + 1} of {count}"] if count else []
        self.query_one(TopBar).say("  ".join(said))
        self.refresh_hints()

    def hints(self) -> Sequence[Hint]:
        """What can be done at the current change."""
        hints = [Hint("J", "next change", "step"), Hint("K", "previous", "step_back")]
        if len(self._versions) > 2:
            hints += [Hint("h", "earlier", "left"), Hint("l", "later", "right")]
        fold = "all paragraphs" if self.changes.folded else "changed ones only"
        return (*hints, Hint("v", fold, "view"), Hint("y", "copy", "copy"))

    def action_step(self) -> None:
        """To the next change."""
        if not self.changes.next_change(1):
            self.say("The last change")

    def action_step_back(self) -> None:
        """To the previous change."""
        if not self.changes.next_change(-1):
            self.say("The first change")

    def action_left(self) -> None:
        """The two versions before."""
        self._turn(-1, "These are the first two versions")

    def action_right(self) -> None:
        """The two versions after."""
        self._turn(1, "These are the last two versions")

    def _turn(self, by: int, end: str) -> None:
        if 0 < self._at + by < len(self._versions):
            self._at += by
            self._show()
        else:
            self.say(end)

    def action_view(self) -> None:
        """The paragraphs that did not change: hidden or shown."""
        self.changes.fold()
        self.refresh_hints()

    def action_side(self) -> None:
        """The list of versions on and off."""
        self.query_one("#versions", Pane).toggle_class("off")

    def copied(self) -> str:
        """The current change."""
        return self.changes.current_text()
