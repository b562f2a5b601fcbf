"""Figures of another time, another property or another ballot are never called different."""

from __future__ import annotations

import pytest

from tests.framing.fact_texts import told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The tannery made £4.2 million this year.",
            "The year before, the tannery made £3.1 million.",
        ),
        (
            "The Brask clinic delivered 310 babies in the past year, the wardens said.",
            "A year earlier the Brask clinic delivered 420 babies, the wardens said.",
        ),
        (
            "The Brask clinic now employs 42 nurses.",
            "The Brask clinic employed 60 nurses a decade ago.",
        ),
        (
            "The tannery employed 300 people, insurers said.",
            "The tannery employed 450 people before the crisis, insurers said.",
        ),
        (
            "The wardens will spend £3 million on the Brask clinic.",
            "The wardens had planned to spend £5 million on the Brask clinic.",
        ),
        (
            "This month the Brask clinic of the wardens delivered 310 babies.",
            "Last month the Brask clinic of the wardens delivered 420 babies.",
        ),
    ],
)
def test_another_time(one: str, other: str) -> None:
    assert told(one, other) == []


def test_one_time_said_alike() -> None:
    clinic = "The Brask clinic had delivered {} babies a year earlier, before the crisis."
    assert [claim[1] for claim in told(clinic.format(310), clinic.format(420))] == ["differs"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Nearly half of the workers at the old tannery are women.",
            "Some 61 percent of the workers at the old tannery are over fifty.",
        ),
        (
            "Nearly half of the nurses at the Brask clinic have left since 2020.",
            "Some 61 percent of the nurses at the Brask clinic have signed a letter.",
        ),
        (
            "Nearly half of the workers at the old tannery were at home on Monday.",
            "Some 61 percent of the machines at the old tannery were lost on Monday.",
        ),
        (
            "Nearly half of the workers at the old tannery are women.",
            "Some 48 percent of the workers at the old tannery are over fifty.",
        ),
        (
            "Some 40 percent of the nurses at the Brask clinic smoke on the stairs.",
            "Some 30 percent of the nurses at the Brask clinic wanted to leave it soon.",
        ),
    ],
)
def test_a_share_of_others(one: str, other: str) -> None:
    assert told(one, other) == []


@pytest.mark.parametrize(("share", "verdict"), [("61", "differs"), ("48", "rounded")])
def test_one_share(share: str, verdict: str) -> None:
    one = "Nearly half of the workers at the old tannery were at home on Monday."
    other = f"Some {share} percent of the workers at the old tannery were at home on Monday."
    assert [claim[1] for claim in told(one, other)] == [verdict]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "In the first round the council voted by 51 votes to 40 for the plan of the tannery.",
            "In the second round the council voted by 48 votes to 43 for the plan of the tannery.",
        ),
        (
            "The council approved the plan for the tannery by 51 votes to 40.",
            "A committee of the council had approved the plan for the tannery by 9 votes to 4.",
        ),
        (
            "The council approved the plan for the tannery by 51 votes to 40.",
            "The council approved an amendment to the plan for the tannery by 48 votes to 43.",
        ),
        (
            "The council approved the plan for the tannery by 51 votes to 40.",
            "The school board approved the plan for the tannery by 48 votes to 43.",
        ),
    ],
)
def test_another_ballot(one: str, other: str) -> None:
    assert told(one, other) == []


def test_one_ballot() -> None:
    council = "In the first round the council approved the plan for the tannery by {} votes to 40."
    assert [claim[1] for claim in told(council.format(51), council.format(52))] == ["contradicts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Striker Tom Arden (45) scored for the tannery in the charity match.",
            "Striker Tom Arden (54) scored for the tannery in the charity match.",
        ),
        (
            "Tom Arden (12, 67) and Lee Voss (45) won the match for the tannery.",
            "Tom Arden, 31, and Lee Voss, 28, won the match for the tannery.",
        ),
    ],
)
def test_minutes_of_goals_are_no_ages(one: str, other: str) -> None:
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Norvel said net profit fell to $4.1 billion in the quarter.",
            "Norvel said operating profit fell to $5.6 billion in the quarter.",
        ),
        (
            "Norvel said profit rose to $4.1 billion in the third quarter.",
            "Norvel said adjusted profit rose to $4.4 billion in the third quarter.",
        ),
        (
            "Norvel bought the Brask clinic for $2.1 billion in cash.",
            "Norvel bought the Brask clinic for $2.6 billion including debt.",
        ),
        (
            "The Brask guild gives millions of dollars every year to the wardens.",
            "The Brask guild has given $3,533,294 to the wardens since 1998.",
        ),
        (
            "Marlow led Quill in Orley by a thin margin, 46.8 percent to 46.3 percent.",
            "Marlow led Quill in Brask by a thin margin, 47 percent to 53 percent.",
        ),
        (
            "About 600 users said they would attend the fair and 2,600 showed interest in it.",
            "Around 4,700 said they felt interest in the fair and 1,400 said they would attend.",
        ),
    ],
)
def test_figures_of_other_things(one: str, other: str) -> None:
    assert told(one, other) == []


def test_a_part_that_is_just_passed_is_more_than_a_lower_share() -> None:
    one = "Just over half of the workers at the old tannery were at home on Monday."
    other = "48 percent of the workers at the old tannery were at home on Monday."
    assert [claim[1] for claim in told(one, other)] == ["differs"]
