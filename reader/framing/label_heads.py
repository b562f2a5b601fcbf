"""What a label is, and the noun that it turns on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.framing.epithets import is_epithet
from reader.framing.word_lists import entries
from reader.model import Span
from reader.text.attribution import SPEECH
from reader.text.capitals import Word, words
from reader.text.kept import kept
from reader.text.people import NOT_ONLY_PEOPLE, is_organisation_noun, is_person_noun
from reader.text.tokens import fold

Noun = Callable[[str], bool]
"""Whether a word is a noun that labels of this kind turn on."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words that say who a named person is."""

    span: Span
    """The words, without the comma or verb that ties them to the name."""
    name: Span
    """The mention of the name that they stand beside."""
    head: str
    """The folded noun that they turn on."""


DETERMINERS = frozenset("a an the its his her their our your one".split())
PREPOSITIONS = frozenset("of for at in from on with by under behind against about".split())
_CUT = PREPOSITIONS | {"to", "and", "or", "who", "here", "there"}
ADJECTIVES = frozenset(
    "former ex then acting interim late longtime veteran fellow senior junior chief deputy vice "
    "assistant associate lead young old disgraced convicted accused retired embattled indicted "
    "renowned celebrated wanted armed acclaimed elected appointed alleged suspected leading "
    "outgoing incoming founding ruling sitting managing presiding ageing aging decorated "
    "experienced distinguished self-proclaimed self-described rising surviving controversial "
    "high-ranking top-ranking ranking respected reclusive seasoned opposing grieving unarmed "
    "special star top first-term one-time onetime self-styled would-be first second third "
    "conservative liberal centrist moderate progressive populist hardline hard-line libertarian "
    "socialist nationalist far-right far-left right-wing left-wing tech media business billionaire "
    "millionaire white black".split()
)
# Nouns of learned professions: a palaeontologist, an astronomer, an obstetrician.
_LEARNED = re.compile(r"[a-z-]{3,}(?:ologist|onomer|ographer|ician|iatrist)$")
_ADJECTIVAL = re.compile(r"[a-z-]{4,}(?:ial|nal|cal|ral|gal|ic|ive|ary|ish|ese|ian)$")

VERBS_TOO = frozenset(
    "boss bully champion coach convict doctor father guard guide head host judge mother nurse "
    "partner pilot recruit rival shepherd star witness".split()
)
"""Nouns for persons that tell what somebody does as well: `to convict Lee`, `they head to`."""


@kept
def person_noun(word: str) -> bool:
    """Whether a word can head a label of one who is known to be a person."""
    folded = fold(word)
    return (
        is_person_noun(word) or folded in entries("label-persons") or bool(_LEARNED.match(folded))
    )


def any_noun(word: str) -> bool:
    """Whether a word can head a label of a name of which the text does not show whose it is."""
    folded = fold(word)
    return is_organisation_noun(word) or (folded not in NOT_ONLY_PEOPLE and person_noun(word))


def head_of(listed: Sequence[Word], noun: Noun, *, determined: bool) -> str | None:
    """The noun that the words turn on; None if they turn on something else."""
    stop = next((i for i, w in enumerate(listed) if i and w.folded in _CUT), len(listed))
    if determined and listed[0].folded == "one":  # one of the founders
        return None
    head = listed[stop - 1]
    if not noun(head.text) or any(w.folded in SPEECH for w in listed[:stop]):
        return None
    loose = head.folded in entries("label-persons") and not (
        stop < len(listed) and listed[stop].folded == "of"
    )
    if loose and not determined:
        return None  # `Ann Lee, who stays mum on it`
    if not determined and head.text[0].isupper() and not head.acronym:
        return None
    if not determined and not (may_begin(listed[0]) or noun(listed[0].text)):
        return None
    return head.folded


def front(text: str, label: Label) -> str:
    """The words of a label up to the noun that it turns on."""
    listed = list(words(text, label.span))
    ends = (word.span.end for word in listed if word.folded == label.head)
    return text[label.span.start : next(ends, label.span.end)]


def may_begin(word: Word) -> bool:
    """Whether a word may begin a label that no article opens."""
    return (
        word.text[0].isupper()
        or word.folded in ADJECTIVES
        or _ADJECTIVAL.match(word.folded) is not None
        or person_noun(word.text)
        or is_epithet(word.folded)
        or word.folded.startswith(("ex-", "co-"))
    )
