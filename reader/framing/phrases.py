"""Entries of word lists found in the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.text.tokens import Token, folded_words

GAP = "…"
"""Stands in an entry for up to eight words that may come in between: `accused … of`."""
_WITHIN = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that stands in a sentence."""

    group: str
    entry: str
    first: int
    """Index of its first word in the sentence, from 0."""
    last: int
    """Index of its last word."""


class Phrases:
    """The entries of several groups, ready to be looked up word by word."""

    def __init__(self, groups: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[str, str, list[list[str]]]]] = {}
        for group, entries in groups.items():
            for entry in entries:
                parts = list(map(folded_words, entry.split(GAP)))
                if all(parts):
                    known = self._by_first.setdefault(parts[0][0], [])
                    known.append((group, entry, parts))
        for known in self._by_first.values():
            known.sort(key=lambda each: -sum(map(len, each[2])))

    def find(self, words: Sequence[Token]) -> Iterator[Hit]:
        """The entries in a sentence, in order and without overlap; the longest at each word."""
        end = 0
        for at, token in enumerate(words):
            if at >= end and token.word in self._by_first:
                hit = self._at(words, at)
                if hit is not None:
                    yield hit
                    end = hit.last + 1

    def _at(self, words: Sequence[Token], at: int) -> Hit | None:
        for group, entry, parts in self._by_first[words[at].word]:
            if _stands(parts[0], words, at):
                end = _end(parts[1:], words, at + len(parts[0]))
                if end is not None:
                    return Hit(group, entry, at, end - 1)
        return None


@lru_cache(maxsize=32)
def phrases(groups: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases:
    """The same groups are made ready once."""
    return Phrases(dict(groups))


def _stands(part: list[str], words: Sequence[Token], at: int) -> bool:
    return part == [token.word for token in words[at : at + len(part)]]


def _end(parts: Sequence[list[str]], words: Sequence[Token], at: int) -> int | None:
    """Index behind the last part; None if the parts behind the gaps do not come soon enough."""
    for part in parts:
        places = range(at, min(at + _WITHIN, len(words)) + 1)
        found = next((i for i in places if _stands(part, words, i)), None)
        if found is None:
            return None
        at = found + len(part)
    return at
