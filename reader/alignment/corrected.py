"""Points as a person corrected them: their word is stronger than any score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Evidence, Judgement, Place, Point, Span
from reader.text.document import Document
from reader.text.safety import one_line

Cells = list[Evidence | None]


def corrected(
    points: Sequence[Point], documents: Sequence[Document], said: Sequence[Judgement]
) -> tuple[Point, ...]:
    """The points with each pair of passages joined or parted that a person spoke of.

    A later word undoes an earlier one; what is said of a passage that stands no more does nothing.
    """
    rows = list(points)
    for judgement in said:
        if judgement.act not in ("same", "apart") or len(judgement.places) != 2:
            continue
        one, other = (_standing(place, documents) for place in judgement.places)
        if one is None or other is None or one[0] == other[0]:
            continue
        if judgement.act == "apart":
            rows = _parted(rows, one, other)
        else:
            rows = _joined(rows, one, other, len(documents))
    return tuple(rows)


def kept_apart(
    documents: Sequence[Document], said: Sequence[Judgement]
) -> tuple[tuple[tuple[int, Span], tuple[int, Span]], ...]:
    """Column and span of every two passages that, as last said, do not say the same."""
    found: dict[frozenset[tuple[int, Span]], bool] = {}
    for judgement in said:
        if judgement.act in ("same", "apart") and len(judgement.places) == 2:
            ends = [_standing(place, documents) for place in judgement.places]
            pair = frozenset((at, cut.span) for end in ends if end for at, cut in [end])
            if len(pair) == 2:
                found[pair] = judgement.act == "apart"
    pairs = (sorted(pair) for pair, apart in found.items() if apart)
    return tuple((one, other) for one, other in pairs)


End = tuple[int, Evidence]
"""A column and a passage of its article."""


def _standing(place: Place, documents: Sequence[Document]) -> End | None:
    """The column of a passage, and where it stands now; None where it does not."""
    for column, document in enumerate(documents):
        if document.article.id == place.article:
            span = _where(place, document)
            return (column, document.cut(span)) if span else None
    return None


def _where(place: Place, document: Document) -> Span | None:
    """The run of passages that reads as the place did; of several the nearest to its start."""
    wanted = place.passage.split()
    found: list[Span] = []
    passages = document.passages
    for first, passage in enumerate(passages):
        if passage.span.of(document.text).split()[:1] != wanted[:1]:
            continue
        for last in passages[first:]:
            span = Span(passage.span.start, last.span.end)
            words = one_line(span.of(document.text)).split()
            if words == wanted:
                found.append(span)
            if len(words) >= len(wanted):
                break
    return min(found, key=lambda span: abs(span.start - place.start), default=None)


def _joined(rows: list[Point], one: End, other: End, columns: int) -> list[Point]:
    """One row for both, with what else stood in the row of the first; others give them up."""
    home = next((row for row in rows if _holds(row, one)), None)
    home = home or next((row for row in rows if _holds(row, other)), None)
    cells: Cells = list(home.passages) if home else []
    kept: list[Point] = []
    for row in rows:
        if row is not home:
            kept += _without(row, [one, other])
    cells = cells or [None] * columns
    for column, passage in (one, other):
        cells[column] = passage
    point = Point(tuple(cells), 1.0, "sure")
    place = next((at for at, row in enumerate(kept) if _precedes(point, row)), len(kept))
    return [*kept[:place], point, *kept[place:]]


def _parted(rows: list[Point], one: End, other: End) -> list[Point]:
    """The first of them leaves each row that both stand in: what is left still says the same."""
    kept: list[Point] = []
    for row in rows:
        kept += _without(row, [one]) if _holds(row, one) and _holds(row, other) else [row]
    return kept


def _holds(row: Point, end: End) -> bool:
    column, passage = end
    cell = row.passages[column] if column < len(row.passages) else None
    return cell is not None and cell.span.overlaps(passage.span)


def _without(row: Point, ends: Sequence[End]) -> list[Point]:
    """The row with these passages taken out; nothing where fewer than two are left."""
    cells: Cells = list(row.passages)
    for end in ends:
        if _holds(row, end):
            cells[end[0]] = None
    if sum(cell is not None for cell in cells) < 2:
        return []
    return [replace(row, passages=tuple(cells))]


def _precedes(row: Point, point: Point) -> bool:
    pairs = zip(row.passages, point.passages, strict=True)
    first = next(((a, b) for a, b in pairs if a is not None and b is not None), None)
    return first is not None and first[0].span.start < first[1].span.start
