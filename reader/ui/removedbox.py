"""The lines that were cut from an article, each where it stood; Enter puts one back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from reader.model import Article, Removed
from reader.text.safety import one_line
from reader.ui.boxes import Box
from reader.ui.draw import Line, cut, wrapped
from reader.ui.lineview import LineView
from reader.ui.pane import Block, Pane

AROUND = 400
"""Characters of the text before and after a cut line that can be of use around it."""


class RemovedLines(LineView):
    """The cut lines, one on a row."""

    ALLOW_SELECT = False

    def __init__(self, lines: tuple[Removed, ...]) -> None:
        super().__init__()
        self.lines = lines

    def count(self) -> int:
        """The lines."""
        return len(self.lines)

    def draw(self, line: int, cells: int) -> Line:
        """The sign of what was taken out, and the line."""
        return [("− ", "only"), (cut(one_line(self.lines[line].text), cells - 3), "dim")]


class RemovedBox(Box[str]):
    """Which cut line to put back."""

    DEFAULT_CSS = """
    RemovedBox > #box { width: 96; }
    RemovedBox Pane { border-top: solid $panel; }
    RemovedBox.-ascii Pane { border-top: ascii $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *Box.BINDINGS,
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding("enter", "put_back", show=False),
        Binding("q,b", "close", show=False),
    ]

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._article = article
        self._lines = RemovedLines(article.removed)
        self._around = Pane()
        self._around.can_focus = False

    def compose(self) -> ComposeResult:
        """The lines, below them the place of the current one."""
        with Vertical(id="box") as box:
            box.border_title = "Lines cut from this article"
            count = len(self._article.removed)
            box.border_subtitle = "1 line" if count == 1 else f"{count:,} lines"
            yield self._lines
            yield self._around
            yield Static("Enter put it back where it stood   Esc leave", markup=False)

    def on_mount(self) -> None:
        """Focus on the lines."""
        self._lines.focus()
        self._lines.reset()
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """Heights and wrapping follow the screen."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        room = max(3, int(self.app.size.height * 0.9) - 5)
        around = max(2, min(10, room // 2))
        self._lines.styles.height = max(1, min(self._lines.count(), room - around))
        self._around.styles.height = around
        self._show_place()

    @on(LineView.Moved)
    def _show_place(self) -> None:
        """The current line between the texts that it stood between."""
        removed, text = self._article.removed[self._lines.cursor], self._article.text
        cells = max(16, min(92, int(self.app.size.width * 0.96) - 7))
        before = text[max(0, removed.at - AROUND) : removed.at].strip().split("\n")[-1]
        after = text[removed.at : removed.at + AROUND].strip().split("\n")[0]
        height = int(self._around.styles.height.value) if self._around.styles.height else 6
        cut_lines = wrapped(one_line(removed.text), cells - 2, key="text")
        each = max(1, (height - 1 - min(len(cut_lines), height - 2)) // 2)
        lines: list[Line] = wrapped(one_line(before), cells, key="dim")[-each:]
        lines = lines if before else [[("at the beginning of the text", "dim")]]
        lines += [[("− " if i == 0 else "  ", "only"), *part] for i, part in enumerate(cut_lines)]
        lines += wrapped(one_line(after), cells, key="dim", most=each) if after else []
        lines += [] if after else [[("at the end of the text", "dim")]]
        self._around.show([Block(tuple(lines))])

    def action_move(self, by: int) -> None:
        """Up and down."""
        self._lines.move(by)

    def action_page(self, by: int) -> None:
        """By pages."""
        self._lines.page(by)

    def action_end(self, last: bool) -> None:
        """To an end."""
        self._lines.end(last)

    @on(LineView.Opened)
    def action_put_back(self) -> None:
        """Hand back the current line."""
        self.dismiss(self._article.removed[self._lines.cursor].text)
