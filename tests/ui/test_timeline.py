"""Dates on a line of cells, their ticks, and what is known of who came first."""

from __future__ import annotations

from datetime import date

import pytest

from reader.model import Card, Event, Marks, Story, Voice, When
from reader.ui.facts import event_facts, ordinal, place, voices
from reader.ui.timeline import Scale, Stretch


def stretch(*dates: str) -> Stretch:
    return Stretch.of(When(each) for each in dates)


def drawn(scale: Scale, *dates: str, thin: bool = False) -> str:
    return "".join(text for text, _ in scale.line(stretch(*dates), thin=thin))


MARCH = Scale(date(2026, 3, 1), 29, 30)
"""A cell a day."""


@pytest.mark.parametrize(
    ("dates", "line"),
    [
        (["2026-03-03"], "  ●"),
        (["2026-03-03", "2026-03-06"], "  ●━━●"),
        (["2026-03-03", "2026-03-04"], "  ●●"),
        (["2026-03-03T10:30", "2026-03-03T20:00"], "  ●"),
        (["2026-03"], "╶╌╌╌╌╌╌╌╌╌ Mar 2026 ╌╌╌╌╌╌╌╌╌→"),
        (["2026"], "←╌╌╌╌╌╌╌╌╌╌╌ 2026 ╌╌╌╌╌╌╌╌╌╌╌→"),
        ([], "no date"),
        (["2019-05-04"], "← May 2019"),
        (["2027-05-04"], "                    May 2027 →"),
        (["2026-02-20", "2026-03-03"], "←━●"),
    ],
)
def test_a_line_shows_what_is_known(dates: list[str], line: str) -> None:
    assert drawn(MARCH, *dates) == line


def test_a_story_is_thin() -> None:
    assert drawn(MARCH, "2026-03-03", "2026-03-06", thin=True) == "  ╶──╴"


def test_a_scale_fits_what_is_in_sight() -> None:
    scale = Scale.over([stretch("2026-03-03"), stretch("2026-03-09", "2025")], 20)
    assert scale == Scale(date(2026, 3, 3), 6, 20), "a year would make all others one dot"
    assert Scale.over([stretch("2025")], 20) == Scale(date(2025, 1, 1), 364, 20)
    assert Scale.over([stretch(), stretch()], 20) is None
    assert Scale.over([stretch("2026-03-03")], 7) is None


def test_few_dates_far_away_do_not_stretch_the_scale() -> None:
    near = [stretch(f"2026-03-{day:02}") for day in range(1, 20)]
    scale = Scale.over([stretch("2009-01-01"), *near], 30)
    assert scale is not None
    assert scale.first == date(2026, 3, 1)
    half = Scale.over([stretch("2009-01-01"), near[0]], 30)
    assert half is not None
    assert half.first == date(2009, 1, 1), "of two dates none is far from the others"


@pytest.mark.parametrize(
    ("first", "days", "cells", "ticks"),
    [
        (date(2026, 3, 1), 29, 30, "1 Mar  8      15     22"),
        (date(2026, 3, 3), 3, 30, "3 Mar     4        5         6"),
        (date(2026, 1, 1), 180, 30, "Jan  Feb  Mar Apr  May  Jun"),
        (date(2025, 1, 1), 500, 30, "Jan 2025  Jul        Jan 2026"),
        (date(2001, 5, 1), 9000, 30, "    2005  2010  2015  2020"),
    ],
)
def test_ticks_are_as_fine_as_there_is_room(first: date, days: int, cells: int, ticks: str) -> None:
    text = "".join(text for text, _ in Scale(first, days, cells).ticks(2026))
    assert text.rstrip() == ticks


@pytest.mark.parametrize("days", [1, 2, 5, 9, 30, 70, 200, 500, 1500, 4000, 20_000, 300_000])
def test_ticks_never_leave_the_line(days: int) -> None:
    for cells in range(8, 50):
        text = "".join(t for t, _ in Scale(date(1200, 2, 7), days, cells).ticks(2026))
        assert len(text) <= cells


def cards(*dates: str | None) -> dict[str, Card]:
    return {
        str(n): Card(str(n), None, "x", f"Outlet {n}", When(d) if d else None, 1, Marks())
        for n, d in enumerate(dates)
    }


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["2026-03-02", "2026-03-01"], "1"),
        (["2026-03-01", "2026-03-01"], None),
        (["2026-03-01", None], None),
        (["2026-03-01", "2026-03"], None),
        (["2026-02-28", "2026-03"], "0"),
        (["2026-02", "2026-03-01"], None),
        (["2026-03-01"], None),
    ],
)
def test_who_came_first_only_where_dates_say_so(dates: list[str | None], first: str | None) -> None:
    known = cards(*dates)
    assert event_facts(Event("e", "E", tuple(known)), known).first == first


def test_wire_copies_are_one_voice() -> None:
    event = Event("e", "E", tuple("abcde"), voices=(Voice(("a", "c", "e"), 0.9),))
    assert voices(event) == 3


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        (["2026-01-01", "2026-01-05", "2026-02"], [(1, 3), (2, 3), (3, 3)]),
        (["2026-01-01", "2026-01-01", "2026-01-03"], [(1, 3), (1, 3), (3, 3)]),
        (["2026-01-01", "2026-01", "2026-02-01"], [None, None, (3, 3)]),
        (["2026-01-01", None, "2026-02-01"], [(1, 2), None, (2, 2)]),
    ],
)
def test_a_step_has_a_place_where_dates_tell(
    dates: list[str | None], places: list[tuple[int, int] | None]
) -> None:
    ids = tuple(str(n) for n in range(len(dates)))
    when = {id: stretch(*([d] if d else [])) for id, d in zip(ids, dates, strict=True)}
    story = Story("s", "S", ids)
    assert [place(id, story, when) for id in ids] == places


def test_ordinals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 21, 102, 113)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "102nd", "113th",
    ]  # fmt: skip
