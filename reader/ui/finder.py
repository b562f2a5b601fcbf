"""Search while typing: the line, the filters below it, and what the library screen shows of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from reader.errors import ReaderError
from reader.text.safety import clean
from reader.ui.bars import Hint, OneLine, TopBar
from reader.ui.draw import Line, cut, spread, width, wrapped
from reader.ui.lineview import Block
from reader.ui.results import Found, Hit
from reader.ui.shelf import LETTERS, headline
from reader.ui.tasks import begin

if TYPE_CHECKING:
    from reader.ui.desk import Page
    from reader.ui.library_screen import LibraryScreen

MOST = 100
"""Hits that are listed; more are narrowed by further words, not scrolled through."""

PAUSE = 0.06
"""Seconds after the results of a key before their preview is made: most are typed over."""

LONGEST = 1000
"""Characters of a query; what is pasted beyond them is dropped."""


class OneLineInput(Input):
    """An input whose text cannot carry control characters, however it comes in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+u", "empty", show=False)]

    def action_empty(self) -> None:
        """Take all of it away."""
        self.value = ""

    def _on_paste(self, event: events.Paste) -> None:
        words = " ".join(clean(event.text[: LONGEST * 4]).split())
        self.insert_text_at_cursor(words[: max(0, LONGEST - len(self.value))])
        event.stop()
        event.prevent_default()


class SearchLine(Horizontal):
    """`/`, what is typed, and at the right how the list is ordered; filters below."""

    DEFAULT_CSS = """
    SearchLine { height: 1; }
    SearchLine Static { width: 3; text-style: bold; color: $primary; }
    SearchLine OneLineInput { width: 1fr; }
    SearchLine Status { width: 26; }
    """

    def compose(self) -> ComposeResult:
        """Sign, input, status."""
        yield Static(" / ", markup=False)
        yield OneLineInput(placeholder="search all articles", compact=True, id="query")
        yield Status()


class Status(OneLine):
    """Words at the right end of the search line."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def say(self, words: str) -> None:
        """Show these words."""
        self.words = words
        self.refresh()

    def runs(self, cells: int) -> Line:
        """The words at the right."""
        return spread([], [(cut(self.words, cells - 2) + " ", "dim")], cells)


class Filters(OneLine, can_focus=True):
    """Counts by which a result can be narrowed: Tab enters, Enter narrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,down,j", "turn(1)", show=False),
        Binding("left,h,up,k", "turn(-1)", show=False),
        Binding("enter,space", "narrow", show=False),
    ]

    @dataclass
    class Narrow(Message):
        """A filter was chosen."""

        term: str

    def __init__(self) -> None:
        super().__init__(id="filters")
        self.display = False
        self._terms: list[tuple[str, str, int]] = []
        """Heading, term of the query language, count."""
        self._at = 0
        self._places: list[tuple[int, int]] = []

    def show(self, found: Found | None) -> None:
        """Put up the counts of a result."""
        self._terms = filter_terms(found) if found else []
        self._at = min(self._at, max(0, len(self._terms) - 1))
        self.display = bool(self._terms)
        self.refresh()

    def runs(self, cells: int) -> Line:
        """Each filter with its count."""
        line: Line = [(" filters ", "dim")]
        self._places = []
        last: str | None = None
        for index, (head, term, count) in enumerate(self._terms):
            name = term.partition(":")[2].strip('"') or term
            gap = ", " if head == last else f"  {head} " if head else "  "
            current = index == self._at and self.has_focus
            piece = f"{name} {count:,}"
            if width(line) + len(gap) + len(piece) > cells - 2:
                break
            line.append((gap, "dim"))
            start = width(line)
            line.append((piece, "accent underline" if current else "text"))
            self._places.append((start, start + len(piece)))
            last = head
        return line

    def on_focus(self) -> None:
        """Mark the current filter."""
        self.refresh()

    def on_blur(self) -> None:
        """Unmark it."""
        self.refresh()

    def action_turn(self, by: int) -> None:
        """To the next filter."""
        self._at = max(0, min(self._at + by, len(self._places) - 1))
        self.refresh()

    def action_narrow(self) -> None:
        """Narrow to the current filter."""
        if self._at < len(self._terms):
            self.post_message(self.Narrow(self._terms[self._at][1]))

    def on_click(self, event: events.Click) -> None:
        """Narrow to the filter under the pointer."""
        for index, (start, end) in enumerate(self._places):
            if start <= event.x < end:
                self.post_message(self.Narrow(self._terms[index][1]))


