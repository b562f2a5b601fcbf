"""Average-link clustering, on graphs small enough to do by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.events.clustering import clusters

Links = dict[tuple[int, int], float]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param({}, [[0], [1], [2]], id="nothing in common"),
        pytest.param({(0, 1): 1.0}, [[0, 1], [2]], id="the threshold itself is enough"),
        pytest.param({(0, 1): 0.99}, [[0], [1], [2]], id="below is not"),
        pytest.param({(0, 1): 1.5, (1, 2): 1.9}, [[0], [1, 2]], id="an absent link counts 0"),
        pytest.param({(0, 1): 1.5, (1, 2): 1.9, (0, 2): 0.5}, [[0, 1, 2]], id="a faint one counts"),
        pytest.param({(0, 1): 1.2, (1, 2): 1.2}, [[0, 1], [2]], id="of equals the lowest first"),
    ],
)
def test_by_hand(links: Links, expected: list[list[int]]) -> None:
    assert clusters(3, links) == expected


def test_a_chain_does_not_become_one_group() -> None:
    chain = {(i, i + 1): 1.1 for i in range(20)}
    assert max(map(len, clusters(21, chain))) == 2


graphs = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.1, 4),
)


@given(graphs, st.randoms(use_true_random=False))
def test_the_order_of_the_links_does_not_matter(links: Links, rng: random.Random) -> None:
    items = list(links.items())
    rng.shuffle(items)
    assert clusters(10, dict(items)) == clusters(10, links)


@given(graphs)
def test_a_group_never_reaches_beyond_the_links_above_the_threshold(links: Links) -> None:
    strong: dict[int, set[int]] = {i: {i} for i in range(10)}
    for (i, j), strength in sorted(links.items()):
        if strength >= 1:
            union = strong[i] | strong[j]
            strong |= dict.fromkeys(union, union)
    assert all(set(group) <= strong[group[0]] for group in clusters(10, links))


@given(graphs)
def test_it_is_a_partition(links: Links) -> None:
    assert sorted(i for group in clusters(10, links) for i in group) == list(range(10))
