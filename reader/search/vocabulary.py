"""The words of an index: what `l*cun` and `lecun~` stand for, and what a misspelled word meant."""

from __future__ import annotations

import fnmatch
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest, nsmallest
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reader.search.misspelling import worth

# Stems that a pattern stands for at most, the most frequent ones; each costs a posting list.
MOST_ALIKE = 64
_MOST_ENTRIES = 10_000  # words that a pattern is tried on, 7 microseconds each
_END = "\n"
# What a plural in -es follows: `watches` are more than one `watch`, `bridges` more than a `bridg`.
_HISSING = ("s", "x", "z", "ch", "sh")
# What is added to a word; behind the letters that a last e leaves these two only.
_CHANGED = ("ly", "ness")
_ADDED = (*_CHANGED, "ed", "ing", "er", "ers")
_LOSES_E = ("c", "g", "s", "u", "v", "z")
_FORMS = 6  # words of one stem, about


class Entry(NamedTuple):
    """One word of an index."""

    word: str
    """Folded. Now and then a stem that is no word itself."""
    stem: str
    articles: int
    """How many articles have the stem."""
    edits: int = 0
    """Letters in which it differs from what was asked for."""
    worth: float = 0.0
    """How probably it was meant by what was asked for, as `misspelling.worth` has it."""


class WordList:
    """The words of some articles, which never change."""

    def __init__(self, words: Sequence[str], stems: Sequence[str], counts: Sequence[int]) -> None:
        """Words in order, of equal ones their stems; how many articles have each stem."""
        self._words, self._stems, self._counts = words, stems, counts

    @classmethod
    def of(cls, counts: Mapping[str, int], forms: Iterable[tuple[str, str]]) -> WordList:
        """From how many articles have each stem, and the words that differ from their stems."""
        pairs = sorted({*zip(counts, counts, strict=True), *forms})
        stems = [stem for _, stem in pairs]
        return cls([word for word, _ in pairs], stems, [counts.get(stem, 0) for stem in stems])

    def within(self, counts: Mapping[str, int]) -> WordList:
        """Those of these stems, which so many articles have."""
        pairs = zip(self._words, self._stems, strict=True)
        kept = [(word, stem) for word, stem in pairs if stem in counts]
        stems = [stem for _, stem in kept]
        return WordList([word for word, _ in kept], stems, [counts[stem] for stem in stems])

    def columns(self) -> tuple[Sequence[str], Sequence[str], Sequence[int]]:
        """What one like it is made of."""
        return self._words, self._stems, self._counts

    def has(self, word: str) -> bool:
        """Whether it is one of the words or a stem of them."""
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word

    def articles(self, stem: str) -> int:
        """How many articles have a stem."""
        at = bisect_left(self._words, stem)
        while at < len(self._words) and self._words[at] == stem:
            if self._stems[at] == stem:
                return self._counts[at]
            at += 1
        return 0

    def frequent(self, prefix: str, limit: int) -> Iterator[Entry]:
        """The words that begin so, those of the most frequent stems, which share the limit."""
        begin = bisect_left(self._words, prefix)
        end = bisect_left(self._words, f"{prefix}\U0010ffff")
        return map(self._entry, nlargest(limit, range(begin, end), self._counts.__getitem__))

    def matching(self, pattern: str) -> Iterator[Entry]:
        """The words that a pattern fits, `*` any letters and `?` one; the first 10,000 tries.

        What stands in it without a sign is looked for in all words at once.
        """
        fits = re.compile(fnmatch.translate(pattern)).match
        sure = max(re.split("[*?]+", f"{_END}{pattern}{_END}"), key=len)
        at, tries = self._text.find(sure), 0
        while at >= 0 and tries < _MOST_ENTRIES:
            begin = self._text.rfind(_END, 0, at + 1) + 1
            end = self._text.find(_END, max(begin, at + 1))
            word = self._text[begin:end]
            if word and fits(word):
                place = bisect_left(self._words, word)
                while place < len(self._words) and self._words[place] == word:
                    yield self._entry(place)
                    place += 1
            at, tries = self._text.find(sure, end), tries + 1

    def similar(self, word: str, edits: int) -> Iterator[Entry]:
        """The words in which at most so many letters are other, missing, too many or swapped."""
        for length in range(len(word) - edits, len(word) + edits + 1):
            places, choices = self._by_length.get(length, ((), ()))
            near = process.extract(
                word,
                choices,
                scorer=OSA.distance,
                score_cutoff=edits,
                limit=None,
            )
            for _, distance, at in near:
                yield self._entry(places[at])._replace(edits=int(distance))

    def is_word(self, entry: Entry) -> bool:
        """Whether it is hardly a bare stem: of one that is a word other words are made without
        changing it, as `harbours` and `honestly` are, and none with an e (`bridge` of `bridg`).
        """
        word = entry.word
        if word != entry.stem or entry.stem not in self._inflected:
            return True
        if self._is_form(f"{word}e", word):
            return False
        plural = "es" if word.endswith(_HISSING) else "s"
        more = _CHANGED if word.endswith(_LOSES_E) else () if word.endswith("i") else _ADDED
        bare = word.removesuffix("e")
        made = (f"{word}{plural}", *(f"{bare}{ending}" for ending in more))
        return any(self._is_form(each, word) for each in made)

    def _is_form(self, word: str, stem: str) -> bool:
        at = bisect_left(self._words, word)
        while at < len(self._words) and self._words[at] == word and self._stems[at] != stem:
            at += 1
        return at < len(self._words) and (self._words[at], self._stems[at]) == (word, stem)

    def _entry(self, place: int) -> Entry:
        return Entry(self._words[place], self._stems[place], self._counts[place])

    @cached_property
    def _inflected(self) -> frozenset[str]:
        pairs = zip(self._words, self._stems, strict=True)
        return frozenset(stem for word, stem in pairs if word != stem)

    @cached_property
    def _text(self) -> str:
        """All words, each between line ends, in which one search finds letters in any of them."""
        return _END + _END.join(dict.fromkeys(self._words)) + _END

    @cached_property
    def _by_length(self) -> Mapping[int, tuple[Sequence[int], Sequence[str]]]:
        """Places and words of each length."""
        found: dict[int, tuple[list[int], list[str]]] = {}
        for place, word in enumerate(self._words):
            places, words = found.setdefault(len(word), ([], []))
            places.append(place)
            words.append(word)
        return found


