"""BCubed on groupings small enough to do by hand."""

from __future__ import annotations

import pytest

from tests.quality.bcubed import bcubed

LABEL = dict(zip("abcde", "xxxyy", strict=True))


@pytest.mark.parametrize(
    ("groups", "precision", "recall"),
    [
        (["abc", "de"], 1, 1),
        (["a", "b", "c", "d", "e"], 1, (3 / 3 + 2 / 2) / 5),
        (["abcde"], (3 * 3 / 5 + 2 * 2 / 5) / 5, 1),
        (["ab", "cde"], (2 + 1 / 3 + 2 * 2 / 3) / 5, (2 * 2 / 3 + 1 / 3 + 2) / 5),
    ],
)
def test_by_hand(groups: list[str], precision: float, recall: float) -> None:
    found = bcubed(groups, LABEL)
    assert found.precision == pytest.approx(precision)
    assert found.recall == pytest.approx(recall)
    assert found.f1 == pytest.approx(2 * precision * recall / (precision + recall))
