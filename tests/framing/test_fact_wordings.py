"""Sums, shares, votes and dates in the words that reports have for them."""

from __future__ import annotations

import pytest

from reader.model import Finding
from tests.framing.fact_texts import findings, told

COST = "The new line over the moor will cost the town {} in the end."
SHARE = "{} of the residents were for the plan of the harbour board."
VOTE = "The council of Orley {} on Tuesday after a long debate."


def only(*texts: str, published: tuple[str | None, ...] = ()) -> Finding:
    (finding,) = findings(*texts, published=published)
    return finding


@pytest.mark.parametrize(
    ("text", "one", "other", "values"),
    [
        (COST, "more than £40 million", "£38 million", ("more than £40 million", "£38 million")),
        (COST, "£38m", "at least £40m", ("£38m", "at least £40m")),
        (SHARE, "Nearly half", "61 percent", ("Nearly half", "61 percent")),
        (SHARE, "Fewer than 40 percent", "61%", ("Fewer than 40 percent", "61%")),
    ],
)
def test_a_value_has_its_hedge(text: str, one: str, other: str, values: tuple[str, str]) -> None:
    assert [claim[2] for claim in told(text.format(one), text.format(other))] == [values]


def test_a_letter_is_no_article() -> None:
    found = only(SHARE.format("A quarter"), SHARE.format("41 percent"))
    assert found.summary.endswith("| A quarter · B 41 percent")


@pytest.mark.parametrize(
    ("text", "one", "other", "verdict"),
    [
        (SHARE, "Nearly half", "61 percent", "differs"),
        (SHARE, "A third", "41 percent", "differs"),
        (SHARE, "Half", "52 percent", "rounded"),
        (SHARE, "More than half", "61 percent", None),
        (COST, "hundreds of millions of pounds", "£340 million", "rounded"),
        (COST, "hundreds of millions of pounds", "£2 million", "differs"),
        (COST, "millions of pounds", "£340,000", "differs"),
        (COST, "$3 million", "£3 million", "differs"),
        (COST, "3 million dollars", "3 million euros", "differs"),
        (COST, "$3 million", "£2.4 million", None),
        (COST, "A$3 million", "$3 million", None),
        (COST, "£3 million ($3.9 million)", "$3 million", None),
        (COST, "$3 million", "£3 million, or about $3 million", None),
    ],
)
def test_sums_and_shares(text: str, one: str, other: str, verdict: str | None) -> None:
    found = [claim[1] for claim in told(text.format(one), text.format(other)) if claim[1] != "same"]
    assert found == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("passed the plan by 51 votes to 40", "passed the plan by 52 votes to 40"),
        ("passed the plan by 51 votes to 40", "approved the plan 52-40"),
        ("passed the plan in a 51-40 vote", "passed the plan by 52 to 40"),
        ("backed the plan, 51-40,", "backed the plan, 52–40,"),
        ("backed the plan with 51 in favour and 40 against", "backed the plan with 52 to 40 votes"),
        ("approved the plan nine to four", "approved the plan by eight votes to five"),
    ],
)
def test_votes(one: str, other: str) -> None:
    found = only(VOTE.format(one), VOTE.format(other))
    assert (found.kind, found.verdict) == ("count", "contradicts")
    assert found.subject is not None
    assert found.subject.quote == "plan"


def test_the_only_votes_of_two_articles() -> None:
    one = "The viaduct was approved by 51 votes to 40 late at night."
    other = "Councillors voted 52-40 for a viaduct."
    assert [claim[1] for claim in told(one, other)] == ["contradicts"]
    assert told(one, f"{other} A stop was voted down 30-60.") == []


def test_a_date_is_that_of_what_was_done() -> None:
    found = only(
        "The viaduct at Orley was closed on 3 March after a long storm.",
        "The viaduct at Orley was closed on 5 March after a long storm.",
    )
    assert found.subject is not None
    assert found.subject.quote == "closed"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("on 3 March", "on 3 March 2011", "the same day, and a year in one of them only"),
        ("in March", "on 3 March 2011", "the same month, and a year in one of them only"),
        ("in 2011", "in March 2011", "the same date, more exact in one of them"),
    ],
)
def test_why_a_date_is_finer(one: str, other: str, reason: str) -> None:
    text = "The old viaduct at Orley was closed {} after a long storm of two days."
    assert only(text.format(one), text.format(other)).reason == reason


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("about 900,000 permit holders", "nearly 826,000 permit holders in 2014", []),
        ("about 900,000 permit holders", "nearly 826,000 permit holders", ["rounded"]),
        ("900,000 permit holders", "826,000 permit holders in 2014", []),
        ("900,000 permit holders", "826,000 permit holders", ["differs"]),
    ],
)
def test_a_figure_of_another_year(one: str, other: str, found: list[str]) -> None:
    text = "The province of Brask has {}, as a clerk of the mint says."
    texts = text.format(one), text.format(other)
    assert [f.verdict for f in findings(*texts, published=("2016-01-02",) * 2)] == found
