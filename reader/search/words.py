"""The words of a text as search sees them: one analysis for index, query and highlighter.

A hyphen joins nothing here (`open-source` is two neighbouring words, so it finds `open source`),
and each character of a script without spaces is a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.text.tokens import fold, stem

# Chinese, Japanese and Korean; runs of them are searched as phrases of characters.
CJK_LETTERS = (
    "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
CJK = re.compile(f"[{CJK_LETTERS}]")
LETTER = rf"[^\W_{CJK_LETTERS}]"
# As in reader.text.tokens, without the hyphen.
WORD = re.compile(rf"[{CJK_LETTERS}]|{LETTER}+(?:(?:['’ʼ]|(?<=\d)[.,](?=\d)){LETTER}+)*")


# Words are compared by so many letters; an encoded picture may be one word of a million.
_LONGEST = 100


class Place(NamedTuple):
    """One word of a text."""

    start: int
    end: int
    word: str
    """The folded form, as reader.text.tokens has it."""


def folded(word: str) -> str:
    """The form of one match of WORD."""
    return fold(word if len(word) <= _LONGEST else word[:_LONGEST])


def words(text: str, start: int = 0) -> Iterator[Place]:
    """The words of a text from `start` on, which must not lie inside a word."""
    for match in WORD.finditer(text, start):
        yield Place(match.start(), match.end(), folded(match[0]))


def stem_positions(text: str, first: int = 0) -> tuple[dict[str, list[int]], set[str], int]:
    """The places of each stem counted in words from `first`, the words, and the next number."""
    found: dict[str, list[int]] = {}
    seen: set[str] = set()
    number = first
    for match in WORD.finditer(text):
        word = folded(match[0])
        seen.add(word)
        found.setdefault(stem(word), []).append(number)
        number += 1
    return found, seen, number


def head(stemmed: str) -> str:
    """Letters with which every word of this stem begins (`happi`: happy; `die`: dying)."""
    if len(stemmed) < 3:
        return stemmed[:1]
    return stemmed[:-2] if stemmed.endswith("ie") else stemmed[:-1]
