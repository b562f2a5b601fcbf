"""What each article calls the same person, and what is no difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.framing.labelling import labels_of
from reader.framing.lens import Case
from reader.framing.lenses.labels import LENS
from reader.model import Article, LensReport
from reader.text.document import Document


def found(text: str) -> list[tuple[str, str]]:
    document = Document(Article("a", text))
    return [
        (label.of(text), name.of(text))
        for every in labels_of(document).values()
        for label, name in every
    ]


def look(*texts: str) -> LensReport:
    documents = tuple(Document(Article(f"a{at}", text)) for at, text in enumerate(texts))
    report = LENS.look(Case(documents, one_event=True))
    for finding in report.findings:
        for evidence in (*finding.evidence, *finding.values, finding.subject):
            if evidence is not None:
                assert evidence.quote == evidence.span.of(texts[int(evidence.article[1:])])
    return report


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They hired Ann Lee, founder of Acme, in June.", "founder of Acme"),
        (
            "They hired Ann Lee, a young billionaire and co-founder of Acme, in June.",
            "a young billionaire and co-founder of Acme",
        ),
        ("They hired Ann Lee, 34, a teacher at the school.", "a teacher at the school"),
        ("They hired Ann Lee, a former U.S. senator, in June.", "a former U.S. senator"),
        ("They hired Ann Lee, a rival who once sued them.", "a rival"),
        ("They hired Ann Lee, Acme’s chief scientist, in June.", "Acme’s chief scientist"),
        ("Then came Acme's chief scientist, Ann Lee, in June.", "Acme's chief scientist"),
        ("In June the former Acme chief scientist Ann Lee left.", "former Acme chief scientist"),
        ("Praise went to billionaire Ann Lee in June.", "billionaire"),
        ("They asked Acme CEO Ann Lee in June.", "Acme CEO"),
        ("It helped Bob Ray defeat Council nominee Ann Lee in June.", "Council nominee"),
        ("Ann Lee is a lawyer in Newtown.", "a lawyer in Newtown"),
        ("They sued Acme, a maker of small boats, in June.", "a maker of small boats"),
    ],
)
def test_titles_appositions_and_statements(text: str, label: str) -> None:
    assert [words for words, _ in found(text)] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "They saw Ann Lee, a sudden move that no one expected.",
        "Like Ann Lee, the president has a boat.",
        "They saw Ann Lee, Bob Ray and a teacher.",
        "They saw Ann Lee, the town and the sea.",
        "“They hired Ann Lee, a crook from Newtown,” he said.",
        "He called her “billionaire Ann Lee” twice.",
        "They doubted that Ann Lee was the lone killer of the swans.",
        "They met Mr. Lee and Mrs. Ann Lee there.",
        "They came to accuse nominee Ann Lee of nothing.",
        "They gave it to dive star Ann Lee in June.",
        "They saw Ann Lee — possibly the next leader of Acme.",
        "They saw Ann Lee, who’s now the leader of Acme, in June.",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert found(text) == []


HIRED = "They hired Ann Lee, {}, in June. The paper says more about the boats of the town."


def test_new_words_on_both_sides_differ() -> None:
    (finding,) = look(
        HIRED.format("a young billionaire and co-founder of Acme"),
        HIRED.format("a much feared lawyer"),
    ).findings
    assert (finding.kind, finding.verdict) == ("person", "differs")
    assert finding.subject is not None
    assert finding.subject.quote == "Ann Lee"
    assert finding.summary == (
        "Ann Lee: A “a young billionaire and co-founder of Acme”, B “a much feared lawyer”"
    )
    assert finding.weight >= 0.6


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("a lawyer", "a lawyer from Newtown with two boats"),
        ("a congresswoman", "a representative"),
        ("the company’s CEO", "the company’s chief executive"),
        ("a senator for Newtown", "the mayor of Oldtown"),
        ("a teacher of boys", "the teacher of boys"),
    ],
    ids="subset synonym abbreviation offices article".split(),
)
def test_shorter_forms_and_offices_are_no_difference(a: str, b: str) -> None:
    assert look(HIRED.format(a), HIRED.format(b)).state == "none"


def test_families_are_not_mixed_up() -> None:
    a = "They met Ann Lee, a feared lawyer, in June. So Lee left."
    b = "They met Bob Lee, a young billionaire, in June. So Lee left."
    assert look(a, b).state == "none"


def test_four_articles_make_one_finding() -> None:
    (finding,) = look(
        HIRED.format("a young billionaire"),
        "Nobody was hired.",
        HIRED.format("a feared lawyer"),
        HIRED.format("the widow of a fisherman"),
    ).findings
    assert [value is not None for value in finding.values] == [True, False, True, True]


def test_it_says_why_it_cannot_say() -> None:
    assert look(HIRED.format("a lawyer"), "Nobody was hired.").state == "cannot-say"


@given(
    st.lists(
        st.sampled_from(
            "Ann Lee , a the young billionaire is was of Acme CEO who . “ ” and its Sen.".split()
        ),
        min_size=1,
        max_size=50,
    ).map(" ".join)
)
def test_labels_lie_in_the_text_beside_their_names(text: str) -> None:
    document = Document(Article("a", text))
    for every in labels_of(document).values():
        for label, name in every:
            assert label.of(text).strip()
            assert not label.overlaps(name)
    look(text, text)
