"""Counts of the same things in unlike sentences: what is claimed and what keeps it back."""

from __future__ import annotations

import pytest

from reader.framing.facts import counted
from tests.framing.fact_texts import told

PUPS = "Wardens of the reserve led more than 2,000 seal pups, stranded by the storm, to a lagoon."
# What the whole story is about binds nothing by itself.
GULLS = (
    "Six parishes of the sound have about 1.7 million gulls. Some gulls ate. Few gulls slept. "
    "All gulls fled. Every one of the gulls sang. No gulls fell."
)
MAP = "In the sound, as a map that was torn and full of holes had it, are nearly 1.6 million gulls."
SEALS = "It is unclear who will feed the more than 2,300 stranded seals that wait beside a lagoon."


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (PUPS, SEALS, ("more than 2,000", "more than 2,300")),
        (
            "Brask will put a toll on 818 boats that cross the sound, said a clerk.",
            "On paper were 888 boat types, some odd, that pay a toll in the sound.",
            ("818", "888"),
        ),
        (
            "A clerk gave a more than 40-minute speech on the pier about her reasons for a toll.",
            "All seemed lost, but by a nearly 45-minute speech beside the pier one voice ended it.",
            ("more than 40-minute", "nearly 45-minute"),
        ),
        (
            GULLS,
            MAP,
            ("about 1.7 million", "nearly 1.6 million"),
        ),
    ],
)
def test_unlike_counts_of_the_same(one: str, other: str, values: tuple[str, str]) -> None:
    assert [claim[2] for claim in told(one, other)] == [values]


@pytest.mark.parametrize(
    ("guard", "open_", "one", "other"),
    [
        pytest.param("_RATIO", 3.0, PUPS, SEALS.replace("2,300", "4,900"), id="far apart"),
        pytest.param(
            "_MEASURED",
            2.0,
            "A clerk gave a more than 40-minute speech on the pier about her reasons for a toll.",
            "All seemed lost, but by an about 52-minute speech beside the pier one voice ended it.",
            id="measures far apart",
        ),
        pytest.param(
            "_FEW",
            2,
            PUPS.replace("more than 2,000", "eight"),
            SEALS.replace("the more than 2,300", "seven"),
            id="few",
        ),
        pytest.param("_NEAR", 1, PUPS, SEALS.replace("lagoon", "quay").replace("stranded", "old"),
            id="nothing else in common"),
        pytest.param("_MANY", 1, GULLS.replace("1.7 million", "25"),
            MAP.replace("1.6 million", "23"), id="not many"),
        pytest.param("_LIKE", 0.0, GULLS.replace("of the sound", ""),
            MAP.replace("In the sound", "In orchards and bakeries"),
            id="unlike sentences"),
        pytest.param("_ANYBODY", (), GULLS.replace("gulls", "votes"),
            MAP.replace("gulls", "votes").replace("the sound", "six parishes of the sound"),
            id="people are many"),
        pytest.param("others", None, PUPS, SEALS.replace("the more", "some other more"),
            id="others"),
        pytest.param("disjoint_names", None, PUPS.replace("the reserve", "Orley"),
            SEALS.replace("who", "who in Brask"), id="other names beside them"),
        pytest.param("of_a_game", None, PUPS.replace("seal pups", "delegates"),
            SEALS.replace("seals", "delegates"), id="what every contest has"),
        pytest.param("shared_out", None, PUPS.replace("to a lagoon", "to a lagoon, and another"),
            SEALS, id="some and one more"),
        pytest.param("told", None, PUPS, f"{SEALS} Once there were 2,000 seals.",
            id="told by both"),
        pytest.param("rival", None, PUPS, SEALS.replace("wait", "wait, with 1,700 geese,"),
            id="two as near"),
        pytest.param("changes", None, PUPS.replace("led", "killed"),
            SEALS.replace("will feed", "killed"), id="victims"),
        pytest.param("parts", None, PUPS, SEALS.replace("stranded", "of the stranded"),
            id="some of them"),
    ],
)  # fmt: skip
def test_guards(
    monkeypatch: pytest.MonkeyPatch, guard: str, open_: object, one: str, other: str
) -> None:
    assert told(one, other) == []
    monkeypatch.setattr(counted, guard, (lambda *_: ()) if open_ is None else open_)
    assert told(one, other) != []
