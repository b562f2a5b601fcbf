"""How rare a word is in news, from a fixed table: a new article moves no other's weights."""

from __future__ import annotations

from functools import cache
from math import log
from pathlib import Path


def idf(stem: str) -> float:
    """The natural log of (articles / articles that have the stem); unknown stems count as one."""
    known, unknown = all_idfs()
    return known.get(stem, unknown)


def rare(stem: str, at_most: float = 0.01) -> bool:
    """Whether at most this share of news articles has the stem."""
    size, counts = _table()
    return counts.get(stem, 1) <= at_most * size


def articles() -> int:
    """How many articles the table counts."""
    return _table()[0]


@cache
def all_idfs() -> tuple[dict[str, float], float]:
    """The `idf` of each stem of the table, and that of all others; not to be changed."""
    size, counts = _table()
    return {stem: log(size / count) for stem, count in counts.items()}, log(size)


@cache
def pair_idfs() -> dict[tuple[str, str], float]:
    """The `idf` of the most frequent pairs of stems in a row; not to be changed.

    All other pairs are rarer.
    """
    text = Path(__file__).with_name("pair_frequencies.txt").read_text("utf-8")
    fields = text.partition("\n")[2].split()
    pairs = zip(fields[::3], fields[1::3], strict=True)
    return {
        pair: log(articles() / int(count)) for pair, count in zip(pairs, fields[2::3], strict=True)
    }


@cache
def _table() -> tuple[int, dict[str, int]]:
    """The number of articles counted, and in how many each stem occurs."""
    text = Path(__file__).with_name("document_frequencies.txt").read_text("utf-8")
    head, _, body = text.partition("\n")
    size = int(head.split()[1].removeprefix("N="))
    fields = body.split()
    return size, dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
