"""What does only one of these articles have? Sentences, quotations, names, amounts, topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.framing.alone.amounts import amounts
from reader.framing.alone.ground import Ground
from reader.framing.alone.names import names
from reader.framing.alone.quotations import quotations
from reader.framing.alone.sentences import sentences
from reader.framing.alone.topics import topics
from reader.framing.core import core
from reader.framing.elsewhere import Elsewhere, Vocabulary
from reader.framing.lens import Case
from reader.model import Finding, LensReport

_MOST = 8  # of one article; more would be a copy of it
# A text that touches the shared subject in fewer of its passages is about something else: all
# that it says would be "only here".
_ON_SUBJECT = 0.1


@dataclass(frozen=True)
class OnlyHere:
    """What does only one of these articles have?"""

    name: str = "only-here"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Look through every article for what none of the others has in any form."""
        shared = core(case.documents)
        if not shared:
            return LensReport(self.name, "cannot-say", "no subject in common")
        words = [Vocabulary(document) for document in case.documents]
        grounds = [
            Ground(case, column, shared, Elsewhere((*words[:column], *words[column + 1 :])))
            for column in range(len(case.documents))
        ]
        about = [ground for ground in grounds if _on_subject(ground)]
        if not about:
            return LensReport(self.name, "cannot-say", "these texts are mostly about other things")
        found = tuple(finding for ground in about for finding in _alone(ground))
        aside = len(grounds) - len(about)
        reason = f"{aside} of {len(grounds)} mostly about something else" if aside else ""
        return LensReport(self.name, "found" if found else "none", reason, found)


LENS = OnlyHere()


def _on_subject(ground: Ground) -> bool:
    passages = [i for i, stems in enumerate(ground.stems) if stems]
    touching = sum(ground.touches(i) > 0 for i in passages)
    return touching >= _ON_SUBJECT * len(passages)


def _alone(ground: Ground) -> Iterator[Finding]:
    found: list[Finding] = []
    for kind in (quotations, sentences, names, amounts, topics):
        for finding in kind(ground):
            if not any(_repeats(finding, other) for other in found):
                found.append(finding)
    return iter(found[:_MOST])


def _repeats(finding: Finding, other: Finding) -> bool:
    """Whether a sentence is what an own quotation already shows."""
    return (
        finding.kind == "passage"
        and other.kind == "quote"
        and finding.evidence[0].span.overlaps(other.evidence[0].span)
    )
