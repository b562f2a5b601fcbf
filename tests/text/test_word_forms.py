"""Words as they are compared, language by language."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.stopwords import STOP, stop_words
from reader.text.tokens import stem, stem_in
from reader.text.word_forms import leads_to_name, word_form


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "l’incendie", "incendies"),
        ("fr", "d'Orvaux", "Orvaux"),
        ("it", "dell'acqua", "acqua"),
        ("tr", "Ankara’da", "Ankara'nın"),
        ("tr", "Ostova’dakiler", "Ostova"),
        ("tr", "IŞIK", "ışık"),
        ("tr", "İZMİR", "İzmir"),
        ("es", "incendios", "INCENDIO"),
        ("ru", "бумажный", "бумажного"),
        ("ru", "её", "её"),
        ("uk", "Київ", "КИЇВ"),
        ("el", "ΑΘΗΝΑ", "Αθήνα"),
        ("fa", "کتاب\u200cها", "کتاب‌ها"),
        ("ar", "حـــريق", "حريق"),
        ("ar", "لأوستار", "أوستار"),
        ("ar", "والمطحنة", "مطحنة"),
        ("he", "בירושלים", "ירושלים"),
        ("de", "Mühlen", "Mühle"),
        ("xx", "Straße", "STRASSE"),
        ("xx", "e\u0301lan", "élan"),
    ],
)
def test_forms_of_one_word_are_one(language: str, one: str, other: str) -> None:
    assert word_form(one, language)[0] == word_form(other, language)[0]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "aujourd'hui", "hui"),
        ("en", "d'Orvaux", "Orvaux"),  # English has none of these articles
        ("xx", "край", "краи"),  # a letter of its own, not an accent
        ("xx", "bridges", "bridge"),  # no rules are known
        ("ar", "ولد", "لد"),  # too short for a prefix
        ("he", "בית", "ית"),
    ],
)
def test_different_words_stay_two(language: str, one: str, other: str) -> None:
    first = word_form(one, language)[0]
    assert first == "" or first != word_form(other, language)[0]


def test_a_capital_counts_after_the_article() -> None:
    assert word_form("l'Orvaux", "fr")[1]
    assert not word_form("L'incendie", "fr")[1]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("de", "Nicht"),
        ("fr", "où"),
        ("fr", "ou"),
        ("es", "ESTEN"),
        ("ru", "Которые"),
        ("tr", "İçin"),
        ("ar", "التي"),
    ],
)
def test_stop_words_follow_the_language(language: str, word: str) -> None:
    assert word_form(word, language)[0] == ""


def test_numbers_bear_no_mark_of_a_language() -> None:
    assert word_form("1884", "de") == ("1884", False)


def test_english_keeps_its_own_list() -> None:
    assert "whereas" in STOP
    assert word_form("whereas", "en")[0] == ""
    assert word_form("page", "en") == ("page", False)  # which the list for others drops
    assert "page" in stop_words("en")


def test_a_language_without_a_list_has_no_stop_words() -> None:
    assert stop_words("xx") == stop_words("") == frozenset()


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stem_in("bridges", "xx") == "bridges"
    assert stem("bridges") == stem_in("bridges", "en") == "bridg"


@pytest.mark.parametrize(
    ("word", "noun", "leads"),
    [
        ("in", False, True),
        ("Bürgermeisterin", True, True),
        ("Der", False, False),
        ("heute", False, None),
    ],
)
def test_what_a_german_word_says_of_a_capital_after_it(
    word: str, noun: bool, leads: bool | None
) -> None:
    assert leads_to_name(word, noun) is leads


def test_lists_of_other_languages_are_not_loaded_for_english() -> None:
    code = (
        "import sys; from reader.events.terms import terms; from reader.model import Article; "
        "terms(Article('x', 'Fire destroys a mill. ' * 9)); print('stopwordsiso' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr


LETTERS = st.text(st.characters(categories=["L", "Mn", "Mc", "Nd"]), min_size=1)


@given(LETTERS, st.sampled_from(["en", "de", "fr", "tr", "ar", "hi", "ja", "xx", ""]))
def test_any_word_has_a_form(word: str, language: str) -> None:
    form, _ = word_form(word, language)
    assert form == "" or language == "en" or form[0].isdigit() or form.endswith(f"/{language}")
