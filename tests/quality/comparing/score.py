"""Counts of claims and labels.

A claim holds if its words overlap words of one label in every article that the claim quotes. What
overlaps no label is false where the labels of a lens are all there are, else it is left unjudged.
Precision counts claims, recall counts labels.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Score:
    """Counts of one lens, and what was missed or claimed in error."""

    true: int = 0
    false: int = 0
    unjudged: int = 0
    found: int = 0
    wanted: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    traps: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """The share of judged claims that hold; None if there are none."""
        return self.true / (self.true + self.false) if self.true + self.false else None

    @property
    def recall(self) -> float | None:
        """The share of labels that are found; None if there are none."""
        return self.found / self.wanted if self.wanted else None

    def claim(self, holds: bool | None, told: str) -> None:
        """Count a claim; None is one that cannot be judged."""
        if holds is None:
            self.unjudged += 1
        elif holds:
            self.true += 1
        else:
            self.false += 1
            self.wrong.append(told)

    def want(self, found: bool, told: str) -> None:
        """Count a label."""
        self.wanted += 1
        self.found += found
        if not found:
            self.missed.append(told)
