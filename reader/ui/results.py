"""Hits of a search as rows: grouped by event, the event's other articles below their sisters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.model import Article, Event, Span
from reader.search.folding import folded
from reader.text.safety import one_line
from reader.text.shown import seen, shown
from reader.ui.draw import Mark
from reader.ui.shelf import Shelf

if TYPE_CHECKING:
    from reader.actions.find import Results
    from reader.library.library import Library
    from reader.search.port import Sort
    from reader.search.snippets import Wanted
    from reader.search.syntax import Node
    from reader.ui.narrowing import Filter

# A screen of results, with snippets and the others of their events. More while a person types
# would make keys late; the rest follows when they pause.
FIRST = 8

_HASHES = re.compile(r"^#{1,6} ", re.MULTILINE)  # heading marks of Markdown


class Order(NamedTuple):
    """An order of hits, as the person is told it."""

    said: str
    sort: Sort
    newer: bool = False
    """Whether a newer article comes before an older one that is about as good."""


ORDERS = (
    Order("best first, newer ahead", "relevance", newer=True),
    Order("best first", "relevance"),
    Order("newest first", "date"),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of search results."""

    kind: Literal["event", "article"]
    id: str
    inside: str | None = None
    places: int = 0
    """How many places in the article; of an event: how many of its articles were found, 0 while
    that is not known."""
    of: int = 0
    worded: bool = False
    """Whether nothing but words was looked for: an article that was not found lacks some."""
    snippet: str = ""
    found: tuple[Mark, ...] = ()
    """Found words in the snippet."""
    title_found: tuple[tuple[int, int], ...] = ()
    never: tuple[str, ...] = ()
    """Words of the query that this article does not say."""
    first: int | None = None
    """Offset of the first place in the text."""
    copies: int = 0
    """How many of the rows that follow print its text."""
    copy_of: str | None = None
    """The hit that this one is folded under, as both print one text."""


@dataclass(frozen=True)
class Found:
    """An answer as the list shows it."""

    query: str
    total: int
    notice: str
    rows: Sequence[Hit]
    """All of them; those that print the text of another follow it."""
    root: Node
    filters: Sequence[Filter] | None
    """What narrows it, with counts; None while only the top of the result is known."""
    meant: tuple[str, int] | None = None
    """The query as it may have been meant, where it found hardly anything, and what that finds."""
    instead: Sequence[tuple[str, int]] = ()
    """Where nothing was found: other queries and how many articles they find."""
    wrong: int | None = None
    """Offset in the query of what was not understood; the notice says why."""
    more: bool = False
    """Whether asking again finds more: articles are being read one by one."""

    def shown(self, unfolded: Collection[str]) -> list[Hit]:
        """The rows without those that print the text of a hit that is not unfolded."""
        return [row for row in self.rows if row.copy_of is None or row.copy_of in unfolded]


def hit_rows(
    results: Results,
    shelf: Shelf,
    library: Library,
    *,
    flat: bool = False,
    counted: bool = True,
) -> list[Hit]:
    """The rows of a result: an event stands where the best of its articles would.

    Flat: the articles found and no others. Hits that print one text follow the best of them, to
    be folded under it. Unless `counted`, how many of an event were found is left at 0: it is not
    known yet.
    """
    from reader.search.snippets import Wanted
    from reader.search.syntax import only_words

    best = [hit.id for hit in results.hits]
    wanted = list(best)
    events: dict[str, Event] = {}
    for id in best:
        card = shelf.cards.get(id)
        if not flat and card and card.event and card.event in shelf.events:
            events[card.event] = shelf.events[card.event]
            wanted += shelf.events[card.event].articles
    texts = {article.id: article for article in library.articles(dict.fromkeys(wanted))}
    copies = folded([id for id in best if id in texts], shelf.cards, shelf.events)
    found = shelf.facets.by_event(results.ids) if events and counted else Counter[str]()
    worded = only_words(results.root)
    looked_for = Wanted(results.root)
    rows: list[Hit] = []
    seen: set[str] = set()
    for id in copies:
        card = shelf.cards.get(id)
        event = events.get(card.event) if card and card.event else None
        if event is None:
            rows += _text_hits(id, copies, texts, looked_for)
        elif event.id not in seen:
            seen.add(event.id)
            head = Hit("event", event.id, None, found[event.id], len(event.articles), worded)
            rows += [head, *_event_hits(event, copies, texts, looked_for)]
    return rows


def _event_hits(
    event: Event,
    copies: Mapping[str, Sequence[str]],
    texts: Mapping[str, Article],
    wanted: Wanted,
) -> list[Hit]:
    members = [id for id in copies if id in event.articles]
    listed = {*copies, *chain.from_iterable(copies.values())}
    others = [id for id in event.articles if id not in listed and id in texts]
    rows: list[Hit] = []
    for id in members:
        for hit in _text_hits(id, copies, texts, wanted):
            rows.append(replace(hit, inside=event.id if hit.id in event.articles else None))
    return rows + [replace(article_hit(texts[id], wanted), inside=event.id) for id in others]


def _text_hits(
    id: str, copies: Mapping[str, Sequence[str]], texts: Mapping[str, Article], wanted: Wanted
) -> list[Hit]:
    """A hit and those that print its text."""
    others = copies[id]
    head = replace(article_hit(texts[id], wanted), copies=len(others))
    return [head, *(replace(article_hit(texts[each], wanted), copy_of=id) for each in others)]


def copies_said(count: int) -> str:
    """`1 copy`, `3 copies`."""
    return "1 copy" if count == 1 else f"{count:,} copies"


def article_hit(article: Article, wanted: Wanted) -> Hit:
    """One article's row: its best passage, the words found in it and those it never says."""
    there = wanted.within(article)
    spans = there.places
    words, marks = "", []
    for evidence in there.snippet():
        if words or not _begins(article.text, evidence.span.start):
            words = words.removesuffix(" …") + (" … " if words else "… ")
        quote = _HASHES.sub(lambda marker: " " * len(marker[0]), shown(evidence.quote))
        marks += _marks(quote, evidence.span, spans, len(words))
        words += one_line(seen(quote))
        if not words.endswith((".", "!", "?", "”", '"')):
            words += " …"
    title = tuple((s.start, s.end) for s in there.title_places)
    plain = one_line(article.title or "") == (article.title or "")
    return Hit(
        "article",
        article.id,
        places=len(spans),
        snippet=words,
        found=tuple(marks),
        title_found=title if plain else (),
        never=there.never_says,
        first=spans[0].start if spans else None,
    )


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at an offset."""
    before = text[:start].rstrip(" “\"‘'")
    return not before or before[-1] in ".!?…”\n"


def _marks(quote: str, span: Span, places: Sequence[Span], shift: int) -> list[Mark]:
    """The places within a cut quote, as offsets in its one-line form."""
    marks: list[Mark] = []
    for place in places:
        if span.start <= place.start and place.end <= span.end:
            ahead = seen(quote[: place.start - span.start])
            before = one_line(ahead)
            if before and ahead[-1].isspace():
                before += " "
            length = len(one_line(seen(quote[place.start - span.start : place.end - span.start])))
            start = shift + len(before)
            marks.append((start, start + length, "found"))
    return marks
