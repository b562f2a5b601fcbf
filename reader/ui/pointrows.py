"""The rows of the points view: aligned passages, and between them those that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reader.alignment.corrected import kept_apart
from reader.model import Certainty, Evidence, Finding, Point, Span
from reader.text.document import Document
from reader.text.sentences import Passage
from reader.text.shown import as_read
from reader.ui.desk import Sheet
from reader.ui.findings import question
from reader.ui.marks import Mark, margin
from reader.ui.shared import shared_spans, shared_words
from reader.ui.shelf import LETTERS
from reader.ui.signs import DIFFERS, QUOTE, SHARED, SILENT, Sign
from reader.ui.silences import Silences

FACTS = ("amount", "count", "share", "age", "duration", "date")
"""Kinds of facts whose sentences are worth setting side by side."""


@dataclass(frozen=True)
class PointRow:
    """One row: a passage or None per article."""

    passages: tuple[Evidence | None, ...]
    certainty: Certainty
    point: Point | None = None
    """None where a finding brought the passages together, or only one article has one."""

    @property
    def alone(self) -> bool:
        """Whether only one article has a passage."""
        return sum(passage is not None for passage in self.passages) == 1

    @property
    def owner(self) -> int:
        """The first column that has a passage."""
        return next(i for i, passage in enumerate(self.passages) if passage is not None)


class PointSheet:
    """All rows of a comparison, with what their drawing needs, found when first asked for."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.documents = [Document(page.article) for page in sheet.pages]
        self.marks = [margin(sheet.comparison, i) for i in range(len(sheet.pages))]
        self._labels: dict[int, tuple[Sign, str]] = {}
        self._pairs: dict[tuple[int, int], list[tuple[Span, Span]]] = {}
        self._gaps: dict[tuple[int, int], tuple[str, int | None]] = {}

    @cached_property
    def rows(self) -> list[PointRow]:
        """Shared rows in the order of the texts; what stands alone follows its last neighbour."""
        shared = self._shared_rows()
        placed: list[tuple[tuple[int, int, int], PointRow]] = [
            ((i, -1, 0), row) for i, row in enumerate(shared)
        ]
        for column, document in enumerate(self.documents):
            taken = [
                (i, passage.span)
                for i, row in enumerate(shared)
                if (passage := row.passages[column]) is not None
            ]
            for alone in document.passages:
                if alone.heading or any(s.overlaps(alone.span) for _, s in taken):
                    continue
                before = [(s.start, i) for i, s in taken if s.start < alone.span.start]
                anchor = max(before)[1] if before else -1
                cells: list[Evidence | None] = [None] * len(self.documents)
                cells[column] = document.cut(alone.span)
                row = PointRow(tuple(cells), "sure")
                placed.append(((anchor, column, alone.span.start), row))
        placed.sort(key=lambda entry: entry[0])
        return self._joined([row for _, row in placed])

    def _shared_rows(self) -> list[PointRow]:
        """The points, and rows for shared quotations and facts that no point holds."""
        rows = [
            PointRow(point.passages, point.certainty, point)
            for point in self.sheet.comparison.points
        ]
        for finding in self.sheet.comparison.findings:
            if finding.lens in ("quotes", "facts") and finding.kind in ("quote", *FACTS):
                row = self._row_of(finding)
                if row is None:
                    continue
                at = next((i for i, known in enumerate(rows) if _crosses(row, known)), None)
                if at is None:
                    rows.append(row)
                else:
                    rows[at] = self._filled(rows, at, row)
        return sorted(rows, key=self._place)

    @cached_property
    def _apart(self) -> tuple[tuple[tuple[int, Span], tuple[int, Span]], ...]:
        """Passages that a person said do not say the same."""
        return kept_apart(self.documents, self.sheet.said)

    @staticmethod
    def _parted(cells: Sequence[Evidence | None], *ends: tuple[int, Span]) -> bool:
        return all(
            (cell := cells[column]) is not None and cell.span.overlaps(span)
            for column, span in ends
        )

    def _filled(self, rows: list[PointRow], at: int, other: PointRow) -> PointRow:
        """A row with its gaps filled from another one of the same matter."""
        known = rows[at]
        taken = [p.span for i, row in enumerate(rows) if i != at for p in row.passages if p]
        cells = list(known.passages)
        for column, passage in enumerate(other.passages):
            if cells[column] is None and passage is not None and passage.span not in taken:
                cells[column] = passage
                if any(self._parted(cells, one, end) for one, end in self._apart):
                    cells[column] = None
        return replace(known, passages=tuple(cells))

    def _row_of(self, finding: Finding) -> PointRow | None:
        """The sentences that a finding sets side by side; None with fewer than two."""
        cells: list[Evidence | None] = []
        for column, value in enumerate(finding.values):
            inside = value is not None and value.field == "text"
            cells.append(
                self.documents[column].sentence_around(value.span) if inside and value else None
            )
        if any(self._parted(cells, one, other) for one, other in self._apart):
            return None
        if sum(cell is not None for cell in cells) < 2:
            return None
        return PointRow(tuple(cells), finding.certainty)

    def _place(self, row: PointRow) -> float:
        """Where a row stands, as the share of the text before it in its first column."""
        passage = row.passages[row.owner]
        assert passage is not None
        return passage.span.start / max(1, len(self.documents[row.owner].text))

    def _joined(self, rows: list[PointRow]) -> list[PointRow]:
        """Neighbouring sentences of one paragraph that stand alone are one row."""
        joined: list[PointRow] = []
        for row in rows:
            last = joined[-1] if joined else None
            if last is not None and last.alone and row.alone:
                column = row.owner
                before, here = last.passages[column], row.passages[column]
                if before is not None and here is not None and self._together(column, before, here):
                    cells = list(row.passages)
                    span = Span(before.span.start, here.span.end)
                    cells[column] = self.documents[column].cut(span)
                    joined[-1] = PointRow(tuple(cells), "sure")
                    continue
            joined.append(row)
        return joined

    def _together(self, column: int, before: Evidence, here: Evidence) -> bool:
        between = self.documents[column].text[before.span.end : here.span.start]
        return "\n" not in between and len(here.span) + len(before.span) < 600

    def label(self, index: int) -> tuple[Sign, str]:
        """The strongest sign of a row and what it is about."""
        if index not in self._labels:
            self._labels[index] = self._label(self.rows[index])
        return self._labels[index]

    def _label(self, row: PointRow) -> tuple[Sign, str]:
        best = _strongest(self.marks, row)
        if best is not None and best.finding is not None:
            return best.sign, _about(best.finding, row)
        if not row.alone:
            return SHARED, shared_words(row.passages, self.sheet)
        return SILENT, f"{LETTERS[row.owner]} alone"

    def certainty(self, index: int) -> Certainty:
        """How sure is what the label of a row says.

        A quotation or a figure of two passages is as sure as its finding, however these are paired.
        """
        row = self.rows[index]
        best = _strongest(self.marks, row)
        if best is None or best.finding is None:
            return row.certainty
        pairs = zip(best.finding.values, row.passages, strict=False)
        told = sum(
            value is not None and passage is not None and value.span.overlaps(passage.span)
            for value, passage in pairs
        )
        return best.finding.certainty if told > 1 else row.certainty

    def shared(self, row: PointRow) -> list[list[Span]]:
        """The words that passages of the row share, per column."""
        if row.alone:
            return [[] for _ in row.passages]
        return shared_spans(row.passages, self.sheet)

    def underlined(self, column: int, passage: Evidence) -> list[Mark]:
        """The marks of findings within a passage."""
        return [
            mark
            for mark in self.marks[column]
            if mark.finding is not None and mark.span.overlaps(passage.span)
        ]

    def gap(self, index: int, column: int) -> tuple[str, int | None]:
        """What an empty cell says, and the offset of the nearest mention, if there is one."""
        key = (index, column)
        if key not in self._gaps:
            self._gaps[key] = self._silences.of(self.rows[index].passages, column)
        return self._gaps[key]

    @cached_property
    def _silences(self) -> Silences:
        return Silences(self.sheet, self.documents, self.marks)

    def row_at(self, column: int, offset: int) -> int | None:
        """The row that holds a place of an article."""
        for index, row in enumerate(self.rows):
            passage = row.passages[column]
            if passage is not None and passage.span.start <= offset < passage.span.end:
                return index
        return None

    def pairs(self, column: int, other: int) -> list[tuple[Span, Span]]:
        """What two articles both have, in the order of the first of them."""
        key = (column, other)
        if key not in self._pairs:
            both = [
                (here.span, there.span)
                for row in self.rows
                if (here := row.passages[column]) and (there := row.passages[other])
            ]
            self._pairs[key] = sorted(both)
        return self._pairs[key]

    def passages(self, column: int) -> tuple[Passage, ...]:
        """The passages of an article."""
        return self.documents[column].passages


