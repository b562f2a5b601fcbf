"""The outline of an article: its headings, and the marks below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.sentences import Paragraph
from reader.text.shown import read_in
from reader.ui.desk import Page
from reader.ui.marks import Mark
from reader.ui.pickbox import Pick
from reader.ui.signs import PERHAPS

WORDS = 12
"""Words of a paragraph that stand for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the outline: where it leads, and the mark that it is, if it is one."""

    offset: int
    pick: Pick
    mark: Mark | None = None


def outline(page: Page, marks: Sequence[Mark]) -> list[Place]:
    """Headings and marks in the order of the text; without headings, how paragraphs begin."""
    text, length = page.article.text, max(1, len(page.article.text))
    headings = _headings(page)
    places: list[Place] = []
    for number, paragraph in enumerate(page.paragraphs):
        if paragraph in headings or not headings or number == 0:
            words = read_in(text, paragraph.span).split()
            said = " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
            key = "strong" if paragraph in headings else "text"
            at = paragraph.span.start
            places.append(Place(at, Pick(((f" {said}", key),), f"{100 * at // length} %")))
    for mark in marks:
        said = read_in(text, mark.span)
        perhaps = PERHAPS.symbol if mark.certainty == "perhaps" else " "
        runs = (("   ", "text"), (mark.sign.symbol, mark.sign.role), (perhaps, "dim"),
                (f" {said}", "dim"))  # fmt: skip
        where = f"¶{page.paragraph_of(mark.span.start)}"
        places.append(Place(mark.span.start, Pick(runs, where), mark))
    return sorted(places, key=lambda place: (place.offset, place.mark is not None))


_BYLINE = re.compile(r"(?:By|by|BY) [A-Z“\"][^.!?]*")
_TOGETHER = 3
"""So many short lines, one behind the other, are a list or the rows of a table."""


def _headings(page: Page) -> set[Paragraph]:
    """The paragraphs that head others: all that are marked so, and of short lines those that can.

    A short line is none where it is a byline, stands before the first sentence (a byline, an
    outlet, a caption), has an address, or goes on a list of such lines.
    """
    text, found = page.article.text, set[Paragraph]()
    run: list[Paragraph] = []
    begun = False
    for paragraph in (*page.paragraphs, None):
        if paragraph is not None and paragraph.heading and not _is_marked(text, paragraph):
            run.append(paragraph)
            continue
        kept = run[:1] if len(run) >= _TOGETHER else run
        found |= {each for each in kept if begun and _can_head(each.span.of(text))}
        run, begun = [], begun or (paragraph is not None and not paragraph.heading)
        if paragraph is not None and paragraph.heading:
            found.add(paragraph)
    return found


def _is_marked(text: str, paragraph: Paragraph) -> bool:
    line = text.rfind("\n", 0, paragraph.span.start) + 1
    return "#" in text[line : paragraph.span.start]


def _can_head(words: str) -> bool:
    return not (_BYLINE.fullmatch(words) or "://" in words or "\t" in words or " | " in words)
