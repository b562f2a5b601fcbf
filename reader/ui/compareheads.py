"""The lines above a comparison: its views, its articles, and the strip of each article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message

from reader.model import Span
from reader.text.safety import one_line
from reader.ui.bars import OneLine
from reader.ui.desk import Sheet
from reader.ui.draw import Line, cut, pad, spread, width
from reader.ui.findingsview import columns_of
from reader.ui.marks import strip
from reader.ui.pointrows import PointSheet
from reader.ui.pointsview import NARROWEST_COLUMN
from reader.ui.shelf import LETTERS, Shelf
from reader.ui.signs import SHARED
from reader.ui.silences import fitted
from reader.ui.voices import compared_voices

VIEWS = ("Findings", "Points", "Reading")
FINDINGS, POINTS, READING = range(3)


def columns(view: int, cells: int, articles: int) -> tuple[int, int]:
    """Where the first column of a view begins, and how wide each is; (0, 0) where none fit."""
    if view == FINDINGS:
        return columns_of(cells, articles)
    each = (cells - 1) // max(1, articles)
    return (1, each) if each >= NARROWEST_COLUMN and cells >= 99 else (0, 0)


def short_title(sheet: Sheet, column: int) -> str:
    """The headline for a narrow head."""
    article = sheet.pages[column].article
    return one_line(article.title) if article.title else "no headline"


class ViewTabs(OneLine):
    """The views, the current one marked, and what the articles are to each other."""

    def __init__(self) -> None:
        super().__init__()
        self.view = 0
        self._right = ""
        self._filter = ""
        self._tabs: tuple[str, ...] = ()
        self._tab = 0
        self._places: list[tuple[int, int, str]] = []

    def say(self, view: int, right: str, filter: str = "") -> None:
        """Which view is shown, the words at the right, and the name of the points' filter."""
        self.view, self._right, self._filter = view, right, filter
        self.refresh()

    def tabs(self, names: tuple[str, ...], current: int) -> None:
        """Where columns do not fit: `All A B C` at the right; none for no tabs."""
        self._tabs, self._tab = names, current
        self.refresh()

    def runs(self, cells: int) -> Line:
        """Views at the left, tabs or the words at the right; narrow, only the present view."""
        right: Line = [
            (f" {name} ", "bars-current" if index == self._tab else "strong")
            for index, name in enumerate(self._tabs)
        ]
        left = self._left(cells, every=True)
        if width(left) + width(right) + 2 > cells:
            left = self._left(cells, every=False)
        if width(left) + width(right) + 2 > cells:  # half a name says less than none
            left = self._left(cells, every=False, filtered=False)
        if not right:
            room = cells - width(left) - 5
            return spread(left, [(cut(self._right, room) + " ", "dim")], cells)
        at = cells - width(right) - 1
        for index, name in enumerate(self._tabs):
            self._places.append((at, at + cell_len(name) + 2, f"tab({index})"))
            at += cell_len(name) + 2
        return spread(left, [*right, (" ", "text")], cells)

    def _left(self, cells: int, *, every: bool, filtered: bool = True) -> Line:
        left: Line = [(" ", "text")]
        self._places = []
        for index, name in enumerate(VIEWS):
            current = index == self.view
            if every or current:
                left.append(("▸ " if current else "  ", "accent"))
                self._place(left, name, f"to_view({index})")
                left += [(name, "strong" if current else "dim"), ("  ", "text")]
        self._place(left, "v next view", "view")
        left += [("v", "accent"), (" next view" if cells >= 99 else " next", "dim")]
        if self._filter and filtered:
            left.append(("   ", "text"))
            self._place(left, f"f {self._filter}", "filter_points")
            left += [("f", "accent"), (f" {self._filter}", "dim")]
        return left

    def _place(self, before: Line, words: str, action: str) -> None:
        start = width(before)
        self._places.append((start, start + cell_len(words), action))

    def places(self) -> Sequence[tuple[int, int, str]]:
        """Views, filter and tabs."""
        return self._places

    async def on_click(self, event: events.Click) -> None:
        """To the view, filter or tab under the pointer."""
        for start, end, action in self._places:
            if start <= event.x < end:
                await self.screen.run_action(action)
                return


