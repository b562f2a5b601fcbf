"""Where the words beside a cue take it back: `no one should`, `the idea that they should`."""

from __future__ import annotations

from collections.abc import Sequence

from reader.framing.finite import HELPING
from reader.text.people import is_person_noun
from reader.text.tokens import Token

_REACH = 14  # words
_DENIES = frozenset(
    "no not never nobody nothing none nor neither cannot without hardly scarcely impossible "
    "whether unless unclear dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt "
    "havent hasnt hadnt shouldnt".split()
)
# `declined to call for it`; farther on it is something else that was declined.
_REFUSES = frozenset(
    "refused refuses refusing refusal declined declines declining avoided avoids avoiding "
    "reluctant reluctance hesitant hesitated unwilling".split()
)
_REFUSED_WITHIN = 4
# `the idea that they should` is held at a distance; `the belief that` is somebody's.
_DISTANT = frozenset("idea ideas notion suggestion premise myth pretence pretense".split())
# `questioned a ruling that they should`: another's demand, and not that of who is named.
_OPPOSED = frozenset(
    "dissented dissents dissenting questioned questions questioning rejected rejects rejecting "
    "disputed disputes disputing opposed opposes opposing".split()
)
# `more hours than they should` compares with what is proper.
_COMPARED = frozenset("he she it they we you i anyone anybody people".split())
_STEPS_BACK = {
    ("back", "away"), ("backed", "away"), ("backs", "away"), ("backing", "away"),
    ("short", "of"), ("instead", "of"), ("rather", "than"),
}  # fmt: skip
# They leave what they deny standing: `not only called for it`, `there is no doubt that`.
_STRENGTHENED = frozenset("only just doubt question longer matter fault".split())
_TURNS = frozenset("but while because although though so when after before since".split())
_ENDS = frozenset(',;:—–“”"()')
_PARTS = frozenset(",;:()")
# `could not definitively say that it caused harm`
_PROVES = frozenset("prove say conclude show claim argue demonstrate establish suggest".split())
_PROVED_WITHIN = 3
_MIGHT = frozenset("could would might may should".split())

# Behind the noun `demands` stand no words that are asked for, but after `for` and `that`.
_BEHIND_NOUN = frozenset(
    "and or of from by on in to at as with were are have had will would who which but "
    "including".split()
)
_BEFORE_NOUN = frozenset(
    "the a an these those his her its their our my your such no some many any more new of with to "
    "by on in from several other two three".split()
)
_NAMES_DEMAND = frozenset({"for", "that"})


# `what caused it` and `whoever is to blame` ask; `who caused it` may tell of whom it says so.
_ASKING = frozenset("what whatever whoever whichever without".split())
_ASKED = frozenset("question questions query queries inquiry inquiries".split())
_REPLIED_WITHIN, _QUESTION_WITHIN, _WOULD_WITHIN = 6, 6, 10
_SAYS = frozenset(
    "said says say saying told tells telling wrote writes writing tweeted tweets tweeting posted "
    "replied quipped asked spoke speaking testified".split()
)
_DOES = frozenset("is are was were be been being came come comes made took take takes".split())
# `a special thanks to the crew` thanks; `thanks to the crew, all are safe` says why.
_THANKING = frozenset("a special many my our his her their give gave giving say of big".split())
# `those accused of theft` are charged, by whom is not told.
_CHARGED = frozenset("those anyone someone people persons person suspects defendants".split())
# `we must live with it`, `it should be up 20 points`: what is or is to come, and no remedy.
_BEARS = frozenset("live cope reckon endure expect".split())
_STANDS_AT = frozenset("up down ahead behind leading winning".split())
# `should have been about a 3-hour flight` measures.
_LASTING, _MEASURED = (["been"], ["taken"], ["lasted"]), 6
_OPEN_YET = frozenset("remains to be seen".split())
_NONE = frozenset("no nothing none nobody neither".split())
_BROUGHT = (
    "resulted in", "resulting in", "caused", "causing", "has caused", "have caused", "led to",
    "leads to", "leading to", "prompted", "prompting", "triggered", "sparked", "sparking",
)  # fmt: skip
_BEFORE_CLEFT = frozenset("is was be been".split())  # `that is what caused it` tells it


