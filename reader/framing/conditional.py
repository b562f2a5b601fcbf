"""Conditions and questions that stand around a quotation and not in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reader.framing.sayings import Saying
from reader.model import Span
from reader.text.document import Document
from reader.text.tokens import folded_words

# `If the council agrees, “...”`; with `Lee said` between them it may be the writer's own clause.
_FRONT = re.compile(
    r"(?:(?:But|And|So)\s)?(?:Only\s)?(?P<w>If|Unless|Provided that|As long as)\s"
    r"(?P<clause>[^,;:“”\"\n]{4,90}),\s$",
    re.IGNORECASE,
)
_SAID = r"[\w.’'-]+(?:\s[\w.’'-]+){0,4}"
# `“...,” Lee said, if the council agrees`, `“...”, but only if the council agrees`
_BEHIND = re.compile(
    rf"(?:,?(?:\s{_SAID}\s?)??,|,?)\s(?:but\s)?(?:only\s)?"
    r"(?P<w>if|unless|provided(?:\sthat)?|as\slong\sas)\s(?P<clause>[^,;:“”\"\n]{4,90})"
    rf"(?:\.|,\s{_SAID}\s(?:said|says|added)\b|,\s(?:said|says|added)\s{_SAID}\b)",
)
# `, if the council agrees`, not `, if reluctantly`.
_SUBJECT = re.compile(
    r"(?:the|an?|he|she|it|they|we|I|his|her|its|their|our|that|this|these|those|there|no|nobody|"
    r"nothing|everybody|both|all|enough|[A-Z][\w’'-]*)\s(?!all\b)"
)
# A clause that says when it was said or how it is meant is no condition on what is said.
_NO_CONDITION = frozenset(
    "asked pressed you not true anything need any so only ever possible necessary nothing".split()
)
# `Lee asked “...”`: of a question indeed.
_ASKS = frozenset(
    "ask asks asked asking wonder wonders wondered wondering question questions questioned "
    "questioning why how whether if".split()
)


def condition(document: Document, saying: Saying) -> Span | None:
    """The `if` or `unless` of a clause beside a quotation on which it depends."""
    quotation, text = saying.quotation.span, document.text
    if any(said.word in ("if", "unless") for said in saying.words):
        return None
    start = document.sentence_around(quotation).span.start
    found = _FRONT.fullmatch(text, start, quotation.start) or _BEHIND.match(text, quotation.end)
    right_behind = (
        text[quotation.end : quotation.end + 1] == " "
        and ","
        not in text[quotation.end : found.start("w") if found is not None else quotation.end]
    )
    if right_behind and text[start : quotation.start].rstrip()[-1:] not in ("", ",", ":"):
        return None  # `would meet it with “...” if they came`: a piece of the writer's sentence
    if found is None or _NO_CONDITION & set(folded_words(found["clause"])[:2]):
        return None
    if found.re is _BEHIND and not _SUBJECT.match(found["clause"]):
        return None
    return Span(*found.span("w"))


def questioned(
    documents: Sequence[Document], quoting: Mapping[int, Sequence[Saying]]
) -> dict[int, Span]:
    """The question marks of the articles that have as a question what others have as said.

    Of one sentence only: which sentence of several is meant as a question is open.
    """
    every = [(column, saying) for column, sayings in quoting.items() for saying in sayings]
    if any(_sentences(documents[column].text, saying) > 1 for column, saying in every):
        return {}
    marks = {
        saying.plain: (column, mark)
        for column, saying in every
        if (mark := _mark(documents[column], saying)) is not None
    }
    stated = {saying.plain for column, saying in every if not _asked(documents[column], saying)}
    return dict(marks[words] for words in marks.keys() & stated)


def _sentences(text: str, saying: Saying) -> int:
    return len(_ENDS.split(saying.quotation.inner.of(text).rstrip(".!?…'’ ")))


_ENDS = re.compile(r"[.!?…]+[\"'”’)]*\s")


def _mark(document: Document, saying: Saying) -> Span | None:
    """The question mark with which a quotation ends, or that stands right behind it.

    `Did she say “...”?`, `What is meant by “...”?` are questions of the writer's.
    """
    text, inner = document.text, saying.quotation.inner
    quotation = saying.quotation.span
    begins = document.sentence_around(quotation).span.start
    asks = text[inner.end - 1] == "?" if inner.end > inner.start else False
    if not asks and text[begins : quotation.start].strip():
        return None
    found = _QUESTION.match(text, saying.words[-1].span.end, inner.end + _NEAR)
    return Span(*found.span("w")) if found else None


# Marks behind the last word.
_QUESTION = re.compile(r"[”’'\"!,.]{0,2}(?P<w>\?)")
_NEAR = 2


def _asked(document: Document, saying: Saying) -> bool:
    """Whether it is a question here, or what stands around it says that somebody asks."""
    around = document.sentence_around(saying.quotation.span).span
    outside = [
        *folded_words(document.text, around.start, saying.quotation.span.start),
        *folded_words(document.text, saying.quotation.span.end, around.end),
    ]
    inside = "?" in document.text[around.start : around.end]
    return inside or bool(_ASKS & set(outside))
