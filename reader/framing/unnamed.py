"""Speakers whom a text does not name: `officials`, `a spokesman`, `two aides to Lee`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reader.framing.source import Source
from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.document import Document
from reader.text.stopwords import STOP
from reader.text.titles import HONORIFICS
from reader.text.tokens import fold

_REACH = 100
_MARKS = re.compile(r"[“”\"«»;:\n]")
# What may stand between the noun of a subject and the verb, and what may not.
_BEHIND_NOUN = re.compile(
    r"\s+(?:of|for|at|from|with|in|on|to(?=\s(?:the|a|an|his|her|its|their|both|[A-Z]))|close to|"
    r"near|familiar with|briefed on|with)\s"
    r"[^,;:“”\"()\n]{2,80}$"
)
_PHRASE = re.compile(
    r"\s(?:familiar with|close to|with knowledge of|briefed on|for|at|from|in)\s"
    r"[^,;:.“”\"()\n]{2,60}(?<!\bMr)(?<!Mrs)(?<!\bMs)(?<!\bDr)(?<!Sen)(?<!Rep)(?=[,;.])"
)
_BREAKS = re.compile(
    r"\s(?:is|was|were|are|be|been|will|would|could|should|said|says|that|which|who|but|and|as|"
    r"when|while|after|before|because|if|whose|told|did|does|do|declined|refused)(?:\s|$)"
)
_ONE = re.compile(r"(?<!\w)(?:[Aa]n?|[Oo]ne|[Aa]nother|[Aa]n unnamed)\s+(?:[\w’'-]+\s+){0,4}$")
_SHARE_OF = re.compile(r"(?:%|\bper\s?cent|\b(?:half|thirds?|quarters?)) of (?:[\w’'-]+ ){0,4}$")
_THE_SOURCE = re.compile(r"(?<!\w)[Tt]he\s+$")
_MANY = re.compile(
    r"(?:(?<!\w)(?:[Tt]he|[Tt]hese|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Ff]ew|[Oo]ther|[Tt]wo|"
    r"[Tt]hree|[Ff]our|[Ff]ive|[Bb]oth|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]ll)\s+)?"
    r"(?:[\w’'.-]+\s+){0,3}$"
)
_NOT_BEFORE_NOUN = (STOP | HONORIFICS) - frozenset(
    "the a an one two three four five six seven eight nine ten some many most several few other "
    "another both us new first senior all own executive".split()
)
_DETERMINERS = frozenset(
    "a an the one two three four five six some many most several few other another both all these "
    "his her its their".split()
)


class UnnamedSources:
    """The nouns of one text that can stand for a speaker who is not named."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        nouns = frozenset().union(*_nouns())
        self._nouns = [
            token.span
            for passage in document.tokens
            for token in passage
            if token.word in nouns and len(token.span) == len(token.word)
        ]
        self._ends = [span.end for span in self._nouns]

    def ending_at(self, floor: int, stop: int) -> Source | None:
        """The subject whose noun ends there, or that words such as `close to Lee` belong to."""
        at = bisect_right(self._ends, stop) - 1
        if at >= 0 and self._ends[at] == stop and self._nouns[at].start >= floor:
            return self._source(self._nouns[at], floor)
        return self._before_phrase(floor, stop)

    def behind(self, start: int, limit: int) -> Source | None:
        """The subject right behind a verb or `according to`."""
        at = bisect_left(self._nouns, Span(start, start + 1))
        if at >= len(self._nouns) or self._nouns[at].start >= limit:
            return None
        noun = self._nouns[at]
        between = self._text[start : noun.start].split()
        if len(between) > 4 or any(fold(w) in _NOT_BEFORE_NOUN for w in between[1:]):
            return None
        found = self._source(noun, start)
        phrase = _PHRASE.match(self._text, noun.end, noun.end + _REACH)
        if found is None or phrase is None:
            return found
        return replace(found, span=Span(found.span.start, phrase.end()))

    def _before_phrase(self, floor: int, stop: int) -> Source | None:
        """The noun that words such as `of the union` or `close to Lee` belong to."""
        text = self._text
        low = max(floor, stop - _REACH)
        for at in range(bisect_right(self._ends, stop) - 1, -1, -1):
            noun = self._nouns[at]
            if noun.start < low:
                break
            if _BEHIND_NOUN.match(text, noun.end, stop) and not _BREAKS.search(
                text, noun.end, stop
            ):
                found = self._source(noun, floor)
                return found and replace(found, span=Span(found.span.start, stop))
        return None

    def _source(self, noun: Span, floor: int) -> Source | None:
        text = self._text
        word = noun.of(text)
        if _SHARE_OF.search(text, max(floor, noun.start - 60), noun.start):
            return None  # the answer to a poll
        one, many = _nouns()
        low = max(floor, noun.start - 60)
        if word.casefold() in {"people", "person"} and not text.startswith(
            (" familiar", " close to", " briefed", " with knowledge"), noun.end
        ):
            return None
        if word.casefold() in one:
            found = _ONE.search(text, low, noun.start)
            if found is None and word.casefold() == "source":
                found = _THE_SOURCE.search(text, low, noun.start)
        else:
            found = _MANY.search(text, low, noun.start) if word.casefold() in many else None
        if found is None or _MARKS.search(found[0]) or "," in found[0]:
            return None
        if word[0].isupper() and (found[0] or not _opens(text, floor, noun.start)):
            return None  # `Fox & Friends`
        words = [fold(w) for w in found[0].split()]
        odd = _NOT_BEFORE_NOUN if word.casefold() in one else _NOT_BEFORE_NOUN | {"a", "an"}
        if any(w in odd for w in words[1:]) or (words and words[0] in odd & {"a", "an"}):
            return Source(noun, unnamed=True) if word.casefold() in many else None
        opening = _opening_word(words)
        start = noun.start
        for _ in words[opening:]:
            start = text.rfind(" ", found.start(), start - 1) + 1 or found.start()
        return Source(Span(start, noun.end), unnamed=True)


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of the list for one of the unnamed, and those for many."""
    pairs = [line.split() for line in entries("sources-unnamed")]
    return frozenset(one for one, _ in pairs), frozenset(many for _, many in pairs)


def _opening_word(words: Sequence[str]) -> int:
    """From which of the words before a noun on they belong to it: `but` does not, `the` does."""
    for at in range(len(words) - 1, -1, -1):
        if words[at] in _DETERMINERS:
            return at
    return 1 if words and words[0] in _NOT_BEFORE_NOUN - HONORIFICS else 0


def _opens(text: str, floor: int, start: int) -> bool:
    """Whether a sentence begins there, or a clause behind a mark."""
    before = text[max(floor, start - 4) : start].rstrip()
    return not before or before[-1] in ',;:”"—–'
