"""Passages of recaps, questions and answers, advice and lists of sources: they report nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.model import Span
from reader.text.document import Document

# Headings over sections that repeat the article, list its sources or give advice.
_ASIDE = re.compile(
    r"(?:faqs?|frequently asked|questions and answers|q ?& ?a|in (?:short|brief|summary)|tl;?dr"
    r"|(?:key|main) (?:points|takeaways|facts)|takeaways|summary|at a glance|highlights|recap"
    r"|conclusions?|(?:the )?bottom line|final thoughts|references|sources|further reading"
    r"|bibliography|glossary|about the author|how (?:to|you can|can (?:i|you))|what to do"
    r"|what you (?:can|should|need to) (?:do|know)|where to (?:get|find|turn|go|vote|donate)"
    r"|need help|ways to|safety tips|tips|for more information|who to (?:call|contact))\b"
    r"|.*\b(?:playbook\b|: how to\b|tips (?:for|on|to)\b|checklist\b|best practices\b"
    r"|what (?:leaders?|companies|readers|parents) can\b|lessons for\b"
    r"|action (?:steps|items|plan)\b|tools (?:for|to)\b)",
    re.IGNORECASE,
)
_ASIDE_LINE = re.compile(
    r"(?:in (?:short|brief|summary)|tl;?dr|(?:key |main )?takeaways?|bottom line|to sum up"
    r"|mitigation|pro tip|tip)\s*[:—–]"
    r"|(?:quick guide|profile|q ?& ?a|timeline)\b.{3,160}\bshow hide\b",
    re.IGNORECASE,
)
# Advice to nobody in particular, in the writer's own voice. `You can see why` gives none.
_ADVICE = re.compile(
    r"(?:companies|businesses|leaders|organi[sz]ations|firms|teams|employers|managers|readers"
    r"|consumers|parents|residents|travell?ers|you)\s(?:(?:also|always|never|still)\s)?"
    r"(?:should|must|need to|can (?:also )?(?:find|read|follow|see more|call|text|e-?mail|help"
    r"|donate|sign|register|check|visit|report|contact|learn|listen|send|submit|apply))\b"
    r"|if you (?:or (?:someone|anyone)|need"
    r"|(?:have|know) (?:any |anything|information|questions|tips)"
    r"|are (?:affected|thinking of|worried|concerned)|want to (?:help|donate|apply|register|know))"
    r"|(?:anyone|people|witnesses) with (?:any )?(?:information|tips|video)\b"
    r"|for (?:more |further )?(?:information|help|details|advice),? (?:call|visit|see|contact)\b"
    r"|(?:call|dial|text) (?:the )?[\d(]"
    r"|to (?:donate|register|apply|sign up|find out more|learn more),",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:Q|Question)\s?[:.]\s")
_ANSWER = re.compile(r"(?:A|Answer)\s?[:.]\s")
_FEWEST_QUESTIONS = 2
# What an item of a list of advice begins with.
_IMPERATIVE = re.compile(
    r"(?:don[’']t|do not|never|always|make sure|be (?:sure|aware|careful|prepared)|try|check|avoid"
    r"|ask|contact|consider|remember|stay|wear|wash|turn off|switch off|lock|update|write down"
    r"|look (?:for|out)|call)\b",
    re.IGNORECASE,
)


def asides(document: Document) -> frozenset[int]:
    """Passages of recaps, question-and-answer sections, advice and lists of sources."""
    return frozenset([*_sections(document), *_answers(document), *_items(document)])


def _sections(document: Document) -> Iterator[int]:
    """What stands below a heading of that kind, begins like it, or gives advice by itself."""
    inside = False
    line = -1
    quoted = [quotation.span for quotation in document.quotations]
    for i, passage in enumerate(document.passages):
        words = passage.span.of(document.text)
        if passage.heading:
            # Questions are the headings inside a FAQ, and a colon ends a heading of lower rank.
            inside = _ASIDE.match(words) is not None or (inside and words.endswith(("?", ":")))
        elif _ASIDE_LINE.match(words):
            line = passage.paragraph
        advises = _ADVICE.match(words) is not None and not _touches(quoted, passage.span)
        if inside or passage.paragraph == line or advises:
            yield i


def _touches(quoted: Sequence[Span], span: Span) -> bool:
    """Whether words of somebody else stand in it; `quoted` is in order, without overlaps."""
    at = bisect_left(quoted, span.end, key=lambda each: each.start) - 1
    return at >= 0 and quoted[at].end > span.start


def _answers(document: Document) -> Iterator[int]:
    """From `Q:` on, where there are several with an `A:`, up to a heading that asks nothing."""
    opening = [p.span.of(document.text)[:12] for p in document.passages]
    questions = sum(_QUESTION.match(words) is not None for words in opening)
    if questions < _FEWEST_QUESTIONS or not any(map(_ANSWER.match, opening)):
        return
    inside = False
    for i, passage in enumerate(document.passages):
        if _QUESTION.match(opening[i]):
            inside = True
        elif passage.heading and document.text[passage.span.end - 1] != "?":
            inside = _ANSWER.match(opening[i]) is not None
        if inside:
            yield i


def _items(document: Document) -> Iterator[int]:
    """Items of a list of which several in a row tell the reader what to do."""
    told: list[int] = []
    before = -1
    for passage in document.passages:
        if passage.paragraph != before and _tells(document.text, passage.span):
            told.append(passage.paragraph)
        before = passage.paragraph
    near = {
        paragraph for one, other in pairwise(told) if other - one == 1 for paragraph in (one, other)
    }
    yield from (i for i, passage in enumerate(document.passages) if passage.paragraph in near)


def _tells(text: str, span: Span) -> bool:
    """Whether a paragraph is an item that begins with what to do."""
    mark = text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    return bool(mark) and "#" not in mark and _IMPERATIVE.match(text, span.start) is not None
