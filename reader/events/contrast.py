"""What a small library without dates asks of an event: to be nearer than the rest of its story.

Without dates only words tell an event from the story that it belongs to. A large library shows by
its groups what is near; a small one is often one story, all of whose articles share its names and
its words. There two articles are of one event only if they are clearly nearer to each other than
to what else is near.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt

from reader.events.profiles import Profile
from reader.events.scoring import UNDATED, Lengths, Pair, cosine, grained
from reader.events.store import GroupingStore

# Undated articles up to which all of this is asked, and from which on nothing.
FEW = 20
ENOUGH = 60
# The share of the score that leaves out what the others have as well; how near the best other ones
# are, as a part of the threshold; and up to where that counts, for copies say nothing more.
# Shares of .3 to .7 with parts of .55 to .3 keep the interview apart from the other reports of its
# story in the first five articles of this project, and join the undated samples; on draws of two
# reports and three of other events of their story BCubed F1 is .97 (without: .94). Their price are
# five undated reports of one event and nothing else: .62 (without: .98).
OTHERS = 0.3
NEAREST = 0.5
COPIES = 0.65
SAME_WORDS = 1.5  # times the score for a shared quotation; in large libraries it tells nothing
COMPANY = 3  # links of the two to others from which on these are company
NEAR = UNDATED / 2
# A long article shares words with many by its length.
LONG = 3000  # characters
LENGTH_FADE = 0.25


class Contrast:
    """The strengths of undated pairs in one library, as it is now."""

    def __init__(self, store: GroupingStore) -> None:
        self._store = store
        self._others = store.undated(ENOUGH)
        few = len(self._others) if self._others is not None else ENOUGH
        self._asked = min(1.0, (ENOUGH - few) / (ENOUGH - FEW))
        self._counts = Counter(
            word for profile in (self._others or {}).values() for word in profile.weights
        )
        self._near: Mapping[str, Mapping[str, float]] | None = None

    def event(self, pair: Pair, one: Lengths, other: Lengths, plain: float) -> float:
        """The strength of a pair of which at least one has no date; `plain` is what it is else."""
        if not self._asked:
            return plain
        score = self._score(pair, self._store.profiles([pair.one, pair.other]), one, other)
        return grained(score / (UNDATED + self._asked * NEAREST * self._best_other(pair)))

    def _score(
        self, pair: Pair, profiles: Mapping[str, Profile], one: Lengths, other: Lengths
    ) -> float:
        a, b = profiles[pair.one], profiles[pair.other]
        whole = cosine(pair, one, other)
        own = self._own(a, b)
        length = min(1.0, LONG / sqrt(max(1, a.length) * max(1, b.length)))
        share = OTHERS * self._asked
        factor = length**LENGTH_FADE * (SAME_WORDS if pair.quoted else 1.0)
        score = whole ** (1 - share) * own**share * pair.trust
        return float(score * factor**self._asked)

    def _own(self, a: Profile, b: Profile) -> float:
        """The cosine when each word counts less the more others have it."""
        others = len((self._others or {}).keys() - {a.id, b.id})

        def left(word: int) -> float:
            theirs = sum(word in each.weights for each in (a, b) if each.id in (self._others or {}))
            return 1 - (self._counts[word] - theirs) / (others + 1)

        shared = a.weights.keys() & b.weights.keys()
        dot = sum(a.weights[word] * b.weights[word] * left(word) for word in sorted(shared))
        lengths = [
            sum(weight * weight * left(word) for word, weight in each.weights.items())
            for each in (a, b)
        ]
        return min(1.0, dot / sqrt(lengths[0] * lengths[1])) if all(lengths) else 0.0

    def _best_other(self, pair: Pair) -> float:
        """How near the best others of the two are, on average; 0 without company."""
        if self._near is None:
            self._near = self._nearest()
        ends = ((pair.one, pair.other), (pair.other, pair.one))
        near = [
            [score for other, score in self._near.get(id, {}).items() if other != partner]
            for id, partner in ends
        ]
        if len(near[0]) + len(near[1]) < COMPANY:
            return 0.0
        return sum(min(COPIES, max(each, default=0.0)) for each in near) / 2

    def _nearest(self) -> Mapping[str, Mapping[str, float]]:
        found: defaultdict[str, dict[str, float]] = defaultdict(dict)
        pairs = [pair for pair in self._store.pairs(self._others or {}) if not pair.dated]
        ends = _ends(pairs)
        lengths, profiles = self._store.lengths(ends), self._store.profiles(ends)
        for pair in pairs:
            score = self._score(pair, profiles, lengths[pair.one], lengths[pair.other])
            if score >= NEAR:
                found[pair.one][pair.other] = found[pair.other][pair.one] = score
        return found


def _ends(pairs: Iterable[Pair]) -> set[str]:
    return {id for pair in pairs for id in (pair.one, pair.other)}
