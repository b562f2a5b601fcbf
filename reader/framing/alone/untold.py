"""Whether other articles may tell the same as a sentence, in whatever words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.alignment.similarity import is_number
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
# So many stems besides the core in one sentence, of so much weight, are the same news however long
# the sentence is: of 172 other sentences read it drops one, which was told elsewhere.
_MANY, _MANY_WEIGHT = 5, 9.0
# From here on another article has so many of its words, in whatever sentences, that it tells the
# shared news in other words: of 52 sentences read, four of the seven above the bar did.
_TOLD = 0.62
# Less of it tells the same if three sentences in a row have most of that: of ten sentences that
# others told as well, the two together drop three, and six of 178 that they did not.
_MAYBE_TOLD, _TOGETHER = 0.47, 0.35
# What is merely alone must share still less, by weight, with one sentence and with one article:
# of 79 such sentences read, six of which others told as well, the two drop four of those, and a
# fifth of the rest.
_LITTLE, _LITTLE_IN_ALL = 0.2, 0.3
# A sentence of the shared subject in so many words found nowhere else, of so much weight, is news
# even where names and the subject alone are a third of it, if hardly one of its other words stands
# in an article elsewhere. Of 22 such sentences read two were told as well.
_NEW, _NEW_WEIGHT = 5, 15.0
_NEW_TOLD = 0.1
# What two sentences in a row elsewhere have of a passage, by weight and beyond the shared subject,
# from where on it does not stand for itself; and of a quotation. Of 785 that were read 17 were told
# elsewhere in other words: 11 are above, of the others 29 %.
_ECHO, _ECHO_QUOTED = 0.15, 0.2


@dataclass(slots=True)
class _Shared:
    """What a passage shares with one elsewhere; weights tell how rare the stems are."""

    count: int = 0
    weight: float = 0.0
    besides: int = 0
    """Stems that are not of the core."""
    besides_weight: float = 0.0
    own: float = 0.0
    """The weight of those that are no names either."""

    def add(self, weight: float, *, core: bool, name: bool) -> None:
        """Count one stem more."""
        self.count += 1
        self.weight += weight
        if not core:
            self.besides += 1
            self.besides_weight += weight
            self.own += 0.0 if name else weight

    def tells(self, whole: _Shared) -> bool:
        """Whether it is so much of the whole passage that the other one may tell the same."""
        return (
            self.count >= _OVERLAP * whole.count
            or self.weight >= _WEIGHED * whole.weight
            or self.own >= max(_OWN_WEIGHT, _OWN * whole.own)
            or (self.besides >= _MANY and self.besides_weight >= _MANY_WEIGHT)
        )


def overlap(ground: Ground, i: int) -> float | None:
    """The largest part of the stems of a passage that one passage elsewhere has as well.

    None where that is so much that the other passage may tell the same.
    """
    whole = _Shared()
    found: defaultdict[tuple[int, int], _Shared] = defaultdict(_Shared)
    names = ground.case.vectors.names
    for word in ground.stems[i]:
        weight, core, name = idf(word), word in ground.core or is_number(word), word in names
        whole.add(weight, core=core, name=name)
        for place in ground.places(word):
            found[place].add(weight, core=core, name=name)
    if any(shared.tells(whole) for shared in found.values()):
        return None
    return max((shared.count for shared in found.values()), default=0) / max(whole.count, 1)


def told_in_pieces(ground: Ground, i: int) -> bool:
    """Whether one other article has so much of a passage that several sentences may tell it."""
    weights = {word: idf(word) for word in ground.stems[i]}
    total = sum(weights.values()) or 1.0
    told = _known_elsewhere(ground, weights) / total
    if told < _MAYBE_TOLD:
        return False
    return told >= _TOLD or _in_a_row(ground, weights, 3) >= _TOGETHER * total


def _known_elsewhere(ground: Ground, weights: dict[str, float]) -> float:
    """The most of these words, by weight, that one other article has."""
    return max(
        sum(weight for word, weight in weights.items() if word in known.stems)
        for known in ground.elsewhere.vocabularies
    )


def _in_a_row(ground: Ground, weights: Mapping[str, float], passages: int) -> float:
    """The most of these words, by weight, that so many passages in a row have elsewhere."""
    found: dict[tuple[int, int], float] = {}
    for word, weight in weights.items():
        before, last = -1, -1
        for column, j in ground.places(word):  # in the order of the texts
            first = max(j, last + 1) if column == before else j
            before, last = column, j + passages - 1
            for at in range(first, last + 1):
                found[column, at] = found.get((column, at), 0.0) + weight
    return max(found.values(), default=0.0)


def echoed(ground: Ground, stems: Iterable[str], *, quoted: bool = False) -> bool:
    """Whether others have so much of what these stems say that they may well tell it."""
    weights = {word: idf(word) for word in stems if word not in ground.core}
    bar = _ECHO_QUOTED if quoted else _ECHO
    return _in_a_row(ground, weights, 2) >= bar * (sum(weights.values()) or 1.0)


def hardly_told(ground: Ground, i: int) -> bool:
    """Whether hardly a word of a passage stands in one passage or one article elsewhere."""
    weights = {word: idf(word) for word in ground.stems[i]}
    total = sum(weights.values()) or 1.0
    if ground.most_shared(weights) > _LITTLE * total:
        return False
    return _known_elsewhere(ground, weights) <= _LITTLE_IN_ALL * total


def of_new_matter(ground: Ground, i: int) -> bool:
    """Whether a passage says in many words of its own what is nowhere else, however near it is."""
    own = {word: idf(word) for word in ground.stems[i] if ground.of_its_own(word)}
    if _known_elsewhere(ground, own) > _NEW_TOLD * sum(own.values()):
        return False
    new = [word for word in own if not ground.elsewhere.has_topic(word)]
    return len(new) >= _NEW and sum(own[word] for word in new) >= _NEW_WEIGHT
