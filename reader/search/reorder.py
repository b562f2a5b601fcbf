"""Puts the best of an answer into an order that people expect.

A posting list says how often a word stands in an article. Where it stands says more: a headline
or an opening tells what an article is about, and words that were typed together are meant
together (Tao and Zhai, An Exploration of Proximity Measures in Information Retrieval, 2007).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.search.port import TEXT_BEGINS, Hit, is_short
from reader.search.syntax import And, Node, Run
from reader.text.stopwords import STOP

BEST = 200
"""So many hits of an engine are put into another order; those after them keep theirs."""

Where = Mapping[str, Sequence[Sequence[int]]]
"""Of each article where each word of the query stands, as SearchIndex.where has it."""

# Shares of its score that an article gains at most. On 600 queries of tests/quality/known_items.py
# half and one and a half of each change the mean reciprocal rank by less than .01; that of the
# opening is not felt there, as fragments come from anywhere, and stands for what people expect.
_TITLE = 2.0
_OPENING = 0.1
_NEAR = 1.0
_IN_ORDER = 1.0
# The newest gains so much, one that is a year older half of it: between equal articles it decides.
_NEWER = 0.05
_HALF = 365

_OPENS = TEXT_BEGINS + 60  # words: the first two or three sentences
_FAR = 5  # words from one to the next that does not follow it any more
_MOST_STEMS = 6  # an unfinished word that may be more than these says nothing by its place


def words_asked(root: Node) -> tuple[frozenset[str], ...]:
    """The words that every hit has in title or text, in the order of the query, as stems."""
    parts = root.parts if isinstance(root, And) else (root,)
    return tuple(
        stems
        for part in parts
        if isinstance(part, Run) and part.part == "text"
        for stems in _stems(part)
        if 0 < len(stems) <= _MOST_STEMS
    )


def _stems(run: Run) -> tuple[frozenset[str], ...]:
    """Of two or three letters, that may be any word, what they are as a word."""
    last = run.stems[-1] & {run.exact} if is_short(run.typed, run.part) else run.stems[-1]
    return (*run.stems[:-1], last)


def reordered(
    hits: Sequence[Hit], where: Where, words: Sequence[frozenset[str]], *, newer: bool = True
) -> tuple[Hit, ...]:
    """The same hits with other scores, best first, equal ones newest first; `where` of the words.

    No score is less than it was, so that hits that follow in the order of the engine still do.
    With `newer`, a newer article is worth a little more than an older one.
    """
    # Little words stand in every title and opening.
    telling = [at for at, stems in enumerate(words) if stems.isdisjoint(STOP)]
    newest = max((hit.day for hit in hits), default=0)
    ranked = []
    for hit in hits:
        gain = 1.0 + _told(where.get(hit.id, ()), telling)
        if newer and hit.day:
            gain *= 1.0 + _NEWER * _HALF / (_HALF + newest - hit.day)
        ranked.append((-hit.score * gain, -hit.day, hit.id))
    return tuple(Hit(id, -score, -day) for score, day, id in sorted(ranked))


def _told(places: Sequence[Sequence[int]], telling: Sequence[int]) -> float:
    """What the places of the words in one article add, as a share of its score."""
    told = 0.0
    if places and telling:
        title = opening = 0
        for each in map(places.__getitem__, telling):
            if not each:
                continue
            titled = each[0] < TEXT_BEGINS
            title += titled
            at = bisect_left(each, TEXT_BEGINS) if titled else 0
            opening += at < len(each) and each[at] < _OPENS
        told += _TITLE * (title / len(telling)) ** 3 + _OPENING * (opening / len(telling))
    found = [each for each in places if each]
    if len(found) > 1:
        share = len(found) / len(places)
        told += _NEAR * nearness(found) * share + _IN_ORDER * (in_order(found) * share) ** 2
    return told


def nearness(places: Sequence[Sequence[int]]) -> float:
    """How closely words stand together where they are closest: 1 if side by side, to 0.

    Measured around each place of the rarest word, to the nearest place of every other.
    """
    if len(places) < 2:
        return 0.0
    rarest, *others = sorted(places, key=len)
    best = min(_width(place, others) for place in rarest)
    return len(places) / max(best, len(places))


def in_order(places: Sequence[Sequence[int]]) -> float:
    """How closely each word follows the one before where it does most closely: 0 to 1.

    Little words stand between those that were typed, so that three of them are borne with.
    """
    told = 0
    for one, other in pairwise(places):
        nearest, end = _FAR, len(other)
        for place in one:
            at = bisect_right(other, place)
            if at == end:
                break
            if (gap := other[at] - place) < nearest:
                nearest = gap
        told += _FAR - nearest
    return told / (_FAR - 1) / (len(places) - 1)


def _width(place: int, others: Sequence[Sequence[int]]) -> int:
    """How many words there are from the first to the last of those nearest to a place."""
    first = last = place
    for each in others:
        at = bisect_left(each, place)
        before = each[at - 1] if at else each[0]
        after = each[at] if at < len(each) else each[-1]
        nearest = before if abs(place - before) <= abs(after - place) else after
        first, last = min(first, nearest), max(last, nearest)
    return last - first + 1
