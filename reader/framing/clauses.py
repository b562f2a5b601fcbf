"""Where the clause ends that a cue opens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.framing.finite import SMALL, goes_on, is_finite, is_sure
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
    begin = _begin(text, words, first)
    opens = first == 0 or _fronted(text, words, first) or _leads(words, begin, first)
    main = _open_main(text, words, begin, first, last)
    resumed = _behind_aside(text, words, last)
    relative = any(token.word in _RELATIVE for token in words[max(0, first - _BACK) : first])
    end = last
    inside = aside = False
    for at in range(last + 1, min(len(words), last + _MOST)):
        between = text[words[at - 1].span.end : words[at].span.start]
        if words[at].span.end > limit:
            break
        if at <= resumed:
            end = at
            continue
        if (
            at > last + 1
            and not inside
            and _runs_over(text, words, last, at, main, fronted=first == 0)
        ):
            end = _back_to_comma(text, words, last, end)
            break
        if _MARKS.intersection(between):
            if inside:
                break
            inside = True
        elif any(mark in between for mark in (*";:—–\n()", "--")):
            break
        if "," in between:
            if at - 1 == last:
                if words[last].word not in _SUBJECT_BEHIND and _turns(words, at):
                    break
                aside = True  # `because, in his view, it was late`
            elif main == "aside" or (main == "behind" and is_finite(text, words, at)):
                break
            elif aside:
                aside = False
            elif (relative and words[at].word in _MAIN) or (
                (at - first >= _LEAST or words[last].word not in _SUBJECT_BEHIND)
                and (_turns(words, at) or (opens and _begins(text, words, at)))
            ):
                break
        if _goes_on(words, at, noun=words[last].word not in _SUBJECT_BEHIND):
            break
        end = at
    stop = words[end].span.end
    return Span(words[first].span.start, stop + (_closing(text, stop) if inside else 0))


def _leads(words: Sequence[Token], begin: int, first: int) -> bool:
    """Whether a cause stands in front of its sentence: `and because of fog, boats turned`."""
    said = words[first - 1].word in SPEECH
    return first == begin and not said and words[first].word in _CAUSES


_CAUSES = frozenset("because due thanks owing as in".split())


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


def _goes_on(words: Sequence[Token], at: int, *, noun: bool) -> bool:
    """Whether the subject of the sentence does something more: `and declared it`, `but said`.

    `noun`: behind a cue that has no subject and verb of its own behind it.
    """
    following = [token.word for token in words[at : at + 3]]
    if following[0] not in ("and", "but") or len(following) < 2 or not noun:
        return False
    if following[1] in SPEECH or following[1] in ("saying", "adding"):
        return True
    more = following[1].endswith("ed") and not words[at - 1].word.endswith("ed")
    return more and len(following) > 2 and following[2] in _OBJECTS


# Behind these stand a subject and a verb.
_SUBJECT_BEHIND = frozenset(("because", "that"))
_NOUNS = frozenset("calls calling call demands".split())
_PASSIVE = frozenset("of by on for".split())
_BE = frozenset("is are was were be been being am got gets get stand stands not".split())
_SHIELDS = frozenset(
    "who which that whom whose what how why whether if when where because while as than and or "
    "but although though since after before until unless once".split()
)
_SUBJECTS = frozenset("i he she we they you".split())
_JOINS = frozenset("and but while although though".split())
_ARTICLES = frozenset("the a an his her its their".split())
_ASIDE = 14  # words


def _begin(text: str, words: Sequence[Token], first: int) -> int:
    """Where the clause begins in which a cue stands."""
    begin = 0
    for at in range(first):
        gap = text[words[at].span.end : words[at + 1].span.start]
        joined = words[at].word in _JOINS or words[at].word in SPEECH
        if joined or any(mark in gap for mark in (*_MARKS, *";:—–")):
            begin = at + 1
    return begin


def _back_to_comma(text: str, words: Sequence[Token], last: int, end: int) -> int:
    """The last word before a comma behind which another subject begins: `verified, the envoys`."""
    for at in range(end, last + 1, -1):
        if "," in text[words[at - 1].span.end : words[at].span.start]:
            return at - 1
    return end


def _open_main(text: str, words: Sequence[Token], begin: int, first: int, last: int) -> str:
    """How the cue stands in the subject of a sentence whose verb is still to come; empty if not.

    `aside`: between commas (`The match, delayed because of rain, ended`); `behind`: perhaps so
    (`Shops, shut because of snow, lost`); `within`: without them (`The school that closed because
    of snow reopened`); `perhaps`: no verb is surely in front.
    """
    opener = next((at for at in range(begin, first) if words[at].word in _RELATIVE), None)
    end = first if opener is None else opener
    if opener == begin or any(is_sure(text, words, at) for at in range(begin, end)):
        return ""
    if opener is None:
        own = (
            words[first].word.endswith("ed") and words[last].word in _PASSIVE and last == first + 1
        )
        noun = words[first].word in _NOUNS
        if own:
            opener = first
        elif noun and (first == 0 or words[first - 1].word in SMALL):
            return "within"
        elif first > begin and words[first - 1].word.endswith(("ed", "ing")):
            opener = first - 1
    if opener is None:
        inner = text[words[begin].span.end : words[first].span.start]
        return "" if begin == first else "behind" if "," in inner else "perhaps"
    if opener > begin and words[opener - 1].word in _BE:
        return ""
    front = text[words[opener - 1].span.end : words[opener].span.start] if opener > begin else ""
    return "aside" if "," in front else "within"


def _runs_over(
    text: str, words: Sequence[Token], last: int, at: int, main: str, *, fronted: bool
) -> bool:
    """Whether a word is no more of the clause, but of the sentence around it."""
    inner = [token.word for token in words[last + 1 : at]]
    if inner[-1] in _SUBJECTS:
        return False
    if not _SHIELDS.isdisjoint(inner):
        return False
    if words[last].word in _SUBJECT_BEHIND:
        second = any(is_finite(text, words, place) for place in range(last + 1, at))
        return (
            main in ("aside", "within")
            and second
            and is_sure(text, words, at)
            and not goes_on(words, at)
            and not _own_subject(text, words, last, at)
        )
    if fronted and words[last].word in ("to", "of"):
        # `Due to fog the ferry sailed late`
        before = words[at - 1].word
        noun = before not in SMALL and not before.endswith(("ing", "ed", "ly"))
        return words[at].word in _ARTICLES and noun
    if main in ("aside", "within"):
        return is_finite(text, words, at, among_nouns=True)
    if not main or not is_sure(text, words, at) or goes_on(words, at):
        return False
    return not _own_subject(text, words, last, at)


def _own_subject(text: str, words: Sequence[Token], last: int, at: int) -> bool:
    """Whether the verb may be that of a noun behind the cue: `because of fears he would`."""
    if words[at - 1].word in SMALL or text[words[at - 1].span.start].isupper():
        return True
    return any(
        words[place].word in _ARTICLES and words[place - 1].word not in SMALL
        for place in range(last + 2, at)
    )


def _behind_aside(text: str, words: Sequence[Token], last: int) -> int:
    """Where the verb stands behind an aside: `because Kemp, the mayor, forgot`; 0 for nowhere."""
    if words[last].word not in _SUBJECT_BEHIND:
        return 0
    opened = ""
    for at in range(last + 2, min(len(words), last + 2 + _ASIDE)):
        mark = text[words[at - 1].span.end : words[at].span.start].strip()
        if opened and mark == opened and is_finite(text, words, at):
            return at
        if not opened and mark:
            if mark not in (",", "–", "—", "-", "--"):
                return 0
            opened = mark
        elif (not opened and is_finite(text, words, at)) or mark not in ("", ","):
            return 0
    return 0


def _closing(text: str, stop: int) -> int:
    """How many characters behind a quotation close it, with the stop that stands inside it."""
    if text[stop : stop + 1] in _MARKS:
        return 1
    return 2 if text[stop : stop + 1] in _STOPS and text[stop + 1 : stop + 2] in _MARKS else 0


def _turns(words: Sequence[Token], at: int) -> bool:
    """Whether what follows a comma is another clause or says who said it."""
    following = [token.word for token in words[at : at + 3]]
    before = [token.word for token in words[max(0, at - _MOST) : at]]
    if following[0] == "but" and ("not", "only") in pairwise(before):
        return False
    if following[0] in _OTHER or any(word in SPEECH for word in following):
        return True
    # `..., the words of which explain it`, `..., noting that it was late`
    if (
        following[0].endswith("ing")
        and following[1:2]
        and (following[1] in _ARTICLES or following[1][0].isdigit())
    ):
        return not any(token.word.endswith("ing") for token in words[max(0, at - _PHRASE) : at])
    that = following[1:2] == ["that"] and following[0].endswith("ing")
    told = that or following[0] in _TELLING
    near = [token.word for token in words[at : at + _PHRASE]]
    return told or any(b in _WHOSE and a in _BEFORE_WHOM for a, b in pairwise(near))
