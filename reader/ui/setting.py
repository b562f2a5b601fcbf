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
from reader.ui.draw import Line, wrap
from reader.ui.tabular import Gaps, set_rows

_ITEM = re.compile(r"([ \t]*)(?:[-*+•–]|(\d{1,2}[.)]))[ \t]+")
_BLANK = re.compile(r"\n[ \t]*\n")
_QUOTED = re.compile(r"[ \t]*((?:>[ \t]?){1,9})")
_CODE_INDENT = 12  # cells by which code is moved in at most
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
    gaps: Gaps = ()
    """The blanks by which the columns of a table align."""

    def spaced(self, body: Line) -> Line:
        """The words of the line, one run behind the other, with the blanks between columns."""
        if not self.gaps:
            return body
        spaced: Line = []
        gaps, at = list(self.gaps), self.start
        for text, key in body:
            start, end = at, at + len(text)
            while gaps and gaps[0][0] < end:
                (offset, blanks), *gaps = gaps
                spaced += [(text[start - at : offset - at], key), (" " * blanks, "text")]
                start = offset
            spaced.append((text[start - at :], key))
            at = end
        return [run for run in spaced if run[0]]

    def blanks_to(self, offset: int) -> int:
        """The blanks between columns before an offset."""
        return sum(blanks for place, blanks in self.gaps if place <= offset)


def set_lines(
    text: str, paragraphs: Sequence[Paragraph], cells: int, links: Sequence[Link] = ()
) -> list[TextLine]:
    """The lines of paragraphs in so many cells, with the numbers of these links, if any.

    One empty line stands between paragraphs, none after a heading or between the items of a list.
    """
    lines: list[TextLine] = []
    # A paragraph of several lines was wrapped by its source.
    flat = shown(text, numbered=bool(links)).replace("\n", " ")
    rows = set_rows(text, flat, paragraphs, cells)
    before: Paragraph | None = None
    were = _Manner("", "")
    # The number of an address that goes on in the next line stands where it ends.
    out = [(link.span.end - 1, number) for number, link in enumerate(links, 1) if not link.signs]
    for paragraph in paragraphs:
        span = paragraph.span
        manner, row = _manner(text, paragraph), rows.get(span.start)
        if before is not None and not before.heading and not _together(
            text, before.span, span, were, manner
        ):  # fmt: skip
            lines.append(TextLine(span.start, span.start))
        numbers = _numbers(out, span.start, span.end)
        tail = len(_tail([len(links), len(links) + 1])) if numbers else 0
        room = max(2, cells - cell_len(manner.rest) - tail)
        lead = manner.first
        strong = paragraph.heading or (row is not None and row.head)
        gaps = row.gaps if row else ()
        places = [(span.start, span.end)] if gaps else wrap(flat, room, span.start, span.end)
        for start, end in places:
            here = _tail(_numbers(out, start, end)) if numbers else ""
            lines.append(TextLine(start, end, strong, lead=lead, tail=here, gaps=gaps))
            lead = manner.rest
        before, were = paragraph, manner
    return lines


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a paragraph is set: what leads its first line and the others."""

    first: str
    rest: str
    kind: str = ""
    """quoted, code or row, where it is one of these."""


def _manner(text: str, paragraph: Paragraph) -> _Manner:
    if paragraph.heading:
        return _Manner("", "")
    span = paragraph.span
    line, bars = text.rfind("\n", 0, span.start) + 1, ""
    if paragraph.code:
        lead = "  " + text[line : span.start].expandtabs(4)[:_CODE_INDENT]
        return _Manner(lead, lead, kind="code")
    if paragraph.row:
        return _Manner("", "  ", kind="row")
    if quoted := _QUOTED.match(text, line, span.start):
        bars = "│ " * min(_DEEPEST, quoted[1].count(">"))
        line = quoted.end()
    item = _ITEM.match(text, line, span.start)
    if item is None or item.end() != span.start:
        return _Manner(bars, bars, kind="quoted" if bars else "")
    depth = min(_DEEPEST, len(item[1].expandtabs(4)) // 2)
    sign = "  " * depth + (f"{item[2]} " if item[2] else "• ")
    return _Manner(bars + sign, bars + " " * len(sign), kind="quoted" if bars else "")


def _together(text: str, before: Span, span: Span, were: _Manner, manner: _Manner) -> bool:
    """Whether two paragraphs are items of one list, or lines of one quotation, code or table."""
    alike = (
        were.kind == manner.kind
        and bool(were.first or were.kind)
        and bool(manner.first or manner.kind)
    )
    return alike and not _BLANK.search(text, before.end, span.start)


def _numbers(out: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    """The numbers of the addresses that are written out between two offsets."""
    first, last = bisect_left(out, (start, 0)), bisect_left(out, (end, 0))
    return [number for _, number in out[first:last]]


def _tail(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    return f" [{first}]" if first == last else f" [{first}-{last}]"
