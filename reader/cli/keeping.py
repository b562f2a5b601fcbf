"""`reader backup`: the whole library as one file."""

from __future__ import annotations

import argparse
import os.path
from pathlib import Path

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.output import Output, number, say
from reader.cli.progress import progress
from reader.errors import UsageError
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    path = Path(options.words[0])
    # An older backup may hold what the library has lost since.
    if os.path.lexists(path):
        raise UsageError(f"{path} exists already; name another file.")
    with progress("Copying the library"):
        workspace.library.backup(path)
    count = workspace.library.count()
    if output.json:
        output.document({"backup": str(path.absolute()), "articles": count})
    else:
        say(f"{number(count)} copied to {path}.")
    return Exit.DONE


COMMAND = Command(
    name="backup",
    usage="FILE",
    about="Copies the library, with all marks, into one new file. It can be used again as "
    "library.sqlite3 in a folder given with --library.",
    examples="""
reader backup reader-2026-03-14.sqlite3
""",
    words=Words("FILE", least=1, most=1),
    run=_run,
)
