"""Quotations that only one article has."""

from __future__ import annotations

from collections.abc import Iterator

from reader.framing.alone.ground import Ground
from reader.framing.findings import shortened
from reader.model import Finding, Span
from reader.text.quotations import Quotation
from reader.text.tokens import tokens

# Read in real output: with these bars and a speaker only where the surname stands in the same
# sentence two thirds were worth knowing.
_WORDS = 16
_OVERLAP = 0.5  # of its stems in one sentence elsewhere: that may be the same words told
_MOST = 2
_WEIGHT = 0.5
_SPEAKER = 0.1
REASON = "no five words of it in a row stand in the others"


def quotations(ground: Ground) -> Iterator[Finding]:
    """Up to two long quotations about the shared subject, those with a named speaker first."""
    found = [q for q in ground.case.quotations[ground.column] if _alone(ground, q)]
    ranked = sorted(found, key=lambda q: (_speaker(ground, q) is None, q.span))
    for quotation in ranked[:_MOST]:
        speaker = _speaker(ground, quotation)
        who = speaker.of(ground.document.text) if speaker else "speaker not stated"
        yield ground.finding(
            "quote",
            quotation.span,
            weight=_WEIGHT + (_SPEAKER if speaker else 0.0),
            reason=REASON,
            subject=speaker,
            summary=f"{who}: {shortened(quotation.span.of(ground.document.text))}",
        )


def _alone(ground: Ground, quotation: Quotation) -> bool:
    if quotation.words < _WORDS:
        return False
    text = ground.document.text
    words = [t for piece in quotation.pieces for t in tokens(text, piece.start, piece.end)]
    if ground.elsewhere.has_run(words):
        return False
    held = ground.passages_of(quotation.pieces)
    if not any(ground.touches(i) for i in held):
        return False
    return not any(_told_elsewhere(ground, i) for i in held)


def _told_elsewhere(ground: Ground, passage: int) -> bool:
    stems = ground.stems[passage]
    return any(
        len(stems.intersection(words)) >= max(_OVERLAP * len(stems), 1)
        for column, passages in enumerate(ground.case.vectors.stems)
        if column != ground.column
        for words in passages
    )


def _speaker(ground: Ground, quotation: Quotation) -> Span | None:
    """The speaker if named, not by a pronoun, in a sentence that the quotation stands in."""
    speaker = quotation.speaker
    if speaker is None or not speaker.of(ground.document.text)[:1].isupper():
        return None
    around = ground.document.sentence_around(quotation.span).span
    words = speaker.of(ground.document.text).split()
    return speaker if speaker in around and words[0] not in _PRONOUNS else None


_PRONOUNS = frozenset("He She They It We I".split())
