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
from reader.events.undated import undated_links

# The score from which two dated articles may be one event: the best on events-dated-dev with at
# most a fifth of its lone articles grouped. That of undated ones is in undated.py.
DATED = 0.20
FADE_DAYS = 1.5  # against .944, a hard window of two days reaches .924 on the dated events
REACH_DAYS = 5
CANDIDATE_TERMS = 30  # sharing one of so many heaviest finds 95 % of the true pairs
FAINT = 0.04  # scores below this are dropped: a fifth of the lower threshold


def links(profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """How strongly pairs of articles hang together; at 1.0 they may be one event.

    Keys are index pairs (i < j); a pair that is not there has nothing to do with each other.
    """
    found: dict[tuple[int, int], float] = {}
    undated: dict[tuple[int, int], float] = {}
    for i, j in candidates(profiles):
        a, b = profiles[i], profiles[j]
        score = sqrt(cosine(a, b, 0) * cosine(a, b, 1))
        if not (a.dated and b.dated):
            if score > FAINT:
                undated[i, j] = score
        elif (faded := score * exp(-apart(a, b) / FADE_DAYS)) > FAINT:
            found[i, j] = faded / DATED
    found.update(undated_links(undated, profiles))
    return found


def apart(a: Profile, b: Profile) -> int:
    """The least number of days between two articles; 0 if that is not known."""
    return a.days.apart(b.days) if a.days and b.days else 0


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
    return apart(a, b) <= REACH_DAYS


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
