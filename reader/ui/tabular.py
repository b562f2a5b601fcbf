"""Tables of a text in aligned columns, as far as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.model import Span
from reader.text.blocks import bars, dividers
from reader.text.sentences import Paragraph
from reader.text.shown import seen

Gaps = tuple[tuple[int, int], ...]
"""Offsets into a text, and how many blanks stand before them."""
_Cell = tuple[int, int]
"""Where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Row:
    """How a row of a table is set."""

    head: bool
    gaps: Gaps
    """Empty where the table is wider than there is room: its rows are wrapped then."""


def set_rows(
    text: str, flat: str, paragraphs: Sequence[Paragraph], cells: int
) -> Mapping[int, Row]:
    """The rows of the tables of a text, by the offset at which they begin.

    `flat` is the text as it is shown, offset by offset.
    """
    if not any(paragraph.row for paragraph in paragraphs):
        return {}
    divided = list(dividers(text))
    found: dict[int, Row] = {}
    for table in _tables(text, paragraphs):
        divider = next(
            (each for each in divided if len(table) > 1 and _between(each, *table[:2])), None
        )
        gaps = _gaps(text, flat, table, _to_the_right(text, divider), cells)
        for at, row in enumerate(table):
            found[row.start] = Row(at == 0 and divider is not None, gaps[at])
    return found


def _tables(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Span]]:
    table: list[Span] = []
    for paragraph in paragraphs:
        if table and (not paragraph.row or "\n\n" in text[table[-1].end : paragraph.span.start]):
            yield table
            table = []
        if paragraph.row:
            table.append(paragraph.span)
    if table:
        yield table


def _between(divider: Span, first: Span, second: Span) -> bool:
    return first.end <= divider.start and divider.end <= second.start


def _to_the_right(text: str, divider: Span | None) -> list[bool]:
    """Which columns the divider `|--:|` sets to the right."""
    if divider is None:
        return []
    columns = [each.strip() for each in divider.of(text).strip().strip("|").split("|")]
    return [each.endswith(":") and not each.startswith(":") for each in columns]


def _gaps(
    text: str, flat: str, table: Sequence[Span], right: Sequence[bool], cells: int
) -> list[Gaps]:
    parted = [_cells(text, row) for row in table]
    sizes = [[cell_len(seen(flat[start:end])) for start, end in row] for row in parted]
    count = max(map(len, sizes))
    widths = [max((row[at] for row in sizes if at < len(row)), default=0) for at in range(count)]
    if sum(widths) + 3 * (count - 1) > cells:
        return [()] * len(table)
    return [
        tuple(_row_gaps(flat, row, size, widths, right))
        for row, size in zip(parted, sizes, strict=True)
    ]


def _row_gaps(
    flat: str,
    row: Sequence[_Cell],
    sizes: Sequence[int],
    widths: Sequence[int],
    right: Sequence[bool],
) -> Iterator[tuple[int, int]]:
    for at, (start, end) in enumerate(row):
        missing = widths[at] - sizes[at]
        to_the_right = at < len(right) and right[at]
        # Where no blank stands beside a bar in the text, one is set.
        yield start, missing * to_the_right + (at > 0 and flat[start - 1] != " ")
        if at + 1 < len(row):
            yield end, missing * (not to_the_right) + (flat[end] != " ")


def _cells(text: str, row: Span) -> list[_Cell]:
    between = bars(text, row)
    starts = [row.start, *(bar.end for bar in between)]
    ends = [*(bar.start for bar in between), row.end]
    return list(zip(starts, ends, strict=True))
