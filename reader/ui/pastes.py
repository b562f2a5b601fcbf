"""What is pasted into a terminal, taken as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message


class WholePastes(XTermParser):
    """Reads no keys out of what is pasted.

    Textual does where it holds an escape: each took milliseconds, and what stood behind it acted as
    if it had been pressed.
    """

    _pieces: list[str] | None = None
    """What has been pasted so far; None while nothing is."""
    _rest = ""
    """Its last characters, in which the end may have begun."""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield keys, and pastes once they are complete."""
        if not data:
            yield from super().feed(data)
        while data:
            if self._pieces is None:
                before, begun, data = data.partition(BRACKETED_PASTE_START)
                if before:
                    yield from super().feed(before)
                if begun:
                    self._pieces = []
            else:
                pasted, ended, data = (self._rest + data).partition(BRACKETED_PASTE_END)
                if ended:
                    text = "".join((*self._pieces, pasted))
                    self._pieces, self._rest = None, ""
                    yield events.Paste(text.replace("\x00", ""))
                else:
                    kept = len(BRACKETED_PASTE_END) - 1
                    self._pieces.append(pasted[:-kept])
                    self._rest = pasted[-kept:]


def read_whole_pastes() -> None:
    """Have Textual's driver read its input so; on Windows no terminal is read as one."""
    try:
        from textual.drivers import linux_driver
    except ImportError:
        return
    linux_driver.XTermParser = WholePastes  # type: ignore[attr-defined]
