"""Leaving when a signal says so, or when the terminal is gone."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading

from textual.app import App

LEAVING = 3.0
"""Seconds that leaving may take before the program is ended."""
LOOK = 2.0
"""Seconds between two looks whether the terminal is still there."""


def leave_on_signals(app: App[int]) -> None:
    """Leave on SIGTERM and SIGHUP, and without a terminal; called on the event loop.

    Without this the terminal is left on the alternate screen with the mouse on. Where the
    terminal itself is gone, writing to it may block for ever: a second thread then ends the
    program. A terminal that goes without a signal, as one without a session does, would have the
    thread that reads keys run at full speed and for nobody.
    """
    loop = asyncio.get_running_loop()

    def leave(*_: object) -> None:
        watchdog = threading.Timer(LEAVING, os._exit, (1,))
        watchdog.daemon = True
        watchdog.start()
        loop.call_soon_threadsafe(app.exit, 0)

    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), leave)

    def look() -> None:
        if _hung_up():
            leave()

    if not app.is_headless:
        app.set_interval(LOOK, look)


def _hung_up() -> bool:
    """Whether the other end of the terminal is closed."""
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False
    asked = select.poll()
    asked.register(sys.__stdin__.fileno(), 0)  # what is asked for in any case is POLLHUP
    return any(event & (select.POLLHUP | select.POLLNVAL) for _, event in asked.poll(0))
