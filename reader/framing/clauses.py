"""Where the clause ends that a cue opens."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Span
from reader.text.attribution import SPEECH
from reader.text.tokens import Token

_MOST = 28  # words; a longer clause has another one inside it
_LEAST = 3
_MARKS = frozenset('“”"«»')
_STOPS = frozenset(".,!?")
# Behind a comma these go on with something else.
_OTHER = frozenset(
    "and but while which who whom whose although though as with according he she they it we i "
    "so yet or because including adding saying after before when where".split()
)


def clause(text: str, words: Sequence[Token], first: int, last: int, limit: int) -> Span:
    """From the word `first` to the end of the clause behind the word `last`, without its stop.

    `words` are those of one sentence; nothing at or behind the character offset `limit` is taken.
    A quotation that begins inside is taken to its end and ends the clause.
    """
    opens = first == 0
    end = last
    inside = False
    for at in range(last + 1, min(len(words), last + _MOST)):
        between = text[words[at - 1].span.end : words[at].span.start]
        if words[at].span.end > limit:
            break
        if _MARKS.intersection(between):
            if inside:
                break
            inside = True
        elif any(mark in between for mark in (*";:—–\n()", "--")):
            break
        if "," in between and at - first >= _LEAST and (opens or _turns(words, at)):
            break
        end = at
    stop = words[end].span.end
    return Span(words[first].span.start, stop + (_closing(text, stop) if inside else 0))


def _closing(text: str, stop: int) -> int:
    """How many characters behind a quotation close it, with the stop that stands inside it."""
    if text[stop : stop + 1] in _MARKS:
        return 1
    return 2 if text[stop : stop + 1] in _STOPS and text[stop + 1 : stop + 2] in _MARKS else 0


def _turns(words: Sequence[Token], at: int) -> bool:
    """Whether what follows a comma is another clause or says who said it."""
    following = [token.word for token in words[at : at + 3]]
    return following[0] in _OTHER or any(word in SPEECH for word in following)
