"""Starting asynchronous work on the event loop, one at a time in a group."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, ParamSpec

from textual.dom import DOMNode

P = ParamSpec("P")


def begin(
    node: DOMNode,
    group: str,
    work: Callable[P, Coroutine[Any, Any, None]],
    *args: P.args,
    **kwargs: P.kwargs,
) -> None:
    """Start `work(*args)`; an earlier one of the same node and group is cancelled.

    A coroutine made here and cancelled before its first step would warn that it was never
    awaited, so the function is handed on instead.
    """
    task: Any = partial(work, *args, **kwargs)
    node.run_worker(task, exclusive=True, group=group)


_PATIENCE = 1.0
"""Seconds that the end of the program waits: less than leaving on a signal may take."""


class Unwaited:
    """Work that nobody waits for but the end of the program."""

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        """`failed` is told of what goes wrong."""
        self._failed = failed
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin it on the event loop, which alone would not hold on to it."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._over)

    def _over(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failed(error)

    async def end(self) -> None:
        """Give what is under way a moment."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_PATIENCE)
