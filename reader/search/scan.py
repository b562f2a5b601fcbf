"""Finds a query's words in one text, quickly and without an index.

Only words that begin like a wanted stem are looked at; each is then folded and stemmed as the
index does it, so that what is marked is what was found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from reader.model import Span
from reader.search.nearness import near
from reader.search.syntax import Run
from reader.search.words import CJK, WORD, Place, folded, head, words
from reader.text.tokens import fold, stem


def runs_in(text: str, run: Run) -> Iterator[Span]:
    """Where the run stands in a text, in order, not overlapping."""
    if run.slop:
        yield from _near(text, run)
        return
    end = 0
    for place in _words_of(text, run):
        if place.start < end:
            continue
        last = place if len(run.stems) == 1 else _follow(text, place, run)
        if last is not None:
            yield Span(place.start, last.end)
            end = last.end


def words_beginning(text: str, prefix: str) -> Iterator[str]:
    """The folded words of a text that begin, or whose stem begins, with the prefix."""
    for place in _beginning(text, (head(prefix),)):
        if place.word.startswith(prefix) or stem(place.word).startswith(prefix):
            yield place.word


def _words_of(text: str, run: Run) -> Iterator[Place]:
    stems = run.stems[0]
    typed = run.typed if len(run.stems) == 1 else ""
    for place in _beginning(text, _heads(stems, typed)):
        if _is_one(place.word, stems, typed):
            yield place


def _is_one(word: str, stems: Collection[str], typed: str) -> bool:
    """Whether a word has one of the stems, or begins with what was typed."""
    stemmed = stem(word)
    begins = typed and (word.startswith(typed) or stemmed.startswith(typed))
    return stemmed in stems or bool(begins)


def _follow(text: str, place: Place, run: Run) -> Place | None:
    """The last word of a run whose first stands at `place`; None if the others do not follow."""
    for at, stems in enumerate(run.stems[1:], 2):
        match = WORD.search(text, place.end)
        typed = run.typed if at == len(run.stems) else ""
        if match is None or not _is_one(folded(match[0]), stems, typed):
            return None
        place = Place(match.start(), match.end(), "")
    return place


def _near(text: str, run: Run) -> Iterator[Span]:
    """Where the words of a run stand near each other; from the first to the last of them."""
    found = []
    for at, stems in enumerate(run.stems, 1):
        word = Run((stems,), run.label, typed=run.typed if at == len(run.stems) else "")
        found.append([place.start for place in _words_of(text, word)])
    if not all(found):
        return
    ends = {match.start(): match.end() for match in WORD.finditer(text)}
    numbers = {start: number for number, start in enumerate(ends)}
    starts = list(ends)
    for first, last in near([[numbers[start] for start in each] for each in found], run.slop):
        yield Span(starts[first], ends[starts[last]])


def _beginning(text: str, heads: tuple[str, ...]) -> Iterator[Place]:
    """The words that begin with one of the heads, in order."""
    if not heads:
        return
    plain = _letter_for_letter(text)
    if plain is None or any(CJK.search(part) for part in heads):
        yield from (place for place in words(text) if place.word.startswith(heads))
        return
    for match in _pattern(heads).finditer(plain):
        start = match.start()
        if start and plain[start - 1] not in _BEFORE_WORDS and _inside_word(plain, start):
            continue
        word = WORD.match(text, start)
        if word is not None:
            yield Place(start, word.end(), folded(word[0]))


@lru_cache(maxsize=64)
def _heads(stems: frozenset[str], typed: str) -> tuple[str, ...]:
    """The shortest beginnings that reach every word of these stems."""
    found: list[str] = []
    for part in sorted({head(each) for each in [*stems, *([typed] if typed else [])]}):
        if not found or not part.startswith(found[-1]):
            found.append(part)
    return tuple(found)


@lru_cache(maxsize=64)
def _pattern(heads: tuple[str, ...]) -> re.Pattern[str]:
    # A fold drops the apostrophes inside a word. The first letter comes first, so that the
    # engine leaps from one to the next; most of what is inside a word goes at once.
    return re.compile(
        "|".join(
            f"{re.escape(part[0])}(?<![a-z].)"
            + "".join(f"['’ʼ]?{re.escape(letter)}" for letter in part[1:])
            for part in heads
        )
    )


_BEFORE_WORDS = frozenset(' \n"“‘(—-')


def _inside_word(plain: str, at: int) -> bool:
    """Whether the letter at this place goes on with a word that began before it."""
    before = plain[at - 1 : at]
    if before.isalnum():
        return not CJK.match(before)
    earlier = plain[at - 2 : at - 1] if at > 1 else ""
    if before in ("'", "’", "ʼ"):
        return earlier.isalnum() and not CJK.match(earlier)
    return before in (".", ",") and earlier.isdecimal() and plain[at].isdecimal()


# Texts longer than this are not kept folded; the others are asked for again with every key.
_KEPT = 50_000


def _letter_for_letter(text: str) -> str | None:
    """The text folded without moving a letter; None if a letter of it folds into several."""
    return _kept_folded(text) if len(text) <= _KEPT else _folded(text)


@lru_cache(maxsize=256)
def _kept_folded(text: str) -> str | None:
    return _folded(text)


_FOREIGN = re.compile("[^\x00-\x7f\u2010-\u2027]")


def _folded(text: str) -> str | None:
    plain = text
    if not text.isascii():
        for letter in set(_FOREIGN.findall(text)):
            if letter.isalnum():
                folded_letter = fold(letter)
                if len(folded_letter) != 1:
                    return None
                plain = plain.replace(letter, folded_letter)
    plain = plain.lower()
    return plain if len(plain) == len(text) else None
