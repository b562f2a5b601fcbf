"""One version of a text cut into words and marks, in the form in which versions are compared."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from reader.text.sentences import paragraphs

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_MARKS = (
    "!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00bb\u00bf\u2010-\u2027\u2030-\u205e"
    "\u2212\u3001-\u3003\u3008-\u3020\uff01-\uff0f\uff1a-\uff20"
)
_LETTER = f"[^\\s{_MARKS}{_CJK}]"
# A word (one character where a script writes no spaces), joined inside by an apostrophe, hyphen,
# or the point of a number; or one mark; dots and hyphens in a row are one mark.
TOKEN = re.compile(
    f"[{_CJK}]|{_LETTER}+(?:(?:['’ʼ‐‑–-]|(?<=\\d)[.,:](?=\\d)){_LETTER}+)*"
    r"|\.{2,}|-{2,}|''|``|\S"
)
_IS_MARK = re.compile(f"[{_MARKS}]")
# Marks that differ in type only: an outlet's new fount is no change of its text.
_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ`´′", "'")
    | dict.fromkeys("“”„‟«»＂″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..", "\u00ad": None, "\u200b": None, "\u2060": None}
)
_RUNS = re.compile(r"\.{2,}|-{2,}|''")
_ENDS = frozenset(".!?…。！？")


class Version(NamedTuple):
    """The words and marks of one version."""

    spans: list[tuple[int, int]]
    keys: list[str]
    breaks: list[int]
    """Indexes of the words that begin a paragraph, 0 first."""
    lengths: list[int]
    """Characters of the words before each, and of all."""

    def size(self, start: int, end: int) -> int:
        """Characters of some words."""
        return self.lengths[end] - self.lengths[start]

    def words(self, start: int, end: int) -> int:
        """How many of them are words, not marks."""
        return sum(not is_mark(key) for key in self.keys[start:end])

    def edge(self, at: int) -> int:
        """How good a border lies before a word: paragraph, sentence, clause, none."""
        index = bisect_left(self.breaks, at)
        if at == len(self.keys) or (index < len(self.breaks) and self.breaks[index] == at):
            return 4
        before = self.keys[at - 1]
        return 2 if before in _ENDS else 1 if is_mark(before) else 0


def cut(text: str) -> Version:
    """The words and marks of a text."""
    spans, keys = [], []
    for match in TOKEN.finditer(text):
        key = match[0]
        if not key.isascii():
            key = unicodedata.normalize("NFC", key).translate(_ALIKE) or key
        if not key.isalnum():
            key = _RUNS.sub(lambda run: '"' if run[0] == "''" else run[0][0] * 2, key)
            key = {"--": "-", "``": '"'}.get(key, key)
        spans.append(match.span())
        keys.append(key)
    starts = [start for start, _ in spans]
    lines = (text.rfind("\n", 0, each.span.start) + 1 for each in paragraphs(text))
    breaks = sorted({0, *(bisect_left(starts, line) for line in lines)})
    return Version(spans, keys, breaks, [0, *accumulate(end - start for start, end in spans)])


def is_mark(key: str) -> bool:
    """Whether it is punctuation, not a word."""
    return _IS_MARK.match(key) is not None
