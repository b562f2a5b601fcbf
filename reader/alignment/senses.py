"""Words taken for one another: a small table of senses, spelled numbers, and families of stems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from reader.text.number_words import SMALL, TENS
from reader.text.tokens import Token, stem

_TABLE = Path(__file__).with_name("senses.txt")
_NUMBERS = {word: str(value) for word, value in (SMALL | TENS).items() if word != "one"}

# Two stems are a family if they begin alike and share this part of their letter pairs (Dice):
# `closur` and `close` are in the table, `councillor` and `council` or a misspelled name are not.
_ALIKE = 0.75
_BEGINNING = 4
_SHORTEST = 5


@dataclass(frozen=True)
class Senses:
    """The table: what a stem or a run of words is taken as."""

    stems: Mapping[str, str]
    runs: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    """By first word: the words of a run, and what they are taken as."""

    def run(self, words: Sequence[Token], at: int) -> tuple[int, str] | None:
        """How many words from `at` on make an entry of several words, and its sense."""
        for run, sense in self.runs.get(words[at].word, ()):
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


def number(token: Token) -> str | None:
    """The digits of a number: `9` for both `nine` and `9`; None for other words."""
    return token.word if token.word.isdigit() else _NUMBERS.get(token.word)


def families(stems: Iterable[str]) -> dict[str, str]:
    """For each stem one stem of its family, the first by alphabet: spellings and derivations."""
    known = sorted(set(stems))
    head = {word: word for word in known}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        if len(word) >= _SHORTEST and word.isalpha():
            alike[word[:_BEGINNING]].append(word)
    for words in alike.values():
        pairs = {word: _letter_pairs(word) for word in words}
        for one, other in combinations(words[:_MOST], 2):
            same = len(pairs[one] & pairs[other])
            if 2 * same >= _ALIKE * (len(pairs[one]) + len(pairs[other])):
                head[other] = min(head[other], head[one])
    return head


# A beginning with more stems than this is a hostile text or no word.
_MOST = 60


def _letter_pairs(word: str) -> frozenset[str]:
    begun = f"^{word}"
    return frozenset(begun[at : at + 2] for at in range(len(begun) - 1))
