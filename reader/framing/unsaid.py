"""Reporting verbs by which nobody reports a thing: a motion denied, an opinion written, a denial
that was not made, or one that is only thought of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reader.text.tokens import Token

# What is denied is refused, what is written is a work, what is claimed is won.
_OBJECTS: Mapping[str, frozenset[str]] = {
    "deny": frozenset(
        "motion motions request requests bid bids petition petitions appeal appeals hearing "
        "hearings application applications permit permits admission asylum benefits bond clemency "
        "control coverage injunction promotion service stay tenure waiver waivers visa visas entry "
        "bail access parole right rights".split()
    ),
    "write": frozenset(
        "opinion opinions dissent dissents ruling book books novel novels memoir memoirs song "
        "songs script scripts law laws bill bills legislation code check checks play plays".split()
    ),
    "tell": frozenset("story tale".split()),
    "concede": frozenset("ground territory goal goals seat seats".split()),
    "claim": frozenset(
        "nomination nominations seat seats territory gold medal medals life lives title titles "
        "crown victory victories responsibility credit allegiance vote votes support district "
        "districts".split()
    ),
    "maintain": frozenset(
        "majority majorities control power order ties relations presence".split()
    ),
    "assert": frozenset("independence authority control dominance".split()),
    "argue": frozenset("case cases motion motions appeal appeals".split()),
    "confirm": frozenset("nominee nominees nomination nominations appointment justices".split()),
    "contend": frozenset(("with",)),
    "promise": frozenset("allegiance success".split()),
    "plead": frozenset("guilty not".split()),
    "slam": frozenset("into onto shut through ashore against".split()),
    "boast": frozenset("a an more over nearly".split()),
}
_VERBS = {form: verb for verb, forms in {
    "deny": "deny denies denied denying", "write": "wrote writes written writing",
    "tell": "tell tells told telling", "plead": "pleaded pleading",
    "concede": "concede concedes conceded conceding", "claim": "claim claims claimed claiming",
    "argue": "argue argues argued arguing", "confirm": "confirm confirms confirmed confirming",
    "contend": "contend contends contended contending",
    "promise": "promise promises promised promising pledge pledges pledged pledging",
    "slam": "slam slams slammed slamming blast blasts blasted blasting",
    "boast": "boast boasts boasted boasting",
    "maintain": "maintain maintains maintained maintaining",
    "assert": "assert asserts asserted asserting",
}.items() for form in forms.split()}  # fmt: skip
# `claimed the seat was stolen`: what stands behind the verb is no object.
_FINITE = frozenset("is are was were has had have will would can could did does should".split())
_REACH = 6  # words between the verb and its object: `the Department of Justice's request`
_OWN_CLAUSE = frozenset("that in about of to he she they it".split())

_NOT = frozenset(
    "not never refused refuses refuse refusing refusal reluctance declined declines decline "
    "declining failed fails unable without didnt doesnt dont wont wouldnt couldnt cant cannot "
    "isnt wasnt hasnt havent hadnt nothing".split()
)
_WRITER = frozenset("i we id wed ive weve".split())
_THOUGHT = frozenset("would could might may should can must if".split())
# `too eager to accuse`, `asked him to pledge`: it is told of no one that they did.
_WISHED = frozenset(
    "ask asks asked asking want wants wanted help helps helping pressure pressured order ordered "
    "force forced chance chances opportunity eager ready unable able nothing trying impossible "
    "hard difficult".split()
)
_ASKING = frozenset("did do does will would could can should is are".split())
_OTHER_CLAUSE = frozenset("but who which that because as while when".split())
_BACK = 5  # words between a negation and its verb: `did not name Lee or harshly criticize him`
_AS = frozenset("as if than unless".split())
_PAST = frozenset("said told wrote swore".split())
# `Over alleged harassment`: it stands for a noun's adjective, not for what somebody alleged.
_BEFORE_NOUN = frozenset(
    "of for over about with in his her the an their its against to from by after any into on amid "
    "despite during between involving regarding without".split()
)
_BE = frozenset("is are was were be been being".split())


def unsaid(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a verb surely reports nothing, though it is one of reporting."""
    word = words[at].word
    before = list(_before(text, words, at))
    near = words[at - 1].word if at else ""
    if _has_object(text, words, at) or not _WRITER.isdisjoint(before[:2]):
        return True
    if word.endswith("ed") and near in _AS:
        return next(_behind(text, words, at), "") not in _OWN_CLAUSE
    if word == "alleged" and (near in _BEFORE_NOUN or near.endswith(("ed", "ing"))):
        return True
    if "to" in before[:2] and word == "blame":
        return not _BE.isdisjoint(before)
    if "to" in before[:2] and word == "confirm":
        return next(_behind(text, words, at), "that") not in {"that", "whether", "if"}
    reach = len(before) if _is_base(word) else 1
    return not _NOT.isdisjoint(before[:reach])


def _has_object(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether what stands behind a verb is refused, written or won, and not said."""
    objects = _OBJECTS.get(_VERBS.get(words[at].word, ""), frozenset())
    behind = [*_behind(text, words, at), ""] if objects else []
    for other, then in pairwise(behind):
        if other in objects:
            return then not in _FINITE
        if other in _OWN_CLAUSE and other != "of":
            break
    return False


def supposed(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether somebody only may, might or should report: in a question, a condition, a wish."""
    before = list(_before(text, words, at))
    if "whether" in before:
        return True
    if not _is_base(words[at].word):
        return False
    asked = len(before) == at and at > 0 and words[0].word in _ASKING
    wished = "to" in before[:2] and not _WISHED.isdisjoint(before)
    return asked or wished or not _THOUGHT.isdisjoint(before)


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
