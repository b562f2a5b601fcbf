"""What keys do while a query is typed, and among its filters: only keys that are not letters."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ui.bars import Hint
from reader.ui.draw import cut
from reader.ui.filterline import Filters
from reader.ui.finder import Finder
from reader.ui.results import Hit, copies_said
from reader.ui.saved import SavedList

OFFER = 24
"""Cells of what may be typed on."""


def search_hints(finder: Finder, saved: SavedList) -> Sequence[Hint]:
    """In the search line."""
    found, offer = finder.found, finder.input.offer
    hints = [Hint("Ctrl+G", "what was meant", "spelling")] if found and found.meant else []
    if offer is not None:
        hints.append(Hint("Tab", cut(offer.shown, OFFER), "pane"))
    if found and not found.rows:
        hints.append(Hint("↓", "to what is near", "to_results"))
    elif found:
        hints.append(Hint("↓", "to results", "to_results"))
        hints.append(Hint("Enter", "open first", "open_first"))
        if offer is None and finder.line.filters:
            hints.append(Hint("Tab", "filters", "pane"))
    elif saved.searches:
        hints.append(Hint("↓", "kept searches", "to_results"))
    if not finder.query and finder.history.entries:
        hints.append(Hint("↑", "searched before", "earlier_query"))
    if found and found.rows:
        hints.append(Hint("Ctrl+S", "keep", "keep_search"))
    return (*hints, Hint("Esc", "leave", "back"))


def copies_hint(finder: Finder, row: object) -> Sequence[Hint]:
    """The key that shows or folds the hits that print the text of a row."""
    if not isinstance(row, Hit) or not (row.copies or row.copy_of):
        return ()
    if row.copy_of or row.id in finder.unfolded:
        return (Hint("←", "fold copies", "left"),)
    return (Hint("→", copies_said(row.copies), "right"),)


def filter_hints(line: Filters) -> Sequence[Hint]:
    """Among the filters."""
    off = line.current is not None and line.current.on
    hints = [
        Hint("← →", "choose", "pane"),
        Hint("Enter", "take off" if off else "narrow", "narrow"),
    ]
    if any(each.on for each in line.filters) and not off:
        hints.append(Hint("Backspace", "last one off", "widen"))
    return (*hints, Hint("↓", "to the results", "to_results"))


SAVED_HINTS = (
    Hint("Enter", "open", "open"),
    Hint("R", "name", "rename_search"),
    Hint("d", "keep no more", "remove"),
    Hint("Esc", "to the list", "leave_saved"),
)
