"""Sentences that only one article has: what it tells, blames or asks for beyond the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from reader.framing.alone.ground import DOUBTFUL, LESSER, Ground
from reader.framing.alone.retold import requoted, retold
from reader.framing.alone.untold import (
    echoed,
    known_part,
    of_new_matter,
    perhaps_told,
    told,
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
# Logistic regressions, rounded, on 1,055 sentences of 180 events, half of them drawn at random, and
# read for being worth knowing and for showing framing: the one and half of the other. With events
# left out 77 % of the pairs of which one is worth knowing are in the right order, 71 % of the
# pairs of which one shows framing.
_WORDS, _NEW, _EVALUATIVE, _CUE, _TURN = 1.5, 1.2, 1.8, 0.5, 1.4
_NAMES, _FIGURES = 1.2, 0.5
_LONG = 45  # words; what is longer says no more
_DIGITS = 2
# Nearly all that is worth knowing is above the one, hardly anything above the other.
_BAR, _FULL = 6.0, 10.5

# Of 25 sentences of which less stands elsewhere 13 were worth knowing, of 500 others five in six:
# they are about something else.
_STRANGE = 0.1
# From here on so many of its words stand elsewhere that it is the shared news in other words.
_TOLD = 0.66
# Of 142 sentences that stood first with so much of their words elsewhere others told 11, in other
# words; of 316 with less five, of 227 quotations none: so it stands behind those.
_OFTEN_TOLD, _BEHIND = 0.25, 0.19

_TURNS = frozenset("but and yet still however while although".split())
REASON = "no sentence of the others shares a third of its words"
REASON_FURTHER = "most of its words stand nowhere in the others"


@dataclass(frozen=True, slots=True)
class _Candidate:
    passage: int
    score: float
    telling: bool
    """Whether it stands for itself, near the subject; others are merely alone."""
    doubtful: bool
    """Whether others may well tell it."""
    often: bool = False
    """Whether so much of it stands elsewhere that others tell the like of it now and then."""


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
    share = min(max((candidate.score - _BAR) / (_FULL - _BAR), 0.0), 1.0)
    if telling:
        return 0.3 + (_BEHIND if candidate.often else 0.6) * share
    return DOUBTFUL * share if candidate.doubtful else DOUBTFUL + (LESSER - DOUBTFUL) * share


def _candidates(ground: Ground) -> Iterator[_Candidate]:
    aligned = {p.span for point in ground.case.points if (p := point.passages[ground.column])}
    news = _shared_news(ground)
    for i, passage in enumerate(ground.document.passages):
        if i in news or i in ground.apart or len(ground.stems[i]) < _FEWEST:
            continue
        sentence = passage.span.of(ground.document.text)
        if passage.span in aligned or sentence.endswith(("?", ":")):
            continue
        score, part = _score(ground, i, sentence), known_part(ground, [i])
        doubtful = _doubtful(ground, i, part)
        if part >= _TOLD or told(ground, i):
            if of_new_matter(ground, i):
                yield _Candidate(i, score, telling=False, doubtful=doubtful)
            continue
        near = part >= _STRANGE and ground.near(i)
        tells = near and score >= _BAR and len(ground.stems[i]) >= _STEMS
        if (tells or not doubtful) and not retold(ground, i):
            often = part >= _OFTEN_TOLD
            yield _Candidate(i, score, tells and not doubtful, doubtful, often)


def _doubtful(ground: Ground, i: int, part: float) -> bool:
    """Whether others have so much of it that they may tell it."""
    if perhaps_told(part, i) or echoed(ground, ground.stems[i]):
        return True
    return requoted(ground, ground.document.passages[i].span)


def _shared_news(ground: Ground) -> frozenset[int]:
    """The first sentence, and those after it that go on with the subject of all articles."""
    told = (i for i, p in enumerate(ground.document.passages) if not p.heading)
    opening = [i for i in told if i not in ground.apart][:OPENING]
    return frozenset((*opening[:1], *(i for i in opening if ground.touches(i) > 1)))


def _score(ground: Ground, i: int, sentence: str) -> float:
    """How much a reader would want to see it."""
    tokens = ground.document.tokens[i]
    own = filter(ground.of_its_own, ground.stems[i])
    new = sum(not ground.elsewhere.has_topic(word) for word in own)
    names = sum(ground.document.text[token.span.start].isupper() for token in tokens[1:])
    score = _WORDS * log(1 + min(len(tokens), _LONG)) + _NEW * log(1 + new)
    score -= _NAMES * names / len(tokens)
    if has_cue(sentence):
        score += _CUE
    if next(_evaluative(ground).find(tokens), None) is not None:
        score += _EVALUATIVE
    if tokens[0].word in _TURNS:
        score += _TURN
    if sum(map(str.isdigit, sentence)) >= _DIGITS:
        score -= _FIGURES
    return score


def _evaluative(ground: Ground) -> Phrases:
    """The evaluative words, in whosever voice."""
    return phrases(tuple(ground.case.words.groups(PREFIX).items()))
