"""Dates inside one article that cannot all be true.

One act of one thing in two years; what is told before "following her exit" in a month that comes
after that exit (in 10,000 articles of newspapers the second is never claimed; rewritten ones err);
a thing that was closed before it was opened; what somebody did before the birth or after the death;
years of one sentence that exclude each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice, product

from reader.framing.facts.acts import ACTS, PRONOUNS, Act, Cast, groups, same_act
from reader.framing.facts.claims import OWN, Claim, Side
from reader.framing.facts.days import clash
from reader.framing.facts.deeds import deeds
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.one_sentence import AFTERWARDS, clashes, lives, out_of_life
from reader.model import Span
from reader.text.dates import DateMention
from reader.text.names import name_words, same_name
from reader.text.tokens import Token, stem

# How a passage begins that tells what came after an act, and the words up to the act.
_AFTERWARDS = frozenset("after following since".split())
_REACH = 4


def own_clashes(ground: Ground, column: int) -> Iterator[Claim]:
    """Claims that an article's dates cannot all be true: of each kind the first."""
    seen: set[frozenset[Span]] = set()
    acts = chain(_twice(ground, column), _too_late(ground, column))
    order, life = _out_of_order(ground, column), _out_of_life(ground, column)
    for claims in (
        acts,
        order,
        life,
        _in_one_sentence(ground, column),
        _beside_life(ground, column),
    ):
        for claim in islice(claims, 1):
            places = frozenset(side.span for side in claim.sides)
            if places not in seen:
                seen.add(places)
                yield claim


def _twice(ground: Ground, column: int) -> Iterator[Claim]:
    acts = [act for act in ground.acts[column] if act]
    for one, other in combinations(acts, 2):
        if one.figure.passage == other.figure.passage or not one.once or one.verb != other.verb:
            continue
        if one.group in _CLOSING and _year(one) == _year(other):
            continue  # a storm closes a road twice in a year
        named = one.group == other.group and _one_thing(one, other, ground.casts[column])
        if (named or same_act(one, other)) and clash(one.figure.what, other.figure.what):
            reason = "one article gives the same act two dates"
            yield _claim(one, other.figure, reason, one.subject)


def _one_thing(one: Act, other: Act, cast: Cast) -> bool:
    """Whether two acts are of one thing: the same, or `the canal` and the only name in `Canal`."""
    if one.named == other.named:
        return (one.actor, one.modifiers) == (other.actor, other.modifiers)
    name, noun = (one, other) if one.named else (other, one)
    ends = {n.key for n in cast.names if stem(name_words(n.full)[-1]) == noun.actor}
    return not noun.modifiers and ends == {name.actor}


_BEGUN_LATE = "one article dates the beginning of a thing after what followed it"
# A thing is begun, opened and ended in this order.
_BEGINNING = groups("found", "build", "dig")
_OPENING = groups("open")
_CLOSING = groups("closed")
_ENDING = _CLOSING | groups("collapse", "sink")


def _out_of_order(ground: Ground, column: int) -> Iterator[Claim]:
    cast = ground.casts[column]
    acts = [act for act in ground.acts[column] if act and act.figure.what.year]
    for first, then in product(acts, acts):
        begun = first.bare and first.group in _BEGINNING and then.group in _OPENING | _ENDING
        opened = first.group in _OPENING and then.group in _ENDING and first.bare and then.bare
        if not (begun or opened) or not _one_thing(first, then, cast):
            continue
        begun_late = (_year(first) or 0) > (_year(then) or 0)
        if begun_late and not (then.group in _CLOSING and _begun_again(cast, first.word)):
            yield _claim(first, then.figure, _BEGUN_LATE, first.subject)

    done = list(deeds(cast, ground.dates[column]))
    for first, (actor, figure) in product(acts, done):
        begun = first.bare and first.group in _BEGINNING and first.named
        if begun and actor == first.actor and (_year(first) or 0) > (figure.what.year or 0):
            yield _claim(first, figure, _BEGUN_LATE, first.subject)


def _begun_again(cast: Cast, opened: Span) -> bool:
    """Whether an article tells that what was closed was opened again, or is another's now."""
    words = [token.word for passage in cast.document.tokens for token in passage]
    at = cast.document.passage_at(opened.start)
    beside = {token.word for token in cast.document.tokens[at]} if at is not None else set()
    brought_back = any(
        word in _BROUGHT and "back" in words[at + 1 : at + _NEAR] for at, word in enumerate(words)
    )
    again = brought_back or any(word.startswith(_REOPENED) for word in words)
    return again or bool(beside & _ONCE_MORE)


_REOPENED = (
    "reopen", "re-open", "refound", "re-found", "relaunch", "re-launch", "reviv", "rebuilt",
    "restor", "resurrect", "reborn", "reestablish", "re-establish",
)  # fmt: skip
_BROUGHT = frozenset("brought came come bring brings".split())
_NEAR = 4
_ONCE_MORE = frozenset("again anew new more another second present current".split())


