"""How much two articles look like reports of one happening, for all pairs that could be.

A score is the geometric mean of two cosines, of the words and of the details, and fades with the
days between the articles. A length counts mainly the terms that other articles of these days have
too (the floor norm, in profiles.py): what only one goes on about neither hides nor makes one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import exp, sqrt

from reader.events.profiles import Profile

# Scores from which two articles may be one event. The dated one is the best of events-dated-dev
# with at most a fifth of its lone articles grouped; without dates nothing else keeps this year's
# summit from last year's, so it takes more: the best of events-lookalike-dev.
DATED = 0.20
UNDATED = 0.24
FADE_DAYS = 1.5  # against .944, a hard window of two days reaches .924 on the dated events
REACH_DAYS = 5
CANDIDATE_TERMS = 30  # sharing one of so many heaviest finds 95 % of the true pairs
FAINT = 0.04  # scores below this are dropped: a fifth of the lower threshold


def links(profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """How strongly pairs of articles hang together; at 1.0 they may be one event.

    Keys are index pairs (i < j); a pair that is not there has nothing to do with each other.
    """
    found: dict[tuple[int, int], float] = {}
    for i, j in candidates(profiles):
        strength = link(profiles[i], profiles[j])
        if strength > 0:
            found[i, j] = strength
    return found


def link(a: Profile, b: Profile) -> float:
    """The score of two articles against the threshold that holds for them; 0 if too faint."""
    score = sqrt(cosine(a, b, 0) * cosine(a, b, 1))
    if not (a.dated and b.dated):
        return score / UNDATED if score > FAINT else 0.0
    assert a.days is not None
    assert b.days is not None
    score *= exp(-a.days.apart(b.days) / FADE_DAYS)
    return score / DATED if score > FAINT else 0.0


def cosine(a: Profile, b: Profile, view: int) -> float:
    """Cosine under the floor norm in the word view (0) or the detail view (1)."""
    few, many = a.views[view], b.views[view]
    if len(few) > len(many):
        few, many = many, few
    dot = sum(weight * many[term] for term, weight in few.items() if term in many)
    return min(1.0, dot / (a.norms[view] * b.norms[view]))


def possible(a: Profile, b: Profile) -> bool:
    """Whether date and language let the two be one event."""
    if a.language and b.language and a.language != b.language:
        return False
    return a.days is None or b.days is None or a.days.apart(b.days) <= REACH_DAYS


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs (i < j) that share one of their heaviest words and can be one event, each once."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, each in enumerate(profiles):
        ranked = sorted(each.views[0].items(), key=lambda item: (-item[1], item[0]))
        for term, _ in ranked[:CANDIDATE_TERMS]:
            holders[term].append(index)
    seen: set[tuple[int, int]] = set()
    for holding in holders.values():
        for pair in _within_reach(holding, profiles):
            if pair not in seen and possible(profiles[pair[0]], profiles[pair[1]]):
                seen.add(pair)
                yield pair


def _within_reach(holding: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of the articles that hold a term; of those with days only such as are near."""
    undated = [index for index in holding if profiles[index].days is None]
    spans = [(days.first, days.last, i) for i in holding if (days := profiles[i].days)]
    spans.sort()
    yield from combinations(undated, 2)
    for index in undated:
        for _, _, other in spans:
            yield (index, other) if index < other else (other, index)
    for at, (_, last, index) in enumerate(spans):
        for first, _, other in spans[at + 1 :]:
            if first > last + REACH_DAYS:
                break
            yield (index, other) if index < other else (other, index)
