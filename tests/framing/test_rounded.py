"""Figures that agree when one is rounded, in sentences that share hardly a word."""

from __future__ import annotations

import pytest

from reader.framing.facts import rounded
from tests.framing.fact_texts import told

PUPS = "Wardens of the reserve say that a storm has parted more than 2,300 pups from the seals."
MOTHERS = "On paper, 2,342 young were parted in a month, a clerk wrote."
RIVALS = MOTHERS.replace("in a month", "in a month, and 2,310 at sea")


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (PUPS, MOTHERS, ("more than 2,300", "2,342")),
        (
            "In Brask she holds a 1,754-vote lead, much more than her rival's 512 of long ago.",
            "A lead of about 1,700 votes, said all who had counted in the sound.",
            ("1,754", "about 1,700"),
        ),
        (
            "Since Marlow took over, said a clerk, another 708,000 boats have been built.",
            "Never, cried Marlow, were there as many jobs as the 700,000 in our sheds.",
            ("708,000", "700,000"),
        ),
    ],
)
def test_figures_that_agree_when_rounded(one: str, other: str, values: tuple[str, str]) -> None:
    assert [claim[1:] for claim in told(one, other)] == [("rounded", values)]


@pytest.mark.parametrize(
    ("guard", "open_", "one", "other"),
    [
        pytest.param("_DIGITS", 10, PUPS.replace("2,300", "2,600"),
            MOTHERS.replace("2,342", "2,700"), id="two digits"),
        pytest.param("_LEAST", 1, PUPS.replace("more than 2,300", "23"),
            MOTHERS.replace("2,342", "23.4"), id="small"),
        pytest.param("of_a_game", None, PUPS.replace("pups", "delegates"),
            MOTHERS.replace("young", "delegates"), id="what every contest has"),
        pytest.param("changes", None, PUPS.replace("parted", "killed"),
            MOTHERS.replace("parted", "killed"), id="victims"),
        pytest.param("parts", None, PUPS, MOTHERS.replace("young", "of the young"),
            id="some of them"),
        pytest.param("rival", None, PUPS, RIVALS, id="two as near"),
        pytest.param("_LIKE", 0.0, PUPS, MOTHERS.replace("parted", "born"),
            id="nothing in common"),
    ],
)  # fmt: skip
def test_guards(
    monkeypatch: pytest.MonkeyPatch, guard: str, open_: object, one: str, other: str
) -> None:
    assert told(one, other) == []
    monkeypatch.setattr(rounded, guard, (lambda *_: ()) if open_ is None else open_)
    assert told(one, other) != []


def test_figures_of_three_digits_need_a_word_that_is_rare() -> None:
    one, other = PUPS.replace("2,300", "230"), MOTHERS.replace("2,342", "234")
    assert [claim[1] for claim in told(one, other)] == ["rounded"]
    often = " Few are parted. Some are parted. None were parted. Who was parted? I was parted."
    assert told(one + often, other) == []
    assert [claim[1] for claim in told(PUPS + often, MOTHERS)] == ["rounded"]


def test_what_one_article_gives_both_of_is_not_rounded() -> None:
    assert told(PUPS, f"{MOTHERS} Once there were 2,300 gulls.") == []
