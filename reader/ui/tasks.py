"""Starting asynchronous work on the event loop, one at a time in a group."""

from __future__ import annotations

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
