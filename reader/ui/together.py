"""Changes of a screen that come shortly one after the other, painted once."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import Any

from textual.screen import Screen


class Together:
    """Holds painting back until all has come, but not for long."""

    def __init__(self) -> None:
        self._held: ExitStack | None = None
        self._screen: Screen[Any] | None = None
        self._late: asyncio.TimerHandle | None = None

    def begin(self, screen: Screen[Any], seconds: float) -> None:
        """Paint nothing until `end`, for so long at most; where it has begun its end stands."""
        if self._held is None:
            self._screen, self._held = screen, ExitStack()
            self._held.enter_context(screen.app.batch_update())
            self._late = asyncio.get_running_loop().call_later(seconds, self.end)

    def end(self) -> None:
        """Paint what has changed, if that was held back."""
        if self._held is None or self._screen is None or self._late is None:
            return
        self._late.cancel()
        self._held.close()
        self._screen.check_idle()
        self._held = self._screen = self._late = None
