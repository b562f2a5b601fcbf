"""Where the clause ends that a cue opens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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
    "so yet or because theyre hes shes thats theres youre ive weve theyve including adding saying "
    "after before when where".split()
)


_WHOSE = frozenset(("which", "whom"))
_BEFORE_WHOM = frozenset("of in for with by from to on".split())
_PHRASE, _BACK = 4, 6
_TELLING = frozenset("noting arguing claiming insisting warning suggesting charging citing".split())
_RELATIVE = frozenset("who which that whom".split())
_FINITE = frozenset(
    "is are was were has have had will would can could may might should did does do".split()
)
_MAIN = _FINITE | {"this", "these", "those"}
_OPENERS = frozenset(
    "asked pressed if when while because since although though with without given despite unless "
    "until after before released accused blamed faced".split()
)
_OBJECTS = frozenset("it that the a an him her them this these those its his their".split())


def clause(text: str, words: Sequence[Token], first: int, last: int, limit: int) -> Span:
    """From the word `first` to the end of the clause behind the word `last`, without its stop.

    `words` are those of one sentence; nothing at or behind the character offset `limit` is taken.
    A quotation that begins inside is taken to its end and ends the clause.
    """
    opens = first == 0 or _fronted(text, words, first)
    relative = any(token.word in _RELATIVE for token in words[max(0, first - _BACK) : first])
    end = last
    inside = aside = False
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
        if "," in between:
            if at - 1 == last:
                aside = True  # `because, in his view, it was late`
            elif aside:
                aside = False
            elif (relative and words[at].word in _MAIN) or (
                at - first >= _LEAST and (_turns(words, at) or (opens and _begins(text, words, at)))
            ):
                break
        if words[first].word.endswith("ing") and _goes_on(words, at):
            break
        end = at
    stop = words[end].span.end
    return Span(words[first].span.start, stop + (_closing(text, stop) if inside else 0))


def _fronted(text: str, words: Sequence[Token], first: int) -> bool:
    """Whether a word stands in front of the subject: `Asked if it sank because of fog, he`."""
    opener = words[0].word
    if opener not in _OPENERS and not opener.endswith("ing"):
        return False
    return "," not in text[words[0].span.end : words[first].span.start]


def _begins(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a subject stands behind a comma; behind `Raising taxes hurts the old,` a list may."""
    if not words[0].word.endswith("ing"):
        return True
    return text[words[at].span.start].isupper() or words[at].word in _OBJECTS | _OTHER


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether the subject of the sentence does something more: `and declared it`."""
    following = [token.word for token in words[at : at + 3]]
    return (
        len(following) > 2
        and following[0] == "and"
        and following[1].endswith("ed")
        and following[2] in _OBJECTS
    )


def _closing(text: str, stop: int) -> int:
    """How many characters behind a quotation close it, with the stop that stands inside it."""
    if text[stop : stop + 1] in _MARKS:
        return 1
    return 2 if text[stop : stop + 1] in _STOPS and text[stop + 1 : stop + 2] in _MARKS else 0


def _turns(words: Sequence[Token], at: int) -> bool:
    """Whether what follows a comma is another clause or says who said it."""
    following = [token.word for token in words[at : at + 3]]
    if following[0] in _OTHER or any(word in SPEECH for word in following):
        return True
    # `..., the words of which explain it`, `..., noting that it was late`
    that = following[1:2] == ["that"] and following[0].endswith("ing")
    told = that or following[0] in _TELLING
    near = [token.word for token in words[at : at + _PHRASE]]
    return told or any(b in _WHOSE and a in _BEFORE_WHOM for a, b in pairwise(near))
