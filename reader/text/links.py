"""Addresses that are written out in a text, or behind words in Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from reader.model import Span

# What RFC 3986 allows, and letters of other scripts, which addresses carry percent-encoded.
_ADDRESS = re.compile(r"\bhttps?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]{1,2000}", re.IGNORECASE)
# `[words](address)`, also of a picture and with a title; the words may go on in the next line.
_IN_MARKDOWN = re.compile(
    r"(?P<opens>!?\[)(?P<words>(?:[^\[\]\n]|\n(?![ \t>]*\n)|\[[^\[\]\n]{0,80}\]){1,500})"
    r"(?P<closes>\]\(<?(?P<address>https?://[^\s()<>]{1,1000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?)>?"
    r"(?:[ ]\"[^\"\n]{0,200}\")?\))",
    re.IGNORECASE,
)
_SENTENCE = ".,;:!?'*"
_PAIRS = {")": "(", "]": "["}
_SAFE = "-._~:/?#[]@!$&'()*+,;=%"


@dataclass(frozen=True, slots=True)
class Link:
    """An address where it stands in a text, or the words that lead to it."""

    span: Span
    address: str
    """It in ASCII, safe to open and to hand to a terminal."""
    signs: tuple[Span, Span] | None = None
    """What Markdown writes before and behind the words; None where the address stands itself."""


def find_links(text: str) -> tuple[Link, ...]:
    """The addresses of a text in order; only http and https are any."""
    if "://" not in text:
        return ()
    found: list[Link] = []
    end = 0
    for link in in_markdown(text):
        found += _written_out(text, end, link.signs[0].start if link.signs else end)
        found.append(link)
        end = link.signs[1].end if link.signs else end
    return (*found, *_written_out(text, end, len(text)))


def in_markdown(text: str) -> list[Link]:
    """The words that lead to an address, in order."""
    if "](" not in text:
        return []
    return [
        Link(
            Span(*match.span("words")),
            quote(match["address"], safe=_SAFE),
            (Span(*match.span("opens")), Span(*match.span("closes"))),
        )
        for match in _IN_MARKDOWN.finditer(text)
        if match["words"].strip()
    ]


def _written_out(text: str, start: int, end: int) -> list[Link]:
    found = []
    for match in _ADDRESS.finditer(text, start, end):
        written = _without_sentence(match[0])
        if len(written) > written.find("//") + 2:
            span = Span(match.start(), match.start() + len(written))
            found.append(Link(span, quote(written, safe=_SAFE)))
    return found


def _without_sentence(written: str) -> str:
    """An address without the marks that end the sentence or the brackets around it."""
    end = len(written)
    while end:
        last = written[end - 1]
        opens = _PAIRS.get(last)
        unopened = opens is not None and written.count(opens, 0, end) < written.count(last, 0, end)
        if last not in _SENTENCE and not unopened:
            break
        end -= 1
    return written[:end]
