"""Dates in the forms of English papers, and what looks like one and is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.dates import DateMention, find_dates

Parts = tuple[int | None, int | None, int | None, int | None]


def dates(text: str) -> list[tuple[str, Parts]]:
    return [(mention.span.of(text), mention.parts) for mention in find_dates(text)]


def one(text: str) -> DateMention:
    (mention,) = find_dates(text)
    return mention


@pytest.mark.parametrize(
    ("here", "there", "agree"),
    [
        ("June 8-10", "June 9", True),
        ("June 8-10", "from 8 to 10 June", True),
        ("June 8-10", "June 11", False),
        ("June 8-10", "June 9-10", False),
        ("June 10-8", "June 9", False),  # an impossible end is none
        ("June 8-10", "June", True),
        ("June 8, 2016", "June 8", True),
        ("June 8, 2016", "June 8, 2017", False),
        ("Monday", "Tuesday", False),
        ("Monday", "June 8", True),
    ],
)
def test_what_agrees(here: str, there: str, agree: bool) -> None:
    assert one(here).agrees(one(there)) is agree
    assert one(there).agrees(one(here)) is agree


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("It closed on 8 November 2016.", "8 November 2016", (2016, 11, 8, None)),
        ("It closed on November 8, 2016, at noon.", "November 8, 2016", (2016, 11, 8, None)),
        ("It closed on Nov. 8, 2016.", "Nov. 8, 2016", (2016, 11, 8, None)),
        ("It closed on Nov 8 at noon.", "Nov 8", (None, 11, 8, None)),
        ("It closed on the 8th of November.", "8th of November", (None, 11, 8, None)),
        ("It closed on 8 November.", "8 November", (None, 11, 8, None)),
        ("It closed Tuesday, November 8.", "Tuesday, November 8", (None, 11, 8, 1)),
        ("It closed on Tuesday 8 November.", "Tuesday 8 November", (None, 11, 8, 1)),
        ("It closed in November 2016.", "November 2016", (2016, 11, None, None)),
        ("It closed in November, 2016.", "November, 2016", (2016, 11, None, None)),
        ("It closed in November.", "November", (None, 11, None, None)),
        ("Her November exit was sudden.", "November", (None, 11, None, None)),
        ("It closed in 2016.", "2016", (2016, None, None, None)),
        ("The 2016 vote was close.", "2016", (2016, None, None, None)),
        ("It closed on 2016-11-08.", "2016-11-08", (2016, 11, 8, None)),
        ("It closed on 23/11/2016.", "23/11/2016", (2016, 11, 23, None)),
        ("It closed on 11/23/2016.", "11/23/2016", (2016, 11, 23, None)),
        ("Either 4/5/2016 or never.", "4/5/2016", (2016, None, None, None)),
        ("It closed on Tuesday.", "Tuesday", (None, None, None, 1)),
        ("It ran November 8-10, 2016, in town.", "November 8-10, 2016", (2016, 11, 8, None)),
        ("It ran from Nov. 8 to 10.", "Nov. 8 to 10", (None, 11, 8, None)),
        ("It ran between 8 and 10 November 2016.", "8 and 10 November 2016", (2016, 11, 8, None)),
        ("It ran from Nov. 8 to 10 December.", "Nov. 8", (None, 11, 8, None)),
        ("On Nov. 8 to 10 people it gave soup.", "Nov. 8", (None, 11, 8, None)),
        ("It closed in May.", "May", (None, 5, None, None)),
        ("It closed on May 5.", "May 5", (None, 5, 5, None)),
        ("It closed in mid-March.", "March", (None, 3, None, None)),
        ("By 2049 it will close.", "2049", (2049, None, None, None)),
        ("The mill dates from 1599, no, since 1612.", "1612", (1612, None, None, None)),
    ],
)
def test_forms(text: str, words: str, parts: Parts) -> None:
    assert (words, parts) in dates(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ms May spoke and May may win.",
        "The Women’s March on the capital was loud.",
        "They March for our lives.",
        "April Ryan asked June Carter.",
        "Some 2000 people and 1500 miles.",
        "It cost $2016 and 2,016 of 2016.5 were left.",
        "The 1990s were better than the 2010s.",
        "In the season 2016-17 they won.",
        "Highway 1952 and Section 1983 are closed.",
        "Black Friday, Good Friday and the Sunday Times.",
        "It is 9/11 and 24/7.",
        "On Mondays the shop is shut.",
        "It is shut on February 31.",
        "In ward 2016 nobody slept.",
    ],
)
def test_no_dates(text: str) -> None:
    assert not [found for found in dates(text) if found[1] != (None, 2, None, None)]


@given(st.text(alphabet="0123456789 -/.,aMayNov TuesdyMrch'’\n", max_size=80))
def test_spans_are_in_order_apart_and_inside(text: str) -> None:
    found = find_dates(text)
    for mention in found:
        assert mention.span.end <= len(text)
        assert any(part is not None for part in mention.parts)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
