"""How alike two passages are, with and without their figures."""

from __future__ import annotations

import pytest

from reader.alignment.similarity import Vectors, is_number, similarity
from reader.model import Article
from reader.text.document import Document

ONE = "Repairs to the lighthouse cost 14 million crowns in March. Gulls nest on the gallery."
OTHER = "Repairs to the lighthouse cost 9 million crowns in May. Seals sleep below the rocks."


def document(text: str, name: str = "a") -> Document:
    return Document(Article(id=name, text=text))


def test_figures_do_not_hide_a_difference_in_figures() -> None:
    one, other = document(ONE), document(OTHER, "b")
    without = similarity(one, 0, other, 0, numbers=False)
    assert without > similarity(one, 0, other, 0, numbers=True)
    assert without == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("word", "number"),
    [("14", True), ("million", True), ("march", True), ("monday", True), ("gpt-4", True),
     ("repair", False), ("harbour", False)],
)  # fmt: skip
def test_what_is_a_number(word: str, number: bool) -> None:
    assert is_number(word) is number


def test_function_words_and_reporting_verbs_do_not_count() -> None:
    vectors = Vectors((document("He said that it was theirs."), document("She said it was here.")))
    assert vectors.stems == (((),), ((),))
    assert vectors.similarity(0, 0, 1, 0) == 0.0


def test_names_are_what_has_a_capital_in_mid_sentence() -> None:
    vectors = Vectors((document("Yesterday the mayor, Ada Brandt, met the crew of the Sigrid."),))
    assert vectors.names == {"ada", "brandt", "sigrid"}


def test_the_subject_of_every_sentence_does_not_make_them_alike() -> None:
    filler = "Brandt smiled. Brandt waved. Brandt left early. Brandt returned. Brandt sat down."
    one = document(f"Brandt opened the swimming pool. {filler}")
    other = document(f"Brandt vetoed a parking levy. {filler}", "b")
    alone = similarity(document("Brandt opened the swimming pool."), 0,
                       document("Brandt vetoed a parking levy.", "b"), 0, numbers=True)  # fmt: skip
    assert similarity(one, 0, other, 0, numbers=True) < 0.1
    assert alone < 0.3


def test_overlaps_are_the_similarities() -> None:
    vectors = Vectors((document(ONE), document(OTHER, "b")))
    table = list(vectors.overlaps(0, 1))
    assert table[0][0] == pytest.approx(vectors.similarity(0, 0, 1, 0))
    assert 1 not in table[0]
