"""The library as the screens hold it: cards, events, and the rows of a list made from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from reader.model import PIPE, Article, Card, Event, Marks, When
from reader.text.safety import one_line

if TYPE_CHECKING:
    from reader.actions.filters import Facets
    from reader.library.library import Library

LETTERS = "ABCD"
Order = Literal["newest", "outlet", "title"]
ORDERS: tuple[Order, ...] = ("newest", "outlet", "title")
WAYS = 3
"""Ways of listing whose rows are kept: of 100,000 articles each takes some MB."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the document list."""

    kind: Literal["event", "article"]
    id: str
    """Of the event or the article."""
    inside: str | None = None
    """The event that an unfolded article stands under."""


@dataclass(frozen=True)
class Shelf:
    """All cards in their order, and the events of two and more articles."""

    cards: Mapping[str, Card] = field(default_factory=dict)
    """By article id, newest first."""
    events: Mapping[str, Event] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)
    """How many texts an article had, for those with more than one."""
    noted: frozenset[str] = frozenset()
    """Ids of articles with marked words or notes."""
    counted: tuple[int, int] | None = None
    """All articles and the unread ones of the library, where the cards are its first ones only."""
    _made: dict[object, list[Row]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def facets(self) -> Facets:
        """Counts what was found."""
        from reader.actions.filters import Facets

        return Facets(self.cards)

    @property
    def total(self) -> int:
        """How many articles there are."""
        return len(self.cards) if self.counted is None else self.counted[0]

    @cached_property
    def unread(self) -> int:
        """How many articles have not been read."""
        if self.counted is not None:
            return self.counted[1]
        return sum(not card.marks.read for card in self.cards.values())

    def rows(
        self, unfolded: set[str], *, flat: bool, order: Order = "newest", only: Sequence[str] = ()
    ) -> list[Row]:
        """The rows of the list: by event, each at the place of its newest article, or flat.

        Kept for the last ways of listing: a thread may make them before the screen asks.
        """
        key = (frozenset(unfolded), flat, order, tuple(only))
        rows = self._made.get(key)
        if rows is None:
            rows = self._rows(unfolded, flat=flat, order=order, only=only)
            for oldest in list(self._made)[: 1 - WAYS]:
                self._made.pop(oldest, None)
            self._made[key] = rows
        return rows

    def _rows(
        self, unfolded: set[str], *, flat: bool, order: Order, only: Sequence[str]
    ) -> list[Row]:
        ids = [i for i in only if i in self.cards] if only else list(self.cards)
        if order != "newest":
            ids.sort(key=lambda id: self._sort_key(id, order))
        if flat:
            return [Row("article", id) for id in ids]
        rows: list[Row] = []
        seen: set[str] = set()
        for id in ids:
            event = self.cards[id].event
            if event is None or event not in self.events:
                rows.append(Row("article", id))
            elif event not in seen:
                seen.add(event)
                rows.append(Row("event", event))
                if event in unfolded:
                    members = [a for a in self.events[event].articles if a in self.cards]
                    rows += [Row("article", a, event) for a in members if not only or a in only]
        return rows

    def _sort_key(self, id: str, order: Order) -> tuple[bool, str]:
        card = self.cards[id]
        words = card.outlet if order == "outlet" else card.title
        return words is None, (words or "").casefold()

    def newest(self, event: Event) -> When | None:
        """The latest date that an article of the event gives."""
        known = [
            card.published
            for id in event.articles
            if (card := self.cards.get(id)) and card.published
        ]
        return max(known, key=lambda when: when.last, default=None)

    def with_marks(self, id: str, marks: Marks) -> Shelf:
        """The shelf with one article's marks changed."""
        cards = dict(self.cards)
        cards[id] = replace(cards[id], marks=marks)
        return replace(self, cards=cards)


def read_shelf(library: Library) -> Shelf:
    """Cards and events of a library as they are now."""
    cards = {card.id: card for card in library.cards()}
    # An event may have lost articles since it was saved.
    events = {event.id: event for event in library.events(least=2) if len(event.articles) > 1}
    return Shelf(cards, events, library.versioned(), frozenset(library.annotated()))


def read_beginning(library: Library, most: int) -> Shelf:
    """The first articles of a library, with all of their events; all of it where it has few."""
    total = library.count()
    if total <= most:
        return read_shelf(library)
    first = library.cards(library.ids(most))
    found = library.some_events({card.event for card in first if card.event})
    events = {event.id: event for event in found if len(event.articles) > 1}
    known = {card.id for card in first}
    others = {id for event in events.values() for id in event.articles if id not in known}
    cards = {card.id: card for card in [*first, *library.cards(others)]}
    counted = total, total - library.count_read()
    return Shelf(cards, events, library.versioned(), frozenset(library.annotated()), counted)


def headline(card: Card | Article) -> str:
    """The headline, or `no headline:` and the first words."""
    if card.title:
        return one_line(card.title)
    opening = card.opening if isinstance(card, Card) else card.text[:120]
    return f"no headline: {one_line(opening)}"


def today() -> date:
    """The day it is; what is recent is shown without its year."""
    return date.today()


def day(when: When | None) -> str:
    """A date for a narrow column: `20 Nov`, `Nov 2025`, `2025`; other years stand in full."""
    if when is None:
        return "no date"
    month = f"{when.first:%b}"
    if len(when.iso) == 4:
        return when.iso
    if not when.exact:
        return f"{month} {when.first.year}"
    short = f"{when.first.day} {month}"
    recent = abs((today() - when.first).days) < 300
    return short if recent else f"{month} {when.first.year}"


def long_day(when: When | None) -> str:
    """A date in full, at the granularity that is known."""
    if when is None:
        return "no date"
    if len(when.iso) == 4:
        return when.iso
    return f"{when.first.day} {when.first:%B %Y}" if when.exact else f"{when.first:%B %Y}"


def long_moment(stamp: str) -> str:
    """A moment of this program's own (ISO 8601, UTC) in local time: `20 November 2025, 18:04`."""
    if not stamp:
        return "at an unknown time"
    moment = datetime.fromisoformat(stamp).astimezone()
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def place_said(source: str) -> str:
    """Where an article came from; what was pasted or piped comes from no place."""
    place, _, part = source.partition("#")
    if place == PIPE:
        return f"a paste or a pipe{': ' if part else ''}{one_line(part)}"
    return one_line(source) or "an unknown place"


def minutes(words: int) -> str:
    """Reading time: silent reading of English prose runs at about 238 words a minute
    (Brysbaert 2019, a meta-analysis of 190 studies).
    """
    count = max(1, round(words / 238))
    return "1 minute" if count == 1 else f"{count} minutes"


def counted(articles: int, *, samples: bool) -> str:
    """So many articles in words, which say whether they are samples."""
    thing = "sample" if samples else "article"
    return f"1 {thing}" if articles == 1 else f"{articles:,} {thing}s"
