"""Addresses that are written out in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from reader.model import Span

# What RFC 3986 allows, and letters of other scripts, which addresses carry percent-encoded.
_ADDRESS = re.compile(r"\bhttps?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]{1,2000}", re.IGNORECASE)
_SENTENCE = ".,;:!?'*"
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Link:
    """An address where it stands in a text."""

    span: Span
    address: str
    """It in ASCII, safe to open and to hand to a terminal."""


def find_links(text: str) -> tuple[Link, ...]:
    """The addresses of a text in order; only http and https are any."""
    if "://" not in text:
        return ()
    found = []
    for match in _ADDRESS.finditer(text):
        written = _without_sentence(match[0])
        if len(written) > written.find("//") + 2:
            span = Span(match.start(), match.start() + len(written))
            found.append(Link(span, quote(written, safe="-._~:/?#[]@!$&'()*+,;=%")))
    return tuple(found)


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
