"""Words and two-word phrases that only one article keeps coming back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reader.framing.alone.ground import Ground
from reader.model import Finding, Span
from reader.text.rarity import rare
from reader.text.tokens import Token

# Half of the rare words in four sentences were worth knowing, and more of the phrases: a panel.
_SENTENCES = 4
_PHRASE_SENTENCES = 3
_MOST = 2
_WEIGHT = 0.2
_PHRASE = 0.05
# Stems that more than one in a hundred news articles has are no topic.
_RARE = 0.01
REASON = "the words stand in no form in the others"

Key = tuple[str, ...]


def topics(ground: Ground) -> Iterator[Finding]:
    """Up to two topics, phrases first; names are none."""
    places: defaultdict[Key, dict[int, tuple[Token, Token]]] = defaultdict(dict)
    for i, words in enumerate(ground.case.vectors.plain[ground.column]):
        if i not in ground.apart:
            for key, one, two in _terms(ground, words):
                places[key].setdefault(i, (one, two))
    kept = {
        key: [(i, Span(one.span.start, two.span.end)) for i, (one, two) in held.items()]
        for key, held in places.items()
        if _earns(ground, key, len(held))
    }
    inside = {word for key in kept if len(key) == 2 for word in key}
    ranked = sorted(kept.items(), key=lambda item: (-len(item[0]), -len(item[1]), item[0]))
    singles = [(key, held) for key, held in ranked if len(key) == 2 or key[0] not in inside]
    for key, held in singles[:_MOST]:
        value = held[0][1]
        yield ground.finding(
            "topic",
            value,
            weight=_WEIGHT + (_PHRASE if len(key) == 2 else 0.0),
            reason=REASON,
            subject=value,
            summary=f"{value.of(ground.document.text)}: in {len(held)} sentences",
            evidence=[ground.document.passages[i].span for i, _ in held[:_PHRASE_SENTENCES]],
            measure=float(len(held)),
        )


def _terms(ground: Ground, words: tuple[Token | None, ...]) -> Iterator[tuple[Key, Token, Token]]:
    """Single words and pairs of neighbours, each with its first and last word."""
    text = ground.document.text
    for token in words:
        if token:
            yield (token.stem,), token, token
    for one, two in pairwise(words):
        if one and two and text[one.span.end : two.span.start] in (" ", "-"):
            yield (one.stem, two.stem), one, two


def _earns(ground: Ground, key: Key, sentences: int) -> bool:
    if sentences < (_SENTENCES if len(key) == 1 else _PHRASE_SENTENCES):
        return False
    if not any(rare(word, _RARE) for word in key):
        return False
    return not all(ground.elsewhere.has_topic(word) for word in key)
