"""An article as it is compared: without the stretches that are no text of its story.

Names, speakers and figures never cross what is left out, as it is not there; what is found is put
back to its place in the whole text, of which every word of evidence is cut.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reader.model import Article, Comparison, Evidence, Finding, Judgement, LensReport, Point, Span
from reader.text.insets import insets

# An article of which less would be left is compared as it is: it is a gallery, or a list.
_LEAST_LEFT = 0.5
_NOTHING = "…"  # an article has a text; this one has no word


@dataclass(frozen=True)
class Excerpt:
    """A whole article, and what is left out of it."""

    whole: Article
    gone: tuple[Span, ...]
    """In order, without overlaps."""

    @cached_property
    def kept(self) -> tuple[Span, ...]:
        """The rest of the text."""
        ends = [0, *(span.end for span in self.gone)]
        starts = [*(span.start for span in self.gone), len(self.whole.text)]
        return tuple(Span(a, b) for a, b in zip(ends, starts, strict=True) if a < b)

    @cached_property
    def article(self) -> Article:
        """The article with the rest as its text."""
        text = "".join(span.of(self.whole.text) for span in self.kept)
        return replace(self.whole, text=text if text.strip() else _NOTHING)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each kept stretch begins in the text of the rest."""
        starts = [0]
        for span in self.kept:
            starts.append(starts[-1] + len(span))
        return tuple(starts)

    def back(self, evidence: Evidence) -> Evidence:
        """The same words at their place in the whole text, with what was left out between them."""
        if evidence.field != "text":
            return evidence
        start, last = (self._place(at) for at in (evidence.span.start, evidence.span.end - 1))
        return Evidence.at(self.whole, Span(start, last + 1))

    def _place(self, at: int) -> int:
        piece = bisect_right(self._starts, at) - 1
        return self.kept[piece].start + at - self._starts[piece]


def excerpt(article: Article) -> Excerpt:
    """An article without its insets."""
    gone = insets(article.text)
    left = len(article.text) - sum(map(len, gone))
    return Excerpt(article, gone if left >= _LEAST_LEFT * len(article.text) else ())


def nothing_of(each: Excerpt) -> Excerpt:
    """An article of another story: nothing of its text is compared."""
    return Excerpt(each.whole, (Span(0, len(each.whole.text)),))


def as_compared(said: Judgement) -> Judgement:
    """What a person said, of passages as they read without the insets."""
    places = tuple(replace(p, passage=_without_insets(p.passage)) for p in said.places)
    return replace(said, places=places)


def put_back(comparison: Comparison, excerpts: Sequence[Excerpt]) -> Comparison:
    """A comparison of excerpts with all evidence at its place in the whole texts."""
    cut = {each.whole.id: each for each in excerpts if each.gone}
    if not cut:
        return comparison
    points = tuple(_point(point, cut) for point in comparison.points)
    reports = tuple(_report(report, cut) for report in comparison.reports)
    return replace(comparison, points=points, reports=reports)


def _without_insets(passage: str) -> str:
    gone = {at for span in insets(passage) for at in range(span.start, span.end)}
    return "".join(c for at, c in enumerate(passage) if at not in gone) if gone else passage


def _point(point: Point, cut: Mapping[str, Excerpt]) -> Point:
    return replace(point, passages=tuple(p and _back(p, cut) for p in point.passages))


def _report(report: LensReport, cut: Mapping[str, Excerpt]) -> LensReport:
    return replace(report, findings=tuple(_finding(finding, cut) for finding in report.findings))


def _finding(finding: Finding, cut: Mapping[str, Excerpt]) -> Finding:
    return replace(
        finding,
        subject=finding.subject and _back(finding.subject, cut),
        values=tuple(value and _back(value, cut) for value in finding.values),
        evidence=tuple(_back(each, cut) for each in finding.evidence),
    )


def _back(evidence: Evidence, cut: Mapping[str, Excerpt]) -> Evidence:
    found = cut.get(evidence.article)
    return found.back(evidence) if found else evidence
