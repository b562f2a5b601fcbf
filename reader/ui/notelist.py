"""All notes and marked words: a row each, and all of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reader.model import Note, When
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
        self.notes: Sequence[Note] = ()
        self.shelf = Shelf()

    def show(self, notes: Sequence[Note], shelf: Shelf) -> None:
        """Put up these; the cursor stays on its note while that is there."""
        held = self.current
        self.notes, self.shelf = notes, shelf
        at = [i for i, note in enumerate(notes) if held and note.number == held.number]
        self.reset(at[0] if at else min(self.cursor, max(0, len(notes) - 1)))

    @property
    def current(self) -> Note | None:
        """The note under the cursor."""
        return self.notes[self.cursor] if self.cursor < len(self.notes) else None

    def count(self) -> int:
        """The notes."""
        return len(self.notes)

    def title(self, note: Note) -> str:
        """The headline of its article."""
        card = self.shelf.cards.get(note.article)
        return headline(card) if card else ""

    def draw(self, line: int, cells: int) -> Line:
        """Sign, what was written or else marked, headline, day."""
        note = self.notes[line]
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

    def matching(self, notes: Sequence[Note], words: str) -> list[Note]:
        """Those that have all of the words, in what was written or marked or in the headline."""
        parts = words.casefold().split()
        found = []
        for note in notes:
            whole = f"{note.text}\n{words_of(note)}\n{self.title(note)}".casefold()
            if all(part in whole for part in parts):
                found.append(note)
        return found


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
