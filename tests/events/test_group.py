"""What `group` promises, on a handful of invented reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.events.group import Groups, group
from reader.model import Article, Event, When
from tests.events.examples import ALL, BIRDS, ELECTION, FIRE, OTHER_FIRE

UNDATED = tuple(replace(article, published=None) for article in ALL)


def partition(events: Sequence[Event]) -> set[frozenset[str]]:
    return {frozenset(event.articles) for event in events}


EXPECTED = {
    frozenset({"fire-a", "fire-b", "fire-c"}),
    frozenset({"other-fire"}),
    frozenset({"election"}),
    frozenset({"birds"}),
}


@pytest.mark.parametrize("library", [ALL, UNDATED], ids=["dated", "undated"])
def test_reports_of_one_happening_are_one_event(library: Sequence[Article]) -> None:
    assert partition(group(library).events) == EXPECTED


def test_no_articles_are_no_events() -> None:
    assert group([]) == Groups((), ())


@given(st.permutations(ALL), st.sets(st.sampled_from(range(len(ALL)))))
def test_neither_order_nor_repetition_changes_anything(
    shuffled: list[Article], undated: set[int]
) -> None:
    library = [UNDATED[at] if at in undated else each for at, each in enumerate(ALL)]
    again = [library[ALL.index(each)] for each in shuffled]
    assert group([*again, *again[:2]]) == group(library)


@given(st.sets(st.sampled_from(ALL), min_size=1))
def test_every_article_is_in_exactly_one_event(some: set[Article]) -> None:
    placed = [identifier for event in group(list(some)).events for identifier in event.articles]
    assert sorted(placed) == sorted(article.id for article in some)


def test_the_newest_event_comes_first_and_its_articles_in_order_of_date() -> None:
    late = replace(ELECTION, published=When("2021-03-20"))
    events = group([*FIRE, late, BIRDS]).events
    assert [event.articles[0] for event in events] == ["election", "fire-a", "birds"]
    assert events[1].articles == ("fire-a", "fire-b", "fire-c")


def test_an_undated_article_is_placed_by_the_day_it_came_in() -> None:
    early = replace(ELECTION, published=None, added="2021-03-01T10:00:00Z")
    late = replace(OTHER_FIRE, published=None, added="2021-04-01T10:00:00Z")
    assert [event.articles for event in group([early, late, BIRDS]).events] == [
        ("other-fire",),
        ("birds",),
        ("election",),
    ]


def test_weeks_apart_is_another_event() -> None:
    later = replace(FIRE[1], published=When("2021-04-19"))
    assert partition(group([FIRE[0], later]).events) == {
        frozenset({"fire-a"}),
        frozenset({"fire-b"}),
    }


def test_a_month_is_not_a_day_but_keeps_other_months_out() -> None:
    march = replace(FIRE[1], published=When("2021-03"))
    june = replace(FIRE[1], published=When("2021-06"))
    assert len(group([FIRE[0], march]).events) == 1
    assert len(group([FIRE[0], june]).events) == 2


@pytest.mark.parametrize(
    ("one", "two", "events"), [("en", "fr", 2), ("en", "en-GB", 1), ("en", None, 1)]
)
def test_articles_of_two_known_languages_are_not_grouped(
    one: str, two: str | None, events: int
) -> None:
    found = group([replace(FIRE[0], language=one), replace(FIRE[1], language=two)])
    assert len(found.events) == events


def test_an_event_keeps_its_id_while_most_articles_stay() -> None:
    before = group([*FIRE, BIRDS])
    after = group([FIRE[0], FIRE[2], OTHER_FIRE, BIRDS], previous=before)
    ids = {event.articles: event.id for event in before.events}
    assert {event.articles: event.id for event in after.events if len(event.articles) == 2} == {
        ("fire-a", "fire-c"): ids["fire-a", "fire-b", "fire-c"]
    }


def test_a_near_miss_with_rare_names_perhaps_belongs_too() -> None:
    follow_up = replace(FIRE[2], published=When("2021-03-12"))
    events = group([*FIRE[:2], follow_up]).events
    assert partition(events) == {frozenset({"fire-a", "fire-b"}), frozenset({"fire-c"})}
    [(identifier, reason)] = next(e for e in events if len(e.articles) == 1).maybe
    assert identifier == "fire-b"
    assert reason.startswith("share ")
    assert "Penbridge" in reason


def test_what_only_shares_its_subject_is_not_even_perhaps() -> None:
    assert all(event.maybe == () for event in group([*FIRE, OTHER_FIRE]).events)
