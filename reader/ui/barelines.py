"""Lines of runs as the terminal gets them: the one place where words become its output."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.css.styles import StylesBase
from textual.geometry import Size
from textual.strip import Strip

from reader.text.safety import visible
from reader.ui.draw import Line
from reader.ui.pictures import of_one_width
from reader.ui.signs import ASCII_CELLS

_FLAT = str.maketrans("\n\t", "  ")


def strip_of(
    runs: Line, cells: int, style: Callable[[str], Style], *, ground: str, ascii_only: bool
) -> Strip:
    """A line in exactly so many cells, in styles by their keys; nothing in it moves the cursor."""
    segments, taken = [], 0
    for text, key in runs:
        shown = text if text.isprintable() else visible(text).translate(_FLAT)
        shown = of_one_width(shown)
        if ascii_only:
            shown = shown.translate(ASCII_CELLS)
        segments.append(Segment(shown, style(key)))
        taken += len(shown) if shown.isascii() else cell_len(shown)
    if taken < cells:
        segments.append(Segment(" " * (cells - taken), style(ground)))
    return Strip(segments, max(taken, cells)).crop(0, cells)


def reversed_in(strip: Strip, start: int, end: int) -> Strip:
    """The line with its characters from `start` to `end` (-1: the last one) reversed."""
    first = cell_len(strip.text[:start])
    last = strip.cell_length if end == -1 else cell_len(strip.text[:end])
    before, within, after = (
        strip.crop(0, first),
        strip.crop(first, last),
        strip.crop(last, strip.cell_length),
    )
    return Strip.join([before, within.apply_style(Style(reverse=True)), after])


class BareLines(StylesCache):
    """Keeps the lines of a widget that draws each in its whole width and in all its colours.

    Textual goes on to look for borders, padding, tints and outlines around every line, which
    takes as long as drawing it. A widget that has a border is drawn as Textual does it.
    """

    def render_line(
        self, styles: StylesBase, y: int, size: Size, content_size: Size, *more: Any
    ) -> Strip:
        """A line with what belongs around it."""
        if size != content_size:
            return super().render_line(styles, y, size, content_size, *more)
        _, _, _, render_content_line, *_ = more
        strip: Strip = render_content_line(y)
        return strip
