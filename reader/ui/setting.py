"""Setting a text in lines: paragraphs, headings, lists, quotations, numbered addresses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.model import Span
from reader.text.links import Link
from reader.text.sentences import Paragraph
from reader.ui.draw import wrap

_ITEM = re.compile(r"([ \t]*)(?:[-*+•–]|(\d{1,2}[.)]))[ \t]+")
_QUOTED = re.compile(r"[ \t]*((?:>[ \t]?){1,9})")
_DEEPEST = 3
"""Levels by which items and quotations are moved in; the deeper ones stand with these."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the wrapped text: offsets into it, or a line of the head."""

    start: int
    end: int
    heading: bool = False
    head: tuple[tuple[str, str], ...] = ()
    lead: str = ""
    """What stands before the words: the sign of an item, the bar of a quotation, or blanks."""
    tail: str = ""
    """What stands after them: the numbers of the addresses that begin on the line."""


def set_lines(
    text: str, paragraphs: Sequence[Paragraph], cells: int, links: Sequence[Link] = ()
) -> list[TextLine]:
    """The lines of paragraphs in so many cells, the numbers of addresses within them.

    One empty line stands between paragraphs, none after a heading or between the items of a list.
    """
    lines: list[TextLine] = []
    flat = text.replace("\n", " ")  # a paragraph of several lines was wrapped by its source
    before: Paragraph | None = None
    were = _Manner("", "")
    starts = [link.span.start for link in links]
    for paragraph in paragraphs:
        span = paragraph.span
        manner = _manner(text, span) if not paragraph.heading else _Manner("", "")
        if before is not None and not before.heading and not _together(
            text, before.span, span, were, manner
        ):  # fmt: skip
            lines.append(TextLine(span.start, span.start))
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        numbers = range(first + 1, last + 1)
        room = max(2, cells - cell_len(manner.rest) - (len(_tail(len(links), len(links) + 1))
                                                       if numbers else 0))  # fmt: skip
        lead = manner.first
        for start, end in _wrapped(text, flat, room, span, manner):
            here = range(bisect_left(starts, start) + 1, bisect_left(starts, end) + 1)
            tail = _tail(here[0], here[-1]) if numbers and here else ""
            lines.append(TextLine(start, end, paragraph.heading, lead=lead, tail=tail))
            lead = manner.rest
        before, were = paragraph, manner
    return lines


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a paragraph is set: what leads its first line and the others."""

    first: str
    rest: str
    quoted: bool = False


def _manner(text: str, span: Span) -> _Manner:
    line, bars = text.rfind("\n", 0, span.start) + 1, ""
    if quoted := _QUOTED.match(text, line, span.start):
        bars = "│ " * min(_DEEPEST, quoted[1].count(">"))
        line = quoted.end()
    item = _ITEM.match(text, line, span.start)
    if item is None or item.end() != span.start:
        return _Manner(bars, bars, quoted=bool(bars))
    depth = min(_DEEPEST, len(item[1].expandtabs(4)) // 2)
    sign = "  " * depth + (f"{item[2]} " if item[2] else "• ")
    return _Manner(bars + sign, bars + " " * len(sign), quoted=bool(bars))


def _together(text: str, before: Span, span: Span, were: _Manner, manner: _Manner) -> bool:
    """Whether two paragraphs are items of one list, or lines of one quotation."""
    alike = were.quoted == manner.quoted and bool(were.first) and bool(manner.first)
    return alike and text.count("\n", before.end, span.start) < 2


def _wrapped(
    text: str, flat: str, cells: int, span: Span, manner: _Manner
) -> list[tuple[int, int]]:
    if not manner.quoted:
        return wrap(flat, cells, span.start, span.end)
    lines: list[tuple[int, int]] = []
    start = span.start
    while start < span.end:
        stop = text.find("\n", start, span.end)
        stop = span.end if stop < 0 else stop
        mark = _QUOTED.match(text, start, stop)
        lines += wrap(text, cells, mark.end() if mark else start, stop)
        start = stop + 1
    return lines or [(span.start, span.start)]


def _tail(first: int, last: int) -> str:
    return f" [{first}]" if first == last else f" [{first}-{last}]"
