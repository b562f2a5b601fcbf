"""Rare words of a headline that no other article has in any form."""

from __future__ import annotations

from collections.abc import Sequence

from reader.alignment.similarity import counts, is_number
from reader.framing.elsewhere import Elsewhere
from reader.framing.lens import Case
from reader.text.rarity import rare
from reader.text.tokens import Token, tokens

# One such word is chance; of headlines with two 15 of 22 were worth knowing, nearly all strong.
TOGETHER = 2
_RARE = 0.02
_SHORTEST = 4  # letters; shorter ones are mostly names and abbreviations


def own_words(case: Case) -> tuple[tuple[Token, ...], ...]:
    """For each headline its rare words that are no names and stand in no other article.

    Empty for a headline with fewer than two of them; the places count in the title.
    """
    known = case.vocabularies
    found: list[tuple[Token, ...]] = []
    for column in range(len(case.documents)):
        own = _own(case, column, Elsewhere((*known[:column], *known[column + 1 :])))
        found.append(own if len({token.stem for token in own}) >= TOGETHER else ())
    return tuple(found)


def _own(case: Case, column: int, elsewhere: Elsewhere) -> tuple[Token, ...]:
    document = case.documents[column]
    named = {
        token.word
        for name in case.names[column]
        for span in name.mentions
        for token in tokens(document.text, span.start, span.end)
    }
    return tuple(
        token
        for token in _content(document.article.title or "")
        if token.word not in named and not elsewhere.has_topic(token.stem)
    )


def _content(title: str) -> Sequence[Token]:
    return [
        token
        for token in tokens(title)
        if len(token.word) >= _SHORTEST
        and counts(token)
        and not is_number(token.stem)
        and rare(token.stem, _RARE)
    ]
