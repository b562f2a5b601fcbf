"""Which labels of one name are set side by side, and in which words they part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

from reader.framing.epithets import epithets
from reader.framing.label_heads import Label, front, person_noun
from reader.framing.label_words import OFFICE, label_stems, same_office, word_stems
from reader.text.document import Document
from reader.text.names import Name
from reader.text.tokens import Token, tokens

# Fewer words than these stand together in a sentence by chance.
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one label, brought to forms in which labels can be compared."""

    stems: frozenset[str]
    """All content stems but those of the name itself."""
    telling: frozenset[str]
    """Those of words in small letters that are no words of office."""
    front: frozenset[str]
    """Those of them up to the noun: what stands behind it may be told of something else."""
    epithets: frozenset[frozenset[str]]
    """Words that judge or colour, each as the stems of its parts."""


@dataclass(frozen=True)
class Labelled:
    """One name in one article, with all its labels there."""

    column: int
    name: Name
    labels: tuple[Label, ...]
    words: tuple[Words, ...]
    """Of each label."""
    document: Document

    @property
    def stems(self) -> frozenset[str]:
        """The content stems of all labels together."""
        return frozenset().union(*(words.stems for words in self.words))

    def tells(self, words: Words) -> bool:
        """Whether one sentence of the article has all words of a label, beside the name or not."""
        # `She is the daughter of immigrants from India` stands beside no name.
        return len(words.stems) >= _TOLD and any(words.stems <= told for told in self._told)

    def says(self, epithet: frozenset[str]) -> bool:
        """Whether a sentence or the headline has an epithet, of whomever."""
        title = frozenset(label_stems(self.document.article.title or ""))
        return any(epithet <= told for told in (title, *self._told))

    @cached_property
    def described(self) -> frozenset[str]:
        """Stems of the words before nouns for persons that no name follows, wherever they stand."""
        title = self.document.article.title or ""
        lines = [(self.document.text, words) for words in self.document.tokens]
        lines.append((title, tuple(tokens(title))))
        return frozenset(
            part
            for text, words in lines
            for at, token in enumerate(words)
            if person_noun(token.word) and not _named(text, words, at)
            for word in words[max(0, at - _DESCRIBED) : at]
            for part in word_stems(word.word)
        )

    def tells_of(self, stems: frozenset[str]) -> bool:
        """Whether a sentence with the name, or it and the one before, has all of these words."""
        # `Moderates were in doubt. Senator Ann Lee said ...`, `Lee — a first cousin of Ray — said`.
        return any(stems <= told for told in self._told_of)

    @cached_property
    def _told_of(self) -> tuple[frozenset[str], ...]:
        at = {self.document.passage_at(mention.start) for mention in self.name.mentions}
        return tuple(
            self._told[here].union(self._told[here - 1] if here else ())
            for here in sorted(passage for passage in at if passage is not None)
        )

    @cached_property
    def _told(self) -> tuple[frozenset[str], ...]:
        return tuple(
            frozenset(part for token in words for part in word_stems(token.word))
            for words in self.document.tokens
        )


# `a conservative radio host`
_DESCRIBED = 2


def _named(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a name follows a noun: what stands before both is told of that name."""
    following = words[at + 1 : at + 2]
    return any(text[token.span.start].isupper() for token in following)


@dataclass(frozen=True, slots=True)
class Choice:
    """The label by which an article is shown, with the words by which it parts from others."""

    of: Labelled
    label: Label
    telling: frozenset[str]
    epithets: frozenset[frozenset[str]]


def labelled(document: Document, column: int, name: Name, found: Sequence[Label]) -> Labelled:
    """One name in one article, its labels taken apart."""
    own = {token.stem for token in tokens(name.full)}
    return Labelled(
        column,
        name,
        tuple(found),
        tuple(
            _words(label.span.of(document.text), front(document.text, label), own)
            for label in found
        ),
        document,
    )


def apart(group: Sequence[Labelled]) -> list[Choice]:
    """For each article whose labels part from another's: the one that parts most; two or more.

    Two part if each has words that the other never uses, or one has an epithet more. An article
    that says less than another, in the same words, is shown if there would else be only one.
    """
    partners: dict[int, list[Labelled]] = {}
    for one, other in permutations(group, 2):
        if _part(one, other) or _part(other, one):
            partners.setdefault(one.column, []).append(other)
    parted = [one for one in group if one.column in partners]
    full = [one for one in parted if not any(one.stems < other.stems for other in parted)]
    less = [one for one in parted if one not in full and full[0] in partners[one.column]]
    shown = full if len(full) > 1 else sorted([*full, *less[:1]], key=lambda one: one.column)
    return [_choice(one, partners[one.column]) for one in shown]


def _words(label: str, front: str, own: set[str]) -> Words:
    """`front` are the words up to the noun."""
    stems = frozenset(label_stems(label) - own)
    telling = frozenset(label_stems(label, small=True) - own - OFFICE)
    begun = telling & label_stems(front, small=True)
    return Words(stems, telling, begun, frozenset(e for e in epithets(front) if not e <= own))


def _part(one: Labelled, other: Labelled) -> bool:
    """Whether one tells by a word that the other lacks; mere offices tell nothing."""
    theirs = other.stems
    # `a conservative author` may be he whom the same article names without that word.
    coloured = [
        words
        for words in one.words
        if any(not other.tells_of(e) for e in _new(words, theirs | other.described))
    ]
    if any(not other.tells(words) for words in coloured):
        return True
    telling = [
        words
        for words in one.words
        if words.telling - theirs
        and not (words.front - theirs and other.tells_of(words.front - theirs))
    ]
    lacks = [words for words in other.words if words.stems - one.stems]
    return any(not other.tells(words) for words in telling) and any(
        not one.tells(words) for words in lacks
    )


def _new(words: Words, theirs: frozenset[str]) -> frozenset[frozenset[str]]:
    """Epithets whose parts the other labels do not all have."""
    return frozenset(epithet for epithet in words.epithets if not epithet <= theirs)


def _choice(one: Labelled, partners: Sequence[Labelled]) -> Choice:
    all_theirs = frozenset().union(*(other.stems for other in partners))
    theirs = all_theirs if one.stems - all_theirs else partners[0].stems
    heads = {same_office(label.head) for other in partners for label in other.labels}

    def rank(at: int) -> tuple[int, int, int, bool, int]:
        words = one.words[at]
        new = words.stems - theirs
        fits = same_office(one.labels[at].head) in heads
        return (len(_new(words, theirs)), len(new & words.telling), len(new), fits, -at)

    at = max(range(len(one.labels)), key=rank)
    words = one.words[at]
    return Choice(one, one.labels[at], words.telling - theirs, _new(words, theirs))
