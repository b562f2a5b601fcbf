"""A library of made-up articles with their events and stories given: for the events screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.model import Draft, Event, Story, Voice, When
from reader.workspace import Workspace

Told = tuple[str, str, str | None]
"""Headline, outlet, date."""

HARBOUR: tuple[Told, ...] = (
    ("Crack found, bridge shut", "Coast Daily", "2026-03-10"),
    ("Harbour bridge closed", "Hill Times", "2026-03-11"),
    ("Bridge shut after a crack", "Lane & Market", "2026-03-12"),
    ("Council asks who knew", "Hill Times", "2026-03-16"),
    ("Who knew of the crack?", "Coast Daily", "2026-03-16"),
    ("Ferries replace the bridge", "Lane & Market", "2026-03-18"),
)
OTHERS: tuple[Told, ...] = (
    ("Teachers accept the offer", "Coast Daily", "2026-03"),
    ("Teachers say yes", "Hill Times", "2026-03"),
    ("A museum of clocks", "Lane & Market", None),
    ("Clocks under one roof", "Hill Times", None),
    ("Die Brücke ist gesperrt", "Talblatt", "2026-03-11"),
)


def told(folder: Path) -> Workspace:
    """A story of three events, two events for themselves, and an article alone."""
    workspace = Workspace.open(folder)
    ids = [_add(workspace, number, each) for number, each in enumerate([*HARBOUR, *OTHERS])]
    workspace.library.mark(ids[3], read=True)
    shut = Event(
        "shut",
        "Crack found, bridge shut",
        tuple(ids[0:3]),
        ("share 3 rare names",),
        "harbour",
        maybe=((ids[10], "in German: other languages are not grouped"),),
        voices=(Voice((ids[1], ids[2]), 0.92),),
    )
    events = (
        Event("ferries", "Ferries replace the bridge", (ids[5],), story="harbour"),
        Event("knew", "Council asks who knew", tuple(ids[3:5]), ("same day",), "harbour"),
        shut,
        Event("teachers", "Teachers accept the offer", tuple(ids[6:8]), ("share a sum",)),
        Event("clocks", "A museum of clocks", tuple(ids[8:10])),
        Event("german", "Die Brücke ist gesperrt", (ids[10],)),
    )
    story = Story("harbour", "Harbour bridge", ("shut", "knew", "ferries"), ("names that recur",))
    workspace.library.save_events(events, workspace.library.revision, (story,))
    return workspace


def _add(workspace: Workspace, number: int, told: Told) -> str:
    title, outlet, date = told
    draft = Draft(
        f"{title}, {outlet} says in its report number {number}.\n",
        f"/told/{number}",
        title,
        outlet,
        published=When(date) if date else None,
    )
    return workspace.library.add(draft)[1].id


def many(folder: Path, sizes: Sequence[int]) -> Workspace:
    """One event of so many articles for each size, without stories."""
    workspace = Workspace.open(folder)
    events: list[Event] = []
    number = 0
    for size in sizes:
        ids = []
        for _ in range(size):
            date = f"2026-03-{1 + number % 19:02}"
            told = (f"Report {number}", f"Outlet {number % 7}", date)
            ids.append(_add(workspace, number, told))
            number += 1
        events.append(Event(f"e{len(events)}", f"Happening {len(events)}", tuple(ids)))
    workspace.library.save_events(events, workspace.library.revision)
    return workspace
