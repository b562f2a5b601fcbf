"""Which facts differ? Figures, dates, roles and spellings of the same things."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from reader.framing.facts.ages import ages
from reader.framing.facts.amounts import amounts
from reader.framing.facts.claims import Claim, findings
from reader.framing.facts.days import days
from reader.framing.facts.ground import Ground
from reader.framing.facts.own import own_clashes
from reader.framing.facts.parents import parents
from reader.framing.facts.roles import roles
from reader.framing.facts.spelled import respelled
from reader.framing.facts.victims import victims
from reader.framing.lens import Case
from reader.model import LensReport


@dataclass(frozen=True)
class Facts:
    """Which facts differ?"""

    name: str = "facts"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Compare what the articles say of the same things, two by two."""
        ground = Ground(case)
        claims: list[Claim] = []
        for a, b in combinations(range(len(case.documents)), 2):
            claims += amounts(ground, a, b)
            claims += days(ground, a, b)
            claims += roles(ground, a, b)
            claims += ages(ground, a, b)
            claims += parents(ground, a, b)
            if case.one_event:
                claims += victims(ground, a, b)
        claims += respelled(ground)
        for column in range(len(case.documents)):
            claims += own_clashes(ground, column)
        found = findings(claims, case.documents)
        return LensReport(self.name, "found" if found else "none", findings=found)


LENS = Facts()
