"""How links and words set apart are drawn: links with the numbers behind their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.text.emphasis import Emphasis
from reader.text.links import Link
from reader.text.shown import number_of
from reader.ui.draw import Mark


def link_marks(links: Sequence[Link], start: int, end: int, *, openable: bool) -> Iterator[Mark]:
    """Those of the links that stand between two offsets; the terminal opens them if it can."""
    for number, link in enumerate(links, 1):
        if link.span.start < end and link.span.end > start:
            address = f" link {link.address}" if openable else ""
            yield link.span.start, link.span.end, f"text underline{address}"
        if link.signs and start <= (behind := link.signs[1].start) < end:
            yield behind, behind + len(number_of(number)), "accent"


_LOOKS = {"bold": "text bold", "italic": "text italic", "code": "dim"}


def emphasis_marks(apart: Sequence[Emphasis], start: int, end: int) -> Iterator[Mark]:
    """Those words that are set apart between two offsets."""
    for each in apart:
        if each.words.start < end and each.words.end > start:
            yield each.words.start, each.words.end, _LOOKS[each.kind]
