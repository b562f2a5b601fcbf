"""What a number counts: the noun after it, found without a grammar."""

from __future__ import annotations

import re

from reader.model import Span
from reader.text.number_words import NOT_PLURAL, PLURALS, STANDING
from reader.text.stopwords import STOP
from reader.text.tokens import fold, stem

# How many words may stand between a number and its noun: "600 well paid AI jobs".
_REACH = 5
_NEXT = re.compile(
    r"(?:\s+(?:(?:[A-Z]\.){2,4}\s+)?|-)(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)(?P<hyphen>-)?"
)
_OF = re.compile(r"\s+of(?:\s+(?:the|its|their|his|her|all|our|these|those|such))*(?=\s)")
_SKIPPED = frozenset("more other additional new further extra different fewer".split())


def counted(text: str, end: int, *, single: bool = False) -> tuple[str | None, Span | None]:
    """The stem of the noun that the number ending at `end` counts, and the words up to it.

    It is the first plural, or a word such as "dead", in the run of plain words after the number;
    without one, the last word of the run. After `one` (single) it is the first word.
    """
    of = _OF.match(text, end)
    at = of.end() if of else end
    last: re.Match[str] | None = None
    for _ in range(_REACH):
        match = _NEXT.match(text, at)
        if match is None:
            break
        word = fold(match["word"])
        if word in _SKIPPED:
            at = match.end("word")
            continue
        if word in STOP:
            break
        last = match
        at = match.end("word")
        if not match["hyphen"] and (single or word in STANDING or plural(word)):
            break
    if last is None:
        return None, None
    return stem(fold(last["word"])), Span(end, last.end("word"))


def plural(word: str) -> bool:
    """Whether a folded word looks like a plural noun."""
    if word in PLURALS:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in NOT_PLURAL
    )
