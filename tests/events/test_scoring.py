"""Profiles, candidates and links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.events.profiles import Profile, profiles
from reader.events.scoring import candidates, links, possible
from reader.events.terms import terms
from reader.model import Article, When
from tests.events.examples import BIRDS, ELECTION, FIRE, OTHER_FIRE, article


def seen(*articles: Article) -> list[Profile]:
    return profiles(articles, [terms(each) for each in articles])


def link(a: Article, b: Article, *others: Article) -> float:
    return links(seen(a, b, *others)).get((0, 1), 0.0)


@pytest.mark.parametrize(
    ("one", "two", "possible_"),
    [
        ("2021-03-08", "2021-03-13", True),
        ("2021-03-08", "2021-03-14", False),
        ("2021-03-08", "2021-03", True),
        ("2021-03-31", "2021-04", True),
        ("2021-03-08", "2021-04", False),
        ("2021-03-08", None, True),
    ],
)
def test_dates_allow_five_days(one: str, two: str | None, possible_: bool) -> None:
    a, b = seen(article("a", "mill", None, one), article("b", "mill", None, two))
    assert possible(a, b) == possible_
    assert (list(candidates([a, b])) == [(0, 1)]) == possible_


def test_a_link_fades_with_the_days() -> None:
    strengths = [
        link(FIRE[0], replace(FIRE[1], published=When(f"2021-03-{day:02}"))) for day in (8, 9, 11)
    ]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[0] > 2 * strengths[2]


def test_what_one_article_goes_on_about_alone_hides_nothing() -> None:
    aside = " Storks nested on chimneys by the frozen lake of Omra in 1962, wardens remember." * 6
    longer = replace(FIRE[1], text=FIRE[1].text + aside)
    assert link(FIRE[0], longer) > 0.6 * link(FIRE[0], FIRE[1])


def test_the_subject_alone_is_no_link() -> None:
    assert link(FIRE[0], OTHER_FIRE, ELECTION, BIRDS) < 0.5


def test_a_copy_is_as_near_as_can_be() -> None:
    assert link(FIRE[0], replace(FIRE[0], id="copy")) == pytest.approx(1 / 0.2)


def test_an_article_without_words_links_to_nothing() -> None:
    assert link(article("a", "…"), article("b", "…")) == 0
