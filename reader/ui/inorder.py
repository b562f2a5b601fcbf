"""An app that handles one key after the other, however fast they come."""

from __future__ import annotations

from collections import deque
from functools import partial
from itertools import count
from typing import Any

from textual import events, on
from textual.message import Message

from reader.ui.guarded import GuardedApp

_PATIENCE = 0.3
"""Seconds until a key is given out though nothing is heard of the one before it."""


class Handled(Message, bubble=True):
    """Goes the way of a key, behind it: where it arrives, the key has been dealt with."""

    def __init__(self, key: int) -> None:
        super().__init__()
        self.key = key


class InOrderApp(GuardedApp, inherit_bindings=False):
    """Gives each key to what has the focus once the key before it has done what it does.

    Textual gives it at once: of keys that come together, as over a slow line, an input takes the
    letters first and what deletes them afterwards, and a letter behind the key that leaves an input
    is still typed into it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keys: deque[events.Key] = deque()
        self._numbers = count(1)
        self._under_way = 0

    async def on_event(self, event: events.Event) -> None:
        """Keys wait for their turn."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._keys.append(event)
        if not self._under_way:
            await self._give()
        elif len(self._keys) == 1:
            self._be_patient()

    async def _give(self) -> None:
        """Give out the next key, and more as long as they are done with at once."""
        self._under_way = 0
        while self._keys and not self._under_way:
            event, target = self._keys.popleft(), self.focused or self.screen
            await super().on_event(event)
            behind = Handled(next(self._numbers))
            if event.is_forwarded and target.post_message(behind):
                self._under_way = behind.key
        if self._keys:
            self._be_patient()

    @on(Handled)
    async def _go_on(self, handled: Handled) -> None:
        await self._unless_done(handled.key)

    async def _unless_done(self, key: int) -> None:
        if key == self._under_way:
            await self._give()

    def _be_patient(self) -> None:
        """What takes the key may be gone before it says so."""
        late = partial(self.call_later, self._unless_done, self._under_way)
        self.set_timer(_PATIENCE, late)
