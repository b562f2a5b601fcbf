"""Scores of articles without dates, corrected by the company that they keep.

Without a date only the words tell an event from the story it belongs to. A large library knows
from its own counts which words every article of a story has. A small one does not, and is often
one story: there, articles must be clearly nearer to each other than to what else is near.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import sqrt

from reader.events.profiles import Profile

Scores = Mapping[tuple[int, int], float]

# The score from which undated articles may be one event: the best on events-lookalike-dev.
UNDATED = 0.24
# What a small library asks above that, and for how near the best other one is. These were NOT
# chosen by the best figures: of more than 230 settings tried they are the ones that keep apart the
# reports of one undated story read by hand and still join the undated sample articles. Their
# neighbours (`BEST_OTHER` .4 or .6, `SMALL` .02 or .06, `COMMON` .2 or .4) do one or the other, so
# expect no such luck with other texts. On draws from the measuring sets a `BEST_OTHER` of .3 does
# as well on stories (.94 BCubed F1; no correction: .84) and better on five undated reports of one
# event (.75 against .56; no correction: .98).
SMALL = 0.04
BEST_OTHER = 0.5
ENOUGH = 0.65  # a nearer one, as copies of one wire report are, says nothing more
COMMON = 0.3  # the share of the score that leaves out what the company has as well
LARGE = 500  # undated articles from which on none of this is needed
NEAR = 0.12  # half of `UNDATED`: those that count as company
COMPANY = 3  # links of the two to others from which on they have company
SAME_WORDS = 1.5  # times the score for a shared quotation
LONG = 1000  # words above which an article attracts others by its length
LENGTH_FADE = 0.25


def undated_links(scores: Scores, profiles: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Scores of pairs of which at least one has no exact date, as links: 1.0 is the threshold."""
    small = max(0.0, 1 - sum(not profile.dated for profile in profiles) / LARGE)
    near = _near(scores)
    kept = {
        pair: score * _correction(pair, score, near, profiles, small)
        for pair, score in scores.items()
    }
    near = _near(kept)
    return {
        pair: score / (UNDATED + small * (SMALL + BEST_OTHER * _best_other(pair, near)))
        for pair, score in kept.items()
    }


def _near(scores: Scores) -> dict[int, dict[int, float]]:
    """The company of each article, with scores."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        if score >= NEAR:
            near[i][j] = near[j][i] = score
    return near


def _correction(
    pair: tuple[int, int],
    score: float,
    near: Mapping[int, Mapping[int, float]],
    profiles: Sequence[Profile],
    small: float,
) -> float:
    """What to multiply a score with for quotations, length and what the company has too."""
    a, b = profiles[pair[0]], profiles[pair[1]]
    factor = SAME_WORDS if a.quoted & b.quoted else 1.0
    if small:
        factor *= (_shortness(a) * _shortness(b)) ** (LENGTH_FADE * small)
        company = {*near.get(pair[0], ()), *near.get(pair[1], ())}.difference(pair)
        apart = own_score(a, b, [profiles[index] for index in sorted(company)])
        factor *= (apart / score) ** (COMMON * small)
    return factor


def _shortness(profile: Profile) -> float:
    return LONG / max(LONG, profile.length)


def own_score(a: Profile, b: Profile, company: Collection[Profile]) -> float:
    """The geometric mean of both cosines when each term counts less the more others have it."""
    product = 1.0
    for view in (0, 1):
        counts = Counter(term for other in company for term in other.views[view])
        few, many = a.views[view], b.views[view]
        left = {term: 1 - counts[term] / (len(company) + 1) for term in {**few, **many}}
        dot = sum(weight * many[term] * left[term] for term, weight in few.items() if term in many)
        lengths = _square(few, left) * _square(many, left)
        product *= dot / sqrt(lengths) if lengths else 0.0
    return sqrt(product)


def _square(view: Mapping[str, float], left: Mapping[str, float]) -> float:
    return sum(weight * weight * left[term] for term, weight in view.items())


def _best_other(pair: tuple[int, int], near: Mapping[int, Mapping[int, float]]) -> float:
    """How near the best others of the two are, on average; 0 without company."""
    i, j = pair
    others = [
        [score for other, score in near.get(one, {}).items() if other != two]
        for one, two in ((i, j), (j, i))
    ]
    if len(others[0]) + len(others[1]) < COMPANY:
        return 0.0
    return sum(min(ENOUGH, max(each, default=0.0)) for each in others) / 2
