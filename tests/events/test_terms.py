"""What of an article counts."""

from __future__ import annotations

import pickle
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.events.terms import KEPT, NAMED, READ, Terms, stems_of, terms
from reader.text.rarity import idf
from tests.events.examples import article


def words(text: str, title: str | None = None) -> Mapping[str, float]:
    return dict(terms(article("x", text, title)).words)


def names(text: str) -> set[str]:
    return set(terms(article("x", text)).names)


def test_stop_words_and_single_letters_do_not_count() -> None:
    assert set(words("The mill and a b of the river")) == {"mill", "river"}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("flour mill", True),
        ("flour. Mill", False),
        ("flour of mill", False),
        ("flour, mill", True),
        ("flour\nmill", False),
    ],
)
def test_pairs_never_cross_a_stop_word_or_the_end_of_a_sentence(text: str, pair: bool) -> None:
    assert ("flour mill" in words(text)) == pair


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We met Harrow.", True),
        ("Harrow came.", False),
        ("We saw the harrow.", False),
        ("He read the Guide. A guide, any guide.", False),
    ],
)
def test_names_bear_a_capital_in_mid_sentence(text: str, name: bool) -> None:
    assert bool(names(text) & {"harrow", "guid"}) == name


def test_an_initial_ends_no_sentence() -> None:
    assert "kell" in names("It was T. Kell who said so.")


def test_numbers_are_kept_as_they_are() -> None:
    assert {"14.3", "2,315"} <= set(words("They paid 14.3 for 2,315 of them."))


def test_the_title_counts_more_than_the_body_and_the_start_more_than_the_end() -> None:
    filler = "storks " * 500
    weight = words(f"chimney {filler} harbour", "roof")
    assert weight["roof"] / idf("roof") > weight["chimney"] / idf("chimney")
    assert weight["chimney"] / idf("chimney") > weight["harbour"] / idf("harbour")


def test_what_stands_far_down_is_not_read_but_the_whole_title_is() -> None:
    assert "harbour" not in words("chimney " * (READ // 8) + "harbour")
    assert "harbour" in words("chimney", "chimney " * (READ // 8) + "harbour")


def test_chinese_and_japanese_are_cut_into_pairs_of_characters() -> None:
    found = terms(article("x", "東京都で火事", language="ja"))
    assert {"東京/ja", "京都/ja", "火事/ja"} <= set(dict(found.words))


def test_three_characters_in_a_row_count_as_a_pair_of_words_does() -> None:
    found = dict(terms(article("x", "東京都で火事", language="ja")).words)
    assert {term for term in found if " " in term} == {"東京/ja 京都/ja"}


def test_katakana_and_latin_words_among_japanese_are_names_and_digits_are_numbers() -> None:
    text = "日曜日に東京のハーラン製粉所で、オスト社のKellingさん４０人が火事を見た。" * 2
    assert {"ハーラン/ja", "kelling/ja"} <= names(text)
    assert "40" in words(text)


GERMAN = "Der Brand in Ostwald hat nicht auf das Dach der Mühle von Tobias Kellinghus und die Bank "
MORE_GERMAN = (
    "übergegriffen, sagte Vogelsang. Die Mühle ist auch nicht mit dem Haus verbunden. Mit der "
    "Feuerwehr kam gestern Regen; an Wasser fehlte es nicht, sagte er, und das Wasser "
    "half. Um das Wasser ging es."
)


def test_words_of_another_language_meet_no_counts_of_english_ones() -> None:
    found = words(GERMAN + MORE_GERMAN)
    assert "bank/de" in found
    assert "bank" not in found
    assert idf("bank/de") != idf("bank")
    assert idf("brand/de") < idf("brandmauer/de") == idf("qqxzz")
    assert not {"der", "die", "und", "nicht"} & {term.removesuffix("/de") for term in found}


def test_a_german_noun_is_no_name_by_its_capital_alone() -> None:
    found = names(GERMAN + MORE_GERMAN)
    assert found == {"ostwald/de", "tobias/de", "kellinghus/de", "vogelsang/de"}


def test_vowel_signs_part_no_word() -> None:
    found = words("रविवार को बंदरगाह में आग लगी और पुलिस ने कहा कि यह भी एक जहाज है। " * 3)
    assert {"बंदरगाह/hi", "जहाज/hi"} <= set(found)


def test_a_run_without_end_is_cut_before_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[str] = []

    def record(run: str, language: str) -> tuple[()]:
        runs.append(run)
        return ()

    monkeypatch.setattr("reader.events.terms.grams", record)
    terms(article("x", "火事" * 5000, language="zh"))
    assert max(map(len, runs)) <= 200
    assert "".join(runs) == "火事" * (READ // 2)


def test_the_source_says_the_language_where_the_text_is_too_short_to_tell() -> None:
    assert "mill/fr" in dict(terms(article("x", "Mill", language="fr-CA")).words)


@given(st.text(), st.text(max_size=30), st.sampled_from(["", "de", "tr", "ja", "xx", "?"]))
def test_any_text_can_be_taken_apart(text: str, title: str, language: str) -> None:
    found = terms(article("x", f"x{text}", title, language=language))
    assert [weight for _, weight in found.words] == sorted(
        (weight for _, weight in found.words), reverse=True
    )
    assert found == terms(article("y", f"x{text}", title, language=language))


@given(st.text("ก้ิกาあアー一的한국는กxÉ１1'’-\u0301\u093f\u200cक،。 ", max_size=40))
def test_scripts_can_be_mixed_in_any_order(text: str) -> None:
    for language in ("ko", "zh", "hi", ""):
        terms(article("x", f"x{text}", language=language))


def test_terms_are_few_and_can_be_stored() -> None:
    found = terms(article("x", " ".join(f"word{n} Name{n}" for n in range(1000))))
    assert (len(found.words), len(found.names)) == (KEPT, NAMED)
    assert pickle.loads(pickle.dumps(found)) == found
    assert isinstance(found, Terms)


def test_only_rare_names_are_kept_the_heaviest_first() -> None:
    found = terms(article("x", "They met Harrow and Kell, and Kell of Europe."))
    assert found.names == ("kell", "harrow")


def test_counting_words_takes_a_text_apart_in_the_same_way() -> None:
    assert stems_of("Flour mills. Mills", "en") == {"flour", "mill", "flour mill"}
