"""What changed between two versions of an article, on the lines of one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.message import Message

from reader.model import Version
from reader.text.changes import changes, counted
from reader.ui.difflines import SIGNS, Merged, Paragraph, Piece, merge, paragraphs
from reader.ui.draw import Line, Mark, clip, styled, wrap, wrapped
from reader.ui.lineview import LineView
from reader.ui.shelf import long_moment, place_said
from reader.ui.spoken import MARGIN, WORDS

GUTTER = 6
"""Cells of bar, signs and blanks, as in an article."""
MEANS = {**WORDS, "−": "taken out", "+": "put in", "▸": "here"}
STYLES = {"out": "differs strike", "in": "only underline"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions as one text with its changes."""

    old: Version
    new: Version
    merged: Merged
    titled: bool
    """Whether the first paragraph is the headline."""
    out: int
    """Words that were taken out."""
    put: int
    """Words that were put in."""


def difference(old: Version, new: Version) -> Difference:
    """Work out what changed, headline included; takes milliseconds for an article."""
    titles = old.title or "", new.title or ""
    head_changes, text_changes = changes(*titles), changes(old.text, new.text)
    head = merge(head_changes, *titles)
    body = merge(text_changes, old.text, new.text, first=head.changes)
    titled = bool(head.text.strip())
    if titled:
        by = len(head.text) + 1
        moved = [replace(p, start=p.start + by, end=p.end + by) for p in body.pieces]
        body = Merged(
            f"{head.text}\n{body.text}", (*head.pieces, *moved), head.changes + body.changes
        )
    one, two = counted(head_changes, *titles), counted(text_changes, old.text, new.text)
    return Difference(old, new, body, titled, one[0] + two[0], one[1] + two[1])


