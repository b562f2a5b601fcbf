"""Lines of styled runs: cutting, padding and wrapping, always by terminal cells.

A run is a text and a style key; a line is a list of runs. Views build lines and never styles.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

from reader.model import Span
from reader.text.shown import UNSEEN, seen

Run = tuple[str, str]
Line = list[Run]
Mark = tuple[int, int, str]
"""Start, end and style key of a stretch of a text."""

ELLIPSIS = "…"


def width(line: Iterable[Run]) -> int:
    """The cells that a line takes."""
    return sum(cell_len(text) for text, _ in line)


def cut(text: str, cells: int) -> str:
    """The text in at most so many cells, ending in an ellipsis where something was lost."""
    if cells <= 0:
        return ""
    if len(text) * 2 <= cells or cell_len(text) <= cells:
        return text
    return set_cell_size(text[: cells + 1], cells - 1).rstrip() + ELLIPSIS


def fit(text: str, cells: int) -> str:
    """The text cut or padded to exactly so many cells."""
    shown = cut(text, cells)
    return shown + " " * (cells - cell_len(shown))


def fit_right(text: str, cells: int) -> str:
    """The text cut or padded on the left to exactly so many cells."""
    shown = cut(text, cells)
    return " " * (cells - cell_len(shown)) + shown


def clip(line: Sequence[Run], cells: int) -> Line:
    """The line in at most so many cells, ending in an ellipsis where something was lost."""
    if width(line) <= cells:
        return list(line)
    clipped: Line = []
    left = cells
    for text, key in line:
        taken = cell_len(text)
        if taken >= left:
            # Force the ellipsis even where this run alone would just fit.
            clipped.append((cut(text + "  ", left), key))
            break
        clipped.append((text, key))
        left -= taken
    return clipped


def pad(line: Sequence[Run], cells: int, key: str = "text") -> Line:
    """The line clipped or padded to exactly so many cells."""
    clipped = clip(line, cells)
    missing = cells - width(clipped)
    return [*clipped, (" " * missing, key)] if missing > 0 else clipped


def fitting(line: Sequence[Run], cells: int) -> Line:
    """The runs that fit as a whole into so many cells, and `…` for those that do not.

    Of a number the first digits only would be another number.
    """
    if width(line) <= cells:
        return list(line)
    kept: Line = []
    for run in line:
        if width([*kept, run]) > cells - 1:
            break
        kept.append(run)
    return [*kept, ("…", "dim")]


def spread(left: Sequence[Run], right: Sequence[Run], cells: int, key: str = "text") -> Line:
    """Two ends of one line; the left one gives way."""
    room = cells - width(right)
    if room < 4:
        return pad(left, cells, key)
    gap = 1 if right else 0
    return [*pad(left, room - gap, key), (" " * gap, key), *right]


def wrap(text: str, cells: int, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the lines of `text[start:end]` begin and end, broken at spaces by cells.

    Line ends are breaks of their own; spaces at a break belong to no line; words longer than a
    line are broken.
    """
    end = len(text) if end is None else end
    cells = max(2, cells)
    lines: list[tuple[int, int]] = []
    while start < end:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        lines += _wrap_line(text, cells, start, stop)
        start = stop + 1
    return lines


