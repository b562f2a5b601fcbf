"""Absence is claimed only if a word stands elsewhere in no form at all."""

from __future__ import annotations

import pytest

from reader.framing.elsewhere import Elsewhere, Vocabulary
from reader.model import Article
from reader.text.document import Document
from reader.text.tokens import tokens


def elsewhere(text: str, title: str | None = None) -> Elsewhere:
    return Elsewhere((Vocabulary(Document(Article(id="a", title=title, text=text))),))


@pytest.mark.parametrize(
    ("why", "name", "text"),
    [
        ("the word itself", "Norwick", "The Norwick ferry."),
        ("a possessive", "Norwick", "Norwick’s ferry."),
        ("a lost apostrophe", "Norwick", "The ferry is Norwicks pride."),
        ("accents", "Ünal", "Unal said so."),
        ("a part of a hyphenated word", "Norwick", "The Norwick-Tarn ferry."),
        ("joined without the hyphen", "Sea-Link", "The Sealink ferry."),
        ("a derived word", "Russia", "The Russian ferry."),
        ("another spelling", "Alexandr", "Captain Alexander waved."),
        ("its long form with an `of`", "BNH", "The Bank of Norwick Harbour."),
        ("its long form", "NHT", "The Norwick Harbour Trust."),
        ("capitals", "NORWICK", "norwick"),
    ],
)
def test_present_in_some_form(why: str, name: str, text: str) -> None:
    assert elsewhere(text).has_name(name), why
    assert elsewhere("Nothing at all.", title=text).has_name(name), f"{why}, in the headline"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Norwick", "The Tarnholm ferry."),
        ("Hann", "Mann waved from the quay."),
        ("Hahn", "Hann waved from the quay."),
        ("NHT", "The Tarn Harbour."),
        ("Brandt", "The harbour burned."),
    ],
)
def test_absent(name: str, text: str) -> None:
    assert not elsewhere(text).has_name(name)


@pytest.mark.parametrize(
    ("word", "there"),
    [("tax-cut", True), ("cut-price", False), ("child-care", True), ("child-minder", False)],
)
def test_a_hyphen_makes_no_word_of_its_own(word: str, there: bool) -> None:
    known = elsewhere("They promised cuts of every tax and to care for each child.")
    assert known.has_topic(next(iter(tokens(word))).stem) is there


def test_runs_of_five_words() -> None:
    known = elsewhere("They sent us a form to fill in.")
    assert known.has_run(list(tokens("so they sent us a form, he said")))
    assert not known.has_run(list(tokens("they sent us the form to fill")))


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("it was wet", True),
        ("it was wett", False),
        ("they never sent us a form", True),
        ("they never sent us forms", False),
        ("sent you a form", False),
        ("a form came", False),
    ],
)
def test_words_in_order_if_many_with_one_changed(words: str, there: bool) -> None:
    known = elsewhere("They twice sent us a form. It was wet.")
    assert known.has_in_order(words.split()) is there
