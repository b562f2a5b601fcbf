"""What do the other articles of an event have that this one never says?"""

from __future__ import annotations

from dataclasses import dataclass

from reader.framing.lens import Case
from reader.framing.missing.columns import Columns
from reader.framing.missing.names import names
from reader.framing.missing.topics import topics
from reader.framing.subject import said_aside
from reader.model import LensReport


@dataclass(frozen=True)
class LeftOut:
    """What do the other articles of an event have that this one never says?

    Names and two-word topics only: of single words two in eighteen were worth knowing.
    """

    name: str = "left-out"
    needs_one_event: bool = True

    def look(self, case: Case) -> LensReport:
        """Look for what at least half of the articles say and the others in no form."""
        columns = Columns(case)
        if not columns.case.core:
            return LensReport(self.name, "cannot-say", "no subject in common")
        if len(columns.aside) >= len(case.documents) - 1:
            return LensReport(self.name, "cannot-say", "these texts are mostly about other things")
        if not columns.judged:
            return LensReport(self.name, "cannot-say", "too short to leave anything out")
        found = (*names(columns), *topics(columns))
        reason = said_aside(columns.aside, case)
        return LensReport(self.name, "found" if found else "none", reason, found)


LENS = LeftOut()
