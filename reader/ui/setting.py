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
from reader.text.shown import shown
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
    """What stands after them: the numbers of the addresses that are written out on the line."""


def set_lines(
    text: str, paragraphs: Sequence[Paragraph], cells: int, links: Sequence[Link] = ()
) -> list[TextLine]:
    """The lines of paragraphs in so many cells, with the numbers of these links, if any.

    One empty line stands between paragraphs, none after a heading or between the items of a list.
    """
    lines: list[TextLine] = []
    # A paragraph of several lines was wrapped by its source.
    flat = shown(text, numbered=bool(links)).replace("\n", " ")
    before: Paragraph | None = None
    were = _Manner("", "")
    out = [(link.span.start, number) for number, link in enumerate(links, 1) if not link.signs]
    for paragraph in paragraphs:
        span = paragraph.span
        manner = _manner(text, span) if not paragraph.heading else _Manner("", "")
        if before is not None and not before.heading and not _together(
            text, before.span, span, were, manner
        ):  # fmt: skip
            lines.append(TextLine(span.start, span.start))
        numbers = _numbers(out, span.start, span.end)
        tail = len(_tail([len(links), len(links) + 1])) if numbers else 0
        room = max(2, cells - cell_len(manner.rest) - tail)
        lead = manner.first
        for start, end in wrap(flat, room, span.start, span.end):
            here = _tail(_numbers(out, start, end)) if numbers else ""
            lines.append(TextLine(start, end, paragraph.heading, lead=lead, tail=here))
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


def _numbers(out: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """The numbers of the addresses that are written out between two offsets."""
    first, last = bisect_left(out, (start, 0)), bisect_left(out, (end, 0))
    return [number for _, number in out[first:last]]


def _tail(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    return f" [{first}]" if first == last else f" [{first}-{last}]"
