"""Years of one sentence that cannot all be true: `born in 1931, she founded it in 1924`.

The two acts are those of one person or thing where nothing but `and`, `she`, `was` or a comma
stands between the first year and the second verb; the years of a life in brackets belong to the
name before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.framing.facts.acts import ACTS, CLAUSE_ENDS, Cast, groups
from reader.framing.facts.deeds import DID, of_another
from reader.framing.facts.figures import Figure
from reader.model import Span
from reader.text.dates import DateMention
from reader.text.names import Name
from reader.text.stopwords import STOP
from reader.text.tokens import Token, folded_words, stem

Of = Figure[DateMention]

_BIRTH, _DEATH = groups("born"), groups("die")
_BEGINNING = groups("found", "build", "dig")
_OPENING = groups("open")
_ENDING = groups("closed", "collapse", "sink")
_OF_THINGS = _BEGINNING | _OPENING | _ENDING
# Between a year and the next thing that the same one did.
_LINKS = frozenset(
    "and but then later was were had has been also who which subsequently finally eventually first "
    "only".split()
)
_PERSON, _THING = frozenset(("he", "she")), frozenset(("it",))
AFTERWARDS = frozenset("won became got made".split())
"""Verbs for what may be said of the dead as well."""
_PASSIVE = frozenset("was were had has been".split())
# "Founded in 1950, the old mill closed in 1948".
_NOUNS = 3
_BEFORE_YEAR = frozenset(("in", "on", "by", "until", "since"))
# Words between a verb and the year of what it tells.
_REACH = 8
_LIFE = re.compile(
    r"\s\((?:born\s|b\.\s)?(?P<birth>1[5-9]\d\d|20\d\d)(?:\s?[-–—]\s?(?P<death>1[5-9]\d\d|20\d\d))?\)"
)
# A shorter time in brackets is that of an office.
_LONG = 25
_RULERS = frozenset("king queen pope emperor empress tsar shah sultan sir emir".split())


@dataclass(frozen=True, slots=True)
class Dated:
    """A year and what was done in it."""

    year: int
    place: Span
    verb: str
    """Its folded word."""
    bare: bool
    """Whether nothing but a preposition stands between the verb and the year."""
    word: Span

    @property
    def group(self) -> int | None:
        """The group of acts that it is of."""
        return ACTS.get(stem(self.verb))


@dataclass(frozen=True, slots=True)
class Life:
    """The years of a person in brackets behind the name."""

    name: Name
    mention: Span
    born: int
    died: int | None
    place: Span
    """The years."""


def clashes(cast: Cast, dates: Sequence[Of]) -> Iterator[tuple[Dated, Dated]]:
    """Two years of one sentence of which the first comes too late for the second one."""
    for passage in sorted({date.passage for date in dates if not date.apart}):
        found = [told for date in dates if date.passage == passage if (told := _dated(cast, date))]
        for one, two in pairwise(sorted(found, key=lambda each: each.word)):
            between = _between(cast, cast.document.tokens[passage], one.place, two.word)
            if between is not None and _impossible(one, two, between):
                yield one, two


def lives(cast: Cast) -> Iterator[Life]:
    """The persons behind whose names the years of their lives stand."""
    text = cast.document.text
    for name in cast.names:
        for mention in name.mentions:
            match = _LIFE.match(text, mention.end)
            if match is None or name.person is False or " " not in mention.of(text):
                continue
            born, died = int(match["birth"]), match["death"]
            ruled = _RULERS & set(folded_words(text, max(0, mention.start - _TITLE), mention.end))
            known = int(died) >= born + _LONG if died else match[0].startswith(" (b")
            if known and not ruled:
                place = Span(match.start("birth"), match.end() - 1)
                yield Life(name, mention, born, int(died) if died else None, place)


# Characters before a name in which the title of a ruler may stand.
_TITLE = 20


def out_of_life(cast: Cast, life: Life, dates: Sequence[Of]) -> Iterator[Dated]:
    """What a person is said to have done before the birth or after the death, beside its years."""
    for date in dates:
        told = _dated(cast, date) if not date.apart else None
        if told is None or not (told.year < life.born or told.year > (life.died or told.year)):
            continue
        words = cast.document.tokens[date.passage]
        if told.place.end <= life.mention.start:
            near = [t for t in words if told.place.end <= t.span.start < life.mention.start]
            if [t.word for t in near] == ["by"] and told.year < life.born:
                yield told
            continue
        if life.name.person is None and told.bare and told.group in _OF_THINGS:
            continue  # "the Orley Theatre (1931-1988) opened in 1930"
        between = _between(cast, words, life.place, told.word, closing=")")
        active = between is not None and not between & _PASSIVE and told.verb not in AFTERWARDS
        if between is not None and not between & _THING and (active or told.year < life.born):
            yield told


def _dated(cast: Cast, date: Of) -> Dated | None:
    """The verb before a year, with nothing between them that belongs to something else."""
    if date.what.year is None or not date.left or date.left[0].word not in _BEFORE_YEAR:
        return None
    text = cast.document.text
    for at, token in enumerate(date.left[1 : _REACH + 1]):
        if CLAUSE_ENDS & set(text[token.span.end : date.span.start]):
            return None
        if token.stem in ACTS or token.word in DID:
            return Dated(date.what.year, date.span, token.word, at == 0, token.span)
        if of_another(token):
            return None
    return None


def _between(
    cast: Cast, words: Sequence[Token], one: Span, two: Span, closing: str = ""
) -> frozenset[str] | None:
    """The words between a year and the next verb, if it is said of the same one; else None."""
    if one.end > two.start:
        return None
    if set(cast.document.text[one.end : two.start]) & CLAUSE_ENDS - {",", ";", *closing}:
        return None
    near = [token for token in words if one.end <= token.span.start < two.start]
    said = frozenset(token.word for token in near)
    if said <= _LINKS | _PERSON | _THING:
        return said
    if ACTS.get(words[0].stem) is None:
        return None
    # "Born in 1931, Holm founded it", "founded in 1950, the old mill closed".
    named = all(token.word in _LINKS or cast.at(token.span) is not None for token in near)
    the = near[0].word == "the" and len(near) <= _NOUNS + 1
    if named or (the and not any(token.word in STOP for token in near[1:])):
        return said & (_LINKS | _PERSON | _THING)
    return None


def _impossible(one: Dated, two: Dated, between: frozenset[str]) -> bool:
    """Whether the second act cannot have been done in its year, after the first one."""
    if one.group in _BEGINNING | _OPENING and two.group in _OPENING | _ENDING:
        begun = one.bare and two.bare and (one.group, two.group) != (*_OPENING, *_OPENING)
        return begun and one.year > two.year and not between & _PERSON
    if between & _THING or two.group in _ENDING | _BIRTH:
        return False
    if one.group in _BIRTH:
        return two.year < one.year
    if between & _PERSON:
        return False  # "the mill was founded in 1990 and she died"
    if two.group in _DEATH:
        return two.year < one.year and one.group not in _ENDING
    return one.group in _DEATH and two.year > one.year and not between & _PASSIVE
