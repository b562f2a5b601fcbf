"""Persons across articles: the names that several articles give one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.capitals import words
from reader.text.document import Document
from reader.text.given_names import GIVEN
from reader.text.names import Name, fold_full
from reader.text.tokens import fold

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_FATHER = re.compile(r"\b(?:president|father)\b", re.I)
_COUPLE = re.compile(r"(?<!\w)([A-Z]\w+) and (?:[a-z]+ ){0,2}$")
_LADIES = ("Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Lady")
# A capital inside a word, behind none of the prefixes of surnames (McKay, DeVos, LeBron).
_GLUED = re.compile(r"(?<!\w)(?!Mac|Fitz)[A-Z][a-z]{2,}(?<!Van)(?<!Von)(?<!San)[A-Z]")
# So many first letters make two given names one: Alexander, Alexandr.
_ALIKE = 3
# A surname alone means the one who is named so often, and so many times as all others who bear it.
_OFTEN, _CHIEF = 5, 3
_ACRONYM = 2  # letters


Row = tuple[tuple[Name, ...], ...]
"""One person: for each article the names under which it knows them, none if it does not."""


def persons(documents: Sequence[Document], names: Sequence[Sequence[Name]]) -> tuple[Row, ...]:
    """The persons of several articles.

    Surnames alone go to the person who bears them if the articles know just one.
    """
    rows: dict[str, list[_Row]] = {}
    called: dict[str, list[_Row]] = {}
    short: list[tuple[int, str, Name]] = []
    longer: list[tuple[int, str, Name]] = []
    for column, (document, found) in enumerate(zip(documents, names, strict=True)):
        for name in found:
            written = shown(document, name).of(document.text)
            # `BAY7 Norwick` is a station.
            if not _reads_as_person(written) or any(map(str.isdigit, name.full)):
                continue
            first, last = _ends(written)
            if not first:
                if name.person or len(last) > _ACRONYM:  # `UN` is not Kim Jong Un
                    short.append((column, last, name))
            elif name.person:
                row = _place(rows.setdefault(last, []), column, first, name, len(names))
                for word in _alone(document.text, name) - {last}:
                    called.setdefault(word, []).append(row)
            else:
                longer.append((column, last, name))
    for column, last, name in longer:
        for row in rows.get(last, ()):
            if row.bears(name):
                row.names[column].append(name)
                break
    # Those that a text shows to be persons first, so that the others find whose name they bear.
    for column, last, name in sorted(short, key=lambda known: not known[2].person):
        bearers = rows.setdefault(_heir(documents[column], column, last, rows), [])
        # A surname in capitals is taken for an acronym; so `no person` says nothing here.
        meant = _meant(bearers or called.get(last, ()), column, documents[column])
        if meant is not None:
            meant.names[column].append(name)
        elif not bearers and name.person:
            _place(bearers, column, "", name, len(names))
    return tuple(tuple(map(tuple, row.names)) for same in rows.values() for row in same)


def shown(document: Document, name: Name) -> Span:
    """The mention under which an article introduces a person.

    Where the surname stands alone first, a full form further down may be a relative's: President
    Lee is not the Ann Lee who is named beside him.
    """
    text = document.text
    first = name.mentions[0]
    if not any(c.isspace() for c in first.of(text)):
        return first
    if _of_two(text, first):
        alone = (span for span in name.mentions if not any(c.isspace() for c in span.of(text)))
        return next(alone, first)
    longest = next((span for span in name.mentions if span.of(text) == name.full), first)
    return longest if _reads_as_person(longest.of(text)) else first


def _of_two(text: str, mention: Span) -> bool:
    """Whether a full name is the second of a couple's (`Bob and Ann Lee`).

    Or not the one whom the text calls by the surname: `Mrs. Lee` is not Bob Lee.
    """
    before = _COUPLE.search(text, max(0, mention.start - 40), mention.start)
    if before is not None:
        return fold(before[1]) in GIVEN
    first, *_, last = mention.of(text).split()
    he = fold(first) in entries("given-he")
    return he and any(f"{title} {last}" in text for title in _LADIES)


def fullest(documents: Sequence[Document], row: Row) -> tuple[int, Span]:
    """The longest form of a person's name and the article that has it; the first of equals."""
    known = [
        (column, shown(document, name))
        for column, (document, names) in enumerate(zip(documents, row, strict=True))
        for name in names
    ]
    return max(known, key=lambda item: (len(item[1].of(documents[item[0]].text).split()), -item[0]))


