"""How the rows of the list of events are drawn: name, counts, and dates or outlets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text.safety import one_line
from reader.ui.chronicle import Row
from reader.ui.draw import Line, clip, cut, fit, fit_right, pad, width
from reader.ui.facts import Facts
from reader.ui.shelf import day, headline, today
from reader.ui.timeline import Stretch

if TYPE_CHECKING:
    from reader.ui.eventlist import EventList

COUNT = 10
"""Cells of the column that counts articles: ` 300 ●12 `."""
NO_SCALE = 56
"""Cells below which dates stand in words, so that names have room."""
_NUMBER = 4
_OUTLET = 18
"""Cells that an outlet takes before the headline of an article."""


def draw_row(view: EventList, row: Row, cells: int) -> Line:
    """A story, an event, one of its articles, or nothing."""
    if row.kind == "gap":
        return []
    name = _article(view, row) if row.kind == "article" else _label(view, row, cells)
    room = cells - view.time_cells - 1
    if row.kind == "article":
        first = view.facts(Row("event", row.event or "")).first == row.id
        time = _article_time(view, row)
        if not first:  # nothing is counted: the headline goes on
            return [*pad(name, room - 1), (" ", "text"), *clip(time, view.time_cells)]
        count: Line = [(" first", "accent")]
    else:
        facts = view.facts(row)
        count = [(fit_right(f"{len(facts.articles)}", _NUMBER), "dim")]
        if facts.unread:
            count.append((f" ●{facts.unread}", "accent"))
        time = _time(view, row, facts)
    return [*pad(name, room - COUNT), *pad(count, COUNT), *clip(time, view.time_cells)]


def _label(view: EventList, row: Row, cells: int) -> Line:
    if row.kind == "story":
        indent, label, key = " ", view.chronicle.stories[row.id].label, "strong"
    else:
        indent, label = "   " if row.story else " ", view.chronicle.events[row.id].label
        key = "text"
    sign = "▸" if view.is_folded(row) else "▾"
    if view.is_picked(row):
        sign = "✓"
    room = cells - view.time_cells - 1 - COUNT - len(indent) - 3
    return [(indent, "text"), (f"{sign} ", "accent"), (cut(one_line(label), room), key)]


def _article(view: EventList, row: Row) -> Line:
    card = view.shelf.cards.get(row.id)
    if card is None:
        return []
    sign, key = " ", "text"
    if view.is_picked(row):
        sign, key = "✓", "accent"
    elif card.marks.starred:
        sign, key = "★", "accent"
    elif not card.marks.read:
        sign, key = "●", "accent"
    outlet = one_line(card.outlet) if card.outlet else "no outlet"
    words = "dim" if card.marks.read else "text"
    indent = "     " if row.story else "   "
    return [
        (indent, "text"),
        (f"{sign} ", key),
        (fit(outlet, _OUTLET if view.size.width >= NO_SCALE else 12) + " ", words),
        (headline(card), "dim"),
    ]


def _time(view: EventList, row: Row, facts: Facts) -> Line:
    if not view.timed:
        if row.kind == "story":
            steps = len(view.chronicle.steps[row.id])
            return [(f"{steps} event{'s' if steps > 1 else ''}", "dim")]
        return outlets_said(facts, view.time_cells)
    if view.scale is None:
        return [(_in_words(facts.when), "dim")]
    return view.scale.line(facts.when, thin=row.kind == "story")


def _article_time(view: EventList, row: Row) -> Line:
    card = view.shelf.cards.get(row.id)
    when = card.published if card else None
    said = day(when)
    if when is None or view.scale is None or not view.timed:
        return [(said, "dim")]
    drawn = view.scale.line(Stretch.of([when]))
    if not when.exact or not any("●" in text for text, _ in drawn):
        return drawn  # which says the date in words, where there is room
    at = width(drawn) - 1
    if at + 2 + len(said) <= view.time_cells:
        return [(" " * at, "text"), ("●", "text"), (f" {said}", "dim")]
    return [(f"{said} ".rjust(at), "dim"), ("●", "text")]


def outlets_said(facts: Facts, cells: int) -> Line:
    """`Coast Daily first, Hill Times +2`: who came first where that is known, then the others."""
    outlets: Sequence[str] = facts.outlets
    if not outlets:
        return [("no outlet", "dim")]
    line: Line = []
    for index, outlet in enumerate(outlets):
        first = index == 0 and facts.first is not None
        piece: Line = [(", " if index else "", "dim"), (outlet, "text" if first else "dim")]
        if first:
            piece.append((" first", "accent"))
        more = len(outlets) - index - 1
        if index and width(line) + width(piece) + (5 if more else 0) > cells:
            return [*line, (f" +{more + 1}", "dim")]
        line += piece
    return line


def _in_words(when: Stretch) -> str:
    ends = when.ends
    if ends is None:
        return "no date"
    if when.exact is None:
        return when.words or f"{ends[0]:%b %Y}"
    last = when.exact[1]
    short = f"{last.day} {last:%b}"
    return short if last.year == today().year else f"{short} {last.year}"
