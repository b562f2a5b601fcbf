"""Average-link clustering on a sparse graph; the outcome hangs on nothing but the links."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def clusters(size: int, links: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Partition 0..size-1: the two groups with the highest mean link merge while it is >= 1.0.

    A link that is not there counts as 0. Of equal ones that with the lowest indices goes first.
    Groups and their members are in ascending order.
    """
    sums: list[dict[int, float]] = [{} for _ in range(size)]
    for (i, j), strength in sorted(links.items()):
        sums[i][j] = sums[j][i] = strength
    members = [[index] for index in range(size)]
    # Entries of the heap that a merge has made stale are known by the sizes at their making.
    heap = [(-strength, i, j, 1, 1) for (i, j), strength in links.items() if strength >= 1.0]
    heapify(heap)
    while heap:
        _, i, j, size_i, size_j = heappop(heap)
        if len(members[i]) != size_i or len(members[j]) != size_j:
            continue
        _merge(i, j, sums)
        members[i] = sorted(members[i] + members[j])
        members[j] = []
        for k in sums[i]:
            mean = sums[i][k] / (len(members[i]) * len(members[k]))
            if mean >= 1.0:
                low, high = min(i, k), max(i, k)
                heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
    return [group for group in members if group]


def _merge(i: int, j: int, sums: list[dict[int, float]]) -> None:
    """Let group i take over the links of group j; i < j, so a group keeps its lowest index."""
    for k, strength in sums[j].items():
        del sums[k][j]
        if k != i:
            sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + strength
    sums[j] = {}
