"""What the desk has at hand is never older than the library."""

from __future__ import annotations

import asyncio
from typing import Any

from reader.model import Comparison
from reader.ui.desk import AT_HAND, Desk
from reader.ui.shelf import WAYS, read_shelf
from reader.workspace import Workspace

MADE = Comparison(("a", "b"), (), ())


class Slow:
    """A worker that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.go_on = asyncio.Event()

    async def ask(self, job: str, *args: Any, progress: Any = None) -> Comparison:
        """The same comparison for everything."""
        self.asked.append(job)
        await self.go_on.wait()
        return MADE

    def stop(self) -> None:
        """Nothing runs."""


async def test_what_was_asked_for_before_a_change_is_not_kept(workspace: Workspace) -> None:
    worker = Slow()
    desk = Desk(workspace, worker)  # type: ignore[arg-type]
    asking = asyncio.create_task(desk.comparison(("a", "b")))
    await asyncio.sleep(0)
    desk.forget()
    worker.go_on.set()
    assert await asking == MADE
    assert desk.known(("a", "b")) is None
    await desk.comparison(("a", "b"))
    assert desk.known(("a", "b")) == MADE
    await desk.comparison(("a", "b"))
    assert worker.asked == ["compare", "compare"]
    desk.forget()
    await desk.comparison(("a", "b"), lambda done, total: None)
    assert worker.asked[2:] == ["compare-many"]
    desk.close()


async def test_as_many_comparisons_as_a_person_looks_at_are_at_hand(workspace: Workspace) -> None:
    worker = Slow()
    worker.go_on.set()
    desk = Desk(workspace, worker)  # type: ignore[arg-type]
    for n in range(AT_HAND + 5):
        await desk.comparison(("a", str(n)))
    known = [n for n in range(AT_HAND + 5) if desk.known(("a", str(n))) is not None]
    assert known == list(range(5, AT_HAND + 5))
    desk.close()


def test_rows_are_kept_for_the_last_ways_of_listing_only(workspace: Workspace) -> None:
    shelf = read_shelf(workspace.library)
    made = [shelf.rows({event}, flat=False) for event in shelf.events] * 2
    assert len(shelf.events) > WAYS
    assert len(shelf._made) == WAYS
    assert shelf.rows({list(shelf.events)[-1]}, flat=False) is shelf.rows(
        {list(shelf.events)[-1]}, flat=False
    )
    assert made[0] == shelf.rows({next(iter(shelf.events))}, flat=False)
