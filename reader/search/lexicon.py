"""The words of one segment by their first letters, for words that are still being typed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from typing import Any, NamedTuple

from reader.search.port import most_stems
from reader.search.vocabulary import WordList

BETWEEN = "\x1f"
"""Stands between a word and its stem in the field `forms`."""
START = "\x1e"
"""Stands in that field before the first letters of a word."""
TITLE_START = "\x1d"
"""The same, of a word in the title."""

PARTS = ("text", "outlet", "byline")
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
        self._words: WordList | None = None

    def words(self, reader: Any) -> WordList:
        """All words of the segment; reading them takes about 7 microseconds each."""
        if self._words is None:
            counted: Counter[str] = Counter()
            for part in PARTS:
                for term, info in reader.iter_field(part):
                    counted[term.decode()] += info.doc_frequency()
            forms = (form.decode().split(BETWEEN) for form in reader.lexicon("forms"))
            pairs = ((form[0], form[1]) for form in forms if len(form) == 2)
            self._words = WordList(counted, pairs)
        return self._words

    def in_titles(self, reader: Any, stems: Iterable[str]) -> list[str]:
        """Those of the stems that stand in any title."""
        if self._titles is None:
            self._titles = frozenset(term.decode() for term in reader.lexicon("title"))
        return [stem for stem in stems if stem in self._titles]

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


def completions(segments: Iterable[tuple[Any, Lexicon]], prefix: str) -> tuple[str, ...]:
    """The most frequent stems of the words that begin with a prefix."""
    typed = prefix.encode()
    seen: Counter[bytes] = Counter()
    others: set[bytes] = set()
    readers = []
    for reader, lexicon in segments:
        readers.append(reader)
        stems, more = lexicon.stems(reader, typed)
        for term, count in stems:
            seen[term] += count
        others |= more
    for term in others:
        seen[term] = sum(reader.doc_frequency("text", term) for reader in readers)
    ranked = nsmallest(most_stems(prefix), seen.items(), key=lambda each: (-each[1], each[0]))
    return tuple(term.decode() for term, _ in ranked)
