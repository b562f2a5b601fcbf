"""Where words stand changes the order of hits, and nothing else of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.port import TEXT_BEGINS, Hit
from reader.search.query import parse
from reader.search.reorder import Where, in_order, nearness, reordered, words_asked
from reader.search.syntax import Node, Run, Text, mapped
from reader.text.tokens import stem

HITS = st.lists(
    st.builds(
        Hit,
        id=st.sampled_from([f"id{n}" for n in range(12)]),
        score=st.sampled_from([0.0, 1.0, 1.5, 2.0, 9.0]),
        day=st.sampled_from([0, 1, 700_000, 730_000, 739_000, 3_652_059]),
    ),
    unique_by=lambda hit: hit.id,
)
PLACES = st.lists(st.integers(0, 2_000), max_size=4, unique=True).map(sorted)
WHERE = st.dictionaries(
    st.sampled_from([f"id{n}" for n in range(12)]), st.lists(PLACES, min_size=2, max_size=2)
)


WORDS = [frozenset({"bridg"}), frozenset({"ferri"})]


def stemmed(query: str) -> Node:
    """A query as an index answers it, each word by its one stem."""

    def change(node: Node) -> Node:
        if isinstance(node, Text):
            stems = tuple(frozenset({stem(word)}) for word in node.words)
            return Run(stems, node.label, node.part)
        return node

    return mapped(parse(query).root, change)


@given(HITS, WHERE, st.booleans())
def test_the_same_hits_none_worth_less(hits: list[Hit], where: Where, newer: bool) -> None:
    found = reordered(hits, where, WORDS, newer=newer)
    assert sorted((hit.id, hit.day) for hit in found) == sorted((hit.id, hit.day) for hit in hits)
    before = {hit.id: hit.score for hit in hits}
    assert all(hit.score >= before[hit.id] for hit in found)
    assert list(found) == sorted(found, key=lambda hit: hit.order("relevance"))


@given(HITS)
def test_what_the_places_do_not_tell_stays_in_order(hits: list[Hit]) -> None:
    ranked = sorted(hits, key=lambda hit: hit.order("relevance"))
    assert reordered(ranked, {}, WORDS, newer=False) == tuple(ranked)


@given(HITS, WHERE)
def test_hits_without_a_score_stand_newest_first(hits: list[Hit], where: Where) -> None:
    by_filter = [Hit(hit.id, 0.0, hit.day) for hit in hits]
    days = [hit.day for hit in reordered(by_filter, where, WORDS)]
    assert days == sorted(days, reverse=True)


T = TEXT_BEGINS
BETTER: dict[str, tuple[list[list[int]], list[list[int]]]] = {
    "in the title": ([[0], [T + 300]], [[T + 100], [T + 300]]),
    "both in the title": ([[0], [5]], [[0], [T + 200]]),
    "in the opening": ([[T + 3], [T + 300]], [[T + 100], [T + 300]]),
    "side by side": ([[T + 100], [T + 101]], [[T + 100], [T + 300]]),
    "nearer": ([[T + 100], [T + 103]], [[T + 100], [T + 140]]),
    "in the order typed": ([[T + 100], [T + 101]], [[T + 101], [T + 100]]),
    "near once": ([[T + 100, T + 500], [T + 501]], [[T + 100, T + 400], [T + 501]]),
    "known at all": ([[T + 400], [T + 800]], [[], []]),
}


@pytest.mark.parametrize("name", BETTER)
def test_better(name: str) -> None:
    good, bad = BETTER[name]
    hits = [Hit("a bad", 1.0, 9), Hit("good", 1.0, 9)]
    where: Where = {"good": good, "a bad": bad}
    assert [hit.id for hit in reordered(hits, where, WORDS)] == ["good", "a bad"]


def test_little_words_in_the_title_tell_nothing() -> None:
    words = [frozenset({"the"}), frozenset({"bridg"})]
    where: Where = {"a": [[0, T], [T + 1]], "b": [[T], [T + 1]]}
    scores = [hit.score for hit in reordered([Hit("a", 1.0), Hit("b", 1.0)], where, words)]
    assert scores[0] == scores[1] > 1
    little = [hit.score for hit in reordered([Hit("a", 1.0)], {"a": [[0]]}, words[:1])]
    assert little == [1.0]


def test_newer_ones_come_first_only_among_good_ones_alike() -> None:
    old, new = Hit("old", 1.0, 738_000), Hit("new", 0.97, 739_000)
    assert [hit.id for hit in reordered([old, new], {}, WORDS)] == ["new", "old"]
    assert [hit.id for hit in reordered([old, new], {}, WORDS, newer=False)] == ["old", "new"]
    far = Hit("far", 0.9, 739_000)
    assert [hit.id for hit in reordered([old, far], {}, WORDS)] == ["old", "far"]
    undated = Hit("undated", 1.0, 0)
    assert reordered([undated, old], {}, WORDS)[-1] == undated


@pytest.mark.parametrize(
    ("places", "near"),
    [
        ([[5], [6]], 1.0),
        ([[6], [5]], 1.0),
        ([[5], [8]], 0.5),
        ([[1, 50], [49, 90], [48]], 1.0),
        ([[5]], 0.0),
        ([[5], [5]], 1.0),
    ],
)
def test_nearness(places: list[list[int]], near: float) -> None:
    assert nearness(places) == near


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([[5], [6]], 1.0),
        ([[5], [7]], 0.75),
        ([[6], [5]], 0.0),
        ([[5, 50], [9, 51]], 1.0),
        ([[5], [6], [40]], 0.5),
        ([[5], [10]], 0.0),
    ],
)
def test_in_order(places: list[list[int]], told: float) -> None:
    assert in_order(places) == told


@given(st.lists(PLACES.filter(bool), min_size=2, max_size=4))
def test_nearness_is_a_share(places: list[list[int]]) -> None:
    assert 0 < nearness(places) <= 1


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("bridges ferry", ["bridg", "ferri"]),
        ('"harbour bridge" ferry', ["harbour", "bridg", "ferri"]),
        ("bridge outlet:coast -ferry", ["bridg"]),
        ("bridge OR ferry", []),
        ("title:bridge", []),
        ("", []),
    ],
)
def test_words_asked(query: str, words: list[str]) -> None:
    assert [next(iter(stems)) for stems in words_asked(stemmed(query))] == words
