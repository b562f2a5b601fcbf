"""How probably one word was typed for another: what hand and ear mistake is nearer."""

from __future__ import annotations

from itertools import pairwise
from math import log

# What a wrong letter costs, in letters: a slip of the hand or of the ear less than any other.
_SLIP = 0.7
# The first letter of a word is seldom wrong.
_FIRST = 0.7
# A letter more that is wrong outweighs any frequency but not by far: best on the misspelled names
# and words of tests/quality/measure_spelling.py, where from 8 to 13 is much the same.
_LETTER = 10.0

_ALIKE = ("aeiouy", "csz", "ckqx", "bp", "dt", "fvw", "gj", "mn", "lr")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> frozenset[tuple[str, str]]:
    """Letters that sound alike, and those side by side on a keyboard."""
    found = {(a, b) for group in _ALIKE for a in group for b in group if a != b}
    for row in _KEYS:
        for a, b in pairwise(row):
            found |= {(a, b), (b, a)}
    return frozenset(found)


_NEAR = _neighbours()


def distance(typed: str, word: str) -> float:
    """In how many letters two words differ: other, missing, too many or two swapped ones; those
    that are easily mistaken count less, the first one more.
    """
    before: list[float] = []
    row = [0.0]
    for letter in word:
        row.append(row[-1] + _one_more(word, len(row) - 1, letter))
    for i, letter in enumerate(typed):
        earlier, before = before, row
        row = [before[0] + _one_more(typed, i, letter)]
        for j, meant in enumerate(word):
            first = _FIRST if i == j == 0 else 0.0
            other = 0.0 if letter == meant else first + (_SLIP if (letter, meant) in _NEAR else 1.0)
            best = min(
                before[j] + other,
                before[j + 1] + _one_more(typed, i, letter),
                row[j] + _one_more(word, j, meant),
            )
            if i and j and letter == word[j - 1] and typed[i - 1] == meant and letter != meant:
                best = min(best, earlier[j - 1] + _SLIP + (_FIRST if i == j == 1 else 0.0))
            row.append(best)
    return row[-1]


def _one_more(word: str, at: int, letter: str) -> float:
    """What a letter costs that the other word has not: doubled ones are left out easily."""
    doubled = letter in (word[at - 1 : at], word[at + 1 : at + 2])
    return _SLIP if doubled else 1.0 + (_FIRST if at == 0 else 0.0)


def worth(typed: str, word: str, articles: int) -> float:
    """How probable it is that a word of so many articles was meant; of two words of which one is
    worth 1 more, that is e times as probable.
    """
    return log(articles + 1) - _LETTER * distance(typed, word)
