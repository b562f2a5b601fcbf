"""The outline of an article: its headings, and the marks below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.safety import one_line
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
    headed = any(paragraph.heading for paragraph in page.paragraphs)
    places: list[Place] = []
    for number, paragraph in enumerate(page.paragraphs):
        if paragraph.heading or not headed or (number == 0 and not paragraph.heading):
            words = one_line(paragraph.span.of(text)[:400]).split()
            said = " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
            key = "strong" if paragraph.heading else "text"
            at = paragraph.span.start
            places.append(Place(at, Pick(((f" {said}", key),), f"{100 * at // length} %")))
    for mark in marks:
        said = one_line(mark.span.of(text)[:400])
        perhaps = PERHAPS.symbol if mark.certainty == "perhaps" else " "
        runs = (("   ", "text"), (mark.sign.symbol, mark.sign.role), (perhaps, "dim"),
                (f" {said}", "dim"))  # fmt: skip
        where = f"¶{page.paragraph_of(mark.span.start)}"
        places.append(Place(mark.span.start, Pick(runs, where), mark))
    return sorted(places, key=lambda place: (place.offset, place.mark is not None))
