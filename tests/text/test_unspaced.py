"""Runs without spaces, cut into grams."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.unspaced import UNSPACED, grams


def shown(run: str, language: str) -> list[str]:
    return [gram for gram, _ in grams(run, language) if gram]


@pytest.mark.parametrize(
    ("run", "language", "cut"),
    [
        ("東京都で火事", "ja", ["東京", "京都", "火事"]),
        ("焼けた町のハーラン製粉所", "ja", ["焼け", "ハーラン", "製粉", "粉所"]),
        ("それから", "ja", []),
        ("面粉厂的大火", "zh", ["面粉", "粉厂", "大火"]),
        ("目的地", "ja", ["目的", "的地"]),  # in Chinese alone it is a function character
        ("오수읍에서는", "ko", ["오수", "수읍"]),
        ("말했다", "ko", ["말했"]),
        ("火", "ja", []),
        ("ไฟไหม้", "th", ["ไฟไห", "ฟไหม", "ไหม้"]),
        ("ไฟ", "th", ["ไฟ"]),
    ],
)
def test_runs_are_cut(run: str, language: str, cut: list[str]) -> None:
    assert shown(run, language) == cut


def test_katakana_is_a_name_and_hiragana_parts() -> None:
    assert grams("ハーラン", "ja") == (("ハーラン", "name"),)
    assert [kind for _, kind in grams("焼け跡", "ja")][:2] == ["loose", "loose"]


def test_grams_across_a_function_character_are_not_in_a_row() -> None:
    found = grams("大火的原因", "zh")
    between = found[found.index(("大火", "part")) + 1 : found.index(("原因", "part"))]
    assert ("", "loose") in between


@given(st.text(max_size=30), st.sampled_from(["ja", "zh", "ko", "th", ""]))
def test_any_run_can_be_cut(run: str, language: str) -> None:
    assert all(gram == "" or gram in run for gram, _ in grams(run, language))


def test_the_ranges_can_stand_in_a_set() -> None:
    import re

    assert re.fullmatch(f"[{UNSPACED}]+", "東京ハあ한국ไทย𠮷")
    assert not re.search(f"[{UNSPACED}]", "aéя。、ك")
