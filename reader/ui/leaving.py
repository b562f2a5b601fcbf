"""Leaving and stopping when a signal says so, leaving when the terminal is gone."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from textual.app import App

if sys.platform != "win32":
    import termios

LEAVING = 3.0
"""Seconds that leaving may take before the program is ended."""
LOOK = 2.0
"""Seconds between two looks whether the terminal is still there."""


@contextmanager
def terminal_as_it_is() -> Iterator[None]:
    """Have the settings of the terminal at the end that it has at the beginning.

    Textual keeps those that it finds whenever it takes the terminal. Where two things give it back
    and take it again at one time, such as Ctrl+Z while an editor is open, it finds its own.
    """
    if sys.platform == "win32":
        yield
        return
    before, terminal = None, -1
    with suppress(ValueError, OSError, termios.error):
        terminal = sys.__stdin__.fileno() if sys.__stdin__ is not None else -1
        before = termios.tcgetattr(terminal)
    try:
        yield
    finally:
        with suppress(OSError, termios.error):
            if before is not None:
                termios.tcsetattr(terminal, termios.TCSANOW, before)


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
        _stop_between_two_steps(loop)

    def look() -> None:
        if _hung_up():
            leave()

    if not app.is_headless:
        app.set_interval(LOOK, look)


def _stop_between_two_steps(loop: asyncio.AbstractEventLoop) -> None:
    """Have Ctrl+Z, and going on, wait until the event loop is at rest.

    Textual's handlers write to the terminal at once. A signal that comes while the interrupted
    step is writing would wait for that step for ever. Going on without having stopped, as some
    send it along with SIGTERM, would begin everything a second time.
    """
    if not hasattr(signal, "SIGTSTP"):
        return
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(stop) or not callable(go_on):
        return
    stopped = False

    def stop_now() -> None:
        nonlocal stopped
        stopped = True
        stop(signal.SIGTSTP, None)

    def go_on_now() -> None:
        nonlocal stopped
        if stopped:
            stopped = False
            go_on(signal.SIGCONT, None)

    signal.signal(signal.SIGTSTP, lambda *_: loop.call_soon_threadsafe(stop_now))
    signal.signal(signal.SIGCONT, lambda *_: loop.call_soon_threadsafe(go_on_now))


def _hung_up() -> bool:
    """Whether the other end of the terminal is closed."""
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False
    asked = select.poll()
    asked.register(sys.__stdin__.fileno(), 0)  # what is asked for in any case is POLLHUP
    return any(event & (select.POLLHUP | select.POLLNVAL) for _, event in asked.poll(0))
