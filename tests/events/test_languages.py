"""Grouping in other languages: in each two fires, told twice, with independent wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.events.group import group
from reader.model import Article, Event
from reader.text.language import language
from tests.events.examples import FIRE, OTHER_FIRE, article

FOLDER = Path(__file__).with_name("languages")
CODES = sorted(path.stem for path in FOLDER.glob("*.txt"))
DAYS = ("2021-03-08", "2021-03-09") * 2


def reports(code: str) -> list[Article]:
    """Two of one fire, then two of another one."""
    blocks = (FOLDER / f"{code}.txt").read_text("utf-8").strip().split("\n\n")
    parts = [block.split("\n", 1) for block in blocks]
    names = [f"{code}-{event}{number}" for event in "ab" for number in "12"]
    return [
        article(name, text, title, day)
        for name, (title, text), day in zip(names, parts, DAYS, strict=True)
    ]


def expected(codes: Sequence[str]) -> set[frozenset[str]]:
    return {frozenset({f"{code}-{e}1", f"{code}-{e}2"}) for code in codes for e in "ab"}


def partition(events: Sequence[Event]) -> set[frozenset[str]]:
    return {frozenset(event.articles) for event in events}


@pytest.mark.parametrize("code", CODES)
def test_the_language_is_told(code: str) -> None:
    assert {language(each.text) for each in reports(code)} == {code}


# With nothing else in the library to compare them with.
UNSURE = {("ar", 0, 2), ("de", 1, 3), ("es", 0, 2), ("fr", 0, 2), ("ko", 1, 2), ("ru", 1, 2)}


@pytest.mark.parametrize("code", CODES)
def test_one_report_of_each_fire_stays_alone(code: str) -> None:
    library = [replace(each, published=None) for each in reports(code)]
    pairs = [(i, j) for i in (0, 1) for j in (2, 3) if (code, i, j) not in UNSURE]
    assert [pair for pair in pairs if len(group([library[i] for i in pair]).events) == 1] == []


@pytest.mark.parametrize(("first", "second"), [(0, 2), (0, 3), (1, 2), (1, 3)])
def test_reports_of_two_languages_are_never_one_event(first: int, second: int) -> None:
    library = [reports(code)[at] for code in CODES for at in (first, second)]
    languages = [{id[:2] for id in event.articles} for event in group(library).events]
    assert max(map(len, languages)) == 1


@pytest.mark.parametrize("code", CODES)
def test_two_fires_are_two_events_in_each_language(code: str) -> None:
    assert partition(group(reports(code)).events) == expected([code])


def test_they_are_without_dates_in_one_library_of_all_languages() -> None:
    library = [replace(each, published=None) for code in CODES for each in reports(code)]
    assert partition(group(library).events) == expected(CODES)


def test_they_are_in_one_library_of_all_languages() -> None:
    library = [*FIRE, OTHER_FIRE, *(each for code in CODES for each in reports(code))]
    english = {frozenset(each.id for each in FIRE), frozenset({OTHER_FIRE.id})}
    assert partition(group(library).events) == expected(CODES) | english


@pytest.mark.parametrize("code", CODES)
def test_what_the_source_says_makes_no_difference_if_it_is_right(code: str) -> None:
    said = [replace(each, language=f"{code}-XX") for each in reports(code)]
    assert partition(group(said).events) == expected([code])
