"""Whether other articles may tell the same as a sentence, in whatever words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.alone.ground import Ground
from reader.text.rarity import idf

# Best overlap with any sentence elsewhere; with it and without the first sentence 83 % of what
# was read were worth knowing and 1.5 % false, against 72 % and 8 %.
_OVERLAP = 0.3
# The same with rare words counting more, and of what is neither a name nor the shared subject
# alone, where it is the weight of two rare words too: read in 119 findings, six of which others
# told as well, the two drop three of those, and a tenth of the rest.
_WEIGHED = 0.28
_OWN, _OWN_WEIGHT = 0.17, 5.0
# A sentence of the shared subject in so many words found nowhere else, of so much weight, is news
# even where names and the subject alone are a third of it, if hardly one of its other words stands
# in an article elsewhere. Of 22 such sentences read two were told as well.
_NEW, _NEW_WEIGHT = 5, 15.0
_NEW_TOLD = 0.1
# The log odds that others tell what a passage or a quotation says, by the part of its words, by
# weight, that stands anywhere elsewhere in any form, and by how early it stands: what comes first
# is most often the common news. A logistic regression on 1,259 that were read, 50 of them told:
# with events left out the 40 % that look the most likely hold 78 % of these. Vectors of words, made
# of 10,000 other articles, told no more: 70 % of the pairs in the right order, the part alone 73 %.
_ELSEWHERE, _LATER, _CONSTANT = 3.5, 0.032, -3.9
_LATEST = 40
_PERHAPS = -3.2
# What two sentences in a row elsewhere have of a passage, by weight and beyond the shared subject,
# from where on it does not stand for itself; and of a quotation. Of 785 that were read 17 were told
# elsewhere in other words: 11 are above, of the others 29 %.
_ECHO, _ECHO_QUOTED = 0.15, 0.2


@dataclass(slots=True)
class _Shared:
    """What a passage shares with one elsewhere; weights tell how rare the stems are."""

    count: int = 0
    weight: float = 0.0
    own: float = 0.0
    """The weight of those that are neither of the core nor names."""

    def add(self, weight: float, *, own: bool) -> None:
        """Count one stem more."""
        self.count += 1
        self.weight += weight
        self.own += weight if own else 0.0

    def tells(self, whole: _Shared) -> bool:
        """Whether it is so much of the whole passage that the other one may tell the same."""
        return (
            self.count >= _OVERLAP * whole.count
            or self.weight >= _WEIGHED * whole.weight
            or self.own >= max(_OWN_WEIGHT, _OWN * whole.own)
        )


def told(ground: Ground, i: int) -> bool:
    """Whether one passage elsewhere has so much of one that it may tell the same."""
    whole = _Shared()
    found: defaultdict[tuple[int, int], _Shared] = defaultdict(_Shared)
    for word in ground.stems[i]:
        weight, own = idf(word), ground.of_its_own(word)
        whole.add(weight, own=own)
        for place in ground.places(word):
            found[place].add(weight, own=own)
    return any(shared.tells(whole) for shared in found.values())


def _known_elsewhere(ground: Ground, weights: dict[str, float]) -> float:
    """The most of these words, by weight, that one other article has."""
    return max(
        sum(weight for word, weight in weights.items() if word in known.stems)
        for known in ground.elsewhere.vocabularies
    )


def _side_by_side(ground: Ground, weights: Mapping[str, float]) -> float:
    """The most of these words, by weight, that two passages in a row have elsewhere."""
    found: dict[tuple[int, int], float] = {}
    for word, weight in weights.items():
        before, last = -1, -1
        for column, j in ground.places(word):  # in the order of the texts
            first = max(j, last + 1) if column == before else j
            before, last = column, j + 1
            for at in range(first, last + 1):
                found[column, at] = found.get((column, at), 0.0) + weight
    return max(found.values(), default=0.0)


def known_part(ground: Ground, passages: Sequence[int]) -> float:
    """The part of the words of these passages, by weight, that stands elsewhere in any form."""
    weights = {word: idf(word) for i in passages for word in ground.stems[i]}
    known = sum(w for word, w in weights.items() if ground.elsewhere.has_topic(word))
    return known / (sum(weights.values()) or 1.0)


def perhaps_told(part: float, at: int) -> bool:
    """Whether others may well tell a passage, by that part of it, and by its place in the text."""
    return _ELSEWHERE * part - _LATER * min(at, _LATEST) + _CONSTANT > _PERHAPS


def echoed(ground: Ground, stems: Iterable[str], *, quoted: bool = False) -> bool:
    """Whether others have so much of what these stems say that they may well tell it."""
    weights = {word: idf(word) for word in stems if word not in ground.core}
    bar = _ECHO_QUOTED if quoted else _ECHO
    return _side_by_side(ground, weights) >= bar * (sum(weights.values()) or 1.0)


def of_new_matter(ground: Ground, i: int) -> bool:
    """Whether a passage says in many words of its own what is nowhere else, however near it is."""
    own = {word: idf(word) for word in ground.stems[i] if ground.of_its_own(word)}
    if _known_elsewhere(ground, own) > _NEW_TOLD * sum(own.values()):
        return False
    new = [word for word in own if not ground.elsewhere.has_topic(word)]
    return len(new) >= _NEW and sum(own[word] for word in new) >= _NEW_WEIGHT
