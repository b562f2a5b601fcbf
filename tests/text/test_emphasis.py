"""Words that Markdown sets apart: their signs are not seen; signs that set nothing apart are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.text.emphasis import find_emphasis
from reader.text.shown import UNSEEN, as_read, read_in, seen, shown


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The **dam** broke, _they_ say.", "The dam broke, they say."),
        ("***Both*** of __them__ (*once*), “**never**”.", "Both of them (once), “never”."),
        ("**A *small* crack**, then `a_b * c` ran.", "A small crack, then a_b * c ran."),
        ("**[The report](https://a.example/_x_)** is out.", "The report is out."),
        (r"A file\_name and \*stars\*.", "A file_name and *stars*."),
    ],
)
def test_signs_are_not_seen(text: str, read: str) -> None:
    assert as_read(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "He said f**k and s**t, and “***” and “***king”.",
        "Rates* rose, and so did prices*. *Terms apply.",
        "5 * 3 * 2 and 4*3*2 are not alike; 2 ** 3 ** 4.",
        "A snake_case_name and another_one_here.",
        "See https://a.example/_x_/*y* and @_anna_ now.",
        "``Reverend, let's feed `em every day.''",
        "*The first line ends.\n\nThe second one* too.",
        "*****\nIt went out.\n*****",
        "* one\n* two\n* three",
    ],
)
def test_what_sets_nothing_apart_is_seen(text: str) -> None:
    assert seen(shown(text)) == text


def test_of_a_passage_cut_out_of_bold_words_the_signs_are_not_seen() -> None:
    text = "**The lamp went out. Nobody saw it.** Then it rained."
    assert as_read(text[:20]) == "The lamp went out."
    assert as_read("Nobody saw it.**") == "Nobody saw it."
    assert as_read("What the f**") == "What the f**"
    assert as_read("report](https://a.example/r) of May") == "report of May"


def test_what_is_cut_in_two_is_read_as_it_stands_in_the_text() -> None:
    text = "See [the whole report](https://a.example/r) **at once**."
    for start in range(len(text)):
        for end in range(start + 1, len(text)):
            assert read_in(text, Span(start, end)) in "See the whole report at once."


@given(st.text(st.sampled_from("ab*_`|\\ \n-.”")))
def test_every_offset_stays(text: str) -> None:
    words = shown(text)
    assert len(words) == len(text)
    changed = [(was, now) for was, now in zip(text, words, strict=True) if was != now]
    assert all(now in (UNSEEN, " ", "|") and was in "*_`|\\-: " for was, now in changed)
    for each in find_emphasis(text):
        assert each.signs[0].end == each.words.start
        assert each.words.end == each.signs[1].start
