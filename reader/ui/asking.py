"""The answer to a query as the list shows it; asked beside the event loop."""

from __future__ import annotations

import re
from collections.abc import Collection
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
    filters, noted = None, set[str]()
    # Both look at all that is found, which may be a hundred thousand articles: not with each key.
    if all_counted := limit is not None or results.total <= FIRST:
        counts = shelf.facets.counted(results.ids)
        filters = filters_of(query, results.total, counts, shelf.events)
        noted = _in_notes(workspace, query) if results.error is None else noted
    return Found(
        query,
        results.total,
        results.notice or (_notes_said(noted.difference(results.ids)) if noted else ""),
        hit_rows(results, shelf, workspace.library, flat=flat, counted=all_counted),
        results.root,
        filters,
        instead=() if results.total or results.slow else _instead(workspace, query, len(noted)),
        wrong=results.error,
        more=bool(reading and results.unread),
    )


_SHORTEST = 3  # letters: with fewer nearly every note has some word that begins so
_WORDS = re.compile(r"(?:\w[\w'’-]* ?)+")


def _in_notes(workspace: Workspace, query: str) -> set[str]:
    """The articles whose notes have the words of a query that is nothing but words."""
    plain = len(query.strip()) >= _SHORTEST and _WORDS.fullmatch(query.strip())
    return set(workspace.library.notes_with(query.split())) if plain else set()


def _notes_said(others: Collection[str]) -> str:
    """Where else the words are: in no count, since what is counted has them in its text."""
    if not others:
        return ""
    articles = "1 more article" if len(others) == 1 else f"{len(others):,} more articles"
    return f"Your notes on {articles} have this: note: before a word finds it there"


def _instead(workspace: Workspace, query: str, noted: int) -> list[tuple[str, int]]:
    in_notes = " ".join(f"note:{word}" for word in query.split())
    return [*([(in_notes, noted)] if noted else []), *_parts(workspace, query)]


def _parts(workspace: Workspace, query: str) -> list[tuple[str, int]]:
    found = [
        (other, search(workspace, other, limit=1, sync=False, respell=False).total)
        for other in parts_left_out(query)
    ]
    return [(other, total) for other, total in found if total]
