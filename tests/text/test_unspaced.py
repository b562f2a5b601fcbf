"""Runs without spaces, cut into grams."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.unspaced import UNSPACED, grams


def shown(run: str, language: str) -> list[str]:
    return [gram.removesuffix(f"/{language}") for gram, _ in grams(run, language) if gram]


@pytest.mark.parametrize(
    ("run", "language", "cut"),
    [
        ("東京都で火事", "ja", ["東京", "京都", "火事"]),
        ("焼けた町のハーラン製粉所", "ja", ["焼け", "ハーラン", "製粉", "粉所"]),
        ("それから", "ja", []),
        ("面粉厂的大火", "zh", ["面粉", "粉厂", "大火"]),
        ("目的地", "ja", ["目的", "的地"]),  # in Chinese alone it is a function character
        ("오수읍에서는", "ko", ["오수", "수읍"]),
        ("주민들은", "ko", ["주민"]),
        ("약속했다", "ko", ["약속"]),
        ("월요일", "ko", []),
        ("月曜日", "ja", []),
        ("周一晚上", "zh", ["一晚", "晚上"]),
        ("火", "ja", []),
        ("ไฟไหม้", "th", ["ไฟไห", "ฟไหม", "ไหม้"]),
        ("ไฟ", "th", ["ไฟ"]),
    ],
)
def test_runs_are_cut(run: str, language: str, cut: list[str]) -> None:
    assert shown(run, language) == cut


def test_katakana_is_a_name_and_hiragana_parts() -> None:
    assert grams("ハーラン", "ja") == (("ハーラン/ja", "name"),)
    assert [kind for _, kind in grams("焼け跡", "ja")][:2] == ["loose", "loose"]


def test_grams_across_a_function_character_are_not_in_a_row() -> None:
    found = grams("大火的原因", "zh")
    between = found[found.index(("大火/zh", "part")) + 1 : found.index(("原因/zh", "part"))]
    assert ("", "loose") in between


@given(st.text(max_size=30), st.sampled_from(["ja", "zh", "ko", "th", ""]))
def test_any_run_can_be_cut(run: str, language: str) -> None:
    assert all(gram in run for gram in shown(run, language))


def test_grams_of_two_languages_never_meet_and_in_english_text_they_bear_no_mark() -> None:
    assert grams("東京", "ja")[0][0] == "東京/ja"
    assert grams("東京", "zh")[0][0] == "東京/zh"
    assert grams("東京", "en")[0][0] == "東京"


def test_the_ranges_can_stand_in_a_set() -> None:
    import re

    assert re.fullmatch(f"[{UNSPACED}]+", "東京ハあ한국ไทย𠮷")
    assert not re.search(f"[{UNSPACED}]", "aéя。、ك")
