"""`reader join`: several events that are one."""

from __future__ import annotations

import argparse

from reader.actions.rulings import join
from reader.cli.commands import Command, Words
from reader.cli.corrected import put_event
from reader.cli.exits import Exit
from reader.cli.naming import event_named
from reader.cli.output import Output
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    ruling = join(workspace, [event_named(workspace, name).id for name in options.words])
    return put_event(workspace, ruling.one[0], output)


COMMAND = Command(
    name="join",
    usage="EVENT EVENT...",
    about="Says that events are one and the same: their articles stay together, whatever the "
    "grouping makes of them, until something else is said. Prints the event that comes of it.",
    examples="""
reader join e4xkq e7mvn
reader join e4xkq e7mvn --json | jq -r .id
""",
    words=Words("EVENT", least=2),
    run=_run,
    changes=True,
)
