"""What stands in front of words and takes them back: `it is not true that`, `asked whether`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reader.framing.sayings import Said

Kind = Literal["denied", "open"]

_REACH = 24  # words
# A speaker put in between: `It is not true, Lee said, that`.
_ASIDE = r"(?: ,[^,;:]{2,60} ,)?"
_SAY = (
    r"(?:say|says|said|saying|promi[sz]e[ds]?|promi[sz]ing|claim|claims|claimed|claiming|states?|stated|"
    r"stating|tell|tells|told|calls?|called|calling|means?|meant|suggest|suggests|suggested|"
    r"suggesting|argues?|argued|arguing|asserts?|asserted|write|writes|wrote|written|impl(?:y|ies|"
    r"ied)|believes?|believed|believing|thinks?|thought|thinking|accepts?|accepted|agrees?|agreed|"
    r"confirm|confirms|confirmed|guarantees?|guaranteed)"
)
_WHOM = (
    r"(?: (?:that|them|him|her|it|us|you|me|anybody|anyone|reporters|(?:to )?the \w+(?= that)|"
    r"to \w+|for (?:a|one) \w+))*"
)
_EVER = r"(?: (?:ever|even|in fact|publicly|really|actually|at all|to have|having|"
_EVER += r", \w+(?: \w+){0,3} ,))*"
_TALK = (
    r"(?:claims?|reports?|suggestions?|allegations?|accusations?|idea|notion|rumou?rs?|assertions?|"
    r"speculation|story|stories|view)"
)
# Whom `nobody` is one of. No other verb stands there: `nobody was surprised when Lee said`.
_AMONG = (
    r"(?: (?:of|at|in|on|from|with|within|among)(?: (?!(?:when|as|after|because|who|that|to|for|"
    r"and|doubt\w*|den[iy]\w*|disput\w*|mind\w*|heard|listen\w*)\b)[\w-]+){1,3}){0,2}"
    r"(?: there| here| else)?"
)
_HAVE = r" (?:has|have|had|would|could|will|can|should|did|does|is|was|are|were)"
_ASKS = r"(?:ask|asks|asked|asking|wonder|wonders|wondered|wondering|question|questions|questioned|"
_ASKS += r"doubt|doubts|doubted|unclear|unsure|clear|known|say|know|tell)"
# Words are spelled as `spoken` gives them (`evidense`). In each the word that is shown is a group
# of its own; all end where the words begin that are taken back.
_DENIED = tuple(
    re.compile(rf"(?<!\w)(?:{pattern})$")
    for pattern in (
        # `did not say that`, `refused to promise`, `falsely claimed`
        rf"(?P<w>not|never|refus\w+ to|declin\w+ to|falsely|wrongly|far from|denie[ds]|deny|"
        rf"denying){_EVER} {_SAY}{_WHOM}(?: ,[^,;:]{{2,60}} , that)?(?: [,:])?",
        # `denied that she had said`
        r"(?P<w>denie[ds]|deny|denying)(?: that)? (?:(?!(?:and|but|as|then|when)\b)\w+ ){1,3}?"
        rf"(?:(?:had|has|have|ever) )*{_SAY}{_WHOM}(?: [,:])?",
        # `nobody at the harbour said`
        rf"(?P<w>nobody|no one|no-one|none|neither){_AMONG}(?:{_HAVE}{_EVER}|{_EVER}(?! \w+ing))"
        rf" {_SAY}{_WHOM}(?: [,:])?",
        # `it is not true that`, `it was never the case that`
        r"(?P<w>not|never)(?: at all| quite| even)? (?:true|so|the case|accurate|correct to say|"
        rf"true to say|correct){_ASIDE} that",
        rf"(?:is|was|be|being|as)(?: simply| just| an? \w+| an?)? (?P<w>false|untrue|lie|myth|hoax|"
        rf"nonsense|falsehood|fabrication)(?: to (?:say|claim|suggest))?{_ASIDE} that",
        r"(?P<w>wrong|false|absurd|ridiculous|misleading) to (?:say|claim|suggest)(?: that)?",
        rf"(?P<w>den(?:y|ie[sd]|ying)|dispute[ds]?|disputing|reject(?:s|ed|ing)?|refute[ds]?|"
        rf"dismiss(?:e[sd]|ing)?|debunk(?:s|ed|ing)?)(?: \w+){{0,4}}? {_TALK} (?:that|of)",
        r"(?P<w>denie[sd]|deny|denying|doubts|doubted|disputes|disputed|rejects|rejected)"
        rf"{_ASIDE} that",
        r"(?P<w>no|not any|never any) (?:\w+ )?(?:evidense|proof|truth|basis|reason to "
        r"(?:believe|think|say))(?: \w+){0,4}? that",
        r"(?P<w>not|never)(?: [,:])? that",
        # `put words in her mouth`, `misquoted her as saying`
        r"(?P<w>puts?|putting) words in(?:to)? (?:\w+ ){1,3}?mouths?"
        r"(?: (?:when|by|with)(?: \w+){0,7})?(?: [,:])?",
        r"(?P<w>misquot\w+)(?: \w+){0,4}? as saying(?: that)?(?: [,:])?",
        r"(?P<w>invent\w*|fabricat\w+|made up|concoct\w+) (?:an?|the|this|that|these|those|her|his|"
        r"their) (?:\w+ )?(?:quotes?|quotations?|words|lines?)(?: that)?(?: [,:])?",
        r"(?:is|was|are|were|be) (?P<w>not|never) (?:her|his|their|my|our)(?: own| exact)? words"
        r"(?: [,:])?",
    )
)
_OPEN = tuple(
    re.compile(rf"(?<!\w)(?:{pattern})$")
    for pattern in (
        rf"{_ASKS}(?: \w+){{0,6}}? (?P<w>whether|if)",
        r"(?P<w>whether)",
    )
)
_CONDITION = re.compile(r"^(?:and |but |so )?(?P<w>if|unless|whether)$")
# `no doubt that`, `it is no lie that`: two that take each other back.
_TWICE = re.compile(
    r"(?<!\w)(?:(?:no|not|never|without|nobody|hardly)(?: \w+){0,2}?|"
    r"(?:denie[sd]|deny|denying)(?: \w+){0,4}?) $"
)


def taken_back(words: Sequence[Said], text: str, end: int) -> tuple[Kind, Said] | None:
    """Which of the words in front of others, that begin at `end`, takes those back, and how.

    `words` are all those of their sentence in front of these.
    """
    words = words[-_REACH:]
    front, starts = _written(words, text, end)
    if (found := _CONDITION.search(front)) is not None:
        return "open", _at(found, words, starts)
    for kind, patterns in (("denied", _DENIED), ("open", _OPEN)):
        for pattern in patterns:
            found = pattern.search(front)
            if found is None:
                continue
            if kind == "denied" and _TWICE.search(front[: found.start("w")]):
                continue
            return ("denied" if kind == "denied" else "open"), _at(found, words, starts)
    return None


def _at(found: re.Match[str], words: Sequence[Said], starts: Sequence[int]) -> Said:
    place = found.start("w")
    return next(
        said for said, start in reversed(tuple(zip(words, starts, strict=True))) if start <= place
    )


def _written(words: Sequence[Said], text: str, end: int) -> tuple[str, list[int]]:
    """The folded words with the marks between them, a blank between all, and where each begins."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for at, said in enumerate(words):
        starts.append(length)
        behind = words[at + 1].span.start if at + 1 < len(words) else end
        marks = [mark for mark in text[said.span.end : behind] if mark in ",;:—–"]
        for part in (said.word, *marks):
            parts.append(part)
            length += len(part) + 1
    return " ".join(parts), starts
