"""Passages in which an article does not report for the first time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.alignment.apart import asides, boilerplate, set_apart
from reader.alignment.similarity import Vectors
from reader.model import Article
from reader.text.document import Document


def document(text: str) -> Document:
    return Document(Article(id="a", text=text))


@pytest.mark.parametrize(
    "line",
    [
        "Read more: The ferry that never came.",
        "Sign up for our weekly letter.",
        "(RELATED: Bridge shut again)",
        "Additional reporting by the coast desk.",
        "The Coast Wire contributed to this report.",
        "FILE PHOTO: A ferry leaves the harbour in May.",
        "All rights reserved.",
        "(AP Photo/Jonas Brandt, file)",
        "Write to our desk at desk@tarnholm.example today.",
        "Content of our agency is free of charge for small papers.",
        "For licensing of our original content, please ask.",
        "This article was originally printed on Sunday.",
        "— Harbour Watch (@harbourwatch) March 3, 2021.",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    assert boilerplate(document(line)) == {0}


@pytest.mark.parametrize(
    "sentence",
    [
        "Related charges were dropped after the inquiry.",
        "Watching the tide, the crew waited for help.",
        "Photographs of the wreck show a hole in the hull.",
        "Read more than once, " + "and by readers of all ages, " * 9 + "the report blames nobody.",
        "Read from start to end, the report blames nobody.",
    ],
)
def test_sentences_of_the_report(sentence: str) -> None:
    assert boilerplate(document(sentence)) == frozenset()


def test_a_section_of_questions_is_set_apart_up_to_the_next_heading() -> None:
    text = (
        "The ferry sank.\nFAQ\nWhy did it sink?\nIt was overloaded with gravel.\n"
        "What Comes Next\nDivers will search the hold."
    )
    assert asides(document(text)) == {1, 2, 3}


def test_advice_to_nobody_and_recaps_are_set_apart() -> None:
    text = "The ferry sank.\nIn short: it was overloaded.\nCompanies should train their crews."
    assert asides(document(text)) == {1, 2}


def test_headings_and_repetitions_are_set_apart_but_the_first_is_kept() -> None:
    line = "The overloaded gravel ferry sank outside the harbour."
    doc = document(f"A Ferry Sinks\n{line}\nNobody drowned in the cold water.\n{line}")
    assert [set(found) for found in set_apart(Vectors((doc,)))] == [{0, 3}]


def test_a_repetition_may_add_its_heaviest_word() -> None:
    first = "The ferry left the harbour with ropes and lanterns for the barge of the captain"
    vectors = Vectors((document(f"{first}. A gull cried. {first} Zyxxel."),))
    assert max(vectors.full[0][2], key=lambda word: vectors.full[0][2][word]) == "zyxxel"
    assert set_apart(vectors) == (frozenset({2}),)


_WORDS = "harbour ferry captain storm rope lantern gull barge inquiry siren".split()


@given(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8), max_size=12))
def test_repetitions_are_those_that_comparing_all_pairs_finds(sentences: list[list[str]]) -> None:
    text = " ".join(" ".join(words).capitalize() + "." for words in sentences) or "Rope."
    vectors = Vectors((document(text),))
    again: set[int] = set()
    for i, scores in enumerate(vectors.overlaps(0, 0)):
        if any(scores.get(j, 0.0) >= 0.8 for j in range(i) if j not in again):
            again.add(i)
    assert set_apart(vectors) == (frozenset(again),)
