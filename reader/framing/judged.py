"""Findings as a person judged them: what they hid is set aside, what they kept stands first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.framing.first import MOST, first
from reader.model import (
    Comparison,
    Evidence,
    Finding,
    Judgement,
    JudgementAct,
    LensReport,
    Place,
)
from reader.text.safety import one_line


def place_of(passage: Evidence, words: Evidence | None = None) -> Place:
    """Where a passage, or some words of it, can be found again in another version."""
    return Place(
        passage.article,
        passage.field,
        one_line(passage.quote),
        one_line(words.quote) if words else "",
        passage.span.start,
    )


def places_of(finding: Finding) -> tuple[Place, ...]:
    """What a finding rests on: its values, else its evidence."""
    values = [value for value in finding.values if value is not None]
    if not values:
        return tuple(map(place_of, finding.evidence))
    return tuple(place_of(_around(value, finding), value) for value in values)


def _around(value: Evidence, finding: Finding) -> Evidence:
    """The sentence around a value."""
    return next(
        (
            evidence
            for evidence in finding.evidence
            if (evidence.article, evidence.field) == (value.article, value.field)
            and value.span in evidence.span
        ),
        value,
    )


def judged(comparison: Comparison, said: Sequence[Judgement]) -> Comparison:
    """The comparison without hidden findings; those that were kept are the first ones."""
    spoken = _spoken_of(comparison, said)
    if not spoken:
        return comparison
    reports = tuple(_without_hidden(report, spoken) for report in comparison.reports)
    kept = tuple(f.id for f in comparison.findings if spoken.get(f.id) == "keep")
    others = [id for id in first(reports) if id not in kept]
    return replace(
        comparison,
        reports=reports,
        first=(*kept, *others[: max(0, MOST - len(kept))]),
        hidden=tuple(f for f in comparison.findings if spoken.get(f.id) == "hide"),
        kept=kept,
    )


def word_on(
    finding: Finding, articles: Iterable[str], said: Sequence[Judgement]
) -> Judgement | None:
    """The last judgement that is about a finding of a comparison of these articles."""
    compared = frozenset(articles)
    places = _keys(places_of(finding), compared)
    for judgement in reversed(said):
        if (
            judgement.act in ("hide", "keep")
            and (judgement.lens, judgement.kind) == (finding.lens, finding.kind)
            and _keys(judgement.places, compared) == places
        ):
            return judgement
    return None


def _spoken_of(comparison: Comparison, said: Sequence[Judgement]) -> Mapping[str, JudgementAct]:
    found: dict[str, JudgementAct] = {}
    if any(judgement.act in ("hide", "keep") for judgement in said):
        for finding in comparison.findings:
            if word := word_on(finding, comparison.articles, said):
                found[finding.id] = word.act
    return found


def _keys(places: Iterable[Place], compared: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """Places without their offsets, which change with versions, of the compared articles."""
    return frozenset(
        (place.article, place.field, place.passage, place.words)
        for place in places
        if place.article in compared
    )


def _without_hidden(report: LensReport, spoken: Mapping[str, JudgementAct]) -> LensReport:
    left = tuple(f for f in report.findings if spoken.get(f.id) != "hide")
    if len(left) == len(report.findings):
        return report
    hidden = f"{len(report.findings) - len(left)} hidden"
    return replace(report, findings=left) if left else LensReport(report.name, "none", hidden)
