"""What the articles of a comparison are about together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.alignment.similarity import Vectors, is_number, telling_stem
from reader.text.document import Document
from reader.text.rarity import rare
from reader.text.tokens import tokens

OPENING = 3
"""So many sentences, with the headline, hold the shared news of a report."""

# Stems that more than one in eight news articles has hardly tell subjects apart; where the
# openings share no other words, those that one in three has must do.
_RARE = (0.125, 0.35)
_ENOUGH = 2
# One word alone is a subject if hardly another story has it: `nationalist`.
_ALONE = 0.05
# Stems that two articles have are of their subject if this rare in news, or less rare but said
# often.
_SHARED_RARE = 0.02
_SHARED_LESS_RARE = 0.25
_OFTEN = 3


def core(documents: Sequence[Document], *, one_event: bool = False) -> frozenset[str]:
    """The rarer stems in the headline or first three sentences of two documents or more.

    Of reports of one event that need not be more than one word, and not so rare a one.
    """
    seen: Counter[str] = Counter()
    for document in documents:
        seen.update(_opening(document))
    shared = [word for word, count in seen.items() if count > 1 and not is_number(word)]
    for limit in _RARE:
        found = frozenset(word for word in shared if rare(word, limit))
        if len(found) >= _ENOUGH:
            return found
    return found if one_event else frozenset(word for word in shared if rare(word, _ALONE))


def shared_stems(vectors: Vectors) -> tuple[frozenset[str], ...]:
    """Stems that each document and another one have, rare ones or such as both say often."""
    return tuple(
        frozenset(
            word
            for word, count in mine.items()
            if (there := vectors.tally[word] - count)
            and not is_number(word)
            and _of_subject(word, count, there)
        )
        for mine in vectors.tallies
    )


def _of_subject(word: str, here: int, there: int) -> bool:
    return rare(word, _SHARED_RARE) or (
        min(here, there) >= _OFTEN and rare(word, _SHARED_LESS_RARE)
    )


def _opening(document: Document) -> frozenset[str]:
    sentences = [
        words
        for passage, words in zip(document.passages, document.tokens, strict=True)
        if not passage.heading
    ]
    title = tuple(tokens(document.article.title or ""))
    return frozenset(
        told
        for words in (title, *sentences[:OPENING])
        for token in words
        if (told := telling_stem(token.word))
    )
