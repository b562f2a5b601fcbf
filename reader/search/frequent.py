"""The best documents of a word that is still being typed and stands in very many of them."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from heapq import nlargest
from itertools import compress
from typing import Any

from reader.search.bm25 import MOST_WEIGHT
from reader.search.found import gathered
from reader.search.lists import IN_TEXT, IN_TITLE, Posting
from reader.search.port import GOES_ON, TITLE_WEIGHT

BEGUN = [0.0, *[GOES_ON] * (IN_TITLE - 1), TITLE_WEIGHT * GOES_ON]
"""What it is worth to have a word that begins so, by the mark for it."""

SAMPLE = 16
"""The best of every so many scores say what the best of all are worth at least."""

_HAIR = 1e-9  # sums of the same numbers in another order may differ by less

Worth = Callable[[Sequence[int]], list[float]]
"""What codes are worth."""


def promising(
    posting: Posting,
    worth: Worth,
    marks: bytes,
    every: Sequence[int],
    norms: Sequence[float],
    most: int,
) -> list[int]:
    """Documents with a term, among them so many of the best: those it stands in often enough.

    The term has a row; `every` are all documents. Of many of them that is seen at once, by the
    higher bytes of their codes.
    """
    some, codes = posting.ids[::SAMPLE], posting.codes[::SAMPLE]
    pairs = zip(some, worth(codes), strict=True)
    sums = [score + BEGUN[marks[rank]] for rank, score in pairs if marks[rank]]
    least = min(nlargest(most, sums)) if len(sums) >= most else 0.0
    shortest = min(range(len(norms)), key=norms.__getitem__)
    highest = worth([weight * len(norms) + shortest for weight in range(MOST_WEIGHT + 1)])
    row: Any = posting.row
    high = bytes(memoryview(row).cast("B"))[int(sys.byteorder == "little") :: 2]
    found: list[int] = []
    for mark in (IN_TEXT, IN_TITLE):
        needed = least - BEGUN[mark] - _HAIR
        enough = bisect_left(highest, needed, 1) * len(norms) >> 8
        often = high.translate(bytes(byte >= enough for byte in range(256)))
        marked = marks.translate(bytes(byte == mark for byte in range(256)))
        both = int.from_bytes(often, "little") & int.from_bytes(marked, "little")
        likely = list(compress(every, both.to_bytes(len(marks), "little")))
        found += compress(likely, map(needed.__le__, worth(gathered(row, likely))))
    return sorted(found)