def _wrap_line(text: str, cells: int, start: int, end: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    narrow = text[start:end].isascii()
    while start < end:
        while start < end and text[start] == " ":
            start += 1
        if start >= end:
            break
        reach = start + cells if narrow else _reach(text, cells, start, end)
        if reach >= end:
            lines.append((start, end))
            break
        stop = _break(text, start, reach)
        lines.append((start, stop))
        start = stop
    return lines or [(start, start)]


# Scripts that are written without spaces may be broken at any character, but for these.
_NEVER_FIRST = frozenset(
    "、。，．：；！？）」』】〕〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NEVER_LAST = frozenset("（「『【〔〈《“‘")


def _break(text: str, start: int, reach: int) -> int:
    """Where a line ends that may go on to `reach`: at a space or a wide character."""
    if text.isascii() or text[start : reach + 1].isascii():
        space = text.rfind(" ", start, reach + 1)
        return space if space > start else reach
    for stop in range(reach, start, -1):
        last, first = text[stop - 1], text[stop]
        if first == " ":
            return stop
        wide = cell_len(last) == 2 or cell_len(first) == 2
        alone = cell_len(first) > 0 and last not in _JOINERS
        if wide and alone and first not in _NEVER_FIRST and last not in _NEVER_LAST:
            return stop
    return reach


def _reach(text: str, cells: int, start: int, end: int) -> int:
    """The furthest offset that a line beginning at `start` can have."""
    guess = min(end, start + cells)
    if cell_len(text[start:guess]) == guess - start and not _extends(text, guess, end):
        return guess  # one cell a character, as nearly all text has
    used, reach = 0, end
    for offset in range(start, end):
        wider = text[offset : offset + 2].endswith(_AS_PICTURE)
        used += 2 if wider else cell_len(text[offset])
        if used > cells:
            reach = max(offset, start + 1)
            break
    while reach < end and _extends(text, reach, end):
        reach += 1  # a lone base character is kept with its marks, wherever the line ends
    return reach


_AS_PICTURE = "\ufe0f"  # makes the character before it a picture of two cells
_JOINERS = frozenset("\u200d")


def _extends(text: str, at: int, end: int) -> bool:
    """Whether a character is drawn over the one before it."""
    return at < end and cell_len(text[at]) == 0


def styled(text: str, start: int, end: int, marks: Sequence[Mark], key: str = "text") -> Line:
    """`text[start:end]` as runs; of overlapping marks the later one wins."""
    edges = {start, end}
    for first, last, _ in marks:
        if first < end and last > start:
            edges.update((max(first, start), min(last, end)))
    ordered = sorted(edges)
    runs: Line = []
    for left, right in itertools.pairwise(ordered):
        style = key
        for first, last, wanted in marks:
            if first <= left and right <= last:
                style = wanted
        runs.append((text[left:right], style))
    return runs


def drawn(line: Iterable[Run]) -> Line:
    """Runs of a text as it is shown, without what is not seen of it."""
    return [(seen(text), key) for text, key in line if text.strip(UNSEEN) or not text]


def grounded(line: Iterable[Run], start: int, span: Span, mark: str) -> Line:
    """Runs of a text from an offset on, those within a span with one more mark on their style."""
    runs: Line = []
    for text, key in line:
        first = max(0, min(span.start - start, len(text)))
        last = max(first, min(span.end - start, len(text)))
        parts = ((text[:first], key), (text[first:last], f"{key} {mark}"), (text[last:], key))
        runs += [(part, style) for part, style in parts if part]
        start += len(text)
    return runs


def wrapped(
    text: str,
    cells: int,
    marks: Sequence[Mark] = (),
    key: str = "text",
    *,
    span: Span | None = None,
    most: int | None = None,
) -> list[Line]:
    """A text (or a span of it) as lines of runs, at most so many, then an ellipsis."""
    start, end = (span.start, span.end) if span else (0, len(text))
    places = wrap(text, cells, start, end)
    lines = [drawn(styled(text, first, last, marks, key)) for first, last in places[:most]]
    if most is not None and len(places) > most:
        lines[-1] = clip([*lines[-1], ("   ", key)], min(cells, width(lines[-1]) + 2))
    return lines


def marked(line: Line, looked_for: re.Pattern[str] | None, key: str = "found") -> Line:
    """The line with another style key where its text has what is looked for, also across runs."""
    if looked_for is None:
        return line
    text = "".join(text for text, _ in line)
    places = [match.span() for match in looked_for.finditer(text)]
    if not places:
        return line
    runs: Line = []
    at = 0
    for text, own in line:
        marks = [(start - at, end - at, key) for start, end in places]
        runs += styled(text, 0, len(text), marks, own)
        at += len(text)
    return runs


def shift(marks: Iterable[Mark], by: int) -> list[Mark]:
    """The marks moved by so many characters, those before the start left out."""
    return [(max(0, s + by), e + by, k) for s, e, k in marks if e + by > 0]
