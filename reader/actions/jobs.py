"""The long actions as jobs of the worker: generators yield (done, total) and return the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from reader.actions.bring import Brought, Checked, Tally, add, add_text
from reader.actions.compare import Comparing, compare, compared
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
    comparing = Comparing(workspace)
    return {
        "group": Grouping(workspace),
        "index": lambda seconds=inf: index(workspace, seconds),
        "mend": lambda: index(workspace, check=True),
        "add": lambda sources: bring(workspace, sources),
        "add-text": lambda text: bring_text(workspace, text),
        "sync": lambda feeds=None: get_new(workspace, feeds),
        "points": comparing.points,
        "compare": comparing.whole,
        "compare-many": lambda ids: compared(workspace, ids),
        "columns": lambda ids, most: columns(workspace, ids, most),
    }


class Grouping:
    """The job that groups. Asked again in its middle, it goes on for both, and then once more.

    Only one grouping at a time can have the file of what is known.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._run: _Run | None = None

    def __call__(self) -> Generator[Progress, None, bool]:
        """Bring the events up to date; True if they may differ."""
        changed = False
        while (other := self._run) is not None and not other.ended:
            if (progress := other.step()) is not None:
                yield progress
            changed = other.changed
        own = self._run = _Run(grouped(self._workspace))
        try:
            while not own.ended:
                if (progress := own.step()) is not None:
                    yield progress
        finally:
            own.stop()
        return own.changed or changed


@dataclass
class _Run:
    """A grouping under way, which whoever waits for it brings on."""

    steps: Generator[Progress, None, bool]
    changed: bool = False
    ended: bool = False

    def step(self) -> Progress | None:
        """One step; None for the last."""
        try:
            return next(self.steps)
        except StopIteration as end:
            self.changed, self.ended = bool(end.value), True
        except BaseException:
            self.ended = True
            raise
        return None

    def stop(self) -> None:
        """End it, if it has not ended."""
        self.ended = True
        self.steps.close()


def index(workspace: Workspace, seconds: float = inf, *, check: bool = False) -> Steps:
    """Bring the search index on, with `check` after reading all of it; returns a sentence where
    that was not possible.
    """
    from reader.actions.indexing import synced

    return (yield from synced(workspace, seconds, check=check))


def bring(workspace: Workspace, sources: Sequence[str]) -> Generator[Coming, None, Tally]:
    """Add sources; what was added before a stop is kept. Returns what became of each."""
    return (yield from _tallied(add(workspace, sources)))


def bring_text(workspace: Workspace, text: str) -> Generator[Coming, None, Tally]:
    """Add what was pasted, as `bring` adds sources."""
    return (yield from _tallied(add_text(workspace, text)))


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
    """The articles of an event with most findings that claim something, in the event's order."""
    candidates = tuple(ids)[:MOST_COMPARED]
    if len(candidates) <= most:
        return candidates
    from reader.framing.compare import PANELS

    tally = Counter(
        evidence.article
        for finding in compare(workspace, candidates, grouping=False).findings
        if finding.lens not in PANELS
        for evidence in finding.evidence
    )
    best = sorted(candidates, key=lambda id: (-tally[id], candidates.index(id)))[:most]
    return tuple(id for id in candidates if id in best)
