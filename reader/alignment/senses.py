"""Words taken for one another: a small table of senses, spelled numbers, and families of stems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from reader.text.number_words import SMALL, TENS
from reader.text.tokens import Token, stem

_TABLE = Path(__file__).with_name("senses.txt")
_NUMBERS = {word: str(value) for word, value in (SMALL | TENS).items() if word != "one"}

# Parts of the day and spans of time: that two sentences have one in common says as little as that
# they have a weekday in common.
TIMES = frozenset(
    map(
        stem,
        "evening night morning afternoon noon midnight today yesterday tomorrow tonight hour "
        "minute day week weekend month year annual decade".split(),
    )
)
"""Stems of words for a time."""

# Two stems are a family if they begin alike and share this part of their letter pairs (Dice):
# derivations, and of names the misspelled ones. With less, `elect` and `electric` were one.
_ALIKE = 0.85
_BEGINNING = 6
_ALIKE_NAMES = 0.75
_BEGINNING_OF_NAMES = 4
# A beginning with more stems than this is a hostile text or no word.
_MOST = 60


@dataclass(frozen=True)
class Senses:
    """The table: what a stem or a run of words is taken as."""

    stems: Mapping[str, str]
    runs: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """By first word: the words of a run, and what they are taken as."""

    def run(self, words: Sequence[Token], at: int) -> tuple[int, str] | None:
        """How many words from `at` on make an entry of several words, and its sense.

        The word at `at` begins one.
        """
        for run, sense in self.runs[words[at].word]:
            if tuple(token.word for token in words[at : at + len(run)]) == run:
                return len(run), sense
        return None


@cache
def senses() -> Senses:
    """The table of `senses.txt`; not to be changed."""
    stems: dict[str, str] = {}
    runs: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for line in _TABLE.read_text("utf-8").splitlines():
        words = [] if line.startswith("#") else line.split()
        for word in words:
            run = tuple(word.split("_"))
            if len(run) > 1:
                runs[run[0]].append((run, stem(words[0])))
            else:
                stems.setdefault(stem(word), stem(words[0]))
    return Senses(stems, dict(runs))


def number(word: str) -> str | None:
    """The digits of a number: `9` for both `nine` and `9`; None for other words."""
    return word if word.isdigit() else _NUMBERS.get(word)


def families(stems: Iterable[str], names: Collection[str]) -> dict[str, str]:
    """For each stem one stem of its family, the first by alphabet: spellings and derivations."""
    head = {word: word for word in sorted(set(stems))}
    _join(head, [w for w in head if w in names], _BEGINNING_OF_NAMES, _ALIKE_NAMES)
    _join(head, [w for w in head if w not in names], _BEGINNING, _ALIKE)
    return head


def _join(head: dict[str, str], words: Iterable[str], beginning: int, part: float) -> None:
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= beginning and word.isalpha():
            alike[word[:beginning]].append(word)
    for group in alike.values():
        pairs = {word: _letter_pairs(word) for word in group[:_MOST]}
        for one, other in combinations(pairs, 2):
            same = len(pairs[one] & pairs[other])
            if 2 * same >= part * (len(pairs[one]) + len(pairs[other])):
                head[other] = min(head[other], head[one])


def _letter_pairs(word: str) -> frozenset[str]:
    begun = f"^{word}"
    return frozenset(begun[at : at + 2] for at in range(len(begun) - 1))
