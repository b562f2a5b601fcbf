"""Hits that print one text stand under the best of them, and none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Card, Event, Marks, Voice
from reader.search.folding import folded

OPENING = "The harbour bridge was shut on Monday after an inspector found a crack in a beam."


def card(id: str, title: str | None = None, opening: str = "", event: str | None = None) -> Card:
    return Card(id, title, opening or f"{id} {OPENING}", None, None, 400, Marks(), event)


def cards(*made: Card) -> dict[str, Card]:
    return {each.id: each for each in made}


EVENT = Event("e", "Bridge shut", ("a", "b", "c"), voices=(Voice(("a", "c"), 0.9),))
THREE = cards(card("a", event="e"), card("b", event="e"), card("c", event="e"))


def test_one_voice_is_one_hit() -> None:
    assert folded(["b", "c", "a"], THREE, {"e": EVENT}) == {"b": (), "c": ("a",)}


def test_the_same_headline_and_opening_is_one_text() -> None:
    same = cards(
        card("a", "Bridge shut", OPENING),
        card("b", "Bridge  SHUT", OPENING.upper()),
        card("c", "Bridge shut", f"Also: {OPENING}"),
        card("d", "Bridge to open", OPENING),
        card("e", None, OPENING),
        card("f", None, OPENING),
    )
    found = folded("abcdef", same, {})
    assert found == {"a": ("b",), "c": (), "d": (), "e": (), "f": ()}


def test_a_short_opening_tells_nothing() -> None:
    brief = cards(card("a", "Today", "Good morning."), card("b", "Today", "Good morning."))
    assert folded("ab", brief, {}) == {"a": (), "b": ()}


def test_a_chain_of_copies_is_one_hit() -> None:
    chained = THREE | cards(
        card("c", "Bridge shut", OPENING, "e"), card("d", "Bridge shut", OPENING, "other")
    )
    assert folded("abcd", chained, {"e": EVENT}) == {"a": ("c", "d"), "b": ()}


def test_an_article_without_a_card_stands_alone() -> None:
    assert folded(["x", "a"], THREE, {}) == {"x": (), "a": ()}


IDS = [f"id{n}" for n in range(8)]


@given(
    st.permutations(IDS),
    st.lists(st.sampled_from(["", "e", "f"]), min_size=8, max_size=8),
    st.lists(st.sampled_from(["One", "Two"]), min_size=8, max_size=8),
    st.lists(st.booleans(), min_size=8, max_size=8),
)
def test_no_article_is_lost(
    order: list[str], of: list[str], titles: list[str], copied: list[bool]
) -> None:
    made = [
        card(id, title, OPENING, event or None)
        for id, event, title in zip(IDS, of, titles, strict=True)
    ]
    events = {}
    for name in ("e", "f"):
        members = tuple(each.id for each in made if each.event == name)
        alike = tuple(id for id in members if copied[IDS.index(id)])
        voices = (Voice(alike, 0.8),) if len(alike) > 1 else ()
        if members:
            events[name] = Event(name, name, members, voices=voices)
    found = folded(order, cards(*made), events)
    assert sorted([*found, *(id for group in found.values() for id in group)]) == IDS
    assert list(found) == [id for id in order if id in found], "heads keep their order"
    for head, group in found.items():
        following = [order.index(id) for id in (head, *group)]
        assert following == sorted(following), "the best of a text is its head"
