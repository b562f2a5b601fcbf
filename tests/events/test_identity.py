"""Ids of events over time."""

from __future__ import annotations

import pytest

from reader.events.identity import SHORT, ids


@pytest.mark.parametrize(
    ("previous", "groups", "kept"),
    [
        pytest.param({"e1": "abc"}, ["abc"], ["e1"], id="the same"),
        pytest.param({"e1": "abc"}, ["abcdef"], ["e1"], id="it grew"),
        pytest.param({"e1": "abc"}, ["ab", "c"], ["e1", None], id="one left"),
        pytest.param({"e1": "ab"}, ["a", "b"], [None, None], id="half is not most"),
        pytest.param({"e1": "ab"}, ["a"], ["e1"], id="the other was removed"),
        pytest.param({"e1": "abc", "e2": "de"}, ["abcde"], ["e1"], id="two joined"),
        pytest.param({"e2": "a", "e1": "b"}, ["ab"], ["e1"], id="a tie"),
        pytest.param({"e1": "xyz"}, ["a"], [None], id="all gone"),
    ],
)
def test_who_keeps_an_id(
    previous: dict[str, str], groups: list[str], kept: list[str | None]
) -> None:
    found = ids(groups, list(previous.items()))
    assert [name if name in previous else None for name in found] == kept
    assert len(set(found)) == len(found)


def test_a_new_id_hangs_on_the_articles_only() -> None:
    assert ids(["ab"], []) == ids([{"b", "a"}], [])
    assert ids(["ab"], []) != ids(["ac"], [])


def test_a_new_id_is_never_one_that_another_event_kept() -> None:
    [new] = ids(["c"], [])
    found = ids(["ab", "c"], [(new, "ab")])
    assert found[0] == new
    assert found[1].startswith(new)
    assert found[1] != new


def test_a_new_id_is_never_one_that_is_taken() -> None:
    [new] = ids(["ab"], [])
    [other] = ids(["ab"], [], taken={new}.__contains__)
    assert (len(new), len(other)) == (1 + SHORT, 2 + SHORT)
    assert other.startswith(new)


def test_an_id_tells_by_its_letter_what_it_is_of() -> None:
    [event], [story] = ids(["ab"], []), ids(["ab"], [], letter="s")
    assert (event[0], story[0]) == ("e", "s")
    assert event[1:] == story[1:]
