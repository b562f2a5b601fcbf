"""The lines above a comparison: its views, its articles, and the strip of each article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message

from reader.text.safety import one_line
from reader.ui.bars import OneLine
from reader.ui.desk import Sheet
from reader.ui.draw import Line, cut, pad, spread, width
from reader.ui.findingsview import columns_of
from reader.ui.marks import strip
from reader.ui.pointrows import PointSheet
from reader.ui.shelf import LETTERS, Shelf
from reader.ui.signs import SHARED
from reader.ui.voices import compared_voices

VIEWS = ("Findings", "Points")


def short_title(sheet: Sheet, column: int) -> str:
    """The headline for a narrow head."""
    article = sheet.pages[column].article
    return one_line(article.title) if article.title else "no headline"


class ViewTabs(OneLine):
    """The two views, the current one marked, and what the articles are to each other."""

    def __init__(self) -> None:
        super().__init__()
        self.view = 0
        self._right = ""
        self._tabs = 0
        self._tab = -1

    def say(self, view: int, right: str) -> None:
        """Which view is shown, and the words at the right."""
        self.view, self._right = view, right
        self.refresh()

    def tabs(self, count: int, current: int) -> None:
        """Where columns do not fit: `All A B C` at the right, -1 being all; 0 tabs for none."""
        self._tabs, self._tab = count, current
        self.refresh()

    def runs(self, cells: int) -> Line:
        """Tabs at the left, relation at the right."""
        left: Line = [(" ", "text")]
        for index, name in enumerate(VIEWS):
            current = index == self.view
            left += [
                ("▸ " if current else "  ", "accent"),
                (name, "strong" if current else "dim"),
                ("  ", "text"),
            ]
        left += [("v", "accent"), (" next view", "dim")]
        if self._tabs:
            names = ["All", *LETTERS[: self._tabs]]
            right: Line = [
                (f" {name} ", "bars-current" if index - 1 == self._tab else "strong")
                for index, name in enumerate(names)
            ]
            return spread(left, [*right, (" ", "text")], cells)
        room = cells - width(left) - 2
        return spread(left, [(cut(self._right, room) + " ", "dim")], cells)

    async def on_click(self, event: events.Click) -> None:
        """To the view under the pointer."""
        at = 3
        for index, name in enumerate(VIEWS):
            if at <= event.x < at + cell_len(name) and index != self.view:
                await self.screen.run_action("view")
            at += cell_len(name) + 4


class Heads(OneLine):
    """The articles' letters and headlines over their columns."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sheet: Sheet | None = None
        self.points = False
        self.column = -1

    def runs(self, cells: int) -> Line:
        """One head a column, or all in one line where there are no columns."""
        sheet = self.sheet
        if sheet is None:
            return []
        count = len(sheet.pages)
        if self.points:
            each = (cells - 1) // count
            asked = 0
            if each < 28 or cells < 99:
                each = 0
        else:
            asked, each = columns_of(cells, count)
        if not each:
            return self._in_one_line(sheet, cells)
        line: Line = [(" " * asked, "text")] if asked else [(" ", "text")]
        for column in range(count):
            rule = [("│ ", "rule")] if column or asked else [(" ", "text")]
            title = short_title(sheet, column)
            letter = "accent underline" if column == self.column else "strong"
            words = f"{sheet.pages[column].article.words:,} words " if self.points else ""
            room = each - 5 - len(words) - (1 if words else 0)
            part: Line = [*rule, (f"{LETTERS[column]} ", letter), (cut(title, room), "text")]
            line += spread(part, [(words, "dim")] if words else [], each)
        return line

    def _in_one_line(self, sheet: Sheet, cells: int) -> Line:
        room = max(6, cells // len(sheet.pages) - 5)
        line: Line = [(" ", "text")]
        for column in range(len(sheet.pages)):
            letter = "accent underline" if column == self.column else "strong"
            line += [
                (f"{LETTERS[column]} ", letter),
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
        self._row = 0
        self._places: list[tuple[int, int]] = []

    def at(self, row: int) -> None:
        """The row whose passages are shown as the current ones."""
        self._row = row
        self.refresh()

    def runs(self, cells: int) -> Line:
        """The strips, each within its column."""
        points = self.points
        if points is None:
            return []
        each = (cells - 1) // len(points.documents)
        line: Line = [(" ", "text")]
        row = points.rows[self._row] if self._row < len(points.rows) else None
        for column in range(len(points.documents)):
            rule: Line = [("│ ", "rule")] if column else [(" ", "text")]
            part = self._strip(points, column, each - 3, row.passages[column] if row else None)
            line += pad([*rule, *part], each)
        return line

    def on_click(self, event: events.Click) -> None:
        """To the passage under the pointer."""
        points = self.points
        if points is None:
            return
        each = (self.size.width - 1) // len(points.documents)
        column = min((event.x - 1) // each, len(points.documents) - 1)
        passages = points.passages(column)
        places = strip(points.marks[column], passages, each - 3)
        at = event.x - 1 - column * each - 2
        if 0 <= at < len(places):
            self.post_message(self.Chosen(column, passages[places[at][1]].span.start))

    def _strip(self, points: PointSheet, column: int, cells: int, current: object) -> Line:
        passages = points.passages(column)
        places = strip(points.marks[column], passages, cells)
        start = getattr(getattr(current, "span", None), "start", -1)
        line: Line = []
        for index, (sign, first) in enumerate(places):
            last = places[index + 1][1] if index + 1 < len(places) else len(passages)
            here = any(p.span.start == start for p in passages[first:last])
            symbol = "·" if sign is None else "─" if sign is SHARED else sign.symbol
            key = "dim" if sign is None else "rule" if sign is SHARED else sign.role
            line.append((symbol, "bars-current" if here else key))
        return line


def relation(sheet: Sheet, title: str, shelf: Shelf) -> str:
    """What the compared articles are to each other; first whether some print one text."""
    voices = compared_voices(shelf, [page.article.id for page in sheet.pages])
    return f"{voices}  {_relation(sheet, title)}" if voices else _relation(sheet, title)


def _relation(sheet: Sheet, title: str) -> str:
    letters: Sequence[str] = LETTERS[: len(sheet.pages)]
    if sheet.comparison.one_event:
        return f"{' '.join(letters)} one event: {one_line(title)}" if title else "one event"
    return "not one event: what is left out cannot be said"
