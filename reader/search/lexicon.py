"""The words of one segment by their first letters, for words that are still being typed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import Any, NamedTuple, Protocol

from reader.search.port import most_stems
from reader.search.syntax import Part
from reader.search.vocabulary import WordList

BETWEEN = "\x1f"
"""Stands between a word and its stem in the field `forms`."""

QUOTATION = "\x1e"
"""Stands, in place of a word, where each quotation of an article begins, in the field `quoted`."""

PARTS: tuple[Part, ...] = ("text", "outlet", "byline")
"""The fields that have all stems between them: those of the others stand in `text` as well."""

_LETTERS = 4  # a hundred words at most; what is typed on is found among them


class _Bucket(NamedTuple):
    stems: list[bytes]
    counts: list[int]
    """How many documents have each stem."""
    forms: list[bytes]


class Lexicon:
    """What is read of a segment's word lists is kept; a segment never changes."""

    def __init__(self) -> None:
        self._buckets: dict[bytes, _Bucket] = {}
        self._titles: frozenset[str] | None = None
        self._beginning: dict[tuple[Part, str], tuple[str, ...]] = {}
        self._others: dict[str, tuple[str, ...]] = {}
        self._words: WordList | None = None

    def words(self, reader: Any) -> WordList:
        """All words of the segment; reading them takes about 7 microseconds each."""
        if self._words is None:
            counted: Counter[str] = Counter()
            for part in PARTS:
                for term, info in reader.iter_field(part):
                    counted[term.decode()] += info.doc_frequency()
            forms = (form.decode().partition(BETWEEN) for form in reader.lexicon("forms"))
            self._words = WordList.of(counted, ((word, stem) for word, _, stem in forms))
        return self._words

    def in_titles(self, reader: Any, stems: Iterable[str]) -> list[str]:
        """Those of the stems that stand in any title."""
        if self._titles is None:
            self._titles = frozenset(term.decode() for term in reader.lexicon("title"))
        return [stem for stem in stems if stem in self._titles]

    def beginning(self, reader: Any, part: Part, letters: str) -> tuple[str, ...]:
        """The stems in a part that begin with two or three letters."""
        found = self._beginning.get((part, letters))
        if found is None:
            terms = reader.expand_prefix(part, letters.encode())
            found = self._beginning[part, letters] = tuple(term.decode() for term in terms)
        return found

    def others(self, reader: Any, letters: str) -> tuple[str, ...]:
        """The stems of words that begin with two or three letters though the stems do not."""
        found = self._others.get(letters)
        if found is None:
            forms = reader.expand_prefix("forms", letters.encode())
            stems = {form.decode().partition(BETWEEN)[2] for form in forms}
            found = tuple(stem for stem in stems if not stem.startswith(letters))
            self._others[letters] = found
        return found

    def stems(self, reader: Any, prefix: bytes) -> tuple[Iterable[tuple[bytes, int]], set[bytes]]:
        """The stems that begin so, with counts, and those of words that do where they do not."""
        key = prefix.decode()[:_LETTERS].encode()
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = _read(reader, key)
        begin = bisect_left(bucket.stems, prefix)
        end = bisect_left(bucket.stems, prefix + b"\xff")
        forms = bucket.forms[
            bisect_left(bucket.forms, prefix) : bisect_left(bucket.forms, prefix + b"\xff")
        ]
        stems = (form.partition(BETWEEN.encode())[2] for form in forms)
        others = {stem for stem in stems if not stem.startswith(prefix)}
        return zip(bucket.stems[begin:end], bucket.counts[begin:end], strict=True), others


def _read(reader: Any, key: bytes) -> _Bucket:
    counted: Counter[bytes] = Counter()
    for part in PARTS:
        for term, info in reader.iter_prefix(part, key):
            counted[term] += info.doc_frequency()
    stems = sorted(counted)
    forms = list(reader.expand_prefix("forms", key))
    return _Bucket(stems, [counted[stem] for stem in stems], forms)


class Stems(Protocol):
    """A segment's words."""

    def stems(self, prefix: bytes) -> tuple[Iterable[tuple[bytes, int]], set[bytes]]:
        """See Lexicon."""

    def others(self, letters: str) -> Iterable[str]:
        """See Lexicon."""

    def frequency(self, part: Part, stem: str) -> int:
        """In how many documents a stem stands."""


def completions(segments: Sequence[Stems], prefix: str) -> tuple[str, ...]:
    """The most frequent stems of the words that begin with a prefix."""
    seen: Counter[bytes] = Counter()
    others: set[bytes] = set()
    for segment in segments:
        stems, more = segment.stems(prefix.encode())
        for term, count in stems:
            seen[term] += count
        others |= more
    for term in others:
        seen[term] = sum(segment.frequency("text", term.decode()) for segment in segments)
    ranked = nsmallest(most_stems(prefix), seen.items(), key=lambda each: (-each[1], each[0]))
    return tuple(term.decode() for term, _ in ranked)


def others(segments: Sequence[Stems], prefix: str) -> tuple[str, ...]:
    """The stems of the words that begin with a prefix though the stems do not."""
    return tuple(sorted({stem for segment in segments for stem in segment.others(prefix)}))
