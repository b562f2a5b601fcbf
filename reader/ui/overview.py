"""The left region of a wide article screen: the event's articles, and the marks counted."""

from __future__ import annotations

from collections import Counter

from reader.model import Event
from reader.text.safety import one_line
from reader.ui.desk import Sheet
from reader.ui.draw import Line, cut, spread, wrapped
from reader.ui.marks import margin
from reader.ui.pane import Block
from reader.ui.panel import Target
from reader.ui.shelf import LETTERS, Shelf, headline
from reader.ui.signs import STRENGTH

CELLS = 24


def overview(event: Event, shelf: Shelf, sheet: Sheet, current: str) -> list[Block]:
    """Event and articles, then how many marks of each kind this article has."""
    lines: list[Line] = [[("", "text")], *wrapped(one_line(event.label), CELLS, key="strong")]
    blocks = [Block((*lines, [("", "text")]))]
    for letter, page in zip(LETTERS, sheet.pages, strict=False):
        here = page.article.id == current
        title = cut(headline(page.article), CELLS - 3)
        line: Line = [(f"{letter} ", "strong"), (title, "strong" if here else "text")]
        blocks.append(Block((line,), None if here else Target(page.article.id, 0)))
    missing = len([id for id in event.articles if id in shelf.cards]) - len(sheet.pages)
    if missing > 0:
        blocks.append(Block(([(f"  {missing} more in this event", "dim")],)))
    tally = Counter(mark.sign.symbol for mark in margin(sheet.comparison, sheet.column(current)))
    counted: list[Line] = [[("", "text")], [("Marks", "strong")]]
    for sign in STRENGTH:
        if tally[sign.symbol]:
            words = sign.means.partition(";")[0].partition(",")[0]
            head: Line = [(f"{sign.symbol} ", sign.role), (cut(words, CELLS - 6), "dim")]
            counted.append(spread(head, [(str(tally[sign.symbol]), "text")], CELLS))
    blocks.append(Block(tuple(counted)))
    return blocks
