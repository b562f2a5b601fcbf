"""One thing found by two lenses is listed once: a role in the words of the label that has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Evidence, Finding, LensReport
from reader.text.tokens import folded_words


def once(reports: Sequence[LensReport]) -> tuple[LensReport, ...]:
    """The reports without those roles in `facts` of which `labels` tells with more words."""
    labels = [f for report in reports if report.name == "labels" for f in report.findings]
    return tuple(
        _without(report, labels) if report.name == "facts" else report for report in reports
    )


def _without(report: LensReport, labels: Sequence[Finding]) -> LensReport:
    kept = tuple(
        finding
        for finding in report.findings
        if finding.kind != "role" or not any(_tells(label, finding) for label in labels)
    )
    if len(kept) == len(report.findings):
        return report
    return replace(report, state="found" if kept else "none", findings=kept)


def _tells(label: Finding, role: Finding) -> bool:
    """Whether a label of the same person has the role, wherever one is given."""
    pairs = zip(label.values, role.values, strict=True)
    return _surname(label) == _surname(role) and all(
        ours is not None and _has(ours, theirs) for ours, theirs in pairs if theirs is not None
    )


def _surname(finding: Finding) -> str | None:
    words = folded_words(finding.subject.quote) if finding.subject else []
    return words[-1] if words else None


def _has(label: Evidence, role: Evidence) -> bool:
    """Whether the words of a role stand within those of a label, in this place or another."""
    return set(folded_words(role.quote)) <= set(folded_words(label.quote))
