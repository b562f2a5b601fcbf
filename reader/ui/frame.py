"""What the four screens have in common: bars, layout by width, moving, saying things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.keymap import key_of, keys_of
from reader.ui.bars import Hint, HintBar, TopBar
from reader.ui.drawn import forget_drawn, while_there
from reader.ui.guarded import GuardedScreen
from reader.ui.lineview import LineView

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

KEYS = Hint("?", "keys", "help")
SMALLEST = Size(40, 10)
NEEDED = f"too small: {SMALLEST.width}x{SMALLEST.height} needed"


def too_small(size: Size) -> bool:
    """Whether there is no room for anything but saying so."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class FrameScreen(GuardedScreen, Screen[None], inherit_bindings=False):
    """A screen between the two bars; subclasses fill the middle."""

    SHOWS: ClassVar[str]
    """Which of the four screens it is."""
    LETTER: ClassVar[str]
    """The screen's letter in the table of keys."""
    WATCHES: ClassVar[bool] = False
    """Whether the progress of what comes in is told here, and Esc stops it."""
    BINDINGS: ClassVar[list[BindingType]] = []
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 Textual declares it so
        (0, "-narrow"),
        (100, "-medium"),
        (160, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012 Textual declares it so
    DEFAULT_CSS = """
    FrameScreen { layout: vertical; overflow: hidden; background: $background; }
    FrameScreen #small { display: none; height: 1fr; content-align: center middle; }
    FrameScreen.-tiny > * { display: none !important; }
    FrameScreen.-tiny > #small { display: block !important; }
    FrameScreen .side { border-left: solid $panel; }
    FrameScreen.-narrow .side { border-left: none; border-top: solid $panel; }
    FrameScreen.-narrow.-low .side { display: none; }
    FrameScreen.-ascii .side { border-left: ascii $panel; }
    FrameScreen.-ascii.-narrow .side { border-left: none; border-top: ascii $panel; }
    FrameScreen.-words > * { max-width: 98; }
    FrameScreen.-words .side, FrameScreen.-words.-narrow .side { border: none; }
    FrameScreen.-words Rule { display: none; }
    FrameScreen .off { display: none; }
    FrameScreen Input {
        border: none; padding: 0; height: 1; background: $background; color: $foreground;
    }
    FrameScreen Input:focus { border: none; background: $background; background-tint: 0%; }
    """

    def compose(self) -> ComposeResult:
        """Top bar, the screen's own middle, hint bar."""
        yield TopBar(self.SHOWS)
        yield from self.middle()
        yield HintBar()
        yield Static(NEEDED, id="small", markup=False)

    def middle(self) -> Iterable[Widget]:
        """The widgets between the bars."""
        raise NotImplementedError

    @property
    def filled(self) -> bool:
        """Whether there is something to show."""
        return True

    @property
    def reader(self) -> ReaderApp:
        """The app, with its type."""
        return cast("ReaderApp", self.app)

    @property
    def searching(self) -> bool:
        """Whether a query is being typed: the help then begins with what can be searched for."""
        return False

    @property
    def view(self) -> LineView | None:
        """The pane that moving keys move: the one with focus, else the main one."""
        focused = self.focused
        return focused if isinstance(focused, LineView) else self.main_view()

    def main_view(self) -> LineView | None:
        """The pane that has the focus when nothing else has."""
        return None

    def standing(self) -> tuple[str, int] | None:
        """The article and offset that are shown, where coming back needs them."""
        return None

    async def stand(self, id: str, offset: int) -> None:
        """Show an article at an offset again."""

    # Bars --------------------------------------------------------------------------------------

    def hints(self) -> Sequence[Hint]:
        """At most seven hints for where the person is."""
        return ()

    def always(self) -> Sequence[Hint]:
        """The hints at the right end."""
        if isinstance(self.focused, Input):
            return (Hint("F1", "keys", "help"),)
        return (KEYS, Hint("q", "back", "back"))

    def refresh_hints(self) -> None:
        """Bring the last line up to date."""
        if not self.is_mounted:
            return
        covered = getattr(self.app.screen, "COVERS_KEYS", False)
        shown = ((), ()) if covered else (self.hints(), self.always())
        self.query_one(HintBar).show(*shown)

    def say(self, message: str, *, error: bool = False) -> None:
        """A sentence in place of the hints, until the next key."""
        self.query_one(HintBar).say(message, error=error)

    @property
    def said(self) -> str:
        """The sentence that stands there now."""
        return self.query_one(HintBar).message

    @on(HintBar.Clicked)
    async def _hint_clicked(self, message: HintBar.Clicked) -> None:
        await self.run_action(message.action)

    def call_after_refresh(
        self, callback: Callable[..., object], *args: Any, **kwargs: Any
    ) -> bool:
        """Call it once all is drawn, if this is still there."""
        return super().call_after_refresh(while_there, self, partial(callback, *args, **kwargs))

    def on_key(self, event: events.Key) -> None:
        """The next key takes a message away; Esc first what is selected with the mouse."""
        if (bar := self.query_one(HintBar)).message:
            bar.say("")
        if self.selections and event.key in keys_of("escape"):
            self.clear_selection()
            event.stop()

    def on_descendant_focus(self) -> None:
        """Hints follow the focus; a line to type in has hints of its own, and eats the keys."""
        if isinstance(self.focused, Input):
            self.query_one(HintBar).say("")
        self.refresh_hints()

    def on_screen_resume(self) -> None:
        """Lines of ASCII where the terminal has no others, none where all is words."""
        self.set_class(self.reader.ascii_only, "-ascii")
        self.set_class(self.reader.words, "-words")

    def on_resize(self, event: events.Resize) -> None:
        """Say so where there is no room at all; what was drawn at another size is let go."""
        forget_drawn()
        self.set_class(too_small(event.size), "-tiny")
        self.refresh_hints()
        self.call_after_refresh(self.keep_focus)

    def keep_focus(self) -> None:
        """What is hidden loses the focus: give it to the main pane."""
        main = self.main_view()
        if self.focused is None and main is not None and self.is_current:
            self.set_focus(main)
            main.refresh()
        if isinstance(self.focused, LineView):
            self.focused.place_cursor()

    # Moving ------------------------------------------------------------------------------------

    def action_down(self) -> None:
        """Next row or line."""
        if self.view:
            self.view.move(1)

    def action_up(self) -> None:
        """Previous row or line."""
        if self.view:
            self.view.move(-1)

    def action_half_down(self) -> None:
        """Half a page on."""
        if self.view:
            self.view.page(0.5)

    def action_half_up(self) -> None:
        """Half a page back."""
        if self.view:
            self.view.page(-0.5)

    def action_page_down(self) -> None:
        """A page on."""
        if self.view:
            self.view.page(1)

    def action_page_up(self) -> None:
        """A page back."""
        if self.view:
            self.view.page(-1)

    def action_first(self) -> None:
        """To the first."""
        if self.view:
            self.view.end(last=False)

    def action_last(self) -> None:
        """To the last."""
        if self.view:
            self.view.end(last=True)

    def action_pane(self) -> None:
        """Next pane."""
        self.focus_next()

    def action_pane_back(self) -> None:
        """Previous pane."""
        self.focus_previous()

    @on(LineView.Opened)
    async def _opened(self) -> None:
        await self.run_action("open")

    def action_jump(self) -> None:
        """Label everything that can be chosen; a typed label chooses it, in capitals opens it."""
        from reader.ui.jump import Do, Jump

        async def chosen(answer: tuple[Do, bool] | None) -> None:
            if answer is None:
                return
            do, opens = answer
            done = do()
            if isawaitable(done):
                await done
            elif opens:
                await self.run_action("open")

        self.app.push_screen(Jump(self), chosen)

    # Elsewhere ---------------------------------------------------------------------------------

    def action_go(self, name: str) -> None:
        """To one of the four screens."""
        self.reader.go(name)

    async def action_back(self) -> None:
        """One level back."""
        await self.reader.back()

    async def action_forward(self) -> None:
        """To where the person went back from."""
        await self.reader.forward()

    async def action_escape(self) -> None:
        """Stop what comes in, else back, but never out of the program."""
        if not (self.WATCHES and self.reader.library_screen.bringing.stop()):
            await self.run_action("back")

    async def action_leave(self) -> None:
        """Leave the program."""
        self.reader.exit(0)

    def action_manual(self, page: str) -> None:
        """A page of the manual over this screen."""
        from reader.ui.manualbox import ManualBox

        self.app.push_screen(ManualBox(page))

    def action_suspend(self) -> None:
        """To the shell that started the program."""
        self.app.action_suspend_process()

    def action_help(self) -> None:
        """The keys of this screen."""
        self.reader.show_help(self)

    def action_palette(self) -> None:
        """Every command by name."""
        self.reader.show_palette(self)

    async def action_unless_typing(self, action: str) -> None:
        """Do it, but leave the key to a line in which the person types."""
        if isinstance(self.focused, Input):
            raise SkipAction
        await self.run_action(action)

    async def action_samples(self) -> None:
        """Hide the sample articles, or show them again."""
        from reader.ui.sampling import switch

        await switch(self)

    async def action_tour(self) -> None:
        """Begin the tour, or leave it."""
        from reader.ui.touring import toggle

        await toggle(self.reader)

    async def action_undo(self) -> None:
        """Take the last change back."""
        await self.reader.undo()

    def action_copy(self) -> None:
        """What is selected with the mouse, else what the screen would copy."""
        text = self.get_selected_text() or self.copied()
        if text:
            from reader.ui.outside import to_clipboard

            if not to_clipboard(self.reader, text):
                self.say(f"No clipboard here: in an article {key_of('pipe')} gives it to a command")
                return
            self.say(f"Copied {len(text.split()):,} words")
        else:
            self.say("Nothing here to copy")

    def copied(self) -> str:
        """What `y` copies where nothing is selected."""
        return ""

    async def brought(self) -> None:
        """Articles have come in while this screen is in front."""

    def shown(self) -> None:
        """The screen has come to the front."""
        self.refresh_hints()
        self.keep_focus()
