"""The days that texts name, and what it tells of two that they name the same."""

from __future__ import annotations

from math import exp

import pytest

from reader.events import mentioned as scores
from reader.events.mentioned import READ, Mentioned, agreement, mentioned
from reader.events.profiles import read
from tests.events.examples import article

MARCH = frozenset({3})


def of(
    *, years: set[int] | None = None, months: set[int] | None = None, weekdays: str = ""
) -> Mentioned:
    return Mentioned(
        frozenset(years or ()), frozenset(months or ()), weekdays=tuple(map(int, weekdays))
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained.", Mentioned()),
        ("It burned on Monday night.", of(weekdays="0")),
        ("On Tuesday, not Monday; on Tuesday.", of(weekdays="10")),
        ("It burned on 8 March 2021.", Mentioned(frozenset({2021}), MARCH, frozenset({(3, 8)}))),
    ],
)
def test_what_a_text_names(text: str, found: Mentioned) -> None:
    assert mentioned(text) == found


def test_what_stands_far_down_is_background() -> None:
    assert mentioned("x" * READ + " on Monday") == Mentioned()


@pytest.mark.parametrize(
    ("a", "b", "powers"),
    [
        (of(), of(weekdays="0", years={2021}, months={3}), 0.0),
        (of(weekdays="0"), of(weekdays="0"), scores.SAME_WEEKDAY),
        (of(weekdays="01"), of(weekdays="02"), scores.SAME_WEEKDAY),
        (of(weekdays="01"), of(weekdays="10"), 0.0),
        (of(weekdays="0"), of(weekdays="1"), scores.NO_SAME_WEEKDAY),
        (of(months={3}), of(months={4}), scores.NO_SAME_MONTH),
        (of(months={3, 4}), of(months={4}), 0.0),
        (of(years={2021}), of(years={2021}), 0.0),
        (of(years={2021}), of(years={2020, 2021}), 0.0),
        (of(years={2020, 2021}), of(years={2020}), scores.OTHER_YEAR),
        (of(years={2021}), of(years={2020}), scores.OTHER_YEAR + scores.NO_SAME_YEAR),
        (
            Mentioned(days=frozenset({(3, 8), (3, 9)})),
            Mentioned(days=frozenset({(3, 9)})),
            scores.SAME_DAY,
        ),
    ],
)
def test_agreement(a: Mentioned, b: Mentioned, powers: float) -> None:
    assert agreement(a, b) == agreement(b, a) == pytest.approx(exp(powers))


def test_an_article_with_a_date_names_its_year_and_month_only() -> None:
    text = "It burned on Tuesday, 9 April 2019."
    dated, month, none = (
        profile.mentioned
        for profile, _ in read(
            [article("a", text, None, d) for d in ("2021-03-08", "2021-03", None)]
        )
    )
    assert dated == of(years={2021}, months={3})
    assert month == none == mentioned(text) != Mentioned()
