"""Labelled comparisons: what a careful reader finds in the articles of one event, by place.

Each folder of `comparisons/` has a labels.toml that quotes the shortest unmistakable words of a
place; `folder = "corpus"` says that the articles are the samples. Written before the code was run
on them. Tables of one event:

- `points`: sentences that share a proposition; a list where several of one article do.
- `facts`, `quotes`, `labels`: values of which the verdict holds.
- `not_points`, `not_facts`, `not_quotes`: traps, with the reason why nothing may be claimed.
- `only_here`, `left_out`, `quoted`, `cause`, `sources`, `loaded`, and the `not_` ones of them.
- `open`: lenses of which not every true claim is labelled, so that others are not false.
- `optional = true`: a claim that may be made and need not be.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from reader.framing.compare import compare
from reader.framing.lenses import facts
from reader.importing.files import read
from reader.model import Article, Comparison, Draft, Evidence, Field, Finding, Span
from reader.text.document import Document

FOLDER = Path(__file__).parents[1] / "comparisons"
CORPUS = Path(__file__).parents[3] / "corpus"
EVENTS = tuple(sorted(path.parent.name for path in FOLDER.glob("*/labels.toml")))

LETTERS = "ABCDE"


@dataclass(frozen=True, order=True)
class Place:
    """Words of one article, by its column."""

    column: int
    field: Field
    span: Span

    def meets(self, other: Place) -> bool:
        """Whether the two share a character."""
        same = (self.column, self.field) == (other.column, other.field)
        return same and self.span.overlaps(other.span)


Row = Mapping[int, tuple[Place, ...]]
"""The places of each column that has any."""


@dataclass(frozen=True)
class Label:
    """One row of a table."""

    row: Row
    fields: Mapping[str, Any]

    @property
    def required(self) -> bool:
        """Whether a comparison lacks something without it."""
        return not self.fields.get("optional", False)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that it may be called."""
        return self.listed("kind")

    def listed(self, field: str) -> tuple[str, ...]:
        """One word or several of a field."""
        words = self.fields.get(field, ())
        return (words,) if isinstance(words, str) else tuple(words)

    @property
    def places(self) -> tuple[Place, ...]:
        """All its places."""
        return tuple(place for column in self.row.values() for place in column)


@dataclass(frozen=True)
class Labelled:
    """One event: its articles, its labels and what the program makes of it."""

    name: str
    articles: tuple[Article, ...]
    tables: Mapping[str, Any]

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The articles taken apart."""
        return tuple(Document(article) for article in self.articles)

    @cached_property
    def comparison(self) -> Comparison:
        """What the program says."""
        return compare(self.articles, one_event=True)

    @cached_property
    def facts(self) -> Comparison:
        """What the lens of facts says when nothing else is asked."""
        return compare(self.articles, one_event=True, lenses=[facts.LENS])

    def rows(self, table: str) -> list[Label]:
        """The labels of a table of rows."""
        return [self._label(fields) for fields in self.tables.get(table, ())]

    def words(self, table: str) -> list[Place]:
        """The places of a table of words by column; `sources.named` is a table of one."""
        head, _, kind = table.partition(".")
        found = self.tables.get(head, {})
        return list(self._label(found.get(kind, {}) if kind else found).places)

    def closed(self, lens: str) -> bool:
        """Whether a claim without a label is a false one."""
        return lens not in self.tables.get("open", ())

    def place(self, evidence: Evidence) -> Place:
        """Where a finding's words stand."""
        column = [article.id for article in self.articles].index(evidence.article)
        return Place(column, evidence.field, evidence.span)

    def passage(self, place: Place) -> tuple[int, int | None]:
        """Column and number of the sentence around a place; None for the headline."""
        if place.field == "title":
            return place.column, None
        return place.column, self.documents[place.column].passage_at(place.span.start)

    def sentence(self, passage: tuple[int, int | None]) -> str:
        """The words of a sentence, or the headline."""
        column, number = passage
        document = self.documents[column]
        if number is None:
            return self.articles[column].title or ""
        return document.passages[number].span.of(document.text)

    def words_at(self, place: Place) -> str:
        """The words of a place."""
        return place.span.of(self.articles[place.column].field(place.field))

    def findings(self, lens: str) -> tuple[Finding, ...]:
        """What a lens of the program found."""
        # Asked alone, it has the roles of which else `labels` tells.
        told = self.facts if lens == facts.LENS.name else self.comparison
        return next(r for r in told.reports if r.name == lens).findings

    def _label(self, fields: Mapping[str, Any]) -> Label:
        row: dict[int, tuple[Place, ...]] = {}
        for column, article in enumerate(self.articles):
            words = fields.get(LETTERS[column], ())
            quoted = (words,) if isinstance(words, str) else tuple(words)
            if quoted:
                row[column] = tuple(_place(column, article, each) for each in quoted)
        return Label(row, {k: v for k, v in fields.items() if k not in LETTERS})


def meets(places: Iterable[Place], others: Sequence[Place]) -> bool:
    """Whether any place shares a character with any of the others."""
    return any(place.meets(other) for place in places for other in others)


def unclear(of: Labelled) -> Iterator[str]:
    """Every quoted label that does not stand exactly once in the text, or only in the headline."""
    for letter, words in _quoted(of.tables):
        article = of.articles[LETTERS.index(letter)]
        times = article.text.count(words) or (article.title or "").count(words)
        if times != 1:
            yield f"{of.name} {letter} {words!r} stands {times} times"


@cache
def labelled(event: str) -> Labelled:
    """The labelled event of that name."""
    tables = tomllib.loads((FOLDER / event / "labels.toml").read_text("utf-8"))
    return Labelled(event, tuple(_articles(event, tables)), tables)


def _quoted(tables: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in tables.items():
        if key in ("articles", "folder", "open"):
            continue
        if key in LETTERS:
            yield from ((key, words) for words in ([value] if isinstance(value, str) else value))
        elif isinstance(value, dict):
            yield from _quoted(value)
        elif isinstance(value, list):
            for each in value:
                if isinstance(each, dict):
                    yield from _quoted(each)


def _articles(event: str, tables: Mapping[str, Any]) -> Iterator[Article]:
    folder = CORPUS if tables.get("folder") == "corpus" else FOLDER / event
    for name in tables["articles"].values():
        (draft,) = read(folder / name)
        assert isinstance(draft, Draft)
        yield Article(
            id=name,
            text=draft.text,
            title=draft.title,
            outlet=draft.outlet,
            byline=draft.byline,
            published=draft.published,
            language=draft.language,
        )


def _place(column: int, article: Article, words: str) -> Place:
    field: Field = "text" if words in article.text else "title"
    start = article.field(field).index(words)
    return Place(column, field, Span(start, start + len(words)))
