"""All lenses together: their order, their states, and what one failure may do."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.framing.compare import LENSES, NAMES, compare
from reader.framing.findings import finding_id, shortened
from reader.framing.lens import Case
from reader.model import Article, Evidence, Finding, LensReport, Span

ONE = Article(
    id="one",
    title="Ferry aground off Norwick",
    text=(
        "The Norwick ferry ran aground on a sandbank on Monday. "
        "All 84 passengers of the ferry were taken off by lifeboats. "
        "The skipper blamed a drifting buoy that Norwick harbour had been warned about twice. "
        "“We begged them for a new chain before the winter, and they sent us a form to fill in,” "
        "said Reyes. Reyes has run the harbour tug for years. Reyes wants an inquiry."
    ),
)
OTHER = Article(
    id="other",
    title="Islanders cut off as ferry sticks in Norwick sand",
    text=(
        "Islanders were cut off on Monday when the Norwick ferry struck a sandbank. "
        "Lifeboats took off all 84 passengers of the ferry. "
        "The causeway bus will cost $40,000 because the Norwick ferry is insured abroad. "
        "Schools opened late."
    ),
)


@dataclass(frozen=True)
class Fixed:
    """A lens that says what it is told to."""

    name: str
    needs_one_event: bool = False
    weights: tuple[float, ...] = ()

    def look(self, case: Case) -> LensReport:
        if not self.weights:
            raise RuntimeError("broken")
        place = case.documents[0].cut(Span(0, 3))
        found = tuple(
            Finding(
                id=str(weight), lens=self.name, kind="name", subject=None, verdict="differs",
                values=(place, None), weight=weight, evidence=(place,),
            )
            for weight in self.weights
        )  # fmt: skip
        return LensReport(self.name, "found", findings=found)


def test_every_lens_is_reported_in_the_order_of_the_screens() -> None:
    comparison = compare([ONE, OTHER], one_event=True)
    assert tuple(report.name for report in comparison.reports) == NAMES
    assert {lens.name for lens in LENSES} <= set(NAMES)
    built = {lens.name for lens in LENSES}
    for report in comparison.reports:
        assert (report.reason == "not built yet") == (report.name not in built)


def test_a_lens_that_fails_does_not_take_the_others_down(
    caplog: pytest.LogCaptureFixture,
) -> None:
    lenses = (Fixed("facts"), Fixed("quotes", weights=(0.5,)))
    with caplog.at_level(logging.ERROR):
        reports = compare([ONE, OTHER], one_event=True, lenses=lenses).reports
    assert (reports[0].state, reports[0].reason) == ("cannot-say", "failed on these texts")
    assert reports[1].state == "found"
    assert "lens facts failed" in caplog.text


def test_a_lens_of_one_event_is_not_asked_across_events() -> None:
    lens = Fixed("quoted", needs_one_event=True, weights=(0.5,))
    across = compare([ONE, OTHER], one_event=False, lenses=[lens])
    assert [r.reason for r in across.reports if r.name == "quoted"] == ["not one event"]
    within = compare([ONE, OTHER], one_event=True, lenses=[lens])
    assert [r.state for r in within.reports if r.name == "quoted"] == ["found"]


def test_the_heaviest_finding_comes_first() -> None:
    lens = Fixed("facts", weights=(0.2, 0.9, 0.4))
    comparison = compare([ONE, OTHER], one_event=True, lenses=[lens])
    assert [finding.weight for finding in comparison.findings] == [0.9, 0.4, 0.2]


def test_one_article_is_no_comparison() -> None:
    with pytest.raises(ValueError, match="two articles"):
        compare([ONE], one_event=True)


def test_a_finding_keeps_its_id_when_the_columns_move() -> None:
    place, second = Evidence.at(ONE, Span(0, 3)), Evidence.at(OTHER, Span(0, 3))
    straight = finding_id("facts", "amount", ["one", "other"], [place, second])
    assert straight == finding_id("facts", "amount", ["other", "one"], [second, place])
    assert straight != finding_id("facts", "amount", ["one", "other"], [place, None])
    assert straight != finding_id("facts", "date", ["one", "other"], [place, second])


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [("one two", 2, "one two"), ("one two three", 2, "one two …"), ("one\n two", 2, "one two")],
)
def test_shortened(text: str, words: int, short: str) -> None:
    assert shortened(text, words) == short


PIECES = (
    *ONE.text.replace(". ", ".|").split("|"),
    *OTHER.text.replace(". ", ".|").split("|"),
    "“Unclosed words of a speaker",
    "$12.4 million was 40% of it.",
    "Ünal Öz said so.",
    "\n",
    "A Heading",
)
bodies = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from((None, ONE.title, OTHER.title)), bodies),
                min_size=2, max_size=4))  # fmt: skip
def test_every_evidence_equals_its_span(drawn: list[tuple[str | None, str]]) -> None:
    articles = [
        Article(id=f"x{at}", title=title, text=body) for at, (title, body) in enumerate(drawn)
    ]
    by_id = {article.id: article for article in articles}
    comparison = compare(articles, one_event=True)
    assert [r.name for r in comparison.reports if r.reason == "failed on these texts"] == []
    cut = [passage for point in comparison.points for passage in point.passages]
    for finding in comparison.findings:
        assert len(finding.values) == len(articles)
        assert 0 <= finding.weight <= 1
        cut += [*finding.values, *finding.evidence, finding.subject]
    for evidence in cut:
        if evidence:
            assert evidence.quote == evidence.span.of(by_id[evidence.article].field(evidence.field))
    ids = [finding.id for finding in comparison.findings]
    assert len(ids) == len(set(ids))
    assert set(comparison.first) <= set(ids)
    assert len(comparison.first) <= 5


def test_the_order_of_the_articles_does_not_change_what_is_found_alone() -> None:
    third = Article(id="third", title="Norwick ferry", text=f"{OTHER.text} Norwick waits.")
    found = [
        {f.id for f in compare(turned, one_event=True).findings if f.lens == "only-here"}
        for turned in permutations((ONE, OTHER, third))
    ]
    assert found[0]
    assert all(ids == found[0] for ids in found)
