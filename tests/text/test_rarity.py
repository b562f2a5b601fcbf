"""The table of document frequencies."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.text.rarity import articles, idf, rare
from reader.text.tokens import stem

COLD = """
import time
start = time.perf_counter()
from reader.text import rarity
rarity.idf("river")
print(time.perf_counter() - start)
"""


@pytest.mark.parametrize(
    ("rarer", "commoner"), [("lighthouse", "river"), ("river", "president"), ("president", "the")]
)
def test_rare_words_weigh_more(rarer: str, commoner: str) -> None:
    assert idf(stem(rarer)) > idf(stem(commoner)) >= 0


def test_an_unknown_stem_counts_as_one_article() -> None:
    assert idf("qqxzz") == pytest.approx(9.21, abs=0.01)
    assert articles() == 10_000


@pytest.mark.parametrize(("word", "expected"), [("president", False), ("qqxzz", True)])
def test_rare_is_at_most_one_in_a_hundred(word: str, expected: bool) -> None:
    assert rare(stem(word)) == expected
    assert rare(stem(word), at_most=1.0)


def test_it_loads_at_once() -> None:
    runs = [
        float(subprocess.run([sys.executable, "-c", COLD], capture_output=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(runs) < 0.2  # 30 ms on an idle machine; tests share theirs
