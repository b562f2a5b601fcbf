"""Reasons and labels: fixed words, and words cut from the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.events.copies import shared_phrases
from reader.events.labels import OPENING, central, opening
from reader.events.profiles import read
from reader.events.why import (
    COMPARED,
    LISTED,
    cut_names,
    cut_words,
    name_reason,
    shared_names,
    voice_reason,
    why,
)
from reader.model import Article, Voice, When
from tests.events.examples import ELECTION, FIRE, article


def reasons(*articles: Article) -> tuple[str, ...]:
    alike = shared_phrases({each.id: each.text for each in articles})
    return why(articles, [portrait for _, portrait in read(articles)], alike)


def test_two_reports_share_a_quotation_names_and_a_date() -> None:
    assert reasons(*FIRE[:2]) == (
        "share a quotation of 15 words",
        "share 4 rare names: Penbridge, Harrow, Dora Vance, Kell",
        "one day apart",
    )


def test_an_article_alone_has_no_reasons() -> None:
    assert reasons(FIRE[0]) == ()


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2021-03-08", "2021-03-08"), "of the same day"),
        (("2021-03-08T07:00Z", "2021-03-08T23:00Z"), "of the same day"),
        (("2021-03-08", "2021-03-11"), "three days apart"),
        (("2021-03-08", "2021-03-20"), "12 days apart"),
        (("2021-03-08", "2021-03"), "no dates to compare"),
        (("2021-03-08", None), "no dates to compare"),
        (("2021-03-08", "2021-03-10", None), "two days apart, 1 without a date"),
    ],
)
def test_dates(dates: Sequence[str | None], expected: str) -> None:
    articles = [
        replace(FIRE[0], id=str(at), published=When(day) if day else None)
        for at, day in enumerate(dates)
    ]
    assert reasons(*articles)[-1] == expected


@pytest.mark.parametrize(
    ("text", "stems", "names"),
    [
        ("We met Dora Vance. Later Vance left.", ["vanc", "dora"], ["Dora Vance"]),
        ("So Harrow’s mill and Harrow fell.", ["harrow"], ["Harrow"]),
        ("Shares of Scale AI fell. All AI fell.", ["scale", "ai"], ["Scale AI"]),
        ("In Penbridge the Harrow Mill burned.", ["harrow"], ["Harrow"]),
        ("nobody here", ["harrow"], []),
    ],
)
def test_names_are_cut_from_the_text(text: str, stems: list[str], names: list[str]) -> None:
    assert cut_names(article("x", text), stems, "en") == names


@pytest.mark.parametrize(
    ("titled", "links", "most"),
    [
        pytest.param("yyn", {(0, 1): 1.0, (1, 2): 2.0}, 1, id="most links"),
        pytest.param("yyn", {(0, 2): 1.0, (1, 2): 2.0}, 1, id="only those with a headline"),
        pytest.param("nnn", {(0, 1): 1.0, (0, 2): 2.0}, 0, id="no headlines at all"),
        pytest.param("yyy", {(0, 1): 1.0}, 0, id="of equals the first"),
        pytest.param("nny", {}, 2, id="no links"),
    ],
)
def test_the_most_central(titled: str, links: dict[tuple[int, int], float], most: int) -> None:
    found = central([each == "y" for each in titled], [(*pair, x) for pair, x in links.items()])
    assert found == most


def test_an_opening_is_cut_between_words() -> None:
    text = "The chimney of the mill still stands above the river and the town\nand more"
    assert opening(text) == "The chimney of the mill still stands above the river and the"
    assert len(opening("x" * 500)) == OPENING


def test_most_is_said_when_not_all_share_it() -> None:
    other = replace(ELECTION, id="other", published=FIRE[0].published)
    assert reasons(*FIRE[:2], other)[1].startswith("most share ")


def test_words_are_the_reason_where_names_are_missing() -> None:
    texts = ("wardens saw storks on the chimney", "storks nested, said wardens, near a chimney")
    first, second = (article(text[:3], text) for text in texts)
    assert reasons(first, second)[0] == "share 3 rare words: storks, wardens, chimney"


def test_words_are_cut_as_first_written() -> None:
    assert cut_words(article("x", "Mills burn. The mill fell."), ["mill", "roof"], "en") == [
        "Mills"
    ]


def test_a_long_list_is_cut() -> None:
    names = [f"N{n}" for n in range(LISTED + 2)]
    assert name_reason(names) == "share 6 rare names: N0, N1, N2, N3 and 2 more"


def test_names_are_those_that_both_have() -> None:
    a, b = (portrait for _, portrait in read(FIRE[:2]))
    assert shared_names(FIRE[0], a, b) == ["Penbridge", "Harrow", "Dora Vance", "Kell"]
    assert shared_names(FIRE[0], a, read([ELECTION])[0][1]) == []


def test_a_voice_names_its_outlets() -> None:
    articles = [replace(each, outlet=outlet) for each, outlet in zip(FIRE, "AB", strict=False)]
    voice = Voice((FIRE[0].id, FIRE[1].id), 0.9)
    assert voice_reason(articles, voice) == "2 print one text, which is one voice: A, B"
    assert voice_reason(FIRE, voice).endswith("Harrow mill burns")
    assert voice_reason([FIRE[2]], voice).startswith("0 print"), "others are not named"


SAID = "“We had water on it within six minutes and it still went up like straw,” she said."


def test_undated_articles_share_a_quotation_though_nothing_else() -> None:
    pair = [article("a", f"Rain. {SAID}"), article("b", f"Wind. {SAID}")]
    portraits = [portrait for _, portrait in read(pair)]
    assert why(pair, portraits, ())[0] == "share a quotation of 15 words"
    dated = [replace(each, published=When("2021-03-08")) for each in pair]
    portraits = [portrait for _, portrait in read(dated)]
    assert not why(dated, portraits, ())[0].startswith("share a quotation")
    assert why(dated, portraits, [("a", "b")])[0] == "share a quotation of 15 words"


def test_quotations_of_the_first_articles_only_are_compared() -> None:
    others = [article(f"o{n}", f"Harrow burned {n} times.") for n in range(COMPARED - 1)]
    pair = [article("a", f"Rain. {SAID}"), article("b", f"Wind. {SAID}")]
    assert "quotation" in reasons(*others[:-1], *pair)[0]
    assert "quotation" not in " ".join(reasons(*others, *pair))
