"""The table of document frequencies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.text import rarity
from reader.text.language import normal
from reader.text.rarity import all_idfs, articles, counted, idf, rare
from reader.text.tokens import stem

FREQUENCIES = Path(rarity.__file__).with_name("frequencies")
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


@pytest.mark.parametrize(
    ("rarer", "commoner"),
    [
        ("leuchtturm/de", "jahr/de"),
        ("phare/fr", "pay/fr"),
        ("灯塔/zh", "中国/zh"),
        ("svetionik/sr", "godin/sr"),
    ],
)
def test_other_languages_have_their_own_counts(rarer: str, commoner: str) -> None:
    assert idf(rarer) > idf(commoner)
    assert rare(rarer)
    assert not rare(commoner)


def test_a_language_without_a_table_knows_only_numbers() -> None:
    assert not counted("xx")
    assert idf("word/xx") == idf("qqxzz")
    known, most = all_idfs("xx")
    assert known["2016"] == idf("2016") < most


@pytest.mark.parametrize("path", sorted(FREQUENCIES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_table_says_where_it_comes_from_and_is_of_a_language_that_is_told(path: Path) -> None:
    head = path.read_text("utf-8").partition("\n")[0]
    assert "wordfreq" in head
    assert "CC BY-SA 4.0" in head
    assert normal(path.stem) == path.stem
    assert counted(path.stem)


def test_it_loads_at_once() -> None:
    runs = [
        float(subprocess.run([sys.executable, "-c", COLD], capture_output=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(runs) < 0.2  # 30 ms on an idle machine; tests share theirs
