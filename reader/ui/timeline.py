"""When events were reported: dates on one line of cells, the scale fitting what is in sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reader.model import When
from reader.ui.draw import Line

NARROWEST = 8
"""Cells below which a scale tells nothing."""
_SPARED = 8
"""One in so many dates may lie outside the scale, where that stretches the others."""
_STRETCH = 4
"""So many times longer a scale must be for a few dates alone to be cut short."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days on which something was reported, at the granularity that is known."""

    exact: tuple[date, date] | None = None
    """The first and the last day, of the dates whose day is known."""
    coarse: tuple[date, date] | None = None
    """The first and the last day that the other dates can mean."""
    words: str = ""
    """The coarse date in words, where there is only one."""

    @classmethod
    def of(cls, dates: Iterable[When]) -> Stretch:
        """The stretch of some dates."""
        exact: list[When] = []
        coarse: list[When] = []
        for when in dates:
            (exact if when.exact else coarse).append(when)
        words = {_coarse_words(when) for when in coarse}
        return cls(_ends(exact), _ends(coarse), words.pop() if len(words) == 1 else "")

    @classmethod
    def over(cls, parts: Iterable[Stretch]) -> Stretch:
        """The stretch of several."""
        parts = list(parts)
        exact = [day for part in parts if part.exact for day in part.exact]
        coarse = [day for part in parts if part.coarse for day in part.coarse]
        return cls(
            (min(exact), max(exact)) if exact else None,
            (min(coarse), max(coarse)) if coarse else None,
        )

    @property
    def ends(self) -> tuple[date, date] | None:
        """The first and the last day that it can mean; None without any date."""
        days = [*(self.exact or ()), *(self.coarse or ())]
        return (min(days), max(days)) if days else None

    @property
    def begins(self) -> tuple[date, date] | None:
        """The first and the last day on which it can have begun; None without any date."""
        if self.ends is None:
            return None
        latest = [self.exact[0]] if self.exact else []
        return self.ends[0], min([*latest, *(self.coarse[1:] if self.coarse else ())])


def _ends(dates: Sequence[When]) -> tuple[date, date] | None:
    if not dates:
        return None
    return min(when.first for when in dates), max(when.last for when in dates)


