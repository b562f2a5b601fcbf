"""Dates of one occasion in unlike sentences: what is claimed and what keeps it back."""

from __future__ import annotations

import pytest

from reader.framing.facts import days
from tests.framing.fact_texts import told

ONE = (
    "The skipper, a friend of the duke, could name no reef, lamp or buoy at his licence hearing "
    "Thursday before a panel of old pilots."
)
OTHER = (
    "Trouble for the young seaman began during Wednesday’s licence hearing, and stern divers sat "
    "on a panel of pilots."
)


def test_one_occasion_on_two_days() -> None:
    assert told(ONE, OTHER) == [("date", "differs", ("Thursday", "Wednesday"))]


def test_a_noun_of_a_verb_of_saying_is_a_part_of_an_occasion() -> None:
    one = ONE.replace("licence", "confirmation")
    other = OTHER.replace("licence", "confirmation").replace("divers", "pilots")
    assert told(one, other) == [("date", "differs", ("Thursday", "Wednesday"))]


@pytest.mark.parametrize(
    ("guard", "open_", "one", "other"),
    [
        pytest.param("_BESIDE", 1, ONE,
            OTHER.replace("licence ", "").replace("a panel of", "a bench of licence"),
            id="nothing else in common"),
        pytest.param("of_one", True, ONE.replace("hearing", "hearing, and wept"), OTHER,
            id="another act"),
        pytest.param("disjoint_names", False, ONE.replace("his", "an Orley"),
            OTHER.replace("licence", "Brask licence"), id="other names beside them"),
        pytest.param("_others", False, ONE.replace("his", "another"), OTHER,
            id="another one"),
        pytest.param("_other_figures", False, ONE.replace("old", "14 old"),
            OTHER.replace("of pilots", "of 32 pilots"), id="another number of people"),
        pytest.param("_several", False, ONE.replace("skipper", "skipper, picked on Monday"), OTHER,
            id="two days in one sentence"),
        pytest.param("_stands_elsewhere", False, ONE, f"{OTHER} On Thursday bells rang.",
            id="both days in one article"),
    ],
)  # fmt: skip
def test_guards(
    monkeypatch: pytest.MonkeyPatch, guard: str, open_: object, one: str, other: str
) -> None:
    assert told(one, other) == []
    monkeypatch.setattr(days, guard, (lambda *_: open_) if isinstance(open_, bool) else open_)
    assert told(one, other) != []
