"""BCubed precision, recall and F1 of a grouping (Bagga and Baldwin, 1998)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class BCubed(NamedTuple):
    """Means over all items, 0 to 1."""

    precision: float
    recall: float
    f1: float


def bcubed(groups: Iterable[Sequence[str]], label: Mapping[str, str]) -> BCubed:
    """Compare groups of items with their labels.

    For each item: of its group, the share that has its label; of its label, the share that is in
    its group.
    """
    groups = list(groups)
    of_label = Counter(label[item] for group in groups for item in group)
    items = precision = recall = 0.0
    for group in groups:
        for name, count in Counter(label[item] for item in group).items():
            items += count
            precision += count * count / len(group)
            recall += count * count / of_label[name]
    precision, recall = precision / items, recall / items
    return BCubed(precision, recall, 2 * precision * recall / (precision + recall))
