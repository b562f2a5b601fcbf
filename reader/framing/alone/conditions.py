"""Conditions and prices that only one article gives: what was agreed to, on which terms.

The rest of such a sentence is often the shared news, so that the sentence as a whole is no news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.framing.alone.ground import LESSER, Ground
from reader.framing.clauses import clause
from reader.model import Finding, Span
from reader.text.rarity import idf
from reader.text.stopwords import STOP
from reader.text.tokens import Token

# Of "unless" and "only if", read in 700 events, half were figures of speech: left out.
_CUES = tuple(
    tuple(line.split())
    for line in (
        "on the condition that",
        "on condition that",
        "under the condition that",
        "in exchange for",
        "in return for",
        "provided that",
    )
)
_BEGINNINGS = frozenset(cue[0] for cue in _CUES)
# Fewer words that count say no terms: "in exchange for nothing".
_FEWEST = 2
# Of the weight of the words of the terms one sentence elsewhere may have so much, and one article.
_TOLD, _KNOWN = 0.34, 0.5
_MOST = 2
REASON = "no sentence of the others has the words of these terms"


def conditions(ground: Ground) -> Iterator[Finding]:
    """Up to two, those nearest to the shared subject first."""
    found = [(at, span) for at, span in _terms(ground) if _only_here(ground, at, span)]
    for at, span in sorted(found, key=lambda f: (-ground.touches(f[0]), f[1]))[:_MOST]:
        yield ground.finding(
            "passage",
            span,
            weight=LESSER * min(3, 1 + ground.touches(at)) / 3,
            reason=REASON,
            summary=span.of(ground.document.text),
        )


def _terms(ground: Ground) -> Iterator[tuple[int, Span]]:
    """Each condition with the passage it stands in, from its cue to the end of its clause."""
    text = ground.document.text
    for at, words in enumerate(ground.document.tokens):
        if at in ground.apart:
            continue
        folded = [token.word for token in words]
        for first, word in enumerate(folded):
            if word not in _BEGINNINGS:
                continue
            cue = next((c for c in _CUES if tuple(folded[first : first + len(c)]) == c), None)
            if cue:
                limit = ground.document.passages[at].span.end
                yield at, clause(text, words, first, first + len(cue) - 1, limit)
                break


def _only_here(ground: Ground, at: int, span: Span) -> bool:
    document = ground.document
    held = {t.stem for t in document.tokens[at] if t.span in span} & ground.stems[at]
    weights = {stem: idf(stem) for stem in held}
    if len(weights) < _FEWEST or not ground.near(at):
        return False
    if _begun_elsewhere(ground, [t for t in document.tokens[at] if t.span in span]):
        return False
    total = sum(weights.values())
    if ground.most_shared(weights) > _TOLD * total:
        return False
    return all(
        sum(weight for stem, weight in weights.items() if stem in known.stems) <= _KNOWN * total
        for known in ground.elsewhere.vocabularies
    )


def _begun_elsewhere(ground: Ground, words: Sequence[Token]) -> bool:
    """Whether another article has terms that begin with the same word: `in exchange for her
    silence`, whatever follows.
    """
    folded = tuple(token.word for token in words)
    cue = max((cue for cue in _CUES if folded[: len(cue)] == cue), key=len, default=())
    first = next((token.stem for token in words[len(cue) :] if token.word not in STOP), "")
    return any(
        f" {' '.join(cue)} " in " ".join(token.word for token in passage)
        for column, at in ground.places(first)
        for passage in (ground.case.documents[column].tokens[at],)
    )
