"""The one whose words a reporting verb gives: found right before the verb, or right behind it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.attribution import NO_NOUN_IN_LY
from reader.text.capitals import DAYS
from reader.text.document import Document
from reader.text.names import Name
from reader.text.people import is_person_noun
from reader.text.stopwords import STOP
from reader.text.titles import HONORIFICS
from reader.text.tokens import fold

# A subject may be so far from its verb: `Lee, who has run the harbour since 1990, said`.
_REACH = 100
_TITLE_REACH = 70
_TITLE_WORDS = 6
_DEPTH = 2  # `a friend of a neighbour of Lee said`

_ADVERB = re.compile(
    rf"\s+(?:{NO_NOUN_IN_LY}[a-z]+ly|also|later|then|once|has|have|had|further|already|often|again|"
    r"still|even|both)$"
)
_PRONOUN = re.compile(r"(?<!\w)(?:[Hh]e|[Ss]he|[Tt]hey)$")
_BRACKET = re.compile(r"\s+\([^()\n]{1,30}\)$")
_PREPOSITION = re.compile(
    r"(?<!\w)(?:of|for|at|from|with|in|by|to|on|against|about|near|behind|under|like)\s+"
    r"(?:(?:the|a|an|then|former)\s+)?(?:[A-Z][\w’'.-]*\s+){0,4}$"
)
_JOINED = re.compile(r"\s(?:and|or|&)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){0,4}$")
_LAST_WORD = re.compile(r"[\w-]+$")
_MARKS = re.compile(r"[“”\"«»;:\n]")
# What may stand between the noun of a subject and the verb, and what may not.
_BEHIND_NOUN = re.compile(
    r"\s+(?:of|for|at|from|with|in|on|to|close to|near|familiar with|briefed on|with)\s"
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


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, as the text has it beside the verb."""

    span: Span
    """The name without its title, the pronoun, or the words for somebody unnamed."""
    name: Name | None = None
    """The name that it is a mention of; None for pronouns and the unnamed."""
    unnamed: bool = False
    """Whether people are meant whom the text does not name (`officials`, `a spokesman`)."""

    @property
    def pronoun(self) -> bool:
        """Whether it is `he`, `she` or `they`."""
        return self.name is None and not self.unnamed


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of the list for one of the unnamed, and those for many."""
    pairs = [line.split() for line in entries("sources-unnamed")]
    return frozenset(one for one, _ in pairs), frozenset(many for _, many in pairs)


class Sources:
    """The names and nouns of one text that can be the subject of a reporting verb."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self._text = document.text
        one, many = _nouns()
        found = [(span, name) for name in names for span in name.mentions]
        self._mentions = found = sorted(found, key=lambda item: item[0])
        self._starts = [span.start for span, _ in found]
        self._by_end = {span.end: (span, name) for span, name in found}
        self._nouns = [
            token.span
            for passage in document.tokens
            for token in passage
            if (token.word in many or token.word in one) and len(token.span) == len(token.word)
        ]
        self._noun_ends = [span.end for span in self._nouns]

    def before(self, floor: int, stop: int) -> Source | None:
        """The subject that ends where a verb (or its adverb) begins."""
        text = self._text
        stop = _unblanked(text, floor, stop)
        for _ in range(2):
            adverb = _ADVERB.search(text, max(floor, stop - 20), stop)
            stop = adverb.start() if adverb else stop
        pronoun = _PRONOUN.search(text, max(floor, stop - 5), stop)
        if pronoun:
            return Source(Span(*pronoun.span()))
        found = self._ending_at(floor, stop)
        if found is None and stop > floor and text[stop - 1] in ",)—–":
            found = self._before_aside(floor, stop)
        return found

    def after(self, start: int, limit: int) -> Source | None:
        """The subject right behind a verb or behind `according to`."""
        text = self._text
        limit = min(limit, start + _TITLE_REACH)
        at = bisect_left(self._starts, start)
        chosen: tuple[Span, Name] | None = None
        begin = start
        while at < len(self._mentions) and self._mentions[at][0].start < limit:
            span, name = self._mentions[at]
            if chosen is not None and chosen[1].person:
                break
            if not _is_title(text[begin : span.start], inner=chosen is not None):
                break
            if text[span.end : span.end + 2] in _POSSESSIVE:
                break  # `recalled Lee's love of boats`
            chosen, begin, at = (span, name), span.end, at + 1
        noun = self._noun_behind(start, limit)
        if chosen and (noun is None or noun.span.start > chosen[0].start or chosen[1].person):
            return Source(chosen[0], chosen[1])
        return noun

    def at(self, span: Span) -> Name | None:
        """The name of which a mention overlaps a span."""
        before = bisect_right(self._starts, span.start) - 1
        for mention, name in self._mentions[max(before, 0) : before + 2]:
            if mention.overlaps(span):
                return name
        return None

    def persons_in(self, start: int, stop: int) -> Iterator[tuple[Span, Name]]:
        """Mentions of persons, or of names that may be persons, between two offsets."""
        for at in range(bisect_left(self._starts, start), len(self._mentions)):
            span, name = self._mentions[at]
            if span.start >= stop:
                return
            if name.person or (name.person is None and len(name.full.split()) > 1):
                yield span, name

    def may_act(self, mention: Span, floor: int) -> bool:
        """Whether a mention stands where the subject of a sentence or clause does."""
        text = self._text
        if text[mention.end : mention.end + 2] in _POSSESSIVE:
            return False
        start = _before_titles(text, floor, mention.start)
        word = _LAST_WORD.search(text, max(floor, start - 30), _unblanked(text, floor, start))
        if word is None:
            return True
        return fold(word[0]) in _BEFORE_SUBJECT or is_person_noun(word[0])

    def _before_aside(self, floor: int, stop: int) -> Source | None:
        """The subject before an apposition, a bracket or dashes; a name in there is the name."""
        text = self._text
        bracket = _BRACKET.search(text, max(floor, stop - 40), stop)
        if bracket:
            return self._ending_at(floor, bracket.start())
        mark = text[stop - 1]
        opening = text.rfind(mark, max(floor, stop - _REACH), stop - 1)
        if mark == ")" or opening < 0 or _MARKS.search(text, opening, stop):
            return None
        inside = _unblanked(text, opening, stop - 1)
        named = self._by_end.get(inside)
        inner = text[opening + 1 : named[0].start].split() if named else []
        if named and named[1].person and len(inner) < 5 and not any(fold(w) in STOP for w in inner):
            opening = _unblanked(text, floor, opening)
            role = _LAST_WORD.search(text, max(floor, opening - 30), opening)
            return Source(*named) if role and is_person_noun(role[0]) else None
        opening = _unblanked(text, floor, opening)
        found = self._ending_at(floor, opening)
        if found is None and text[opening - 1 : opening] == ")":
            return self._before_aside(floor, opening)
        return found

    def _ending_at(self, floor: int, stop: int, depth: int = 0) -> Source | None:
        named = self._by_end.get(stop)
        if named and named[0].start >= floor:
            return self._named(named, floor, depth)
        at = bisect_right(self._noun_ends, stop) - 1
        if at >= 0 and self._nouns[at].end == stop and self._nouns[at].start >= floor:
            return self._unnamed(self._nouns[at], floor)
        return self._before_phrase(floor, stop)

    def _named(self, named: tuple[Span, Name], floor: int, depth: int) -> Source | None:
        text, (span, name) = self._text, named
        start = _before_titles(text, floor, span.start)
        low = max(floor, start - 40)
        preposition = _PREPOSITION.search(text, low, start)
        if preposition:
            if depth >= _DEPTH:
                return None
            stop = _unblanked(text, floor, preposition.start())
            found = self._ending_at(floor, stop, depth + 1)
            if found is not None and found.unnamed:
                return replace(found, span=Span(found.span.start, span.end))
            return found
        joined = _JOINED.search(text, low, start)
        if joined and self._is_somebody(joined.start()):
            return None
        if text[span.end : span.end + 2] in _POSSESSIVE:
            return None
        return Source(span, name)

    def _is_somebody(self, stop: int) -> bool:
        """Whether a name, or a noun for a person, ends there."""
        word = _LAST_WORD.search(self._text, max(0, stop - 30), stop)
        return stop in self._by_end or (word is not None and is_person_noun(word[0]))

    def _unnamed(self, noun: Span, floor: int) -> Source | None:
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

    def _before_phrase(self, floor: int, stop: int) -> Source | None:
        """The noun or name that words such as `of the union` or `close to Lee` belong to."""
        text = self._text
        low = max(floor, stop - _REACH)
        for at in range(bisect_right(self._noun_ends, stop) - 1, -1, -1):
            noun = self._nouns[at]
            if noun.start < low:
                break
            if _BEHIND_NOUN.match(text, noun.end, stop) and not _BREAKS.search(
                text, noun.end, stop
            ):
                found = self._unnamed(noun, floor)
                return found and replace(found, span=Span(found.span.start, stop))
        return None

    def _noun_behind(self, start: int, limit: int) -> Source | None:
        at = bisect_left(self._nouns, Span(start, start + 1))
        if at >= len(self._nouns) or self._nouns[at].start >= limit:
            return None
        noun = self._nouns[at]
        between = self._text[start : noun.start].split()
        if len(between) > 4 or any(fold(w) in _NOT_BEFORE_NOUN for w in between[1:]):
            return None
        found = self._unnamed(noun, start)
        phrase = _PHRASE.match(self._text, noun.end, noun.end + _REACH)
        if found is None or phrase is None:
            return found
        return replace(found, span=Span(found.span.start, phrase.end()))


