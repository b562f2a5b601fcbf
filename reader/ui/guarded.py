"""An app that gives the terminal back whatever happens, and takes its answers for no keys."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import WorkerFailed

from reader.errors import ReaderError
from reader.ui.ground import Late
from reader.ui.pastes import WholePastes

logger = logging.getLogger(__name__)


class NotThere(NoMatches):
    """A screen is asked for a part before it has any, or when it is taken away."""


class Guarded(MessagePump):
    """Takes further messages after a deed that failed with a sentence, such as of a lost article.

    Textual would hear of no message any more. A key that comes while a screen is built or taken
    away finds none of its parts, and does nothing.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except (ReaderError, NotThere) as error:
            self.app._handle_exception(error)


class GuardedScreen(Guarded, DOMNode):
    """A screen that knows whether its parts are there."""

    if not TYPE_CHECKING:  # its overloads are those of Textual

        def query_one(self, *asked: Any, **more: Any) -> Any:
            """As Textual does; NotThere where the screen is being built or taken away."""
            try:
                return super().query_one(*asked, **more)
            except NoMatches as error:
                # Its parts come, and go, one after the other.
                parts = [self, *self.walk_children()]
                whole = all(p.is_mounted and not (p._pruning or p._closing) for p in parts)
                if self.children and whole and self.is_attached:
                    raise
                raise NotThere(str(error)) from error


class GuardedApp(Guarded, App[int], inherit_bindings=False):
    """Keeps an error that nobody foresaw; whoever ran the app raises it once the terminal is back.

    Textual would print the traceback, with the values of all variables in it: words from outside.
    """

    crash: BaseException | None = None
    """The first error that ended the app."""
    typed = ""
    """What was typed before there was a screen."""
    late: Late | None = None
    """Knows the answer that the terminal may still give, and that is no key."""

    async def on_event(self, event: events.Event) -> None:
        """Everything comes through here."""
        if (
            self.late is not None
            and isinstance(event, events.Key)
            and not event.is_forwarded
            and self.late.takes(event.character, event.time)
        ):
            return
        await super().on_event(event)

    def show_hardware_cursor(self) -> None:
        """Textual hides it; screen readers and braille displays follow it."""
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h")

    def press_what_was_typed(self) -> None:
        """Hand on the keys that came before there was a screen."""
        for event in WholePastes().feed(self.typed) if self.typed else ():
            self.post_message(event)

    def _handle_exception(self, error: Exception) -> None:
        if self._exit:
            # Work that was under way has lost its widgets; what it wrote is kept or was not begun.
            logger.info("while leaving: %r", error)
            return
        cause = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(cause, ReaderError):
            self.failed(cause)
            return
        if isinstance(cause, NotThere):
            logger.info("too early or too late: %s", cause)
            return
        if self.crash is None:
            self.crash = cause
        super()._handle_exception(error)

    def failed(self, error: BaseException) -> None:
        """Show a failure as a sentence."""
        raise NotImplementedError

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """End; the thread that reads keys comes here with a traceback that is drawn already."""
        if self.crash is None:
            drawn = [line.text for each in renderables for line in self.console.render(each)]
            self.crash = RuntimeError("".join(drawn))
        self._close_messages_no_wait()
