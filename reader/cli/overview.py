"""What `reader` prints without a command where there is no terminal: events and first findings."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from reader.actions.compare import compare
from reader.cli.exits import Exit
from reader.cli.grouping import events_document, show_event
from reader.cli.listing import HEADS, cells
from reader.cli.naming import grouped
from reader.cli.output import Output, number, say
from reader.exporting.wording import sign, summary
from reader.model import Event, Voice
from reader.workspace import Workspace

# Comparing takes up to a quarter of a second an event: as many as one waits for.
_MOST_EVENTS = 40


def overview(workspace: Workspace, output: Output, *, only: tuple[str, ...] = ()) -> Exit:
    """Print the events, newest first, or those parts of them that are among `only`.

    Each event is handed on as soon as it is known, for a reader that stops early.
    """
    empty = not workspace.library.count() and not workspace.is_samples
    if empty and not workspace.samples_hidden and not output.json:
        with workspace.samples() as samples:
            output.line("No articles yet: these are samples. See: reader add --help", style="bold")
            output.line()
            return overview(samples, output)
    events = _among(grouped(workspace), only)
    several = [event for event in events if len(event.articles) > 1]
    if output.json:
        output.document(events_document(workspace, several))
        return Exit.DONE
    for event in islice(several, _MOST_EVENTS):
        show_event(workspace, event, output, letters=True)
        _first_findings(workspace, event, output)
        output.line()
        output.flush()
    if len(several) > _MOST_EVENTS:
        say(f"{len(several) - _MOST_EVENTS:,} more events. See: reader events")
    alone = [event.articles[0] for event in events if len(event.articles) == 1]
    if only:
        output.rows(HEADS, cells(workspace.library.articles(alone)))
    elif alone:
        say(f"{number(len(alone))} in no event. See: reader list")
    return Exit.DONE


def _among(events: tuple[Event, ...], only: tuple[str, ...]) -> list[Event]:
    """The events reduced to these articles; all if there are none."""
    if not only:
        return list(events)
    wanted = set(only)
    kept = []
    for event in events:
        articles = tuple(id for id in event.articles if id in wanted)
        if articles:
            kept.append(replace(event, articles=articles, voices=_heard(event, wanted)))
    return kept


def _heard(event: Event, wanted: set[str]) -> tuple[Voice, ...]:
    """The voices of an event that are still of two articles among those wanted."""
    left = [(tuple(id for id in each.articles if id in wanted), each) for each in event.voices]
    return tuple(replace(voice, articles=ids) for ids, voice in left if len(ids) > 1)


def _first_findings(workspace: Workspace, event: Event, output: Output) -> None:
    comparison = compare(workspace, event.articles)
    by_id = {finding.id: finding for finding in comparison.findings}
    for id in comparison.first:
        if id in by_id:
            output.line(f"{sign(by_id[id])} {summary(by_id[id])}")
