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
        ("two-thirds of it", "percent", 200 / 3, 200 / 3, None),
        ("a third of it", "percent", 100 / 3, 100 / 3, None),
        ("nine out of ten", "percent", 90, 90, None),
        ("half of them", "percent", 50, 50, None),
        ("nearly two-thirds of it", "percent", 200 / 3, 200 / 3, None),
        ("Ann Lee (27) said", "age", 27, 27, "year"),
        ("the girl, 9, said", "age", 9, 9, "year"),
        ("a girl of nine was", "age", 9, 9, "year"),
        ("a man of 45, who", "age", 45, 45, "year"),
        ("at the age of nine", "age", 9, 9, "year"),
        ("Ann Lee, age 58, said", "age", 58, 58, "year"),
        ("Ann Lee, who is 58, said", "age", 58, 58, "year"),
        ("She is 58.", "age", 58, 58, "year"),
        ("the child of two doctors", "count", 2, 2, None),
        ("a mother of two said", "count", 2, 2, "offspring"),
        ("a father-of-three", "count", 3, 3, "offspring"),
        ("she has three children", "count", 3, 3, "offspring"),
        ("the mother of two victims", "count", 2, 2, None),
        ("passed it by 51 votes to 40", "votes", 51, 40, None),
        ("51 in favour and 40 against", "votes", 51, 40, None),
        ("51 for, 40 against", "votes", 51, 40, None),
        ("approved it nine to four", "votes", 9, 4, None),
        ("hundreds of millions of pounds", "money", 2e8, 1e9 - 1, "£"),
        ("3 million pounds", "money", 3e6, 3e6, "£"),
        ("40,000 pounds sterling", "money", 4e4, 4e4, "£"),
        ("tens of thousands of pounds of cod", "measure", 2e4, 1e5 - 1, "pound"),
        ("it weighs 2 million pounds", "measure", 2e6, 2e6, "pound"),
        ("thirty-five votes", "count", 35, 35, None),
        ("lost 20 pounds", "measure", 20, 20, "pound"),
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
    ("text", "said"),
    [
        ("more than £40 million in all", "more than £40 million"),
        ("between £40 million and £50 million", "between £40 million and £50 million"),
        ("Nearly half of them", "Nearly half"),
        ("some 40 or so", "some 40"),
        ("cost 40 or more", "40 or more"),
        ("cost £40 million", "£40 million"),
        ("Ann, a mother of two, said", "mother of two"),
        ("Ann has two children now", "two children"),
    ],
)
def test_a_hedge_belongs_to_what_is_said(text: str, said: str) -> None:
    assert only(text).said.of(text) == said


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
        "the first half of the vote",
        "Dan Moss (38), Kari Lund (45)",
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
        ("more than 200 men", "about 150 men", "differs"),
        ("fewer than 100 men", "about 150 men", "differs"),
        ("more than 200 men", "fewer than 150 men", "differs"),
        ("more than 200 men", "190 men", "differs"),
        ("more than 200 men", "199 men", "rounded"),
        ("more than 2,300 men", "2,000 men", "unclear"),
        ("at least £5 million", "£4.5 million", "differs"),
        ("about 50 men", "some 100 men", "differs"),
        ("nearly 800,000 men", "nearly 700,000 men", "unclear"),
        ("voted 51-49", "voted 49-51", "same"),
        ("voted 51-49", "voted 52-48", "differs"),
        ("half of them", "52 percent of them", "rounded"),
        ("half of them", "61 percent of them", "differs"),
        ("more than half of them", "61 percent of them", "unclear"),
        ("two thirds of them", "three quarters of them", "differs"),
        ("three to five years", "four years", "unclear"),
    ],
)
def test_relations(one: str, other: str, relation: str) -> None:
    assert only(one).relation(only(other)) == relation
    assert only(other).relation(only(one)) == relation


def test_hours_are_no_votes() -> None:
    found = find_quantities("They voted to open from nine to five, and two to three weeks.")
    assert "votes" not in {quantity.kind for quantity in found}


@given(st.text(alphabet="0123456789 -.,$€%£mkbnaoftwehudrdsilpcy-\n", max_size=80))
def test_spans_are_in_order_apart_and_inside(text: str) -> None:
    found = find_quantities(text)
    for quantity in found:
        assert quantity.span.end <= len(text)
        assert quantity.low <= quantity.high
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_more_between_a_number_and_its_magnitude() -> None:
    found = only("It would leave 16 more million people without cover")
    assert (found.value, found.noun, found.kind) == (16e6, "peopl", "count")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Hundreds marched through the town", "peopl"),
        ("Dozens gathered", "peopl"),
        ("Dozens injured in the blast", "injur"),
        ("Dozens armed guards came", "guard"),
    ],
)
def test_crowds_without_a_noun(text: str, noun: str) -> None:
    assert only(text).noun == noun
