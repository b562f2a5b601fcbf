"""A page of the manual over the screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Markdown

from reader.manual import PAGES, page
from reader.ui.boxes import Box


class ManualBox(Box[None]):
    """Shows one page; it is scrolled, and left again."""

    DEFAULT_CSS = """
    ManualBox > #box { width: 92; height: 92%; }
    ManualBox VerticalScroll { height: 1fr; scrollbar-size: 0 0; background: $background; }
    ManualBox Markdown { background: $background; padding: 0 1; margin: 0; }
    ManualBox MarkdownH1, ManualBox MarkdownH2, ManualBox MarkdownH3 {
        color: $foreground; text-style: bold; background: $background; content-align: left top;
        border: none; padding: 0; margin: 1 0 0 0;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *Box.BINDINGS,
        Binding("q", "close", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown,ctrl+d", "page(1)", "A page down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "A page up", show=False),
        Binding("g,home", "end(False)", "First", show=False),
        Binding("G,end", "end(True)", "Last", show=False),
    ]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._page = name

    def compose(self) -> ComposeResult:
        """The page."""
        with Vertical(id="box") as box:
            box.border_title = PAGES[self._page]
            box.border_subtitle = "j k scroll   Space page   q close"
            with VerticalScroll(can_focus=False):
                yield Markdown(page(self._page).partition("\n")[2], open_links=False)

    @property
    def _view(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_scroll(self, lines: int) -> None:
        """Some lines down, or up."""
        self._view.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """A page down, or up."""
        self._view.scroll_relative(y=pages * max(1, self._view.size.height - 2), animate=False)

    def action_end(self, last: bool) -> None:
        """The last line, or the first."""
        if last:
            self._view.scroll_end(animate=False)
        else:
            self._view.scroll_home(animate=False)
