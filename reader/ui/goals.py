"""What is in sight in a pane and can be chosen, for jumping there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial, singledispatch
from typing import TYPE_CHECKING, cast

from reader.ui.browsing import open_in_browser
from reader.ui.lineview import LineView
from reader.ui.passagesview import PassagesView
from reader.ui.readingview import ReadingView
from reader.ui.textview import TextView
from reader.ui.versionsview import VersionsView

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

Goal = tuple[int, int, Callable[[], object]]
"""The line and the cell of the pane, and what chooses it."""
_ASIDE = 3
"""Cells between the labels of two marks on one line."""


@singledispatch
def goals(view: LineView) -> Iterator[Goal]:
    """The rows on which the cursor can stand."""
    top, count = view.scroll_offset.y, view.top(view.count())
    for line in range(top, min(top + view.size.height, count)):
        item = view.item_at(line)
        if view.top(item) == line and view.selectable(item):
            yield line - top, 0, partial(setattr, view, "cursor", item)


@goals.register
def _(view: PassagesView) -> Iterator[Goal]:
    """All of it: its lines are no rows."""
    if view.count():
        yield 0, 0, view.focus


@goals.register
def _(view: TextView) -> Iterator[Goal]:
    """Marks, at most two on a line, and addresses."""
    top, height = view.scroll_offset.y, view.size.height
    on_line: dict[int, int] = {}
    for mark in view.marks:
        row = view.line_of(mark.span.start) - top
        before = on_line.get(row, 0)
        if 0 <= row < height and before < 2:
            on_line[row] = before + 1
            yield row, _ASIDE * before, partial(view.jump, mark.span.start, mark)
    app = cast("ReaderApp", view.app)
    for link in view.links:
        row = view.line_of(link.span.start) - top
        if 0 <= row < height:
            yield row, view.cell_of(link.span.start), partial(open_in_browser, app, link.address)


@goals.register
def _(view: ReadingView) -> Iterator[Goal]:
    """The passages of every column; of several that begin on a line the first."""
    seen = set()
    for column in range(len(view.points.documents) if view.points and view.each else 0):
        for passage in view.points.passages(column) if view.points else ():
            row = view.row_of(column, passage.span.start)
            if 0 <= row < view.size.height and not passage.heading and (column, row) not in seen:
                seen.add((column, row))
                what = partial(view.go_to, column, passage.span.start)
                yield row, 1 + view.each * column, what


@goals.register
def _(view: VersionsView) -> Iterator[Goal]:
    """The changes."""
    for change in range(view.changes):
        row = view.line_of(change) - view.scroll_offset.y
        if 0 <= row < view.size.height:
            yield row, 0, partial(view.choose, change)
