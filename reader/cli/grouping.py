"""`reader events`: which articles report the same happening."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.listing import HEADS, cells
from reader.cli.naming import articles, grouped
from reader.cli.output import Output, say
from reader.exporting.shapes import Shape, article_json, event_json
from reader.exporting.wording import letter
from reader.model import Event
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    least = 1 if options.all else 2
    shown = [event for event in grouped(workspace) if len(event.articles) >= least]
    if output.json:
        output.document({"events": event_shapes(workspace, shown)})
        return Exit.DONE
    for at, event in enumerate(shown):
        if at:
            output.line()
        show_event(workspace, event, output)
    if not shown:
        say("No two articles report the same event." if workspace.library.count() else _EMPTY)
    return Exit.DONE


_EMPTY = "No articles yet. See: reader add --help"


def show_event(
    workspace: Workspace, event: Event, output: Output, *, letters: bool = False
) -> None:
    """Label, reasons and articles of an event, these with their letters if findings follow."""
    output.line(event.id, event.label, style="bold")
    if event.why:
        output.line("; ".join(event.why))
    rows = cells(articles(workspace, event.articles))
    if letters:
        output.rows(("", *HEADS), ((letter(at), *row) for at, row in enumerate(rows)))
    else:
        output.rows(HEADS, rows)


def event_shapes(workspace: Workspace, events: Iterable[Event]) -> list[Shape]:
    """The events as JSON has them, with their articles."""
    shapes = []
    for event in events:
        id = event.id if len(event.articles) > 1 else None
        found = articles(workspace, event.articles)
        shapes.append(event_json(event, [article_json(article, id) for article in found]))
    return shapes


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="articles that stand alone as well")


COMMAND = Command(
    name="events",
    usage="[--all]",
    about="Lists the groups of two and more articles that report the same event, newest first, "
    "and why they belong together.",
    examples="""
reader events
reader events --all                    articles that stand alone as well
reader compare --event EVENT           compare the articles of one
reader events --json | jq -r '.events[] | "\\(.id) \\(.label)"'
""",
    words=Words("", most=0),
    run=_run,
    options=_options,
)