_NOT_BEFORE_NOUN = (STOP | HONORIFICS) - frozenset(
    "the a an one two three four five six seven eight nine ten some many most several few other "
    "another both us new first senior all own executive".split()
)

_POSSESSIVE = frozenset(["'s", "’s"])
_BEFORE_SUBJECT = DAYS | frozenset(
    "and but as when while that because before after if where then which once since though "
    "although so yet".split()
)
_DETERMINERS = frozenset(
    "a an the one two three four five six some many most several few other another both all these "
    "his her its their".split()
)


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


def _is_title(between: str, *, inner: bool) -> bool:
    """Whether only the words of a title stand there: `former Acme chief executive`."""
    words = between.replace("\n", " . ").split()
    if not between[:1].isspace() or len(words) > _TITLE_WORDS:
        return False
    if inner and not any(fold(word.rstrip(".")) in HONORIFICS for word in words):
        return False
    return all(
        word[-1] not in ',;:”".' or fold(word.rstrip(".")) in HONORIFICS for word in words
    ) and all(
        fold(word) not in STOP or fold(word) in {"the", "a", "an", "of", "mr", "mrs", "ms", "dr"}
        for word in words
    )


def _before_titles(text: str, floor: int, start: int) -> int:
    """Where the words of a title before a name begin."""
    floor = max(floor, start - _REACH)
    while True:
        end = _unblanked(text, floor, start)
        begin = end
        while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in "-."):
            begin -= 1
        word = fold(text[begin:end].rstrip("."))
        if begin == end or word not in HONORIFICS:
            return start
        start = begin


def _unblanked(text: str, floor: int, stop: int) -> int:
    while stop > floor and text[stop - 1] in " \u00a0":
        stop -= 1
    return stop