def _coarse_words(when: When) -> str:
    return when.iso if len(when.iso) == 4 else f"{when.first:%b %Y}"


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of days laid over so many cells."""

    first: date
    days: int
    """Days from the first to the last cell, 1 or more."""
    cells: int

    @classmethod
    def over(cls, stretches: Iterable[Stretch], cells: int) -> Scale | None:
        """The scale for these; None where they have no date or the cells are too few.

        A month counts as wide as it is, a year only where nothing finer is known; a few dates far
        from all others are left outside.
        """
        stretches = list(stretches)
        days = [day for each in stretches for day in each.exact or ()]
        coarse = [each.coarse for each in stretches if each.coarse]
        months = [ends for ends in coarse if not days or (ends[1] - ends[0]).days < 32]
        days += [day for ends in months for day in ends]
        if not days or cells < NARROWEST:
            return None
        first, last = _without_the_far(sorted(days))
        return cls(first, max(1, (last - first).days), cells)

    @property
    def last(self) -> date:
        """The day of the last cell."""
        return self.first + timedelta(days=self.days)

    def cell(self, day: date) -> int:
        """The cell of a day, the first or last one for days outside."""
        at = round((day - self.first).days * (self.cells - 1) / self.days)
        return max(0, min(self.cells - 1, at))

    def ticks(self, this_year: int) -> Line:
        """Days, months or years along the scale, as fine as there is room for."""
        for unit in _UNITS:
            if self.days / unit.days * (unit.least + 1) > self.cells * 1.5:
                continue
            text, shown = self._written(unit.labels(self.first, self.last, this_year))
            if shown > 1:
                return [(text, "dim")]
        return [(self._ends(), "dim")]

    def _ends(self) -> str:
        """The first and the last day, as far as there is room."""
        first = f"{self.first.day} {self.first:%b %Y}"
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        last = f"{self.last.day}" if same else f"{self.last.day} {self.last:%b}"
        if len(first) + 1 + len(last) <= self.cells and self.first != self.last:
            return first + last.rjust(self.cells - len(first))
        return first if len(first) <= self.cells else ""

    def _written(self, labels: Iterable[tuple[date, str]]) -> tuple[str, int]:
        """The labels, each from the cell of its day on, and how many; none where two touch."""
        text, shown = "", 0
        for day, label in labels:
            at = self.cell(day)
            if text and at <= len(text):
                return "", 0
            short = label.rpartition(" ")[0]  # without the year, which follows from the one before
            fitting = [each for each in (label, short) if each and at + len(each) <= self.cells]
            if not fitting:
                break
            text = text.ljust(at) + fitting[0]
            shown += 1
        return text, shown

    def line(self, stretch: Stretch, *, thin: bool = False) -> Line:
        """`●━●` from the first to the last day, `╶╌╌╴` over a month or year of which no day is
        known, `╶──╴` where thin; words where there is no date, or none on the scale.
        """
        ends = stretch.ends
        if ends is None:
            return [("no date", "dim")]
        if ends[1] < self.first:
            return [(f"← {ends[1]:%b %Y}", "dim")]
        if ends[0] > self.last:
            return [(f"{ends[0]:%b %Y} →".rjust(self.cells), "dim")]
        drawn: dict[int, tuple[str, str]] = {}
        if stretch.coarse:
            self._draw(drawn, stretch.coarse, "╶╌╴─", "dim")
            self._write(drawn, stretch.words)
        if stretch.exact:
            signs, key = ("╶─╴─", "dim") if thin else ("●━●●", "accent")
            self._draw(drawn, stretch.exact, signs, key)
        return [drawn.get(at, (" ", "text")) for at in range(max(drawn) + 1)]

    def _draw(
        self, drawn: dict[int, tuple[str, str]], ends: tuple[date, date], signs: str, key: str
    ) -> None:
        """Left end, between, right end, alone: the four signs."""
        if ends[1] < self.first or ends[0] > self.last:
            return
        first, last = self.cell(ends[0]), self.cell(ends[1])
        for at in range(first, last + 1):
            drawn[at] = (signs[1], key)
        drawn[first], drawn[last] = (signs[0], key), (signs[2], key)
        if first == last:
            drawn[first] = (signs[3], key)
        if ends[0] < self.first:
            drawn[first] = ("←", "dim")
        if ends[1] > self.last:
            drawn[last] = ("→", "dim")

    def _write(self, drawn: dict[int, tuple[str, str]], words: str) -> None:
        """Words in the middle of what is drawn, else after or before it, where there is room."""
        first, last = min(drawn), max(drawn)
        at = last + 2
        if words and last - first + 1 >= len(words) + 4:
            at = first + (last - first + 1 - len(words)) // 2
            drawn[at - 1] = drawn[at + len(words)] = (" ", "dim")
        elif at + len(words) > self.cells:
            at = first - 1 - len(words)
        if words and at >= 0:
            drawn.update({at + index: (letter, "dim") for index, letter in enumerate(words)})


def _without_the_far(days: Sequence[date]) -> tuple[date, date]:
    first, last = days[0], days[-1]
    for most in range(1, len(days) // _SPARED + 1):
        for early, late in ((days[most], last), (first, days[-1 - most])):
            if max(1, (late - early).days) * _STRETCH < (last - first).days:
                return early, late
    return first, last


@dataclass(frozen=True, slots=True)
class _Unit:
    """How far apart ticks are: some days of a month, or every so many months."""

    days: int
    """About how many days lie between two."""
    least: int
    """Cells that a label takes at least."""
    of_month: tuple[int, ...] = (1,)
    months: int = 1

    def labels(self, first: date, last: date, this_year: int) -> Iterator[tuple[date, str]]:
        """The ticks on a scale with their words: a month or year is said where it changes."""
        month = None
        year = this_year if first.year == this_year else None
        for day in self._days(first, last):
            new_year = day.year != year
            if self.months > 6:
                label = f"{day.year}"
            elif len(self.of_month) > 1:
                label = f"{day.day}" + (f" {day:%b}" if day.month != month else "")
            else:
                label = f"{day:%b}"
            yield day, label + (f" {day.year}" if new_year and self.months <= 6 else "")
            month, year = day.month, day.year

    def _days(self, first: date, last: date) -> Iterator[date]:
        at = (first.year * 12 + first.month - 1) // self.months * self.months
        while at <= last.year * 12 + last.month - 1:
            for number in self.of_month:
                year, month = divmod(at, 12)
                try:
                    day = date(year, month + 1, number)
                except ValueError:  # no such day in this month
                    continue
                if first <= day <= last:
                    yield day
            at += self.months


_UNITS = (
    _Unit(1, 2, tuple(range(1, 32))),
    _Unit(2, 2, tuple(range(1, 31, 2))),
    _Unit(4, 2, (1, 5, 9, 13, 17, 21, 25, 29)),
    _Unit(7, 2, (1, 8, 15, 22)),
    _Unit(15, 2, (1, 15)),
    *(_Unit(30 * months, 3, months=months) for months in (1, 2, 3, 6)),
    *(_Unit(365 * years, 4, months=12 * years) for years in (1, 2, 5, 10, 20, 50, 100)),
)
