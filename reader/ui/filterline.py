"""The line below the search line: what was not understood, what may be typed on, filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from reader.keymap import on_screen
from reader.text.safety import one_line
from reader.ui.bars import OneLine
from reader.ui.draw import Line, clip, cut, width

if TYPE_CHECKING:
    from reader.actions.completing import Completion
    from reader.ui.app import ReaderApp
    from reader.ui.frame import FrameScreen
    from reader.ui.narrowing import Filter

LABEL = 28
"""Cells of the name of an event, which is a headline."""
_HERE = ("pane", "pane-back", "jump", "undo")
"""What is done from here as from anywhere."""
TIP = 'is:unread  outlet:  date:7d  title:  "side by side"  -without  ferr*'


def _keys_of_the_list() -> frozenset[str]:
    """Keys that do something with the rows of the list, as they are bound."""
    about = (each for each in on_screen("L") if each.group in ("Doing", "Moving"))
    keys = {key for each in about if each.id not in _HERE for key in each.keys}
    return frozenset(keys - {"enter", "space", "left", "right", "up", "down", *"hjkl"})


class Filters(OneLine, can_focus=True):
    """Counts by which a result can be narrowed: Tab enters, Enter puts one on, and takes one off
    that is marked as on. Keys that act on the list do nothing here.

    While a person types, what is more urgent stands in their place: first what is wrong with the
    query, then values of the field that is being typed.
    """

    DEFAULT_CSS = "Filters { display: none; } Filters.-open { display: block; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "turn(1)", show=False),
        Binding("left,h", "turn(-1)", show=False),
        Binding("enter,space", "narrow", show=False),
        Binding("backspace", "widen", show=False),
        Binding("down,j", "screen.to_results", show=False),
        Binding("up,k", "screen.find", show=False),
    ]

    @dataclass
    class Narrow(Message):
        """A filter was chosen, to be put on, or taken off if it was shown as on."""

        term: str
        on: bool

    @dataclass
    class Taken(Message):
        """What may be typed on was clicked."""

        completion: Completion

    def __init__(self) -> None:
        super().__init__(id="filters")
        self.filters: Sequence[Filter] = ()
        self.offers: Sequence[Completion] = ()
        self.wrong: tuple[int, str] | None = None
        """At which cell of this line, and why, the query was not understood."""
        self.meant: tuple[str, int] | None = None
        """Another spelling of the query, with how much it finds."""
        self.tip = False
        """Whether to tell what can be typed at all."""
        self._at = self._first = 0
        self._told: object = None
        self._places: list[tuple[int, int, int]] = []
        self._words = False
        """Whether signs are said in words."""

    def put(self, filters: Sequence[Filter]) -> None:
        """Put up the counts of a result; the cursor stays on its filter."""
        current = self.current
        self.filters = filters
        terms = [each.term for each in filters]
        self._at = terms.index(current.term) if current and current.term in terms else 0
        self.tell()

    def open(self, open: bool) -> None:
        """Stand there or not: with the search line, so that results never jump."""
        self.set_class(open, "-open")
        self.tell()

    def tell(self) -> None:
        """Draw what is most urgent, if it is something else than before."""
        told = (self.wrong, self.offers, self.meant, self.tip, self.filters)
        if told != self._told:
            self._told = told
            self.refresh()

    @property
    def current(self) -> Filter | None:
        """The filter under the cursor."""
        return self.filters[self._at] if self._at < len(self.filters) else None

    # Drawing -----------------------------------------------------------------------------------

    def runs(self, cells: int) -> Line:
        """What is most urgent."""
        self._places = []
        if self.has_focus:
            return self._filters([], cells)
        if self.wrong:
            return self._wrong(*self.wrong, cells)
        if self.offers:
            return self._offers(cells)
        if self.meant:
            query, total = self.meant
            line: Line = [(" did you mean ", "dim"), (cut(one_line(query), cells // 2), "accent"),
                          (f" {total:,}", "text"), ("  Ctrl+G", "dim")]  # fmt: skip
            return self._filters(line, cells)
        if self.tip:
            return clip([(" try ", "dim"), (f"  {TIP}", "text")], cells)
        return self._filters([], cells)

    def _wrong(self, at: int, sentence: str, cells: int) -> Line:
        """The sentence, its arrow below what it is about where there is room for it."""
        said = cut(f"↑ {sentence}", cells - 1)
        at = max(1, min(at, cells - cell_len(said) - 1))
        return clip([(" " * at, "text"), (said, "error")], cells)

    def _offers(self, cells: int) -> Line:
        line: Line = [(" ", "text")]
        for index, offer in enumerate(self.offers):
            count = offer.about.partition(" ")[0]
            piece = f"{offer.shown} "
            if width(line) + cell_len(piece) + len(count) + 2 > cells and index:
                break
            start = width(line)
            line += [(piece, "accent underline" if index == 0 else "text"), (count, "dim")]
            self._places.append((start, width(line), index))
            line.append(("   ", "text"))
        return clip(line, cells)

    def _filters(self, head: Line, cells: int) -> Line:
        if not self.filters:
            return head
        self._first = min(self._first, self._at)
        while True:
            line = self._from(self._first, [*head, (" filters ", "dim")], cells)
            if self._first >= self._at or any(i == self._at for _, _, i in self._places):
                return line
            self._first += 1

    def _from(self, first: int, line: Line, cells: int) -> Line:
        """The filters from one on, as many as fit."""
        self._places = []
        last: str | None = None
        if first:
            line.append((" …", "dim"))
        for index, each in enumerate(self.filters[first:], first):
            gap = "  " if last is None or each.head == last else "   "
            head = f"{each.head} " if each.head != last and each.head else ""
            here = self.has_focus and index == self._at
            key = "accent ground" if here else "accent" if each.on else "text"
            sign = ("on " if self._words else "✓ ") if each.on else ""
            piece = f"{sign}{cut(each.label, LABEL)} {each.count:,}"
            if width(line) + len(gap) + len(head) + cell_len(piece) > cells - 2:
                line.append((" …", "dim"))
                break
            line += [(gap, "dim"), (head, "dim")]
            start = width(line)
            line.append((piece, key))
            self._places.append((start, width(line), index))
            last = each.head
        return line

    def render_line(self, y: int) -> Strip:
        """Draw it, with the terminal's own cursor on the current filter."""
        self._words = cast("ReaderApp", self.app).words
        strip = super().render_line(y)
        if self.has_focus:
            begins = (start for start, _, index in self._places if index == self._at)
            at = strip.text.find("{") if self._words else next(begins, 0)
            self.app.cursor_position = self.region.offset + Offset(max(0, at), y)
        return strip

    # Doing -------------------------------------------------------------------------------------

    def on_focus(self) -> None:
        """Mark the current filter, or unmark it."""
        self.refresh()

    on_blur = on_focus

    def action_turn(self, by: int) -> None:
        """To the next filter."""
        self._at = max(0, min(self._at + by, len(self.filters) - 1))
        self.refresh()

    def action_narrow(self) -> None:
        """Narrow to the current filter, or no more."""
        if self.current:
            self._choose(self.current)

    def action_widen(self) -> None:
        """Take the last filter off again."""
        on = [each for each in self.filters if each.on]
        if on:
            self._choose(on[-1])

    def _choose(self, chosen: Filter) -> None:
        self.post_message(self.Narrow(chosen.term, on=not chosen.on))

    def on_key(self, event: events.Key) -> None:
        """Say how to come to the list, which the key would act on."""
        if event.key in _keys_of_the_list():
            event.stop()
            cast("FrameScreen", self.screen).say("These are the filters: ↓ goes to the results")

    def places(self) -> Sequence[tuple[int, int, str]]:
        """What is offered, or the filters, by their number."""
        return [(start, end, str(index)) for start, end, index in self._places]

    async def press(self, action: str) -> None:
        """Take what is offered, or filter."""
        if self.offers and not self.has_focus:
            self.post_message(self.Taken(self.offers[int(action)]))
        else:
            self._choose(self.filters[int(action)])

    async def on_click(self, event: events.Click) -> None:
        """Take what is under the pointer."""
        for start, end, index in self.places():
            if start <= event.x < end:
                await self.press(index)
