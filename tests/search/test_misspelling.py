"""Which word was meant by a misspelled one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from reader.search.misspelling import distance, worth


@pytest.mark.parametrize(
    ("typed", "nearer", "farther"),
    [
        ("polise", "police", "polite"),  # they sound alike
        ("kavanuagh", "kavanaugh", "kavanagh"),  # swapped
        ("mueler", "mueller", "muelder"),  # one of two
        ("harnour", "harbour", "hartour"),  # the next key
        ("nerkel", "merkel", "terkel"),
        ("trumo", "trump", "trumf"),
        ("arket", "arker", "market"),  # the first letter is seldom wrong
    ],
)
def test_what_is_nearer(typed: str, nearer: str, farther: str) -> None:
    assert distance(typed, nearer) < distance(typed, farther)


@given(st.text("abcst", max_size=7), st.text("abcst", max_size=7))
def test_it_is_about_the_number_of_wrong_letters(one: str, other: str) -> None:
    letters = OSA.distance(one, other)
    assert 0.7 * letters <= distance(one, other) + 1e-9
    assert distance(one, other) <= letters + 2 * 0.7 + 1e-9
    assert distance(one, one) == 0


def test_a_frequent_word_is_meant_where_letters_do_not_tell() -> None:
    assert worth("trumo", "trumb", 900) > worth("trumo", "trumf", 3)
    assert worth("trumpp", "trump", 3) > worth("trumpp", "trim", 10_000)