def filter_terms(found: Found) -> list[tuple[str, str, int]]:
    """The filters that narrow a result: those that neither all nor none of it has."""
    terms: list[tuple[str, str, int]] = []
    for head, key in (("", "is"), ("outlet", "outlet"), ("year", "date")):
        counts = sorted(found.facets.get(key, {}).items(), key=lambda kv: (-kv[1], kv[0]))
        for value, count in counts[:6]:
            if value and 0 < count < found.total:
                quoted = f'"{value}"' if " " in value else value
                terms.append((head, f"{key}:{quoted}", count))
    return terms


class FindLine(Horizontal):
    """The line at the bottom in which words to find on this screen are typed."""

    DEFAULT_CSS = """
    FindLine { height: 1; display: none; }
    FindLine.-open { display: block; layout: horizontal; }
    FindLine Static { width: 3; text-style: bold; color: $primary; }
    FindLine OneLineInput { width: 1fr; }
    """

    @dataclass
    class Asked(Message):
        """Enter was pressed: find these words."""

        words: str

    def compose(self) -> ComposeResult:
        """Sign and input."""
        yield Static(" / ", markup=False)
        yield OneLineInput(placeholder="find on this screen", compact=True)

    def enter(self) -> None:
        """Open the line."""
        self.add_class("-open")
        self.screen.set_focus(self.query_one(Input))

    def _leave(self, words: str) -> None:
        self.remove_class("-open")
        self.post_message(self.Asked(words))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._leave(event.value.strip())

    def key_escape(self, event: events.Key) -> None:
        """Leave without finding."""
        event.stop()
        self._leave("")


