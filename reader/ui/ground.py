"""Which look the terminal asks for, by its environment and by the colour of its ground.

The ground is asked for with OSC 11, and right behind it what every terminal answers (DA1): when
that has come, no other answer will. Nothing waits: the question is sent before the screens are
imported and read after that. An answer that is later still is kept from the keys (`Late`).
Sources: xterm's control sequences; COLORFGBG is rxvt's, set by several terminals.
"""

from __future__ import annotations

import os
import re
import select
import sys
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic
from typing import Any

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

PATIENCE = 0.1
"""Seconds from the question, at least, until an answer is no longer waited for."""
_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_GROUND = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"
    rb"(?:/[0-9a-fA-F]{1,4})?(?:\x07|\x1b\\)"
)
_ATTRIBUTES = re.compile(rb"\x1b\[\?[0-9;]{0,64}c")
# Emacs prints what it does not know; GNU screen hands the question on and the answer to the keys.
_DEAF = ("dumb", "eterm", "emacs", "linux", "vt", "screen")


def preferred_look(env: Mapping[str, str] = os.environ, *, light: bool | None = None) -> str:
    """The look that a terminal asks for: none, 16 colours, light or dark.

    `light` is what it has answered itself, if it has.
    """
    if "NO_COLOR" in env:
        return "none"
    term = env.get("TERM", "")
    rich_colours = env.get("COLORTERM", "") in ("truecolor", "24bit") or "256color" in term
    modern = any(name in term for name in ("kitty", "ghostty", "alacritty", "wezterm", "direct"))
    if term in ("dumb", "vt100", "vt220"):
        return "none"
    if not (rich_colours or modern or "COLORTERM" in env or os.name == "nt"):
        return "16"
    if light is None:
        # `foreground;background`: 7 and 15 are light.
        light = env.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
    return "light" if light else "dark"


class Question:
    """Asks when made, reads when left; meanwhile other work can be done."""

    def __init__(self, *, asked: bool = True, environment: Mapping[str, str] = os.environ) -> None:
        self.light: bool | None = None
        """Whether the ground is light; None if the terminal has not said."""
        self.typed = ""
        """What came besides an answer."""
        self.late = False
        """Whether an answer may still come."""
        self._before: list[Any] | None = None
        self._asked = 0.0
        if asked and _answers(environment):
            self._ask()

    def __enter__(self) -> Question:
        return self

    def _ask(self) -> None:
        stdin = sys.stdin.fileno()
        with suppress(OSError, termios.error):
            before = termios.tcgetattr(stdin)
            mode = termios.tcgetattr(stdin)
            mode[3] &= ~(termios.ECHO | termios.ICANON)
            mode[6][termios.VMIN], mode[6][termios.VTIME] = 0, 0
            termios.tcsetattr(stdin, termios.TCSANOW, mode)
            self._before, self._asked = before, monotonic()
            os.write(sys.stdout.fileno(), _QUESTION)

    def __exit__(self, *_: object) -> None:
        if self._before is None:
            return
        try:
            came = self._read(sys.stdin.fileno())
        finally:
            # At once: flushing would throw away what is being typed.
            with suppress(OSError, termios.error):
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self._before)
        self.light = is_light(came)
        self.late = not _ATTRIBUTES.search(came)
        self.typed = _ATTRIBUTES.sub(b"", _GROUND.sub(b"", came)).decode("utf-8", "ignore")

    def _read(self, stdin: int) -> bytes:
        """All that comes until the second answer; at least what is there."""
        came = b""
        with suppress(OSError):
            while not _ATTRIBUTES.search(came):
                left = max(0.0, self._asked + PATIENCE - monotonic())
                if not select.select([stdin], [], [], left)[0]:
                    break
                if not (more := os.read(stdin, 4096)):
                    break
                came += more
        return came


def _answers(environment: Mapping[str, str]) -> bool:
    """Whether to ask: a terminal at both ends, that is not known to make a mess of it."""
    if termios is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    term = environment.get("TERM", "")
    deaf = environment.get("STY") or (term.startswith(_DEAF) and not environment.get("TMUX"))
    return not deaf and preferred_look(environment) in ("dark", "light")


def is_light(answer: bytes) -> bool | None:
    """Whether an answer names a light ground; None if it names none."""
    found = _GROUND.search(answer)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / float(16 ** len(part) - 1) for part in found.groups())
    # Rec. 709 luma, of the values as they are: half of it is where black and white read alike.
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5


class Late:
    """Tells the keys that Textual makes of a late answer from those that a person presses.

    It does not know the answer and hands it on letter by letter, all at one moment: some of them
    would be commands. Of a person it takes a `^` or `[` in the first seconds, no more.
    """

    BEGINNINGS = frozenset("^[")
    LETTERS = frozenset("^]\\[?;:/0123456789abcdefABCDEFrgb\x07")
    SECONDS = 10.0
    """How long an answer is looked for."""
    BURST = 0.05
    """Seconds, at most, between two letters of one answer."""

    def __init__(self, now: float) -> None:
        self._until, self._last = now + self.SECONDS, -1.0

    def takes(self, letter: str | None, now: float) -> bool:
        """Whether a key that types this letter, pressed at this moment, is part of an answer."""
        goes_on = now - self._last < self.BURST and letter in self.LETTERS
        taken = now < self._until and (goes_on or letter in self.BEGINNINGS)
        if taken:
            self._last = now
        return taken
