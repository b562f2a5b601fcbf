"""What the other articles of a comparison say, tested strictly: present in any form is present."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from reader.text.document import Document
from reader.text.tokens import Token, fold, stem, tokens

# So many words in a row are hardly ever the same by chance (34 of 36 such runs were one utterance).
_RUN = 5
# So many first letters make two words forms of one: `russia`, `russian`; shorter words begin many
# others (`bus`, `busi`).
_PREFIX = 4
# Shorter names differ by one letter and are other names: Mann, Hann.
_SPELT = 5
_LONG = 8  # from here on two letters may differ: Alexander, Alexandr
_LINKS = frozenset("of the and for in a to".split())


@dataclass(frozen=True)
class Vocabulary:
    """The words of one document, headline included."""

    document: Document

    @cached_property
    def texts(self) -> tuple[tuple[Token, ...], ...]:
        """The words of the headline and of each passage."""
        return (tuple(tokens(self.document.article.title or "")), *self.document.tokens)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every stem, every part of a hyphenated word, and the word without its hyphens."""
        said = self.document.vocabulary.union(token.word for token in self.texts[0])
        return frozenset(form for word in said for form in _forms(word))

    @cached_property
    def in_order(self) -> list[str]:
        """The stems by alphabet."""
        return sorted(self.stems)

    @cached_property
    def by_letter(self) -> Mapping[str, Sequence[str]]:
        """The stems by their first letter."""
        found: dict[str, list[str]] = {}
        for known in self.stems:
            found.setdefault(known[:1], []).append(known)
        return found

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Initials of every run of two to five words, so that `AMI` is found in its long form."""
        found: set[str] = set()
        for words in self.texts:
            initials = "".join(token.word[0] for token in words if token.word not in _LINKS)
            for size in range(2, 6):
                found.update(initials[at : at + size] for at in range(len(initials) - size + 1))
        return frozenset(found)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every five words in a row, across sentences."""
        title, *passages = self.texts
        body = [token for words in passages for token in words]
        return frozenset((*_runs(title), *_runs(body)))

    @cached_property
    def _in_a_line(self) -> str:
        """All words, each between blanks."""
        return f" {' '.join(token.word for words in self.texts for token in words)} "

    def has_parts(self, parts: Sequence[str]) -> bool:
        """Whether each part of a hyphenated word, or what goes on from it, stands here."""
        return all(_begins(self.in_order, part) for part in parts)

    def has_in_order(self, words: Sequence[str]) -> bool:
        """Whether these words stand here one behind the other; five to ten with one changed.

        Of more than ten with one changed five stand in a row.
        """
        line = self._in_a_line
        if f" {' '.join(words)} " in line:
            return True
        return _RUN <= len(words) <= 2 * _RUN and any(
            _with_a_gap(line, f" {' '.join(words[:at])} ", f" {' '.join(words[at + 1 :])} ")
            for at in range(1, len(words) - 1)
        )

    def tells(self, words: Sequence[Token]) -> bool:
        """Whether these words stand here: half of what is five of them in a row, or more."""
        runs = list(_runs(words))
        return bool(runs) and 2 * sum(run in self.runs for run in runs) >= len(runs)


@dataclass(frozen=True)
class Elsewhere:
    """The words of several documents."""

    vocabularies: tuple[Vocabulary, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every stem that stands anywhere."""
        return frozenset().union(*(known.stems for known in self.vocabularies))

    def has_topic(self, word: str) -> bool:
        """Whether a stem, or one that begins like it (`china`, `chines`), stands anywhere.

        So does `tax-cut` where one article has both words.
        """
        if word in self.stems or len(word) < _PREFIX:
            return word in self.stems
        parts = word.split("-")
        if len(parts) > 1 and any(known.has_parts(parts) for known in self.vocabularies):
            return True
        beginning = word[: max(_PREFIX, len(word) - 2)]
        return any(_begins(known.in_order, beginning) for known in self.vocabularies)

    def has_name(self, word: str) -> bool:
        """Whether a part of a name stands anywhere: derived, respelled, or as an acronym."""
        folded = fold(word)
        if any(self.has_topic(form) for form in _forms(folded)):
            return True
        if word.isupper() and len(word) > 1:
            return any(folded in known.acronyms for known in self.vocabularies)
        return len(folded) >= _SPELT and any(
            _respelled(folded, other)
            for known in self.vocabularies
            for other in known.by_letter.get(folded[0], ())
        )

    def has_in_order(self, words: Sequence[str]) -> bool:
        """Whether these words stand anywhere one behind the other; five to ten with one changed."""
        return any(known.has_in_order(words) for known in self.vocabularies)

    def has_run(self, words: Sequence[Token]) -> bool:
        """Whether five of these words in a row stand anywhere."""
        runs = list(_runs(words))
        return any(run in known.runs for run in runs for known in self.vocabularies)


def _with_a_gap(line: str, before: str, after: str) -> bool:
    """Whether one word alone stands between two runs somewhere."""
    at = line.find(before)
    while at >= 0:
        gap = line.find(" ", at + len(before))
        if gap >= 0 and line.startswith(after, gap):
            return True
        at = line.find(before, at + 1)
    return False


def _begins(words: list[str], prefix: str) -> bool:
    at = bisect_left(words, prefix)
    return at < len(words) and words[at].startswith(prefix)


def _respelled(name: str, other: str) -> bool:
    if abs(len(other) - len(name)) > 2:
        return False
    most = 1 if len(name) < _LONG else 2
    return Levenshtein.distance(name, other, score_cutoff=most) <= most


def _forms(word: str) -> Iterator[str]:
    """The stems under which a word may be known: whole, joined, and part by part."""
    yield stem(word)
    if "-" in word:
        yield stem(word.replace("-", ""))
        for part in word.split("-"):
            if len(part) > 2:
                yield stem(part)


def _runs(words: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    folded = [token.word for token in words]
    return zip(*(folded[at:] for at in range(_RUN)), strict=False)
