"""Where in a text numbers can begin: patterns that are long to try are tried there only.

The engine of `re` tries a pattern at every character; few of them can begin a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.text.number_words import CROWDS, SIGNS, SMALL, TENS

_DIGITS = re.compile(r"\d+")
_WORDS = sorted((*SIGNS, *SMALL, *TENS, *CROWDS, "tens", "half", "a ", "a-", "an"))
# A few letters sort out nearly all words, and trying them is quick.
_BEGINNINGS = "|".join(re.escape(word) for word in sorted({word[:3] for word in _WORDS}))
_FIRST_LETTERS = "".join(re.escape(letter) for letter in sorted({word[0] for word in _WORDS}))
_WORD = re.compile(rf"(?<!\w)(?=[{_FIRST_LETTERS}])(?={_BEGINNINGS})", re.IGNORECASE)


def digit_places(text: str) -> list[int]:
    """Where runs of digits begin, in order."""
    return [match.start() for match in _DIGITS.finditer(text)]


def number_places(text: str) -> list[int]:
    """Where a number, its currency sign or its decimal point may begin, in order."""
    found = {match.start() for match in _WORD.finditer(text)}
    for place in digit_places(text):
        found.add(place)
        if text[place - 1 : place] == ".":
            found.add(place - 1)
    return sorted(found)


def matches(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `finditer` finds of a pattern that matches at these places only, given in order."""
    end = 0
    for place in places:
        if place >= end:
            match = pattern.match(text, place)
            if match is not None:
                yield match
                end = match.end()
