"""The document list: events, articles and hits, one `ScrollView` for a hundred thousand rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual.message import Message

from reader.model import Card, Event
from reader.text.safety import one_line
from reader.ui.draw import Line, clip, cut, fit, fit_right, fitting, pad, spread, width, wrapped
from reader.ui.findings import Counts
from reader.ui.lineview import LineView
from reader.ui.results import Hit, copies_said
from reader.ui.shelf import Row, Shelf, day
from reader.ui.voices import copies, voice_of

DATE = 9
"""Cells of the date column: `no date` and `20 Nov`, and a blank."""
ITEM = Row | Hit


class DocumentList(LineView):
    """Rows of a shelf, or hits of a search."""

    ALLOW_SELECT = False  # rows are chosen; what is copied is the current one

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shelf = Shelf()
        self.unfolded: set[str] = set()
        self.picked: list[str] = []
        self.counts: dict[str, Counts] = {}
        self.items: Sequence[ITEM] = ()
        self._tops: list[int] | None = None
        self._snippets: dict[int, list[Line]] = {}

    def show(self, items: Sequence[ITEM], shelf: Shelf, cursor: int = 0) -> None:
        """Put up these rows; the cursor on the given one."""
        held = self.current
        line = self.top(self.cursor) - self.scroll_offset.y if held else 0
        self.items, self.shelf = items, shelf
        self.relayout()
        self.reset(cursor)
        if held is not None and cursor and self.current and self.current.id == held.id:
            # Rows came in above: the one under the cursor stays where the eye is.
            self.scroll_to(y=self.top(cursor) - line, animate=False, immediate=True)
            self.place_cursor()

    @property
    def current(self) -> ITEM | None:
        """The row under the cursor."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def in_sight(self) -> Sequence[ITEM]:
        """The rows on the screen."""
        if not self.items:
            return ()
        first = self.item_at(self.scroll_offset.y)
        last = self.item_at(
            min(self.scroll_offset.y + self.size.height, self.top(self.count())) - 1
        )
        return self.items[first : last + 1]

    # Layout ------------------------------------------------------------------------------------

    def count(self) -> int:
        """All rows."""
        return len(self.items)

    def top(self, item: int) -> int:
        """Rows of a shelf are one line each, hits have their snippets below."""
        return item if self._tops is None else self._tops[item]

    def item_at(self, line: int) -> int:
        """The row around a line."""
        if self._tops is None:
            return line
        return bisect_right(self._tops, line, hi=len(self.items)) - 1

    def relayout(self) -> None:
        """Wrap the snippets of hits to the width."""
        self._tops, self._snippets = None, {}
        if any(isinstance(item, Hit) for item in self.items):
            heights = []
            for index, item in enumerate(self.items):
                lines = self._snippet_lines(item) if isinstance(item, Hit) else []
                self._snippets[index] = lines
                heights.append(1 + len(lines))
            self._tops = list(accumulate(heights, initial=0))

    def _snippet_lines(self, hit: Hit) -> list[Line]:
        indent = 6 if hit.inside else 4
        cells = max(10, self.size.width - indent - 2)
        most = 1 if self.size.width < 60 or self.app.size.width < 100 else 2
        lines = [
            [(" " * indent, "text"), *line]
            for line in wrapped(hit.snippet, cells, hit.found, "dim", most=most)
            if hit.snippet
        ]
        if hit.never:
            words = ", ".join(hit.never)
            lines.append(
                [(" " * indent + "never says ", "dim"), (cut(words, cells - 11), "strong")]
            )
        return lines

    def selectable(self, item: int) -> bool:
        """Every row."""
        return 0 <= item < len(self.items)

    # Drawing -----------------------------------------------------------------------------------

    def draw(self, line: int, cells: int) -> Line:
        """A row, or a line of a hit's snippet."""
        index = self.item_at(line)
        item = self.items[index]
        if isinstance(item, Hit):
            below = line - self.top(index)
            return self._snippets[index][below - 1] if below else self._hit(item, cells)
        if item.kind == "event":
            return self._event(self.shelf.events[item.id], cells)
        card = self.shelf.cards.get(item.id)
        return self._article(card, item.inside is not None, cells) if card else []

    def _widths(self, cells: int) -> tuple[int, int]:
        """Cells of the title and of the column for outlets and counts."""
        middle = 26 if self.in_words else 20 if cells >= 100 else 15 if cells >= 48 else 0
        return cells - middle - DATE, middle

    def _event(self, event: Event, cells: int) -> Line:
        title, middle = self._widths(cells)
        fold = "▾" if event.id in self.unfolded else "▸"
        count = f"{len(event.articles)} art. "
        found = self.counts.get(event.id)
        numbers: Line = [(count, "dim")]
        if alike := copies(event):
            numbers.append((f"={alike} ", "dim"))
        numbers += found.runs(only=20 <= middle < 26) if found else []
        head: Line = [(f" {fold} ", "accent"), *self._picked(event)]
        head.append((cut(one_line(event.label), title - 1 - width(head)), "strong"))
        date = day(self.shelf.newest(event))
        return [
            *pad(head, title),
            *pad(fitting(numbers, middle) if middle else [], middle),
            (fit_right(date, DATE - 1) + " ", "dim"),
        ]

    def _picked(self, event: Event) -> Line:
        """The sign of what is picked, with how many articles where it is not all of them."""
        count = sum(id in self.picked for id in event.articles)
        if not count:
            return []
        return [("✓ " if count == len(event.articles) else f"✓{count} ", "accent")]

    def _article(self, card: Card, inside: bool, cells: int) -> Line:
        title, middle = self._widths(cells)
        sign, key = " ", "text"
        if card.id in self.picked:
            sign, key = "✓", "accent"
        elif card.marks.starred:
            sign, key = "★", "accent"
        elif not card.marks.read:
            sign, key = "●", "accent"
        words = "dim" if card.marks.read else "text"
        indent = "   " if inside else " "
        room = title - len(indent) - 3
        count = self.shelf.versions.get(card.id, 1)
        changed = f" v{count}" if count > 1 and room > 20 else ""
        if room > 20:
            changed += " later" if card.marks.later else ""
            changed += " note" if card.id in self.shelf.noted else ""
        head: Line = [(indent, "text"), (sign + " ", key)]
        head += [*_headline(card, room - len(changed), words), (changed, "dim")]
        outlet = one_line(card.outlet) if card.outlet else "no outlet"
        if inside and voice_of(self.shelf.events.get(card.event or ""), card.id):
            outlet = f"= {outlet}"  # others print its text
        outlet = fit(outlet, middle - 1)
        return [
            *pad(head, title),
            (outlet + " " if middle else "", "dim"),
            (fit_right(day(card.published), DATE - 1) + " ", "dim"),
        ]

    def _hit(self, hit: Hit, cells: int) -> Line:
        if hit.kind == "event":
            label = self.shelf.events[hit.id].label if hit.id in self.shelf.events else hit.id
            have = "has all words" if hit.places == 1 else "have all words"
            have = have if hit.worded else "found"
            many = "all" if hit.places == hit.of else f"{hit.places} of {hit.of}"
            right: Line = [(f"{many} {have} " if hit.places else "", "dim")]
            event = self.shelf.events.get(hit.id)
            picked = self._picked(event) if event else []
            return spread([(" ▾ ", "accent"), *picked, (one_line(label), "strong")], right, cells)
        card = self.shelf.cards.get(hit.id)
        if card is None:
            return []
        indent = "   " if hit.inside else " "
        sign = "✓ " if card.id in self.picked else "★ " if card.marks.starred else "  "
        title = card.title and one_line(card.title)
        head: Line = [(indent, "text"), (sign, "accent")]
        if title:
            head += _found_runs(title, hit.title_found)
        else:
            head += [("no headline: ", "dim"), (one_line(card.opening), "text")]
        right = [(f"×{hit.places} ", "dim")] if hit.places else []
        right = right or ([("in the title ", "dim")] if hit.title_found else [])
        if hit.copies:
            right.insert(0, (f"+{copies_said(hit.copies)}  ", "accent"))
        elif hit.copy_of:
            right.insert(0, (f"= {one_line(card.outlet or 'no outlet')}  ", "dim"))
        return spread(clip(head, cells - 5), right, cells)

    def hit(self, item: int, line: int, column: int) -> bool:
        """A click on the fold sign folds."""
        row = self.items[item]
        if isinstance(row, Row) and row.kind == "event" and column <= 3:
            self.cursor = item
            self.post_message(self.FoldClicked())
            return True
        return False

    class FoldClicked(Message):
        """The fold sign of the current row was clicked."""


def _headline(card: Card, cells: int, key: str) -> Line:
    if card.title:
        return [(cut(one_line(card.title), cells), key)]
    return clip([("no headline: ", "dim"), (one_line(card.opening), key)], cells)


def _found_runs(title: str, found: Sequence[tuple[int, int]]) -> Line:
    runs: Line = []
    at = 0
    for start, end in found:
        runs += [(title[at:start], "text"), (title[start:end], "found")]
        at = end
    return [*runs, (title[at:], "text")]
