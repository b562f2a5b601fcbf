"""Descriptions in place of a name, and those that might mean somebody else."""

from __future__ import annotations

import pytest

from reader.framing.labels_of_case import labels_of_case
from reader.framing.lens import Case
from reader.framing.lenses.labels import LENS
from reader.model import Article
from reader.text.document import Document

OTHER = (
    "They praised the energy minister, Ann Lee, in June. Prime Minister Bob Ray was glad of it. "
)


def case(*texts: str, outlet: str | None = None) -> Case:
    articles = (Article(f"a{at}", text, outlet=outlet) for at, text in enumerate(texts))
    return Case(tuple(map(Document, articles)), one_event=True)


def found(text: str, other: str = OTHER) -> list[str]:
    of = case(text, other)
    labels = labels_of_case(of)[0].values()
    return [label.span.of(text) for every in labels for label in every if label.span.start > 20]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ann Lee left in June. Then the disgraced minister went home.", "the disgraced minister"),
        ("Ann Lee left us in June. This embattled minister said no.", "This embattled minister"),
        ("Acme Ltd won it. They warned the greedy firm about the fence.", "the greedy firm"),
    ],
)
def test_one_name_can_be_meant(text: str, label: str) -> None:
    assert found(text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee left in June. Then the energy minister went home.",
        "Ann Lee left in June. Then the disgraced minister of trade went home.",
        "Ann Lee left in June. Then the disgraced minister’s wife went home.",
        "Ann Lee left in June. Then the embattled prime minister went home.",
        "Ann Lee met Carl Roe in June. Then the disgraced minister went home.",
        "Ann Lee left in June. “Then the disgraced minister went home,” he said.",
        "Ann Lee left in June. Then the disgraced lawyer went home.",
        "Ann Lee left in June. Then the disgraced, minister went home.",
        "Ann Lee left. It rained. It snowed. It froze. It thawed. The disgraced minister slept.",
        "Ann Lee left in June. Then the disgraced Acme minister went home.",
        "Ann Lee left in June. Bo thanked the town as embattled minister.",
        "Ann Lee left in June, and all was well.\n\nThe disgraced minister speaks\n\nIt rained.",
        "Acme Ltd and Bolt Ltd won it. They warned the greedy firm about the fence.",
        "Acme Ltd won it. Nobody knew Bolt. They warned the greedy firm about the fence.",
        "Acme Ltd won it. They warned the greedy firm owner about the fence.",
    ],
    ids=(
        "plain of possessive prime-minister another-near quoted other-post comma far of-acme as "
        "heading two-companies another-thing goes-on"
    ).split(),
)
def test_another_may_be_meant(text: str) -> None:
    assert found(text) == []


def test_with_a_name_behind_it_is_the_title_of_that_name() -> None:
    text = "Ann Lee left in June. Then the disgraced minister Carl Roe went home."
    assert list(labels_of_case(case(text, OTHER))[0]) == ["roe"]


def test_two_who_hold_the_post() -> None:
    text = "Ann Lee left in June. Then the disgraced minister went home to Carl Roe."
    both = OTHER + "Trade minister Carl Roe was glad, too."
    assert found(text, OTHER) == ["the disgraced minister"]
    assert found(text, both) == []


def test_the_paper_itself_is_no_other_thing() -> None:
    text = "Acme Ltd won it. A man told The Flare that. They warned the greedy firm about it."
    labels = labels_of_case(case(text, OTHER, outlet="The Daily Flare"))[0]
    assert [label.span.of(text) for every in labels.values() for label in every] == [
        "the greedy firm"
    ]
    assert not any(labels_of_case(case(text, OTHER))[0].values())


def test_the_bare_company_counts_against_a_word_that_colours() -> None:
    a = "Acme Ltd won it. The work is done, the company said."
    b = "Acme Ltd won it. They warned the greedy firm about the fence."
    (finding,) = LENS.look(case(a, b)).findings
    assert finding.kind == "organisation"
    assert [value and value.quote for value in finding.values] == ["the company", "the greedy firm"]
    assert LENS.look(case(a, a)).state == "cannot-say"
