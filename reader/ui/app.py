"""The app: four screens, one desk, one look; it decides nothing about articles."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import Theme

from reader.ui.desk import Desk, Undo, sentence
from reader.ui.frame import FrameScreen
from reader.ui.library_screen import LibraryScreen
from reader.ui.roles import Look, Roles
from reader.ui.shelf import Shelf
from reader.ui.signs import wants_ascii
from reader.ui.tasks import begin
from reader.ui.worker import Worker

if TYPE_CHECKING:
    from reader.workspace import Workspace


def _theme(look: Look) -> Theme:
    roles = Roles(look)
    plain = look in ("16", "none")
    text = "ansi_default" if plain else roles.style("text").color.name  # type: ignore[union-attr]
    rule = "ansi_default" if plain else roles.style("rule").color.name  # type: ignore[union-attr]
    accent = "ansi_default" if plain else roles.style("accent").color.name  # type: ignore[union-attr]
    ground = "ansi_default" if plain else roles.ground
    return Theme(
        name=f"reader-{look}",
        primary=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=rule,
        dark=look != "light",
        ansi=plain,
    )


class ReaderApp(App[int], inherit_bindings=False):
    """The program on the screen."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = "* { scrollbar-size: 0 0; }"

    def __init__(
        self,
        desk: Desk,
        *,
        look: Look | None = None,
        ascii_only: bool | None = None,
        only: tuple[str, ...] = (),
        first: Callable[[], Shelf] | None = None,
        samples: bool = False,
    ) -> None:
        chosen = look or preferred_look()
        super().__init__(ansi_color=chosen in ("16", "none") or None)
        self.desk = desk
        self.roles = Roles(chosen)
        self.ascii_only = wants_ascii() if ascii_only is None else ascii_only
        self.only = only
        self.samples = samples
        self.animation_level = "none"
        self._first = first
        self._undo: list[tuple[str, Undo]] = []
        self._trail: list[str] = []
        self._made: dict[str, FrameScreen] = {}
        for name in ("dark", "light", "16", "none"):
            self.register_theme(_theme(name))
        self.theme = f"reader-{chosen}"

    # Start and end -----------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Put up the list, then let the long work begin."""
        library = LibraryScreen()
        if self._first is not None:
            library.shelf = self._first()
        self._keep("library", library)
        self.push_screen(library)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                # Without this the terminal is left on the alternate screen with the mouse on.
                loop.add_signal_handler(number, lambda: self.exit(0))

    def on_ready(self) -> None:
        """The first frame stands: show the terminal's own cursor, start the worker."""
        self.show_hardware_cursor()
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        if self.desk.workspace is not None:
            self.desk.worker.start()
            begin(self.library_screen, "start", self.library_screen.bring_up_to_date)

    def show_hardware_cursor(self) -> None:
        """Textual hides it; screen readers and braille displays follow it."""
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h")

    async def on_unmount(self) -> None:
        """Leave nothing running."""
        self.desk.close()

    # Screens -----------------------------------------------------------------------------------

    @property
    def library_screen(self) -> LibraryScreen:
        """The one screen that is always there."""
        screen = self._made["library"]
        assert isinstance(screen, LibraryScreen)
        return screen

    def made(self, name: str) -> FrameScreen:
        """A screen by name, made when first asked for."""
        if name not in self._made:
            from reader.ui.article_screen import ArticleScreen
            from reader.ui.compare_screen import CompareScreen
            from reader.ui.events_screen import EventsScreen

            kinds = {"article": ArticleScreen, "compare": CompareScreen, "events": EventsScreen}
            self._keep(name, kinds[name]())
        return self._made[name]

    def _keep(self, name: str, screen: FrameScreen) -> None:
        """Installed screens outlive being replaced by another one."""
        self._made[name] = screen
        self.install_screen(screen, name)

    @property
    def front(self) -> FrameScreen | None:
        """The screen in front, below any box."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, FrameScreen):
                return screen
        return None

    def go(self, name: str) -> None:
        """To one of the four screens; the library fills an empty one from its cursor."""
        front = self.front
        if front is None or name == front.SHOWS:
            return
        if name in ("article", "compare") and not self._filled(name):
            begin(self, "open", self.library_screen.fill, name)
            return
        self.bring(name)

    def _filled(self, name: str) -> bool:
        return name in self._made and self._made[name].filled

    def bring(self, name: str) -> FrameScreen:
        """Put a screen in front and remember where the person came from."""
        front, screen = self.front, self.made(name)
        if front is not None and front is not screen:
            self._trail.append(front.SHOWS)
            del self._trail[:-32]
            self.switch_screen(screen)
        screen.call_after_refresh(screen.shown)
        return screen

    def back(self) -> None:
        """To the screen the person came from; the library is the root."""
        front = self.front
        while self._trail:
            name = self._trail.pop()
            if front is None or name != front.SHOWS:
                screen = self.made(name)
                self.switch_screen(screen)
                screen.call_after_refresh(screen.shown)
                return
        if front is not None and front.SHOWS != "library":
            self.switch_screen(self.library_screen)

    @property
    def at_root(self) -> bool:
        """Whether back would leave the program."""
        return not self._trail

    async def open_article(self, id: str, offset: int | None = None, query: str = "") -> None:
        """Show one article, at a place if one is given."""
        from reader.ui.article_screen import ArticleScreen

        screen = self.made("article")
        assert isinstance(screen, ArticleScreen)
        await screen.load(id, offset, query)
        self.bring("article")

    async def open_comparison(self, ids: tuple[str, ...], title: str = "") -> None:
        """Set articles side by side."""
        from reader.ui.compare_screen import CompareScreen

        screen = self.made("compare")
        assert isinstance(screen, CompareScreen)
        self.bring("compare")
        await screen.load(ids, title)

    async def use_library(self, *, samples: bool) -> None:
        """Open the samples, or the person's own library, in place of what is open."""
        if samples == self.samples:
            return
        workspace = self.desk.workspace
        workspace = await asyncio.to_thread(workspace.samples if samples else workspace.own)
        await self.desk.hand_back()
        worker = Worker(workspace.data, workspace.cache, samples=samples)
        self.desk, self.samples, self.only = Desk(workspace, worker), samples, ()
        worker.start()
        library = self.library_screen
        self._trail, self._undo = [], []
        if self.front is not library:
            await self.switch_screen(library)
        for name in [name for name in self._made if name != "library"]:
            self.uninstall_screen(name)
            await self._made.pop(name).remove()
        library.restart()
        library.shelf = await self.desk.shelf()
        library.fill_list()

    # Boxes -------------------------------------------------------------------------------------

    def show_help(self, screen: FrameScreen) -> None:
        """The signs and keys of a screen."""
        from reader.ui.help import HelpBox

        self.push_screen(HelpBox(screen.SHOWS.title(), screen.LETTER))

    def show_palette(self, screen: FrameScreen) -> None:
        """Every command by name; the chosen one is run on the screen."""
        from reader.ui.palette import Choice, PaletteBox

        async def run(choice: Choice | None) -> None:
            if choice is None:
                return
            if choice.action.startswith("look:"):
                self.set_look(choice.action.partition(":")[2])  # type: ignore[arg-type]
            else:
                await screen.run_action(choice.action)

        self.push_screen(PaletteBox(screen.LETTER, samples=self.samples), run)

    def set_look(self, look: Look) -> None:
        """Another set of colours, for this session."""
        self.roles = Roles(look)
        self.ansi_color = True if look in ("16", "none") else None
        self.theme = f"reader-{look}"
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.walk_children():
                widget.refresh()

    # Doing and undoing -------------------------------------------------------------------------

    def did(self, sentence: str, undo: Undo) -> None:
        """Say what was done, and remember how to take it back."""
        self._undo.append((sentence, undo))
        del self._undo[:-50]
        if self.front:
            self.front.say(f"{sentence}   U undo")

    async def undo(self) -> None:
        """Take the last change back."""
        front = self.front
        if not self._undo:
            if front:
                front.say("Nothing to undo")
            return
        _, undo = self._undo.pop()
        done = await undo()
        if front:
            front.say(done)

    def open_in_browser(self, url: str | None) -> None:
        """Open the original where it has an address that a browser may see."""
        front = self.front
        if front is None:
            return
        if not url:
            front.say("This article has no address")
        elif not url.startswith(("http://", "https://")):
            front.say("Only http and https addresses are opened")
        else:
            import webbrowser

            webbrowser.open(url)
            front.say("Opened in the browser")

    def failed(self, error: BaseException) -> None:
        """Show a failure as a sentence; nothing fails in silence."""
        if self.front:
            self.front.say(sentence(error), error=True)

    def get_default_screen(self) -> Screen[object]:
        """An empty ground below the first screen."""
        return Screen(id="_default")


