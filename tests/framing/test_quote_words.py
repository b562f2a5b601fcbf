"""Single words by which a quotation says something else: put in, lost, or beside the marks."""

from __future__ import annotations

import pytest

from reader.framing.lens import Case
from reader.framing.lenses.quotes import LENS
from reader.model import Article, Finding
from reader.text.document import Document

LINE = "the captains sold the old ferry to the harbour board"


def found(*texts: str) -> Finding:
    documents = tuple(Document(Article(f"a{at}", text)) for at, text in enumerate(texts))
    (finding,) = LENS.look(Case(documents, one_event=True)).findings
    return finding


def said(words: str) -> str:
    return f"The paper was read in public. “{words},” Ann Lee said on Monday."


@pytest.mark.parametrize(
    ("brackets", "other", "told"),
    [
        ("[not] ", "", "A has “[not]”, B does not"),
        ("[never] ", "", "A has “[never]”, B does not"),
        ("[no longer] ", "", "A has “[no longer]”, B does not"),
        ("[still] ", "not ", "A has “[still]”, B has “not”"),
    ],
)
def test_a_negation_in_brackets_is_a_change(brackets: str, other: str, told: str) -> None:
    line = "They would {}sell the old ferry to the harbour board"
    finding = found(said(line.format(brackets)), said(line.format(other)))
    assert (finding.verdict, finding.certainty) == ("altered", "sure")
    assert finding.weight > 0.9
    assert finding.summary.partition(": ")[2] == told
    assert "brackets one of them says that it is not so" in finding.reason


@pytest.mark.parametrize(
    ("brackets", "other"),
    [("[not] ", "not "), ("[did not] ", "didn’t "), ("[have] ", "had "), ("[not only] ", "")],
)
def test_a_negation_in_brackets_that_both_have_is_none(brackets: str, other: str) -> None:
    line = "They {}sold the old ferry to the harbour board"
    assert found(said(line.format(brackets)), said(line.format(other))).verdict == "same"


@pytest.mark.parametrize(
    ("brackets", "other", "kind", "weight"),
    [
        ("[February]", "January", "a date or a figure", 0.8),
        ("[Monday]", "Friday", "a date or a figure", 0.8),
        ("[2019]", "2018", "a date or a figure", 0.8),
        ("[Orley]", "Selm", "a name", 0.4),
        ("[the spring]", "it", "only words", 0.12),
        ("[New Orley]", "Orley", "only words", 0.12),
    ],
)
def test_another_date_or_name_in_brackets_is_no_explanation(
    brackets: str, other: str, kind: str, weight: float
) -> None:
    line = "They sold the old ferry in {} to the harbour board"
    finding = found(said(line.format(brackets)), said(line.format(other)))
    assert finding.reason.startswith(f"{kind} in square brackets")
    assert finding.weight == weight


@pytest.mark.parametrize(
    ("front", "behind", "word"),
    [
        ("Maybe", "", "Maybe"),
        ("Perhaps,", "", "Perhaps"),
        ("I doubt", "", "doubt"),
        ("I doubt that", "", "doubt"),
        ("But we fear", "", "fear"),
        ("They say", "", "say"),
        ("Some people say that", "", "say"),
        ("And so", ", perhaps", "perhaps"),
        ("", ", allegedly", "allegedly"),
    ],
)
def test_a_doubt_that_is_lost_at_an_end_is_told(front: str, behind: str, word: str) -> None:
    whole = f"{front} {LINE}{behind}".strip()
    for texts in ((said(whole), said(LINE)), (said(LINE), said(whole))):
        finding = found(*texts)
        assert (finding.verdict, finding.certainty) == ("trimmed", "sure")
        assert finding.reason.endswith(f"the lost part has “{word}”")


@pytest.mark.parametrize(
    ("whole", "other"),
    [
        (f"Maybe {LINE}", f"Perhaps, Ann Lee said, “{LINE}”."),
        (f"I fear {LINE}", f"Ann Lee fears that “{LINE}”."),
        (f"They say {LINE}", f"They say “{LINE}”, Ann Lee said."),
    ],
)
def test_a_doubt_that_is_told_beside_the_marks_is_not_lost(whole: str, other: str) -> None:
    finding = found(said(whole), f"The paper was read in public. {other}")
    assert "the lost part has" not in finding.reason


def test_a_word_or_two_that_one_has_more_are_told() -> None:
    finding = found(said(f"And then {LINE}"), said(LINE))
    assert finding.verdict == "same"
    assert finding.reason.endswith(", but for a word or two")
    assert not found(said(LINE), said(LINE)).reason.endswith("two")


