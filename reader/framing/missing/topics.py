"""Two-word topics that the other articles keep coming back to and one never says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reader.framing.missing.columns import Columns
from reader.model import Finding, Span
from reader.text.rarity import rare
from reader.text.tokens import Token, fold

# Single words are never shown: two of eighteen were worth knowing. Nor are pairs of which the
# article has one word: it mostly means the same (`drug industry`, `pharmaceutical industry`).
_SENTENCES = 3
_MOST = 2
_WEIGHT = 0.25
_RARE = 0.03  # one of the two is this rare in news
REASON = "neither word stands in the text or headline in any form"

Key = tuple[str, str]


def topics(columns: Columns) -> Iterator[Finding]:
    """Up to two topics, those in most sentences of the others first."""
    places = [_pairs(columns, column) for column in range(len(columns.case.documents))]
    keys = dict.fromkeys(key for found in places for key in found)
    found = []
    for key in keys:
        held = [column.get(key, ()) for column in places]
        if sum(map(len, held)) < _SENTENCES:
            continue
        said = tuple(tuple(Span(a.span.start, b.span.end) for a, b in pairs) for pairs in held)
        sentences = columns.sentences(said)
        if sentences >= _SENTENCES and _unsaid(columns, key, said) and _noun(columns, said):
            found.append((-sentences, key, said))
    taken: set[str] = set()
    for _, key, said in sorted(found):
        if len(taken) < 2 * _MOST and taken.isdisjoint(key):
            taken.update(key)
            yield columns.finding("topic", said, weight=_WEIGHT, reason=REASON)


def _unsaid(columns: Columns, key: Key, said: tuple[tuple[Span, ...], ...]) -> bool:
    """Whether articles have neither word in any form, and one of the two is rare."""
    missing = columns.missing(said)
    if not missing or not any(rare(word, _RARE) for word in key):
        return False
    return not any(columns.vocabularies[at].has_topic(word) for at in missing for word in key)


def _noun(columns: Columns, said: tuple[tuple[Span, ...], ...]) -> bool:
    """Whether the first word never changes its form, as verbs do: `roar ashore`, `roars ashore`."""
    forms = {
        fold(span.of(document.text).split()[0])
        for document, spans in zip(columns.case.documents, said, strict=True)
        for span in spans
    }
    return len(forms) == 1


def _pairs(columns: Columns, column: int) -> dict[Key, list[tuple[Token, Token]]]:
    """Neighbouring words, neither names nor numbers, wherever they stand, by their stems."""
    found: dict[Key, list[tuple[Token, Token]]] = defaultdict(list)
    if column in columns.aside:
        return found
    apart, text = columns.case.apart[column], columns.case.documents[column].text
    for at, words in enumerate(columns.case.vectors.plain[column]):
        if at in apart:
            continue
        for one, two in pairwise(words):
            if one and two and _together(text, one, two):
                found[one.stem, two.stem].append((one, two))
    return found


def _together(text: str, one: Token, two: Token) -> bool:
    """Whether a blank parts two words, of which the second is no adverb."""
    return text[one.span.end : two.span.start] == " " and not two.word.endswith("ly")
