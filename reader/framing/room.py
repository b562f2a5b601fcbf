"""How many sentences each article gives to the same persons and topics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from reader.framing.lens import Case
from reader.framing.word_lists import entries
from reader.model import Evidence, Span
from reader.text.names import Name
from reader.text.rarity import rare
from reader.text.tokens import folded_words

# The persons that most sentences name; a longer panel is read by nobody.
_PERSONS = 4
_TOPICS = 3
_SENTENCES = 3
# How far apart the shares of a topic lie, in standard errors; of those from here on 7 of 11 were
# worth knowing.
_SCORE = 3.0
# Stems that more news articles have are no topic.
_RARE = 0.05


@dataclass(frozen=True, slots=True)
class Said:
    """One place where an article names a thing."""

    span: Span
    passage: int

    def value(self, case: Case, column: int) -> Evidence:
        """The words, cut from the article."""
        return case.documents[column].cut(self.span)


@dataclass(frozen=True, slots=True)
class Thing:
    """A person or a topic, with the places where each article names it, in order."""

    said: tuple[tuple[Said, ...], ...]
    shown: bool = False
    """Whether its shares are worth a line."""

    def count(self, column: int) -> int:
        """How many sentences of an article name it."""
        return len({said.passage for said in self.said[column]})

    @property
    def total(self) -> int:
        """How many sentences of all articles name it."""
        return sum(map(self.count, range(len(self.said))))


def sentences(case: Case, column: int) -> list[int]:
    """The passages of an article in which it reports: without headings, page lines and recaps."""
    apart = case.apart[column]
    return [at for at in range(len(case.documents[column].passages)) if at not in apart]


def persons(case: Case) -> list[Thing]:
    """The persons of all articles, most named first; of those that two name, some are shown."""
    found: list[Thing] = []
    for group in case.namesakes:
        full = any(" " in name.full for same in group.same for name in same)
        if group.name.person and full and not _medium(group.name):
            spans = [
                [span for name in same if _bears(name, group.name) for span in name.mentions]
                for same in group.same
            ]
            found.append(Thing(tuple(_places(case, at, row) for at, row in enumerate(spans))))
    found = [thing for thing in found if thing.total]
    ranked = sorted(found, key=lambda thing: -thing.total)
    worth = [t for t in ranked if sum(map(bool, t.said)) > 1 and t.total >= _SENTENCES]
    shown = {id(thing) for thing in worth[:_PERSONS]}
    return [Thing(thing.said, id(thing) in shown) for thing in ranked]


def topics(case: Case) -> list[Thing]:
    """Rare words that two articles have, but in very different shares of their sentences."""
    places: defaultdict[str, list[list[Said]]] = defaultdict(lambda: [[] for _ in case.documents])
    for column, passages in enumerate(case.vectors.plain):
        for at in sentences(case, column):
            for token in passages[at]:
                if token and rare(token.stem, _RARE):
                    places[token.stem][column].append(Said(token.span, at))
    found = [Thing(tuple(map(tuple, row))) for row in places.values() if sum(map(bool, row)) > 1]
    found = [thing for thing in found if thing.total >= _SENTENCES]
    totals = [len(sentences(case, column)) for column in range(len(case.documents))]
    scored = sorted(((_apart(thing, totals), -at) for at, thing in enumerate(found)), reverse=True)
    return [found[-at] for score, at in scored[:_TOPICS] if score >= _SCORE]


def _bears(name: Name, person: Name) -> bool:
    """Whether a name is a person's own, not an acronym that reads like it (`U.N.`, Kim Jong Un)."""
    last = folded_words(person.full)[-1]
    return name is person or (name.person is not False and last in folded_words(name.full))


def _medium(name: Name) -> bool:
    return folded_words(name.full)[-1] in entries("media")


def _places(case: Case, column: int, spans: list[Span]) -> tuple[Said, ...]:
    return tuple(_said(case, column, sorted(spans)))


def _said(case: Case, column: int, spans: list[Span]) -> Iterator[Said]:
    document, apart = case.documents[column], case.apart[column]
    for span in spans:
        at = document.passage_at(span.start)
        if at is not None and at not in apart:
            yield Said(span, at)


def _apart(thing: Thing, totals: list[int]) -> float:
    """The largest distance of two articles' shares, in standard errors of their difference."""
    best = 0.0
    for a, m in enumerate(totals):
        for b, n in enumerate(totals[:a]):
            if not m or not n:
                continue
            pooled = (thing.count(a) + thing.count(b)) / (m + n)
            spread = sqrt(pooled * (1 - pooled) * (1 / m + 1 / n))
            if spread:
                best = max(best, abs(thing.count(a) / m - thing.count(b) / n) / spread)
    return best
