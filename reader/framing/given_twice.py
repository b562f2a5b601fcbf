"""Quotations that one article gives more than once, and not alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.findings import letter
from reader.framing.keeping import Kept
from reader.framing.limits import bears, lost_limits
from reader.framing.occasions import Occasion
from reader.framing.quoting import negation
from reader.framing.sayings import Saying
from reader.framing.shown import Judgement, label_of, words_of
from reader.framing.utterances import Match, Utterance, utterances
from reader.framing.wording import CUT, Change, changes
from reader.model import Span
from reader.text.document import Document
from reader.text.safety import one_line

# Who says a thing twice varies it: of 67 pairs in 6,000 articles that differ in a word of weight,
# half of those that agree in less than this were two utterances.
_AGREES = 0.75
_NEGATED, _ALTERED, _LOST_LIMIT, _SHORTER = 0.7, 0.3, 0.5, 0.11


@dataclass(frozen=True, slots=True)
class Twice:
    """One utterance that an article quotes in two places, and how they differ."""

    whole: Saying
    other: Match
    """The place that has less of it or other words (a), against the whole (b)."""
    judgement: Judgement


def given_twice(
    documents: Sequence[Document],
    sayings: Sequence[Saying],
    speakers: Sequence[Mapping[Span, str]],
    occasions: Callable[[Saying], Occasion],
) -> tuple[Twice, ...]:
    """What one article quotes in two sentences, differently; one for each utterance.

    `sayings` are those of one article; `documents` and `speakers` have an entry for each article.
    """
    alone = utterances([sayings], speakers, occasions)
    every = [_most_telling(documents, utterance, speakers) for utterance in alone]
    return tuple(twice for twice in every if twice is not None)


def _most_telling(
    documents: Sequence[Document], utterance: Utterance, speakers: Sequence[Mapping[Span, str]]
) -> Twice | None:
    whole = utterance.whole
    document = documents[whole.column]
    around = document.sentence_around(whole.quotation.span)
    said = speakers[whole.column]
    who = said.get(whole.quotation.span)
    told = []
    for match in utterance.matches:
        other = match.a.quotation
        speaker = said.get(other.span)
        if document.sentence_around(other.span) == around or (who and speaker and who != speaker):
            continue
        one_speaker = who is not None and who == speaker and whole.quotation.marked and other.marked
        if (twice := _judged(documents, whole, match, one_speaker)) is not None:
            told.append(twice)
    return max(told, key=lambda twice: twice.judgement.weight, default=None)


def _judged(
    documents: Sequence[Document], whole: Saying, match: Match, one_speaker: bool
) -> Twice | None:
    agreeing = {at for block in match.blocks for at in range(block.b, block.b + block.length)}
    lost = tuple(at for at in range(len(whole.words)) if at not in agreeing)
    kept = Kept(whole.column, match, (match,), frozenset(agreeing), lost, extra=0, news=0)
    label = f"{label_of(documents, whole, (kept,))}: {letter(whole.column)}"
    material = [each for each in changes(match) if each.material or bears(each)]
    if material:
        if len(agreeing) < _AGREES * len(match.a.words):
            return None
        negated = [change for change in material if negation(change)]
        change = (negated or material)[0]
        # Another word in its place mostly makes another utterance of the same form: 9 of 11 read.
        swapped = [each for each in material if each.a and each.b]
        if not negated and swapped and not (one_speaker and all(map(_plain, swapped))):
            return None
        judgement = Judgement(
            "altered",
            "one article gives it twice, in other words; perhaps two utterances",
            f"{label} has {_contrast(documents[whole.column], change)}",
            _NEGATED if negated else _ALTERED,
            certainty="perhaps",
        )
        return Twice(whole, match, judgement)
    # Of those that have words of their own besides, most were two utterances.
    if len(lost) < CUT or len(agreeing) < len(match.a.words):
        return None
    limits = lost_limits(kept, whole, documents)
    reason = "one article gives it twice, once with fewer words"
    if limits:
        limit = one_line(limits[0].span.of(documents[whole.column].text))
        reason += f"; the lost part has “{limit}”"
    summary = (
        f"{label} has {len(whole.words)} words in one place, {len(agreeing)} of them in another"
    )
    if limits:
        return Twice(whole, match, Judgement("trimmed", reason, summary, _LOST_LIMIT))
    # Of 39 read, 6 were two utterances: who says a thing again may say less.
    perhaps = Judgement("trimmed", reason, summary, _SHORTER, certainty="perhaps")
    return Twice(whole, match, perhaps)


def _plain(change: Change) -> bool:
    """Whether neither a name nor a figure stands in the place of another."""
    return not any(said.capital or said.word[0].isdigit() for said in (*change.a, *change.b))


def _contrast(document: Document, change: Change) -> str:
    """Which words stand in one place, and which in the other."""
    here, there = words_of(document, change.b), words_of(document, change.a)
    if not (here and there):
        return f"{here or there} in one place, not in another"
    return f"{here} in one place, {there} in another"
