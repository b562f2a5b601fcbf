"""A page of the manual over the screen."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Markdown
from textual.widgets.markdown import MarkdownBlock

from reader.manual import PAGES, page
from reader.ui.boxes import Box
from reader.ui.draw import cut
from reader.ui.searchline import OneLineInput

KEYS = "j k scroll   Space page   / find   q close"


class ManualBox(Box[None]):
    """Shows one page; it is scrolled, searched, and left again."""

    AUTO_FOCUS = ""  # no line to type in before / is pressed

    DEFAULT_CSS = """
    ManualBox > #box { width: 92; height: 92%; }
    ManualBox VerticalScroll { height: 1fr; scrollbar-size: 0 0; background: $background; }
    ManualBox Markdown { background: $background; padding: 0 1; margin: 0; }
    ManualBox MarkdownH1, ManualBox MarkdownH2, ManualBox MarkdownH3 {
        color: $foreground; text-style: bold; background: $background; content-align: left top;
        border: none; padding: 0; margin: 1 0 0 0;
    }
    ManualBox MarkdownBlock.found { text-style: reverse; }
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
        Binding("slash,ctrl+f", "find", "Find", show=False),
        Binding("n,f3", "place(1)", "Next place", show=False),
        Binding("N,shift+f3", "place(-1)", "Previous place", show=False),
    ]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._page = name
        self._words = ""
        self._at = -1

    def compose(self) -> ComposeResult:
        """The page."""
        with Vertical(id="box") as box:
            box.border_title = PAGES[self._page]
            box.border_subtitle = KEYS
            with VerticalScroll(can_focus=False):
                yield Markdown(page(self._page).partition("\n")[2], open_links=False)
            line = OneLineInput(placeholder="find in this page", compact=True)
            line.display = False
            yield line

    @property
    def _view(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_close(self) -> Awaitable[None] | None:
        """Out of the line in which words are typed, else out of the page."""
        if self.query_one(Input).display:
            self._leave_line()
            return None
        return super().action_close()

    def action_find(self) -> None:
        """Ask for words."""
        line = self.query_one(Input)
        line.display, line.value = True, self._words
        line.focus()
        line.action_select_all()

    @on(Input.Submitted)
    def _find(self, event: Input.Submitted) -> None:
        event.stop()
        self._words, self._at = " ".join(event.value.casefold().split()), -1
        self._leave_line()
        if self._words:
            self.action_place(1)

    def _leave_line(self) -> None:
        self.query_one(Input).display = False
        self.set_focus(None)

    def action_place(self, by: int) -> None:
        """To the next or previous paragraph, heading or row that has the words; round and round."""
        found = [block for block in self.query(MarkdownBlock) if self._says(block)]
        for block in self.query(MarkdownBlock).results():
            block.set_class(False, "found")
        box = self.query_one("#box")
        if not self._words or not found:
            said = f"Nothing here says “{cut(self._words, 30)}”" if self._words else "/ finds words"
            box.border_subtitle = said
            return
        self._at = (self._at + by) % len(found) if self._at >= 0 else 0 if by > 0 else -1
        self._at %= len(found)
        found[self._at].set_class(True, "found")
        self._view.scroll_to_widget(found[self._at], animate=False, top=True)
        box.border_subtitle = f"place {self._at + 1} of {len(found)}   n next   N previous"

    def _says(self, block: MarkdownBlock) -> bool:
        """Whether the words stand in this block itself, not only in blocks within it."""
        return self._words in " ".join(block._content.plain.casefold().split())

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
