"""How likely two passages share a statement: how alike they are, and in how many places.

What stands in one place of both, such as `the landmark ruling of 1973`, may be no more than their
subject; what they share in several places is a statement about it. What a word weighs depends
mostly on how many passages of these very articles have it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from math import log

from reader.alignment.senses import TIMES, families
from reader.alignment.similarity import Vectors, Weights, cosine, is_number, weigh
from reader.alignment.terms import Term, terms
from reader.text.rarity import idf

# A logistic regression, rounded, on 519 pairs of sentences of real reports, read by one judge, and
# on 293 of the labelled comparisons in tests/quality. What goes into it was chosen with events left
# out: beside the places, sums of the weights of shared words and of shared names told nothing.
_COSINE = 5.0
_PLACES = 1.8
_RUNS = 1.0
_NUMBERS = 0.4
_CONSTANT = -3.7
_HALF = 0.5

# Less alike passages are not looked at: most that share a statement are above, and few others.
_LEAST = 0.18
# Openings are looked at however few rare words they share, as theirs are the words that all
# passages have: of rows so found in 150 real events 10 of 10 sure ones and 27 of 34 others hold.
_OPENING = 2
_MANY, _MANY_OF = 12, 0.1  # passages, and of all passages
_FROM_NEWS = 0.25  # the part of the weight of a word that rarity in news has; the rest is from here
# How rare in news numbers are taken to be: 214 as a rare word, two as one of the most frequent.
_NUMBER_IDF = 4.0
_SMALL_IDF = 0.3
_SMALL = 12
_DAYS, _YEARS = 31, range(1900, 2100)  # numbers that may be dates
# So few shared words that are not denied say little beside one that is.
_LEFT = 3
_EVERYWHERE = 0.02  # of the weight of a word in one passage, for a word in all of them


@dataclass(frozen=True)
class Shape:
    """A passage, made ready for being compared."""

    weights: Weights
    """Of each sense, scaled to length 1."""
    runs: frozenset[tuple[str, str]]
    """Two senses that stand beside each other, or with one between them."""
    beside_names: frozenset[str]
    capitals: frozenset[str]
    """Senses with a capital that is not that of the sentence."""
    negated: frozenset[str]
    order: tuple[str, ...]
    """Each sense, in the order of the text."""
    before: Mapping[str, Sequence[str | None]]
    """Of each sense what is right before it, wherever it stands, or None."""

    def places(self, shared: Collection[str]) -> int:
        """In how many places of the passage shared senses stand."""
        return sum(before not in shared for sense in shared for before in self.before[sense])


@dataclass(frozen=True, slots=True)
class Shared:
    """What two passages have in common."""

    odds: float
    """The log odds that they share a statement."""
    alike: float
    """Their cosine."""
    senses: frozenset[str]
    words: int
    """How many of the senses, without names and their parts, what stands beside names, times and
    dates."""
    denied: bool
    """Whether one denies what the other says."""


Candidates = dict[tuple[int, int], dict[tuple[int, int], Shared]]


@dataclass(frozen=True)
class Evidence:
    """The passages of several documents, made ready for being compared."""

    vectors: Vectors
    apart: Sequence[frozenset[int]] = ()
    """Passages of each document that are compared with none."""

    @cached_property
    def _terms(self) -> tuple[tuple[tuple[Term, ...], ...], ...]:
        return tuple(terms(document, self.vectors.names) for document in self.vectors.documents)

    @cached_property
    def _heads(self) -> Mapping[str, str]:
        senses = (t.sense for d in self._terms for passage in d for t in passage)
        return families(senses, self.vectors.names)

    @cached_property
    def names(self) -> frozenset[str]:
        """Senses that are names."""
        return frozenset(
            self._heads.get(name, name) for name in self.vectors.names if not is_number(name)
        )

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Senses that are numbers or times."""
        return frozenset(s for s in self._holding if is_number(s) or s in TIMES)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each sense weighs; a word of one passage that is rare in news some 6."""
        passages = sum(map(len, self._terms))
        size = log(passages + 2)
        return {
            sense: _in_news(sense) ** _FROM_NEWS
            * (4 * (log(passages / count) / size + _EVERYWHERE)) ** (1 - _FROM_NEWS)
            for sense, count in self._holding.items()
        }

    @cached_property
    def shapes(self) -> tuple[tuple[Shape, ...], ...]:
        """By document and passage."""
        return tuple(tuple(map(self._shape, passages)) for passages in self._terms)

    def _shape(self, passage: tuple[Term, ...]) -> Shape:
        senses = [self._heads[term.sense] for term in passage]
        before: defaultdict[str, list[str | None]] = defaultdict(list)
        beside, capitals, small, denied, plain = (set[str]() for _ in range(5))
        for last, sense, term in zip([None, *senses], senses, passage, strict=False):
            before[sense].append(last if term.follows else None)
            (capitals if term.capital else small).add(sense)
            (denied if term.negated else plain).add(sense)
            if term.beside_name:
                beside.add(sense)
        return Shape(
            weights=weigh(senses, self.weights),
            runs=frozenset((*pairwise(senses), *zip(senses, senses[2:], strict=False))),
            beside_names=frozenset(beside),
            capitals=frozenset(capitals - small),
            negated=frozenset(denied - plain),
            order=tuple(senses),
            before=before,
        )

    def compare(self, a: int, i: int, b: int, j: int) -> Shared:
        """What passage `i` of document `a` and passage `j` of `b` have in common."""
        one, other = self.shapes[a][i], self.shapes[b][j]
        shared = one.weights.keys() & other.weights.keys()
        names = shared & self.names
        # An office beside a name that both have is a part of the name.
        offices = (one.beside_names | other.beside_names) & shared if names else frozenset[str]()
        numbers = shared & self.numbers
        # A word that has a capital in both is a part of a name: the Girl Scouts.
        parts = (shared & one.capitals & other.capitals) - numbers
        subject = names | offices | parts
        words = shared - subject - numbers
        alike = cosine(one.weights, other.weights)
        runs = sum(not (x in subject and y in subject) for x, y in one.runs & other.runs if x != y)
        odds = (
            _COSINE * alike
            + _PLACES * log(_HALF + min(one.places(shared), other.places(shared)))
            + _RUNS * log(1 + runs)
            + _NUMBERS * log(1 + self._sum(numbers))
            + _CONSTANT
        )
        figures = [number for number in numbers if _is_figure(number)]
        denied = _denied(one, other, words)
        return Shared(odds, alike, frozenset(shared), len(words) + len(figures), denied)

    def _sum(self, senses: set[str]) -> float:
        return sum(self.weights[sense] for sense in sorted(senses))

    @cached_property
    def candidates(self) -> Candidates:
        """By two documents: passages that are at all alike or openings, and not set apart."""
        apart = self.apart or [frozenset[int]() for _ in self.shapes]
        known: list[tuple[int, int]] = []
        openings: list[tuple[int, int]] = []
        places: dict[str, list[tuple[int, float]]] = {}
        found: Candidates = {}
        for b, column in enumerate(self.shapes):
            kept = [(j, self._rarer(shape)) for j, shape in enumerate(column) if j not in apart[b]]
            for j, weights in kept:
                scores: dict[int, float] = {}
                for sense, weight in weights:
                    for at, other in places.get(sense, ()):
                        scores[at] = scores.get(at, 0.0) + weight * other
                for at, score in scores.items():
                    if score >= _LEAST:
                        a, i = known[at]
                        found.setdefault((a, b), {})[i, j] = self.compare(a, i, b, j)
            opening = [(b, j) for j, _ in kept[:_OPENING]]
            for (a, i), (_, j) in product(openings, opening):
                pairs = found.setdefault((a, b), {})
                if (i, j) not in pairs:
                    pairs[i, j] = self.compare(a, i, b, j)
            openings += opening
            for j, weights in kept:
                for sense, weight in weights:
                    places.setdefault(sense, []).append((len(known), weight))
                known.append((b, j))
        return found

    def nearest(self, a: int) -> Mapping[int, float]:
        """The log odds of passages of document `a` with the nearest of all other documents."""
        best: dict[int, float] = {}
        for (one, other), found in self.candidates.items():
            for (i, j), shared in found.items():
                if a in (one, other):
                    place = i if a == one else j
                    best[place] = max(best.get(place, shared.odds), shared.odds)
        return best

    def _rarer(self, shape: Shape) -> list[tuple[str, float]]:
        """Senses by which to look for others; what every tenth passage has finds too many."""
        return [
            (s, weight) for s, weight in shape.weights.items() if self._holding[s] <= self._many
        ]

    @cached_property
    def _many(self) -> float:
        return max(_MANY, _MANY_OF * sum(map(len, self._terms)))

    @cached_property
    def _holding(self) -> Counter[str]:
        """How many passages have each sense."""
        return Counter(
            sense
            for document in self._terms
            for passage in document
            for sense in {self._heads[term.sense] for term in passage}
        )


def _denied(one: Shape, other: Shape, words: Set[str]) -> bool:
    """Whether one passage alone denies shared words, and few others are shared."""
    first, second = one.negated & words, other.negated & words
    denied = first | second
    return bool(first) != bool(second) and len(words - denied) <= _LEFT


def _is_figure(sense: str) -> bool:
    """Whether it is a number that is neither a day of a month nor a year."""
    if sense.isdigit():
        return int(sense[:9]) > _DAYS and int(sense[:9]) not in _YEARS
    return sense[0].isdigit()


def _in_news(sense: str) -> float:
    if sense.isdigit():
        return _SMALL_IDF if int(sense[:9]) <= _SMALL else _NUMBER_IDF
    return _NUMBER_IDF if sense[0].isdigit() else idf(sense)
