"""What keeps two figures from being compared although their sentences are alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from reader.framing.facts.figures import Figure, What
from reader.text.quantity import Quantity

# Words near a figure that make it a figure of another part: one more, the rest, the total.
_OTHERS = frozenset(
    "other others another more next last additional further extra remaining rest initial "
    "initially earlier previous previously total totalling totaling altogether combined former "
    "originally average half up down".split()
)
_OTHERS_REACH = 3
# Right before a count these make it one of some that were named before: "all four were hurt".
_NAMED_BEFORE = frozenset("all both these those its his her their".split())

_VICTIMS = frozenset(
    "dead die death kill fatal toll injur wound hurt casualti victim bodi miss hospit".split()
)
_RUNNING = frozenset(
    "arrest detain signatur sign petit follow share retweet like view download custom outag evacu "
    "case infect displac home rescu poll case dollar stock index vote ballot "
    "precinct".split()
)
_SCORES = frozenset(
    "point yard rebound touchdown assist goal inning carri catch pass touch tackl sack rbi rbis "
    "homer strikeout deleg".split()
)
# Anywhere in a sentence these make its figures those of a moment.
_MOMENT = (("so", "far"), ("as", "of"), ("has", "risen"), ("rose", "to"), ("rising", "to"))
_SPEEDS = frozenset({"mph", "km/h", "knot"})
_RUNNING_REACH = 6


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of the smaller set that the larger has too; 0 if one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def others(one: Figure[What], other: Figure[What]) -> bool:
    """Whether one of the two alone is of others, of more or of a total."""
    return marked(one) != marked(other)


def marked(figure: Figure[What]) -> frozenset[str]:
    """Words near a figure that make it one of others, of more or of a total."""
    left: list[str] = [token.word for token in figure.left]
    # "more than 13 million" and "up to $2,000" are bounds and speak of no others.
    if tuple(left[:2][::-1]) in _BOUNDS:
        left = left[2:]
    right: list[str] = [token.word for token in figure.right]
    near: list[str] = [*_of_it(left, _PARTS), *_of_it(right, _LINKS)]
    if "last" in left[:_OTHERS_REACH] and _MODALS & frozenset(left[: _OTHERS_REACH + 1]):
        near = [word for word in near if word != "last"]  # "would last roughly two weeks"
    return (_OTHERS & frozenset(near)) | (_NAMED_BEFORE & frozenset(left[:1]))


_BOUNDS = {("more", "than"), ("up", "to"), ("half", "of")}
_MODALS = frozenset("will would could can may might to must should".split())
# Behind these begins what belongs to something else: "seven other officers and two civilians".
_PARTS = frozenset("and or but while who which that".split())
_LINKS = _PARTS | frozenset("to for in at on from with by as".split())


def _of_it(words: Sequence[str], ends: frozenset[str]) -> Sequence[str]:
    """The words next to a figure up to one that begins another part of the sentence."""
    near = words[:_OTHERS_REACH]
    return near[: next((at for at, word in enumerate(near) if word in ends), len(near))]


def shared_out(one: Figure[What], other: Figure[What]) -> bool:
    """Whether one of two sentences counts some and then one more: "two say so, and a third"."""
    return _more(one) != _more(other)


def _more(figure: Figure[What]) -> bool:
    words = [token.word for token in figure.right]
    return any(b in _NEXT_ONE for b in words) and "another" not in words[:1]


_NEXT_ONE = frozenset("third fourth fifth another".split())


def disjoint_names(one: Figure[What], other: Figure[What]) -> bool:
    """Whether both have names near them, and none in common."""
    return bool(one.names and other.names and not one.names & other.names)


def of_a_game(figure: Figure[Quantity]) -> bool:
    """Whether it is a score or the like, of which every game has another."""
    return figure.what.unit in _SCORES or figure.what.noun in _SCORES


def changes(one: Figure[Quantity], other: Figure[Quantity]) -> Literal["", "victims", "running"]:
    """Whether the figures are of a kind that grows or moves while an event goes on."""
    if all(_VICTIMS & _near(figure) for figure in (one, other)):
        return "victims"
    moving = all(_RUNNING & _near(figure) for figure in (one, other))
    if moving or one.what.unit in _SPEEDS or _of_a_moment(one) or _of_a_moment(other):
        return "running"
    return ""


def _near(figure: Figure[What]) -> frozenset[str]:
    near = (*figure.left[:_RUNNING_REACH], *figure.right[:_RUNNING_REACH])
    return frozenset(token.stem for token in near)


def _of_a_moment(figure: Figure[What]) -> bool:
    words = [token.word for token in (*figure.left[::-1], *figure.right)]
    return any(pair in _MOMENT for pair in pairwise(words))
