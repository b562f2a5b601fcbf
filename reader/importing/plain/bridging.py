"""Paragraphs of an article that stand below a box within it: a newsletter, a link, a list."""

from __future__ import annotations

from collections.abc import Sequence

from reader.importing.plain.blocks import Line, is_comments_head
from reader.importing.plain.furniture import Kind, is_list_header

# Chosen on the pages of the extraction set.
_LONGEST_BOX = 8  # lines
_MOST_UNKNOWN = 2  # lines of a box that nothing tells: its heading, one headline
# A paragraph that goes on is no teaser: it is long, or has another right below it.
_LONG, _FEWEST_WORDS = 20, 10


def bridged(lines: Sequence[Line], last: int) -> tuple[int, frozenset[int]]:
    """The place behind an article that ended at `last`, with what goes on below its boxes.

    With the places of the lines of these boxes, in which a subheading above a paragraph is not.
    """
    boxes: set[int] = set()
    while (found := _below_box(lines, last)) is not None:
        boxes.update(_box(lines, last, found))
        last = found + 1
    return last, frozenset(boxes)


def _below_box(lines: Sequence[Line], last: int) -> int | None:
    """The place of the next paragraph of the article; None if there is none."""
    place = last
    while place < len(lines) and lines[place].kind is not Kind.BODY:
        place += 1
        if place - last > _LONGEST_BOX:
            return None
    if place >= len(lines):
        return None
    box = lines[last:place]
    unknown = sum(not _is_known(line) for line in box)
    if unknown > _MOST_UNKNOWN or unknown == len(box) > 0:
        return None
    if any(is_comments_head(line.text) for line in box):
        return None
    return place if _goes_on(lines, place) else None


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    words = lines[place].words
    if words >= _LONG:
        return True
    return words >= _FEWEST_WORDS and any(
        line.kind is Kind.BODY and line.words >= _FEWEST_WORDS
        for line in lines[place + 1 : place + 2]
    )


def _box(lines: Sequence[Line], start: int, stop: int) -> range:
    """The lines from one paragraph to the next that are no part of the article."""
    heads = stop > start and not _is_known(lines[stop - 1])
    listed = any(is_list_header(line.text) for line in lines[start:stop])
    return range(start, stop - 1 if heads and not listed else stop)


def _is_known(line: Line) -> bool:
    return line.kind in (Kind.FURNITURE, Kind.AROUND) or is_list_header(line.text)
