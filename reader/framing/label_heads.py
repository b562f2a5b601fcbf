"""What a label is, and the noun that it turns on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.model import Span
from reader.text.attribution import SPEECH
from reader.text.capitals import Word
from reader.text.people import is_person_noun

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


DETERMINERS = frozenset("a an the its his her their our one".split())
PREPOSITIONS = frozenset("of for at in from on with by under behind against about".split())
_CUT = PREPOSITIONS | {"to", "and", "or", "who"}
ADJECTIVES = frozenset(
    "former ex then acting interim late longtime veteran fellow senior junior chief deputy vice "
    "assistant associate lead young old disgraced convicted accused retired embattled indicted "
    "renowned celebrated wanted armed acclaimed elected appointed alleged suspected leading "
    "outgoing incoming founding ruling sitting managing presiding ageing aging decorated "
    "experienced distinguished self-proclaimed self-described rising surviving controversial "
    "high-ranking top-ranking ranking respected reclusive seasoned opposing grieving unarmed "
    "special star top first-term one-time onetime self-styled would-be first second third "
    "conservative liberal far-right far-left right-wing left-wing tech media business billionaire "
    "millionaire white black".split()
)
_ADJECTIVAL = re.compile(r"[a-z-]{4,}(?:ial|nal|cal|ral|gal|ic|ive|ary|ish|ese|ian)$")


def head_of(listed: Sequence[Word], noun: Noun, *, determined: bool) -> str | None:
    """The noun that the words turn on; None if they turn on something else."""
    stop = next((i for i, w in enumerate(listed) if i and w.folded in _CUT), len(listed))
    if determined and listed[0].folded == "one":  # one of the founders
        return None
    head = listed[stop - 1]
    if not noun(head.text) or any(w.folded in SPEECH for w in listed[:stop]):
        return None
    if not determined and head.text[0].isupper() and not head.acronym:
        return None
    if not determined and not (may_begin(listed[0]) or noun(listed[0].text)):
        return None
    return head.folded


def may_begin(word: Word) -> bool:
    """Whether a word may begin a label that no article opens."""
    return (
        word.text[0].isupper()
        or word.folded in ADJECTIVES
        or _ADJECTIVAL.match(word.folded) is not None
        or is_person_noun(word.text)
        or word.folded.startswith(("ex-", "co-"))
    )
