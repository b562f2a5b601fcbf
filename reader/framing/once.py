"""One thing found by two lenses is listed once, among the facts.

So is a label that is but a role, and an amount that others give otherwise: it is not only here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.model import Evidence, Finding, LensReport
from reader.text.stopwords import STOP
from reader.text.tokens import folded_words

_MORE = 2  # the name of an organisation


def once(reports: Sequence[LensReport]) -> tuple[LensReport, ...]:
    """The reports without what `facts` tells: labels that are but a role, amounts that differ."""
    known = [f for report in reports if report.name == "facts" for f in report.findings]
    told = {"labels": _is_role, "only-here": _is_amount}
    return tuple(
        _without(report, known, told[report.name]) if report.name in told else report
        for report in reports
    )


def _without(
    report: LensReport, facts: Sequence[Finding], told: Callable[[Finding, Finding], bool]
) -> LensReport:
    kept = tuple(f for f in report.findings if not any(told(f, fact) for fact in facts))
    if len(kept) == len(report.findings):
        return report
    return replace(report, state="found" if kept else "none", findings=kept)


def _is_amount(alone: Finding, fact: Finding) -> bool:
    """Whether it is a figure of which a fact says what another article has instead."""
    shown = [value for value in alone.values if value is not None]
    given = [value for value in fact.values if value is not None]
    return (
        alone.kind == "amount"
        and len(given) > 1
        and any(o.article == t.article and o.span.overlaps(t.span) for o in shown for t in given)
    )


def _is_role(label: Finding, role: Finding) -> bool:
    return role.kind == "role" and _tells(label, role) and _no_more(label, role)


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
