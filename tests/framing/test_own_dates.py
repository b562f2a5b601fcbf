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
        "Ida Holm, born in 1931, founded the mill in 1924.",
        "Born in Orley in 1931, Ida Holm founded the mill in 1924.",
        "Ida Holm was born in 1931, joined the navy in 1924, and left it in 1950.",
        "Ida Holm (1931-1988) was a baker. Holm founded the mill in 1924.",
        "Ida Holm (1931–1988), who founded the mill in 1924, was a baker.",
        "The mill was founded in 1924 by Ida Holm (1931-1988).",
        "Ida Holm (b. 1931) founded the mill in 1924.",
        "Ida Holm founded the mill in 1990 and died in 1988.",
        "Ida Holm died in 1988 and left the board in 1990.",
        "The school, which was opened in 1950, closed in 1948.",
        "The school opened in 1950 and closed in 1948.",
        "Opened in 1950, the old school closed in 1948.",
        "The quay was built in 1931 and opened in 1928.",
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
        "The shop closed in 1975. The shop opened in 1990 under new owners.",
        "The pub closed in 2008. The pub opened in 2011 with a feast. Villagers had it reopened.",
        "The pub opened in 1950 and closed in 1948. It was reopened later.",
        "The pub closed in 1948 and opened in 1950 as a hotel.",
        "Ida Holm was born in 1931 and her father founded the mill in 1924.",
        "Her parents married in 1924 and she was born in 1931.",
        "Ida Holm, born in 1931, ran the mill that opened in 1924.",
        "Ida Holm, born in 1931, lived in a house built in 1924.",
        "Ida Holm, born in 1931 to Ann Lee, who married in 1924, was a baker.",
        "Ida Holm was born in 1931, and the school was opened in 1924.",
        "Ida Holm died in 1988 and was honoured in 1990.",
        "The mill was founded in 1990 and she died in 1988.",
        "Mayor Ida Holm (1981-1989) moved to Orley in 1975.",
        "Queen Ida Holm (1952-2022) married in 1947.",
        "Ida Holm (1931-1988) won a prize in 1995.",
        "Ida Holm (1931-1988) was a baker. Holm won a prize in 1995.",
        "The Orley Theatre (1931-1988) opened in 1930.",
        "The pub closed in 1983. Fans brought it back. The pub opened in 1991 with a gala.",
    ],
)
def test_dates_of_one_article_that_may_all_be_true(text: str) -> None:
    assert findings(text, "Nothing else was said of it.") == ()
