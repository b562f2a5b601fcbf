"""`reader split`: articles that do not belong to their event."""

from __future__ import annotations

import argparse

from reader.actions.rulings import split
from reader.cli.commands import Command, Words
from reader.cli.corrected import put_event
from reader.cli.exits import Exit
from reader.cli.naming import article_ids, grouped
from reader.cli.output import Output
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    ids = article_ids(workspace, options.words)
    grouped(workspace)
    split(workspace, ids)
    return put_event(workspace, ids[0], output)


COMMAND = Command(
    name="split",
    usage="ARTICLE...",
    about="Takes articles out of their event; they are kept apart from those that stay. Several "
    "articles leave together, as one event. Prints the new event.",
    examples="""
reader split a3f
reader split a3f kq7                   both together, as an event of their own
""",
    words=Words("ARTICLE", least=1),
    run=_run,
    changes=True,
)
