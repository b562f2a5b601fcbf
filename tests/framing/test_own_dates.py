"""Dates of one article that cannot all be true, and those that may."""

from __future__ import annotations

import pytest

from tests.framing.fact_texts import findings


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm was born in 1950. Holm joined the navy in 1948.",
        "Ida Holm was born in 1950. She became a nurse in 1948.",
        "Ida Holm, born in 1950, is old. In 1948 Holm moved to Orley.",
        "Ida Holm was born in 1950. Holm died in 1948.",
        "Ida Holm died in 2003. Holm left the board in 2008.",
        "Ida Holm, who died on 3 May 2003, led it. Holm resigned in 2008.",
        "The quay was opened in 1931. The quay closed in 1928 and is empty.",
        "The quay was built in 1931. The quay opened in 1928.",
        "The Kelham Canal was dug in 1810. The canal, dug in 1832, is dry.",
        "The school closed in 2011. The school, which closed in 2014, is empty.",
        "Nets come from Norvel. Norvel was founded in 1999. Norvel opened its first shop in 1991.",
    ],
)
def test_dates_of_one_article_that_cannot_all_be_true(text: str) -> None:
    assert [f.verdict for f in findings(text, "Nothing else was said of it.")] == [
        "own-dates-clash"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm was born in 1950. Holm’s father joined the navy in 1948.",
        "Ida Holm was born in 1950. Holm moved to a house built in 1948.",
        "Ida Holm was born in 1950. Holm wrote about the flood of 1948.",
        "Ida Holm was born in 1950. Holm bought the shop that opened in 1948.",
        "Ida Holm was born in 1950. Carl Holm, her uncle, died in 1948.",
        "Ida Holm was born in 1950. Carl Holm moved here. Holm joined the navy in 1948.",
        "Ida Holm died in 2003. Holm was honoured in 2008.",
        "Nets come from Norvel. Norvel closed its mill in 1985. Norvel opened an office in 1991.",
        "The quay was closed in 1928. The quay opened again in 1931.",
        "The road was closed in May 2014. The road was closed in June 2014.",
        "The Kelham Canal was dug in 1810. The Orley Canal leaks. The canal, dug in 1832, is dry.",
        "Ann Stone founded Norvel in 1999. Stone opened a shop in 1991.",
    ],
)
def test_dates_of_one_article_that_may_all_be_true(text: str) -> None:
    assert findings(text, "Nothing else was said of it.") == ()
