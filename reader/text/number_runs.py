"""Numbers of several words, so that `2,500` and `two thousand five hundred` are one number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.text.number_words import MAGNITUDES


def number_runs(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where two words or more are one number: first, behind the last, and its digits.

    Small numbers have to be digits already. `nine eleven` are two numbers.
    """
    first = 0
    while first < len(words):
        end, value = _number(words, first)
        if end > first + 1:
            yield first, end, f"{value:.0f}"
        first = max(end, first + 1)


def _number(words: Sequence[str], first: int) -> tuple[int, float]:
    """The end of the number that begins at a word, and its value; 0 where none of two begins."""
    at, total, part, open_ = first, 0.0, 0.0, False
    while at < len(words):
        word = words[at]
        joined = word == "and" and at > first and _ends(words[at + 1 : at + 3])
        if word.isdecimal() and not open_:
            part, open_ = part + int(word), True
        elif word in MAGNITUDES and at > first and (open_ or part):
            factor = MAGNITUDES[word]
            total, part = (total, part * factor) if factor < _GROUP else (total + part * factor, 0)
            open_ = False
        elif not joined or open_:
            break
        at += 1
    return at, total + part


def _ends(words: Sequence[str]) -> bool:
    """Whether these end a number: not in `5 million and 6 million`."""
    return bool(words) and words[0].isdecimal() and not set(words[1:]) & MAGNITUDES.keys()


# From a thousand on the next number begins another group: "two thousand five hundred".
_GROUP = 1000
