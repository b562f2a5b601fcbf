"""What is common to all that answers from posting lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.search.segment import _best


@given(
    scores=st.lists(st.sampled_from([0.5, 1.0, 2.0, 2.5, 3.0]), max_size=80),
    most=st.integers(1, 9),
)
def test_the_best_are_those_of_a_stable_sort(scores: list[float], most: int) -> None:
    """Of equal ones the first; so few are looked at that their best may be too good a measure."""
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    assert list(_best(scores, most)) == order[:most]
