"""Quotations that only one article has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.alignment.similarity import counts
from reader.framing.alone.ground import DOUBTFUL, LESSER, Ground
from reader.framing.alone.retold import quotation_retold, requoted
from reader.framing.alone.untold import echoed, known_part, perhaps_told
from reader.framing.as_written import is_run_in
from reader.framing.findings import shortened
from reader.framing.word_lists import entries
from reader.model import Finding, Span
from reader.text.attribution import SPEECH
from reader.text.quotations import Quotation
from reader.text.rarity import idf
from reader.text.tokens import Token, folded_words

# Read in real output: with these bars and a speaker only where the surname stands in the same
# sentence two thirds were worth knowing.
_WORDS = 16
_OVERLAP = 0.5  # of its stems in one sentence elsewhere: that may be the same words told
_MOST = 2
_WEIGHT = 0.5
_SPEAKER = 0.1
# Shorter ones, and those far from the subject, are listed behind all else, if no sentence elsewhere
# has so much of their words, by weight: of 73 labelled quotations they are 32, none told elsewhere.
# One word of it may stand elsewhere, not all: of 28 terms of two words that this adds in 200 events
# (`bogus negotiation`) none is told elsewhere, three say little.
_SHORTEST = 2
_TOLD = 0.4
_FURTHER = 6
_EACH, _UP_TO = 0.005, 19  # a longer one ranks a little higher
REASON = "no five words of it in a row stand in the others"
REASON_BEFORE = f"{REASON}; the speaker is named before it"
REASON_UNSURE = f"{REASON}; whose words they are cannot be said"


def quotations(ground: Ground) -> Iterator[Finding]:
    """Up to two long quotations about the shared subject, speaker named first; then up to six.

    Those between marks stand before posts, which may be anybody's.
    """
    said = [(q, _words(ground, q)) for q in ground.case.quotations[ground.column]]
    own = {q.span for q, words in said if _own(ground, q, words)}
    unheard = [
        (q, words)
        for q, words in said
        if (q.span in own or q.words >= _WORDS) and _unheard(ground, q, words)
    ]
    telling = sorted(
        (q for q, words in unheard if _telling(ground, q) and not _maybe_told(ground, q, words)),
        key=lambda q: (not q.marked, not _named_beside(ground, q), q.span),
    )[:_MOST]
    for quotation in telling:
        named = _SPEAKER if _named_beside(ground, quotation) else 0.0
        yield _finding(ground, quotation, _WEIGHT + named)
    further = [(q, words) for q, words in unheard if q not in telling and q.span in own]
    further.sort(key=lambda said: (-said[0].words, said[0].span))
    for quotation, words in further[:_FURTHER]:
        least = 0.0 if _maybe_told(ground, quotation, words) else DOUBTFUL
        longer = _EACH * min(quotation.words, _UP_TO)
        yield _finding(ground, quotation, min(least + longer, LESSER))


def _finding(ground: Ground, quotation: Quotation, weight: float) -> Finding:
    around = ground.document.sentence_around(quotation.span).span
    text = ground.document.text
    speaker = _speaker(ground, quotation) or _unnamed(ground, quotation)
    if is_run_in(around.of(text)):
        speaker = None  # whose words they are may be told in the sentence that was run into it
    shown = shortened(quotation.span.of(text))
    return ground.finding(
        "quote",
        quotation.span,
        weight=weight,
        reason=_reason(speaker, around),
        subject=speaker,
        summary=f"{speaker.of(text)}: {shown}" if speaker else shown,
    )


def _reason(speaker: Span | None, around: Span) -> str:
    if speaker is None:
        return REASON_UNSURE
    return REASON if speaker in around else REASON_BEFORE


def _unheard(ground: Ground, quotation: Quotation, words: Sequence[Token]) -> bool:
    if ground.elsewhere.has_run(words) or not ground.passages_of(quotation.pieces):
        return False
    return not quotation_retold(ground, quotation)


def _words(ground: Ground, quotation: Quotation) -> list[Token]:
    return ground.document.words(quotation.pieces)


def _telling(ground: Ground, quotation: Quotation) -> bool:
    held = ground.passages_of(quotation.pieces)
    if quotation.words < _WORDS or not any(ground.touches(i) for i in held):
        return False
    return not any(_told_elsewhere(ground, i) for i in held)


def _own(ground: Ground, quotation: Quotation, words: Sequence[Token]) -> bool:
    """Whether it has a word that stands nowhere else, and no sentence elsewhere tells it."""
    if quotation.words < _SHORTEST:
        return False
    stems = {token.stem for token in words if counts(token)}
    own = {stem: idf(stem) for stem in stems if ground.of_its_own(stem)}
    if all(map(ground.elsewhere.has_topic, own)):
        return False
    return ground.most_shared(own) <= _TOLD * sum(own.values())


def _maybe_told(ground: Ground, quotation: Quotation, words: Sequence[Token]) -> bool:
    """Whether others may well tell it, if in other words, or have one sentence of it."""
    stems = {token.stem for token in words if counts(token)}
    if echoed(ground, stems, quoted=True) or requoted(ground, quotation.span):
        return True
    held = ground.passages_of(quotation.pieces)
    return perhaps_told(known_part(ground, held), held[0])


def _named_beside(ground: Ground, quotation: Quotation) -> bool:
    """Whether the speaker is named in a sentence in which the quotation stands.

    Of 17 among the first five of sixty events who were named before it, two were not the speaker.
    """
    speaker = _speaker(ground, quotation)
    return speaker is not None and speaker in ground.document.sentence_around(quotation.span).span


def _told_elsewhere(ground: Ground, passage: int) -> bool:
    stems = ground.stems[passage]
    return ground.most_shared(dict.fromkeys(stems, 1.0)) >= max(_OVERLAP * len(stems), 1)


def _speaker(ground: Ground, quotation: Quotation) -> Span | None:
    """The speaker: named in a sentence that the quotation stands in, or before it.

    Who signs a post, or stands in front of a cited paragraph, stands in another one.
    """
    speaker = quotation.speaker
    if speaker is not None and speaker.of(ground.document.text)[:1].isupper():
        around = ground.document.sentence_around(quotation.span).span
        words = speaker.of(ground.document.text).split()
        if (speaker in around or not quotation.marked) and words[0] not in _PRONOUNS:
            return speaker
    person = ground.case.voices[ground.column].person(quotation.inner)
    if person is None:
        return None
    around = ground.document.sentence_around(quotation.span).span
    beside = next((m for m in person.mentions if m in around and m not in quotation.span), None)
    if not person.person:
        return _body(ground, quotation, around)
    before = (m for m in person.mentions if m.end <= quotation.span.start)
    return beside or max(before, default=None)


def _body(ground: Ground, quotation: Quotation, around: Span) -> Span | None:
    """A name that is not known as a person's, if it stands alone beside the verb.

    Not that of a paper, which mostly passes on what others said, nor with another name between.
    """
    text = ground.document.text
    for speech in ground.case.voices[ground.column].speeches:
        source = speech.source
        if source is None or source.name is None or source.span not in around:
            continue
        if not any(span.overlaps(quotation.inner) for span in speech.spans):
            continue
        aside = _ASIDE.match(text, source.span.end) if " " in source.name.full else None
        behind = aside.end() if aside else source.span.end
        if not (_SAYS.match(text, behind) or _said(text, source.span)):
            return None
        low, high = sorted((source.span, quotation.span))
        between = Span(behind if low is source.span else low.end, high.start)
        names = (n for n in ground.case.names[ground.column] if n.key != source.name.key)
        if any(mention in between for name in names for mention in name.mentions):
            return None
        return None if _MEDIA.intersection(folded_words(source.name.full)) else source.span
    return None


def _said(text: str, name: Span) -> bool:
    """Whether it is all that stands behind the verb: not `said Acme director Ann Lee`."""
    alone = text[name.end : name.end + 1] in (".", ",", ";")
    return alone and _SAID.search(text, max(0, name.start - _NEAR), name.start) is not None


def _unnamed(ground: Ground, quotation: Quotation) -> Span | None:
    """What the text calls a speaker whom it does not name: `an official`, `the captain`."""
    described = ground.case.voices[ground.column].described(quotation.inner)
    if described is None:
        return None
    beside = described in ground.document.sentence_around(quotation.span).span
    if _WITH.search(ground.document.text, max(0, described.start - _FAR), described.start):
        return None
    gap = ground.document.text[described.end : quotation.span.start]
    return described if beside or (gap and len(gap) < _FAR and "\n" not in gap) else None


# `reported` is what a paper does with the words of others.
_SAID_BY = "|".join(sorted(SPEECH - {"reported", "noted", "notes"}))
_SAYS = re.compile(rf"\s(?:(?:also|later|has|had|[a-z]+ly)\s)?(?:{_SAID_BY}|described|called)\b")
_SAID = re.compile(rf"\b(?:{_SAID_BY})\s(?:the\s)?$")
_ASIDE = re.compile(r",\s[^,;:.“”\"\n]{2,80},")  # `Ann Lee, the director of Acme, said`
# `an official familiar with talks with leaders said`
_WITH = re.compile(r"\b(?:with|about|against|between|among)\s(?:[\w’'-]+\s){0,3}$")
_NEAR = 20
_FAR = 160  # characters behind who is described, in one paragraph, where their words go on
_MEDIA = frozenset(entries("media")) | frozenset(
    "times post journal guardian tribune herald globe news magazine agency".split()
)
_PRONOUNS = frozenset("He She They It We I".split())
