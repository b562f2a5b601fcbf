"""Words that stand near each other, in any order (`"bridge harbour"~3`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

Places = Sequence[int]
"""Where a word stands, counted in words, ascending."""


def beside(columns: Sequence[Places], slop: int = 0) -> Collection[int]:
    """Where words that stand in these places stand together: the places where that begins."""
    if slop:
        return [start for start, _ in near(columns, slop)]
    starts = set(columns[0])
    for distance, following in enumerate(columns[1:], 1):
        starts.intersection_update([place - distance for place in following])
        if not starts:
            break
    return starts


def numbered(columns: Sequence[Places], slop: int, begins: Places) -> frozenset[int]:
    """Which of the stretches that begin in some places have the words of a run together."""
    return frozenset(bisect_right(begins, start) for start in beside(columns, slop))


def near(places: Sequence[Places], slop: int) -> Iterator[tuple[int, int]]:
    """First and last place of all stretches, in order, that have each of the words once.

    At most `slop` other words stand in one; none begins within another.
    """
    width = len(places) + slop
    behind = -1
    for start in sorted({place for each in places for place in each}):
        if start < behind:
            continue
        within = [each[bisect_left(each, start) : bisect_left(each, start + width)]
                  for each in places]  # fmt: skip
        if not all(within):
            continue
        for end in sorted({place for each in within for place in each}):
            if _each_its_own([[p for p in each if p <= end] for each in within]):
                yield start, end
                behind = end + 1
                break


def _each_its_own(options: Sequence[Places]) -> bool:
    """Whether every word can have a place that no other one has (Kuhn's matching)."""
    owner: dict[int, int] = {}

    def give(word: int, refused: set[int]) -> bool:
        for place in options[word]:
            if place not in refused:
                refused.add(place)
                if place not in owner or give(owner[place], refused):
                    owner[place] = word
                    return True
        return False

    return all(give(word, set()) for word in range(len(options)))
