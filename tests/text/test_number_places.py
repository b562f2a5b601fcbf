"""Numbers and dates are tried only where they can begin: nothing is lost by that."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import dates, not_counted, number_forms, numbers
from reader.text.number_places import digit_places, matches, number_places
from reader.text.number_words import CROWDS, CURRENCIES, SIGNS, SMALL, TENS

# Every word that a number, a date or another form with digits may begin with, and what may follow.
_PIECES = (
    *SIGNS, *SMALL, *TENS, *CROWDS, *CURRENCIES, "a", "an", "half", "tens of", "hundred",
    "thousand", "million", "third", "quarter of", "in", "out of", "5", "12", "1,200", ".5", "3.14",
    "1952", "9mm", "5k", "٣", "%", "per cent", "-", "–", " to ", " and ", ",", ".", "(", ")", ":",
    "/", "\n", "\n  (2) ", "\n3. ", "years", "-year-old", "of", "aged", "age was", "Ann Lee, 27,",
    "vote", "5-4", "@", "#", "+1", "ann@wave.example", "http://wave.example/1", "www.wave.example",
    "pic.twitter.com/a1", "9/11", "10:30", "5 p.m.", "7 o'clock", "555-123-4567", "1990s", "’80s",
    "Monday", "Tues", "May", "Sept.", "3rd", "2018-05-03", "3/5/2018", "ſix", "the", "Street",
)  # fmt: skip
_DAYS = "Mon Tues Wednes Thurs Fri Satur Sun".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_texts = st.lists(
    st.tuples(st.sampled_from(_PIECES), st.sampled_from(("", " ", " ")), st.booleans()), max_size=14
).map(lambda parts: "".join((p.upper() if upper else p) + gap for p, gap, upper in parts))


def spans(found: object) -> list[tuple[int, int]]:
    return [match.span() for match in found]  # type: ignore[attr-defined]


@given(_texts)
@pytest.mark.parametrize(
    "pattern",
    [numbers._RANGE, numbers._SINGLE, number_forms._FRACTION, number_forms._VOTES],
    ids=["range", "single", "fraction", "votes"],
)
def test_numbers_begin_at_their_places(pattern: re.Pattern[str], text: str) -> None:
    assert spans(matches(pattern, text, number_places(text))) == spans(pattern.finditer(text))


@given(_texts)
def test_other_digits_begin_at_their_places(text: str) -> None:
    pattern = not_counted._OTHER
    assert spans(matches(pattern, text, not_counted._places(text))) == spans(pattern.finditer(text))


@given(_texts)
@pytest.mark.parametrize(
    "pattern",
    [*dates._FORMS, dates._MONTH_ALONE, dates._WEEKDAY_ALONE],
    ids=lambda pattern: pattern.pattern[:30],
)
def test_dates_begin_at_their_places(pattern: re.Pattern[str], text: str) -> None:
    named = [match.start() for match in dates._NAMED.finditer(text)]
    places = sorted((*digit_places(text), *named))
    assert spans(matches(pattern, text, places)) == spans(pattern.finditer(text))


@pytest.mark.parametrize("word", [*SIGNS, *SMALL, *TENS, *CROWDS, "half", "tens", "a ", "an "])
def test_every_word_for_a_number_is_a_place(word: str) -> None:
    for written in (word, word.upper()):
        assert 7 in number_places(f"It was {written}.")


def test_a_decimal_point_is_a_place() -> None:
    assert number_places("up .5 to 3.5") == [3, 4, 9, 10, 11]


@pytest.mark.parametrize(
    "other",
    ["www.wave.example/?5", "pic.twitter.com/?5", "https://wave.example/?5", "ann5@wave.example"],
)
def test_addresses_hold_no_numbers(other: str) -> None:
    assert numbers.find_quantities(f"See {other} for more") == ()


@pytest.mark.parametrize("day", [f"{name}day" for name in _DAYS] + list(_MONTHS))
def test_every_day_and_month_is_found(day: str) -> None:
    assert len(dates.find_dates(f"It opens on {day} 3, 2018, at noon")) == 1 + day.endswith("day")


def test_most_words_are_no_place() -> None:
    assert number_places("The mayor opened that bridge to cars on Monday") == []


def test_a_match_is_not_found_twice() -> None:
    assert spans(matches(re.compile("aa"), "aaaa", [0, 1, 2, 3])) == [(0, 2), (2, 4)]
