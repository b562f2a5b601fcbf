"""Average-link clustering on a sparse graph; the outcome hangs on nothing but the links."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import sqrt

# Two groups stay apart if they hang together less than each does in itself: reports of one of two
# look-alike events are nearer to each other than to those of its twin, however near these are.
# The share grows with the smaller group, whose inner links are few and the first to be chosen.
# On the look-alike events .93 to .94 for .75, 1.0, and for other pairs of constants near to these;
# .92 without. Events of two and three articles, as in events-dated-dev, are not touched by it.
INWARD = 0.75
FEW = 1.0


def clusters(
    size: int,
    links: Mapping[tuple[int, int], float],
    *,
    blocks: Iterable[Collection[int]] = (),
    apart: Collection[tuple[int, int]] = (),
    inward: float = INWARD,
) -> list[list[int]]:
    """Partition 0..size-1: the two groups with the highest mean link merge while it is >= 1.0.

    A link that is not there counts as 0. Of equal ones that with the lowest indices goes first.
    `blocks` are groups to begin with; of the pairs in `apart` no two get into one group. Groups
    and their members are in ascending order.
    """
    state = _State(size, links, inward)
    for i, j in apart:
        state.foes[i].add(j)
        state.foes[j].add(i)
    for block in blocks:
        first, *rest = sorted(block)
        for index in rest:
            state.merge(first, index)
    heap = state.heap()
    while heap:
        _, i, j, size_i, size_j = heappop(heap)
        # Entries of the heap that a merge has made stale are known by the sizes at their making.
        if len(state.members[i]) != size_i or len(state.members[j]) != size_j:
            continue
        if j in state.foes[i] or not state.inward(i, j):
            continue
        state.merge(i, j)
        for entry in state.entries(i):
            heappush(heap, entry)
    return [sorted(group) for group in state.members if group]


_Entry = tuple[float, int, int, int, int]
"""Minus the mean link, two groups, and their sizes."""


class _State:
    """Groups, each under its lowest index, with the sums of links between and within them."""

    def __init__(self, size: int, links: Mapping[tuple[int, int], float], inward: float) -> None:
        self.members = [[index] for index in range(size)]
        self.sums: list[dict[int, float]] = [{} for _ in range(size)]
        for (i, j), strength in sorted(links.items()):
            self.sums[i][j] = self.sums[j][i] = strength
        self.within = [0.0] * size
        self.foes: list[set[int]] = [set() for _ in range(size)]
        self._inward = inward

    def heap(self) -> list[_Entry]:
        """All pairs of groups that may merge, the strongest first."""
        found = {
            entry for i, group in enumerate(self.members) if group for entry in self.entries(i)
        }
        heap = list(found)
        heapify(heap)
        return heap

    def entries(self, i: int) -> Iterable[_Entry]:
        """What a group may merge with."""
        for k, strength in self.sums[i].items():
            mean = strength / (len(self.members[i]) * len(self.members[k]))
            if mean >= 1.0:
                low, high = min(i, k), max(i, k)
                yield -mean, low, high, len(self.members[low]), len(self.members[high])

    def inward(self, i: int, j: int) -> bool:
        """Whether two groups hang together nearly as much as each in itself."""
        a, b = len(self.members[i]), len(self.members[j])
        fewer = min(a, b)
        if fewer < 2:
            return True
        means = self._mean(i, a) * self._mean(j, b)
        least = self._inward * (1 - FEW / fewer) * sqrt(means)
        return self.sums[i][j] / (a * b) >= least

    def merge(self, i: int, j: int) -> None:
        """Let group i take over group j; i < j, so a group keeps its lowest index."""
        self.within[i] += self.within[j] + self.sums[i].get(j, 0.0)
        for k, strength in self.sums[j].items():
            del self.sums[k][j]
            if k != i:
                self.sums[i][k] = self.sums[k][i] = self.sums[i].get(k, 0.0) + strength
        self.sums[j] = {}
        self.members[i] += self.members[j]
        self.members[j] = []
        for k in self.foes[j]:
            self.foes[k].discard(j)
            self.foes[k].add(i)
        self.foes[i] |= self.foes[j]
        self.foes[j] = set()

    def _mean(self, i: int, size: int) -> float:
        return self.within[i] / (size * (size - 1) / 2)
