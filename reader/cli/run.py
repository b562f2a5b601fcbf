"""From a request to its end: the library is opened, the command done, the library closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from reader.cli.arguments import Request
from reader.cli.exits import Exit
from reader.cli.output import Output
from reader.logfile import logged
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
        if not (request.words or workspace.library.count() or workspace.samples_hidden):
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
    with Workspace.open(request.library) as workspace, logged(workspace.cache):
        if not request.samples:
            yield workspace
            return
        with workspace.samples() as samples:
            yield samples
