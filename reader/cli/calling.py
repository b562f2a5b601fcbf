"""`reader name`: an event or a story by another name than its headline."""

from __future__ import annotations

import argparse

from reader.actions.rulings import name
from reader.cli.commands import Command, Words
from reader.cli.corrected import put_event, put_story
from reader.cli.exits import Exit
from reader.cli.naming import event_named, story_named
from reader.cli.output import Output
from reader.errors import NoSuchEvent
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    called, *text = options.words
    ruling = name(workspace, _named(workspace, called), " ".join(text))
    if ruling.act == "name-story":
        return put_story(workspace, ruling.one, output)
    return put_event(workspace, ruling.one[0], output)


def _named(workspace: Workspace, called: str) -> str:
    """The id of the event that is meant, or else of the story."""
    try:
        return event_named(workspace, called).id
    except NoSuchEvent:
        story = story_named(workspace, called)
        if story is None:
            raise
        return story.id


COMMAND = Command(
    name="name",
    usage="EVENT TEXT",
    about="Gives an event or a story a name, which stands in place of the headline of its most "
    "central article; an empty text gives it back its headline. Prints it.",
    examples="""
reader name e4xkq "The bridge at Port Ansel"
reader name e4xkq ""
""",
    words=Words("EVENT and TEXT", least=2),
    run=_run,
    changes=True,
)
