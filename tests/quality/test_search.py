"""Quality of ranking: known articles are found again, at least as well as by SQLite FTS5."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.model import Article
from tests.quality.known_items import known_items, misspelling, reciprocal_rank
from tests.quality.measure_search import DATA, FILES, compared, corpus

FLOORS: Mapping[str, float] = tomllib.loads(
    Path(__file__).with_name("floors.toml").read_text("utf-8")
)["search"]
KINDS = {"headline", "plain fragment", "quoted fragment", "misspelled"}
ARTICLES = 2_000  # indexed in under a minute


@pytest.mark.skipif(
    not all((DATA / name).is_file() for name in FILES), reason="the measuring material is not here"
)
def test_known_articles_are_found_again(tmp_path: Path) -> None:
    found = compared(corpus(ARTICLES), tmp_path)
    for kind, (ours, theirs) in found.items():
        assert ours >= FLOORS[kind.replace(" ", "_")], kind
        assert ours >= theirs - FLOORS["behind_at_most"], kind


def test_the_first_place_counts_most() -> None:
    assert reciprocal_rank(["a", "b"], {"a"}) == 1
    assert reciprocal_rank(["a", "b"], {"b", "c"}) == 0.5
    assert reciprocal_rank(["a", "b"], {"c"}) == 0


def test_queries_are_made_of_the_articles_words() -> None:
    words = "The mayor said that the harbour bridge would open again before winter comes to town"
    made = [Article(f"n{n}", f"{words} {n}.", "Harbour bridge opens again soon") for n in range(9)]
    items = known_items(made, seed=1)
    assert items == known_items(made, seed=1)
    said = set(f"{words} {made[0].title}".split())
    assert {item.kind for item in items} == KINDS
    assert all(
        set(item.query.strip('"').split()) <= said for item in items if item.kind != "misspelled"
    )


@pytest.mark.parametrize("seed", range(20))
def test_a_misspelling_is_another_word(seed: int) -> None:
    made = misspelling("harbour", random.Random(seed))
    assert made != "harbour"
    assert abs(len(made) - len("harbour")) <= 1
