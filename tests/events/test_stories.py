"""Stories: events of one affair over some weeks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.events.group import Groups, group
from reader.model import Article, Ruling, Story, When
from tests.events.examples import BIRDS, ELECTION, FIRE, article
from tests.events.test_regroup import Grown

BURNS = "Fire destroyed the Harrow flour mill in Penbridge on Monday night. Tobias Kell owns it."
CAUSE = "Wiring set the Harrow mill in Penbridge on fire, says Dora Vance. Tobias Kell was warned."
TRIAL = (
    "Tobias Kell stood in court in Penbridge; the Harrow mill burned for his wiring, said Vance."
)
AFTER = (
    "Penbridge tears down the chimney of the Harrow mill. Tobias Kell watched; so did Dora Vance."
)


def affair(*days: str | None) -> list[Article]:
    texts = (BURNS, CAUSE, TRIAL, AFTER)
    titles = ("Mill burns", "Wiring blamed", "Owner in court", "Chimney falls")
    parts = zip("abcd", texts, titles, days, strict=False)
    return [article(id, text, title, day) for id, text, title, day in parts]


WEEKS = affair("2021-03-08", "2021-03-13", "2021-03-18", "2021-03-23")
OTHERS = (ELECTION, BIRDS)


def told(groups: Groups) -> list[list[tuple[str, ...]]]:
    of = {event.id: event.articles for event in groups.events}
    return [[of[id] for id in story.events] for story in groups.stories]


def only(groups: Groups) -> Story:
    (story,) = groups.stories
    return story


def test_events_of_one_affair_are_a_story_in_the_order_of_their_beginnings() -> None:
    found = group([*WEEKS[::-1], *OTHERS])
    assert told(found) == [[("a",), ("b",), ("c",), ("d",)]]
    story = only(found)
    parts = {event.id for event in found.events if event.story == story.id}
    assert parts == set(story.events)
    assert story.id[0] == "s"


def test_an_event_alone_is_no_story() -> None:
    assert group(FIRE).stories == ()
    assert all(event.story is None for event in group([*FIRE, *OTHERS]).events)


@pytest.mark.parametrize(
    ("days", "story"),
    [
        (("2021-03-08", "2021-03-13"), True),
        (("2021-03-08", "2021-03-22"), False),
        (("2021-03-08", "2021-04-30"), False),
    ],
)
def test_a_story_goes_on_for_some_days(days: tuple[str, str], story: bool) -> None:
    assert bool(group(affair(*days)).stories) == story


def test_undated_events_come_last() -> None:
    apart = [Ruling(1, "part", "", apart=((one,), (other,))) for one, other in ("ab", "ac", "bc")]
    for days in ((None, "2021-03-08", "2021-03-09"), (None, "2021-03-09", "2021-03-08")):
        (parts,) = told(group(affair(*days), rulings=apart))
        assert parts[-1] == ("a",)
        assert parts[0] == ("bc"[days.index("2021-03-08") - 1],)


def test_what_a_story_says() -> None:
    story = only(group(WEEKS))
    assert story.label in {each.title for each in WEEKS}
    assert story.why[-1] == "15 days apart"
    assert story.why[0].startswith("most share ")
    assert "Penbridge" in story.why[0]
    pair = only(group(WEEKS[:2]))
    assert pair.why[0].startswith("share ")
    assert pair.label == "Mill burns", "of equals the first"


def test_a_story_that_a_person_named() -> None:
    named = Ruling(1, "name-story", "", ("a", "b", "c"), name="The mill")
    assert only(group(WEEKS, rulings=[named])).label == "The mill"
    assert only(group(WEEKS[:3], rulings=[named])).label == "The mill"
    back = Ruling(2, "name-story", "", ("a", "b", "c"), name="")
    assert only(group(WEEKS, rulings=[named, back])).label == only(group(WEEKS)).label
    events = group(WEEKS, rulings=[named]).events
    assert "The mill" not in {event.label for event in events}, "an event has a name of its own"


def test_the_story_of_a_renamed_event_goes_by_its_name() -> None:
    library = Grown()
    library.put(*WEEKS[:2])
    library.regroup()
    library.say([Ruling(1, "name", "", ("a",), name="The fire")])
    library.regroup()
    (story,) = library.stories.values()
    assert story.label == "The fire"
    library.check()


def test_a_story_keeps_its_id_and_ends_with_its_last_but_one_event() -> None:
    library = Grown()
    library.put(*WEEKS[:2])
    library.regroup()
    (id,) = library.stories
    library.put(WEEKS[2])
    library.regroup()
    assert library.stories.keys() == {id}
    assert len(library.stories[id].events) == 3
    for gone in "ab":
        library.take_out(gone)
        library.regroup()
        library.check()
    assert library.stories == {}
    assert {event.story for event in library.events.values()} == {None}


def test_a_date_that_moves_away_ends_a_story() -> None:
    library = Grown()
    library.put(*WEEKS[:2])
    library.regroup()
    library.put(replace(WEEKS[1], published=When("2021-06-01")))
    changes = library.regroup()
    assert len(changes.gone_stories) == 1
    assert library.stories == {}
    library.check()


def test_events_that_a_person_joined_are_one_part() -> None:
    found = group(WEEKS[:3], rulings=[Ruling(1, "join", "", ("a", "b"))])
    assert told(found) == [[("a", "b"), ("c",)]]
