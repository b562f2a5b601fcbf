"""Hits of a search as rows: grouped by event, the event's other articles below their sisters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reader.model import Article, Event, Span
from reader.text.safety import one_line
from reader.ui.draw import Mark
from reader.ui.shelf import Shelf

if TYPE_CHECKING:
    from reader.actions.find import Results
    from reader.library.library import Library
    from reader.search.syntax import Node
    from reader.ui.narrowing import Filter

# A screen of results, with snippets and the others of their events. More while a person types
# would make keys late; the rest follows when they pause.
FIRST = 8

_HASHES = re.compile(r"^#{1,6} ", re.MULTILINE)  # heading marks of Markdown


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of search results."""

    kind: Literal["event", "article"]
    id: str
    inside: str | None = None
    places: int = 0
    """How many places in the article; of an event: how many of its articles have all words."""
    of: int = 0
    snippet: str = ""
    found: tuple[Mark, ...] = ()
    """Found words in the snippet."""
    title_found: tuple[tuple[int, int], ...] = ()
    never: tuple[str, ...] = ()
    """Words of the query that this article does not say."""
    first: int | None = None
    """Offset of the first place in the text."""


@dataclass(frozen=True)
class Found:
    """An answer as the list shows it."""

    query: str
    total: int
    notice: str
    rows: Sequence[Hit]
    root: Node
    filters: Sequence[Filter] | None
    """What narrows it, with counts; None while only the top of the result is known."""
    meant: tuple[str, int] | None = None
    """The query as it may have been meant, where it found hardly anything, and what that finds."""
    instead: Sequence[tuple[str, int]] = ()
    """Where nothing was found: other queries and how many articles they find."""
    wrong: int | None = None
    """Offset in the query of what was not understood; the notice says why."""


def hit_rows(results: Results, shelf: Shelf, library: Library, *, flat: bool = False) -> list[Hit]:
    """The rows of a result: an event stands where the best of its articles would.

    Flat: the articles found and no others.
    """
    best = [hit.id for hit in results.hits]
    having = set(best)
    wanted = list(best)
    events: dict[str, Event] = {}
    for id in best:
        card = shelf.cards.get(id)
        if not flat and card and card.event and card.event in shelf.events:
            events[card.event] = shelf.events[card.event]
            wanted += shelf.events[card.event].articles
    texts = {article.id: article for article in library.articles(dict.fromkeys(wanted))}
    rows: list[Hit] = []
    seen: set[str] = set()
    for id in best:
        if id not in texts:
            continue
        card = shelf.cards.get(id)
        event = events.get(card.event) if card and card.event else None
        if event is None:
            rows.append(article_hit(texts[id], results.root))
        elif event.id not in seen:
            seen.add(event.id)
            rows += _event_hits(event, best, having, texts, results.root)
    return rows


def _event_hits(
    event: Event,
    best: Sequence[str],
    having: set[str],
    texts: Mapping[str, Article],
    root: Node,
) -> list[Hit]:
    members = [id for id in best if id in event.articles and id in texts]
    others = [id for id in event.articles if id not in having and id in texts]
    rows = [Hit("event", event.id, places=len(members), of=len(event.articles))]
    for id in [*members, *others]:
        rows.append(replace(article_hit(texts[id], root), inside=event.id))
    return rows


def article_hit(article: Article, root: Node) -> Hit:
    """One article's row: its best passage, the words found in it and those it never says."""
    from reader.search.snippets import never_says, places, snippet, title_places

    spans = places(article, root)
    words, marks = "", []
    for evidence in snippet(article, root):
        if words or not _begins(article.text, evidence.span.start):
            words = words.removesuffix(" …") + (" … " if words else "… ")
        quote = _HASHES.sub(lambda marker: " " * len(marker[0]), evidence.quote)
        marks += _marks(quote, evidence.span, spans, len(words))
        words += one_line(quote)
        if not words.endswith((".", "!", "?", "”", '"')):
            words += " …"
    title = tuple((s.start, s.end) for s in title_places(article, root))
    plain = one_line(article.title or "") == (article.title or "")
    return Hit(
        "article",
        article.id,
        places=len(spans),
        snippet=words,
        found=tuple(marks),
        title_found=title if plain else (),
        never=never_says(article, root),
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
            before = one_line(quote[: place.start - span.start])
            if before and quote[place.start - span.start - 1].isspace():
                before += " "
            length = len(one_line(quote[place.start - span.start : place.end - span.start]))
            start = shift + len(before)
            marks.append((start, start + length, "found"))
    return marks
