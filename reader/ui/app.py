"""The app: four screens, one desk, one look; it decides nothing about articles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from reader.errors import ReaderError
from reader.keymap import key_of, key_while_typing, keys_of
from reader.ui.changes import Changes
from reader.ui.desk import Desk, Undo, sentence
from reader.ui.frame import FrameScreen, too_small
from reader.ui.ground import preferred_look
from reader.ui.inorder import InOrderApp
from reader.ui.leaving import leave_on_signals
from reader.ui.library_screen import LibraryScreen
from reader.ui.looks import choose_look
from reader.ui.roles import Look, Roles, is_plain
from reader.ui.shelf import Shelf
from reader.ui.signs import wants_ascii
from reader.ui.steady import steady
from reader.ui.takingout import put_back_last
from reader.ui.tasks import Unwaited, begin
from reader.ui.themes import LOOKS, theme
from reader.ui.trail import Stop, Trail
from reader.ui.worker import Worker

if TYPE_CHECKING:
    from reader.model import Version
    from reader.ui.touring import Tour


WATCH = 2.0
"""Seconds between two looks whether another program has changed the library."""


class ReaderApp(InOrderApp, inherit_bindings=False):
    """The program on the screen."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = "* { scrollbar-size: 0 0; }"
    measure = 0  # cells of a line of text that the person wants; 0 for as many as fit well
    notice = ""
    asked_look: Look | None = None  # what the terminal asked for at the start

    def __init__(
        self,
        desk: Desk,
        *,
        look: Look | None = None,
        ascii_only: bool | None = None,
        words: bool = False,
        only: tuple[str, ...] = (),
        first: Callable[[], Shelf] | None = None,
        samples: bool = False,
    ) -> None:
        chosen = look or preferred_look()
        super().__init__(ansi_color=is_plain(chosen) or None)
        self.desk = desk
        self._given = desk.workspace
        self.roles = Roles(chosen)
        self.ascii_only = wants_ascii() if ascii_only is None else ascii_only
        self.words = words
        self.only = only
        self.samples = samples
        self.animation_level = "none"
        self._first = first
        self._changes: dict[bool, Changes] = {}
        self._trail = Trail()
        self.tour: Tour | None = None
        self.begin_tour = False
        self._made: dict[str, FrameScreen] = {}
        self._opening = asyncio.Lock()
        self._letting_go = Unwaited(self.failed)
        for name in {*LOOKS, chosen}:
            self.register_theme(theme(name))
        self.theme = f"reader-{chosen}"

    # Start and end -----------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Put up the list, then let the long work begin."""
        library = LibraryScreen()
        if self._first is not None:
            library.shelf = self._first()
        self._keep("library", library)
        self.push_screen(library)
        leave_on_signals(self)

    def on_ready(self) -> None:
        """The first frame stands: show the terminal's own cursor, start the worker."""
        self.show_hardware_cursor()
        self.app_resume_signal.subscribe(self, lambda _: self.show_hardware_cursor())
        steady()
        if self.notice:
            self.library_screen.say(self.notice, error=True)
        if self.desk.workspace is not None:
            self.desk.worker.start()
            begin(self.library_screen, "rest", self.library_screen.read_rest)
            begin(self.library_screen, "start", self.library_screen.bring_up_to_date)
            self.set_interval(WATCH, self._watch)
        if self.begin_tour:
            self.call_later(self.library_screen.run_action, "tour")
        self.press_what_was_typed()

    async def _watch(self) -> None:
        """Show what another program has changed in the library, or done to the search index."""
        library = self.library_screen
        if not library.busy and await self.desk.changed_elsewhere():
            await library.reload()
        else:
            await library.mend_search()

    async def on_unmount(self) -> None:
        """Leave nothing running."""
        await self._letting_go.end()
        if self.desk.workspace is self._given:
            self.desk.close()
        else:
            await self.desk.hand_back()  # opened here, so closed here

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
            from reader.ui.feeds_screen import FeedsScreen
            from reader.ui.notes_screen import NotesScreen
            from reader.ui.versions_screen import VersionsScreen

            kinds: dict[str, type[FrameScreen]] = {
                "article": ArticleScreen,
                "compare": CompareScreen,
                "events": EventsScreen,
                "feeds": FeedsScreen,
                "notes": NotesScreen,
                "versions": VersionsScreen,
            }
            self._keep(name, kinds[name]())
        return self._made[name]

    def made_screens(self) -> Sequence[FrameScreen]:
        """The screens that have been shown."""
        return tuple(self._made.values())

    def _keep(self, name: str, screen: FrameScreen) -> None:
        """Installed screens outlive being replaced by another one."""
        self._made[name] = screen
        if self.words:
            screen.HORIZONTAL_BREAKPOINTS = [(0, "-narrow")]
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
        if name == "library":
            self._trail.clear()
        elif front is not None and front is not screen:
            self.remember(front)
        self._put(screen)
        return screen

    def _put(self, screen: FrameScreen) -> None:
        """Put a screen in place of that in front; a box that was opened meanwhile goes with it."""
        # Switching would else put it in place of the box, above the screen that it belongs to.
        while len(self.screen_stack) > 1 and not isinstance(self.screen, FrameScreen):
            self.pop_screen()
        if self.front is not screen:
            self.switch_screen(screen)
        screen.call_after_refresh(screen.shown)

    def remember(self, front: FrameScreen) -> None:
        """Note a screen, and what it shows, as the place to come back to."""
        self._trail.leave((front.SHOWS, front.standing()))

    async def back(self) -> None:
        """To where the person came from; the library is the root."""
        await self._return(self._trail.back(self._here()))

    async def forward(self) -> None:
        """To where the person went back from."""
        if (stop := self._trail.forward(self._here())) is not None:
            await self._return(stop)
        elif self.front:
            self.front.say("Nothing was left by going back")

    def _here(self) -> Stop:
        front = self.front or self.library_screen
        return front.SHOWS, front.standing()

    async def _return(self, stop: Stop) -> None:
        name, place = stop
        screen = self.made(name)
        if place is not None:
            await screen.stand(*place)
        self._put(screen)

    async def open_article(self, id: str, offset: int | None = None, query: str = "") -> None:
        """Show one article, at a place if one is given."""
        from reader.ui.article_screen import ArticleScreen

        screen = self.made("article")
        assert isinstance(screen, ArticleScreen)
        if self.front is screen:
            self.remember(screen)
        await screen.load(id, offset, query)
        self.bring("article")

    async def open_comparison(
        self,
        ids: tuple[str, ...],
        title: str = "",
        query: str = "",
        among: tuple[str, ...] = (),
    ) -> None:
        """Set articles side by side, a query's words marked in them; `among` those of a story."""
        from reader.ui.compare_screen import CompareScreen
        from reader.ui.compareheads import FINDINGS

        screen = self.made("compare")
        assert isinstance(screen, CompareScreen)
        screen.among = among
        if ids != screen.ids:
            screen.view_shown = FINDINGS
        self.bring("compare")
        await screen.load(ids, title, query)

    async def open_versions(self, id: str, versions: Sequence[Version]) -> None:
        """Show what changed between the versions of an article, the last two first."""
        from reader.ui.versions_screen import VersionsScreen

        screen = self.made("versions")
        assert isinstance(screen, VersionsScreen)
        self.bring("versions")
        await screen.load(id, versions)

    async def use_library(self, *, samples: bool) -> None:
        """Open the samples, or the person's own library, in place of what is open."""
        async with self._opening:
            if samples != self.samples:
                await self._use(samples)

    async def _use(self, samples: bool) -> None:
        before, library = self.desk, self.library_screen
        other = before.workspace.samples if samples else before.workspace.own
        workspace = await asyncio.to_thread(other)
        desk = Desk(workspace, Worker(workspace.data, workspace.cache, samples=samples))
        shelf = await desk.shelf()
        desk.worker.start()
        # In one step: what came in between two would ask one library for articles of the other.
        self.desk, self.samples, self.only = desk, samples, ()
        self._trail.clear()
        self._put(library)
        library.restart(shelf)
        # At once, too: who asks for one of them while another is taken away gets a new one.
        gone = [self._made.pop(name) for name in list(self._made) if name != "library"]
        for screen in gone:
            self.uninstall_screen(screen)
        # Not waited for: one of them may wait for this, or for something long.
        self._letting_go.start(before.hand_back([screen.remove() for screen in gone]))

    async def on_event(self, event: events.Event) -> None:
        """The tour goes on with the keys; where nothing can be seen, only leaving is left."""
        if isinstance(event, events.Key):
            if too_small(self.size) and event.key not in (*keys_of("quit"), *keys_of("suspend")):
                return
            if self.tour is not None:
                self.tour.pressed = event.key
        await super().on_event(event)

    # Boxes -------------------------------------------------------------------------------------

    def show_help(self, screen: FrameScreen) -> None:
        """The signs and keys of a screen."""
        from reader.ui.help import HelpBox

        box = HelpBox(screen.SHOWS.title(), screen.LETTER, searching=screen.searching)
        self.push_screen(box)

    def show_palette(self, screen: FrameScreen) -> None:
        """Every command by name; the chosen one is run on the screen."""
        from reader.ui.palette import Choice, PaletteBox

        async def run(choice: Choice | None) -> None:
            if choice is None:
                return
            if choice.action.startswith("look:"):
                await choose_look(self, choice.action.partition(":")[2])
            else:
                await screen.run_action(choice.action)

        self.push_screen(PaletteBox(screen.LETTER), run)

    # Doing and undoing -------------------------------------------------------------------------

    @property
    def changes(self) -> Changes:
        """What can be taken back: of the samples, or of the person's own library."""
        return self._changes.setdefault(self.samples, Changes())

    def did(self, sentence: str, undo: Undo) -> None:
        """Say what was done, and remember how to take it back."""
        self.changes.add(undo)
        if self.front:
            typing = isinstance(self.front.focused, Input)
            key = key_while_typing("undo") if typing else key_of("undo")
            self.front.say(f"{sentence}   {key} undo" if key else sentence)

    async def undo(self) -> None:
        """Take the last change back."""
        front, undo = self.front, self.changes.last()
        try:
            done = await undo() if undo else await put_back_last(self.library_screen)
        except ReaderError as error:  # another program may have removed what it is about
            self.failed(error)
        else:
            if front:
                front.say(done)

    def failed(self, error: BaseException) -> None:
        """Show a failure as a sentence; nothing fails in silence."""
        if self.front:
            self.front.say(sentence(error), error=True)
