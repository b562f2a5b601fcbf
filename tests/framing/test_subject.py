"""Texts that are mostly about something else."""

from __future__ import annotations

import pytest

from reader.framing.core import core
from reader.framing.lens import Case
from reader.framing.subject import aside, said_aside
from reader.model import Article
from reader.text.document import Document

ONE = (
    "The Norwick ferry ran aground on a sandbank. Lifeboats took off all passengers. "
    "Divers looked at the hull. The skipper blamed a buoy."
)
OTHER = (
    "A sandbank stopped the Norwick ferry. All passengers left in lifeboats. "
    "The hull is sound, divers say. A buoy had drifted."
)
FROST = (
    "Growers fear for the harvest.", "Frost killed the blossom.", "Bees stayed in their hives.",
    "A cider press closed.", "Prices doubled within a week.", "Orchards stand empty.",
    "Insurance pays nothing.", "An old tree fell.", "Pickers look for other work.",
    "Juice comes from abroad.", "Cellars are cold.", "Wasps are rare this year.",
)  # fmt: skip


def columns(*texts: str) -> frozenset[int]:
    case = Case(
        tuple(Document(Article(id=str(at), text=text)) for at, text in enumerate(texts)),
        one_event=True,
    )
    return aside(case, core(case.documents))


@pytest.mark.parametrize(
    ("why", "other", "found"),
    [
        ("a report", OTHER, []),
        ("a report with a longer part about something else", f"{OTHER} {' '.join(FROST[:8])}", []),
        ("one item of several", f"{OTHER} {' '.join(FROST)} Snow is near.", [1]),
    ],
)
def test_mostly_about_something_else(why: str, other: str, found: list[int]) -> None:
    assert sorted(columns(ONE, other)) == found, why


def test_words_that_both_say_often_are_of_the_subject() -> None:
    often = "The budget pays for roads. Nobody likes the budget. Votes on the budget failed. "
    rest = " ".join(FROST[:8])
    opening = "Norwick sandbank talk. "
    assert columns(f"{opening}{often}{rest}", f"{opening}{often}") == frozenset()
    once = "The budget came. " + " ".join(FROST)
    assert 0 in columns(f"{opening}{once}", f"{opening}{often}")


def test_how_it_is_said() -> None:
    case = Case(tuple(Document(Article(id=i, text=ONE)) for i in "ab"), one_event=True)
    assert said_aside(frozenset(), case) == ""
    assert said_aside(frozenset({1}), case) == "1 of 2 mostly about something else"
