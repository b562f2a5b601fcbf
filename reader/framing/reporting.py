"""The one whose words a reporting verb gives: found right before the verb, or right behind it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.framing.source import Source
from reader.framing.unnamed import UnnamedSources
from reader.model import Span
from reader.text.attribution import NO_NOUN_IN_LY, WHEN
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
_ASIDE = 40
_DEPTH = 2  # `a friend of a neighbour of Lee said`

_ADVERB = re.compile(
    rf"\s+(?:{NO_NOUN_IN_LY}[a-z]+ly|also|later|then|once|has|have|had|further|already|often|again|"
    r"still|even|both|himself|herself)$"
)
_WHEN = re.compile(rf"{WHEN}$")
_ROLE = re.compile(r"(?<!\w)[Tt]he\s((?:[A-Z][\w-]+\s)?(?:[a-z-]+\s)?)([A-Za-z-]+)$")
_OF_BEFORE = re.compile(r"\b(?:former|ex|vice|deputy|then|late)\b", re.I)
_PRONOUN = re.compile(r"(?<!\w)(?:[Hh]e|[Ss]he|[Tt]hey)$")
_BRACKET = re.compile(r"\s+\([^()\n]{1,30}\)$")
_ASIDE_BEHIND = re.compile(r"\s\([^()\n]{1,30}\)")
_PREPOSITION = re.compile(
    r"(?<!\w)(?:of|for|at|from|with|in|by|to|on|against|about|near|behind|under|like)\s+"
    r"(?:(?:the|a|an|then|former)\s+)?(?:[A-Z][\w’'.-]*\s+){0,4}$"
)
# `the mayor of Galva, Ohio`
_IN_PLACE = re.compile(r"\s(?:of|in|at|from|near)\s(?:[A-Z][\w.’'-]*\s?){1,3},\s$")
# `those who run Acme said`
_RELATIVE = re.compile(
    r"\swho\s(?!sa(?:y|id)|t[eo]l|claim|argu|th[io]|believ|not|wrote|add|report)[a-z]{3,}\s(?:the\s)?$"
)
_JOINED = re.compile(r"\s(?:and|or|&|\+)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){0,4}$")
_ONE = re.compile(r"an?\s")
# `the director of the harbour agency, Ann Lee, said`
_OFFICE = re.compile(r"([a-z-]+)\s(?:of|for|at|in|from)\s[^,.;:“”\"\n]{2,80}$")
_LAST_WORD = re.compile(r"[\w-]+$")
# No apposition: `a cost to publishers after workers, is now high, said Lee`.
# `said Lee's attorney, Bob Ray`, `said the mayor, Ann Lee`
_WHOSE = re.compile(
    r"\s(?:[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,2}[’']s|his|her|the)\s(?:[a-z-]+\s){0,2}[a-z-]+,\s(?=[A-Z])"
)
# `Friends of Acme spokesman Bob Ray`, `Acme Sports + Outdoors spokeswoman Ann Lee`
_REST_OF_NAME = re.compile(
    r"\s(?:of|\+|&|and)\s(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*(?=\s[a-z])"
)
_FINITE = re.compile(r"\s*(?:is|are|was|were|has|have|had|will|would|can|could|but|and)\s")
_MARKS = re.compile(r"[“”\"«»;:\n]")


class Sources:
    """The names and nouns of one text that can be the subject of a reporting verb."""

    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self._text = document.text
        self._unnamed = UnnamedSources(document)
        found = [(span, name) for name in names for span in name.mentions]
        self._mentions = found = sorted(found, key=lambda item: item[0])
        self._starts = [span.start for span, _ in found]
        self._by_end = {span.end: (span, name) for span, name in found}

    def before(self, floor: int, stop: int) -> Source | None:
        """The subject that ends where a verb (or its adverb) begins."""
        text = self._text
        stop = _unblanked(text, floor, stop)
        when = _WHEN.search(text, max(floor, stop - 30), stop)
        stop = when.start() if when else stop
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
        led = _WHOSE.match(text, start, limit)
        start = led.end() - 1 if led else start
        at = bisect_left(self._starts, start)
        chosen: tuple[Span, Name] | None = None
        begin = start
        while at < len(self._mentions) and self._mentions[at][0].start < limit:
            span, name = self._mentions[at]
            if chosen is not None and chosen[1].person and not _of_one(text, begin):
                break
            if not _is_title(text[begin : span.start], inner=chosen is not None):
                break
            if text[span.end : span.end + 2] in _POSSESSIVE:
                break  # `recalled Lee's love of boats`
            chosen, begin = (span, name), span.end
            # `added Acme Inc (AC.N) founder Ann Lee`
            if not name.person and (aside := _ASIDE_BEHIND.match(text, begin, limit)):
                begin = aside.end()
            at = bisect_left(self._starts, begin)
            if not name.person and (rest := _REST_OF_NAME.match(text, begin, limit)):
                begin = rest.end()
                at = bisect_left(self._starts, begin)
        noun = self._unnamed.behind(start, limit)
        if chosen and _of_one(text, chosen[0].end):
            chosen = None
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

    def named_in(self, start: int, stop: int) -> Iterator[tuple[Span, Name]]:
        """All mentions that begin between two offsets."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        yield from self._mentions[low:high]

    def ends_at(self, end: int) -> bool:
        """Whether a mention ends there."""
        return end in self._by_end

    def titled(self, floor: int, start: int) -> int:
        """Where a mention begins with the titles before it."""
        return _before_titles(self._text, floor, start)

    def persons_in(self, start: int, stop: int) -> Iterator[tuple[Span, Name]]:
        """Mentions of persons, or of names that may be persons, between two offsets."""
        for span, name in self.named_in(start, stop):
            # `told the New Yorker`: no person.
            the = self._text[max(0, span.start - 4) : span.start].casefold() == "the "
            perhaps = name.person is None and len(name.full.split()) > 1 and not the
            if name.person or perhaps:
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
        if _FINITE.match(text, opening + 1, stop):
            return None
        inside = _unblanked(text, opening, stop - 1)
        named = self._by_end.get(inside)
        inner = text[opening + 1 : named[0].start].split() if named else []
        if named and named[1].person and len(inner) < 5 and not any(fold(w) in STOP for w in inner):
            opening = _unblanked(text, floor, opening)
            role = _LAST_WORD.search(text, max(floor, opening - 30), opening)
            office = _OFFICE.search(text, max(floor, opening - _REACH), opening)
            borne = (role and is_person_noun(role[0])) or (office and is_person_noun(office[1]))
            return Source(*named) if borne else None
        opening = _unblanked(text, floor, opening)
        found = self._ending_at(floor, opening)
        if found is None and text[opening - 1 : opening] == ")":
            return self._before_aside(floor, opening)
        return found

    def _ending_at(self, floor: int, stop: int, depth: int = 0) -> Source | None:
        named = self._by_end.get(stop)
        if named and named[0].start >= floor:
            return self._named(named, floor, depth)
        return self._beside_name(floor, stop) or self.role(floor, stop)

    def _beside_name(self, floor: int, stop: int) -> Source | None:
        """Somebody unnamed, or the person named right before: `Ann Lee, a spokeswoman said`."""
        found = self._unnamed.ending_at(floor, stop)
        if found is None or not _ONE.match(self._text, found.span.start):
            return found
        named = self._by_end.get(found.span.start - 2)
        if named is None or self._text[found.span.start - 2 : found.span.start] != ", ":
            return found
        return (named[1].person and self._named(named, floor, _DEPTH)) or found

    def role(self, floor: int, stop: int) -> Source | None:
        """Somebody known by an office or trade: `the mayor`, `the Ohio senator`."""
        found = _ROLE.search(self._text, max(floor, stop - 50), stop)
        if found is None or not is_person_noun(found[2]):
            return None
        if _OF_BEFORE.search(found[1]):
            return Source(Span(*found.span()), role="?")
        return Source(Span(*found.span()), role=fold(found[2]))

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
        if _RELATIVE.search(text, low, start):
            return None
        place = _IN_PLACE.search(text, low, start) if not name.person else None
        if place and depth < _DEPTH:
            return self._ending_at(floor, _unblanked(text, floor, place.start()), depth + 1)
        joined = _JOINED.search(text, low, start)
        if joined and self._is_somebody(joined.start()):
            return None
        # `Lee, of Ohio, and Ray said`
        if joined and text[joined.start() - 1] == "," and self._aside_of_somebody(joined.start()):
            return None
        if text[span.end : span.end + 2] in _POSSESSIVE:
            return None
        return Source(span, name)

    def _aside_of_somebody(self, stop: int) -> bool:
        """Whether a name stands right before the short aside that ends there."""
        opening = self._text.rfind(",", max(0, stop - _ASIDE), stop - 1)
        return opening > 0 and opening in self._by_end

    def _is_somebody(self, stop: int) -> bool:
        """Whether a name, or a noun for a person, ends there."""
        word = _LAST_WORD.search(self._text, max(0, stop - 30), stop)
        return stop in self._by_end or (word is not None and is_person_noun(word[0]))


