"""How articles begin: headlines beside headlines, first sentences beside first sentences."""

from __future__ import annotations

import pytest

from reader.framing.lens import Case
from reader.framing.lenses.opening import LENS
from reader.model import Article, Finding, LensReport
from reader.text.document import Document

TEXT = "A ferry ran aground off Norwick on Monday. Nobody was hurt."
OTHER = "Eighty-four islanders spent Monday morning in lifeboats. The council is silent."


def look(*articles: tuple[str | None, str]) -> LensReport:
    documents = tuple(
        Document(Article(id=str(at), title=title, text=text))
        for at, (title, text) in enumerate(articles)
    )
    return LENS.look(Case(documents, one_event=True))


def of_kind(report: LensReport, kind: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.kind == kind]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Ferry runs aground off Norwick", "Ferry runs aground off Norwick", "same"),
        ("Ferry runs aground off Norwick", "FERRY RUNS AGROUND OFF NORWICK!", "same"),
        ("84 safe as ferry hits bank", "84 are safe as ferry hits bank near Norwick", "same"),
        ("84 safe as ferry hits bank", "All 84 safe after ferry blunder", "differs"),
        ("Ferry runs aground off Norwick", "Council silent after ferry accident", "differs"),
    ],
)
def test_headlines(one: str, other: str, verdict: str) -> None:
    (finding,) = of_kind(look((one, TEXT), (other, OTHER)), "headline")
    assert finding.verdict == verdict
    assert [value.quote for value in finding.values if value] == [one, other]
    assert all(value.field == "title" for value in finding.values if value)


def test_first_sentences_are_cut_from_the_text() -> None:
    (finding,) = of_kind(look((None, TEXT), (None, OTHER)), "lede")
    assert finding.verdict == "differs"
    assert [value.quote for value in finding.values if value] == [
        "A ferry ran aground off Norwick on Monday.",
        "Eighty-four islanders spent Monday morning in lifeboats.",
    ]


@pytest.mark.parametrize(
    ("other", "light"),
    [
        ("Ferry firm sued by harbour crew after storm", True),
        ("Why nobody trusts the harbour any more", False),
    ],
)
def test_headlines_of_much_the_same_words_weigh_less(other: str, light: bool) -> None:
    one = "Harbour crew sues ferry company after the storm"
    (finding,) = of_kind(look((one, TEXT), (other, OTHER)), "headline")
    assert finding.verdict == "differs"
    assert (finding.weight < 0.4) is light


def test_a_missing_headline_is_a_gap_and_said() -> None:
    report = look(("Ferry aground", TEXT), (None, OTHER), ("Silence in Norwick", OTHER))
    (finding,) = of_kind(report, "headline")
    assert finding.values[1] is None
    assert "1 of 3 without a headline" in finding.reason
    assert "no headline" in finding.summary


def test_one_headline_alone_is_no_comparison() -> None:
    assert of_kind(look(("Ferry aground", TEXT), (None, OTHER)), "headline") == []
    assert of_kind(look(("Ferry aground", TEXT), ("  ", OTHER)), "headline") == []


def test_texts_without_a_sentence_or_headline_cannot_be_compared() -> None:
    report = look((None, "Ferry Aground"), (None, OTHER))
    assert (report.state, report.findings) == ("cannot-say", ())


def test_page_lines_and_headings_are_not_how_a_report_begins() -> None:
    page = f"Share this story\nFerry News\nRead more: What tides do.\n{TEXT}"
    (finding,) = of_kind(look((None, page), (None, TEXT)), "lede")
    assert finding.verdict == "same"


@pytest.mark.parametrize(
    ("why", "one", "other", "own"),
    [
        ("two rare words", "Ferry fiasco: blundering council", "Ferry hits bank",
         "A “fiasco”, “blundering”"),
        ("one of each", "Ferry fiasco shames council", "Ferry hits sandbank", ""),
        ("both in the other text", "Ferry trip in lifeboats alarms islanders", "Ferry trip", ""),
        ("frequent words", "Ferry people want help and money", "Ferry trip", ""),
        ("a name", "Ferry fiasco angers Zorbas", "Ferry trip", ""),
        ("one word twice", "Ferry fiasco: a fiasco", "Ferry trip", ""),
    ],
)  # fmt: skip
def test_rare_words_that_one_headline_alone_has(why: str, one: str, other: str, own: str) -> None:
    report = look((one, f"{TEXT} The mayor, Ida Zorbas, waved. Zorbas left."), (other, OTHER))
    (finding,) = of_kind(report, "headline")
    assert finding.reason == (f"in no other article: {own}" if own else "the words differ"), why
    assert (finding.weight > 0.6) == bool(own)


def test_a_picture_with_its_credit_does_not_open_the_report() -> None:
    caption = (
        "Ann Lee, the keeper of the harbour, in June, when the last ferry of the islanders had "
        "just been sold to a yard. Photo by Tom Ray for the Harbour Pictures of Norwick.\n\n"
    )
    (finding,) = of_kind(look((None, caption + TEXT), (None, OTHER)), "lede")
    assert finding.values[0] is not None
    assert finding.values[0].quote == "A ferry ran aground off Norwick on Monday."