def is_left_open(group: str, entry: str, words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words beside a cue ask, suppose or expect, so that nothing is stated."""
    before = [token.word for token in words[max(0, first - _REPLIED_WITHIN) : first]]
    after = [token.word for token in words[last + 1 : last + 1 + _WOULD_WITHIN]]
    behind = before[-1:]
    if _OPEN_YET.issubset(after):
        return True  # `who is to blame remains to be seen`
    if group == "cause":
        if entry.startswith(_BROUGHT) and not _NONE.isdisjoint(after[:1]):
            return True  # `resulted in no hits`
        if entry == "in response to":
            return _replies(before) or not _ASKED.isdisjoint(after[:_QUESTION_WITHIN])
        if entry == "thanks to" and not _THANKING.isdisjoint(behind):
            return True
        return not _ASKING.isdisjoint(behind) and _BEFORE_CLEFT.isdisjoint(before[-2:-1])
    if group == "blame":
        asked = _ASKING | {"who"} if entry.endswith("to blame") else _ASKING
        charged = entry == "accused … of" and not _CHARGED.isdisjoint(behind)
        return charged or not asked.isdisjoint(behind)
    if group == "judgement" and entry.startswith("should") and after[:1] in _LASTING:
        return any(word[0].isdigit() for word in after[:_MEASURED])
    if group == "judgement":
        return entry.endswith((" for", " to")) and entry.startswith("a ") and "would" in after
    plain = [word for word in after if not word.endswith("ly")]
    return not _BEARS.isdisjoint(plain[:1]) or (
        plain[:1] == ["be"]
        and not _STANDS_AT.isdisjoint(plain[1:2])
        and plain[2:3] not in (["for"], ["to"])
    )


def _replies(before: Sequence[str]) -> bool:
    """Whether somebody says something `in response to` what was said: `wrote on Monday in`."""
    said = max((at for at, word in enumerate(before) if word in _SAYS), default=None)
    if said is None:
        return False
    return not any(word in _DOES or word.endswith("ed") for word in before[said + 1 :])


def is_taken_back(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether the clause before the word `at` denies, doubts or only imagines what it opens."""
    if at > 1 and words[at - 1].word == "have" and words[at - 2].word in _MIGHT:
        return True  # `could have demanded it`
    told = False
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        following = words[back + 1]
        word = words[back].word
        if _ENDS.intersection(text[words[back].span.end : following.span.start]):
            return False
        if word in _TURNS or (word == "and" and following.word != "that"):
            return False
        if word in _DENIES and following.word not in _STRENGTHENED:
            return True
        if word in _REFUSES and at - back <= _REFUSED_WITHIN:
            return True
        if word in _DISTANT and following.word == "that":
            return True
        if (word, following.word) in _STEPS_BACK:
            return True
        if word == "than" and following.word in _COMPARED:
            return True
        told = told or word == "that"
        if told and word in _OPPOSED:
            return True
    return False


def is_unproved(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether the clause before a cause says that nobody can say so, or that there is none.

    Or that somebody doubts it; `it was not the rain that` and `hardly because of rain` deny it.
    """
    if at and words[at - 1].word in _BARELY:
        return True
    if words[at].word.endswith(("ed", "ing")) or words[at].word in ("led", "leads"):
        near = [token.word for token in words[max(0, at - 2) : at]]
        if not {"only", "just"} & set(near) and {"not", "never"} & set(near):
            return True  # `has not previously triggered it`
    clefted = at > 0 and words[at - 1].word in _CLEFT
    held = False
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        gap = text[words[back].span.end : words[back + 1].span.start]
        if words[back].word in _TURNS or _PARTS.intersection(gap):
            return False
        if words[back].word in _SUPPOSES and (back == 0 or words[back - 1].word == "unclear"):
            return True  # `If the dam fails because of the rain`
        held = held or words[back].word in HELPING or words[back].word == "that"
        if words[back].word in _DOUBTS and held:
            return back == 0 or words[back - 1].word not in _UNDOUBTED
        if words[back].word in _DENIES - {"nothing"}:
            following = {token.word for token in words[back + 1 : back + 1 + _PROVED_WITHIN]}
            before = {token.word for token in words[max(0, back - 2) : back]}
            if clefted and (words[back].word in _ISNT or _WAS & before):
                return not _STRENGTHENED & following
            return not _PROVES.isdisjoint(following) or "there" in before
    return False


_SUPPOSES = frozenset("if unless whether".split())
_BARELY = frozenset("hardly scarcely barely nor".split())
_CLEFT = frozenset("that who which".split())
_WAS, _ISNT = frozenset(("is", "was")), frozenset(("isnt", "wasnt"))
# `doubt the flood was caused by rain`
_DOUBTS = frozenset(
    "doubt doubts doubted doubting deny denies denied denying dispute disputes disputed".split()
)
_UNDOUBTED = frozenset("no not never little without cannot in any the a".split())


def is_forecast(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether `should` foresees what a thing brings: `the deal should create jobs`.

    Of a person it may ask for it. `she should just say so` asks for nothing either.
    """
    after = [token.word for token in words[at + 1 : at + 4]]
    if ["say", "so"] in (after[:2], after[1:3]):
        return True
    plain = [word for word in after if not word.endswith("ly") and word not in ("also", "then")]
    if _BRINGS.isdisjoint(plain[:1]):
        return False
    if at == 0 or text[words[at - 1].span.end : words[at].span.start].strip():
        return True
    last = words[at - 1]
    named = text[last.span.start].isupper()
    return not (named or last.word in _PERSONS or is_person_noun(last.word))


_BRINGS = frozenset(
    "create bring lead boost ease lift yield produce generate spark trigger prompt cause result "
    "fuel".split()
)
_PERSONS = frozenset(
    "he she they we you i who people government council party company congress nobody".split()
)


def is_noun(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether `demands` names demands without what is demanded: `demands and threats`."""
    if at + 1 == len(words) or text[words[at].span.end : words[at + 1].span.start].strip():
        return True
    following = words[at + 1].word
    if following in _BEHIND_NOUN or following.endswith("ed"):
        return True
    last = words[at - 1] if at else None
    named = last is not None and (last.word in _BEFORE_NOUN or _possessive(text, last))
    return named and following not in _NAMES_DEMAND


def _possessive(text: str, token: Token) -> bool:
    """`Trump's`, whose end is a part of the word, or `mayors'`, whose mark is not."""
    return token.span.of(text).endswith(("'s", "’s")) or text[token.span.end] in "'’"
