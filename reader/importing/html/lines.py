"""The lines of the article in a page's tree."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.importing.extras import needed
from reader.text.safety import clean

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_CELLS = "  "
_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "div", "blockquote", "dd")
# Elements; the second opinions that it asks take time by the square of their number.
_LARGE = 5_000
# Longer blocks are paragraphs, whatever they link to.
_LONGEST_LINKED = 600


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article."""

    text: str
    kind: str
    """`p`, `head`, `quote`, `item` or `row`."""
    linked: float
    """Share of its characters that are words of links, 0 to 1."""
    opens: bool
    """Whether a new paragraph begins with it."""


def lines(tree: HtmlElement, *, precise: bool = True) -> list[Line]:
    """What trafilatura takes for the article; `precise` is less but surer."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise needed("web", "web pages") from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    shares = _shares(tree)
    large = sum(1 for _ in islice(tree.iter(), _LARGE + 1)) > _LARGE
    # With include_links it loses the words around links that stand outside of paragraphs.
    found = bare_extraction(
        tree,
        favor_precision=precise,
        favor_recall=not precise,
        include_comments=False,
        fast=large,
    )
    if found is None or isinstance(found, dict):
        return []
    return [line for block in found.body for line in _block(block, shares)]


def plain_lines(text: str) -> list[Line]:
    """The lines of a plain text, each a paragraph."""
    written = (" ".join(line.split()) for line in text.split("\n"))
    return [Line(line, "p", 0.0, opens=True) for line in written if line]


def _shares(tree: HtmlElement) -> dict[str, float]:
    """Of the blocks that hold links, by their letters: the share of the words of links."""
    linked: dict[HtmlElement, int] = {}
    for link in tree.iter("a"):
        letters = len(_letters(link.text_content()))
        # An anchor may hold headings, or a whole card.
        inner = [block for block in link.iter(*_BLOCKS) if len(block) == 0]
        for block in inner:
            linked[block] = len(_letters(block.text_content()))
        for parent in link.iterancestors(*_BLOCKS):
            linked[parent] = linked.get(parent, 0) + letters
            break
    found: dict[str, float] = {}
    for block, letters in linked.items():
        key = _letters(block.text_content())
        if 0 < len(key) <= _LONGEST_LINKED:
            found[key] = max(found.get(key, 0.0), min(letters / len(key), 1.0))
    return found


def _letters(text: str) -> str:
    return "".join(text.split())


def _block(block: _Element, shares: Mapping[str, float]) -> list[Line]:
    if block.tag == "list":
        parts = [("item", part) for item in block.iter("item") for part in _parts(item, "list")]
    elif block.tag == "table":
        parts = [("row", _row(row)) for row in block.iter("row")]
    else:
        kind = block.tag if block.tag in ("head", "quote") else "p"
        parts = [(kind, part) for part in _parts(block)]
    # What stands between two blocks is a paragraph of its own.
    parts += [("p", " ".join((block.tail or "").split()))]
    whole = shares.get(_letters("".join(block.itertext())), 0.0)
    made: list[Line] = []
    for kind, part in parts:
        text = " ".join(clean(part).split())
        if text:
            linked = shares.get(_letters(text), whole)
            made.append(Line(text, kind, linked, opens=not made))
    return made


def _parts(element: _Element, without: str = "") -> list[str]:
    """The runs of words between the line breaks of an element."""
    parts = [element.text or ""]

    def walk(node: _Element) -> None:
        for child in node:
            if child.tag in _BREAKS:
                parts.append("")
            if child.tag != without:
                parts[-1] += child.text or ""
                walk(child)
            if child.tag in _BREAKS and child.tag != "lb":
                parts.append("")
            parts[-1] += (_CELLS if child.tag == "cell" else "") + (child.tail or "")

    walk(element)
    return parts


_BREAKS = frozenset(("lb", "p", "head", "item", "quote", "list", "row"))


def _row(row: _Element) -> str:
    cells = (" ".join(" ".join(_parts(cell)).split()) for cell in row.iter("cell"))
    return _CELLS.join(cell for cell in cells if cell)
