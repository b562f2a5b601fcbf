"""Two-word topics that the other articles keep coming back to and one never says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reader.alignment.similarity import counts, is_number
from reader.framing.missing.columns import Columns
from reader.model import Finding, Span
from reader.text.rarity import rare
from reader.text.tokens import Token

# Single words are never shown: two of eighteen were worth knowing. Where the article has one of
# the two words it may mean the same in another way, so that more must speak for it.
_SENTENCES = 3
_HALF_SENTENCES = 5
_MOST = 2
_WEIGHT = 0.25
_RARE = 0.03  # the word that is never said is this rare in news
REASON = "the words stand in the text or headline in no form"
HALF_REASON = "one of the two words stands in the text or headline in no form"

Key = tuple[str, str]


def topics(columns: Columns) -> Iterator[Finding]:
    """Up to two topics, those in most sentences of the others first."""
    places = [_pairs(columns, column) for column in range(len(columns.case.documents))]
    keys = dict.fromkeys(key for found in places for key in found)
    found = []
    for key in keys:
        said = tuple(tuple(column.get(key, ())) for column in places)
        if sum(map(len, said)) < _SENTENCES:
            continue
        sentences = columns.sentences(said)
        unsaid = _unsaid(columns, key, said)
        if sentences >= (_SENTENCES if unsaid == 2 else _HALF_SENTENCES) and unsaid:
            found.append((-sentences, key, unsaid, said))
    taken: set[str] = set()
    for _, key, unsaid, said in sorted(found):
        if len(taken) < 2 * _MOST and taken.isdisjoint(key):
            taken.update(key)
            reason = REASON if unsaid == len(key) else HALF_REASON
            yield columns.finding("topic", said, weight=_WEIGHT, reason=reason)


def _unsaid(columns: Columns, key: Key, said: tuple[tuple[Span, ...], ...]) -> int:
    """How many of the two words the other articles have in no form; 0 unless one is rare."""
    missing = columns.missing(said)
    unsaid = [
        word
        for word in key
        if missing and not any(columns.vocabularies[at].has_topic(word) for at in missing)
    ]
    return len(unsaid) if any(rare(word, _RARE) for word in unsaid) else 0


def _pairs(columns: Columns, column: int) -> dict[Key, list[Span]]:
    """Neighbouring words, neither names nor numbers, with their places."""
    found: dict[Key, list[Span]] = defaultdict(list)
    if column in columns.aside:
        return found
    document, apart = columns.case.documents[column], columns.case.apart[column]
    text = document.text
    for at, words in enumerate(document.tokens):
        if at in apart:
            continue
        for one, two in pairwise(words):
            if text[one.span.end : two.span.start] == " " and _plain(text, one, two):
                found[one.stem, two.stem].append(Span(one.span.start, two.span.end))
    return found


def _plain(text: str, *pair: Token) -> bool:
    """Whether both are small words that count, the second no adverb."""
    return not pair[-1].word.endswith("ly") and all(
        counts(token) and not is_number(token.stem) and token.span.of(text).islower()
        for token in pair
    )
