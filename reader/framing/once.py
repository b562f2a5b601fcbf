"""One thing found by two lenses is listed once: a label that is but a role, as the role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Evidence, Finding, LensReport
from reader.text.stopwords import STOP
from reader.text.tokens import folded_words

_MORE = 2  # the name of an organisation


def once(reports: Sequence[LensReport]) -> tuple[LensReport, ...]:
    """The reports without those labels that say hardly more than a role in `facts` does."""
    roles = [f for report in reports if report.name == "facts" for f in report.findings]
    roles = [finding for finding in roles if finding.kind == "role"]
    return tuple(
        _without(report, roles) if report.name == "labels" else report for report in reports
    )


def _without(report: LensReport, roles: Sequence[Finding]) -> LensReport:
    kept = tuple(
        finding
        for finding in report.findings
        if not any(_tells(finding, role) and _no_more(finding, role) for role in roles)
    )
    if len(kept) == len(report.findings):
        return report
    return replace(report, state="found" if kept else "none", findings=kept)


def _no_more(label: Finding, role: Finding) -> bool:
    """Whether the labels have hardly a word beside the role, but for whose it is."""
    pairs = zip(label.values, role.values, strict=True)
    return all(
        theirs is not None and len(_content(ours) - _content(theirs)) <= _MORE
        for ours, theirs in pairs
        if ours is not None
    )


def _content(words: Evidence) -> set[str]:
    return set(folded_words(words.quote)) - STOP - {"former"}


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
