"""What a person gets who selects all of a web page, copies it, and pastes it as plain text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lxml import html as lxml_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_NEVER = frozenset(
    "script style noscript template head svg math iframe object embed video audio canvas select "
    "textarea input datalist map".split()
)
_APART = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table figure hr".split())
_LINES = frozenset(
    "address article aside body dd details dialog div dt fieldset figcaption footer form header "
    "hgroup html legend li main menu nav section summary tr caption tbody thead tfoot center "
    "button".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


def pasted(page: str) -> str:
    """The visible text of a page: blocks as lines, paragraphs with empty lines around them."""
    root = lxml_html.document_fromstring(_DECLARED.sub("", page))
    text = "".join(_written(root))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _written(node: HtmlElement) -> Iterator[str]:
    """Text, and newlines for the borders of blocks, of an element without its tail."""
    if not isinstance(node.tag, str) or node.tag in _NEVER or _hidden(node):
        return
    border = "\n\n" if node.tag in _APART else "\n" if node.tag in _LINES else ""
    yield "\n" if node.tag == "br" else border
    yield _flat(node.text)
    for child in node:
        yield from _written(child)
        yield _flat(child.tail)
    yield " " if node.tag in ("td", "th") else border


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _hidden(node: HtmlElement) -> bool:
    return (
        "hidden" in node.attrib
        or node.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(node.get("style", "")))
    )


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, counted; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def overlap(found: str, wanted: str) -> tuple[float, float, float]:
    """Shares of shingles found rightly, wrongly, and missed; they sum to 1."""
    ours, theirs = shingles(found), shingles(wanted)
    right = (ours & theirs).total()
    wrong, missed = ours.total() - right, theirs.total() - right
    whole = right + wrong + missed or 1
    return right / whole, wrong / whole, missed / whole


def scores(pairs: Iterator[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall (means over the pages) and F1 of these, of (found, wanted) pairs."""
    shares = [overlap(found, wanted) for found, wanted in pairs]
    precise = [right / (right + wrong) for right, wrong, _ in shares if right + wrong]
    recalled = [right / (right + missed) for right, _, missed in shares if right + missed]
    precision, recall = sum(precise) / len(precise), sum(recalled) / len(recalled)
    return precision, recall, 2 * precision * recall / (precision + recall)
