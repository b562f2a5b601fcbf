from __future__ import annotations

import pytest

from reader.library.library import Library
from reader.model import Draft, Event


@pytest.fixture
def ids(library: Library) -> list[str]:
    return [library.add(Draft(f"Report {n}.\n", f"/{n}"))[1].id for n in range(4)]


def test_events_come_back_as_they_were_saved(library: Library, ids: list[str]) -> None:
    pair = Event(
        "pair",
        "Two reports",
        (ids[1], ids[0]),
        ("share a quotation",),
        story="s",
        maybe=((ids[2], "same place"),),
    )
    alone = Event("alone", "One report", (ids[2],))
    assert library.events_revision == 0
    library.save_events([pair, alone], library.revision)
    assert library.events() == (pair, alone)
    assert library.events_revision == library.revision
    assert library.event_of(ids) == {ids[0]: "pair", ids[1]: "pair", ids[2]: "alone"}


def test_cards_name_only_events_of_two_and_more(library: Library, ids: list[str]) -> None:
    library.save_events(
        [Event("pair", "P", (ids[0], ids[1])), Event("alone", "A", (ids[2],))], library.revision
    )
    wanted = {ids[0]: "pair", ids[1]: "pair", ids[2]: None, ids[3]: None}
    assert {card.id: card.event for card in library.cards()} == wanted
    assert {card.id: card.event for card in library.cards([ids[0]])} == {ids[0]: "pair"}
    library.remove([ids[1]])
    assert {card.event for card in library.cards()} == {None}


def test_saving_replaces_all_and_leaves_out_what_is_gone(library: Library, ids: list[str]) -> None:
    library.save_events([Event("old", "O", tuple(ids))], library.revision)
    library.remove([ids[3]])
    library.save_events([Event("new", "N", (ids[0], ids[3])), Event("x", "X", (ids[3],))], 9)
    assert [(event.id, event.articles) for event in library.events()] == [("new", (ids[0],))]


def test_older_groups_never_replace_newer_ones(library: Library, ids: list[str]) -> None:
    library.save_events([Event("new", "N", (ids[0],))], 5)
    library.save_events([Event("old", "O", (ids[0],))], 4)
    assert [event.id for event in library.events()] == ["new"]
    library.save_events([Event("again", "A", (ids[0],))], 5)
    assert [event.id for event in library.events()] == ["again"]


def test_an_event_ends_with_its_last_article(library: Library, ids: list[str]) -> None:
    library.save_events([Event("e", "E", (ids[0], ids[1]))], library.revision)
    library.remove([ids[0]])
    assert library.events()[0].articles == (ids[1],)
    library.remove([ids[1]])
    assert library.events() == ()


def test_single_steps_are_the_lone_events_of_stories(library: Library, ids: list[str]) -> None:
    pair = Event("pair", "P", (ids[0], ids[1]), story="s")
    step = Event("step", "S", (ids[2],), story="s")
    alone = Event("alone", "A", (ids[3],))
    library.save_events([pair, step, alone], library.revision)
    assert library.single_steps() == (step,)
