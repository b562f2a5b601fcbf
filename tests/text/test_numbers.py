"""Quantities: kind, value, precision, hedge and noun; and digits that are no quantity."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.numbers import find_quantities
from reader.text.quantity import Quantity


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, [quantity.span.of(text) for quantity in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("paid $14 billion for it", "$14 billion", 14e9, "$"),
        ("paid 14.3 billion dollar for it", "14.3 billion dollar", 14.3e9, "$"),
        ("paid 12.4 million dollars for it", "12.4 million dollars", 12.4e6, "$"),
        ("paid US$5 for it", "US$5", 5, "$"),
        ("paid €3bn for it", "€3bn", 3e9, "€"),
        ("paid £2.5m for it", "£2.5m", 2.5e6, "£"),
        ("paid $10K for it", "$10K", 1e4, "$"),
        ("a $14-billion deal", "$14-billion", 14e9, "$"),
        ("paid half a million euros", "half a million euros", 5e5, "€"),
        ("paid four hundred dollars", "four hundred dollars", 400, "$"),
        ("paid Rs 500 crore", "Rs 500 crore", 5e9, "₹"),
        ("paid $85,000 a week", "$85,000", 85e3, "$"),
    ],
)
def test_money(text: str, words: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.kind, found.span.of(text), found.value, found.unit) == (
        "money",
        words,
        value,
        unit,
    )


@pytest.mark.parametrize(
    ("text", "kind", "value", "top", "unit"),
    [
        ("a 49 percent stake", "percent", 49, 49, None),
        ("49 per cent of it", "percent", 49, 49, None),
        ("49% of it", "percent", 49, 49, None),
        ("fell by 5 percentage points", "points", 5, 5, None),
        ("a 5-point lead", "points", 5, 5, "point"),
        ("between 5 and 6 percent", "percent", 5, 6, None),
        ("three to five years", "duration", 3, 5, "year"),
        ("a three-day visit", "duration", 3, 3, "day"),
        ("one and a half years", "duration", 1.5, 1.5, "year"),
        ("two years ago", "duration", 2, 2, "year ago"),
        ("two centuries", "duration", 2, 2, "century"),
        ("a 27-year-old man", "age", 27, 27, "year"),
        ("a man aged 27", "age", 27, 27, "year"),
        ("The age of an engineer at the time was 27", "age", 27, 27, "year"),
        ("Ann Lee, 27, said", "age", 27, 27, "year"),
        ("voted 51-49 for it", "votes", 51, 49, None),
        ("a 5–4 ruling", "votes", 5, 4, None),
        ("voted by 19 to 16", "votes", 19, 16, None),
        ("two-thirds of it", "share", 2 / 3, 2 / 3, None),
        ("a third of it", "share", 1 / 3, 1 / 3, None),
        ("nine out of ten", "share", 0.9, 0.9, None),
        ("half of them", "share", 0.5, 0.5, None),
        ("three times more", "multiplier", 3, 3, None),
        ("winds of 45 mph", "measure", 45, 45, "mph"),
        ("1,200 miles off", "measure", 1200, 1200, "mile"),
        ("twenty-seven houses", "count", 27, 27, None),
        ("two hundred and fifty houses", "count", 250, 250, None),
        ("a dozen houses", "count", 12, 12, None),
        ("hundreds of millions of houses", "count", 2e8, 1e9 - 1, None),
        ("tens of thousands of houses", "count", 2e4, 1e5 - 1, None),
        ("43,885,310 houses", "count", 43885310, 43885310, None),
        ("$10-15 million", "money", 1e7, 1.5e7, "$"),
    ],
)
def test_kinds(text: str, kind: str, value: float, top: float, unit: str | None) -> None:
    found = only(text)
    assert (found.kind, found.unit) == (kind, unit)
    assert (found.value, found.top) == pytest.approx((value, top))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("600 AI jobs went", "job"),
        ("600 skilled jobs", "job"),
        ("45 researchers from Acme", "research"),
        ("14 wounded", "wound"),
        ("20 people were killed", "peopl"),
        ("600 of its workers", "worker"),
        ("one person died", "person"),
        ("a 49 percent stake in it", "stake"),
        ("600 more jobs", "job"),
        ("rose to 58, it said", None),
        ("her 1,754-vote lead", "lead"),
    ],
)
def test_what_is_counted(text: str, noun: str | None) -> None:
    assert only(text).noun == noun


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("about 50 jobs", "about", 45, 55),
        ("nearly 50 jobs", "about", 45, 55),
        ("more than 50 jobs", "from", 50, float("inf")),
        ("at least 50 jobs", "from", 50, float("inf")),
        ("50 or more jobs", "from", 50, float("inf")),
        ("up to 50 jobs", "to", 0, 50),
        ("50 jobs", "", 50, 50),
        ("over 50 jobs", "from", 50, float("inf")),
        ("over 50 years", "about", 45, 55),
    ],
)
def test_hedges_are_intervals(text: str, hedge: str, low: float, high: float) -> None:
    found = only(text)
    assert found.hedge == hedge
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4 and LLaMA 4 came out",
        "a Boeing 737 landed on Highway 101",
        "version 2.0 of COVID-19",
        "No. 2 of the Group of Seven",
        "Section 230, Room 12, page 3",
        "call 555-123-4567 or (800) 555-1234",
        "at 10:30 p.m. and 5 pm and 9 a.m.",
        "24/7 since 9/11",
        "1600 Pennsylvania Avenue",
        "in the 12000 block of Main Street",
        "1. First\n2) Second",
        "the 1990s and the 80s",
        "in 2016 and on 5 May",
        "one of them and no one",
        "a two-state solution",
        "https://a.example/2000/12 and @user77 #1",
        "the 21st, the 2nd",
        "won 3-2 at home",
        "it shook at 0440 GMT",
        "a 12-seat boat",
    ],
)
def test_no_quantities(text: str) -> None:
    assert [quantity.span.of(text) for quantity in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("$14 billion", "14.3 billion dollars", "rounded"),
        ("43 million people", "43,885,310 people", "rounded"),
        ("$740,000", "about $700,000", "rounded"),
        ("more than 130 men", "133 men", "rounded"),
        ("$14 billion", "$14bn", "same"),
        ("more than 50 men", "more than 50 men", "same"),
        ("20 people", "23 people", "differs"),
        ("120 miles", "125 miles", "differs"),
        ("more than 50 men", "more than 70 men", "differs"),
        ("more than 50 men", "90 men", "unclear"),
        ("3 million men", "3.9 million men", "unclear"),
        ("voted 51-49", "voted 49-51", "same"),
        ("voted 51-49", "voted 52-48", "differs"),
        ("three to five years", "four years", "unclear"),
    ],
)
def test_relations(one: str, other: str, relation: str) -> None:
    assert only(one).relation(only(other)) == relation
    assert only(other).relation(only(one)) == relation


@given(st.text(alphabet="0123456789 -.,$€%£mkbnaoftwehudrdsilpcy-\n", max_size=80))
def test_spans_are_in_order_apart_and_inside(text: str) -> None:
    found = find_quantities(text)
    for quantity in found:
        assert quantity.span.end <= len(text)
        assert quantity.low <= quantity.high
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
