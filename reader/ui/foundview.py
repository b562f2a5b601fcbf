"""What stands beside the hits of a search: the place in the article, or what to ask instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.ui.draw import Line, cut, spread, wrapped
from reader.ui.pane import Block
from reader.ui.results import Found, Hit
from reader.ui.shelf import LETTERS, headline

if TYPE_CHECKING:
    from reader.ui.desk import Page


@dataclass(frozen=True, slots=True)
class Instead:
    """Another query, to be chosen where one found nothing."""

    query: str


def nothing(found: Found | None, query: str, cells: int) -> list[Block]:
    """What the preview says where nothing was found."""
    cells = max(12, cells - 3)
    more = bool(found and found.more)
    lines: list[Line] = [[("Nothing found" + " yet" * more, "strong")], [("", "text")]]
    so_far = " read so far" * more
    lines += wrapped(f"No article{so_far} has all of: {query}", cells, key="dim")
    if found and found.notice:
        lines += [[("", "text")], *wrapped(found.notice, cells)]
    blocks = [Block((*lines, [("", "text")]))]
    for other, total in found.instead if found else ():
        count = f"{total:,} article{'s' if total > 1 else ''}"
        line = spread([(other, "text")], [(count, "dim")], cells)
        blocks.append(Block((line,), Instead(other)))
    keys: Line = [("Esc", "accent"), (" all articles   ", "text"), ("/", "accent"),
                  (" other words", "text")]  # fmt: skip
    return [*blocks, Block(([("", "text")], keys))]


def hit_preview(found: Found, hit: Hit, page: Page, cells: int) -> list[Block]:
    """The paragraph of the first place, with all places marked; then the event's others."""
    from reader.search.snippets import places

    cells = max(12, cells - 3)
    article = page.article
    spans = places(article, found.root)
    lines: list[Line] = [*wrapped(headline(article), cells, key="strong", most=2)]
    if spans:
        number = page.paragraph_of(spans[0].start)
        lines.append([(f"place 1 of {len(spans)}, paragraph {number}", "dim")])
        lines.append([("", "text")])
        marks: list[Any] = [(s.start, s.end, "found") for s in spans]
        at = next((i for i, p in enumerate(page.paragraphs) if p.span.end > spans[0].start), 0)
        for paragraph in page.paragraphs[at : at + 3]:
            key = "strong" if paragraph.heading else "text"
            lines += wrapped(page.shown, cells, marks, key, span=paragraph.span)
            lines.append([("", "text")])
    elif hit.never:
        lines.append([("never says " + ", ".join(hit.never), "dim")])
    lines += _others(hit, found, cells)
    return [Block(tuple(lines))]


def _others(hit: Hit, found: Found, cells: int) -> list[Line]:
    others = [
        row
        for row in found.rows
        if row.kind == "article" and row.inside and row.inside == hit.inside and row.id != hit.id
    ]
    lines: list[Line] = []
    for letter, row in zip(LETTERS[1:], others, strict=False):
        body = wrapped(row.snippet, cells - 2, row.found, "dim", most=2) if row.snippet else []
        if row.never:
            body.append([("never says " + cut(", ".join(row.never), cells - 13), "dim")])
        for index, part in enumerate(body):
            lines.append([(f"{letter} " if index == 0 else "  ", "strong"), *part])
    # Where only filters were asked for, there is nothing to say of them.
    return [[("Others of this event", "strong")], *lines] if lines else []
