"""Who stands as the subject of the writer's sentences: a name, a pronoun, or somebody unnamed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from reader.framing.reporting import Sources
from reader.framing.verbs import kinds
from reader.model import Span
from reader.text.capitals import DAYS
from reader.text.document import Document
from reader.text.names import Name
from reader.text.people import PEOPLE, is_organisation_noun, is_person_noun
from reader.text.stopwords import STOP
from reader.text.titles import HONORIFICS
from reader.text.tokens import fold

_ASIDE = r"(?:,[^,\n“”\"«»]{2,120},|\s\([^()\n]{1,40}\),?|\s[—–-]\s[^\n—–“”\"]{2,90}\s?[—–-])"
_PLACE = r"(?:\s(?:of|from|at)\s(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4},?)"
_ADVERBS = (
    r"(?:\s(?:[a-z]{2,}ly|also|later|then|once|still|again|soon|often|never|both|not|earlier|"
    r"himself|herself|last\s(?:week|month|year)|this\s(?:week|month|year)),?){0,2}"
)
_PHRASE = r"(?:\s(?:on|in|at|during|after|before|with)\s[\w’'-]+(?:\s[\w’'-]+){0,3}?)"
_VERB = re.compile(
    rf"{_ASIDE}{{0,2}}{_PLACE}{{0,2}}{_ASIDE}?{_ADVERBS}{_PHRASE}{{0,2}}\s([a-z]+(?:[’']t)?)(?![\w-])"
)
# Past forms not in -ed, and present ones that no plural noun has; reporting verbs come with them.
_FORMS = frozenset(
    "is was has had did does didn't didn’t doesn't doesn’t wasn't wasn’t isn't isn’t hasn't "
    "hasn’t hadn't hadn’t won't won’t wouldn't wouldn’t couldn't couldn’t will would could "
    "should can may might must became began bet bought broke brought built came caught chose "
    "cut drew drove fell felt fought found gave went got grew heard held hit kept knew laid "
    "led left let lost made meant met paid put quit ran read rose said sat saw sent set shook "
    "shot spent spoke stood stuck swore threw thought told took wants wrote won wore believes "
    "thinks sees knows acknowledges perceives beat bid blew bore burst cast clung dealt drank "
    "dug fed fled flew forbade forgave forgot froze hid hung hurt lay leapt lent lit misled "
    "mistook overcame oversaw rang retook rode sang sank shrank shut slept slid sold sought "
    "sped split sprang spread spun stole struck swam swept swung taught tore understood "
    "undertook underwent upheld withdrew woke".split()
)
_PRONOUN = re.compile(r"(?<![\w’'-])(?:[Hh]e|[Ss]he)(?![\w’'-])")
_SOMEBODY = re.compile(
    r"(?<![\w-])(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother|[\w-]+[’']s)\s+"
    rf"((?:[\w-]+\s){{0,2}}?)({'|'.join(sorted(PEOPLE, key=len, reverse=True))})(?![\w-])"
)
_OWNED = re.compile(r"[’']s(?:\s[a-z-]+){1,3}")
_IS = re.compile(r"(?<!\w)(?:is|was|as|be|been|became|become|remains)\s$")
_PASSIVE = re.compile(r"(?<!\w)(?:was|were|been|is|are)\s(?:[a-z]+\s){1,2}by\s")
_UNKNOWN = re.compile(r"[A-Z][\w’'-]+(?=[\s,(])")
_SAYS = re.compile(r"\s([a-z]+)")
_PRONOUNS = frozenset("he she they it i we you who".split())
_AND = re.compile(r"\s(?:and|or|&)\s(?:[\w.’'-]+\s){0,4}$")
_BODIES = frozenset(
    "administration allies aides advisers campaign committee department family government lawyers "
    "ministry office officials people parents party staff supporters team".split()
)
_NAMED_BEHIND = re.compile(r"(?:\s(?:of|for|at|from|with|in)\s[^,.;:\n“”\"]{2,70})?,\s")
_OFFICE = re.compile(
    r"((?:[\w-]+\s)?)(President|Mayor|Governor|Senator|Minister|Secretary|Judge|Justice|Chancellor|"
    r"Pope|King|Queen|Sheriff|Ambassador|Speaker|Bishop|Cardinal|General|Chairman|Chairwoman)\s$"
)
_FORMER = re.compile(r"(?:former|ex|then|late|vice|deputy|attorney)[\s-]?$", re.I)
_CONJUNCTION = frozenset(
    "and but as when while that because before after if where then which once since though "
    "although so yet however still meanwhile whom who".split()
)
_SUBORDINATE = re.compile(
    r"(?:(?:but|and|however|still|meanwhile|yet),?\s+)?(?:as|when|while|because|before|after|if|"
    r"once|since|though|although|asked)\s",
    re.I,
)
_PREPOSITIONS = frozenset(
    "of for at from with in by to on against about near behind under like than over between after "
    "before into through during including without".split()
)
_BOUNDS = frozenset(',;:—–”“"()')


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause."""

    span: Span
    """The name without its title, the pronoun, or the noun for somebody."""
    name: Name | None = None
    """Whom it names; None for a pronoun and for somebody whom it does not name."""
    pronoun: str = ""
    """`he`, `she` or nothing."""


