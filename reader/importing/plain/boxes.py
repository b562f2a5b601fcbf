"""Boxes that pages put around their articles: readers' comments, the author, menus, footers.

They are told by more than one line, because each line alone might be the article's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.importing.plain.blocks import Line, is_comments_head
from reader.importing.plain.furniture import Kind, is_list_header
from reader.importing.plain.notices import is_count
from reader.importing.plain.phrases import AUTHOR, SECTIONS, folded

_LEAST_BEFORE = 0.5  # share of the words; what stands above less of them is no end
_FEWEST_BUTTONS = 2  # answer, report, log in: buttons among comments
_MOST_ABOUT_AUTHOR = 3  # lines about the author, down to the end or the next furniture
_FEWEST_SECTIONS = 3  # entries of a menu that are known, of at least half of its lines
_LONGEST_ENTRY = 4  # words
_LONGEST_HEAD = 6  # words


def end_of(lines: Sequence[Line]) -> int:
    """The place behind the article, where the comments or the box about its author begin."""
    total = sum(line.words for line in lines)
    buttons = sum(line.kind is not Kind.BODY and line.kind is not Kind.OTHER for line in lines)
    last = max((place for place, line in enumerate(lines) if line.kind is Kind.BODY), default=-1)
    before = 0
    for place, line in enumerate(lines):
        buttons -= line.kind is not Kind.BODY and line.kind is not Kind.OTHER
        if before > total * _LEAST_BEFORE and (
            _heads_comments(line, buttons) or _heads_author(lines, place, last)
        ):
            return place
        before += line.words
    return len(lines)


def menu_in(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of menus and footers among lines without a paragraph."""
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and _may_be_entry(lines[stop]):
            stop += 1
        run = lines[start:stop]
        known = sum(line.kind is Kind.AROUND or folded(line.text) in SECTIONS for line in run)
        if known >= _FEWEST_SECTIONS and 2 * known >= len(run):
            yield from run
        start = max(stop, start + 1)


def _may_be_entry(line: Line) -> bool:
    return line.kind is not Kind.BODY and line.words <= _LONGEST_ENTRY


def _heads_comments(line: Line, buttons: int) -> bool:
    return is_comments_head(line.text) and buttons >= _FEWEST_BUTTONS - is_count(line.text)


def _heads_author(lines: Sequence[Line], place: int, last: int) -> bool:
    """Whether a few lines follow, and below these no paragraph."""
    if lines[place].words > _LONGEST_HEAD or folded(lines[place].text) not in AUTHOR:
        return False
    below = lines[place + 1 : place + 2 + _MOST_ABOUT_AUTHOR]
    about = next(
        (
            count
            for count, line in enumerate(below)
            if line.kind in (Kind.AROUND, Kind.FURNITURE) or is_list_header(line.text)
        ),
        len(below),
    )
    return about <= _MOST_ABOUT_AUTHOR and last <= place + about
