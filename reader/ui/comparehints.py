"""The hints of the compare screen: what can be done where the person is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.ui.bars import Hint
from reader.ui.compareheads import FINDINGS, POINTS

if TYPE_CHECKING:
    from reader.ui.compare_screen import CompareScreen

_PARTING = (
    Hint("d", "not the same", "hide"),
    Hint("+", "the same", "same"),
)


def hints_of(screen: CompareScreen) -> Sequence[Hint]:
    """At most seven, the most needed first."""
    if screen.sheet is None:
        return (Hint("Esc", "back", "back"),)
    if screen.held is not None:
        return (Hint("+", "this says the same", "same"), Hint("Esc", "let go", "back"))
    if screen.view_shown == FINDINGS:
        return _of_findings(screen)
    if screen.main_view() is screen.tab:
        return (
            Hint("h l", "other article", "right"),
            Hint("J", "next mark", "step"),
            Hint("Enter", "open article", "open"),
            Hint("v", _next(screen), "view"),
        )
    if screen.view_shown == POINTS:
        return (
            Hint("j k", "point", "down"),
            Hint("J", "next difference", "step"),
            Hint("h l", "column", "right"),
            Hint("Enter", "into the text", "open"),
            Hint("v", "reading", "view"),
            *_PARTING,
        )
    return (
        Hint("j k", "sentence", "down"),
        Hint("J", "next aligned passage", "step"),
        Hint("h l", "column", "right"),
        Hint("Enter", "open article", "open"),
        Hint("v", "findings", "view"),
        Hint("L", "follow" if screen.reading.held else "hold columns", "hold"),
        Hint("+", "the same", "same"),
    )


def _of_findings(screen: CompareScreen) -> Sequence[Hint]:
    if screen.focused is screen.passages:
        return (
            Hint("h l", "column", "right"),
            Hint("Enter", "into the article", "open"),
            Hint("Tab", "back to the table", "pane"),
            Hint("P", "this column first", "pivot"),
            Hint("y", "copy", "copy"),
        )
    row = screen.table.row
    more = row is not None and bool(row.more)
    if more:
        fold = row is not None and row.fold == "open"
        enter = Hint("Enter", "fold" if fold else "show them", "open")
    else:
        enter = Hint("Enter", "passages", "open")
    if row is not None and row.said == "hidden":
        hide = Hint("d", "show again", "hide")
        return (Hint("j k", "choose", "down"), enter, hide, Hint("J", "next lens", "step"),
                Hint("v", "points", "view"), Hint("s", "keep", "keep"),
                Hint("e", "write", "write"))  # fmt: skip
    kept = row is not None and row.said == "kept"
    return (
        Hint("j k", "choose", "down"),
        enter,
        Hint("J", "next lens", "step"),
        Hint("v", "points", "view"),
        Hint("s", "keep no more" if kept else "keep", "keep"),
        Hint("d", "not useful", "hide"),
        Hint("e", "write", "write"),
    )


def _next(screen: CompareScreen) -> str:
    return "reading" if screen.view_shown == POINTS else "findings"
