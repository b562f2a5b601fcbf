"""From a request to its end: the library is opened, the command done, the library closed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from reader.cli.arguments import Request
from reader.cli.exits import Exit
from reader.cli.output import Output
from reader.workspace import Workspace


class Show(Protocol):
    """The screens; `only` are ids of articles, all if empty."""

    def __call__(
        self, workspace: Workspace, *, only: tuple[str, ...] = (), tour: bool = False
    ) -> int:
        """Run until the person leaves."""


def run(request: Request) -> int:
    """Do what was asked on the command line."""
    output = Output(json=request.json)
    with _opened(request) as workspace:
        if request.command is not None:
            request.options.words = request.words
            return request.command.run(workspace, request.options, output)
        from reader.cli.overview import overview

        return _with_paths(workspace, request, lambda only: overview(workspace, output, only=only))


def screens(request: Request, show: Show) -> int:
    """Add the paths of the request, if any, and open the screens on them; or begin the tour."""
    with _opened(request) as workspace:
        if request.command is not None:
            with workspace.samples() as samples:
                return show(samples, tour=True)
        if not request.words and not workspace.library.count():
            # A newcomer sees what the program does before anything has been added.
            with workspace.samples() as samples:
                return show(samples)
        return _with_paths(workspace, request, lambda only: show(workspace, only=only))


def _with_paths(
    workspace: Workspace, request: Request, then: Callable[[tuple[str, ...]], int]
) -> int:
    """Add the paths, go on with their articles, and remember whether one failed."""
    if not request.words:
        return then(())
    from reader.cli.adding import bring

    tally = bring(workspace, request.words).tally
    only = tuple(dict.fromkeys(tally.articles))
    # A list of feeds brings no article of its own: then everything is shown.
    if not only and not tally.followed:
        return Exit.SOME_FAILED
    code = then(only)
    return code or (Exit.SOME_FAILED if tally.failed else Exit.DONE)


@contextmanager
def _opened(request: Request) -> Iterator[Workspace]:
    with Workspace.open(request.library) as workspace, _log(workspace.cache):
        if not request.samples:
            yield workspace
            return
        with workspace.samples() as samples:
            yield samples


@contextmanager
def _log(folder: Path) -> Iterator[None]:
    """Log into a file of the cache: unset, Python would print warnings and tracebacks on stderr."""
    handler: logging.Handler = logging.NullHandler()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(folder / "reader.log", encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    logger = logging.getLogger("reader")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        handler.close()
