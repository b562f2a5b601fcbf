"""Words of a label that judge or colour, beyond the post that somebody holds."""

from __future__ import annotations

from functools import cache

from reader.framing.word_lists import entries
from reader.text.stopwords import STOP
from reader.text.tokens import stem, tokens

# Lists of evaluative words of which single words count; those that only strengthen do not.
_EVALUATIVE = ("loaded-alarm", "loaded-blame", "loaded-dismissal", "loaded-praise")
_STRONGER = frozenset("arch multi super ultra".split())


def epithets(label: str) -> frozenset[frozenset[str]]:
    """The colouring words of a label, each as the stems of its parts; none of a plain label."""
    return frozenset(
        frozenset(stem(part) for part in token.word.split("-") if part not in STOP)
        for token in tokens(label)
        if is_epithet(token.word)
    )


def is_epithet(word: str) -> bool:
    """Whether a folded word judges or colours, wherever it stands in a label."""
    whole, endings = _known()
    if word in whole:
        return True
    first, _, last = word.rpartition("-")
    return f"-{last}" in endings if first not in _STRONGER else last in whole


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Whole words, and the ends of compounds with their hyphens."""
    own = entries("epithets")
    evaluative = (entry for name in _EVALUATIVE for entry in entries(name))
    whole = {*own, *evaluative}
    endings = frozenset(entry for entry in whole if entry.startswith("-"))
    return frozenset(whole - endings), endings
