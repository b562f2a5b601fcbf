"""The findings as a table: a question a row, an article a column; narrow: one line a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Comparison, Finding
from reader.ui.draw import Line, clip, cut, fit, pad, spread
from reader.ui.findings import cell, contrast, in_order, question, signed, tally, verdict
from reader.ui.lineview import LineView

MOST_A_LENS = 5
NARROWEST_COLUMN = 20


@dataclass(frozen=True, slots=True)
class TableRow:
    """A lens head, a finding, or how many more there are."""

    head: str = ""
    words: str = ""
    count: int = 0
    finding: Finding | None = None
    more: str = ""
    """The lens whose further findings → shows."""


def table_rows(comparison: Comparison, opened: set[str]) -> list[TableRow]:
    """The rows of a comparison, what stands first at the top; `opened` lenses in full."""
    rows: list[TableRow] = []
    by_id = {finding.id: finding for finding in comparison.findings}
    first = [by_id[id] for id in comparison.first if id in by_id]
    if first:
        rows.append(TableRow("First"))
        rows += [TableRow(finding=finding) for finding in first]
    silent: list[TableRow] = []
    for head, words, findings in in_order(comparison):
        if not findings:
            if not words.endswith("not built yet"):
                silent.append(TableRow(head, words))
            continue
        rows.append(TableRow(head, tally(findings), count=len(findings)))
        most = len(findings) if head in opened else MOST_A_LENS
        rows += [TableRow(finding=finding) for finding in findings[:most]]
        if len(findings) > most:
            rows.append(TableRow(more=head, count=len(findings) - most))
    return [*rows, *silent]


def columns_of(cells: int, articles: int) -> tuple[int, int]:
    """Cells of the questions and of each article's column; (0, 0) where columns do not fit."""
    asked = max(26, min(44, cells // 4))
    each = (cells - asked) // max(1, articles)
    return (asked, each) if each >= NARROWEST_COLUMN and cells >= 99 else (0, 0)


class FindingsView(LineView):
    """The table of findings."""

    ALLOW_SELECT = False  # rows are chosen; what is copied is the current one

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[TableRow] = ()
        self._articles = 2

    def show(self, rows: Sequence[TableRow], articles: int, cursor: int | None = None) -> None:
        """Put up these rows; the cursor on the first finding unless told."""
        self._rows, self._articles = rows, articles
        first = next((i for i, row in enumerate(rows) if row.finding), 0)
        self.reset(first if cursor is None else cursor)
        if cursor is None:
            self.scroll_to(y=0, animate=False, immediate=True)

    @property
    def row(self) -> TableRow | None:
        """The current row."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def finding(self) -> Finding | None:
        """The current finding."""
        return self.row.finding if self.row else None

    def count(self) -> int:
        """Rows."""
        return len(self._rows)

    def selectable(self, item: int) -> bool:
        """Findings, and what leads to more of them."""
        row = self._rows[item] if 0 <= item < len(self._rows) else None
        return row is not None and bool(row.finding or row.more)

    def place(self) -> str:
        """`6 of 34`: the findings counted in the order of the table."""
        findings = [row for row in self._rows if row.finding]
        at = sum(row.finding is not None for row in self._rows[: self.cursor + 1])
        return f"{at} of {len(findings)}" if findings else ""

    def step(self, by: int) -> None:
        """To the first finding of the next or previous lens."""
        heads = [
            i for i, row in enumerate(self._rows) if (row.head and row.count) or row.head == "First"
        ]
        if by > 0:
            target = next((i for i in heads if i > self.cursor), None)
        else:
            before = [i for i in heads if i < self.cursor - 1]
            target = before[-1] if before else None
        if target is not None:
            self.cursor = target + 1

    def draw(self, line: int, cells: int) -> Line:
        """One row."""
        row = self._rows[line]
        if row.head:
            said: Line = [(f"  {row.words}", "dim")] if row.words else []
            return clip([(row.head, "strong"), *said], cells)
        asked, each = columns_of(cells + 1, self._articles)
        if row.more:
            more: Line = [("  ", "text"), (f"{row.count} more: ", "dim"), ("→", "accent")]
            return (
                self._across(pad(more, asked - 1), [[]] * self._articles, each) if asked else more
            )
        assert row.finding is not None
        if not asked:
            return self._narrow(row.finding, cells)
        said = [(verdict(row.finding) + " ", "dim")] if verdict(row.finding) else []
        room = asked - 4 - len(verdict(row.finding)) - 1
        left: Line = [*signed(row.finding), (cut(question(row.finding), room), "text")]
        values = [cell(row.finding, i, each - 3) for i in range(self._articles)]
        return self._across(spread(left, said, asked - 1), values, each)

    def beyond(self, cells: int) -> Line:
        """The rules between the columns go on."""
        asked, each = columns_of(cells + 1, self._articles)
        return self._across(pad([], asked - 1), [[]] * self._articles, each) if asked else []

    def _narrow(self, finding: Finding, cells: int) -> Line:
        asked = max(14, cells // 4)
        said: Line = [(verdict(finding) + " ", "dim")] if verdict(finding) else []
        room = cells - asked - 4 - (len(verdict(finding)) + 2 if said else 0)
        left: Line = [
            *signed(finding),
            (fit(question(finding), asked), "text"),
            (" ", "text"),
            *clip(contrast(finding, room), room),
        ]
        return spread(left, said, cells)

    def _across(self, left: Line, values: Sequence[Line], each: int) -> Line:
        line = list(left)
        for value in values:
            line += [("│ ", "rule"), *pad(value, each - 2)]
        return line
