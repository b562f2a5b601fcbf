"""`reader move`: articles that belong to another event than they are in."""

from __future__ import annotations

import argparse

from reader.actions.rulings import move
from reader.cli.commands import Command, Words
from reader.cli.corrected import put_event
from reader.cli.exits import Exit
from reader.cli.naming import article_ids, event_named
from reader.cli.output import Output
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    *names, event = options.words
    target = event_named(workspace, event)
    move(workspace, article_ids(workspace, names), target.id)
    return put_event(workspace, target.articles[0], output)


COMMAND = Command(
    name="move",
    usage="ARTICLE... EVENT",
    about="Takes articles out of their event and into another one, the last word. They are kept "
    "apart from those that stay. Prints the event that they are in now.",
    examples="""
reader move a3f e7mvn
reader move a3f kq7 e7mvn
""",
    words=Words("ARTICLE and EVENT", least=2),
    run=_run,
    changes=True,
)