def preferred_look(environment: dict[str, str] | None = None) -> Look:
    """The look that the terminal asks for: none, 16 colours, light or dark."""
    env = dict(os.environ) if environment is None else environment
    if "NO_COLOR" in env:
        return "none"
    term = env.get("TERM", "")
    rich_colours = env.get("COLORTERM", "") in ("truecolor", "24bit") or "256color" in term
    modern = any(name in term for name in ("kitty", "ghostty", "alacritty", "wezterm", "direct"))
    if term in ("dumb", "vt100", "vt220"):
        return "none"
    if not (rich_colours or modern or "COLORTERM" in env or os.name == "nt"):
        return "16"
    # rxvt's convention, set by several terminals: `foreground;background`, 7 and 15 are light.
    ground = env.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in ("7", "15") else "dark"


def run(workspace: Workspace, *, only: tuple[str, ...] = ()) -> int:
    """Open the screens; returns the exit code."""
    # Nothing made before the first frame is garbage: looking for some costs a tenth of its time.
    gc.disable()
    # A search runs in a thread for some milliseconds; Python's usual five between two threads
    # would make each key wait for it.
    sys.setswitchinterval(0.0005)
    worker = Worker(workspace.data, workspace.cache, samples=workspace.is_samples)
    desk = Desk(workspace, worker)
    with ThreadPoolExecutor(1) as ahead:
        # The list is read while the screens are being built: the first frame shows it.
        shelf = ahead.submit(desk.load_shelf)
        app = ReaderApp(desk, only=only, first=shelf.result, samples=workspace.is_samples)
        code = app.run()
    return code or 0
