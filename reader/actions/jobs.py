"""The long actions as jobs of the worker: generators yield (done, total) and return the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from math import inf
from typing import Any

from reader.actions.bring import Brought, Checked, Tally, add
from reader.actions.compare import compare
from reader.actions.group import grouped
from reader.importing.found import Reached
from reader.workspace import Workspace

Progress = tuple[int, int]
"""Done and total; a total of 0 is not known yet."""
Coming = tuple[int, int, float]
"""Articles that came in, sources that failed, and the share (0 to 1) that has been read."""
Job = Callable[..., Iterator[Progress] | Iterator[Coming] | object]
Steps = Generator[Progress, None, Any]

# An event of dozens of articles is compared as a whole only to choose its columns; the time
# grows with the pairs, and the newest articles of so large an event repeat the first ones.
MOST_COMPARED = 8


def jobs(workspace: Workspace) -> dict[str, Job]:
    """The worker's jobs by name, for one workspace."""
    return {
        "group": lambda: grouped(workspace),
        "index": lambda seconds=inf: index(workspace, seconds),
        "add": lambda sources: bring(workspace, sources),
        "sync": lambda feeds=None: get_new(workspace, feeds),
        "compare": lambda ids: compare(workspace, ids),
        "columns": lambda ids, most: columns(workspace, ids, most),
    }


def index(workspace: Workspace, seconds: float = inf) -> Steps:
    """Bring the search index on; returns a sentence where that was not possible."""
    from reader.actions.indexing import synced

    return (yield from synced(workspace, seconds))


def bring(workspace: Workspace, sources: Sequence[str]) -> Generator[Coming, None, Tally]:
    """Add sources; what was added before a stop is kept. Returns what became of each."""
    return (yield from _tallied(add(workspace, sources)))


def get_new(
    workspace: Workspace, feeds: Sequence[str] | None = None
) -> Generator[Coming, None, Tally]:
    """Ask feeds (all if none is named) for what is new, as `bring` adds sources."""
    from reader.actions.sync import sync

    return (yield from _tallied(sync(workspace, feeds or None)))


def _tallied(items: Iterator[Brought | Checked | Reached]) -> Generator[Coming, None, Tally]:
    tally = Tally()
    share = 0.0
    try:
        for item in items:
            if isinstance(item, Reached):
                share = item.share
            else:
                tally.take(item)
            yield tally.count, len(tally.failed), share
    finally:
        # A stop must end what is under way here and now, not when the garbage is collected.
        items.close()  # type: ignore[attr-defined]
    return tally


def columns(workspace: Workspace, ids: Sequence[str], most: int) -> tuple[str, ...]:
    """The articles of an event with most findings, in the event's order."""
    candidates = tuple(ids)[:MOST_COMPARED]
    if len(candidates) <= most:
        return candidates
    tally = Counter(
        evidence.article
        for finding in compare(workspace, candidates).findings
        for evidence in finding.evidence
    )
    best = sorted(candidates, key=lambda id: (-tally[id], candidates.index(id)))[:most]
    return tuple(id for id in candidates if id in best)