class Heads(OneLine):
    """The articles' letters and headlines over their columns."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sheet: Sheet | None = None
        self.view = 0
        self.column = -1
        self.gaps: Sequence[str] = ()
        """Per column what stands in place of its length: that it has not what is current."""

    def put(self, view: int, column: int, gaps: Sequence[str] = ()) -> None:
        """For a view; the letter of the current column, if there is one, is marked."""
        self.view, self.column, self.gaps = view, column, gaps
        self.refresh()

    def runs(self, cells: int) -> Line:
        """One head a column, or all in one line where there are no columns."""
        sheet = self.sheet
        if sheet is None:
            return []
        count = len(sheet.pages)
        start, each = columns(self.view, cells, count)
        if not each:
            return self._in_one_line(sheet, cells)
        line: Line = [(" " * start, "text")]
        for column in range(count):
            rule = [("│ ", "rule")] if column or start > 1 else [(" ", "text")]
            words = self._words(sheet, column)
            words = f"{fitted(words, each - 14)} " if words else ""
            room = each - 5 - cell_len(words) - (1 if words else 0)
            title = cut(short_title(sheet, column), room)
            part: Line = [*rule, (f"{LETTERS[column]} ", self._letter(column)), (title, "text")]
            line += spread(part, [(words, "dim")] if words else [], each)
        return line

    def _words(self, sheet: Sheet, column: int) -> str:
        if self.view == FINDINGS:
            return ""
        gap = self.gaps[column] if column < len(self.gaps) else ""
        return gap or f"{sheet.pages[column].article.words:,} words"

    def _letter(self, column: int) -> str:
        return "accent underline" if column == self.column else "strong"

    def _in_one_line(self, sheet: Sheet, cells: int) -> Line:
        room = max(6, cells // len(sheet.pages) - 5)
        line: Line = [(" ", "text")]
        for column in range(len(sheet.pages)):
            line += [
                (f"{LETTERS[column]} ", self._letter(column)),
                (cut(short_title(sheet, column), room), "dim"),
            ]
            line.append(("   ", "text"))
        return line


class HeadRule(OneLine):
    """The rule below the heads, crossing those between the columns."""

    def __init__(self) -> None:
        super().__init__()
        self.articles = 2

    def divide(self, articles: int) -> None:
        """So many columns."""
        self.articles = articles
        self.refresh()

    def runs(self, cells: int) -> Line:
        """A rule with a joint at each column."""
        asked, each = columns_of(cells, self.articles)
        joints = {asked + each * i for i in range(self.articles)} if asked else set()
        return [("".join("┼" if i in joints else "─" for i in range(cells)), "rule")]


class Strips(OneLine):
    """Above each column the whole article, one cell a passage."""

    @dataclass
    class Chosen(Message):
        """A cell was clicked: the passage that begins at an offset of a column's article."""

        column: int
        offset: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.points: PointSheet | None = None
        self._view = 0
        self._current: Sequence[Span | None] = ()

    def put(self, view: int, current: Sequence[Span | None]) -> None:
        """For a view; the places, one or None per column, that are shown as the current ones."""
        self._view, self._current = view, current
        self.refresh()

    def runs(self, cells: int) -> Line:
        """The strips, each within its column."""
        points = self.points
        if points is None:
            return []
        start, each = columns(self._view, cells, len(points.documents))
        if not each:
            return []
        line: Line = [(" " * start, "text")]
        for column in range(len(points.documents)):
            rule: Line = [("│ ", "rule")] if column or start > 1 else [(" ", "text")]
            here = self._current[column] if column < len(self._current) else None
            line += pad([*rule, *self._strip(points, column, each - 3, here)], each)
        return line

    def on_click(self, event: events.Click) -> None:
        """To the passage under the pointer."""
        points = self.points
        if points is None:
            return
        start, each = columns(self._view, self.size.width, len(points.documents))
        if not each or event.x < start:
            return
        column = min((event.x - start) // each, len(points.documents) - 1)
        passages = points.passages(column)
        places = strip(points.marks[column], passages, each - 3)
        at = event.x - start - column * each - (2 if column or start > 1 else 1)
        if 0 <= at < len(places):
            self.post_message(self.Chosen(column, passages[places[at][1]].span.start))

    def _strip(self, points: PointSheet, column: int, cells: int, here: Span | None) -> Line:
        passages = points.passages(column)
        places = strip(points.marks[column], passages, cells)
        line: Line = []
        for index, (sign, first) in enumerate(places):
            last = places[index + 1][1] if index + 1 < len(places) else len(passages)
            current = here and any(p.span.start <= here.start < p.span.end
                                   for p in passages[first:last])  # fmt: skip
            symbol = "·" if sign is None else "─" if sign is SHARED else sign.symbol
            key = "dim" if sign is None else "rule" if sign is SHARED else sign.role
            line.append((symbol, "bars-current" if current else key))
        return line


def relation(sheet: Sheet, title: str, shelf: Shelf) -> str:
    """What the compared articles are to each other; first whether some print one text."""
    voices = compared_voices(shelf, [page.article.id for page in sheet.pages])
    return f"{voices}  {_relation(sheet, title)}" if voices else _relation(sheet, title)


def _relation(sheet: Sheet, title: str) -> str:
    letters: Sequence[str] = LETTERS[: len(sheet.pages)]
    if sheet.comparison.one_event:
        return f"{' '.join(letters)} one event: {one_line(title)}" if title else "one event"
    if title:
        return f"{' '.join(letters)} one story: {one_line(title)}"
    return "not one event: what is left out cannot be said"
