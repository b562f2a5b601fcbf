"""Corrections for articles without dates; scores are given, so that one guard speaks at a time."""

from __future__ import annotations

import pytest

from reader.events.profiles import Profile
from reader.events.undated import LARGE, UNDATED, undated_links

Views = tuple[dict[str, float], dict[str, float]]


def plain(length: int = 500, quoted: frozenset[int] = frozenset(), term: str = "own") -> Profile:
    view = {"shared": 0.6, term: 1.0}
    return Profile(None, None, (view, view), (1.0, 1.0), quoted, length)


def test_two_without_company_need_little_more_than_the_threshold() -> None:
    pair = [plain(term="one"), plain(term="two")]
    assert undated_links({(0, 1): UNDATED + 0.05}, pair)[0, 1] >= 1
    assert undated_links({(0, 1): UNDATED - 0.05}, pair)[0, 1] < 1


def test_in_a_story_the_nearest_must_be_clearly_nearer() -> None:
    story = {(0, 1): 0.5, (0, 2): 0.5, (1, 2): 0.5, (0, 3): 0.5, (1, 3): 0.5, (2, 3): 0.5}
    crowd = [plain(term=f"own{n}") for n in range(4)]
    same = undated_links(story, crowd)
    assert max(same.values()) < 1
    apart = undated_links(story | {(0, 1): 0.9}, [plain(), plain(), *crowd[2:]])
    assert [pair for pair, strength in apart.items() if strength >= 1] == [(0, 1)]


def test_a_large_library_needs_no_correction() -> None:
    story = {(0, 1): 0.25, (0, 2): 0.25, (1, 2): 0.25}
    library = [plain(term=f"own{n}") for n in range(LARGE)]
    assert min(undated_links(story, library).values()) == pytest.approx(0.25 / UNDATED)


def test_a_shared_quotation_brings_two_articles_nearer() -> None:
    with_it = [plain(quoted=frozenset({7})), plain(quoted=frozenset({7, 8}))]
    without = [plain(quoted=frozenset({7})), plain(quoted=frozenset({8}))]
    assert undated_links({(0, 1): 0.3}, with_it)[0, 1] == pytest.approx(
        1.5 * undated_links({(0, 1): 0.3}, without)[0, 1]
    )


def test_a_long_article_does_not_attract_by_its_length() -> None:
    short = undated_links({(0, 1): 0.3}, [plain(), plain()])
    long = undated_links({(0, 1): 0.3}, [plain(), plain(length=4000)])
    assert long[0, 1] < short[0, 1]
    assert undated_links({(0, 1): 0.3}, [plain(), plain(length=900)]) == short
