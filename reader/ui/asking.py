"""The answer to a query as the list shows it; asked beside the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.actions.find import search
from reader.ui.narrowing import filters_of
from reader.ui.results import FIRST, Found, Order, hit_rows
from reader.ui.shelf import Shelf
from reader.ui.suggestions import parts_left_out

if TYPE_CHECKING:
    from reader.actions.reading import Reading
    from reader.workspace import Workspace


def ask(
    workspace: Workspace,
    query: str,
    shelf: Shelf,
    typing: bool,
    order: Order,
    limit: int | None,
    flat: bool,
    reading: Reading | None = None,
) -> Found:
    """Rows, filters where all of the result is known, and other queries where nothing is found.

    A limit of None gives as many as fit a screen or two. The index is brought up to date by the
    worker, not here.
    """
    results = search(
        workspace,
        query,
        limit=limit or FIRST,
        sort=order.sort,
        newer=order.newer,
        typing=typing,
        sync=False,
        reading=reading,
    )
    filters = None
    if limit is not None or results.total <= FIRST:
        counts = shelf.facets.counted(results.ids)
        filters = filters_of(query, results.total, counts, shelf.events)
    return Found(
        query,
        results.total,
        results.notice or "",
        hit_rows(results, shelf, workspace.library, flat=flat),
        results.root,
        filters,
        instead=() if results.total or results.slow else _instead(workspace, query),
        wrong=results.error,
        more=bool(reading and results.unread),
    )


def _instead(workspace: Workspace, query: str) -> list[tuple[str, int]]:
    found = [
        (other, search(workspace, other, limit=1, sync=False, respell=False).total)
        for other in parts_left_out(query)
    ]
    return [(other, total) for other, total in found if total]
