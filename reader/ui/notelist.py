"""All notes and marked words: a row each, and all of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reader.model import Card, Marks, Note, When
from reader.text.safety import one_line
from reader.text.shown import as_read
from reader.ui.citing import reference
from reader.ui.desk import Page
from reader.ui.draw import Line, cut, fit_right, pad, wrapped
from reader.ui.lineview import LineView
from reader.ui.pane import Block
from reader.ui.shelf import Shelf, day, headline, long_moment
from reader.ui.signs import MARKED, NOTED

DATE = 9


def words_of(note: Note) -> str:
    """What was marked; empty for a note on an article as a whole."""
    return (note.place.words or note.place.passage) if note.place else ""


class NoteList(LineView):
    """The notes, one on a row."""

    ALLOW_SELECT = False  # rows are chosen; what is copied is the current one

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[Note | Card] = ()
        self.shelf = Shelf()

    def show(self, rows: Sequence[Note | Card], shelf: Shelf) -> None:
        """Put up these; the cursor stays on its row while that is there."""
        held = _name(self.row) if self.row else None
        self.rows, self.shelf = rows, shelf
        at = [i for i, row in enumerate(rows) if _name(row) == held]
        self.reset(at[0] if at else min(self.cursor, max(0, len(rows) - 1)))

    @property
    def row(self) -> Note | Card | None:
        """What is under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def current(self) -> Note | None:
        """The note under the cursor."""
        return self.row if isinstance(self.row, Note) else None

    def count(self) -> int:
        """All rows."""
        return len(self.rows)

    def title(self, note: Note) -> str:
        """The headline of its article."""
        card = self.shelf.cards.get(note.article)
        return headline(card) if card else ""

    def draw(self, line: int, cells: int) -> Line:
        """Sign, what was written or else marked, headline, day."""
        note = self.rows[line]
        if isinstance(note, Card):
            return _drawn(note, cells)
        rest = cells - 2 - DATE
        title = rest // 3 if rest >= 50 else 0
        sign = NOTED if note.text else MARKED
        said: Line = [(f"{sign.symbol} ", sign.role)]
        if note.text:
            said.append((cut(one_line(note.text), rest - title - 1), "text"))
        else:
            said.append((cut(f"“{as_read(words_of(note))}”", rest - title - 1), "dim"))
        moment = datetime.fromisoformat(note.changed).astimezone()
        return [
            *pad(said, rest - title + 2),
            *pad([(cut(self.title(note), title - 1), "dim")] if title else [], title),
            (fit_right(day(When(moment.date().isoformat())), DATE - 1) + " ", "dim"),
        ]

    def copied(self) -> str:
        """The words under the cursor, their source, and what was written."""
        row = self.row
        card = self.shelf.cards.get(row.article) if isinstance(row, Note) else row
        if card is None or row is None:
            return ""
        about = reference(card)
        if isinstance(row, Card):
            return about
        quoted = f"“{as_read(words_of(row))}”" if row.place else ""
        return "\n".join(part for part in (quoted, about, row.text) if part)

    def matching(self, rows: Sequence[Note | Card], words: str) -> list[Note | Card]:
        """Those that have all of the words, in what was written or marked or in the headline."""
        parts = words.casefold().split()
        return [row for row in rows if all(part in self._said(row) for part in parts)]

    def _said(self, row: Note | Card) -> str:
        if isinstance(row, Card):
            return f"{marks_said(row.marks)}\n{headline(row)}".casefold()
        return f"{row.text}\n{words_of(row)}\n{self.title(row)}".casefold()


def marks_said(marks: Marks) -> str:
    """What was done to an article as a whole: `starred, read later, tags: water, ports`."""
    said = [
        word for word, is_so in (("starred", marks.starred), ("read later", marks.later)) if is_so
    ]
    if marks.tags:
        said.append(
            f"{'tag' if len(marks.tags) == 1 else 'tags'}: {one_line(', '.join(marks.tags))}"
        )
    return ", ".join(said)


def _name(row: Note | Card) -> object:
    return row.number if isinstance(row, Note) else row.id


def _drawn(card: Card, cells: int) -> Line:
    """Star, what else was done, headline, day."""
    rest = cells - 2 - DATE
    title = rest // 3 if rest >= 50 else rest // 2
    return [
        (f"{'★' if card.marks.starred else ' '} ", "accent"),
        *pad([(cut(marks_said(card.marks), rest - title - 1), "text")], rest - title),
        *pad([(cut(headline(card), title - 1), "dim")], title),
        (fit_right(day(card.published), DATE - 1) + " ", "dim"),
    ]


def card_blocks(card: Card, cells: int) -> list[Block]:
    """An article with what was done to it."""
    cells = max(12, cells - 3)
    lines: list[Line] = wrapped(reference(card), cells, key="strong", most=3)
    lines += [[], *wrapped(marks_said(card.marks), cells)]
    lines += [[], *wrapped(one_line(card.opening), cells, key="dim", most=4)]
    return [Block(tuple(line or [("", "text")] for line in lines))]


def note_blocks(note: Note, page: Page, cells: int) -> list[Block]:
    """A note with the words it is about, where they stand, and when it was written."""
    cells = max(12, cells - 3)
    lines: list[Line] = wrapped(reference(page.article), cells, key="strong", most=3)
    lines.append([])
    if note.place is not None:
        span = next((span for span, other in page.noted if other.number == note.number), None)
        lines += wrapped(f"“{as_read(words_of(note))}”", cells, key="text marked", most=12)
        place = f"¶{page.paragraph_of(span.start)}" if span else "no longer in the text"
        lines += [[(place, "dim")], []]
    for line in note.text.split("\n") if note.text else ():
        lines += wrapped(line, cells) or [[]]
    lines += [[]] if note.text else []
    lines.append([(f"written {long_moment(note.changed)}", "dim")])
    if note.made != note.changed:
        lines.append([(f"begun {long_moment(note.made)}", "dim")])
    return [Block(tuple(line or [("", "text")] for line in lines))]


def no_notes(words: str, cells: int) -> list[Block]:
    """What is said where there is none."""
    cells = max(12, cells - 3)
    if words:
        lines = wrapped(f"No note has these words: {words}", cells, key="strong")
        lines += wrapped("/ looks for others, Esc shows all", cells, key="dim")
    else:
        lines = wrapped("No notes yet", cells, key="strong")
        keys = (("v", "in an article: choose words"), ("H", "mark them"), ("w", "write a note"))
        lines += [[], *([(f"{key}  ", "accent"), (does, "text")] for key, does in keys)]
    return [Block(tuple(line or [("", "text")] for line in lines))]
