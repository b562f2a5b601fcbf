"""An article as the grouping sees it: its days, its language and its weighted words."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from zlib import crc32

from reader.events.labels import opening
from reader.events.mentioned import Mentioned, mentioned
from reader.events.terms import Terms, terms
from reader.model import Article, When
from reader.text.quotations import quoted_words
from reader.text.rarity import rare
from reader.text.safety import one_line

HEAVY = 40  # heaviest words; two articles that share none of these are not compared
_ENGLISH = crc32(b"en")
QUOTED = 6  # words in a row that make a shared quotation; fewer may be a phrase of the day
NAMES = 12  # rare names by which reports in other languages are found
LISTED = 40  # rare words that a portrait keeps


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day that an article can be of, as ordinals."""

    first: int
    last: int

    def apart(self, other: Days) -> int:
        """The least number of days between the two."""
        return max(0, self.first - other.last, other.first - self.last)


@dataclass(frozen=True)
class Profile:
    """What of an article is compared with others. All of it hangs on the article alone."""

    id: str
    days: Days | None
    language: str | None
    words: array[int]
    """Checksums of its words, heaviest first."""
    values: array[float]
    """The weight of each; of single precision, so that a store gives back what was put in."""
    mentioned: Mentioned
    """The days that the text names; of an article with a date, that date."""
    quoted: frozenset[int] = frozenset()
    """Checksums of every `QUOTED` words in a row inside quotations, of an article without a day."""
    length: int = 0
    """Characters of the text."""
    names: frozenset[int] = frozenset()
    """Checksums of its heaviest rare names, the same in every language; none if that is unknown."""

    @cached_property
    def weights(self) -> Mapping[int, float]:
        """The weights by word."""
        return dict(zip(self.words, self.values, strict=True))

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Where each word stands in `words`."""
        return {word: place for place, word in enumerate(self.words)}

    @cached_property
    def square(self) -> float:
        """The sum of the squared weights."""
        return fsum([value * value for value in self.values])

    @property
    def day(self) -> int | None:
        """Its day, where that is known."""
        return self.days.first if self.days and self.days.first == self.days.last else None

    @property
    def heavy(self) -> list[int]:
        """Its heaviest words."""
        return self.words[:HEAVY].tolist()

    @property
    def found_by(self) -> set[int]:
        """All checksums by which a store finds it."""
        return {*self.heavy, *(_english(self.names) if self.language == "en" else self.names)}

    @property
    def finds_abroad(self) -> set[int]:
        """The checksums that find articles in other languages which share its names.

        English ones stand apart, so that among them nothing is found that is not wanted.
        """
        return {*self.names, *(() if self.language == "en" else _english(self.names))}


@dataclass(frozen=True, slots=True)
class Portrait:
    """What of an article is said when its event is listed."""

    label: str
    """Its headline, or its first words."""
    titled: bool
    published: When | None
    age: str
    """Later in the alphabet is newer; articles without a date go by when they came in."""
    names: tuple[str, ...]
    """Stems of rare names, heaviest first."""
    words: tuple[str, ...]
    """The same of rare words."""
    language: str | None


def profile(article: Article, taken: Terms) -> Profile:
    """The profile of an article whose terms these are."""
    when = article.published
    days = Days(when.first.toordinal(), when.last.toordinal()) if when else None
    # Two words of one checksum are one; one in four thousand articles has such a pair.
    weights = {crc32(word.encode()): weight for word, weight in taken.words}
    known = when is not None and when.exact
    return Profile(
        article.id,
        days,
        taken.language,
        array("I", weights),
        array("f", weights.values()),
        _told(when) if when and known else mentioned(article.text),
        frozenset() if known else _quoted(article.text),
        len(article.text),
        frozenset(map(_name, taken.names[:NAMES])) if taken.language else frozenset(),
    )


def portrait(article: Article, taken: Terms) -> Portrait:
    """The portrait of an article whose terms these are."""
    when = article.published
    added = article.added
    return Portrait(
        label=one_line(article.title or "") or opening(article.text),
        titled=bool((article.title or "").strip()),
        published=when,
        age="\t".join((when.first.isoformat() if when else added[:10], added, article.id)),
        names=taken.names,
        words=tuple(word for word, _ in taken.words if " " not in word and rare(word))[:LISTED],
        language=taken.language,
    )


def read(articles: Sequence[Article]) -> list[tuple[Profile, Portrait]]:
    """The profile and the portrait of each article."""
    taken = [(article, terms(article)) for article in articles]
    return [(profile(*each), portrait(*each)) for each in taken]


def _english(names: Iterable[int]) -> Iterator[int]:
    return (name ^ _ENGLISH for name in names)


def _name(stem: str) -> int:
    return crc32(f"name {bare(stem)}".encode())


def bare(stem: str) -> str:
    """A stem without the mark of its language."""
    return stem.partition("/")[0]


def _quoted(text: str) -> frozenset[int]:
    runs = (
        " ".join(words[at : at + QUOTED])
        for words in quoted_words(text, QUOTED)
        for at in range(len(words) - QUOTED + 1)
    )
    return frozenset(crc32(run.encode()) for run in runs)


def _told(when: When) -> Mentioned:
    """A date as what a report of that day would name; the weekday told may be the day before."""
    return Mentioned(frozenset({when.first.year}), frozenset({when.first.month}))
