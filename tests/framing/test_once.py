"""What two lenses find is listed once."""

from __future__ import annotations

import pytest

from reader.framing.compare import compare
from reader.framing.lenses import facts, labels
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
