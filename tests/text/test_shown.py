"""A text as it is shown: offsets stay, signs of Markdown within sentences are not seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.shown import as_read, seen, shown


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The [report](https://a.example/r) is out.", "The report is out."),
        ("A dam\n> broke at\n> > noon.", "A dam broke at noon."),
        ("See https://a.example/r [1].", "See https://a.example/r [1]."),
        ("It rose by\n5 > 4 percent.", "It rose by 5 > 4 percent."),
    ],
)
def test_signs_are_not_read(text: str, read: str) -> None:
    assert as_read(text) == read
    assert len(shown(text)) == len(text)


def test_numbers_stand_behind_the_words() -> None:
    text = "https://a.example: [one](https://b.example), [two](https://c.example)"
    assert seen(shown(text, numbered=True)) == "https://a.example: one[2], two[3]"


@given(st.text(st.sampled_from("ab[]()!> \n")).map(lambda t: t.replace("a", "](https://a.b/c)")))
def test_every_offset_stays(text: str) -> None:
    for numbered in (False, True):
        assert len(shown(text, numbered=numbered)) == len(text)
