"""How much two articles look like reports of one happening, and like parts of one story.

A score is the cosine of the words of both, and fades with the days between them. An article's
length counts mainly the words that others, with which it is compared, have too: what only one goes
on about neither hides nor makes an event. A strength is a score in units of its threshold.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, fsum, log, sqrt
from typing import NamedTuple

from reader.events.mentioned import agreement
from reader.events.profiles import Profile
from reader.text.rarity import counted

# The score from which two articles with dates may be one event. On events-dated-dev .24 to .28 are
# within .004; this is the lowest that leaves four fifths of its lone articles alone.
DATED = 0.26
FADE_DAYS = 2.5  # 1.5 and 3.5 are .003 worse on the dated events, within noise
REACH_DAYS = 3  # identical articles five days apart would stay below `DATED`
# The same for two of which at least one has no date: .20 to .24 are within .005 on the look-alike
# events; below .21 too many small libraries of strangers have an event.
UNDATED = 0.21
# Of the length that no other article shares, so much counts. Without any, lone articles pair up on
# `president`; undated ones, near to all others, need more of it.
ALONE = 0.10
ALONE_UNDATED = 0.30
# Lengths are rounded to powers of this, so that one more article in company moves few others:
# without it most of them would have to be looked at again. Figures of tests/quality stay as they
# are.
STEP = 1.04
_LOG_STEP = log(STEP)

# Where the rarity of words is estimated from another kind of text, or not known at all, any two
# reports look more alike. With English read so, dated events reach F1 .953 and .945 with these,
# and 25 % and 34 % of the lone articles are grouped; .950 and .937, 30 % and 48 %, without.
ESTIMATED = 0.9
UNKNOWN = 0.8

# Two briefs of one event have fewer words to share: below so many words (their geometric mean) a
# score is raised. On the first 80 words of events-dated-dev, some 65 of them counted, F1 is .941
# and 18 % of the lone articles are grouped; .937 and 17 % without. Exponents of .1 to .35 are
# within .002. Whole articles have 200 words and are not touched.
BRIEF = 100
BREVITY = 0.2
BRIEFEST = 30

# A story goes on for weeks, so it fades slowly; read by eye, 19 of 20 groups of events that
# average link makes with this are one story, and the largest of 11,000 articles has 42.
STORY_DATED = 0.20
STORY_FADE_DAYS = 7.0
STORY_REACH_DAYS = 14
STORY_UNDATED = 0.14

_GRAINS = 2**20

_EVENT_FADE = tuple(exp(-gap / FADE_DAYS) for gap in range(STORY_REACH_DAYS + 1))
_STORY_FADE = tuple(exp(-gap / STORY_FADE_DAYS) for gap in range(STORY_REACH_DAYS + 1))

# Two articles are compared if they share so many of their heaviest words.
SHARED = 1
SHARED_UNDATED = 2  # without dates there are many more to compare with: 1 is no better
SHARED_STORY = 4  # beyond `REACH_DAYS`
# Weaker links are dropped: they move the mean of a group by less than noise. In a dense feed, where
# what one more article costs hangs on how many there are, three of four links with dates are.
FAINT = 0.3
FAINT_STORY = 0.5
FAINT_UNDATED = 0.16


Lengths = tuple[float, float]
"""The length of an article when both have dates, and when one of the two has none."""


@dataclass(slots=True)
class Company:
    """How many others an article shares each of its words with, among those compared with it.

    Those with which it is compared by dates count apart from the others.
    """

    dated: array[int]
    """Counts, in the order of the words of its profile."""
    undated: array[int]
    _lengths: list[float | None] = field(
        default_factory=lambda: [None, None], compare=False, repr=False
    )

    @classmethod
    def none(cls, profile: Profile) -> Company:
        """That of an article that was not compared with any other."""
        nothing = bytes(len(profile.words) * profile.words.itemsize)
        return cls(array("I", nothing), array("I", nothing))

    def share(self, places: Iterable[int], *, dated: bool) -> None:
        """Count one more that has the words at these places."""
        counts = self.dated if dated else self.undated
        for place in places:
            if not counts[place]:
                self._lengths[0 if dated else 1] = None
            counts[place] += 1

    def part(self, places: Iterable[int], *, dated: bool) -> None:
        """Count one less that has the words at these places."""
        counts = self.dated if dated else self.undated
        for place in places:
            if counts[place]:
                counts[place] -= 1
            if not counts[place]:
                self._lengths[0 if dated else 1] = None

    def lengths(self, profile: Profile) -> Lengths:
        """The lengths of the article with this profile among the others; never 0."""
        one, other = self._lengths
        if one is None:
            one = self._lengths[0] = _length(profile, self.dated, ALONE)
        if other is None:
            other = self._lengths[1] = _length(profile, self.undated, ALONE_UNDATED)
        return one, other


def _length(profile: Profile, company: Iterable[int], alone: float) -> float:
    # Exactly rounded, so that the order of the words does not matter.
    shared = fsum(
        [value * value for value, count in zip(profile.values, company, strict=True) if count]
    )
    square = shared + alone * max(0.0, profile.square - shared)
    return STEP ** round(log(square) / (2 * _LOG_STEP)) if square else 1.0


class Pair(NamedTuple):
    """What two articles share; it hangs on nothing but the two."""

    one: str
    other: str
    dot: float
    """The scalar product of their words."""
    gap: int
    """Days between them; -1 where one has no date."""
    trust: float
    """What of the score is believed: by the days that their texts name, where one has no date;
    where both have, by what is known of the words of their language and by how few they are."""
    quoted: bool = False
    """Whether they share a quotation, where both have no date."""

    @property
    def dated(self) -> bool:
        """Whether both have dates."""
        return self.gap >= 0

    @property
    def counts(self) -> bool:
        """Whether what they share is company, and they can be one event."""
        return self.gap <= REACH_DAYS


class Link(NamedTuple):
    """Two articles that have to do with each other, in ascending order of their ids."""

    one: str
    other: str
    event: float
    """From 1 on they may be one event."""
    story: float
    """From 1 on they may be of one story."""


def pair(a: Profile, b: Profile) -> tuple[Pair, list[int], list[int]]:
    """What two articles share, and at which places of either the words stand that they share.

    Quicker where the first stays the same from one call to the next.
    """
    places = a.places
    theirs = [place for place, word in enumerate(b.words) if word in places]
    own = [places[b.words[place]] for place in theirs]
    # Exactly rounded, so that the order of the words does not matter.
    dot = fsum([a.values[i] * b.values[j] for i, j in zip(own, theirs, strict=True)])
    one, other = (a.id, b.id) if a.id < b.id else (b.id, a.id)
    if a.day is not None and b.day is not None:
        return Pair(one, other, dot, abs(a.day - b.day), _trust(a, b)), own, theirs
    factor, quoted = agreement(a.mentioned, b.mentioned), not a.quoted.isdisjoint(b.quoted)
    return Pair(one, other, dot, -1, factor, quoted), own, theirs


def _trust(a: Profile, b: Profile) -> float:
    language = a.language or b.language or "en"
    known = 1.0 if language == "en" else ESTIMATED if counted(language) else UNKNOWN
    words = sqrt(len(a.words) * len(b.words))
    return known * (BRIEF / max(words, BRIEFEST)) ** BREVITY if words < BRIEF else known


def cosine(pair: Pair, one: Lengths, other: Lengths) -> float:
    """The cosine of two articles of these lengths, at most 1."""
    kind = 0 if pair.dated else 1
    return min(1.0, pair.dot / (one[kind] * other[kind]))


def link(pair: Pair, one: Lengths, other: Lengths) -> Link:
    """The link of two articles of these lengths."""
    score = cosine(pair, one, other) * pair.trust
    if not pair.dated:
        return Link(pair.one, pair.other, grained(score / UNDATED), grained(score / STORY_UNDATED))
    event = score * _EVENT_FADE[pair.gap] / DATED if pair.counts else 0.0
    story = score * _STORY_FADE[pair.gap] / STORY_DATED
    return Link(pair.one, pair.other, grained(event), grained(story))


def grained(strength: float) -> float:
    """A strength as a multiple of 2**-20, so that sums of them are exact in any order."""
    return round(strength * _GRAINS) / _GRAINS


def kept(pair: Pair, link: Link) -> bool:
    """Whether the link of a pair is strong enough to matter."""
    if pair.dated:
        return link.event >= FAINT or link.story >= FAINT_STORY
    return link.event >= FAINT_UNDATED or link.story >= FAINT_UNDATED


def possible(a: Profile, b: Profile) -> bool:
    """Whether language and dates let the two be compared."""
    if a.language and b.language and a.language != b.language:
        return False
    reach = STORY_REACH_DAYS if a.day is not None and b.day is not None else REACH_DAYS
    return not (a.days and b.days) or a.days.apart(b.days) <= reach
