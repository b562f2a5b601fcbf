"""Digits that tell no quantity: addresses, times of day, telephone numbers, names of things."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.model import Span
from reader.text.date_words import NAMERS
from reader.text.dates import DateMention
from reader.text.number_places import matches
from reader.text.number_words import HEDGES
from reader.text.stopwords import STOP

_OTHER = re.compile(
    r"https?://\S+|www\.\S+|pic\.twitter\.com/\S+|\S+@\S+|[@#]\w+"
    r"|\b\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b\d{1,2}\s+o['’]clock\b|\b\d+[ /]\d/\d\b|\b\d/\d\b|\b24/7\b|\b9/11\b|\b911\b"
    r"|(?:\+\d{1,3}[\s.-]?)?\(?\b\d{3}\)?[\s.-]\d{3}[.-]\d{4}\b|\+\d[\d\s.-]{6,}\d"
    r"|\b\d{1,5}(?:\s+[A-Z][\w.]*){1,3}\s+"
    r"(?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Blvd|Drive|Lane|Way|Place|Square)\b"
    r"|\b\d+(?=\s+blocks?\s+of\b)"
    r"|(?m:^[ \t]*\(?\d{1,3}[.)])(?=\s)"
    r"|\b(?:1[0-9]|20|[2-9])0['’]?s\b|\b(?:1[5-9]|20)\d0s\b"
)
# What they begin with: a digit or mark, an address, or the blanks before the number of a list.
_MARK = re.compile(r"[@#+(\d]")
_LINK = re.compile(r"https?:|www\.|pic\.")
_LISTED = re.compile(r"\n[ \t]*\(?\d")
_RUN = re.compile(r"\S+")
_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)\s+$")
_OPENERS = (
    STOP
    | frozenset(word for hedge in HEDGES for word in hedge.split())
    | frozenset("sept oct nov dec jan feb aug apr".split())
)


def not_counted(text: str, dates: Iterable[DateMention]) -> tuple[Span, ...]:
    """The places whose digits are no quantities; its dates among them."""
    other = [Span(*match.span()) for match in matches(_OTHER, text, _places(text))]
    return tuple(sorted([mention.span for mention in dates] + other))


def _places(text: str) -> list[int]:
    """Where one of the other forms may begin, in order."""
    found = {match.start() for match in _MARK.finditer(text)}
    found.update(match.start() for match in _LINK.finditer(text))
    found.update(match.start() for match in _LISTED.finditer("\n" + text))
    if "@" in text:
        for run in _RUN.finditer(text):
            found.update(range(run.start(), text.rfind("@", *run.span())))
    return sorted(found)


def names_a_thing(text: str, start: int) -> bool:
    """Whether the word before makes a bare number part of a name: LLaMA 4, Highway 101, No. 2."""
    before = _BEFORE.search(text, max(0, start - 32), start)
    if before is None:
        return False
    word = before[1]
    folded = word.casefold().rstrip(".")
    if folded in NAMERS:
        return True
    if folded in _OPENERS or word.endswith((".", "'s", "’s")):
        return False
    return any(character.isupper() for character in word)
