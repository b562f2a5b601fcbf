"""A text in which words can be chosen with keys, as with the mouse."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.selection import Selection

from reader.keymap import keys_of
from reader.model import Span
from reader.text.document import Document
from reader.text.sentences import without_marks
from reader.text.shown import UNSEEN
from reader.ui.bars import Hint
from reader.ui.choice import Choice
from reader.ui.desk import Page
from reader.ui.roles import GROUND
from reader.ui.textview import GUTTER, TextView

HINTS = (
    Hint("H", "mark", "highlight"),
    Hint("w", "note", "note"),
    Hint("y", "copy", "copy"),
    Hint("j", "next", "choice('turn', 1)"),
    Hint("J K", "more, less", "choice('stretch', 1)"),
    Hint("l h", "by word", "choice('grow', 1)"),
    Hint("o", "other end", "choice('swap', 0)"),
)
MOVES = {
    "down": ("turn", 1),
    "up": ("turn", -1),
    "step": ("stretch", 1),
    "step-back": ("stretch", -1),
    "right": ("grow", 1),
    "left": ("grow", -1),
    "browser": ("swap", 0),
}
"""What the keys of these commands do while words are chosen."""
LEAVE = ("escape", "back", "choose")
"""The commands whose keys choose nothing any more."""


class ChooseText(TextView):
    """An article of which words can be chosen; while they are, moving keys choose."""

    choice: Choice | None = None

    class Chose(Message):
        """Words are chosen, others than before, or none any more."""

    def load(self, page: Page, offset: int = 0, *, exact: bool = False) -> None:
        """Show an article from a character offset on, with nothing chosen."""
        self.choice = None
        super().load(page, offset, exact=exact)

    def choose(self) -> None:
        """Choose the sentence of the current mark, else the first one in sight."""
        if self.opened is None or not Document(self.opened.article).passages:
            return
        offset = self.offset_in_sight()
        if (mark := self.current_mark) is not None:
            offset = Document(self.opened.article).sentence_around(mark.span).span.start
        self.choice = Choice(Document(self.opened.article), offset)
        self._chosen()

    def let_go(self) -> bool:
        """Choose nothing any more; whether something was chosen."""
        was, self.choice = self.choice is not None, None
        if was:
            self.refresh()
            self.post_message(self.Chose())
        return was

    def chosen(self) -> Span | None:
        """What is chosen: with the mouse, else with keys."""
        if (selection := self.text_selection) is not None and self.opened is not None:
            start, end = selection.start, selection.end
            first = self._offset(start.y, start.x) if start else 0
            last = self._offset(end.y, end.x) if end else len(self.opened.article.text)
            text = self.opened.article.text
            span = _whole_words(text, first, last)
            return without_marks(text, span) if span else None
        return self.choice.span if self.choice else None

    def selection_updated(self, selection: Selection | None) -> None:
        """The keys of what is selected stand in the last line."""
        super().selection_updated(selection)
        self.post_message(self.Chose())

    def _offset(self, line: int, column: int) -> int:
        """The offset of a character of the screen; the margin is that of the first one."""
        place = self._lines[max(0, min(line, len(self._lines) - 1))]
        into = max(0, column - 1 - GUTTER - len(place.lead))
        stands = (at for at in range(place.start, place.end) if self._shown[at] != UNSEEN)
        return next(
            (at for seen, at in enumerate(stands) if seen + place.blanks_to(at) >= into), place.end
        )

    def _chosen(self) -> None:
        if self.choice is not None:
            self.show_span(self.choice.span)
            moving = self.line_of(self.choice.moving)
            top, height = self.scroll_offset.y, max(1, self.size.height)
            if not top <= moving < top + height:
                self.scroll_to(y=moving - height // 2, animate=False, immediate=True)
        self.refresh()
        self.place_cursor()
        self.post_message(self.Chose())

    def move_choice(self, move: str, by: int) -> None:
        """Choose other words: a move is the name of a method of the choice."""
        if self.choice is not None:
            getattr(self.choice, move)(by)
            self._chosen()

    def on_key(self, event: events.Key) -> None:
        """While words are chosen, the keys that move choose others."""
        if self.choice is None:
            return
        for id, (move, by) in MOVES.items():
            if event.key in keys_of(id):
                self.move_choice(move, by)
                event.stop()
                return
        if any(event.key in keys_of(id) for id in LEAVE):
            self.let_go()
            event.stop()

    def cursor_line(self) -> int:
        """The line of the end that moves."""
        return self.line_of(self.choice.moving) if self.choice else super().cursor_line()

    def grounds(self) -> list[tuple[Span, str]]:
        """Marked words, and what is chosen on the colour of the selection."""
        chosen = [(self.choice.span, GROUND)] if self.choice else []
        return [*super().grounds(), *chosen]


def _whole_words(text: str, first: int, last: int) -> Span | None:
    """The words of a text that two offsets reach into; None where they hold nothing."""
    if first >= last:
        return None
    while first > 0 and text[first - 1].isalnum() and text[first].isalnum():
        first -= 1
    while last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
        last += 1
    return Span(first, last)
