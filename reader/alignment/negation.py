"""Which words of a passage stand behind a negation: what it says of them is that it is not so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.alignment.similarity import says_something
from reader.text.tokens import Token

_NEGATIONS = frozenset(
    "not no never without neither nor dont doesnt didnt isnt arent wasnt werent wont wouldnt cant "
    "cannot couldnt shouldnt hasnt havent hadnt deny denied denies denying denial".split()
)
# "not only", "not the only one", "no doubt" deny nothing.
_DENIES_NOTHING = frozenset("only just merely doubt matter".split())
_CLAUSE_ENDS = frozenset(',;:()—–“”"')
# Words that say something, and all words, behind a negation: "has denied that there was any fraud".
_SAYING = 2
_REACH = 7


def negated(text: str, words: Sequence[Token]) -> frozenset[int]:
    """Places of the first two words that say something behind each negation of a clause."""
    return frozenset(
        place
        for at, token in enumerate(words)
        if token.word in _NEGATIONS
        and not any(word.word in _DENIES_NOTHING for word in words[at + 1 : at + 3])
        for place in _behind(text, words, at)
    )


def _behind(text: str, words: Sequence[Token], at: int) -> Iterator[int]:
    left = _SAYING
    for place in range(at + 1, min(len(words), at + 1 + _REACH)):
        if _CLAUSE_ENDS & set(text[words[place - 1].span.end : words[place].span.start]):
            return
        if says_something(words[place].word):
            yield place
            left -= 1
            if not left:
                return
