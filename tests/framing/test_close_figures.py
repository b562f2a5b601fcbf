"""Figures that are all but equal, in sentences that share hardly a word, and tolls of a report."""

from __future__ import annotations

import pytest

from reader.framing.facts import close, victims
from tests.framing.fact_texts import told

AVOIDED = (
    "Prosecutors in Orley say the trades let the whole clan avoid over $768,000 in losses when "
    "the trial of the drug collapsed."
)
LOSING = "By selling in June the skipper and his sons avoided losing over $750,000."


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (AVOIDED, LOSING, ("over $768,000", "over $750,000")),
        (
            "The express was carrying nine crew members to Brask.",
            "At dawn, carrying eight crew members, it left Brask late.",
            ("nine", "eight"),
        ),
        (
            "The court ruled 6-3 to strike down the ban on dredging.",
            "By a 7-2 decision the court has agreed to strike the ban down.",
            ("6-3", "7-2"),
        ),
        (
            "Brask sold $539 million of fish, leaving Orley a record deficit of some $419 million.",
            "What a $375 million trade deficit says of the quay is open.",
            ("some $419 million", "$375 million"),
        ),
        (
            "All must now vote on him after his almost nine-hour hearing in the sound.",
            "Rain fell, at dusk, when the hearing, after eight hours, had come to an end.",
            ("almost nine-hour", "eight hours"),
        ),
    ],
)
def test_figures_all_but_equal_are_of_one_thing(
    one: str, other: str, values: tuple[str, str]
) -> None:
    assert [claim[2] for claim in told(one, other)] == [values]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Brask sold $539 million of fish, and the toll would cut its deficit by $419 million.",
            "To cut the quay would save $375 million, a clerk of the deficit wrote.",
            id="sums of other things",
        ),
        pytest.param(
            "All must now vote on him after his almost nine-year trial in the sound.",
            "Rain fell, at dusk, when the trial, after eight years, had come to an end.",
            id="years pass in many things",
        ),
    ],
)
def test_one_word_does_not_bind(one: str, other: str) -> None:
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("guard", "one", "other"),
    [
        pytest.param("_within", AVOIDED, LOSING.replace("750", "390"), id="too far apart"),
        pytest.param("others", AVOIDED, LOSING.replace("over", "another"), id="another sum"),
        pytest.param(
            "rival",
            "Once lorries and trawlers blocked it, the express was carrying nine crew members to "
            "Brask.",
            "At dawn, carrying eight crew members (once ten crew members), it left Brask with a "
            "choir of monks and pilots.",
            id="two figures as near",
        ),
        pytest.param(
            "_beside",
            AVOIDED.replace("losses", "losses, in a case that cost $9 million,"),
            LOSING,
            id="a sentence of several sums",
        ),
        pytest.param("told", AVOIDED, f"{LOSING} His barge had cost $768,000.", id="told by both"),
        pytest.param(
            "disjoint_names",
            AVOIDED.replace("in losses", "in losses for Carl Brandt"),
            LOSING.replace("avoided", "and Ann Marlow avoided"),
            id="other names beside them",
        ),
    ],
)
def test_guards(monkeypatch: pytest.MonkeyPatch, guard: str, one: str, other: str) -> None:
    assert told(one, other) == []
    monkeypatch.setattr(close, guard, lambda *_: guard == "_within" or ())
    assert told(one, other) != []


SHOT = "Five people were hurt when a gunman fatally shot 59 people at the quay of Orley."


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (SHOT, "The man who killed 58 people by the water had bought a barge.", ("59", "58")),
        (
            "A gunman opened fire at the quay, killing two and injuring eight others.",
            "Two died and six were injured by the water while terrified choirs ran.",
            ("eight", "six"),
        ),
        (
            "Fire killed 12 people. Decades ago another, in Brask, had killed 40 people.",
            "Flames have killed 15 people on a barge.",
            ("12", "15"),
        ),
    ],
)
def test_the_first_sentences_tell_the_toll(one: str, other: str, values: tuple[str, str]) -> None:
    assert [claim[1:] for claim in told(one, other)] == [("changes-with-time", values)]


@pytest.mark.parametrize(
    ("guard", "open_", "one", "other"),
    [
        pytest.param(
            "_ANYBODY",
            {"offic", "peopl"},
            "A gunman killed five officers.",
            "A man with a rifle killed six people on a barge.",
            id="a part of the dead",
        ),
        pytest.param(
            "_has",
            lambda *_: False,
            "Fire killed 12 people. Decades ago another, in Brask, had killed 15 people.",
            "Flames have killed 15 people on a barge.",
            id="told by both",
        ),
        pytest.param(
            "_LEDE",
            9,
            "Fire killed 12 people.",
            "Gulls cried. Nobody slept. Rain fell on the hills. Bells rang. The barge of 1931, "
            "a wreck that was towed to Brask with its cargo of bricks, killed 15 people.",
            id="another accident, told of later",
        ),
    ],
)
def test_guards_of_tolls(
    monkeypatch: pytest.MonkeyPatch, guard: str, open_: object, one: str, other: str
) -> None:
    assert told(one, other) == []
    monkeypatch.setattr(victims, guard, open_)
    assert told(one, other) != []
