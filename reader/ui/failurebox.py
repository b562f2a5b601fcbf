"""What was not added, each source with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from reader.text.safety import one_line
from reader.ui.boxes import Box
from reader.ui.draw import Line, wrapped
from reader.ui.pane import Block, Pane


class FailureBox(Box[list[str]]):
    """Sources and reasons; `r` hands back those to try again."""

    DEFAULT_CSS = """
    FailureBox > #box { width: 96; }
    FailureBox Pane { height: auto; max-height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *Box.BINDINGS,
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("pagedown,space,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
        Binding("g,home", "end(False)", show=False),
        Binding("G,end", "end(True)", show=False),
        Binding("enter,r,f5", "again", show=False),
        Binding("R", "all_again", show=False),
        Binding("q,f", "close", show=False),
    ]

    def __init__(self, failures: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._failures = list(failures)
        self._pane = Pane()

    def compose(self) -> ComposeResult:
        """The list, and what the keys do."""
        with Vertical(id="box") as box:
            box.border_title = "What was not added"
            count = len(self._failures)
            box.border_subtitle = "1 source" if count == 1 else f"{count:,} sources"
            yield self._pane
            yield Static("r this one again   R all again   Esc leave", markup=False)

    def on_mount(self) -> None:
        """Focus on the list."""
        self._pane.focus()
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Reasons are wrapped to the width."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        cells = max(16, min(92, int(self.app.size.width * 0.96) - 6))
        blocks = []
        for source, reason in self._failures:
            lines: list[Line] = wrapped(one_line(source), cells, key="strong", most=2)
            lines += [[("  ", "text"), *part] for part in wrapped(one_line(reason), cells - 2)]
            blocks.append(Block(tuple(lines), source))
        total = sum(len(block.lines) for block in blocks)
        self._pane.styles.height = max(1, min(total, int(self.app.size.height * 0.9) - 4))
        self._pane.show(blocks, keep=True)

    def action_move(self, by: int) -> None:
        """Up and down."""
        self._pane.move(by)

    def action_page(self, by: int) -> None:
        """By pages."""
        for _ in range(max(1, self._pane.size.height // 2)):
            self._pane.move(by)

    def action_end(self, last: bool) -> None:
        """To an end."""
        self._pane.cursor = len(self._failures) - 1 if last else 0

    def action_again(self) -> None:
        """Try the current one again."""
        target = self._pane.target
        self.dismiss([target] if isinstance(target, str) else None)

    def action_all_again(self) -> None:
        """Try all of them again."""
        self.dismiss([source for source, _ in self._failures])