_POSSESSIVE = frozenset(["'s", "’s"])
_NOUNS = re.compile(
    r"(?:\s[‘’']\d\d)?(?:\s(?!who\b|and\b|in\b|on\b|to\b|of\b|at\b)[a-z][\w-]*){1,2}"
)
_WHOSE_WORDS = frozenset("his her their".split())
_IN_TITLES = _WHOSE_WORDS | frozenset("the a an of mr mrs ms dr".split())
_BEFORE_SUBJECT = DAYS | frozenset(
    "and but as when while that because before after if where then which once since though "
    "although so yet".split()
)


def _of_one(text: str, end: int) -> bool:
    """Whether a name only tells whose or of where somebody is: `said Acme chess star Bob Ray`."""
    behind = _NOUNS.match(text, end)
    return behind is not None and any(map(is_person_noun, behind[0].split()))


def _is_title(between: str, *, inner: bool) -> bool:
    """Whether only the words of a title stand there: `former Acme chief executive`."""
    words = between.replace("\n", " . ").split()
    if not between[:1].isspace() or len(words) > _TITLE_WORDS:
        return False
    if words and fold(words[0]) in _WHOSE_WORDS and not any(map(is_person_noun, words)):
        return False  # `says his Acme account`
    titles = (fold(word.rstrip(".")) in HONORIFICS for word in words)
    if inner and not (any(titles) or is_person_noun(words[-1] if words else "")):
        return False
    return all(
        word[-1] not in ',;:”".' or fold(word.rstrip(".")) in HONORIFICS for word in words
    ) and all(fold(word) not in STOP or fold(word) in _IN_TITLES for word in words)


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
