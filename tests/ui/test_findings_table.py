"""The rows of the table of findings, and what an empty cell of the points says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.framing.judged import place_of
from reader.model import (
    Article,
    Comparison,
    Evidence,
    Finding,
    Judgement,
    LensReport,
    Marks,
    Point,
    Span,
)
from reader.ui.desk import Page, Sheet
from reader.ui.findings import cell
from reader.ui.findingsview import HIDDEN, TableRow, table_rows
from reader.ui.pointrows import PointSheet, filtered
from reader.ui.silences import fitted

A = Article(
    "a",
    "The ferry Aurora sank on Monday.\n\n“We saw nothing at all,” said Ada Holm.\n",
    title="Ferry sank",
)
B = Article(
    "b",
    "On Monday the ferry sank. It was old.\n\nIt rained.\n\n“We saw nothing at all,” Holm said.\n",
)


def cut(article: Article, words: str) -> Evidence:
    start = article.text.index(words)
    return Evidence.at(article, Span(start, start + len(words)))


def finding(lens: str, words: str, number: int = 0) -> Finding:
    value = cut(A, words)
    return Finding(
        f"{lens}{number}", lens, "named", None, "stated", (value, None), evidence=(value,)
    )


def comparison(**found: int) -> Comparison:
    reports = tuple(
        LensReport(name, "found", "", tuple(finding(name, "ferry", n) for n in range(count)))
        if count
        else LensReport(name, "none")
        for name, count in found.items()
    )
    return Comparison(("a", "b"), (), reports)


def heads(rows: list[TableRow]) -> list[tuple[str, str, str]]:
    return [(row.head, row.words, row.fold) for row in rows if row.head]


def test_lenses_that_claim_nothing_come_folded() -> None:
    compared = comparison(labels=2, sources=3, loaded=1, order=0)
    assert heads(table_rows(compared, set())) == [
        ("Names and labels", "2", ""),
        ("Sources", "3", "folded"),
        ("Loaded words", "1", "folded"),
        ("Order", "looked, found none", ""),
    ]
    assert sum(row.finding is not None for row in table_rows(compared, set())) == 2
    rows = table_rows(compared, {"Sources"})
    assert ("Sources", "3", "open") in heads(rows)
    assert sum(row.finding is not None for row in rows) == 5


def test_a_lens_shows_five_and_then_all() -> None:
    compared = comparison(labels=7)
    assert sum(row.finding is not None for row in table_rows(compared, set())) == 5
    assert table_rows(compared, set())[-1].count == 2
    opened = table_rows(compared, {"Names and labels"})
    assert sum(row.finding is not None for row in opened) == 7


def test_what_all_have_alike_is_told_only_when_asked() -> None:
    compared = comparison(quotes=7)
    (report,) = compared.reports
    alike = tuple(replace(each, verdict="same") for each in report.findings[4:])
    for apart, shown, more in ((4, 4, (3, "3 the same")), (0, 0, (3, "3 the same"))):
        found = (*report.findings[:apart], *alike)
        rows = table_rows(replace(compared, reports=(replace(report, findings=found),)), set())
        assert sum(row.finding is not None for row in rows) == shown
        assert (rows[-1].count, rows[-1].words) == more
    six = tuple(replace(each, verdict="altered") for each in report.findings[:6])
    found = (*six, *alike)
    compared = replace(compared, reports=(replace(report, findings=found),))
    rows = table_rows(compared, set())
    assert (rows[-1].count, rows[-1].words) == (4, "4 more")
    (head,) = {row.more for row in rows if row.more}
    assert sum(row.finding is not None for row in table_rows(compared, {head})) == 9


def test_while_no_lens_has_looked_they_are_looking() -> None:
    rows = table_rows(comparison(), set())
    assert len(rows) == 11
    assert {row.words for row in rows} == {"looking …"}


def test_hidden_ones_are_folded_away_and_kept_ones_are_starred() -> None:
    compared = comparison(labels=2)
    one = finding("facts", "Monday")
    kept = compared.findings[0].id
    compared = replace(compared, hidden=(one,), kept=(kept,), first=(kept,))
    rows = table_rows(compared, set())
    assert rows[-1] == TableRow(HIDDEN, "1", 1, more=HIDDEN, fold="folded")
    assert [row.said for row in rows if row.finding] == ["kept", "kept", ""]
    assert table_rows(compared, {HIDDEN})[-1] == TableRow(finding=one, said="hidden")


SAYS = Finding(
    "q", "quotes", "quote", None, "same",
    (cut(A, "“We saw nothing at all,”"), cut(B, "“We saw nothing at all,”")),
    evidence=(cut(A, "“We saw nothing at all,” said Ada Holm."),
              cut(B, "“We saw nothing at all,” Holm said.")),
)  # fmt: skip


def sheet(*points: Point, one_event: bool = True, said: tuple[Judgement, ...] = ()) -> PointSheet:
    compared = Comparison(
        ("a", "b"), points, (LensReport("quotes", "found", "", (SAYS,)),), one_event
    )
    return PointSheet(Sheet(compared, (Page(A, Marks()), Page(B, Marks())), said))


def test_a_quotation_brings_passages_together_unless_a_person_said_no() -> None:
    one, other = SAYS.evidence
    assert any(row.passages == (one, other) for row in sheet().rows)
    apart = Judgement(1, "apart", "", (place_of(one), place_of(other)))
    assert all(row.alone for row in sheet(said=(apart,)).rows)


def test_a_row_is_as_sure_as_what_it_tells() -> None:
    """Whether or not the passages are surely paired, where a quotation stands in both."""
    rained = Point(
        (cut(A, "The ferry Aurora sank on Monday."), cut(B, "It rained.")), 0.3, "perhaps"
    )
    quoted = Point(SAYS.evidence, 0.3, "perhaps")
    points = sheet(rained, quoted)
    told = {row.passages: points.certainty(at) for at, row in enumerate(points.rows)}
    assert told[rained.passages] == "perhaps"
    assert told[quoted.passages] == "sure"


def test_an_empty_cell_says_where_the_quotation_stands() -> None:
    """The row is taken by another passage, which a person or the score put there."""
    said, rained = cut(A, "“We saw nothing at all,” said Ada Holm."), cut(B, "It rained.")
    points = sheet(Point((said, rained), 0.5, "sure"))
    alone = next(i for i, row in enumerate(points.rows) if row.alone and "Holm" in str(row))
    assert points.gap(alone, 0) == ("· quoted in ¶2", A.text.index("“We"))


def test_an_empty_cell_is_silent_names_it_or_is_of_another_event() -> None:
    points = sheet()
    row = next(i for i, row in enumerate(points.rows) if row.alone and row.owner == 0)
    assert points.gap(row, 1)[0] == "· no match"
    other = sheet(one_event=False)
    assert other.gap(row, 1)[0] == "· other event"


def test_none_and_not_known_are_told_apart() -> None:
    said = cut(A, "said")
    values, measures = (said, None, None), (1.0, None, 0.0)
    found = Finding(
        "s", "sources", "verb", None, "stated", values, evidence=(said,), measures=measures
    )
    told = ["".join(text for text, _ in cell(found, at, 20)) for at in (1, 2)]
    assert told == ["not known", "·"]


def test_small_words_and_figures_are_no_names() -> None:
    text = "Ada Holm said The Hague waits 9 hours. Nobody came.\n"
    one = Article("a", text)
    other = Article("b", "The boat left at 9. It was seen near The Hague by no one.\n")
    compared = Comparison(("a", "b"), (), ())
    points = PointSheet(Sheet(compared, (Page(one, Marks()), Page(other, Marks()))))
    index = next(i for i, row in enumerate(points.rows) if row.owner == 0)
    assert points.gap(index, 1)[0] == "· no match; names Hague in ¶1"


def test_a_word_that_is_written_small_too_is_no_name() -> None:
    one = Article("a", "Ada Holm said the Weather Office slept. Nobody came.\n")
    other = Article("b", "The boat left at dawn. Weather and the weather alone sank it.\n")
    points = PointSheet(
        Sheet(Comparison(("a", "b"), (), ()), (Page(one, Marks()), Page(other, Marks())))
    )
    index = next(i for i, row in enumerate(points.rows) if row.owner == 0)
    assert "Weather" not in points.gap(index, 1)[0]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (40, "· no match; names Hague in ¶12"),
        (24, "· names Hague in ¶12"),
        (16, "· Hague, ¶12"),
        (11, "· ¶12"),
    ],
)
def test_a_narrow_cell_keeps_the_paragraph(cells: int, told: str) -> None:
    assert fitted("· no match; names Hague in ¶12", cells) == told
    assert fitted("· silent", cells) == "· silent"


def test_filters() -> None:
    points = sheet(Point((cut(A, "The ferry Aurora sank on Monday."),
                          cut(B, "On Monday the ferry sank.")), 0.5, "sure"))  # fmt: skip
    shared, alone = filtered(points, 1), filtered(points, 2)
    assert sorted([*shared, *alone]) == filtered(points, 0)
    assert len(shared) == 2
    assert filtered(points, 3) == []
