"""When events were reported: dates on one line of cells, the scale fitting what is in sight."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reader.model import When
from reader.ui.draw import Line


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of days laid over so many cells."""

    first: date
    days: int
    """Days from the first to the last cell, 1 or more."""
    cells: int

    @classmethod
    def over(cls, dates: Iterable[When], cells: int) -> Scale | None:
        """The scale that shows all of these dates; None without any."""
        known = [when for when in dates if when.exact]
        if not known or cells < 8:
            return None
        first = min(when.first for when in known)
        last = max(when.last for when in known)
        return cls(first, max(1, (last - first).days), cells)

    def cell(self, day: date) -> int:
        """The cell of a day."""
        return round((day - self.first).days * (self.cells - 1) / self.days)

    def ticks(self) -> Line:
        """Days written along the scale, a few with room between them."""
        text = [" "] * self.cells
        end = 0
        steps = max(2, self.cells // 10)
        seen = ""
        for step in range(steps):
            day = self.first + timedelta(days=round(self.days * step / (steps - 1)))
            month = f" {day:%b}" if f"{day:%b}" != seen else ""
            year = f" {day.year}" if self.days > 300 and month else ""
            label = f"{day.day}{month}{year}"
            at = min(self.cell(day), self.cells - len(label))
            if at >= end:
                text[at : at + len(label)] = label
                end = at + len(label) + 1
                seen = f"{day:%b}"
        return [("".join(text[: self.cells]), "dim")]

    def line(self, dates: Iterable[When]) -> Line:
        """`●━●` from the first to the last of an event's dates; words where none is exact."""
        known = sorted((when for when in dates if when.exact), key=lambda when: when.first)
        if not known:
            return [("no date", "dim")]
        first, last = self.cell(known[0].first), self.cell(known[-1].last)
        text = " " * first + "●"
        if last > first:
            text += "━" * (last - first - 1) + "●"
        return [(text, "accent")]
