"""Which words are verbs of a sentence, as far as their form and their neighbours tell."""

from __future__ import annotations

from collections.abc import Sequence

from reader.text.tokens import Token

HELPING = frozenset(
    "is are was were has had have will would can could may might should must did does do isnt "
    "arent wasnt werent hasnt hadnt havent wont wouldnt cant cannot couldnt shouldnt didnt doesnt "
    "dont".split()
)
"""Forms that are verbs of a sentence wherever they stand."""
PAST = frozenset(
    "began became broke came chose drew drove ate fell flew forgot gave went grew knew ran rose "
    "sang sank saw shook spoke stole swam swore took threw tore wore wrote said".split()
)
"""Past forms that are no participles as well."""
_EITHER = frozenset(
    "won lost left made told got kept held sat stood met paid sold sent spent built caught taught "
    "thought bought felt heard found led".split()
)
_NO_VERBS = frozenset("hundred need indeed speed seed feed breed shed bed weed greed".split())
SMALL = frozenset(
    "a an the this that these those his her its their our my your some no any every each all both "
    "of in on at by for from to with into onto over under after before during about against "
    "through between within without since until upon as and or but nor so if it him them me us "
    "i he she they we you there here again away back down off out up too very much million "
    "billion thousand various not never also last next late early yesterday today".split()
)
"""Words that stand in front of a noun, or behind a verb and its objects."""


_BEFORE_FORM = HELPING | frozenset("be been being having to get gets got not never".split())
_BEFORE_NOUN = frozenset("a an the his her its their our my your this that of in by".split())


def is_sure(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether it is a verb of a sentence by its form; `to do` and `the will` are none."""
    word = words[at].word
    if not (word in HELPING or word in PAST) or not text[words[at].span.start].islower():
        return False
    if at == 0:
        return True
    before = words[at - 1]
    owned = before.word in _BEFORE_NOUN or _owner(text, before)
    if word in ("will", "might", "can", "must") and owned:
        return False
    return not (word in ("do", "have") and before.word in ("to", "not"))


def _owner(text: str, word: Token) -> bool:
    return word.span.of(text).endswith(("'s", "’s")) or text[word.span.end] in "'’"


def is_finite(text: str, words: Sequence[Token], at: int, *, among_nouns: bool = False) -> bool:
    """Whether it is one where it stands: `rain ended the`, no participle in front of a noun.

    `among_nouns`: also in front of what may be a noun, where a verb is to be expected.
    """
    word = words[at].word
    if is_sure(text, words, at):
        return True
    if at == 0 or not text[words[at].span.start].islower():
        return False
    if word not in _EITHER and (not word.endswith("ed") or word in _NO_VERBS):
        return False
    before = words[at - 1].word
    if before in SMALL or before in _BEFORE_FORM or before.endswith("ly") or before[0].isdigit():
        return False
    gap = text[words[at - 1].span.end : words[at].span.start]
    if gap.endswith("-") or _owner(text, words[at - 1]):
        return False  # `U.S.-backed`, `Lee’s alleged misconduct`
    if at + 1 == len(words) or text[words[at].span.end : words[at + 1].span.start].strip():
        return True
    following = words[at + 1]
    if following.word == "by":
        return False
    if among_nouns:
        return True
    small = following.word in SMALL or following.word.endswith("ly")
    return small or word in _EITHER or not text[following.span.start].islower()


def goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether a verb is a part of the one in front of it: `has not had`, `will surely have`."""
    before = at - 1
    while before > 0 and (
        words[before].word in ("not", "never") or words[before].word[-2:] == "ly"
    ):
        before -= 1
    return words[before].word in HELPING or words[before].word in _BEFORE_FORM
