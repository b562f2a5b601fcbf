"""Sentences that only one article has: what it tells, blames or asks for beyond the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from reader.framing.alone.ground import LESSER, Ground
from reader.framing.alone.retold import requoted, retold
from reader.framing.alone.untold import (
    echoed,
    hardly_told,
    of_new_matter,
    overlap,
    told_in_pieces,
)
from reader.framing.core import OPENING
from reader.framing.cues import has_cue
from reader.framing.evaluative import PREFIX
from reader.framing.findings import shortened
from reader.framing.phrases import Phrases, phrases
from reader.model import Finding

# A shorter sentence tells little without those around it: "That was a mistake."
_STEMS = 5
# A still shorter one may say the same as another in other words: "Nobody was hurt."
_FEWEST = 3
# How much of its stems a sentence may share with those already taken.
_DIVERSITY = 0.4
_MOST = 12
_TELLING = 4
# The weights of a reading of real output; what they can add up to at most scales the result.
_CUE, _CORE, _NOVELTY, _QUOTED, _NEW, _PRONOUN = 1.5, 0.9, 0.25, 0.5, 0.3, 0.7
# An evaluative word where there is no cue: of 30 sentences that it brought among the first five of
# 135 events 22 showed framing, of 30 that made room for them 9.
_EVALUATIVE = 0.9
# A sentence that touches what the articles share, but not the core, has to say more.
_NEAR = 0.5
_FULL = _CUE + 2 * _CORE + _NOVELTY + _QUOTED + 3 * _NEW
# Of 135 sentences among the first five that share a fifth of their stems with one elsewhere six
# were told there in other words, of 190 others one; worth knowing were as many of both.
_NEARLY, _NEARLY_TOLD = 0.2, 0.9
# Of 61 findings among the first five of 120 events of which a quarter of the words are names 69 %
# were worth knowing, of others 84 %; of 98 with figures 42 % showed framing, of others 57 %.
_NEWS, _NAMES, _DIGITS = 0.5, 0.25, 2
# A sentence with one word of the core and little overlap just passes.
_BAR = 1.1

# From these log odds on that it shares a statement with a sentence elsewhere it does not stand for
# itself: of 187 sentences among the first five of sixty events 12 were told elsewhere in other
# words, 10 of them above; of the rest two in three are below. Read with an earlier measure of the
# odds, of which 71 % of 3,920 sentences of other events were below its bar; of this one 69 % are.
_TOLD = -0.8

_PRONOUNS = frozenset("he she it they this that these those his her their its such".split())
REASON = "no sentence of the others shares a third of its words"
REASON_FURTHER = "most of its words stand nowhere in the others"


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
            reason=REASON if candidate.telling else REASON_FURTHER,
            summary=shortened(span.of(ground.document.text)),
        )


def _weight(candidate: _Candidate, *, telling: bool) -> float:
    share = min(max(candidate.score, 0.0) / _FULL, 1.0)
    return 0.3 + 0.6 * share if telling else 0.05 + (LESSER - 0.05) * share


def _candidates(ground: Ground) -> Iterator[_Candidate]:
    recurring = Counter(word for words in ground.stems for word in words)
    aligned = {p.span for point in ground.case.points if (p := point.passages[ground.column])}
    news = _shared_news(ground)
    for i, passage in enumerate(ground.document.passages):
        if i in news or i in ground.apart or len(ground.stems[i]) < _FEWEST:
            continue
        sentence = passage.span.of(ground.document.text)
        if passage.span in aligned or sentence.endswith(("?", ":")):
            continue
        known = overlap(ground, i)
        told = known is None or told_in_pieces(ground, i)
        if told and not of_new_matter(ground, i):
            continue
        share = known or 0.0
        score = _score(ground, i, sentence, share, recurring)
        if told:
            yield _Candidate(i, score, telling=False)
        elif score >= _BAR and ground.near(i) and len(ground.stems[i]) >= _STEMS:
            score -= _NEARLY_TOLD if share >= _NEARLY else 0.0
            if not retold(ground, i):
                score -= _NEWS * _is_bare_news(ground, i)
                yield _Candidate(i, score, telling=_stands(ground, i))
        elif hardly_told(ground, i):
            yield _Candidate(i, score, telling=False)


def _stands(ground: Ground, i: int) -> bool:
    """Whether what others have of it is too little to tell it."""
    if ground.nearest.get(i, -inf) >= _TOLD or echoed(ground, ground.stems[i]):
        return False
    return not requoted(ground, ground.document.passages[i].span)


def _shared_news(ground: Ground) -> frozenset[int]:
    """The first sentence, and those after it that go on with the subject of all articles."""
    told = (i for i, p in enumerate(ground.document.passages) if not p.heading)
    opening = [i for i in told if i not in ground.apart][:OPENING]
    return frozenset((*opening[:1], *(i for i in opening if ground.touches(i) > 1)))


def _score(ground: Ground, i: int, sentence: str, overlap: float, recurring: Counter[str]) -> float:
    tokens = ground.document.tokens[i]
    new = sum(recurring[word] > 1 for word in ground.stems[i] - ground.elsewhere.stems)
    core = _CORE * min(2, ground.touches(i)) or _NEAR
    score = core + _NOVELTY * (1 - overlap) + _NEW * min(3, new)
    if has_cue(sentence):
        score += _CUE
    elif next(_evaluative(ground).find(tokens), None) is not None:
        score += _EVALUATIVE
    if _quoted(ground, i) >= 0.2:
        score += _QUOTED
    if tokens[0].word in _PRONOUNS:
        score -= _PRONOUN
    return score


def _is_bare_news(ground: Ground, i: int) -> bool:
    """Whether a passage is full of names, or gives figures."""
    sentence = ground.document.passages[i].span.of(ground.document.text)
    words = ground.document.tokens[i]
    names = sum(ground.document.text[token.span.start].isupper() for token in words[1:])
    return names > _NAMES * len(words) or sum(map(str.isdigit, sentence)) >= _DIGITS


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


def _evaluative(ground: Ground) -> Phrases:
    """The evaluative words, in whosever voice."""
    return phrases(tuple(ground.case.words.groups(PREFIX).items()))
