"""Whether other articles tell what a passage or a quotation says, in words of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from reader.alignment.similarity import counts
from reader.framing.alone.ground import Ground
from reader.model import Span
from reader.text.names import Name
from reader.text.quotations import Quotation
from reader.text.rarity import idf
from reader.text.tokens import Token, fold

# The log odds that two passages share a statement from which on one may retell the other. Of 29
# sentences above it that were shown as only here seven were told elsewhere, of 302 below it six.
_ODDS = 0.3
# A quotation is retold by a passage that is as sure to share the statement as a row is, with so
# much of the weight of what is quoted; or one that is nearly as sure, with several of its own words
# and nobody else for a speaker; or one that has the same speaker say nearly half of its own words.
# In 120 events they drop 25 of 1,039 quotations: 17 are told elsewhere, 3 in part.
_SURE, _SHARE = 2.0, 0.25
_NEARLY_SURE, _WORDS, _OWN_SHARE = 1.5, 3, 0.2
_SAID_WORDS, _SAID_SHARE = 2, 0.4
_PART = 0.3  # of the weight of a quotation of several sentences
# So many stems make it worth a look.
_COMMON = 2
_SENTENCE = 3  # quoted words


def retold(ground: Ground, i: int) -> bool:
    """Whether a passage elsewhere is likely to share the statement of one."""
    return any(
        ground.case.evidence.compare(ground.column, i, column, j).odds >= _ODDS
        for (column, j), shared in _shared(ground, ground.stems[i]).items()
        if len(shared) >= _COMMON
    )


def quotation_retold(ground: Ground, quotation: Quotation) -> bool:
    """Whether passages elsewhere tell a third of what is quoted, in any words."""
    speaker = _speaker(ground, ground.column, quotation.inner)
    whole = told = 0.0
    for i, stems in _said(ground, quotation):
        own = frozenset(filter(ground.of_its_own, stems))
        said = _Said(i, own, _weight(stems), _weight(own) or 1.0, speaker)
        whole += said.weight
        shared = _shared(ground, stems).items()
        if any(_retells(ground, said, place, common) for place, common in shared):
            told += said.weight
    return told > 0 and told >= _PART * whole


def requoted(ground: Ground, span: Span) -> bool:
    """Whether a sentence of what is quoted in a span stands elsewhere, or all but a word of it."""
    return any(
        len(words) >= _SENTENCE
        and any(map(counts, words))
        and ground.elsewhere.has_in_order([token.word for token in words])
        for words in _quoted_sentences(ground, span)
    )


def _quoted_sentences(ground: Ground, span: Span) -> Iterator[list[Token]]:
    document = ground.document
    quoted = [
        piece
        for quotation in ground.case.quotations[ground.column]
        for piece in quotation.pieces
        if piece.overlaps(span)
    ]
    at = document.passage_at(span.start) if quoted else None
    while at is not None and at < len(document.passages):
        if not document.passages[at].span.overlaps(span):
            return
        for piece in quoted:
            yield [token for token in document.tokens[at] if token.span in piece]
        at += 1


class _Said(NamedTuple):
    """What is quoted of one passage."""

    passage: int
    own: frozenset[str]
    """The stems that are not what all the articles are about."""
    weight: float
    own_weight: float
    speaker: Name | None


def _retells(ground: Ground, said: _Said, place: tuple[int, int], shared: Sequence[str]) -> bool:
    own = [stem for stem in shared if stem in said.own]
    of_own = _weight(own) / said.own_weight
    if of_own < _OWN_SHARE and _weight(shared) < _SHARE * said.weight:
        return False
    column, j = place
    odds = ground.case.evidence.compare(ground.column, said.passage, column, j).odds
    if odds >= _SURE:
        return True
    nearly = odds >= _NEARLY_SURE and len(own) >= _WORDS and of_own >= _OWN_SHARE
    if not nearly and (len(own) < _SAID_WORDS or of_own < _SAID_SHARE):
        return False
    other = _speaker(ground, column, ground.case.documents[column].passages[j].span)
    return _one_person(said.speaker, other) if said.speaker and other else nearly


def _weight(stems: Iterable[str]) -> float:
    return fsum(map(idf, stems))


def _said(ground: Ground, quotation: Quotation) -> Iterator[tuple[int, frozenset[str]]]:
    """Each passage that the quotation touches, with its quoted stems."""
    document = ground.document
    for i, passage in enumerate(document.passages):
        pieces = [piece for piece in quotation.pieces if piece.overlaps(passage.span)]
        if pieces and i not in ground.apart:
            quoted = (
                token.stem
                for token in document.tokens[i]
                if counts(token) and any(token.span in piece for piece in pieces)
            )
            yield i, frozenset(quoted)


def _shared(ground: Ground, stems: frozenset[str]) -> Mapping[tuple[int, int], Sequence[str]]:
    """By column and number the passages elsewhere, not set apart, with those of the stems there."""
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for stem in stems:
        for place in ground.places(stem):
            found[place].append(stem)
    apart = ground.case.apart
    return {(column, j): shared for (column, j), shared in found.items() if j not in apart[column]}


def _speaker(ground: Ground, column: int, words: Span) -> Name | None:
    """The one person whose words stand there."""
    return ground.case.voices[column].person(words)


def _one_person(one: Name, other: Name) -> bool:
    """Whether two names end alike, and begin alike where both have a first name."""
    a, b = fold(one.full).split(), fold(other.full).split()
    return a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0] == b[0])
