"""What two articles share, how long they are among others, and what comes of it."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from math import fsum, sqrt

import pytest

from reader.events.linking import add, relink
from reader.events.profiles import Days, Profile, read
from reader.events.scoring import (
    ALONE,
    ALONE_UNDATED,
    BREVITY,
    BRIEF,
    BRIEFEST,
    DATED,
    FAINT,
    FAINT_STORY,
    FAINT_UNDATED,
    REACH_DAYS,
    STEP,
    STORY_DATED,
    STORY_REACH_DAYS,
    STORY_UNDATED,
    UNDATED,
    Company,
    Link,
    Pair,
    kept,
    link,
    pair,
    possible,
)
from reader.events.store import MemoryStore
from reader.model import Article, When
from tests.events.examples import BIRDS, ELECTION, FIRE, OTHER_FIRE, article
from tests.events.made import company, weighed


def seen(*articles: Article) -> list[Profile]:
    return [profile for profile, _ in read(articles)]


def strength(a: Article, b: Article, *others: Article) -> float:
    store = MemoryStore()
    for profile, portrait in read([a, b, *others]):
        store.put(profile, portrait)
        add(store, profile.id)
    deque(relink(store, [a.id]), maxlen=0)
    found = {frozenset((each.one, each.other)): each.event for each in store.links([a.id])}
    return found.get(frozenset((a.id, b.id)), 0.0)


@pytest.mark.parametrize(
    ("one", "two", "possible_"),
    [
        ("2021-03-08", "2021-03-22", True),
        ("2021-03-08", "2021-03-23", False),
        ("2021-03-08", "2021-03", True),
        ("2021-03-29", "2021-04", True),
        ("2021-03-28", "2021-04", False),
        ("2021-03-08", None, True),
        ("2021", "2022", True),
        ("2021-02", "2021-04", False),
    ],
)
def test_dates_allow_two_weeks_and_vague_ones_three_days(
    one: str, two: str | None, possible_: bool
) -> None:
    a, b = seen(article("a", "mill", None, one), article("b", "mill", None, two))
    assert possible(a, b) == possible(b, a) == possible_


@pytest.mark.parametrize(
    ("one", "two", "possible_"), [("en", "fr", False), ("en", "en", True), ("en", None, True)]
)
def test_two_languages_have_nothing_in_common(one: str, two: str | None, possible_: bool) -> None:
    a, b = (
        replace(each, language=code) for each, code in zip(seen(*FIRE[:2]), (one, two), strict=True)
    )
    assert possible(a, b) == possible_


@pytest.mark.parametrize(
    ("one", "other", "days"), [((1, 3), (5, 9), 2), ((5, 9), (1, 3), 2), ((1, 6), (5, 9), 0)]
)
def test_days_between(one: tuple[int, int], other: tuple[int, int], days: int) -> None:
    assert Days(*one).apart(Days(*other)) == days


def test_a_month_is_no_day() -> None:
    day, month, none = seen(
        article("a", "x", None, "2021-03-08T09:00Z"), article("b", "x", None, "2021-03"), BIRDS
    )
    assert day.day == When("2021-03-08").first.toordinal()
    assert (month.day, none.day is None) == (None, False)


def test_a_pair_is_the_same_from_both_ends() -> None:
    a, b = seen(*FIRE[:2])
    found, here, there = pair(a, b)
    assert pair(b, a) == (found, *(list(each) for each in _by_other(here, there)))
    assert (found.one, found.other, found.gap) == ("fire-a", "fire-b", 1)
    words = [a.words[place] for place in here]
    assert words == [b.words[place] for place in there], "the same words in the same order"
    assert set(words) == a.weights.keys() & b.weights.keys()
    assert found.dot == pytest.approx(sum(a.weights[w] * b.weights[w] for w in words))


@pytest.mark.parametrize(
    ("words", "others", "trust"),
    [
        (BRIEF, BRIEF, 1.0),
        (4 * BRIEF, BRIEF // 4, 1.0),
        (BRIEF // 2, BRIEF // 2, 2**BREVITY),
        (BRIEF, BRIEF // 4, 2**BREVITY),
        (1, 1, (BRIEF / BRIEFEST) ** BREVITY),
    ],
)
def test_two_briefs_need_share_less(words: int, others: int, trust: float) -> None:
    a, b = seen(*FIRE[:2])
    one, other = (
        weighed(each, dict.fromkeys(range(size), 1.0)) for each, size in ((a, words), (b, others))
    )
    assert pair(one, other)[0].trust == pytest.approx(trust)


def _by_other(here: list[int], there: list[int]) -> tuple[list[int], list[int]]:
    """The same places in the order that they have in the first article."""
    both = sorted(zip(here, there, strict=True))
    return [other for _, other in both], [one for one, _ in both]


@pytest.mark.parametrize(
    ("gap", "dated", "counts"),
    [(-1, False, True), (0, True, True), (REACH_DAYS, True, True), (REACH_DAYS + 1, True, False)],
)
def test_pairs_beyond_reach_are_no_company(gap: int, dated: bool, counts: bool) -> None:
    found = Pair("a", "b", 1.0, gap, 1.0)
    assert (found.dated, found.counts) == (dated, counts)


def test_company_is_a_sum_that_can_be_taken_back() -> None:
    profile = weighed(seen(BIRDS)[0], {10: 3.0, 20: 2.0, 30: 1.0})
    some = Company.none(profile)
    some.share([0, 1], dated=True)
    some.share([1], dated=True)
    some.share([1], dated=False)
    assert some == company(profile, [1, 2], [0, 1]), "those without dates count apart"
    some.part([1], dated=True)
    some.part([0, 1], dated=True)
    assert some == company(profile, [], [0, 1]), "two words are shared with nobody now"
    some.part([2], dated=True)
    assert some == company(profile, [], [0, 1]), "never less than none"


def near(length: float) -> object:
    """What a length may be rounded to."""
    return pytest.approx(length, rel=STEP**0.5 - 1 + 1e-9)


def test_what_only_one_goes_on_about_counts_a_part() -> None:
    profile = weighed(seen(BIRDS)[0], {1: 3.0, 2: 4.0})
    some = Company.none(profile)
    assert some.lengths(profile) == (near(5 * sqrt(ALONE)), near(5 * sqrt(ALONE_UNDATED)))
    some.share([0], dated=True)
    assert some.lengths(profile) == (near(sqrt(9 + 16 * ALONE)), near(5 * sqrt(ALONE_UNDATED)))
    some.share([0, 1], dated=True)
    assert some.lengths(profile)[0] == near(5)
    some.part([0, 1], dated=True)
    assert some.lengths(profile)[0] == near(sqrt(9 + 16 * ALONE))
    some.share([0], dated=False)
    assert some.lengths(profile)[1] == near(sqrt(9 + 16 * ALONE_UNDATED))
    nothing = weighed(profile, {})
    assert Company.none(nothing).lengths(nothing) == (1.0, 1.0), "never 0"


@pytest.mark.parametrize(
    ("found", "event", "story"),
    [
        pytest.param(Pair("a", "b", 4.0, 0, 1.0), 1 / DATED, 1 / STORY_DATED, id="a copy"),
        pytest.param(Pair("a", "b", 9.0, 0, 1.0), 1 / DATED, 1 / STORY_DATED, id="no more than 1"),
        pytest.param(Pair("a", "b", 2.0, 4, 1.0), 0.0, None, id="too far for an event"),
        pytest.param(
            Pair("a", "b", 4.0, -1, 0.5), 0.5 / UNDATED, 0.5 / STORY_UNDATED, id="undated"
        ),
    ],
)
def test_strengths_are_in_units_of_their_thresholds(
    found: Pair, event: float, story: float | None
) -> None:
    made = link(found, (2.0, 2.0), (2.0, 2.0))
    assert made.event == pytest.approx(event)
    assert story is None or made.story == pytest.approx(story)


def test_pairs_with_and_without_dates_have_their_own_lengths() -> None:
    dated, undated = (
        link(Pair("a", "b", 1.0, gap, 1.0), (1.0, 2.0), (1.0, 5.0)) for gap in (0, -1)
    )
    assert dated.event == pytest.approx(1 / DATED)
    assert undated.event == pytest.approx(0.1 / UNDATED)


def test_links_fade_with_the_days_and_stories_more_slowly() -> None:
    made = [link(Pair("a", "b", 1.0, day, 1.0), (1.0, 1.0), (1.0, 1.0)) for day in range(15)]
    events, stories = [each.event for each in made], [each.story for each in made]
    assert events[: REACH_DAYS + 1] == sorted(events[: REACH_DAYS + 1], reverse=True)
    assert not any(events[REACH_DAYS + 1 :])
    assert stories == sorted(stories, reverse=True)
    assert events[3] / events[0] < stories[3] / stories[0]
    assert stories[STORY_REACH_DAYS] > 0


@pytest.mark.parametrize(
    ("gap", "event", "story"), [(0, FAINT, FAINT_STORY), (-1, FAINT_UNDATED, FAINT_UNDATED)]
)
def test_faint_links_are_dropped(gap: int, event: float, story: float) -> None:
    two = Pair("a", "b", 1.0, gap, 1.0)
    assert kept(two, Link("a", "b", event, 0.0))
    assert kept(two, Link("a", "b", 0.0, story))
    assert not kept(two, Link("a", "b", event - 0.01, story - 0.01))


@pytest.mark.parametrize("gap", [-1, 0, 3, 9])
def test_sums_of_strengths_are_exact_in_any_order(gap: int) -> None:
    lengths = (1.1, 1.3), (0.9, 1.7)
    links = [link(Pair("a", "b", dot / 7, gap, 0.9), *lengths) for dot in range(1, 30)]
    for strengths in ([each.event for each in links], [each.story for each in links]):
        assert sum(strengths) == sum(reversed(strengths)) == fsum(strengths)


def test_what_one_article_goes_on_about_alone_hides_nothing() -> None:
    aside = " Storks nested on chimneys by the frozen lake of Omra in 1962, wardens remember." * 6
    longer = replace(FIRE[1], text=FIRE[1].text + aside)
    assert strength(FIRE[0], longer) > 0.6 * strength(FIRE[0], FIRE[1])


def test_the_subject_alone_is_no_link() -> None:
    assert strength(FIRE[0], OTHER_FIRE, *FIRE[1:], ELECTION, BIRDS) < 0.8


@pytest.mark.parametrize("day", ["2021-03-08", None])
def test_an_article_without_words_links_to_nothing(day: str | None) -> None:
    assert strength(article("a", "…", None, day), article("b", "…", None, day)) == 0
