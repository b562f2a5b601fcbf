"""Sentences that only one article has: what it tells, blames or asks for beyond the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.alignment.similarity import is_number
from reader.framing.alone.ground import LESSER, Ground
from reader.framing.core import OPENING
from reader.framing.cues import cue
from reader.framing.findings import shortened
from reader.model import Finding
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
# A shorter sentence tells little without those around it: "That was a mistake."
_STEMS = 5
# A still shorter one may say the same as another in other words: "Nobody was hurt."
_FEWEST = 3
# What is merely alone must share still less, by weight, with one sentence and one article elsewhere:
# of 80 read that shared more or less, the bars drop four of the five that others told as well.
_LITTLE, _LITTLE_IN_ALL = 0.2, 0.3
# How much of its stems a sentence may share with those already taken.
_DIVERSITY = 0.4
_MOST = 12
_TELLING = 4
# The weights of a reading of real output; what they can add up to at most scales the result.
_CUE, _CORE, _NOVELTY, _QUOTED, _NEW, _PRONOUN = 1.5, 0.9, 0.25, 0.5, 0.3, 0.7
# A sentence that touches what the articles share, but not the core, has to say more.
_NEAR = 0.5
_FULL = _CUE + 2 * _CORE + _NOVELTY + _QUOTED + 3 * _NEW
# A sentence with one word of the core and little overlap just passes.
_BAR = 1.1

_PRONOUNS = frozenset("he she it they this that these those his her their its such".split())
REASON = "no sentence of the others shares a third of its words"


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: int
    score: float
    telling: bool
    """Whether it stands for itself, near the subject; others are merely alone."""


def sentences(ground: Ground) -> Iterator[Finding]:
    """Up to four telling sentences, then others merely alone, each about something else."""
    taken: list[frozenset[str]] = []
    for candidate in sorted(_candidates(ground), key=lambda c: (-c.telling, -c.score, c.passage)):
        stems = ground.stems[candidate.passage]
        if len(taken) >= _MOST:
            return
        if any(len(stems & other) >= _DIVERSITY * len(stems) for other in taken):
            continue
        taken.append(stems)
        span = ground.document.passages[candidate.passage].span
        yield ground.finding(
            "passage",
            span,
            weight=_weight(candidate, telling=candidate.telling and len(taken) <= _TELLING),
            reason=REASON,
            summary=shortened(span.of(ground.document.text)),
        )


def _weight(candidate: _Candidate, *, telling: bool) -> float:
    share = min(max(candidate.score, 0.0) / _FULL, 1.0)
    return 0.3 + 0.6 * share if telling else 0.05 + (LESSER - 0.05) * share


def _candidates(ground: Ground) -> Iterator[_Candidate]:
    overlaps = _overlaps(ground)
    recurring = Counter(word for words in ground.stems for word in words)
    aligned = {p.span for point in ground.case.points if (p := point.passages[ground.column])}
    news = _shared_news(ground)
    for i, passage in enumerate(ground.document.passages):
        if i in news or i in ground.apart or len(ground.stems[i]) < _FEWEST:
            continue
        sentence = passage.span.of(ground.document.text)
        if passage.span in aligned or overlaps[i] is None or _told_in_pieces(ground, i):
            continue
        if sentence.endswith(("?", ":")):
            continue
        score = _score(ground, i, sentence, overlaps[i] or 0.0, recurring)
        telling = score >= _BAR and ground.near(i) and len(ground.stems[i]) >= _STEMS
        if telling or _hardly_told(ground, i):
            yield _Candidate(i, score, telling)


def _hardly_told(ground: Ground, i: int) -> bool:
    """Whether hardly a word of a passage stands in one passage or one article elsewhere."""
    weights = {word: idf(word) for word in ground.stems[i]}
    total = sum(weights.values()) or 1.0
    if ground.most_shared(weights) > _LITTLE * total:
        return False
    return _known_elsewhere(ground, weights) <= _LITTLE_IN_ALL * total


def _shared_news(ground: Ground) -> frozenset[int]:
    """The first sentence, and those after it that go on with the subject of all articles."""
    opening = [i for i, p in enumerate(ground.document.passages) if not p.heading][:OPENING]
    return frozenset((*opening[:1], *(i for i in opening if ground.touches(i) > 1)))


def _overlaps(ground: Ground) -> list[float | None]:
    """Per passage the largest part of its stems that one passage elsewhere has as well.

    None where that is so much that the other passage may tell the same.
    """
    return [_overlap(ground, stems) for stems in ground.stems]


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


def _overlap(ground: Ground, stems: frozenset[str]) -> float | None:
    whole = _Shared()
    found: dict[tuple[int, int], _Shared] = {}
    names = ground.case.vectors.names
    for word in stems:
        weight, core, name = idf(word), word in ground.core or is_number(word), word in names
        whole.add(weight, core=core, name=name)
        for place in ground.places.get(word, ()):
            found.setdefault(place, _Shared()).add(weight, core=core, name=name)
    if any(shared.tells(whole) for shared in found.values()):
        return None
    return max((shared.count for shared in found.values()), default=0) / max(whole.count, 1)


def _told_in_pieces(ground: Ground, i: int) -> bool:
    """Whether one other article has so much of a passage that several sentences may tell it."""
    weights = {word: idf(word) for word in ground.stems[i]}
    total = sum(weights.values()) or 1.0
    told = _known_elsewhere(ground, weights) / total
    if told < _MAYBE_TOLD:
        return False
    return told >= _TOLD or _together(ground, weights) >= _TOGETHER * total


def _known_elsewhere(ground: Ground, weights: dict[str, float]) -> float:
    """The most of these words, by weight, that one other article has."""
    return max(
        sum(weight for word, weight in weights.items() if word in known.stems)
        for known in ground.elsewhere.vocabularies
    )


def _together(ground: Ground, weights: dict[str, float]) -> float:
    """The most of these words, by weight, that three passages in a row have elsewhere."""
    best = 0.0
    for column, passages in enumerate(ground.case.vectors.stems):
        if column == ground.column:
            continue
        windows: dict[int, set[str]] = {}
        for j, words in enumerate(passages):
            shared = weights.keys() & words
            for at in (j - 1, j, j + 1) if shared else ():
                windows.setdefault(at, set()).update(shared)
        best = max([best, *(sum(weights[word] for word in words) for words in windows.values())])
    return best


def _score(ground: Ground, i: int, sentence: str, overlap: float, recurring: Counter[str]) -> float:
    tokens = ground.document.tokens[i]
    new = sum(
        recurring[word] > 1 and not ground.elsewhere.has_stem(word) for word in ground.stems[i]
    )
    core = _CORE * min(2, ground.touches(i)) or _NEAR
    score = core + _NOVELTY * (1 - overlap) + _NEW * min(3, new)
    if cue(sentence):
        score += _CUE
    if _quoted(ground, i) >= 0.2:
        score += _QUOTED
    if tokens[0].word in _PRONOUNS:
        score -= _PRONOUN
    return score


def _quoted(ground: Ground, i: int) -> float:
    """The part of a passage that stands in quotation marks."""
    span = ground.document.passages[i].span
    inside = sum(
        min(span.end, piece.end) - max(span.start, piece.start)
        for quotation in ground.case.quotations[ground.column]
        for piece in quotation.pieces
        if piece.overlaps(span)
    )
    return inside / len(span)
