"""A comparison laid out for reading: what the Markdown, the HTML page and the terminal share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.exporting.wording import TITLES, details, headline, letter, sign, summary
from reader.model import (
    Article,
    Comparison,
    Evidence,
    Finding,
    LensReport,
    Point,
    Span,
    State,
)
from reader.text.sentences import paragraphs

# So many letters stand side by side on a screen; of more nobody remembers which outlet is which.
_REMEMBERED = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One article of the comparison, under its letter."""

    letter: str
    article: Article
    headline: str
    """Its title, or its first words after `no headline:`."""
    details: str
    """Outlet, date and length, with the words for what is not known."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as it stands in its article, and the words in it that a finding rests on."""

    letter: str
    place: str
    """`headline` or the paragraph, headings not counted: `¶3`; of many articles with the outlet."""
    text: str
    marks: tuple[Span, ...] = ()
    """Places in `text`, in order, without overlap."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding."""

    id: str
    sign: str
    summary: str
    verdict: str
    certainty: str
    """`sure` or `perhaps`, with the reason after a colon if there is one."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What one lens says."""

    title: str
    state: State
    status: str
    """`3 found`, `looked, found none` or `cannot say: reason`."""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One point: the same said by several articles."""

    certainty: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole comparison."""

    title: str
    columns: tuple[Column, ...]
    note: str
    """Whether the articles report one event."""
    first: tuple[Entry, ...]
    sections: tuple[Section, ...]
    rows: tuple[Row, ...]


def report(comparison: Comparison, articles: Sequence[Article], title: str = "") -> Report:
    """Lay a comparison out; `articles` are those of the comparison, in its order.

    Without a title it is called by how many they are. One article alone is laid out as well.
    """
    places = _Places(articles)
    by_id = {finding.id: finding for finding in comparison.findings}
    first = [by_id[id] for id in comparison.first if id in by_id]
    compared = f"{len(articles)} articles compared"
    note = "One event." if comparison.one_event else "Not known to be one event."
    if title:
        note = f"{compared}. {note}"
    return Report(
        title=title or compared,
        columns=tuple(
            Column(letter(at), article, headline(article), details(article))
            for at, article in enumerate(articles)
        ),
        note=note if len(articles) > 1 else "One article.",
        first=tuple(places.entry(finding) for finding in first),
        sections=tuple(_section(lens, places) for lens in comparison.reports),
        rows=tuple(places.row(point) for point in comparison.points),
    )


def _section(lens: LensReport, places: _Places) -> Section:
    status = {
        "found": f"{len(lens.findings)} found",
        "none": f"looked, found none: {lens.reason}" if lens.reason else "looked, found none",
        "cannot-say": f"cannot say: {lens.reason}" if lens.reason else "cannot say",
    }[lens.state]
    entries = tuple(places.entry(finding) for finding in lens.findings)
    return Section(TITLES.get(lens.name, lens.name), lens.state, status, entries)


class _Places:
    """Where in the compared articles a piece of evidence stands."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._letters = {article.id: letter(at) for at, article in enumerate(articles)}
        self._outlets = {
            article.id: f", {article.outlet}"
            for article in articles
            if article.outlet and len(articles) > _REMEMBERED
        }
        self._paragraphs: Mapping[str, tuple[Span, ...]] = {
            article.id: tuple(p.span for p in paragraphs(article.text) if not p.heading)
            for article in articles
        }

    def entry(self, finding: Finding) -> Entry:
        values = [value for value in finding.values if value is not None]
        reason = f": {finding.reason}" if finding.reason else ""
        return Entry(
            finding.id,
            sign(finding),
            summary(finding),
            finding.verdict.replace("-", " "),
            finding.certainty + reason,
            tuple(self._quote(evidence, values) for evidence in finding.evidence),
        )

    def row(self, point: Point) -> Row:
        passages = [passage for passage in point.passages if passage is not None]
        return Row(point.certainty, tuple(self._quote(passage, ()) for passage in passages))

    def _quote(self, evidence: Evidence, values: Sequence[Evidence]) -> Quote:
        place = "headline"
        if evidence.field == "text":
            spans = self._paragraphs[evidence.article]
            place = f"¶{sum(span.start <= evidence.span.start for span in spans) or 1}"
        place += self._outlets.get(evidence.article, "")
        return Quote(
            self._letters[evidence.article], place, evidence.quote, _marks(evidence, values)
        )


def _marks(evidence: Evidence, values: Sequence[Evidence]) -> tuple[Span, ...]:
    """The values that lie within the evidence, as places in its quote."""
    inside = sorted(
        value.span
        for value in values
        if (value.article, value.field) == (evidence.article, evidence.field)
        and value.span in evidence.span
    )
    marks: list[Span] = []
    for span in inside:
        place = Span(span.start - evidence.span.start, span.end - evidence.span.start)
        # What is the whole of it need not be singled out.
        if len(place) < len(evidence.span) and not (marks and marks[-1].overlaps(place)):
            marks.append(place)
    return tuple(marks)
