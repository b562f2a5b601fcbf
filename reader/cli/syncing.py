"""`reader sync`: what is new in the feeds that a person follows."""

from __future__ import annotations

import argparse

from reader.actions.bring import Checked
from reader.actions.sync import sync
from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.feednames import feeds_named
from reader.cli.intake import Intake, complain, document, show, taken
from reader.cli.output import Output, number, say
from reader.exporting.shapes import Shape
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    named = [feed.address for feed in feeds_named(workspace, options.words)] or None
    intake = taken(workspace, sync(workspace, named), "Reading feeds")
    if output.json:
        feeds = {"feeds": [_feed_json(checked) for checked in intake.checked]}
        output.document(document(workspace, intake) | feeds)
    else:
        show(workspace, intake, output)
    _talk(intake, output)
    return Exit.SOME_FAILED if intake.tally.failed else Exit.DONE


def _talk(intake: Intake, output: Output) -> None:
    """Say what failed, what waits, and what to do where there is nothing."""
    feeds = [each for each in intake.checked if each.outcome == "failed"]
    addresses = {each.address for each in feeds}
    pages = [each for each in intake.tally.failed if each[0] not in addresses]
    complain("Not read", [(each.address, each.reason) for each in feeds])
    complain("Not added", pages)
    waiting = [each for each in intake.checked if each.outcome == "waits"]
    complain("Not asked", [(each.address, each.reason) for each in waiting])
    if output.json:
        return
    if not intake.checked:
        say("No feeds yet. To follow one: reader add ADDRESS")
    elif intake.tally.feeds > len(waiting) and not intake.added and not intake.updated:
        say(f"Nothing new in {number(intake.tally.feeds - len(waiting), 'feed')}.")


def _feed_json(checked: Checked) -> Shape:
    return {
        "url": checked.address,
        "title": checked.title,
        "state": checked.outcome,
        "reason": checked.reason or None,
    }


COMMAND = Command(
    name="sync",
    usage="[FEED...]",
    about="Asks the feeds that you follow, or those named, for what is new. FEED is the address or "
    "title of a feed, or a part of one that no other has. A feed that fails is named, and the "
    "others go on; one whose server asked to wait is asked only when it is named. Entries that "
    "hold only an excerpt are read from their page (see: reader feeds --pages).",
    examples="""
reader sync
reader sync "Coast Daily"              one feed, by its title
reader sync --json | jq -r '.added[].id'
""",
    words=Words("FEED"),
    run=_run,
    changes=True,
)
