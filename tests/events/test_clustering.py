"""Average-link clustering, on graphs small enough to do by hand."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.events.clustering import INWARD, clusters

Pair = tuple[int, int]
Links = dict[Pair, float]


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


@pytest.mark.parametrize(
    ("links", "blocks", "apart", "expected"),
    [
        pytest.param({}, [(0, 2)], [], [[0, 2], [1]], id="a block needs no links"),
        pytest.param({(1, 2): 3.0}, [(0, 2)], [], [[0, 1, 2]], id="what is near joins a block"),
        pytest.param({(1, 2): 1.9}, [(0, 2)], [], [[0, 2], [1]], id="its mean link counts"),
        pytest.param({(0, 1): 9.0}, [], [(0, 1)], [[0], [1], [2]], id="apart whatever the link"),
        pytest.param({(0, 1): 9.0}, [], [(1, 0)], [[0], [1], [2]], id="in either order"),
        pytest.param(
            {(0, 1): 9.0, (1, 2): 9.0, (0, 2): 9.0}, [], [(0, 2)], [[0, 1], [2]], id="a foe of one"
        ),
        pytest.param({(1, 2): 9.0}, [(0, 1)], [(0, 2)], [[0, 1], [2]], id="a foe of a block"),
    ],
)
def test_what_a_person_said(
    links: Links, blocks: list[Pair], apart: list[Pair], expected: list[list[int]]
) -> None:
    assert clusters(3, links, blocks=blocks, apart=apart) == expected


def test_foes_are_inherited_from_all_that_a_group_took_over() -> None:
    links = {(0, 1): 9.0, (2, 3): 8.0, (0, 2): 7.0, (1, 2): 7.0, (0, 3): 7.0, (1, 3): 7.0}
    assert clusters(4, links) == [[0, 1, 2, 3]]
    assert clusters(4, links, apart=[(1, 3)]) == [[0, 1], [2, 3]]


def dense(*groups: range, within: float, between: float) -> Links:
    """All links of some groups."""
    all = [(at, i) for at, group in enumerate(groups) for i in group]
    return {(i, j): within if a == b else between for (a, i), (b, j) in combinations(all, 2)}


@pytest.mark.parametrize(
    ("size", "between", "inward", "groups"),
    [
        pytest.param(5, 1.5, INWARD, 2, id="two dense groups stay apart"),
        pytest.param(5, 1.5, 0.0, 1, id="not if nothing is asked"),
        pytest.param(5, 3.9, INWARD, 1, id="not if they hang together as each does"),
        pytest.param(2, 1.6, INWARD, 1, id="less is asked of pairs"),
        pytest.param(1, 1.0, INWARD, 1, id="nothing is asked of single ones"),
    ],
)
def test_groups_that_hang_together_less_than_each_does(
    size: int, between: float, inward: float, groups: int
) -> None:
    links = dense(range(size), range(size, 2 * size), within=4.0, between=between)
    assert len(clusters(2 * size, links, inward=inward)) == groups


def test_a_single_one_joins_a_dense_group() -> None:
    assert len(clusters(6, dense(range(5), range(5, 6), within=4.0, between=1.0))) == 1


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


BLOCKS = st.sampled_from(
    [(), ((0, 1),), ((2, 7), (3, 4, 5)), ((0, 9), (1, 8), (2, 7)), (tuple(range(10)),)]
)
PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


@given(graphs, BLOCKS, PAIRS, st.randoms(use_true_random=False))
def test_what_a_person_said_always_holds(
    links: Links, blocks: tuple[tuple[int, ...], ...], pairs: list[Pair], rng: random.Random
) -> None:
    together = [set(block) for block in blocks]
    apart = [(i, j) for i, j in pairs if i != j and not any({i, j} <= b for b in together)]
    found = clusters(10, links, blocks=blocks, apart=apart)
    assert sorted(i for group in found for i in group) == list(range(10))
    assert found == sorted(sorted(group) for group in found)
    assert all(any(block <= set(group) for group in found) for block in together)
    assert not any({i, j} <= set(group) for group in found for i, j in apart)
    items = list(links.items())
    rng.shuffle(items)
    shuffled = rng.sample(apart, len(apart))
    assert clusters(10, dict(items), blocks=blocks[::-1], apart=shuffled) == found
