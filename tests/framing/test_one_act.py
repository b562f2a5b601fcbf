"""Two years of one act contradict each other; two of acts that may both have been done do not."""

from __future__ import annotations

import pytest

from tests.framing.fact_texts import told

SURE, PERHAPS = "contradicts", "differs"


def verdicts(one: str, other: str) -> list[str]:
    return [verdict for _, verdict, _ in told(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Orley mill opened in 1962.", "The Orley mill opened in 1964."),
        ("The Brask theatre of Orley opened in 1924.", "The theatre of Orley opened in 1925."),
        ("Ada Holm died in Orley in 1931.", "Ada Holm died in 1934."),
        ("The pier, built in 1902, was sold.", "The pier, built in 1904, was sold."),
        (
            "Ada Holm won the silver cup of the Orley rowing club in 1971.",
            "Ada Holm won the silver cup of the Orley rowing club in 1972.",
        ),
    ],
)
def test_one_act_is_dated_once(one: str, other: str) -> None:
    assert verdicts(one, other) == [SURE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holm won the cup in 1971.", "Ada Holm won the cup in 1980."),
        ("The club was promoted in 2006.", "The club was promoted in 2010."),
        ("The ferry reopened in 1987 after repairs.", "The ferry reopened in 2019 after repairs."),
        ("Brill launched the phone in 2007.", "Brill launched the phone in China in 2009."),
    ],
)
def test_what_may_be_done_twice_differs_perhaps(one: str, other: str) -> None:
    assert verdicts(one, other) == [PERHAPS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Orley pool opened in 1962.", "The Orley pool opened again in 2019."),
        ("The Orley inquiry closed in 2018.", "The Orley inquiry closed again in 2021."),
        ("Holm was arrested in 2012.", "Holm was arrested in 2015, for the third time."),
        ("Holm moved to Orley in 2006.", "Holm moved back to Orley in 2010."),
        ("Holm's wife died in 2006.", "Holm's second wife died in 2010."),
        ("The station, opened in 1962, is small.", "The station's café, opened in 1980, is small."),
        ("Holm, whose aunt died in 2006, wept.", "Holm, whose uncle died in 2010, wept."),
        (
            "The actor was born in 1931, in Orley.",
            "The actor, whose twin brothers were born in 1933, lived in Orley.",
        ),
        ("The Orley dam was built in 1930.", "The new Orley dam was built in 1950."),
        ("The Orley mill opened in 1924.", "The Orley mill opened its second hall in 1952."),
        ("Holm joined Orley in 2006.", "Holm joined Orley on a permanent deal in 2007."),
        (
            "She left school in 1955 and joined a circus in 1956.",
            "She left school at 14, in 1953, returned in 1954, and joined a circus.",
        ),
        (
            "Holm was first elected in 2010 and resigned on Monday over the bridge.",
            "Holm was elected leader in 2014 and resigned on Monday over the bridge.",
        ),
        ("Holm was appointed minister in 2008.", "Holm was appointed deputy minister in 2006."),
    ],
)
def test_two_acts_may_both_have_been_done(one: str, other: str) -> None:
    assert verdicts(one, other) == []


QUOTED = "“The old harbour wall will be rebuilt before winter,” Holm said on {} in Orley."


def test_one_saying_on_two_days_differs() -> None:
    one, other = QUOTED.format("Friday"), QUOTED.format("Sunday")
    assert verdicts(one, other) == [PERHAPS]
    assert verdicts(one, other.replace("before winter", "before long")) == [PERHAPS]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Holm spoke on Friday in Orley about the wall and the tax.",
            "Holm spoke on Sunday in Orley about the wall and the tax.",
        ),
        (
            "Holm told reporters on Friday in Orley that the wall would be built.",
            "Holm told reporters on Sunday in Orley that the wall would not be built.",
        ),
        (
            "In an interview on Friday Holm said the wall and the tax would come.",
            "In an interview on Sunday Holm said the wall and the tax would come.",
        ),
    ],
)
def test_who_speaks_on_two_days_says_two_things(one: str, other: str) -> None:
    assert verdicts(one, other) == []
