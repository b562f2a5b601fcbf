"""Reporting verbs by which nobody reports a thing: a motion denied, an opinion written, a denial
that was not made, or one that is only thought of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.text.tokens import Token

# What is denied is refused, and what is written is a work, not told.
_OBJECTS: Mapping[str, frozenset[str]] = {
    "deny": frozenset(
        "motion motions request requests bid bids petition petitions appeal appeals hearing "
        "hearings application applications permit permits admission asylum benefits bond clemency "
        "control coverage injunction promotion service stay tenure waiver waivers".split()
    ),
    "write": frozenset(
        "opinion opinions dissent dissents ruling book books novel novels memoir memoirs song "
        "songs script scripts law laws bill bills legislation code check checks play plays".split()
    ),
    "concede": frozenset("ground territory goal goals seat seats".split()),
    "claim": frozenset("nomination nominations seat seats territory gold medal medals".split()),
    "argue": frozenset("case cases motion motions appeal appeals".split()),
    "confirm": frozenset("nominee nominees nomination nominations appointment justices".split()),
    "contend": frozenset(("with",)),
}
_VERBS = {form: verb for verb, forms in {
    "deny": "deny denies denied denying", "write": "wrote writes written writing",
    "concede": "concede concedes conceded conceding", "claim": "claim claims claimed claiming",
    "argue": "argue argues argued arguing", "confirm": "confirm confirms confirmed confirming",
    "contend": "contend contends contended contending",
}.items() for form in forms.split()}  # fmt: skip
_REACH = 6  # words between the verb and its object: `the Department of Justice's request`
_OWN_CLAUSE = frozenset("that in about of to he she they it".split())

_NOT = frozenset(
    "not never refused refuses refuse refusing declined declines decline declining failed fails "
    "unable without didnt doesnt dont wont wouldnt couldnt cant cannot isnt wasnt hasnt havent "
    "hadnt".split()
)
_THOUGHT = frozenset("would could might may should can must if".split())
_ASKING = frozenset("did do does will would could can should is are".split())
_OTHER_CLAUSE = frozenset("but who which that because as while when".split())
_BACK = 5  # words between a negation and its verb: `did not name Lee or harshly criticize him`
_AS = frozenset("as if than unless".split())
_PAST = frozenset("said told wrote swore".split())
# `Over alleged harassment`: it stands for a noun's adjective, not for what somebody alleged.
_BEFORE_NOUN = frozenset(
    "of for over about with in his her the an their its against to from by after any".split()
)


def unsaid(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a verb surely reports nothing, though it is one of reporting."""
    word = words[at].word
    objects = _OBJECTS.get(_VERBS.get(word, ""), frozenset())
    for other in _behind(text, words, at):
        if other in objects:
            return True
        if other in _OWN_CLAUSE and other != "of":
            break
    before = list(_before(text, words, at))
    if before and before[0] in {"i", "we"}:
        return True  # the writer's own
    near = words[at - 1].word if at else ""
    if word.endswith("ed") and near in _AS:
        return next(_behind(text, words, at), "") not in _OWN_CLAUSE
    if word == "alleged" and near in _BEFORE_NOUN:
        return True
    reach = len(before) if _is_base(word) else 1
    return not _NOT.isdisjoint(before[:reach])


def supposed(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether somebody only may, might or should report: in a question, a condition, a wish."""
    if not _is_base(words[at].word):
        return False
    before = list(_before(text, words, at))
    asked = len(before) == at and at > 0 and words[0].word in _ASKING
    return asked or not _THOUGHT.isdisjoint(before)


def _is_base(word: str) -> bool:
    return not word.endswith(("ed", "ing", "s")) and word not in _PAST


def _before(text: str, words: Sequence[Token], at: int) -> Iterator[str]:
    """The words in front, the nearest first, as far as nothing but blanks stands between."""
    for place in range(at - 1, max(-1, at - 1 - _BACK), -1):
        between = text[words[place].span.end : words[place + 1].span.start]
        if between.strip() or words[place].word in _OTHER_CLAUSE:
            return
        yield words[place].word


def _behind(text: str, words: Sequence[Token], at: int) -> Iterator[str]:
    """The words behind, as far as nothing but blanks stands between."""
    for place in range(at + 1, min(len(words), at + 1 + _REACH)):
        if text[words[place - 1].span.end : words[place].span.start].strip(" \n’'s"):
            return
        yield words[place].word.removesuffix("'s").removesuffix("’s")
