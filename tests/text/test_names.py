"""Which words are names, which forms are one name, and which names are persons."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article, Span
from reader.text.document import Document
from reader.text.names import Name, find_names, same_name


def names(text: str) -> dict[str, Name]:
    return {name.full: name for name in find_names(Document(Article("a", text)))}


def forms(text: str, full: str) -> list[str]:
    return [span.of(text) for span in names(text)[full].mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Ann Lee on Monday.", {"Ann Lee"}),
        ("Yesterday they met Ann Lee in May.", {"Ann Lee"}),
        ("We saw Chief Science Officer Ann Lee there.", {"Ann Lee"}),
        ("We saw Acme CEO Ann Lee there.", {"Acme", "Ann Lee"}),
        ("They asked the Chief Justice and the President.", set()),
        ("They met Ann Lee. Added Lee: “It is late.”", {"Ann Lee"}),
        ("Praise went to Ann Lee of Acme.", {"Ann Lee", "Acme"}),
        ("Praise went to the Bank of Newtown.", {"Bank of Newtown"}),
        ("She read the New Harbour Times.", {"New Harbour Times"}),
        ("They met Karl von der Aue and Nour al-Hadi.", {"Karl von der Aue", "Nour al-Hadi"}),
        ("They met Jean-Marc Bey at AT&T.", {"Jean-Marc Bey", "AT&T"}),
        ("They met Secretary of State Ann Lee.", {"Ann Lee"}),
        ("I think that I was not there.", set()),
        ("It was a Tolliver-style bridge.", set()),
    ],
)
def test_names_without_titles_and_sentence_starts(text: str, expected: set[str]) -> None:
    assert set(names(text)) == expected


def test_possessive_endings_stay_outside() -> None:
    text = "They saw Acme’s plan, the Jones' house and Lee's boat."
    assert sorted(names(text)) == ["Acme", "Jones", "Lee"]


def test_a_surname_is_the_most_named_full_name() -> None:
    text = "They met Ann Lee. Then Lee spoke. Later Ann met Bob Ray, and Ray left."
    assert forms(text, "Ann Lee") == ["Ann Lee", "Lee", "Ann"]
    assert forms(text, "Bob Ray") == ["Bob Ray", "Ray"]


def test_accents_and_initials_make_no_other_name() -> None:
    text = "They met Ana Muñoz. Once Ana P. Munoz spoke. Then Munoz left."
    assert len(names(text)) == 1


def test_acronyms_are_initials() -> None:
    text = "They wrote to the Harbour Safety Board. In reply the HSB sent a form."
    assert forms(text, "Harbour Safety Board") == ["Harbour Safety Board", "HSB"]


def test_lost_apostrophes_make_no_other_name() -> None:
    text = "Then Acme built it. It was Acmes boat, and Acmes Seagull sank. So Acme paid."
    found = names(text)
    assert len(found["Acme"].mentions) == 4
    assert "Seagull" in found


def test_a_plural_is_kept_where_apostrophes_are_not_lost() -> None:
    text = "Ann’s boat met Bob’s boat. The Lees came. They greeted Lee and Ray’s son."
    assert {"Lees", "Lee"} <= set(names(text))


def test_families_keep_apart() -> None:
    text = "Then Ann Lee spoke. So did Bob Lee. Again Ann Lee spoke, and Lee left."
    keys = {name.full: name.key for name in names(text).values()}
    assert keys == {"Ann Lee": "lee", "Bob Lee": "bob lee"}


@pytest.mark.parametrize(
    ("text", "full", "person"),
    [
        ("They met Ann Lee there.", "Ann Lee", True),
        ("They met Oduya Marr, who left. ", "Oduya Marr", True),
        ("They met Oduya Marr, 34, in town.", "Oduya Marr", True),
        ("They met the teacher Oduya Marr there.", "Oduya Marr", True),
        ("They met Oduya Marr, a teacher at the school.", "Oduya Marr", True),
        ("They met Oduya Marr, the town’s oldest critic.", "Oduya Marr", True),
        ("They met Oduya Marr, a rival of the town.", "Oduya Marr", None),
        ("They met Mr. Marr there.", "Marr", True),
        ("They met Oduya Marr there. Then Marr left.", "Oduya Marr", True),
        ("They asked the Marr Foundation.", "Marr Foundation", False),
        ("They asked the OECD.", "OECD", False),
        ("They drove to Oduya Marr there.", "Oduya Marr", None),
    ],
)
def test_persons_are_persons_only_where_the_text_shows_it(
    text: str, full: str, person: bool | None
) -> None:
    assert names(text)[full].person is person


def test_headings_give_no_names_of_their_own() -> None:
    text = "Great Plans For Harbour Towns\n\nThey met Ann Lee there.\n\nWhy Ann Lee Left\n"
    assert set(names(text)) == {"Ann Lee"}
    assert len(names(text)["Ann Lee"].mentions) == 2


def test_presence_elsewhere_is_tested_generously() -> None:
    def name(full: str) -> Name:
        return names(f"They met {full} there.")[full]

    assert same_name(name("Ann Lee"), name("Lee"))
    assert same_name(name("Harbour Safety Board"), name("HSB"))
    assert not same_name(name("Ann Lee"), name("Bob Ray"))


def test_a_line_of_capitals_is_no_name() -> None:
    text = "They read " + "Ann Bob Ray " * 20 + "in the list that was put up in June by a friend."
    assert all(len(full.split()) <= 12 for full in names(text))


@given(
    st.lists(
        st.sampled_from(
            "Ann Lee Ray's Acme’s the of and van OECD U.S. President “ ” . , \n - Mr. é É 5".split(
                " "
            )
        ),
        max_size=60,
    ).map(" ".join)
    | st.text(min_size=1, max_size=120)
)
def test_mentions_lie_in_the_text_and_apart(text: str) -> None:
    if not text.strip():
        return
    everything: list[Span] = []
    for name in find_names(Document(Article("a", text))):
        assert name.mentions
        assert name.key
        assert name.full
        everything += name.mentions
        for span in name.mentions:
            assert span.of(text).strip()
    ordered = sorted(everything)
    assert all(one.end <= two.start for one, two in pairwise(ordered))


@pytest.mark.parametrize("word", ["Ann ", "NATO ", "Ann said Lee’s "])
def test_long_lines_of_capitals_take_seconds(word: str) -> None:
    begun = time.process_time()
    find_names(Document(Article("a", word * 60_000)))
    assert time.process_time() - begun < 8


@pytest.mark.parametrize("name", ["Third Circuit", "Ann Organization", "Ann Enterprises"])
def test_a_court_and_a_company_are_no_persons(name: str) -> None:
    assert names(f"They heard that {name} said so on Monday.")[name].person is False


def test_a_surname_at_the_head_of_a_sentence_is_a_mention() -> None:
    text = "They met Ann Lee at noon. Lee was late. Nobody knew why Ann Lee came."
    assert forms(text, "Ann Lee") == ["Ann Lee", "Lee", "Ann Lee"]


def test_an_ordinary_word_at_the_head_of_a_sentence_is_none() -> None:
    text = "They met Ann Green at noon. Green was the door. She saw that green paint was sold."
    assert forms(text, "Ann Green") == ["Ann Green"]


def test_a_surname_in_capitals_stays_with_its_person() -> None:
    text = "They met Ann Lee at noon. It was read that LEE must go. They say that Lee will stay."
    assert forms(text, "Ann Lee") == ["Ann Lee", "LEE", "Lee"]