def _crosses(row: PointRow, other: PointRow) -> bool:
    """Whether two rows have a passage in common."""
    return any(
        a is not None and b is not None and a.span.overlaps(b.span)
        for a, b in zip(row.passages, other.passages, strict=True)
    )


def differs(sign: Sign) -> bool:
    """Whether a row is a difference that `J` stops at."""
    return sign not in (SHARED, SILENT) and sign.symbol != "+"


FILTERS = ("all points", "shared", "only one", "differing")


def _strongest(every: Sequence[Sequence[Mark]], row: PointRow) -> Mark | None:
    """The strongest mark of a finding in the passages of a row."""
    marks = [
        mark
        for column, passage in enumerate(row.passages)
        if passage is not None
        for mark in every[column]
        if mark.finding is not None and mark.span.overlaps(passage.span)
    ]
    return min(marks, key=lambda mark: mark.strength, default=None)


def _about(finding: Finding, row: PointRow) -> str:
    if finding.lens == "only-here":
        return f"only {LETTERS[row.owner]}"
    values = [as_read(v.quote) for v in finding.values if v is not None]
    short = " | ".join(dict.fromkeys(values)) if finding.lens != "quotes" else ""
    return f"{question(finding)}  {short}".strip() if len(short) < 60 else question(finding)


def filtered(points: PointSheet, chosen: int) -> list[int]:
    """The indexes of the rows that one of the filters lets through."""
    rows = enumerate(points.rows)
    if chosen == 0:
        return [index for index, _ in rows]
    if chosen == 3:
        return [index for index, _ in rows if points.label(index)[0] in (DIFFERS, QUOTE)]
    return [index for index, row in rows if row.alone == (chosen == 2)]
