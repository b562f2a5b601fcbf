"""Bring the search index up to the library; whatever is wrong with it, it is built again."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from math import inf
from time import monotonic

from reader.actions.crew import Crew
from reader.errors import IndexDamaged, IndexNotWritable
from reader.search.port import Indexed
from reader.workspace import Workspace

Progress = tuple[int, int]
"""Articles done and in all."""

# About a second of work: between two batches the worker does what is more urgent, and what is
# indexed can be found. The first is small, so that something can be found at once.
_FIRST_BATCH = 50
_BATCH = 250
# When more are missing, other processes prepare ever larger lots: the larger, the less work.
_MANY = 1_000
_PIECES = (500, 1_000, 2_000, 4_000, 6_000)


def synced(
    workspace: Workspace, seconds: float = inf, *, check: bool = False
) -> Generator[Progress, None, str | None]:
    """Bring the index up to date, yielding progress after each batch and while others work.

    Begins no batch after so many seconds; the next time it goes on from there, as it does after
    a stop. With `check` all of it is read first. Returns a sentence if it had to leave that to
    another program, or the disk refused.
    """
    end = monotonic() + seconds
    try:
        try:
            if check:
                workspace.index.check()
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


def lost(workspace: Workspace, *, behind: bool = False) -> bool:
    """Whether the index cannot be read, or, if that is asked for, too, is behind."""
    try:
        workspace.index.where((), ())
        return behind and workspace.index.revision != workspace.library.revision
    except IndexDamaged:
        return True


def lacking(workspace: Workspace) -> int:
    """How many articles the index lacks or has of old."""
    if lost(workspace):
        return workspace.library.count()
    behind_now = workspace.index.revision != workspace.library.revision
    return len(behind(workspace)[0]) if behind_now else 0


def behind(workspace: Workspace) -> tuple[list[str], list[str]]:
    """The articles that the index lacks or has of old, those to be indexed first in front; and
    those that it has though they are gone.
    """
    library, index = workspace.library, workspace.index
    since = index.revision
    changed, removed = library.changed_since(abs(since)) if since else ({}, [])
    if since > 0:
        return list(changed), removed
    known = index.ids()
    fresh = [id for id in library.ids() if id not in known]
    return [*fresh, *(changed.keys() - set(fresh))], removed


def _brought(workspace: Workspace, end: float) -> Generator[Progress, None, None]:
    library, index = workspace.library, workspace.index
    since, target = index.revision, library.revision
    if abs(since) > target:
        raise IndexDamaged("the search index is of another library")
    if since <= 0 and target:
        yield from _filled(workspace, -since or target, end)
        since = index.revision
    if 0 < since < target:
        yield from _caught_up(workspace, since, end)
    index.ids()  # opens it, and so finds out whether it can be read
    if monotonic() < end:
        yield from _tidied(workspace)


def _filled(workspace: Workspace, target: int, end: float) -> Generator[Progress, None, None]:
    """Index all articles, the newest first.

    Until all of them are in, the revision is negative: what changed since then comes afterwards.
    """
    library, index = workspace.library, workspace.index
    known = index.ids()
    ids = [id for id in library.ids() if id not in known]
    done = 0

    def read(batch: Sequence[str]) -> list[Indexed]:
        return [Indexed.of(article) for article in library.articles(batch)]

    many = len(ids) > _MANY
    for batch in [ids[:_FIRST_BATCH]] if many else _batches(ids, [_FIRST_BATCH, _BATCH]):
        done += len(batch)
        index.update(read(batch), [], target if done == len(ids) else -target)
        yield done, len(ids)
        if monotonic() > end:
            return
    if many:
        pieces = _batches(ids[done:], _PIECES)
        answered = iter(pieces)
        with Crew(needed=True) as crew:
            for answer in crew.steps(index.preparing(), map(read, pieces)):
                if answer is not None:
                    (prepared,) = answer
                    done += len(next(answered))
                    index.update(prepared, [], target if done == len(ids) else -target)
                yield done, len(ids)
                if answer is not None and monotonic() > end:
                    return


def _caught_up(workspace: Workspace, since: int, end: float) -> Generator[Progress, None, None]:
    """Index what changed since a revision, in the order of change."""
    library, index, target = workspace.library, workspace.index, workspace.library.revision
    changed, removed = library.changed_since(since)
    done = 0
    for batch in _batches(list(changed), [_FIRST_BATCH, _BATCH]):
        fresh = [Indexed.of(article) for article in library.articles(batch)]
        done += len(batch)
        # An article that changed meanwhile has a later revision and comes once more.
        index.update(fresh, removed, target if done == len(changed) else changed[batch[-1]])
        removed = []
        yield done, len(changed)
        if monotonic() > end:
            return


def _tidied(workspace: Workspace) -> Generator[Progress, None, None]:
    """Do what makes answers quicker, where there is much to do beside this process."""
    library, index = workspace.library, workspace.index
    while pieces := list(index.tidying()):
        done = 0
        with Crew(needed=library.count() > _MANY) as crew:
            for answer in crew.steps(call, pieces):
                done += answer is not None
                yield done, len(pieces)
        if list(index.tidying()) == pieces:
            return


def call(work: Callable[[], object]) -> object:
    """Do some work; in another process it must have a name."""
    return work()


def _batches(ids: Sequence[str], sizes: Sequence[int]) -> list[Sequence[str]]:
    """The ids in lots of these sizes, the last one again and again; one empty lot for none."""
    found: list[Sequence[str]] = []
    start = 0
    while start < len(ids) or not found:
        end = start + sizes[min(len(found), len(sizes) - 1)]
        found.append(ids[start:end])
        start = end
    return found