@lru_cache(maxsize=4096)
def _reads_as_person(written: str) -> bool:
    """Whether the form of a name allows a person's.

    Texts with links cut out of them glue names together (`Ann LeeCourt`) or repeat them.
    """
    found = [
        part for word in words(written, Span(0, len(written))) for part in word.folded.split("-")
    ]
    if len(set(found)) < len(found) or "&" in written or _GLUED.search(written):
        return False
    return not any(word in _no_persons() for word in found)


@dataclass(slots=True)
class _Row:
    names: list[list[Name]]
    firsts: set[str]
    """Given names under which the articles know the person."""

    def bears(self, name: Name) -> bool:
        """Whether a name of two words is the surname: `Hall Lee` of Ann Hall Lee."""
        end = f" {fold_full(name)}"
        return any(fold_full(known).endswith(end) for column in self.names for known in column)

    @property
    def mentions(self) -> int:
        """How many times the articles name the person."""
        return sum(len(name.mentions) for column in self.names for name in column)


def _place(rows: list[_Row], column: int, first: str, name: Name, columns: int) -> _Row:
    for row in rows:
        if not row.names[column] and any(_alike(first, other) for other in row.firsts):
            row.names[column].append(name)
            row.firsts.add(first)
            return row
    rows.append(_Row([[name] if at == column else [] for at in range(columns)], {first}))
    return rows[-1]


def _alone(text: str, name: Name) -> frozenset[str]:
    """The folded single words by which a text calls a person: of Kim Jong Un, `kim`."""
    written = {mention.of(text) for mention in name.mentions}
    return frozenset(fold(one) for one in written if one.isalpha())


def _meant(bearers: Sequence[_Row], column: int, document: Document) -> _Row | None:
    """The person whom an article calls by a surname alone that several bear.

    The only one, or who is named far more than the others, of whom this article says nothing.
    """
    if len(bearers) < 2:
        return bearers[0] if bearers else None
    chief, *others = sorted(bearers, key=lambda row: -row.mentions)
    if chief.mentions < max(_OFTEN, _CHIEF * sum(row.mentions for row in others)):
        return None
    said = {token.word for passage in document.tokens for token in passage}
    named = any(row.names[column] or not said.isdisjoint(row.firsts) for row in others)
    return None if named else chief


def _alike(a: str, b: str) -> bool:
    """Whether two given names are one, in short or in another spelling."""
    if not a or not b:
        return a == b
    if _long(a) == _long(b):
        return True
    return a.startswith(b) or b.startswith(a) or (a[:_ALIKE] == b[:_ALIKE] and len(a) > _ALIKE)


def _long(given: str) -> str:
    """The long form of a short given name; any other name as it is."""
    return _long_forms().get(given, given)


@cache
def _long_forms() -> dict[str, str]:
    shorts, longs = zip(*(entry.split() for entry in entries("given-short")), strict=True)
    return dict(zip(shorts, longs, strict=True))


@cache
def _no_persons() -> frozenset[str]:
    """Words that names of papers, groups and campaigns have and names of persons have not."""
    return frozenset(entries("no-persons"))


@lru_cache(maxsize=4096)
def _ends(written: str) -> tuple[str, str]:
    """Folded given name (empty where the surname stands alone) and surname, with `jr`."""
    found = [word.folded for word in words(written, Span(0, len(written)))]
    parts = [word for word in found if word not in _SUFFIXES]
    if not parts:
        return "", ""
    last = " ".join([parts[-1], *(word for word in found if word in _SUFFIXES)])
    return (parts[0] if len(parts) > 1 else ""), last


def _heir(document: Document, column: int, last: str, rows: Mapping[str, Sequence[_Row]]) -> str:
    """The surname with `Jr.`, if a surname alone can mean only the one who bears that.

    President Lee is not Ann Lee Jr., whom an article names beside him.
    """
    heirs = [f"{last} {suffix}" for suffix in _SUFFIXES if rows.get(f"{last} {suffix}")]
    if len(heirs) != 1 or any(row.names[column] for row in rows.get(last, ())):
        return last
    here = any(row.names[column] for row in rows[heirs[0]])
    father = _FATHER.search(document.text) is not None
    return heirs[0] if not father and (here or not rows.get(last)) else last
