"""The marks in an article's margin: where others say it too, differ, or are silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.model import Certainty, Comparison, Evidence, Finding, Point, Span
from reader.text.sentences import Passage
from reader.ui.draw import Line, Run
from reader.ui.signs import PERHAPS, SHARED, STRENGTH, Sign, sign_of

# How an article begins, and what is counted over the whole of it, is no mark of one line.
_UNMARKED = frozenset({"opening", "quoted", "sources"})
_RANK = {sign.symbol: rank for rank, sign in enumerate(STRENGTH)}


@dataclass(frozen=True, slots=True)
class Mark:
    """One place in an article that other articles have something to say about."""

    span: Span
    """In the text of the article; what is underlined."""
    sign: Sign
    count: int
    """How many other articles are concerned; 0 where only this one has it."""
    certainty: Certainty
    finding: Finding | None = None
    point: Point | None = None

    @property
    def strength(self) -> int:
        """0 is strongest."""
        return _RANK[self.sign.symbol]


def margin(comparison: Comparison, column: int) -> tuple[Mark, ...]:
    """The marks of one column's article, in the order of the text."""
    marks: list[Mark] = []
    for finding in comparison.findings:
        marks += _of_finding(finding, column)
    for point in comparison.points:
        passage = point.passages[column]
        if passage is not None:
            others = sum(p is not None for p in point.passages) - 1
            marks.append(Mark(passage.span, SHARED, others, point.certainty, point=point))
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, mark.strength, mark.span.end)))


def _of_finding(finding: Finding, column: int) -> list[Mark]:
    if column >= len(finding.values) or finding.lens in _UNMARKED:
        return []
    value = finding.values[column]
    if value is None or value.field != "text" or not _marked(finding):
        return []
    others = sum(v is not None for v in finding.values) - 1
    return [Mark(value.span, sign_of(finding), others, finding.certainty, finding)]


def _marked(finding: Finding) -> bool:
    """Whether it is about the words it stands at: not what others leave out, nor a panel."""
    return finding.lens != "left-out" and sign_of(finding).symbol in _RANK


def by_lines(marks: Sequence[Mark], line_of: Callable[[int], int]) -> list[tuple[int, Mark]]:
    """Marks with the line on which each begins, line by line, of one line the strongest first.

    So the sign that stands on a line is that of the mark which is come to first.
    """
    placed = [(line_of(mark.span.start), mark) for mark in marks]
    return sorted(placed, key=lambda each: (each[0], each[1].strength))


def margin_of(mark: Mark, bar: str, noted: Run) -> Line:
    """A mark in the margin of its line: bar, sign, certainty, count, what was marked there."""
    return [
        (bar, "accent"),
        (mark.sign.symbol, mark.sign.role),
        (PERHAPS.symbol if mark.certainty == "perhaps" else " ", "dim"),
        (str(mark.count)[:1] if mark.count else " ", mark.sign.role.split()[0]),
        noted,
        (" ", "text"),
    ]


def sentences_of(finding: Finding, article: str) -> list[Evidence]:
    """The whole sentences that a finding rests on in one article."""
    return [e for e in finding.evidence if e.article == article]


def strip(
    marks: Sequence[Mark], passages: Sequence[Passage], cells: int
) -> list[tuple[Sign | None, int]]:
    """The whole article as one line: per cell the strongest sign (None: nothing to compare)
    and the index of the first passage it stands for.
    """
    if not passages or cells < 1:
        return []
    signs: list[Sign | None] = [None] * len(passages)
    for mark in marks:
        for index, passage in enumerate(passages):
            if passage.span.overlaps(mark.span):
                known = signs[index]
                if known is None or mark.strength < _RANK[known.symbol]:
                    signs[index] = mark.sign
                break
    width = min(cells, len(passages))
    merged: list[tuple[Sign | None, int]] = []
    for cell in range(width):
        first = cell * len(passages) // width
        last = max(first + 1, (cell + 1) * len(passages) // width)
        present = [sign for sign in signs[first:last] if sign is not None]
        best = min(present, key=lambda sign: _RANK[sign.symbol], default=None)
        merged.append((best, first))
    return merged
