"""Dates inside one article that cannot all be true.

One act of one thing in two years; or what is told before "following her exit" in a month that comes
after that exit (in 10,000 articles of newspapers the second is never claimed; rewritten ones err).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.framing.facts.acts import ACTS, PRONOUNS, Act, Cast, same_act
from reader.framing.facts.claims import OWN, Claim, Side
from reader.framing.facts.days import clash
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.model import Span
from reader.text.dates import DateMention
from reader.text.tokens import Token

# How a passage begins that tells what came after an act, and the words up to the act.
_AFTERWARDS = frozenset("after following since".split())
_REACH = 4


def own_clashes(ground: Ground, column: int) -> Iterator[Claim]:
    """The first claim that an article's dates, in different sentences, cannot all be true."""
    for claims in (_twice(ground, column), _too_late(ground, column)):
        for claim in claims:
            yield claim
            return


def _twice(ground: Ground, column: int) -> Iterator[Claim]:
    acts = [act for act in ground.acts[column] if act]
    for one, other in combinations(acts, 2):
        if one.figure.passage == other.figure.passage or not one.once or one.verb != other.verb:
            continue
        if same_act(one, other) and clash(one.figure.what, other.figure.what):
            reason = "one article gives the same act two dates"
            yield _claim(one, other.figure, reason, one.subject)


def _too_late(ground: Ground, column: int) -> Iterator[Claim]:
    cast = ground.casts[column]
    resumed = [
        (passage, words[1 : _REACH + 1])
        for passage, words in enumerate(cast.document.tokens)
        if words and words[0].word in _AFTERWARDS
    ]
    for act in ground.acts[column]:
        after = [at for at, words in resumed if act and _takes_up(words, act, cast)]
        if not act or not after:
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
    return Claim(
        kind="date",
        verdict=OWN,
        sides=(_side(act.figure), _side(figure)),
        subject=(figure.document, about),
        reason=reason,
        weight=0.7,
        score=1.0,
        certainty="perhaps",
    )


def _side(figure: Figure[DateMention]) -> Side:
    return Side(figure.document, figure.span, figure.what.parts)
