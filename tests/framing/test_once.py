"""What two lenses find is listed once."""

from __future__ import annotations

import pytest

from reader.framing.compare import compare
from reader.framing.lens import Lens
from reader.framing.lenses import facts, labels, only_here
from reader.model import Article

ROLE = "Ann Marlow, chief data strategist at Norvel, resigned on Monday."
LABEL = "Ann Marlow, chief data scientist at Norvel, resigned on Monday."
ELSEWHERE = "Ann Marlow, a daring climber, spoke. The chief data scientist Ann Marlow smiled."


def _kinds(*texts: str, lenses: tuple[str, ...] = ("facts", "labels")) -> set[tuple[str, str]]:
    articles = [Article(f"a{at}", text, language="en") for at, text in enumerate(texts)]
    asked = [lens for lens in (facts.LENS, labels.LENS) if lens.name in lenses]
    return {(f.lens, f.kind) for f in compare(articles, one_event=True, lenses=asked).findings}


def test_a_label_that_is_but_a_role_is_listed_as_the_role() -> None:
    assert _kinds(ROLE, LABEL) == {("facts", "role")}


def test_a_label_that_says_more_is_listed_too() -> None:
    more = LABEL.replace("chief", "a prominent climber of the north and former chief")
    assert _kinds(ROLE, more) == {("facts", "role"), ("labels", "person")}


def test_a_role_is_listed_where_labels_are_not_asked_for() -> None:
    assert _kinds(ROLE, LABEL, lenses=("facts",)) == {("facts", "role")}


@pytest.mark.parametrize("texts", [(ROLE, ELSEWHERE)], ids=["another label of the same person"])
def test_a_role_that_no_label_has_stays(texts: tuple[str, ...]) -> None:
    assert ("facts", "role") in _kinds(*texts)


def test_an_amount_that_others_give_otherwise_is_not_only_here() -> None:
    texts = [
        f"The wall was damaged in January. The repair will cost ${cost} and take two years. {more}"
        for cost, more in (
            ("12.4 million", ""),
            ("13.9 million", "The damaged wall once cost $80 million."),
        )
    ]
    articles = [Article(f"a{at}", text, language="en") for at, text in enumerate(texts)]

    def amounts(*lenses: Lens) -> list[str]:
        found = compare(articles, one_event=True, lenses=lenses).findings
        alone = [f for f in found if (f.lens, f.kind) == ("only-here", "amount")]
        return sorted(value.quote for f in alone for value in f.values if value)

    assert amounts(only_here.LENS) == ["$12.4 million", "$13.9 million", "$80 million"]
    assert amounts(facts.LENS, only_here.LENS) == ["$80 million"]
