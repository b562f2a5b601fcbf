"""Quotations: what stands between quotation marks, told apart from terms and titles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Span
from reader.text.attribution import SPEECH, speaker
from reader.text.cited import Cited, find_cited
from reader.text.quotation_marks import Marked, marked
from reader.text.stopwords import STOP
from reader.text.tokens import fold, folded_words


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of somebody else: in quotation marks, or cited without them."""

    span: Span
    """From the first mark to the last, marks included; without marks the words alone."""
    inner: Span
    """From the first quoted word to the last."""
    pieces: tuple[Span, ...]
    """What is quoted, without marks and without `he said`, in order; one or more."""
    words: int
    """Quoted words, all pieces together."""
    is_term: bool
    """Whether it is no utterance but a term, a title or a word held at arm's length."""
    speaker: Span | None
    """The name or pronoun that the text itself puts beside it; None if it is not stated there."""
    marked: bool = True
    """Whether marks say so; else it is a signed post, or a paragraph behind `Lee wrote:`."""


# Marks around so few words hold a term or a word at arm's length more often than an utterance.
TERM_WORDS = 5
# A fragment without a verb is a term up to here, and part of an utterance from here on.
_FRAGMENT_WORDS = 8
# `he said on Tuesday at the opening of the hall` still interrupts; more is a new sentence.
_GAP_CHARACTERS = 110
_GAP_WORDS = 14

_VERBS = frozenset(
    "am is are was were be been being has have had do does did will would can could should shall "
    "may might must cannot i you we they he she it im youre were theyre ive youve weve theyve "
    "id youd wed theyd hed shed ill youll well theyll isnt arent wasnt werent dont doesnt didnt "
    "wont wouldnt cant couldnt shouldnt havent hasnt hadnt aint lets".split()
)
_CONTRACTED = re.compile(
    r"\w['’](?:m|re|ve|ll|d)\b|n['’]t\b|\b(?:it|that|he|she|there)['’]s\b", re.I
)
_GAP_END = re.compile(r"[.!?]\s+[A-Z“\"]")


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text, in order; spans joined over `he said` are one of them.

    What stands between marks in a post is part of it.
    """
    cited = [_cited(text, words) for words in find_cited(text)]
    between = [_quotation(text, group) for group in _groups(text)]
    if not cited:
        return tuple(between)
    starts = [quotation.span.start for quotation in cited]
    kept = [quotation for quotation in between if not _within(quotation.span, cited, starts)]
    return tuple(sorted((*cited, *kept), key=lambda quotation: quotation.span))


def quoted_words(text: str, least: int) -> Iterator[list[str]]:
    """The folded words of each quotation of at least so many; takes a third of the time."""
    for group in _groups(text):
        pieces = [piece for part in group for piece in part.pieces]
        if sum(_count(text, piece) for piece in pieces) >= least:
            yield folded_words(text, pieces[0].start, pieces[-1].end)


def _groups(text: str) -> Iterator[list[Marked]]:
    group: list[Marked] = []
    for part in marked(text):
        if group and not _interrupted(text, group[-1], part):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _cited(text: str, found: Cited) -> Quotation:
    words = _count(text, found.words)
    return Quotation(
        span=found.words,
        inner=found.words,
        pieces=(found.words,),
        words=words,
        is_term=words < TERM_WORDS,
        speaker=found.speaker,
        marked=False,
    )


def _within(span: Span, cited: list[Quotation], starts: list[int]) -> bool:
    """Whether a span overlaps one of the quotations without marks."""
    at = bisect_right(starts, span.end - 1) - 1
    return at >= 0 and cited[at].span.overlaps(span)


def _quotation(text: str, group: list[Marked]) -> Quotation:
    pieces = tuple(piece for part in group for piece in part.pieces)
    first, last = group[0], group[-1]
    words = sum(_count(text, piece) for piece in pieces)
    who = speaker(text, first.span.start, first.span.end)
    if who is None and len(group) > 1:
        who = speaker(text, last.span.start, last.span.end)
    return Quotation(
        span=Span(first.span.start, last.span.end),
        inner=Span(pieces[0].start, pieces[-1].end),
        pieces=pieces,
        words=words,
        is_term=_is_term(text, pieces, words),
        speaker=who,
    )


def _count(text: str, piece: Span) -> int:
    return len(folded_words(text, piece.start, piece.end))


def _interrupted(text: str, before: Marked, after: Marked) -> bool:
    """Whether only `he said` stands between two spans, so that one utterance goes on."""
    gap = text[before.span.end : after.span.start]
    if before.family != after.family or before.paragraph[1] != after.paragraph[0]:
        return False
    if len(gap) > _GAP_CHARACTERS or len(gap.split()) > _GAP_WORDS or ":" in gap:
        return False
    if text[before.pieces[-1].end - 1] not in ",?!—–-…" and not gap.startswith(","):
        return False
    if _GAP_END.search(gap):
        return False
    folded = [fold(word) for word in re.findall(r"[^\W\d_]+", gap)]
    verbs = [word for word in folded if word in SPEECH]
    if len(verbs) != 1 or folded[-1] in {"that", "adding", "and", "but"}:
        return False
    return speaker(text, before.span.start, before.span.end) is not None and not _own_speaker(
        text, after
    )


def _own_speaker(text: str, part: Marked) -> bool:
    """Whether the span behind the gap has a `said X` of its own."""
    return speaker(text, len(text), part.span.end) is not None


def _is_term(text: str, pieces: tuple[Span, ...], words: int) -> bool:
    if words < TERM_WORDS:
        return True
    said = " ".join(piece.of(text) for piece in pieces)
    if title_case(said):
        return True
    if said[0].isupper() and said[-1] in ",.!?":
        return False
    return words < _FRAGMENT_WORDS and not _has_clause(said)


def title_case(said: str) -> bool:
    """Whether it is written as the title of a work: all words that carry content in capitals."""
    if said.isupper() or said[-1:] in ".,!":
        return False
    bearing = [word for word in re.findall(r"[^\W\d_][\w’'-]*", said) if fold(word) not in STOP]
    return len(bearing) >= 2 and all(word[0].isupper() for word in bearing)


def _has_clause(said: str) -> bool:
    if _CONTRACTED.search(said):
        return True
    return any(fold(word) in _VERBS for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", said))
