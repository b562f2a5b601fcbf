"""Events as they are after a correction."""

from __future__ import annotations

from collections.abc import Collection

from reader.cli.exits import Exit
from reader.cli.grouping import event_shapes, show_event, show_events, show_story
from reader.cli.naming import events_of
from reader.cli.output import Output
from reader.exporting.shapes import story_json
from reader.workspace import Workspace


def put_event(workspace: Workspace, article: str, output: Output) -> Exit:
    """Group anew and print the event of an article."""
    (event,) = events_of(workspace, [article])
    if output.json:
        output.document(event_shapes(workspace, [event])[0])
    else:
        show_event(workspace, event, output)
    return Exit.DONE


def put_events(workspace: Workspace, articles: Collection[str], output: Output) -> Exit:
    """Group anew and print the events of some articles."""
    events = events_of(workspace, articles)
    if output.json:
        output.document({"events": event_shapes(workspace, events)})
    else:
        show_events(workspace, events, output)
    return Exit.DONE


def put_story(workspace: Workspace, articles: Collection[str], output: Output) -> Exit:
    """Group anew and print the story of some articles, or their events if it is none any more."""
    events = events_of(workspace, articles)
    of = {event.story for event in events}
    for story in workspace.library.stories():
        if story.id in of:
            if output.json:
                output.document(story_json(story))
            else:
                show_story(story, [event for event in events if event.story == story.id], output)
                output.line()
                show_events(workspace, events, output)
            return Exit.DONE
    return put_events(workspace, articles, output)
