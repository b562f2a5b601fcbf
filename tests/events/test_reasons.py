"""Reasons and labels: fixed words, and words cut from the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.events.labels import OPENING, label, opening
from reader.events.profiles import profiles
from reader.events.terms import terms
from reader.events.why import cut_names, why
from reader.model import Article, When
from tests.events.examples import FIRE, article


def reasons(*articles: Article) -> tuple[str, ...]:
    return why(articles, profiles(articles, [terms(each) for each in articles]))


def test_two_reports_share_a_quotation_names_and_a_date() -> None:
    assert reasons(*FIRE[:2]) == (
        "share a quotation of 15 words",
        "share 4 rare names: Penbridge, Harrow, Dora Vance, Kell",
        "one day apart",
    )


def test_an_article_alone_has_no_reasons() -> None:
    assert reasons(FIRE[0]) == ()


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2021-03-08", "2021-03-08"), "of the same day"),
        (("2021-03-08T07:00Z", "2021-03-08T23:00Z"), "of the same day"),
        (("2021-03-08", "2021-03-11"), "three days apart"),
        (("2021-03-08", "2021-03-20"), "12 days apart"),
        (("2021-03-08", "2021-03"), "no dates to compare"),
        (("2021-03-08", None), "no dates to compare"),
        (("2021-03-08", "2021-03-10", None), "two days apart, 1 without a date"),
    ],
)
def test_dates(dates: Sequence[str | None], expected: str) -> None:
    articles = [
        replace(FIRE[0], id=str(at), published=When(day) if day else None)
        for at, day in enumerate(dates)
    ]
    assert reasons(*articles)[-1] == expected


@pytest.mark.parametrize(
    ("text", "stems", "names"),
    [
        ("We met Dora Vance. Later Vance left.", ["vanc", "dora"], ["Dora Vance"]),
        ("So Harrow’s mill and Harrow fell.", ["harrow"], ["Harrow"]),
        ("Shares of Scale AI fell. All AI fell.", ["scale", "ai"], ["Scale AI"]),
        ("In Penbridge the Harrow Mill burned.", ["harrow"], ["Harrow"]),
        ("nobody here", ["harrow"], []),
    ],
)
def test_names_are_cut_from_the_text(text: str, stems: list[str], names: list[str]) -> None:
    assert cut_names(text, stems) == names


def test_the_label_is_the_headline_of_the_most_central_article() -> None:
    articles = [article("a", "x", "Far"), article("b", "x", "Near"), article("c", "x")]
    assert label(articles, {(0, 1): 1.0, (1, 2): 2.0}) == "Near"


def test_without_any_headline_the_label_is_the_opening_of_the_most_central() -> None:
    articles = [article("a", "Far away."), article("b", "Near it all. More."), article("c", "x")]
    assert label(articles, {(0, 1): 1.0, (1, 2): 2.0}) == "Near it all. More."


def test_an_opening_is_cut_between_words() -> None:
    text = "The chimney of the mill still stands above the river and the town\nand more"
    assert opening(text) == "The chimney of the mill still stands above the river and the"
    assert len(opening("x" * 500)) == OPENING
