"""The findings as a table: a question a row, an article a column; narrow: one line a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

from reader.exporting.wording import TITLES
from reader.model import Comparison, Finding
from reader.ui.draw import Line, clip, cut, fit, pad, spread
from reader.ui.findings import (
    cell,
    contrast,
    in_order,
    question,
    shown_first,
    signed,
    tally,
    verdict,
)
from reader.ui.lineview import LineView

NARROWEST_COLUMN = 20
FOLDED = frozenset(TITLES[name] for name in ("sources", "loaded", "order"))
"""Lenses that claim nothing: they count what is there."""
HIDDEN = "Hidden"
Fold = Literal["", "folded", "open"]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A lens head, a finding, or how many more there are."""

    head: str = ""
    words: str = ""
    count: int = 0
    finding: Finding | None = None
    more: str = ""
    """The lens whose further findings → shows."""
    fold: Fold = ""
    """Whether the findings below a head are shown, where that is left to the person."""
    said: str = ""
    """What the person said of the finding: `kept` or `hidden`."""


def table_rows(comparison: Comparison, opened: set[str]) -> list[TableRow]:
    """The rows of a comparison, what stands first at the top; `opened` lenses in full.

    While no lens has looked yet, their names and that they are looking.
    """
    if not comparison.reports:
        return [TableRow(head, "looking …") for head in TITLES.values()]
    rows: list[TableRow] = []
    by_id = {finding.id: finding for finding in comparison.findings}
    first = [by_id[id] for id in comparison.first if id in by_id]
    if first:
        rows.append(TableRow("First"))
        rows += [_row(finding, comparison) for finding in first]
    silent: list[TableRow] = []
    for head, words, findings in in_order(comparison):
        if findings:
            rows += _of_lens(head, findings, comparison, opened)
        elif not words.endswith("not built yet"):
            silent.append(TableRow(head, words))
    if comparison.hidden:
        silent += _folding(HIDDEN, comparison.hidden, comparison, opened)
    return [*rows, *silent]


def _of_lens(
    head: str, findings: Sequence[Finding], comparison: Comparison, opened: set[str]
) -> list[TableRow]:
    """The findings that set the articles apart; what all have alike only when asked."""
    if head in FOLDED:
        return _folding(head, findings, comparison, opened)
    shown, more = shown_first(findings)
    if head in opened:
        shown, more = findings, ""
    rows = [TableRow(head, tally(findings), count=len(findings))]
    rows += [_row(finding, comparison) for finding in shown]
    if more:
        rows.append(TableRow(words=more, more=head, count=len(findings) - len(shown)))
    return rows


def _folding(
    head: str, findings: Sequence[Finding], comparison: Comparison, opened: set[str]
) -> list[TableRow]:
    """A head that shows its findings only when asked."""
    fold: Fold = "open" if head in opened else "folded"
    rows = [TableRow(head, str(len(findings)), count=len(findings), more=head, fold=fold)]
    if fold == "open":
        rows += [_row(finding, comparison) for finding in findings]
    return rows


def _row(finding: Finding, comparison: Comparison) -> TableRow:
    kept, hidden = finding.id in comparison.kept, finding in comparison.hidden
    return TableRow(finding=finding, said="kept" if kept else "hidden" if hidden else "")


def columns_of(cells: int, articles: int) -> tuple[int, int]:
    """Cells of the questions and of each article's column; (0, 0) where columns do not fit."""
    asked = max(26, min(44, cells // 4))
    each = (cells - asked) // max(1, articles)
    return (asked, each) if each >= NARROWEST_COLUMN and cells >= 99 else (0, 0)


def words_of(row: TableRow) -> str:
    """The fixed words at the right of a finding: what the person said of it, and its verdict."""
    said = {"kept": "★", "hidden": "hidden", "": ""}[row.said]
    fixed = verdict(row.finding) if row.finding else ""
    return f"{said} {fixed}".strip()


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

    def show_again(self, rows: Sequence[TableRow]) -> None:
        """Put up other rows of the same articles; the cursor stays at its finding, or near."""
        before, at = self.finding, self.cursor
        self._rows = rows
        if before is not None:
            same = [i for i, row in enumerate(rows) if row.finding and row.finding.id == before.id]
            at = min(same, key=lambda i: abs(i - at), default=at)
        near = sorted(range(len(rows)), key=lambda i: (abs(i - at), i))
        self.reset(next((i for i in near if self.selectable(i)), 0))

    def seek(self, column: int, offset: int) -> None:
        """To a finding that rests on a place of an article, or near it."""
        found = [
            (abs(value.span.start - offset), i)
            for i, row in enumerate(self._rows)
            if row.finding
            for value in row.finding.values[column : column + 1]
            if value is not None and value.field == "text"
        ]
        if found:
            self.cursor = min(found)[1]

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
        stops = [i if self._rows[i].fold else i + 1 for i in heads]
        if by > 0:
            target = next((i for i in stops if i > self.cursor), None)
        else:
            target = next((i for i in reversed(stops) if i < self.cursor), None)
        if target is not None:
            self.cursor = target

    def draw(self, line: int, cells: int) -> Line:
        """One row."""
        row = self._rows[line]
        if row.head:
            said: Line = [(f"  {row.words}", "dim")] if row.words else []
            if row.fold:
                said += [(": ", "dim"), ("→", "accent")] if row.fold == "folded" else []
            sign = {"": "", "folded": "▸ ", "open": "▾ "}[row.fold]
            return clip([(sign, "accent"), (row.head, "strong"), *said], cells)
        asked, each = columns_of(cells + 1, self._articles)
        if row.more:
            more: Line = [("  ", "text"), (f"{row.words}: ", "dim"), ("→", "accent")]
            return (
                self._across(pad(more, asked - 1), [[]] * self._articles, each) if asked else more
            )
        assert row.finding is not None
        if not asked:
            return self._narrow(row, cells)
        words = words_of(row)
        said = [(words + " ", "dim")] if words else []
        room = asked - 4 - cell_len(words) - 1
        left: Line = [*signed(row.finding), (cut(question(row.finding), room), "text")]
        values = [cell(row.finding, i, each - 3) for i in range(self._articles)]
        return self._across(spread(left, said, asked - 1), values, each)

    def beyond(self, cells: int) -> Line:
        """The rules between the columns go on."""
        asked, each = columns_of(cells + 1, self._articles)
        return self._across(pad([], asked - 1), [[]] * self._articles, each) if asked else []

    def _narrow(self, row: TableRow, cells: int) -> Line:
        finding, words = row.finding, words_of(row)
        assert finding is not None
        asked = max(14, cells // (3 if self.in_words else 4))
        said: Line = [(words + " ", "dim")] if words else []
        room = cells - asked - 4 - (cell_len(words) + 2 if said else 0)
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
