"""Runs of capitalised words, the stuff that names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Span
from reader.text.stopwords import STOP
from reader.text.tokens import fold

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[^\W_]|['’ʼ&-](?=[^\W_]))*")
_PARTICLES = frozenset(
    "de del della di da dos du la le van von der den ter bin ibn al el y ben af av zu zur".split()
)
# Nouns that a name goes on behind with `of`; `Smith of Acme` are two names.
_OF_HEADS = frozenset(
    "department ministry bank university house institute bureau board court council church state "
    "states office committee union association chamber federation republic college school academy "
    "secretary director minister chief chairman president attorney head society center centre "
    "league city kingdom district commonwealth guild order bill museum isle gulf cape port chiefs "
    "sons daughters".split()
)
_LONGEST = 12  # words of a name; more in a row are a line in capitals
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof rev gen col lt sgt capt cmdr adm sen sens rep reps gov pres st mt".split()
)
_INNER = re.compile(r"[a-z][A-Z][a-z]")
_APOSTROPHES = frozenset("'’ʼ")
_POSSESSIVES = frozenset(mark + letter for mark in _APOSTROPHES for letter in "sS")
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
"""Folded names of days and months, short and long."""

_ALSO_PERSONS = frozenset("may april june august".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place (a possessive ending left out) and its folded form."""

    span: Span
    text: str
    folded: str
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it is written as a part of a name is: a capital first, or inside (`iPhone`)."""
        if "-" not in self.text:
            return self.text[0].isupper() or _INNER.match(self.text) is not None
        head, _, tail = self.text.partition("-")
        if tail.islower():
            return False
        return head[0].isupper() or (len(head) < 4 and tail[:1].isupper())

    @property
    def acronym(self) -> bool:
        """Whether it is all capitals, two or more."""
        letters = self.text.replace(".", "")
        return len(letters) > 1 and letters.isupper() and letters.isalpha()


def words(text: str, span: Span) -> Iterator[Word]:
    """The words of a span, initials like `U.S.` as one."""
    for match in _WORD.finditer(text, span.start, span.end):
        word = _word(text, match)
        if word is not None:
            yield word


def _word(text: str, match: re.Match[str]) -> Word | None:
    """The word of a match; None for a possessive ending alone."""
    cut = match[0]
    start, stop = match.span()
    possessive = cut[-2:] in _POSSESSIVES
    if possessive:
        cut, stop = cut[:-2], stop - 2
        if not cut:
            return None
    elif cut[-1] in "sS" and text[stop : stop + 1] in _APOSTROPHES:
        possessive = cut[0].isupper()
    folded = fold(cut.replace(".", "") if "." in cut else cut)
    return Word(Span(start, stop), cut, folded, possessive)


def runs(text: str, span: Span) -> Iterator[tuple[Word, ...]]:
    """Neighbouring capitalised words, with the particles inside a name."""
    run: list[Word] = []
    held: list[Word] = []
    previous: Word | None = None
    for match in _WORD.finditer(text, span.start, span.end):
        if not run and match[0].islower():
            continue  # most words of a text, and none of them begins a name
        word = _word(text, match)
        if word is None:
            continue
        apart = previous is not None and not _touches(text, previous, word)
        if run and (apart or len(run) >= _LONGEST):
            yield tuple(run)
            run, held = [], []
        if word.capital and not _calendar(run, word):
            run = [*run, *held, word] if run else [word]
            held = []
        elif run and _inside_name(run, held, word):
            held = [*held, word]
        elif run:
            yield tuple(run)
            run, held = [], []
        previous = word
    if run:
        yield tuple(run)


def _touches(text: str, previous: Word, word: Word) -> bool:
    """Whether nothing but a blank stands between two words (or the point of an initial)."""
    if previous.possessive:
        return False
    between = text[previous.span.end : word.span.start]
    if between in {" ", "\u00a0", " & ", "&"}:
        return True
    point = between in {". ", ".\u00a0", "."}
    return point and (len(previous.text) == 1 or previous.folded in _ABBREVIATED)


def _calendar(run: list[Word], word: Word) -> bool:
    """Whether a word is a day or month here, and so no part of a name."""
    if word.folded not in DAYS:
        return False
    return not run or run[-1].folded in STOP or word.folded not in _ALSO_PERSONS


def _inside_name(run: list[Word], held: list[Word], word: Word) -> bool:
    """Whether a small word may stand inside a name (`Bank of the West`, `van der Bellen`)."""
    if not word.text.islower():
        return False
    if held:
        after_of = held[-1].folded == "of" and word.folded == "the"
        return after_of or (held[-1].folded in _PARTICLES and word.folded in _PARTICLES)
    return (word.folded == "of" and run[-1].folded in _OF_HEADS) or word.folded in _PARTICLES
