"""Ages, children and roles in the words that reports have for them."""

from __future__ import annotations

import pytest

from reader.model import Finding
from tests.framing.fact_texts import findings, told

AGED = "{} was led away from the old quay by two wardens."
HEAD = "{} spoke for an hour about the nets on the quay."
DIFFERS = "differs"


def only(*texts: str, published: tuple[str | None, ...] = ()) -> Finding:
    (finding,) = findings(*texts, published=published)
    return finding


@pytest.mark.parametrize(
    ("one", "other", "subject"),
    [
        ("Kari Lund (45)", "Kari Lund (58)", "Kari Lund"),
        ("Kari Lund (45)", "58-year-old Kari Lund", "Kari Lund"),
        ("Kari Lund, age 45,", "Kari Lund, aged 58,", "Kari Lund"),
        ("Kari Lund, who is 45,", "Kari Lund, now 58,", "Kari Lund"),
        ("A girl of nine", "The 7-year-old girl", "girl"),
        ("A girl aged nine", "A girl, 7,", "girl"),
        ("The driver, 19,", "A 24-year-old driver", "driver"),
    ],
)
def test_ages(one: str, other: str, subject: str) -> None:
    found = only(AGED.format(one), AGED.format(other))
    assert (found.kind, found.verdict) == ("age", DIFFERS)
    assert found.subject is not None
    assert found.subject.quote == subject


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kari Lund (45)", "Kari Lund (46)"),
        ("A girl of nine", "The 8-year-old girl"),
        ("A girl of nine", "A boy of seven"),
        ("A girl of four", "The 12-year-old girl"),
        ("A girl of nine, with a 7-year-old girl,", "The 7-year-old girl"),
        ("A child of two doctors", "A child of nine"),
        ("Ahead of Dan Moss (38), Kari Lund (45)", "Ahead of Dan Moss (41), Kari Lund (49)"),
        ("Kari Lund, who wept when she was 19,", "Kari Lund, 45,"),
        ("Kari Lund’s girl, 9,", "Kari Lund, 45,"),
    ],
)
def test_ages_that_may_both_be_true(one: str, other: str) -> None:
    assert told(AGED.format(one), AGED.format(other)) == []


@pytest.mark.parametrize(
    ("published", "verdict"),
    [
        ((None, None), "differs"),
        (("2019-03-02", None), "differs"),
        (("2019-03-02", "2019-12-01"), "differs"),
        (("2018-12-02", "2019-01-01"), "differs"),
        (("2017-03-02", "2019-12-01"), "changes-with-time"),
        (("2018-03-02", "2019-12-01"), "changes-with-time"),
    ],
)
def test_ages_change_from_year_to_year(published: tuple[str | None, ...], verdict: str) -> None:
    texts = AGED.format("Kari Lund, 45,"), AGED.format("Kari Lund, 47,")
    assert only(*texts, published=published).verdict == verdict


def test_nobody_knows_when_texts_of_no_event_appeared() -> None:
    texts = AGED.format("Kari Lund, 45,"), AGED.format("Kari Lund, 47,")
    assert [f.verdict for f in findings(*texts, one_event=False)] == ["changes-with-time"]


