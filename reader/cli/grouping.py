"""`reader events`: which articles report the same happening."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence

from reader.cli.commands import Command, Words
from reader.cli.exits import Exit
from reader.cli.listing import HEADS, cells
from reader.cli.naming import articles, grouped
from reader.cli.output import Output, number, say
from reader.exporting.shapes import Shape, article_json, event_json, story_json
from reader.exporting.wording import letter
from reader.model import Event, Story
from reader.workspace import Workspace


def _run(workspace: Workspace, options: argparse.Namespace, output: Output) -> Exit:
    query = " ".join(options.words)
    least = 1 if options.all else 2
    every = grouped(workspace)
    shown = [event for event in every if len(event.articles) >= least]
    if query.strip():
        from reader.cli.searching import find

        wanted = find(workspace, query, limit=1).ids
        shown = [event for event in shown if not wanted.isdisjoint(event.articles)]
    if output.json:
        output.document(events_document(workspace, shown))
        return Exit.DONE
    _list(workspace, shown, shown if query.strip() else every, output)
    if not shown:
        say("Nothing found." if query.strip() else _none(workspace))
    return Exit.DONE


def _none(workspace: Workspace) -> str:
    if workspace.library.count():
        return "No two articles report the same event."
    return "No articles yet. See: reader add --help"


def _list(
    workspace: Workspace, shown: Sequence[Event], every: Sequence[Event], output: Output
) -> None:
    """Print the events, those of one story in its order, where the newest of them stands.

    What else of `every` belongs to such a story is printed as well.
    """
    known = {event.id: event for event in every}
    for at, (story, events) in enumerate(_by_story(shown, workspace.library.stories())):
        if at:
            output.line()
        if story is None:
            show_events(workspace, events, output)
            continue
        steps = [known[id] for id in story.events if id in known]
        show_story(story, steps, output)
        output.line()
        show_events(workspace, steps, output)


def show_story(story: Story, events: Sequence[Event], output: Output) -> None:
    """Label and reasons of a story, and how many of its events follow."""
    output.line("Story", story.id, story.label, number(len(events), "event"), style="bold")
    if story.why:
        output.line("; ".join(story.why))


def _by_story(
    events: Iterable[Event], stories: Iterable[Story]
) -> Iterator[tuple[Story | None, list[Event]]]:
    """The events in their order, but those of one story together at the place of the first."""
    known = {story.id: story for story in stories}
    runs: dict[tuple[Story | None, str], list[Event]] = {}
    for event in events:
        story = known.get(event.story) if event.story else None
        runs.setdefault((story, story.id if story else event.id), []).append(event)
    for (story, _), run in runs.items():
        yield story, run


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


def show_events(workspace: Workspace, events: Iterable[Event], output: Output) -> None:
    """Several events, with an empty line between two of them."""
    for at, event in enumerate(events):
        if at:
            output.line()
        show_event(workspace, event, output)


def events_document(workspace: Workspace, events: Sequence[Event]) -> Shape:
    """The events as JSON has them, and the stories that they are of, whole."""
    of = {event.story for event in events}
    stories = [story_json(story) for story in workspace.library.stories() if story.id in of]
    return {"events": event_shapes(workspace, events), "stories": stories}


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
    usage="[--all] [QUERY]",
    about="Lists the groups of two and more articles that report the same event, newest first, "
    "and why they belong together; with a query only those that have an article which it finds. "
    "Events of one story stand together under its label. What is grouped wrongly can be corrected: "
    "see the commands join, split, move, part and name.",
    examples="""
reader events
reader events ferry after:2026-03      with an article that a query finds
reader events --all                    articles that stand alone as well
reader compare --event EVENT           compare the articles of one
reader events --json | jq -r '.events[] | "\\(.id) \\(.label)"'
""",
    words=Words("QUERY"),
    run=_run,
    options=_options,
)
