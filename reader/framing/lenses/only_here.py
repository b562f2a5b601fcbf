"""What does only one of these articles have? Sentences, quotations, names, amounts, topics."""

from __future__ import annotations

from dataclasses import dataclass

from reader.framing.alone.amounts import amounts
from reader.framing.alone.conditions import conditions
from reader.framing.alone.ground import LESSER, Ground
from reader.framing.alone.names import names
from reader.framing.alone.quotations import quotations
from reader.framing.alone.sentences import sentences
from reader.framing.alone.topics import topics
from reader.framing.core import core
from reader.framing.elsewhere import Elsewhere
from reader.framing.lens import Case
from reader.framing.subject import aside, said_aside
from reader.model import Finding, LensReport

_MOST = 16  # of one article; more would be a copy of it
_TOLD = ("quote", "passage")


@dataclass(frozen=True)
class OnlyHere:
    """What does only one of these articles have?"""

    name: str = "only-here"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Look through every article for what none of the others has in any form."""
        shared = core(case.documents, one_event=case.one_event)
        if not shared:
            return LensReport(self.name, "cannot-say", "no subject in common")
        words = case.vocabularies
        grounds = [
            Ground(case, column, shared, Elsewhere((*words[:column], *words[column + 1 :])))
            for column in range(len(case.documents))
        ]
        # All that a text about something else says would be "only here".
        others = aside(case, shared)
        about = [ground for ground in grounds if ground.column not in others]
        if not about and case.one_event:
            # They are about it together, each in its own words: so it was in 3 of 3 that were read.
            others, about = frozenset(), grounds
        if not about:
            return LensReport(self.name, "cannot-say", "these texts are mostly about other things")
        found = tuple(finding for ground in about for finding in _alone(ground))
        return LensReport(self.name, "found" if found else "none", said_aside(others, case), found)


LENS = OnlyHere()


def _alone(ground: Ground) -> list[Finding]:
    found = [
        finding
        for kind in (quotations, sentences, conditions, names, amounts, topics)
        for finding in kind(ground)
    ]
    told = [f for f in found if f.kind in _TOLD]
    kept = [f for f in found if f.kind not in _TOLD or not any(_repeats(f, o) for o in told)]
    return sorted(kept, key=lambda finding: -finding.weight)[:_MOST]


def _repeats(finding: Finding, other: Finding) -> bool:
    """Whether a passage is what an own quotation shows, or the other way if that tells more.

    Of a sentence and the terms that stand in it the sentence is kept.
    """
    if not finding.evidence[0].span.overlaps(other.evidence[0].span):
        return False
    if _is_a(finding) == _is_a(other):
        return False
    return _place(other) < _place(finding)


def _is_a(finding: Finding) -> tuple[str, bool]:
    value = next(value for value in finding.values if value)
    return finding.kind, value.span == finding.evidence[0].span


def _place(finding: Finding) -> tuple[bool, float, bool, bool]:
    kind, whole = _is_a(finding)
    lesser = finding.weight <= LESSER
    return lesser, -finding.weight * lesser, kind == "passage", not whole
