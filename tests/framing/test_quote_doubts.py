"""Quotations of which it is not sure that they are one utterance, or that they are turned round."""

from __future__ import annotations

import pytest

from reader.framing.lens import Case
from reader.framing.lenses.quotes import LENS
from reader.model import Article, Finding
from reader.text.document import Document

LINE = "We shall drain the lower lock before the first frost"


def look(*texts: str) -> tuple[Finding, ...]:
    documents = tuple(Document(Article(f"a{at}", text)) for at, text in enumerate(texts))
    return LENS.look(Case(documents, one_event=True)).findings


def told(*texts: str) -> tuple[str, str]:
    (finding,) = look(*texts)
    return finding.verdict, finding.certainty


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the judge said", "the witness said"),
        ("the mayor said", "the nurse said"),
        ("Lee shot back at Grant", "Grant shot back at Lee"),
        ("her son Otto said", "her brother Karl said"),
        ("the company said", "the firm said"),
    ],
)
def test_who_says_it_may_be_two(one: str, other: str) -> None:
    assert told(f"“{LINE},” {one}.", f"“{LINE},” {other}.") == ("same", "perhaps")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the judge said", "the judge said"),
        ("Ann Lee said", "Lee said"),
        ("the minister said", "the prime minister said"),
        ("she said", "the nurse said"),
        ("the nurse said", "Ann Lee said"),
    ],
)
def test_who_says_it_may_well_be_one(one: str, other: str) -> None:
    assert told(f"“{LINE},” {one}.", f"“{LINE},” {other}.") == ("same", "sure")


@pytest.mark.parametrize(
    "turned",
    [
        f"“{LINE}” if the board agrees, Ann Lee said on Monday.",
        f"“{LINE}” unless the bank pays, Ann Lee said.",
        f"Ann Lee was misquoted as saying “{LINE}” on Monday, a paper wrote.",
    ],
)
def test_it_is_turned(turned: str) -> None:
    assert told(turned, f"“{LINE},” Ann Lee said.") == ("altered", "perhaps")


def test_a_condition_beside_the_marks_is_not_cut() -> None:
    here = "If the board agrees, Ann Lee said: “We shall drain the lower lock before the frost.”"
    there = "“If the board agrees, we shall drain the lower lock before the frost,” Ann Lee said."
    (finding,) = look(here, there)
    assert finding.verdict == "same"
    assert finding.reason.endswith("stands beside the marks there")


@pytest.mark.parametrize(
    "as_it_is",
    [
        f"Even if the board votes no, “{LINE},” Ann Lee said.",
        f"What did Ann Lee mean by “{LINE}”? The board is poor.",
        f"Did Ann Lee say “{LINE}”? Yes, she did.",
        f"She denied that “{LINE}” was her slogan.",
        f"A paper denied that it had misquoted Ann Lee as saying “{LINE}”.",
    ],
)
def test_it_is_not_turned(as_it_is: str) -> None:
    assert told(as_it_is, f"“{LINE},” Ann Lee said.")[0] == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We are ready,” Ann Lee said.", "“We were not ready,” Ann Lee said."),
        ("Of the first bus Ann Lee said: “It was late.”",
         "Of the second bus Ann Lee said: “It was not late.”"),
        ("“We played well,” Ann Lee said of the first half.",
         "“We didn’t play well,” Ann Lee said of the second half."),
        ("“He was alive,” Ann Lee said, describing noon.",
         "“He was not alive,” Ann Lee said, describing midnight."),
        ("“I sank it,” Ann Lee told police.", "“I never sank it,” Ann Lee told the jury."),
        ("“It is safe now,” Ann Lee said on 3 May 2021.",
         "“It is not safe now,” Ann Lee said on 9 May 2021."),
    ],
)  # fmt: skip
def test_both_may_be_true(one: str, other: str) -> None:
    assert not look(one, other)


def test_of_one_thing_one_denies() -> None:
    here, there = "“We are sorry,” Ann Lee told the town.", "“We are not sorry,” Ann Lee said."
    assert told(here, there) == ("altered", "perhaps")


def one(a: str, b: str) -> Finding:
    line = "The board will {} before the first frost of the year, as was planned in May"
    (finding,) = look(*(f"“{line.format(part)},” Ann Lee said." for part in (a, b)))
    return finding


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("call him on the carpet", "call them on the carpet"),
        ("stir our souls", "still our souls"),
        ("leave the U.S. for good", "leave for good"),
    ],
)
def test_other_words_carry_meaning(a: str, b: str) -> None:
    finding = one(a, b)
    assert finding.verdict == "altered"
    assert "carries meaning" in finding.reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("refuse an 11th-hour talk", "refuse an eleventh-hour talk"),
        ("leave the U.S. for good", "leave the United States for good"),
        ("leave the UK for good", "leave the U.K. for good"),
    ],
)
def test_other_spellings_do_not(a: str, b: str) -> None:
    assert one(a, b).verdict == "same"


def test_a_word_of_another_sentence_is_not_moved() -> None:
    far = " ".join("the old pier stood in the bay".split() * 3)
    a = f"“The lock is really old and leaks a lot, {far}. Few boats come here.”"
    b = f"“The lock is old and leaks a lot, {far}. Few boats really come here.”"
    for finding in look(f"Ann Lee said: {a}", f"Ann Lee said: {b}"):
        assert "elsewhere" not in finding.summary


def test_the_name_of_an_office_is_no_utterance() -> None:
    assert not look(
        "A note had “at the request of Deputy Harbour Master General Ann Lee Roe” on it.",
        "It reads “Statement on Deputy Harbour Master General Ann Lee Roe from us” in blue.",
    )


def test_what_is_named_stands_in_all() -> None:
    finding = look(
        "“She saw the old letter, and views this as a positive sign of trust,” a note reads.",
        "“She saw the letter, and views this as a sign of trust,” a note reads.",
        "Lee saw it “as a positive sign of trust”, a note reads.",
    )[0]
    assert "positive" not in finding.summary.partition(":")[0]
