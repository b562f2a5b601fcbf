"""The passages of a finding under the table, each under its article's column."""

from __future__ import annotations

from itertools import zip_longest

from reader.model import Evidence, Finding
from reader.text.safety import one_line
from reader.text.shown import as_read
from reader.ui.desk import Sheet
from reader.ui.draw import Line, pad, wrapped
from reader.ui.findings import phrase, question
from reader.ui.findingsview import columns_of
from reader.ui.lineview import LineView
from reader.ui.panel import role_of, within
from reader.ui.shelf import LETTERS
from reader.ui.signs import sign_of

PARAGRAPH, HEADLINE = 7, 11
"""Cells of `A ¶12` and `A headline` beside a passage, with a blank behind."""


class PassagesView(LineView):
    """The sentences that a finding rests on; `h` and `l` choose the column."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._finding: Finding | None = None
        self._sheet: Sheet | None = None
        self._place = ""
        self._lines: list[Line] = []
        self.column = 0

    @property
    def shows_cursor(self) -> bool:
        """The current column is marked at its letter instead."""
        return False

    def show(self, finding: Finding | None, sheet: Sheet, place: str) -> None:
        """The passages of a finding."""
        self._finding, self._sheet, self._place = finding, sheet, place
        if finding is not None and finding.values[self.column : self.column + 1] == (None,):
            self.column = next((i for i, v in enumerate(finding.values) if v), 0)
        self.relayout()
        self.set_length(len(self._lines))
        self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    @property
    def target(self) -> Evidence | None:
        """The passage of the current column."""
        if self._finding is None or self.column >= len(self._finding.values):
            return None
        return self._finding.values[self.column]

    def turn(self, by: int) -> bool:
        """To the next column that has a passage; False at the end."""
        if self._finding is None:
            return False
        column = self.column + by
        while 0 <= column < len(self._finding.values):
            if self._finding.values[column] is not None:
                self.column = column
                self.relayout()
                self.refresh()
                self.place_cursor()
                return True
            column += by
        return False

    def relayout(self) -> None:
        """Set the passages side by side, or one below the other."""
        if self._finding is None or self._sheet is None or not self.size.width:
            self._lines = []
            return
        cells = self.size.width - 1
        asked, each = columns_of(cells + 1, len(self._sheet.pages))
        self._lines = self._wide(asked, each) if asked else self._stacked(cells)

    def _about(self, cells: int) -> list[Line]:
        finding = self._finding
        assert finding is not None
        sign = sign_of(finding)
        lines = wrapped(f"{sign.symbol} {phrase(finding)}", cells, key="strong")
        if finding.verdict in ("rounded", "finer", "respelled"):
            lines += wrapped("Not a contradiction.", cells)
        if finding.reason:
            words = f"{finding.certainty}: {one_line(finding.reason)}"
            lines += [[("", "text")], *wrapped(words, cells, key="dim")]
        return lines

    def _wide(self, asked: int, each: int) -> list[Line]:
        assert self._sheet is not None
        columns = [self._about(asked - 3)]
        columns += [self._passages(i, each - 3) for i in range(len(self._sheet.pages))]
        lines: list[Line] = []
        for parts in zip_longest(*columns, fillvalue=[]):
            line = pad(parts[0], asked - 1)
            for part in parts[1:]:
                line += [("│ ", "rule"), *pad(part, each - 2)]
            lines.append(line)
        return lines

    def _passages(self, column: int, cells: int) -> list[Line]:
        finding, sheet = self._finding, self._sheet
        assert finding is not None
        assert sheet is not None
        page = sheet.pages[column]
        found = [e for e in finding.evidence if e.article == page.article.id]
        letter = "accent underline" if column == self.column and self.has_focus else "strong"
        if not found:
            return [[(LETTERS[column], letter), (" ·", "dim")]]
        head: Line = [(LETTERS[column], letter)]
        if found[0].field == "text":
            head.append((f" ¶{page.paragraph_of(found[0].span.start)}", "dim"))
        else:
            head.append((" headline", "dim"))
        lines = [head]
        for evidence in found:
            lines += wrapped(as_read(evidence.quote), cells, self._marks(evidence, column))
        return lines

    def _marks(self, evidence: Evidence, column: int) -> list[tuple[int, int, str]]:
        finding = self._finding
        assert finding is not None
        value = finding.values[column] if column < len(finding.values) else None
        if value is None or value.field != evidence.field or finding.kind == "passage":
            return []
        return within(evidence, [value.span], f"{role_of(finding)} bold underline")

    def _stacked(self, cells: int) -> list[Line]:
        finding, sheet = self._finding, self._sheet
        assert finding is not None
        assert sheet is not None
        sign = sign_of(finding)
        why = one_line(finding.reason) or phrase(finding)
        lines = wrapped(
            f"{self._place}  {sign.symbol} {question(finding)}: {why}", cells, key="dim"
        )
        told = any(evidence.field == "title" for evidence in finding.evidence)
        beside = HEADLINE if told else PARAGRAPH
        for column in range(len(sheet.pages)):
            head, *body = self._passages(column, cells - beside - 1)
            if not body:
                continue
            label = pad(head, beside)
            lines += [
                [*(label if i == 0 else [(" " * beside, "text")]), *part]
                for i, part in enumerate(body)
            ]
        return lines

    def count(self) -> int:
        """Lines."""
        return len(self._lines)

    def draw(self, line: int, cells: int) -> Line:
        """A line as it was laid out."""
        return self._lines[line]

    def beyond(self, cells: int) -> Line:
        """The rules between the columns go on."""
        asked, each = columns_of(cells + 1, len(self._sheet.pages)) if self._sheet else (0, 0)
        if not asked or self._sheet is None:
            return []
        line: Line = [(" " * (asked - 1), "text")]
        for _ in self._sheet.pages:
            line += [("│", "rule"), (" " * (each - 1), "text")]
        return line

    def move(self, by: int) -> None:
        """Scroll."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False, immediate=True)

    def page(self, pages: float) -> None:
        """Scroll by pages."""
        self.move(int(pages * max(1, self.size.height - 1)))

    def reveal(self) -> None:
        """Lines only scroll."""
        self.place_cursor()

    def cursor_line(self) -> int:
        """The first line in sight."""
        return self.scroll_offset.y

    def on_focus(self) -> None:
        """The current column is marked while the focus is here."""
        self.relayout()

    def on_blur(self) -> None:
        """And not while it is elsewhere."""
        self.relayout()
