"""Words as search sees them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.search.words import head, stem_positions, words
from reader.text.tokens import stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("open-source", ["open", "source"]),
        ("LeCun’s Lecuns", ["lecun", "lecuns"]),
        ("O'Neill", ["oneill"]),
        ("14.3 and 14,000.", ["14.3", "and", "14,000"]),
        ("GPT-4.5", ["gpt", "4.5"]),
        ("U.S.", ["u", "s"]),
        ("snake_case", ["snake", "case"]),
        ("東京AI都", ["東", "京", "ai", "都"]),
        ("Straße", ["strasse"]),
        ("…", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [place.word for place in words(text)] == expected


def test_positions_are_counted_through_all_words() -> None:
    stems, seen, after = stem_positions("Bridges and a bridge", first=10)
    assert stems == {"bridg": [10, 13], "and": [11], "a": [12]}
    assert seen == {"bridges", "and", "a", "bridge"}
    assert after == 14


_ENDINGS = st.sampled_from(
    "s es ies ied y ying ing ings ed ly edly ie e ee eed er ers ization ational fulness biliti "
    "ousli logi ic ate al ment ments ance ence able ible ant ent ism iti ive ize sses us ss".split()
)


@settings(max_examples=300)
@given(st.text("abdefghiklmnoprstuvwxyz", min_size=0, max_size=7), _ENDINGS)
@example("", "ie")
@example("d", "ying")
@example("t", "ying")
def test_every_word_begins_with_the_head_of_its_stem(begin: str, ending: str) -> None:
    word = begin + ending
    assert word.startswith(head(stem(word)))
    assert head(stem(word))
