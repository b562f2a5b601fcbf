"""Leaving when a signal says so: the terminal must be given back as it was."""

from __future__ import annotations

import asyncio
import os
import signal
import threading

from textual.app import App

LEAVING = 3.0
"""Seconds that leaving may take before the program is ended."""


def leave_on_signals(app: App[int]) -> None:
    """Leave on SIGTERM and SIGHUP; called on the event loop.

    Without this the terminal is left on the alternate screen with the mouse on. Where the
    terminal itself is gone, writing to it may block for ever: a second thread then ends the
    program.
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
