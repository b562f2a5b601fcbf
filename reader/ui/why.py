"""The panel beside an event: why it is one, its articles, and what perhaps belongs too."""

from __future__ import annotations

from reader.model import Event
from reader.text.safety import one_line
from reader.ui.draw import Line, cut, wrapped
from reader.ui.pane import Block
from reader.ui.panel import Target
from reader.ui.shelf import LETTERS, Shelf, headline, long_day
from reader.ui.voices import voices_said


def why_blocks(event: Event, shelf: Shelf, cells: int) -> list[Block]:
    """Name, reasons, articles, and what perhaps belongs too."""
    cells = max(12, cells - 3)
    lines: list[Line] = [*wrapped(one_line(event.label), cells, key="strong")]
    lines += [[(f"{len(event.articles)} articles", "dim")], [("", "text")]]
    lines.append([("Why one event", "strong")])
    for reason in event.why:
        parts = wrapped(one_line(reason), cells - 2)
        lines += [[("· " if i == 0 else "  ", "dim"), *part] for i, part in enumerate(parts)]
    told = any("one voice" in reason for reason in event.why)  # grouping may say it already
    for said in [] if told else voices_said(event, event.articles):
        parts = wrapped(said, cells - 2)
        lines += [[("= " if i == 0 else "  ", "dim"), *part] for i, part in enumerate(parts)]
    lines += [[("", "text")], [("Articles", "strong")]]
    blocks = [Block(tuple(lines))]
    for index, id in enumerate(event.articles):
        if card := shelf.cards.get(id):
            letter = LETTERS[index] if index < len(LETTERS) else " "
            outlet = one_line(card.outlet) if card.outlet else "no outlet"
            head: Line = [(f"{letter} ", "strong"), (cut(headline(card), cells - 2), "text")]
            about: Line = [(cut(f"  {outlet}, {long_day(card.published)}", cells), "dim")]
            blocks.append(Block((head, about), Target(id, 0)))
    maybe = [(shelf.cards[id], reason) for id, reason in event.maybe if id in shelf.cards]
    if maybe:
        blocks.append(Block(([("", "text")], [("Perhaps also", "strong")])))
        for card, reason in maybe:
            head = [("? ", "dim"), (cut(headline(card), cells - 2), "text")]
            about = [(cut(f"  {one_line(reason)}", cells), "dim")]
            blocks.append(Block((head, about), Target(card.id, 0)))
    return blocks


def no_events() -> Block:
    """What is said where no two articles report the same happening."""
    return Block(
        (
            [("No events yet", "strong")],
            [("", "text")],
            [("Two articles about the same happening make one.", "text")],
            [("a", "accent"), (" adds articles", "text")],
        )
    )