class Subjects:
    """The subjects of the clauses of one text that are not quoted."""

    def __init__(self, document: Document, sources: Sources, quoted: Callable[[int], bool]) -> None:
        self._document = document
        self._text = document.text
        self._sources = sources
        self._quoted = quoted

    def main(self, start: int, stop: int) -> Subject | None:
        """The subject of the first main clause between two offsets of one sentence."""
        unknown = _UNKNOWN.match(self._text, start, stop)
        if unknown is not None and self._is_unknown(unknown):
            return Subject(Span(*unknown.span()))
        found = sorted(self._all(start, stop), key=lambda subject: subject.span)
        if len(found) > 1 and _SUBORDINATE.match(self._text, start, stop):
            first, second = found[:2]
            return first if second.pronoun and first.name else second
        return found[0] if found else None

    def _is_unknown(self, word: re.Match[str]) -> bool:
        """Whether a sentence opens with what may be a name, though none is known there."""
        folded = fold(word[0])
        says = _SAYS.match(self._text, word.end())  # `May said`
        plain = folded in _PRONOUNS or (folded in STOP and not (says and says[1] in _speaking()))
        plain = plain or folded.endswith(("s", "ly", "ing"))
        known = any(True for _ in self._sources.named_in(word.start(), word.end() + 1))
        return not plain and not known and _verb(self._text, word.end())

    def alone(self, start: int, stop: int) -> Subject | None:
        """The subject of the main clause, if no other one acts behind it in the sentence."""
        main = self.main(start, stop)
        if main is None or _PASSIVE.search(self._text, main.span.start, stop):
            return None
        others = (
            subject
            for subject in self._all(start, stop)
            if subject.span.start > main.span.start and not subject.pronoun
        )
        return main if all(other.name is main.name for other in others) else None

    def somebody(self, start: int, stop: int) -> bool:
        """Whether people are spoken of without a name, quotations aside."""
        return any(True for _ in self._unnamed(start, stop))

    def _unnamed(self, start: int, stop: int) -> Iterator[re.Match[str]]:
        for match in _SOMEBODY.finditer(self._text, start, stop):
            if not is_person_noun(match[2]) or self._quoted(match.start()):
                continue
            if not self._names_beside(match.start(), match.end()):
                yield match

    def _names_beside(self, start: int, end: int) -> bool:
        """Whether it tells of a name: `a woman, Ann Lee`, `Lee, a nurse`, `Lee is a nurse`."""
        if any(True for _ in self._sources.named_in(end, end + 3)):
            return True
        if _IS.search(self._text, max(0, start - 12), start):
            return True
        comma = self._text[max(0, start - 2) : start] == ", "
        return comma and self._sources.ends_at(start - 2)

    def _all(self, start: int, stop: int) -> Iterator[Subject]:
        text = self._text
        for match in _PRONOUN.finditer(text, start, stop):
            if not self._quoted(match.start()):
                yield Subject(Span(*match.span()), pronoun=match[0].casefold())
                break
        for span, name in self._sources.named_in(start, stop):
            if not self._quoted(span.start) and self._acts(span, start):
                yield Subject(span, None if self._joined(span, start) else name)
        for match in self._unnamed(start, stop):
            if self._opens(start, match.start()):
                named = self._named_behind(match) or self._by_office(match)
                if named is not None or _verb(text, match.end()):
                    yield Subject(Span(*match.span()), named)

    def _named_behind(self, noun: re.Match[str]) -> Name | None:
        """The name behind it: `The owner of the ferry, Ann Lee, said`."""
        comma = _NAMED_BEHIND.match(self._text, noun.end())
        if comma is None:
            return None
        for span, name in self._sources.named_in(comma.end(), comma.end() + 1):
            return name if self._text[span.end : span.end + 1] == "," else None
        return None

    def _by_office(self, noun: re.Match[str]) -> Name | None:
        """Who alone bears the office in this text: `the president`, after `President Lee`."""
        if noun[1] or not noun[0].casefold().startswith("the "):
            return None
        bearers = self._bearers.get(noun[2], {})
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    @cached_property
    def _bearers(self) -> dict[str, dict[str, Name]]:
        """Those who are named with an office, by the office and by the key of the name."""
        found: dict[str, dict[str, Name]] = {}
        for span, name in self._sources.named_in(0, len(self._text)):
            office = _OFFICE.search(self._text, max(0, span.start - 40), span.start)
            if office is not None and not _FORMER.search(office[1]):
                found.setdefault(office[2].casefold(), {})[name.key] = name
        return found

    def _joined(self, span: Span, floor: int) -> bool:
        """Whether it is the second of two: `Ann Lee and boyfriend Bob Ray`."""
        joined = _AND.search(self._text, max(floor, span.start - 60), span.start)
        return joined is not None and self._sources.ends_at(joined.start())

    def _acts(self, span: Span, floor: int) -> bool:
        """Whether a name opens a clause, titles aside, and a verb follows.

        Or what is theirs opens the sentence: `Lee's discomfort became evident`.
        """
        text = self._text
        begin = self._sources.titled(floor, span.start)
        if text[span.end : span.end + 2] in ("'s", "’s"):
            owned = _OWNED.match(text, span.end)
            own = owned is not None and not any(map(_others, owned[0].split()))
            return own and self._opens(floor, begin)
        closes = text[span.end : span.end + 1] == "," and text[max(0, begin - 2) : begin] == ", "
        return self._opens(floor, begin) and (
            _verb(text, span.end) or (closes and _verb(text, span.end + 1))
        )

    def _opens(self, floor: int, begin: int) -> bool:
        """Whether only words of a title, a day or a conjunction stand before in its clause."""
        text = self._text
        low = max(floor, begin - 90)
        bound = max((at for at in range(low, begin) if text[at] in _BOUNDS), default=low - 1)
        lead = [fold(word.strip(".,")) for word in text[bound + 1 : begin].split()]
        written = text[bound + 1 : begin].split()
        while lead and lead[0] in _CONJUNCTION:
            lead, written = lead[1:], written[1:]
        if not lead:
            return True
        last = lead[-1]
        if last in _CONJUNCTION or last in DAYS or last in {"week", "month", "year"}:
            return True
        if last in _PREPOSITIONS or any(w in _PREPOSITIONS - {"of"} for w in lead):
            return False
        titled = last in HONORIFICS or is_person_noun(last)
        return titled or all(word[0].isupper() or word in ("the", "a", "an") for word in written)


def _verb(text: str, end: int) -> bool:
    """Whether a verb follows, behind an apposition or an adverb."""
    found = _VERB.match(text, end, end + 320)
    if found is None:
        return False
    word = found[1]
    return word in _FORMS or word in _speaking() or (word.endswith("ed") and len(word) > 3)


def _others(word: str) -> bool:
    """Whether a noun is one for people or a body of people, who speak for themselves."""
    return is_person_noun(word) or is_organisation_noun(word) or word in _BODIES


@cache
def _speaking() -> frozenset[str]:
    return frozenset(kinds()) - {"claim", "claims"}  # nouns as well