class Finder:
    """The search of the library screen: what was asked, what was found, where the person was."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._found: Found | None = None
        self._before: str | None = None
        self._sort: Literal["relevance", "date"] = "relevance"
        self._shelf_words = ""

    @property
    def input(self) -> Input:
        """The line in which the query is typed."""
        return self._screen.query_one("#query", Input)

    @property
    def query(self) -> str:
        """What is being looked for; empty where all articles are shown."""
        return self.input.value.strip()

    @property
    def typing(self) -> bool:
        """Whether keys type."""
        return self.input.has_focus

    @property
    def active(self) -> bool:
        """Whether results are shown."""
        return self._found is not None

    def place(self, words: str) -> None:
        """What stands at the right while nothing is looked for."""
        self._shelf_words = words
        if not self.active:
            self._screen.query_one(Status).say(words)

    def enter(self) -> None:
        """Into the line."""
        if not self.active:
            row = self._screen.documents.current
            self._before = row.id if row else None
        self._screen.set_focus(self.input)

    def leave(self) -> bool:
        """Once: into the list, the words stay; twice: all articles. False with nothing to leave."""
        if self.typing or self._screen.query_one(Filters).has_focus:
            self._screen.documents.focus()
            return True
        if not self.query and not self.active:
            return False
        self.input.value = ""
        self._close()
        return True

    def _close(self) -> None:
        self._found = None
        self._screen.query_one(Filters).show(None)
        self._screen.query_one(Status).say(self._shelf_words)
        self._screen.fill_list(keep=self._before)
        self._screen.refresh_hints()

    async def ask(self) -> None:
        """Look for what stands in the line; first the top of the result, then the rest."""
        query, screen = self.query, self._screen
        if not query:
            if self.active:
                self._close()
            return
        desk = screen.reader.desk
        try:
            for limit in (None, MOST):
                found = await desk.find(
                    query, screen.shelf, typing=self.typing, sort=self._sort, limit=limit
                )
                if found is None or query != self.query:
                    return
                self._show(found)
                if found.total <= len([r for r in found.rows if r.kind == "article"]):
                    return
                await asyncio.sleep(PAUSE * 4)
        except ReaderError as error:
            screen.say(str(error), error=True)

    def _show(self, found: Found) -> None:
        screen = self._screen
        view = screen.documents
        current = view.current
        self._found = found
        keep = [i for i, hit in enumerate(found.rows) if current and hit.id == current.id]
        first = next((i for i, hit in enumerate(found.rows) if hit.kind == "article"), 0)
        at = keep[0] if keep and isinstance(current, Hit) else first
        view.show(found.rows, screen.shelf, at)
        screen.query_one(Filters).show(found)
        screen.query_one(Status).say("newest first" if self._sort == "date" else "best first")
        total = len(screen.shelf.cards)
        screen.query_one(TopBar).say(f"{found.total:,} of {total:,} articles")
        if found.notice:
            screen.say(found.notice)
        screen.show_preview(PAUSE)
        screen.refresh_hints()

    def next_order(self) -> None:
        """Best first, newest first."""
        self._sort = "date" if self._sort == "relevance" else "relevance"
        begin(self._screen, "find", self.ask)

    def narrow(self, term: str) -> None:
        """Add a filter to the query."""
        self.input.value = f"{self.query} {term}"
        self._screen.documents.focus()

    def hints(self) -> Sequence[Hint]:
        """What keys do while typing: only keys that are not letters."""
        hints = [Hint("↓", "to results", "to_results")] if self.active else []
        hints += [Hint("Enter", "open first", "open_first")] if self.active else []
        if self._screen.query_one(Filters).display:
            hints.append(Hint("Tab", "filters", "pane"))
        return (*hints, Hint("Esc", "leave", "back"))

    def place_in(self, hit: Hit) -> int | None:
        """Where an opened hit starts."""
        return hit.first

    def nothing(self, cells: int) -> list[Block]:
        """What the preview says where nothing was found."""
        cells = max(12, cells - 3)
        lines: list[Line] = [[("Nothing found", "strong")], [("", "text")]]
        lines += wrapped(f"No article has all of: {self.query}", cells, key="dim")
        lines.append([("", "text")])
        lines += [
            [("Esc", "accent"), (" all articles", "text")],
            [("/", "accent"), ("   other words", "text")],
        ]
        return [Block(tuple(lines))]

    def preview(self, hit: Hit, page: Page, cells: int) -> list[Block]:
        """The paragraph of the first place, with all places marked; then the event's others."""
        from reader.search.snippets import places

        found = self._found
        if found is None:
            return []
        cells = max(12, cells - 3)
        article = page.article
        spans = places(article, found.root)
        lines: list[Line] = [*wrapped(headline(article), cells, key="strong", most=2)]
        if spans:
            number = page.paragraph_of(spans[0].start)
            lines.append([(f"place 1 of {len(spans)}, paragraph {number}", "dim")])
            lines.append([("", "text")])
            marks: list[Any] = [(s.start, s.end, "found") for s in spans]
            at = next((i for i, p in enumerate(page.paragraphs) if p.span.end > spans[0].start), 0)
            for paragraph in page.paragraphs[at : at + 3]:
                key = "strong" if paragraph.heading else "text"
                lines += wrapped(article.text, cells, marks, key, span=paragraph.span)
                lines.append([("", "text")])
        elif hit.never:
            lines.append([("never says " + ", ".join(hit.never), "dim")])
        lines += self._others(hit, found, cells)
        return [Block(tuple(lines))]

    def _others(self, hit: Hit, found: Found, cells: int) -> list[Line]:
        others = [
            row
            for row in found.rows
            if row.kind == "article"
            and row.inside
            and row.inside == hit.inside
            and row.id != hit.id
        ]
        if not others:
            return []
        lines: list[Line] = [[("Others of this event", "strong")]]
        for letter, row in zip(LETTERS[1:], others, strict=False):
            body = wrapped(row.snippet, cells - 2, row.found, "dim", most=2) if row.snippet else []
            if row.never:
                body.append([("never says " + cut(", ".join(row.never), cells - 13), "dim")])
            for index, part in enumerate(body):
                lines.append([(f"{letter} " if index == 0 else "  ", "strong"), *part])
        return lines