@pytest.mark.parametrize(
    ("one", "other", "subject"),
    [
        ("Kari Lund, a mother of two,", "Kari Lund, a mother of three,", "Kari Lund"),
        ("Father of two Dan Moss", "Dan Moss, 40, a father of three,", "Dan Moss"),
        ("Kari Lund, a mother-of-two,", "Kari Lund, a mother of three,", "Kari Lund"),
        ("Kari Lund, who has two children,", "Kari Lund, who has three children,", "Kari Lund"),
        ("The mother of two", "The mother of three", "mother"),
    ],
)
def test_children(one: str, other: str, subject: str) -> None:
    found = only(AGED.format(one), AGED.format(other))
    assert (found.kind, found.verdict) == ("count", DIFFERS)
    assert found.subject is not None
    assert found.subject.quote == subject


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kari Lund, a mother of two,", "Dan Moss, a father of three,"),
        ("Kari Lund, a mother of two,", "Kari Lund, the mother of one of the pupils,"),
        ("Kari Lund, a mother of two,", "Kari Lund, a mother of two,"),
        ("Kari Lund, a mother of two and stepmother of one,", "Kari Lund, a mother of three,"),
        ("Kari Lund, who has two children and an adopted son,", "Kari Lund, a mother of three,"),
    ],
)
def test_children_of_others(one: str, other: str) -> None:
    assert [c for c in told(AGED.format(one), AGED.format(other)) if c[1] == DIFFERS] == []


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Fire chief Dan Moss", "Police chief Dan Moss", ("Fire chief", "Police chief")),
        ("Dan Moss, the fire chief,", "Dan Moss, chief of police,",
            ("fire chief", "chief of police")),
        ("Dan Moss, manager of the Gull Inn,", "Dan Moss, owner of the Gull Inn,",
            ("manager", "owner")),
        ("The inn’s manager, Dan Moss,", "Inn owner Dan Moss", ("manager", "Inn owner")),
        ("Council leader Dan Moss", "Opposition leader Dan Moss",
            ("Council leader", "Opposition leader")),
        ("Dan Moss, leader of the council,", "Dan Moss, leader of the opposition,",
            ("leader of the council", "leader of the opposition")),
        ("Dan Moss, the founder,", "Dan Moss, the co-founder,", ("founder", "co-founder")),
        ("Norvel founder Dan Moss", "Dan Moss, a co-founder of Norvel,",
            ("Norvel founder", "co-founder")),
        ("Fire chief Dan Moss", "Deputy fire chief Dan Moss", ("Fire chief", "Deputy fire chief")),
    ],
)  # fmt: skip
def test_roles(one: str, other: str, values: tuple[str, str]) -> None:
    texts = HEAD.format(one), HEAD.format(other)
    assert told(*texts) == [("role", DIFFERS, values)]
    assert told(*texts[::-1]) == [("role", DIFFERS, values[::-1])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dan Moss, former fire chief,", "Dan Moss, the police chief,"),
        ("Dan Moss, former fire chief,", "Deputy fire chief Dan Moss"),
        ("Campaign manager Dan Moss", "Dan Moss, the owner of the inn,"),
        ("Ann Stone, chief executive of Norvel,", "Ann Stone, chairwoman of Quillon,"),
        # Posts that one person may hold both.
        ("Norvel CEO Ann Stone", "Norvel’s chairwoman, Ann Stone,"),
        ("Ann Stone, the treasurer of Norvel,", "Ann Stone, the secretary of Norvel,"),
        ("Ann Stone, the editor of the Gazette,", "Ann Stone, the publisher of the Gazette,"),
        ("Ann Stone, the coach of Orley,", "Ann Stone, the captain of Orley,"),
        ("Ann Stone, the former mayor of Orley,", "Ann Stone, the governor of Orley,"),
        ("deputy U.N. ambassador Ann Stone", "deputy U.N. envoy Ann Stone"),
        (
            "Ann Stone, chairwoman and chief executive of Norvel,",
            "Ann Stone, chairwoman of Norvel,",
        ),
        ("Norvel founder Ann Stone", "Norvel CEO Ann Stone"),
        ("Fire chief Dan Moss", "Orley fire chief Dan Moss"),
        ("Party leader Dan Moss", "Opposition leader Dan Moss"),
        ("Department spokesman Dan Moss", "Deputy department spokesman Dan Moss"),
    ],
)
def test_roles_that_one_person_may_have(one: str, other: str) -> None:
    assert told(HEAD.format(one), HEAD.format(other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dan Moss, the owner of the inn, who also manages it,", "Dan Moss, manager of the inn,"),
        ("Ann Stone, editor of the Echo,", "Ann Stone, publisher of the Echo, who edits it, too,"),
    ],
)  # fmt: skip
def test_roles_that_one_person_has_both(one: str, other: str) -> None:
    assert told(HEAD.format(one), HEAD.format(other)) == []
    assert told(HEAD.format(other), HEAD.format(one)) == []


@pytest.mark.parametrize(
    ("one", "other", "certainty"),
    [
        ("Dan Moss, the owner of the inn,", "Dan Moss, manager of the inn,", "perhaps"),
        ("Council leader Dan Moss", "Opposition leader Dan Moss", "sure"),
    ],
)
def test_how_sure_it_is_that_one_person_has_not_both_roles(
    one: str, other: str, certainty: str
) -> None:
    found = findings(HEAD.format(one), HEAD.format(other))
    assert [finding.certainty for finding in found] == [certainty]


def test_children_of_a_mother_without_a_name() -> None:
    text = "A mother of {} was killed in the fire on Kestrel Road in Orley."
    found = findings(text.format("two"), text.format("three"))
    assert [(f.verdict, f.certainty) for f in found] == [(DIFFERS, "perhaps")]
