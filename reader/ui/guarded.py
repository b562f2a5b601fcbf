"""An app that gives the terminal back whatever happens, and tells no traceback there."""

from __future__ import annotations

from rich.console import RenderableType
from textual.app import App
from textual.worker import WorkerFailed


class GuardedApp(App[int], inherit_bindings=False):
    """Keeps an error that nobody foresaw; whoever ran the app raises it once the terminal is back.

    Textual would print the traceback, with the values of all variables in it: words from outside.
    """

    crash: BaseException | None = None
    """The first error that ended the app."""

    def _handle_exception(self, error: Exception) -> None:
        if self.crash is None:
            self.crash = error.error if isinstance(error, WorkerFailed) else error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """End; the thread that reads keys comes here with a traceback that is drawn already."""
        if self.crash is None:
            drawn = [line.text for each in renderables for line in self.console.render(each)]
            self.crash = RuntimeError("".join(drawn))
        self._close_messages_no_wait()