def about(difference: Difference) -> list[tuple[str, str]]:
    """What the two versions are, as sentences with their role."""
    old, new = difference.old, difference.new
    places = [place_said(version.source) for version in (old, new)]
    said = [
        (f"version {version.number}, read {long_moment(version.seen)}", "dim")
        for version in (old, new)
    ]
    if places[0] == places[1]:
        said.append((f"both from {places[0]}", "dim"))
    else:
        said = [(f"{words}, from {place}", key)
                for (words, key), place in zip(said, places, strict=True)]  # fmt: skip
    count = difference.merged.changes
    changed = "1 change" if count == 1 else f"{count:,} changes"
    if count:
        words = f"{changed}: {difference.out:,} words out, {difference.put:,} in"
    else:
        words = "The words are the same; only spaces or typography differ"
    said.append((words, "text"))
    if old.source != new.source:
        said.append(("Read from another place: some changes may come from the reading.", "text"))
    elif old.read_by != new.read_by:
        by = "Read by another version of reader: some changes may come from the reading."
        said.append((by, "text"))
    return said


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line on the screen: offsets into the merged text, or ready-made runs."""

    start: int = 0
    end: int = 0
    pieces: tuple[Piece, ...] = ()
    ready: tuple[tuple[str, str], ...] = ()
    strong: bool = False


class VersionsView(LineView):
    """The changes of an article; the current change is the cursor, lines only scroll."""

    means = MEANS

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shown: Difference | None = None
        self.measure = 68
        self.folded = True
        self.current = 0
        """Index of the current change."""
        self._lines: Sequence[DiffLine] = ()
        self._line_of: dict[int, tuple[int, int]] = {}
        """First and last line of each change."""

    class Changed(Message):
        """Another change is the current one."""

    def load(self, difference: Difference | None) -> None:
        """Show two versions from the first change on; None while they are compared."""
        self.shown, self.current = difference, 0
        self.relayout()
        self.set_length(len(self._lines))
        self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()
        self.place_cursor()
        self.post_message(self.Changed())

    def fold(self) -> None:
        """Hide the paragraphs that did not change, or show them."""
        self.folded = not self.folded
        self.relayout()
        self.set_length(len(self._lines))
        self.show_current()

    @property
    def changes(self) -> int:
        """How many changes there are."""
        return self.shown.merged.changes if self.shown else 0

    # Layout ------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Wrap to the measure."""
        self._lines, self._line_of = [], {}
        if self.shown is None:
            self._lines = [DiffLine(ready=(("comparing …", "dim"),))]
            return
        room = self.size.width - GUTTER - 2 - (MARGIN if self.in_words else 0)
        cells = max(10, min(self.measure, room))
        lines, blank = [DiffLine()], DiffLine()
        every = list(paragraphs(self.shown.merged))
        heading = every[:1] if self.shown.titled else []
        for paragraph in heading:
            lines += self._wrapped(paragraph, cells, strong=True)
        for words, key in about(self.shown):
            lines += [DiffLine(ready=tuple(line)) for line in wrapped(words, cells, key=key)]
        unchanged = 0
        for paragraph in every[len(heading) :]:
            if self.folded and not paragraph.pieces:
                unchanged += 1
                continue
            lines += [blank, *_fold(unchanged), *([blank] if unchanged else [])]
            unchanged = 0
            lines += self._wrapped(paragraph, cells)
        lines += [blank, *_fold(unchanged)] if unchanged else []
        self._lines = lines
        for index, line in enumerate(lines):
            for piece in line.pieces:
                first = self._line_of.get(piece.change, (index, index))[0]
                self._line_of[piece.change] = (first, index)

    def _wrapped(self, paragraph: Paragraph, cells: int, strong: bool = False) -> list[DiffLine]:
        assert self.shown is not None
        lines = []
        for start, end in wrap(self.shown.merged.text, cells, paragraph.start, paragraph.end):
            here = tuple(p for p in paragraph.pieces if p.start < end and p.end > start)
            lines.append(DiffLine(start, end, here, strong=strong))
        return lines

    # View --------------------------------------------------------------------------------------

    def count(self) -> int:
        """Lines."""
        return len(self._lines)

    @property
    def shows_cursor(self) -> bool:
        """The current change is drawn by the margin."""
        return False

    def draw(self, line: int, cells: int) -> Line:
        """Margin and text of one line."""
        place = self._lines[line]
        kinds = {piece.kind for piece in place.pieces}
        here = any(piece.change == self.current for piece in place.pieces)
        runs: Line = [("▌" if here and self.has_focus else " ", "accent")]
        for kind, sign in SIGNS.items():
            key = STYLES[kind].split()[0]
            runs.append((sign, f"{key} bold") if kind in kinds else (" ", "text"))
        runs.append((" " * (GUTTER - 3), "text"))
        if place.ready or self.shown is None:
            return [*runs, *clip(list(place.ready), cells - GUTTER)]
        marks: list[Mark] = []
        for piece in place.pieces:
            bold = " bold" if piece.change == self.current else ""
            style = STYLES[piece.kind]
            # A stroke through the bracket would hide the sign.
            marks += [
                (piece.start, piece.end, style.split()[0] + bold),
                (piece.start + 2, piece.end - 1, style + bold),
            ]
        key = "strong" if place.strong else "text"
        return [*runs, *styled(self.shown.merged.text, place.start, place.end, marks, key)]

    # Moving ------------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Scroll by lines; the first change in sight becomes current."""
        self._scroll(self.scroll_offset.y + by)

    def page(self, pages: float) -> None:
        """Scroll by pages."""
        self._scroll(self.scroll_offset.y + int(pages * max(1, self.size.height - 1)))

    def end(self, last: bool) -> None:
        """To an end of the text."""
        self._scroll(len(self._lines) if last else 0)

    def _scroll(self, line: int) -> None:
        limit = max(0, len(self._lines) - self.size.height)
        self.scroll_to(y=max(0, min(line, limit)), animate=False, immediate=True)
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + max(1, self.size.height)
        first, last = self._line_of.get(self.current, (0, 0))
        if not (first < bottom and last >= top):
            seen = (c for c, (a, b) in self._line_of.items() if a < bottom and b >= top)
            self.current = next(seen, self.current)
        self._moved()

    def next_change(self, by: int) -> bool:
        """To the next change; False at the end."""
        if not 0 <= self.current + by < self.changes:
            return False
        self.current += by
        self.show_current()
        return True

    def show_current(self) -> None:
        """Bring the current change in sight, with three lines around it."""
        first, last = self._line_of.get(self.current, (0, 0))
        top, height = self.scroll_offset.y, max(1, self.size.height)
        target = top
        if last + 3 >= top + height:
            target = last + 4 - height
        if first - 1 < target:
            target = first - 1
        limit = max(0, len(self._lines) - height)
        self.scroll_to(y=max(0, min(target, limit)), animate=False, immediate=True)
        self._moved()

    def _moved(self) -> None:
        self.refresh()
        self.place_cursor()
        self.post_message(self.Changed())

    def cursor_line(self) -> int:
        """The first line of the current change, else the first in sight."""
        return self._line_of.get(self.current, (self.scroll_offset.y, 0))[0]

    def reveal(self) -> None:
        """Lines only scroll: there is no row to bring in sight."""
        self.place_cursor()

    def line_of(self, change: int) -> int:
        """The first line of a change."""
        return self._line_of.get(change, (-1, 0))[0]

    def choose(self, change: int) -> None:
        """Make a change the current one."""
        self.current = change
        self._moved()

    def hit(self, item: int, line: int, column: int) -> bool:
        """A click on a change makes it current."""
        if self._lines[item].pieces:
            self.choose(self._lines[item].pieces[0].change)
        return True

    def current_text(self) -> str:
        """The current change, its signs and brackets included."""
        merged = self.shown.merged if self.shown else None
        pieces = [p for p in merged.pieces if p.change == self.current] if merged else []
        return "\n".join(merged.text[p.start : p.end] for p in pieces) if merged else ""


def _fold(paragraphs: int) -> list[DiffLine]:
    if not paragraphs:
        return []
    words = "1 paragraph" if paragraphs == 1 else f"{paragraphs:,} paragraphs"
    return [DiffLine(ready=((f"… {words} unchanged", "dim"),))]