@pytest.mark.parametrize(
    "front",
    [
        "Nobody listened when Ann Lee said",
        "Nobody was surprised when Ann Lee said that",
        "Nobody denied it when Ann Lee said that",
        "No one minded, because Ann Lee had said",
        "Nobody laughed after Ann Lee claimed that",
        "Nobody expected Ann Lee to say",
        "No one in town blamed Ann Lee for saying",
    ],
)
def test_nobody_of_another_verb_denies_no_quotation(front: str) -> None:
    assert found(said(LINE), f"The paper was read in public. {front} “{LINE}”.").verdict == "same"


@pytest.mark.parametrize(
    "front",
    ["Nobody at the yard said", "No one ever said that", "None of us there has ever claimed that"],
)
def test_nobody_who_said_it_denies_it(front: str) -> None:
    finding = found(said(LINE), f"The paper was read in public. {front} “{LINE}”.")
    assert "says that it is not so" in finding.reason


@pytest.mark.parametrize(
    "jest",
    [
        f"Ann Lee quipped, “When the tide is in” – and when asked again, added: “{LINE}.”",
        f"Ann Lee joked about the rain and said: “{LINE}.”",
        f"Bob Ray joked as he left, and “{LINE},” Ann Lee said.",
    ],
)
def test_a_joke_beside_another_verb_is_another_one(jest: str) -> None:
    assert found(said(LINE), f"The paper was read in public. {jest}").verdict == "same"


@pytest.mark.parametrize(
    "jest",
    [
        f"Ann Lee joked: “{LINE}.”",
        f"“{LINE},” Ann Lee said jokingly.",
        f"“{LINE},” quipped Ann Lee to those who said hello.",
    ],
)
def test_a_joke_beside_the_quotation_is_told(jest: str) -> None:
    finding = found(said(LINE), f"The paper was read in public. {jest}")
    assert finding.reason.endswith("said in jest")


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("The board may", "The board will", "A has “may”, B has “will”"),
        ("The board could", "The board would", "A has “could”, B has “would”"),
        ("The board must", "The board may", "A has “must”, B has “may”"),
        ("All of us would", "Some of us would", "A has “All”, B has “Some”"),
    ],
)
def test_other_modals_and_amounts_are_no_small_words(a: str, b: str, told: str) -> None:
    finding = found(*(said(f"{each} sell the old ferry to the harbour") for each in (a, b)))
    assert (finding.verdict, finding.certainty) == ("altered", "sure")
    assert finding.summary.partition(": ")[2] == told
    assert finding.reason.startswith("a word that carries meaning differs")


def test_perhaps_two_utterances_is_said_once() -> None:
    line = (
        "Millions of people will {} the ferry of the old {} at dawn and {} the boats of the harbour"
    )
    texts = [
        said(line.format(*w)) for w in (("board", "island", "paint"), ("leave", "town", "sink"))
    ]
    finding = found(*texts)
    assert finding.certainty == "perhaps"
    assert finding.reason.count("perhaps two utterances") == 1


def test_a_modal_in_another_tense_is_a_small_word() -> None:
    texts = [said(f"The board {each} sell the old ferry to the town") for each in ("can", "could")]
    assert found(*texts).weight <= 0.12


@pytest.mark.parametrize(
    ("other", "word", "reason"),
    [
        (f"“{LINE}”, Ann Lee denied having said.", "denied", "it is not so"),
        (f"Ann Lee denied ever having said “{LINE}”.", "denied", "it is not so"),
        (f"Those were not her words: “{LINE}.”", "not", "it is not so"),
        (f"Ann Lee later withdrew her words: “{LINE}.”", "withdrew", "they were taken back"),
        (
            f"“{LINE},” Ann Lee said, before taking it back.",
            "taking it back",
            "they were taken back",
        ),
    ],
)
def test_words_that_were_not_said_or_were_withdrawn(other: str, word: str, reason: str) -> None:
    finding = found(said(LINE), f"The paper was read in public. {other}")
    assert finding.certainty == "perhaps"
    assert finding.summary.endswith(f"beside it B has “{word}”")
    assert finding.reason.endswith(reason)


@pytest.mark.parametrize(
    "other",
    [
        f"Ann Lee has not withdrawn her words: “{LINE}.”",
        f"“{LINE},” said Ann Lee, who denied having said more.",
        f"“{LINE},” Ann Lee said. She denied having said more.",
        f"“{LINE},” Ann Lee said of a board that denied having said so.",
    ],
)
def test_what_is_not_withdrawn_or_was_said_by_others(other: str) -> None:
    assert found(said(LINE), f"The paper was read in public. {other}").verdict == "same"


def test_a_cut_that_hides_a_negation_is_told() -> None:
    finding = found(
        said("We were … told about the old ferry"),
        said("We were never, at any time, told about the old ferry"),
    )
    assert finding.verdict == "trimmed"
    assert finding.reason.endswith("the lost part has “never”")
