"""What the boxes over a screen have in common: a frame, a line to type in, rows below."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from rich.text import Text
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget

from reader.text.safety import one_line
from reader.ui.drawn import forget_drawn, while_there
from reader.ui.frame import NEEDED, too_small
from reader.ui.guarded import GuardedScreen
from reader.ui.pictures import of_one_width

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reader.ui.app import ReaderApp

T = TypeVar("T")


def named(box: Widget, words: str) -> None:
    """Words in the upper border; those of articles are never taken for markup."""
    box.border_title = Text(of_one_width(one_line(words)))


class Over(GuardedScreen, ModalScreen[T], Generic[T], inherit_bindings=False):
    """What lies over a screen and is closed once.

    Textual takes away whatever is on top, so that a second key, pressed while this closes, would
    take the screen below.
    """

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close and give a result; nothing where this is closed already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def call_after_refresh(
        self, callback: Callable[..., object], *args: Any, **kwargs: Any
    ) -> bool:
        """Call it once all is drawn, if this is still there."""
        return super().call_after_refresh(while_there, self, partial(callback, *args, **kwargs))

    def on_unmount(self) -> None:
        """Let go of what was drawn here."""
        forget_drawn()


class Box(Over[T], Generic[T], inherit_bindings=False):
    """A box over the screen; Esc closes it with nothing done."""

    COVERS_KEYS = True
    """Whether the keys of the screen below do nothing while this is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("ctrl+q", "app.quit", "Leave", show=False),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Previous", show=False),
    ]
    DEFAULT_CSS = """
    Box { align: center top; background: $background 40%; overflow: hidden; }
    Box > #box {
        border: solid $panel; background: $background; padding: 0 1; margin-top: 1;
        width: 76; max-width: 96%; height: auto; max-height: 90%;
        border-title-color: $foreground; border-title-style: bold;
    }
    Box.-tiny > #box { display: none !important; }
    Box.-tiny { background: $background; content-align: center middle; }
    Box.-ascii > #box { border: ascii $panel; }
    Box.-words { align: left top; background: $background; }
    Box.-words > #box {
        border: blank $panel; width: 100%; max-width: 98; max-height: 100%; margin: 0;
    }
    Box Input { border: none; padding: 0; height: 1; background: $background; }
    Box Input:focus { border: none; background: $background; background-tint: 0%; }
    Box LineView { height: auto; }
    """

    def on_mount(self) -> None:
        """The keys of the screen below do nothing now."""
        self._tell_hints()

    def on_unmount(self) -> None:
        """The keys of the screen below do something again."""
        self._tell_hints()

    def _tell_hints(self) -> None:
        front = cast("ReaderApp", self.app).front
        if front is not None and front.is_mounted:
            front.refresh_hints()

    def on_screen_resume(self) -> None:
        """Lines of ASCII where the terminal has no others, none where all is words."""
        app = cast("ReaderApp", self.app)
        self.set_class(app.ascii_only, "-ascii")
        self.set_class(app.words, "-words")

    def on_resize(self) -> None:
        """Where there is no room at all this says so."""
        self.set_class(too_small(self.size), "-tiny")

    def render(self) -> RenderableType:
        """What is needed, where there is no room: without colours nothing below shines through."""
        return Text(NEEDED) if too_small(self.size) else super().render()

    def action_close(self) -> Awaitable[None] | None:
        """Close without doing anything."""
        self.dismiss(None)
        return None
