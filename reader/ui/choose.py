"""Choosing the two to four articles that stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from reader.model import Card
from reader.text.safety import one_line
from reader.ui.boxes import Box
from reader.ui.draw import Line, fit, fit_right, spread
from reader.ui.lineview import LineView
from reader.ui.shelf import LETTERS, day, headline


class Choices(LineView):
    """Articles with a letter before those that are chosen."""

    def __init__(self, cards: Sequence[Card], chosen: Sequence[str], most: int) -> None:
        super().__init__()
        self.cards, self.chosen, self.most = cards, list(chosen), most

    def count(self) -> int:
        """All articles."""
        return len(self.cards)

    def draw(self, line: int, cells: int) -> Line:
        """Letter, headline, outlet, date."""
        card = self.cards[line]
        letter = LETTERS[self.chosen.index(card.id)] if card.id in self.chosen else " "
        outlet = one_line(card.outlet) if card.outlet else "no outlet"
        right: Line = [(f"{fit(outlet, 18)} {fit_right(day(card.published), 8)} ", "dim")]
        left: Line = [(f" {letter} ", "accent"), (headline(card), "text")]
        return spread(left, right, cells)

    def toggle(self) -> bool:
        """Choose or drop the current article; False where there is no room for more."""
        id = self.cards[self.cursor].id
        if id in self.chosen:
            self.chosen.remove(id)
        elif len(self.chosen) < self.most:
            self.chosen.append(id)
        else:
            return False
        self.refresh()
        return True


class ChooseBox(Box[tuple[str, ...]]):
    """Which articles are compared."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,x", "choose", show=False),
        Binding("enter", "done", show=False),
        Binding("q", "close", show=False),
    ]

    def __init__(self, cards: Sequence[Card], chosen: Sequence[str], most: int) -> None:
        super().__init__()
        self._choices = Choices(cards, chosen, most)

    def compose(self) -> ComposeResult:
        """The articles and what the keys do."""
        with Vertical(id="box") as box:
            box.border_title = "Which articles"
            yield self._choices
            yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        """Focus on the list."""
        self._choices.styles.height = min(self._choices.count(), 16)
        self._choices.focus()
        self._choices.reset()
        self._say("")

    def _say(self, words: str) -> None:
        keys = f"Space choose, at most {self._choices.most}   Enter compare   Esc keep"
        self.query_one("#said", Static).update(words or keys)

    def action_move(self, by: int) -> None:
        """Up and down."""
        self._choices.move(by)

    def action_choose(self) -> None:
        """Choose or drop."""
        room = self._choices.toggle()
        self._say("" if room else f"At most {self._choices.most}: drop one first")

    def action_done(self) -> None:
        """Compare them."""
        if len(self._choices.chosen) < 2:
            self._say("Choose at least two")
        else:
            self.dismiss(tuple(self._choices.chosen))
