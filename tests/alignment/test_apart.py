"""Passages in which an article does not report for the first time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.alignment.apart import boilerplate, set_apart
from reader.alignment.asides import asides
from reader.alignment.similarity import Vectors
from reader.model import Article
from reader.text.document import Document


def document(text: str) -> Document:
    return Document(Article(id="a", text=text))


@pytest.mark.parametrize(
    "line",
    [
        "Read more: The ferry that never came.",
        "More:Divers ‘went down at once’ for the ferry",
        "MORE: The ferry that never came",
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
        "— Jonas Brandt is a pilot and writes for the Tide.",
        "CLOSE The ferry sank on Monday off Tarnholm.",
        "Editor’s note: the ferry has another name now.",
        "The opinions expressed here are those of the crew.",
        "Follow Jonas on Twitter",
        "This is a rush transcript.",
        "(This version of the story corrects the name of the ferry)",
        "--This report was updated at 9:40 a.m.",
        "[Editor’s note: The post has been updated with a comment of the line.]",
        "UPDATE: This story was corrected to add a pier.",
        "He blogs and is on Twitter @jonasbrandt.",
        "You can follow her @tarnholm",
        "To read more columns of the Tide, buy it.",
        "The Tide prints many opinions, also of our Board of Contributors.",
        "— Tide contributor Jonas Ray Brandt is a pilot.",
        "Content of the wires of the Tarnholm Agency is available without charge to small papers.",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    assert boilerplate(document(line)) == {0}


@pytest.mark.parametrize(
    "sentence",
    [
        "Related charges were dropped after the inquiry.",
        "Watching the tide, the crew waited for help.",
        "More ferries sank than in any year: nine.",
        "Photographs of the wreck show a hole in the hull.",
        "Read more than once, " + "and by readers of all ages, " * 9 + "the report blames nobody.",
        "Read from start to end, the report blames nobody.",
        "— and Jonas Brandt is the one who wrote it all.",
        "CLOSE to the harbour the ferry sank, they say.",
        "Corrections of the chart were made on Monday.",
        "The mate said the report was updated after the wreck.",
        "Nobody could find him on the quay.",
    ],
)
def test_sentences_of_the_report(sentence: str) -> None:
    assert boilerplate(document(sentence)) == frozenset()


def test_who_wrote_it_in_the_last_lines() -> None:
    bio = "Jonas Ray Brandt is a professor at Tarnholm."
    report = "The ferry sank. Nobody drowned.\nIt was dark.\n"
    assert boilerplate(document(f"{report}{bio}\nHe has a boat.")) == {3}
    assert not boilerplate(document(f"{bio}\nIt was dark.\n{report}"))
    assert not boilerplate(document(f"It was Brandt’s ferry.\n{report}{bio}"))
    assert not boilerplate(document(bio))
    assert boilerplate(document(f"{report}{bio} He sails. Nobody came.")) == {3, 4}
    assert boilerplate(document(f"{report}{bio} Nobody came. He sails.")) == {3}


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Jonas Ray Brandt is Senior Editor of the Tide.", True),
        ("Jonas Brandt is digital politics editor of the Tide.", True),
        ("Jonas Brandt, who sails on Sundays, is the author of a book.", True),
        ("Jonas Brandt, a pilot, once said: “The line is an author of lies.”", False),
        ("Jonas Brandt is angry.", False),
    ],
)
def test_how_authors_are_told(line: str, author: bool) -> None:
    assert (boilerplate(document(f"The ferry sank.\n{line}")) == {1}) is author


def test_a_section_of_questions_is_set_apart_up_to_the_next_heading() -> None:
    text = (
        "The ferry sank.\nFAQ\nWhy did it sink?\nIt was overloaded with gravel.\n"
        "What Comes Next\nDivers will search the hold."
    )
    assert asides(document(text)) == {1, 2, 3}


def test_advice_to_nobody_and_recaps_are_set_apart() -> None:
    text = "The ferry sank.\nIn short: it was overloaded.\nCompanies should train their crews."
    assert asides(document(text)) == {1, 2}


@pytest.mark.parametrize(
    "heading",
    [
        "How to swim in cold water",
        "Tips for the next crossing",
        "What to do",
        "Storm warning: how to help",
        "What you need to know",
        "Where to get help",
    ],
)
def test_advice_below_a_heading(heading: str) -> None:
    text = f"The ferry sank.\n{heading}\nLie on the back.\nThe Next Ferry\nIt sails at noon."
    assert asides(document(text)) == {1, 2}


@pytest.mark.parametrize(
    "heading",
    ["A dispute over how to sail", "Nobody tips the crew", "What the crew can say", "New tools"],
)
def test_headings_that_only_look_like_advice(heading: str) -> None:
    assert not asides(document(f"The ferry sank.\n{heading}\nNobody drowned in the cold water."))


@pytest.mark.parametrize(
    "sentence",
    [
        "You should never swim alone in cold water.",
        "Residents can call the harbour office at any time.",
        "If you or someone you know was on board, call the harbour office.",
        "Anyone with information is asked to write to the harbour office.",
        "For more information, visit the harbour office.",
        "To donate, write to the harbour office.",
    ],
)
def test_a_sentence_that_advises(sentence: str) -> None:
    assert asides(document(f"The ferry sank. {sentence} Nobody drowned.")) == {1}


@pytest.mark.parametrize(
    "sentence",
    [
        "“You should never swim alone,” said Roe.",
        "You can see why nobody swam there.",
        "If you believe the crew, nobody swam there.",
        "Residents of the island swam there.",
        "To donate blood is what the crew did.",
    ],
)
def test_a_sentence_that_advises_nobody(sentence: str) -> None:
    assert not asides(document(f"The ferry sank. {sentence} Nobody drowned."))


def test_questions_with_their_answers() -> None:
    text = (
        "The ferry sank.\nQ: Why did it sink?\nA: It was overloaded. So they say.\nIt was old.\n"
        "Question: Who knew?\nAnswer: The owner.\nWhat Comes Next\nDivers will search the hold."
    )
    assert asides(document(text)) == {1, 2, 3, 4, 5, 6}
    once = text.replace("Question: Who", "Who")
    assert not asides(document(once))
    unanswered = text.replace("A: ", "").replace("Answer: ", "")
    assert not asides(document(unanswered))


def test_items_of_advice_in_a_row() -> None:
    text = (
        "The ferry sank.\n1. Check your vest. It may be old.\n2. Never swim alone.\n"
        "3. The crew was saved.\nIt was dark."
    )
    assert asides(document(text)) == {1, 2, 3}
    assert not asides(document(text.replace("2. Never", "2. They never")))
    assert not asides(document("The ferry sank.\nCheck the vests.\nNever swim alone.\nIt sank."))


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


def test_short_lines_below_read_more_are_links() -> None:
    links = "READ MORE:\n\nA Ferry Is Late. Do Not Wait.\n\nTwo Goals for the Harbour"
    report = "The ferry was late " * 8
    assert boilerplate(document(f"It was dark.\n\n{links}\n\n{report}.\n\nIt is.")) == {1, 2, 3, 4}
    said = "I have decided to leave. We did nothing wrong."
    for lead in ("He said there is more:", "Read the full statement:", "Related:"):
        assert not boilerplate(document(f"{lead}\n\n{said}")) - {0}
