"""`reader check`: whether the library is sound and the search index agrees with it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field

from reader.actions.indexing import problems, sync
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.output import Output, number, say
from reader.cli.progress import progress
from reader.errors import IndexDamaged, IndexNotWritable
from reader.workspace import Workspace


@dataclass
class _Index:
    """What was found out about the search index."""

    state: str
    """`current`, `stale` or `rebuilt`."""
    problems: list[str] = field(default_factory=list)


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    with progress("Reading the library"):
        count = workspace.library.count()
        damage = [f"{text}." for text in workspace.library.check()]
    index = _rebuilt(workspace) if options.rebuild else _looked_at(workspace)
    if output.json:
        library = {"articles": count, "problems": damage}
        found = {"articles": _indexed(workspace), "state": index.state, "problems": index.problems}
        output.document({"library": library, "index": found})
    else:
        if not damage:
            output.line(f"The library is sound: {number(count)}.")
        if not index.problems:
            output.line(_SOUND[index.state])
    for problem in (*damage, *index.problems):
        say(problem)
    return Exit.SOME_FAILED if damage or (options.rebuild and index.problems) else Exit.DONE


_SOUND = {
    "current": "The search index agrees with the library.",
    "rebuilt": "The search index was built again.",
}


def _looked_at(workspace: Workspace) -> _Index:
    with progress("Reading the search index"):
        found = problems(workspace)
    return _Index("stale" if found else "current", found)


def _rebuilt(workspace: Workspace) -> _Index:
    with progress("Building the search") as shown:

        def show(done: int, total: int) -> None:
            shown.text = f"Building the search: {done:,} of {total:,}"

        try:
            workspace.index.rebuild()
            notice = sync(workspace, show)
        except IndexNotWritable as error:
            notice = f"{error}."
        found = [notice] if notice else problems(workspace)
    return _Index("stale" if found else "rebuilt", found)


def _indexed(workspace: Workspace) -> int:
    try:
        return len(workspace.index.ids())
    except IndexDamaged:
        return 0


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rebuild", action="store_true", help="build the search index again")


COMMAND = Command(
    name="check",
    usage="[--rebuild]",
    about="Reads the whole library and the whole search index and says what is wrong with them. "
    "The index can always be built again; searching does so by itself when it must.",
    examples="""
reader check
reader check --rebuild
""",
    words=Words("", most=0),
    run=_run,
    options=_options,
)
