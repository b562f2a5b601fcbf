"""How a command ends, as scripts see it."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes; they are never renumbered."""

    DONE = 0
    """Done, an empty result included."""
    SOME_FAILED = 1
    """Done, but some items failed; each is named on stderr."""
    USAGE = 2
    """What was asked for cannot be; stdout is empty."""
    LIBRARY = 3
    """The library cannot be used; stdout is empty."""
    CRASHED = 70
    """The program itself failed (EX_SOFTWARE of sysexits.h, so that no other code is misread)."""
    INTERRUPTED = 130
    """Stopped with Ctrl+C (128 + SIGINT, as shells have it)."""
