"""The command `reader`: the screens without a command, else the command line; loaded late."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from reader.cli.arguments import parse
from reader.cli.guard import guarded


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program on these words (without its name) and give its exit code."""
    words = sys.argv[1:] if argv is None else list(argv)
    return guarded(lambda: _run(words))


def _run(words: Sequence[str]) -> int:
    request = parse(words)
    from reader.cli.run import run, screens

    told = request.command is not None and request.command.name != "tour"
    if told or request.json or not _on_a_terminal():
        return run(request)
    if os.environ.get("TERM") == "dumb":
        from reader.cli.output import say

        say("The screens need a terminal that moves its cursor; this one does not (TERM=dumb).")
        say("reader list, reader search and reader compare do without: reader --help")
        return run(request)
    from reader.ui.start import run as show

    return screens(request, show)


def _on_a_terminal() -> bool:
    """Whether a person sits at both ends; the screens need them."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


if __name__ == "__main__":
    sys.exit(main())
