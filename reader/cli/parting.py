"""`reader part`: two events that are not the same."""

from __future__ import annotations

import argparse

from reader.actions.rulings import part
from reader.cli.commands import Command, Words
from reader.cli.corrected import put_events
from reader.cli.exits import Exit
from reader.cli.naming import event_named
from reader.cli.output import Output
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    events = [event_named(workspace, name) for name in options.words]
    part(workspace, [event.id for event in events])
    return put_events(workspace, [event.articles[0] for event in events], output)


COMMAND = Command(
    name="part",
    usage="EVENT EVENT",
    about="Says that two events are not the same: no article of the one comes together with an "
    "article of the other, whatever else is added. Prints both.",
    examples="""
reader part e4xkq e7mvn
reader part e4xkq e7mvn --json | jq -r '.events[].label'
""",
    words=Words("EVENT", least=2),
    run=_run,
    changes=True,
)