class Vocabulary:
    """The words of all parts of an index."""

    def __init__(self, lists: Iterable[WordList]) -> None:
        self._lists = tuple(lists)

    def has(self, word: str) -> bool:
        """Whether any article has it, as a word or as a stem."""
        return any(each.has(word) for each in self._lists)

    def articles(self, stem: str) -> int:
        """About how many articles have a stem; replaced ones count until the index is merged."""
        return sum(each.articles(stem) for each in self._lists)

    def matching(self, pattern: str) -> tuple[str, ...]:
        """The most frequent stems of the words that a pattern fits (`l*cun`, `colo?r`)."""
        return _most_frequent(each.matching(pattern) for each in self._lists)

    def similar(self, word: str, edits: int) -> tuple[str, ...]:
        """The most frequent stems of the words that differ in at most so many letters."""
        return _most_frequent(each.similar(word, edits) for each in self._lists)

    def spellings(self, word: str, edits: int) -> list[Entry]:
        """The words that may have been meant by another one, the most probable first."""
        found = (
            entry
            for each in self._lists
            for entry in each.similar(word, edits)
            if entry.word != word and each.is_word(entry)
        )
        return sorted(
            (
                entry._replace(worth=worth(word, entry.word, entry.articles))
                for entry in _summed(found)
            ),
            key=lambda entry: (-entry.worth, entry.word),
        )

    def words(self, prefix: str, limit: int) -> list[Entry]:
        """Words that begin so, the most frequent first; of one stem its shortest word."""
        best: dict[str, Entry] = {}
        for entry in _summed(
            entry
            for each in self._lists
            for entry in each.frequent(prefix, limit * _FORMS)
            if each.is_word(entry)
        ):
            known = best.get(entry.stem)
            if known is None or len(entry.word) < len(known.word):
                best[entry.stem] = entry
        return nsmallest(limit, best.values(), key=lambda entry: (-entry.articles, entry.word))


def _summed(entries: Iterable[Entry]) -> Iterable[Entry]:
    """Each word once, with its counts of all parts together."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        known = found.get((entry.word, entry.stem))
        count = entry.articles + (known.articles if known else 0)
        found[entry.word, entry.stem] = entry._replace(articles=count)
    return found.values()


def _most_frequent(parts: Iterable[Iterable[Entry]]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for entries in parts:
        counts.update({entry.stem: entry.articles for entry in entries})
    ranked = nsmallest(MOST_ALIKE, counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(stem for stem, _ in ranked)
