"""What somebody was called in a time long ago, or in a work: that is no label of today."""

from __future__ import annotations

import re

from reader.framing.label_heads import Label
from reader.model import Span
from reader.text.document import Document

# A year that dates a whole sentence stands at its beginning or its end.
_SEASON = (
    r"(?:(?:the\s)?(?:spring|summer|autumn|fall|winter|end|beginning|early|late|mid)\s(?:of\s)?)?"
)
_MONTH = r"(?:(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\s(?:\d{1,2},\s)?)?"
_BEGINS = re.compile(rf"\W*(?:Back\s)?(?:In|On|By)\s{_SEASON}{_MONTH}(?P<year>1[5-9]\d\d|20\d\d)\b")
_ENDS = re.compile(rf"\s(?:in|on|by)\s{_SEASON}{_MONTH}(?P<year>1[5-9]\d\d|20\d\d)[.!?”\"]*\s*$")
_REACH = 60
# It is the year of the subject where no other clause begins behind that.
_OTHER_CLAUSE = re.compile(
    r"[,;:()—–]|\b(?:who|whom|whose|which|that|when|where|while|before|after|since|because|as|by|"
    r"and|but)\b"
)
_ARTICLE = len("The ")
# A year ago is not long ago.
_RECENT = 1
_NOT_TODAY = re.compile(r"\b(?:future|then)\b", re.IGNORECASE)
_THEN = re.compile(r"\bthen\s?[-–—]\s?$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\s?(?:in\s(?:his|her|their)\s(?:youth|teens|twenties|childhood)|"
    r"in\sthe\s(?:film|movie|play|series|novel|book|show|story|drama|sketch|opera|musical))\b"
)


def of_another_time(document: Document, label: Label, sentence: Span) -> bool:
    """Whether a label is of a time long before its article, of one to come, or of a work.

    `In 1994 the thief Ann Lee fled`, `the future senator Ann Lee`, `a crook in the film`.
    """
    text, span = document.text, label.span
    words = span.of(text)
    if _NOT_TODAY.search(words) or _THEN.search(text, max(0, span.start - _AHEAD), span.start):
        return True
    if _ELSEWHERE.search(words) or _ELSEWHERE.match(text, span.end, sentence.end):
        return True
    told = _BEGINS.match(text, sentence.start, sentence.end)
    named = max(span.end, label.name.end)
    begins = min(span.start, label.name.start) - sentence.start <= _ARTICLE
    if begins and not _OTHER_CLAUSE.search(text, named, sentence.end):
        told = told or _ENDS.search(text, max(named, sentence.end - _REACH), sentence.end)
    when = document.article.published
    return told is not None and (when is None or int(told["year"]) < when.first.year - _RECENT)


# Characters in front of a label in which `then–` may stand.
_AHEAD = 8
