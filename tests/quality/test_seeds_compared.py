"""What a careful reader lists within ten minutes, and nothing that is wrong, on real pages.

The five pages stand beside the checkout and are not ours: facts are retold here in our own words,
and places are found by single words. 001 and 004 report one interview; the others tell of what
came before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reader.framing.compare import compare
from reader.importing.files import read
from reader.model import Article, Comparison, Draft, Finding

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
PAIR = ("001", "004")
ALL = ("000", "001", "002", "003", "004")

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the measuring material is not beside this checkout"
)


@dataclass(frozen=True)
class Listed:
    """One thing on the reader's list: any finding of these lenses with these words will do."""

    fact: str
    lenses: str
    words: str
    """A word of what is shown of each article, after its number."""
    verdicts: str = ""


OF_THE_PAIR = [
    Listed(
        "one calls him a strategist, one a scientist",
        "facts labels",
        "001 strategist, 004 scientist",
        "differs contradicts",
    ),
    Listed("the year of his exit stands in one only", "facts", "001 November, 004 2022", "finer"),
    Listed(
        "an exit and a later failure of a model, in the wrong order",
        "facts",
        "004 2022",
        "own-dates-clash",
    ),
    Listed(
        "the new chief is spelled in two ways", "facts", "001 Alexander, 004 Alexandr", "respelled"
    ),
    Listed(
        "he founded his firm alone, or with others", "facts labels", "001 co-founder, 004 founder"
    ),
    Listed(
        "a quotation of which one keeps only the end", "quotes", "001 behind, 004 behind", "trimmed"
    ),
    Listed("his chief was angry, in his own words", "only-here", "001 upset"),
    Listed("results of tests were tampered with", "only-here left-out", "001 benchmark"),
    Listed("more people will go", "only-here", "001 exodus"),
    Listed("a free hand and a blank sheet, in two languages", "only-here", "004 tabula"),
    Listed("nobody tells him what to do", "only-here", "004 certainly"),
    Listed("how old engineers were", "only-here", "004 27"),
    Listed("a chatbot changed everything", "only-here left-out", "004 ChatGPT"),
    Listed("his condition that the model be open", "only-here left-out", "004 source"),
    Listed("a part of a firm was bought", "only-here", "004 49"),
    Listed("what the new company should be worth", "only-here", "004 $3"),
    Listed("what the new company is called", "only-here left-out", "004 Advanced"),
    Listed("a road that leads nowhere", "only-here", "004 dead"),
    Listed("who speaks", "quoted", "001 LeCun, 004 LeCun", "speaks"),
    Listed("he blames those who tested", "cause", "001 manipulating"),
    Listed("pressure from above is given as the cause", "cause", "004 pressure"),
    Listed("what the writer thinks of the interview", "loaded", "001 explosive", "writer"),
]

OF_ALL = [
    Listed("a sum, rounded and exact", "facts", "001 14, 003 14.3, 004 14", "rounded"),
    Listed(
        "a strategist or a scientist",
        "facts labels",
        "001 strategist, 004 scientist",
        "differs contradicts",
    ),
    Listed(
        "the new chief is spelled in two ways",
        "facts",
        "000 Alexandr, 001 Alexander, 003 Alexandr, 004 Alexandr",
        "respelled",
    ),
    Listed("the same quotation as in the pair", "quotes", "001 behind, 004 behind", "trimmed"),
    Listed("offers of a rival’s people refused or taken", "only-here", "000 45"),
    Listed("what was offered to them", "only-here", "000 $100"),
    Listed("a way to build machines that plan", "only-here", "002 JAPA"),
    Listed("superintelligence for each person", "only-here", "002 personal"),
    Listed("posts that were cut", "only-here", "003 600"),
    Listed("a prize shared with two others", "only-here", "003 Bengio"),
    Listed("what the new company should be worth", "only-here", "004 $3"),
    Listed("his chief was angry, in his own words again", "only-here", "001 upset"),
]

# Figures that measure other things: a share, an age, posts, people asked, years of a prize and of a
# founding, the number in a product's name, spans of time, advertisements below a text.
NO_FACTS = frozenset("49 27 600 45 2013 2019 4 30,000 94 8 5,000 decade 10 GPT-4 100".split())
# Heads of advice, questions and answers, and the page around a text.
NOT_NEWS = ("Mitigation", "Cultivate", "Playbook", "Cadence", "Comment", "Chonnam", "Bellini")
# What the other article of the pair names as well.
BOTH_SAY = ("Financial", "world models", "Superintelligence", "Scale", "Zuckerberg")


@cache
def comparison(*numbers: str) -> Comparison:
    return compare([article(number) for number in numbers], one_event=numbers == PAIR)


@cache
def article(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    (draft,) = read(path)
    assert isinstance(draft, Draft)
    return Article(number, draft.text, title=draft.title, language=draft.language)


def meets(finding: Finding, wanted: Listed) -> bool:
    if finding.lens not in wanted.lenses.split():
        return False
    if wanted.verdicts and finding.verdict not in wanted.verdicts.split():
        return False
    found = [e for e in finding.values if e]
    if finding.lens in ("only-here", "cause", "loaded", "left-out", "quoted"):
        found += [*finding.evidence, *([finding.subject] if finding.subject else [])]
    return all(
        any(e.article == number and word in e.quote for e in found)
        for number, word in (each.split() for each in wanted.words.split(", "))
    )


def lenses_built(of: Comparison, wanted: Listed) -> bool:
    missing = {report.name for report in of.reports if report.reason == "not built yet"}
    return not set(wanted.lenses.split()) <= missing


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [*((PAIR, each) for each in OF_THE_PAIR), *((ALL, each) for each in OF_ALL)],
    ids=lambda value: value.fact if isinstance(value, Listed) else str(len(value)),
)
def test_what_a_reader_lists_is_found(numbers: tuple[str, ...], wanted: Listed) -> None:
    of = comparison(*numbers)
    if not lenses_built(of, wanted):
        pytest.skip("no such lens yet")
    assert any(meets(finding, wanted) for finding in of.findings)


@pytest.mark.parametrize("numbers", [PAIR, ALL], ids=len)
def test_nothing_wrong_is_claimed(numbers: tuple[str, ...]) -> None:
    for finding in comparison(*numbers).findings:
        shown = [each.quote for each in (*finding.values, *finding.evidence) if each]
        if finding.lens == "facts":
            assert not NO_FACTS & {value.quote for value in finding.values if value}
            assert finding.verdict != "contradicts" or finding.kind == "role"
        if finding.lens in ("only-here", "left-out", "cause", "quotes"):
            assert not [quote for quote in shown if any(word in quote for word in NOT_NEWS)]
        if finding.lens == "quotes" and "twice" not in finding.reason:
            assert {value.article for value in finding.values if value} == set(PAIR)


def test_what_both_of_the_pair_name_is_missing_in_neither() -> None:
    for finding in comparison(*PAIR).findings:
        if finding.lens == "left-out" or (finding.lens, finding.kind) == ("only-here", "name"):
            told = [each.quote for each in (finding.subject, *finding.values) if each]
            assert not [quote for quote in told if any(word in quote for word in BOTH_SAY)]


def test_what_belongs_to_one_event_is_not_asked_of_a_story() -> None:
    for report in comparison(*ALL).reports:
        if report.name in ("left-out", "quoted", "order"):
            assert report.state == "cannot-say"
