"""Bring the search index up to the library; whatever is wrong with it, it is built again."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from math import inf
from time import monotonic

from reader.errors import IndexDamaged, IndexNotWritable
from reader.search.port import Indexed
from reader.workspace import Workspace

Progress = tuple[int, int]
"""Articles done and in all."""

# About a second of work: between two batches the worker does what is more urgent, and what is
# indexed can be found. The first is small, so that something can be found at once.
_FIRST_BATCH = 50
_BATCH = 250


def synced(workspace: Workspace, seconds: float = inf) -> Generator[Progress, None, str | None]:
    """Bring the index up to date in the order of change, yielding progress after each batch.

    Begins no batch after so many seconds; the next time it goes on from there, as it does after
    a stop. Returns a sentence if it had to leave that to another program, or the disk refused.
    """
    end = monotonic() + seconds
    try:
        try:
            yield from _brought(workspace, end)
        except IndexDamaged:
            workspace.index.rebuild()
            yield from _brought(workspace, end)
    except IndexNotWritable as error:
        return str(error)
    return None


def sync(workspace: Workspace, progress: Callable[[int, int], None] | None = None) -> str | None:
    """`synced` at one go."""
    steps = synced(workspace)
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            notice: str | None = end.value
            return notice
        if progress is not None:
            progress(done, total)


def problems(workspace: Workspace) -> list[str]:
    """What is wrong with the index, in sentences, after reading all of it."""
    try:
        workspace.index.check()
        behind = workspace.index.revision != workspace.library.revision
        indexed, kept = workspace.index.ids(), set(workspace.library.ids())
    except IndexDamaged as error:
        return [f"The search index will be built again: {error}."]
    if behind:
        return ["The search index is behind the library; the next search brings it up to date."]
    if indexed != kept:
        missing, foreign = len(kept - indexed), len(indexed - kept)
        return [f"The search index lacks {missing} articles and has {foreign} that are gone."]
    return []


def _brought(workspace: Workspace, end: float) -> Generator[Progress, None, None]:
    library, index = workspace.library, workspace.index
    since, target = index.revision, library.revision
    if since > target:
        raise IndexDamaged("the search index is of another library")
    if since == target:
        index.ids()  # opens it, and so finds out whether it can be read
        return
    changed, removed = library.changed_since(since)
    done = 0
    for batch in _batches(list(changed)):
        fresh = [Indexed.of(article) for article in library.articles(batch)]
        done += len(batch)
        # An article that changed meanwhile has a later revision and comes once more.
        index.update(fresh, removed, target if done == len(changed) else changed[batch[-1]])
        removed = []
        yield done, len(changed)
        if monotonic() > end:
            return


def _batches(ids: Sequence[str]) -> list[Sequence[str]]:
    """The ids in small lots; one empty lot if there are none, for what was removed."""
    starts = [0, *range(_FIRST_BATCH, max(len(ids), 1), _BATCH)]
    return [ids[a:b] for a, b in zip(starts, [*starts[1:], len(ids)], strict=True)]