def _year(act: Act) -> int | None:
    return act.figure.what.year


def _out_of_life(ground: Ground, column: int) -> Iterator[Claim]:
    cast = ground.casts[column]
    done = list(deeds(cast, ground.dates[column]))
    for act in ground.acts[column]:
        year = act and act.named and act.group in _BIRTH | _DEATH and _year(act)
        if not act or not year:
            continue
        died = [(a.actor, a.figure) for a in ground.acts[column] if a and a.group in _DEATH]
        for actor, figure in (*done, *died):
            when = figure.what.year
            if when is None or not _one_person(cast, actor, act.actor):
                continue
            if act.group in _BIRTH and when < year:
                yield _claim(act, figure, _BEFORE_BIRTH, act.subject)
            if act.group in _DEATH and when > year and figure.span != act.figure.span:
                yield _claim(act, figure, _AFTER_DEATH, act.subject)


def _in_one_sentence(ground: Ground, column: int) -> Iterator[Claim]:
    cast = ground.casts[column]
    for one, two in clashes(cast, ground.dates[column]):
        if two.group in _CLOSING and _begun_again(cast, one.word):
            continue
        sides = tuple(Side(column, each.place, each.year) for each in (one, two))
        reason = "one sentence gives two years that cannot both be true"
        yield _told(column, (sides[0], sides[1]), reason, one.word)


def _beside_life(ground: Ground, column: int) -> Iterator[Claim]:
    """What is dated before the birth, or after the death, that stands in brackets."""
    cast, dates = ground.casts[column], ground.dates[column]
    done = [
        (key, date.what.year or 0, date.span)
        for key, date in deeds(cast, dates)
        if not any(token.word in AFTERWARDS for token in date.left)
    ]
    for life in lives(cast):
        beside = [(life.name.key, each.year, each.place) for each in out_of_life(cast, life, dates)]
        for actor, year, place in (*beside, *done):
            early, late = year < life.born, life.died is not None and year > life.died
            if (early or late) and _one_person(cast, actor, life.name.key):
                reason = _BEFORE_BIRTH if early else _AFTER_DEATH
                sides = Side(column, life.place, life.born), Side(column, place, year)
                yield _told(column, sides, reason, life.mention)


_BEFORE_BIRTH = "one article dates this before the birth that it gives"
_AFTER_DEATH = "one article dates this after the death that it gives"


def _one_person(cast: Cast, one: str, other: str) -> bool:
    """Whether two keys are of one name, or of one in full and its surname."""
    if one == other:
        return True
    first, second = ([n for n in cast.names if n.key == key] for key in (one, other))
    return any(same_name(name, again) for name, again in product(first, second))


_BIRTH, _DEATH = groups("born"), groups("die")


def _too_late(ground: Ground, column: int) -> Iterator[Claim]:
    cast = ground.casts[column]
    resumed = [
        (passage, words[1 : _REACH + 1])
        for passage, words in enumerate(cast.document.tokens)
        if words and words[0].word in _AFTERWARDS
    ]
    for act in ground.acts[column]:
        after = [at for at, words in resumed if act and _takes_up(words, act, cast)]
        if not act or not after or act.group in _CLOSING:
            continue
        for figure in ground.dates[column]:
            between = act.figure.passage < figure.passage < after[-1] and not figure.apart
            if between and _later(figure.what, act.figure.what):
                reason = "one article dates after an act what it tells before its aftermath"
                yield _claim(act, figure, reason, act.word)


def _takes_up(words: Sequence[Token], act: Act, cast: Cast) -> bool:
    """Whether words name an act and who did it: `his exit`, `he left`, `Marlow's departure`."""
    at = next((i for i, token in enumerate(words) if ACTS.get(token.stem) == act.group), None)
    if at is None:
        return False
    if any(token.word in PRONOUNS for token in words[:at]):
        return act.named and cast.chief is not None and cast.chief.key == act.actor
    named = [name.key for token in words if (name := cast.at(token.span))]
    return act.actor in (named if act.named else [token.stem for token in words])


def _later(one: DateMention, other: DateMention) -> bool:
    """Whether one date is surely in a later month or year than another."""
    if one.year is None or other.year is None:
        return False
    if one.year != other.year or one.month is None or other.month is None:
        return one.year > other.year
    return one.month > other.month


def _claim(act: Act, figure: Figure[DateMention], reason: str, about: Span) -> Claim:
    return _told(figure.document, (_side(act.figure), _side(figure)), reason, about)


def _told(column: int, sides: tuple[Side, Side], reason: str, about: Span) -> Claim:
    return Claim(
        kind="date",
        verdict=OWN,
        sides=sides,
        subject=(column, about),
        reason=reason,
        weight=0.7,
        score=1.0,
        certainty="perhaps",
    )


def _side(figure: Figure[DateMention]) -> Side:
    return Side(figure.document, figure.span, figure.what.parts)
