"""What a person put to an article, as lines: tags, notes, marked words."""

from __future__ import annotations

from reader.text.safety import one_line
from reader.text.shown import as_read
from reader.ui.desk import Page
from reader.ui.draw import Line, cut, wrapped
from reader.ui.pane import Block
from reader.ui.signs import NOTED


def marks_said(page: Page, cells: int) -> list[Line]:
    """What a person put to an article: tags, the note on it, how many words are marked."""
    lines: list[Line] = []
    if page.marks.tags:
        lines += wrapped(f"tags: {one_line(', '.join(page.marks.tags))}", cells, key="dim", most=2)
    if page.marks.later:
        lines.append([("put aside to be read later", "dim")])
    for note in page.notes:
        if note.place is None:
            body = wrapped(one_line(note.text), cells - 2, most=3)
            lines += [[(f"{NOTED.symbol} " if i == 0 else "  ", "accent"), *part]
                      for i, part in enumerate(body)]  # fmt: skip
    if count := sum(note.place is not None for note in page.notes):
        lines.append([(f"{count:,} place{'s' if count > 1 else ''} marked", "dim")])
    return lines


def notes_between(page: Page, first: int, last: int, cells: int) -> list[Block]:
    """The notes on words between two offsets, for a panel."""
    cells = max(12, cells - 3)
    blocks: list[Block] = []
    for span, note in page.noted:
        if note.text and span.start < last and span.end > first:
            quoted = cut(as_read(span.of(page.article.text)), cells - 4)
            lines: list[Line] = [[], [(f"{NOTED.symbol} ", NOTED.role), (f"“{quoted}”", "dim")]]
            for line in note.text.split("\n"):
                lines += [[("  ", "text"), *part] for part in wrapped(line, cells - 2)]
            blocks.append(Block(tuple(line or [("", "text")] for line in lines)))
    return blocks


def more_said(page: Page) -> str:
    """What else there is of an article than its text, with the keys that show it."""
    said = []
    if page.versions > 1:
        said.append(f"version {page.versions} of {page.versions}: V what changed")
    if count := len(page.article.removed):
        said.append(f"{count:,} line{'s' if count > 1 else ''} cut: b shows them")
    return " · ".join(said)
