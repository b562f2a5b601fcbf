"""What a text calls those that it names: titles, appositions, `X is a ...`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from reader.framing.as_written import is_run_in
from reader.framing.label_front import in_front, title
from reader.framing.label_heads import (
    DETERMINERS,
    PREPOSITIONS,
    VERBS_TOO,
    Label,
    Noun,
    any_noun,
    head_of,
    person_noun,
)
from reader.framing.label_times import of_another_time
from reader.model import Span
from reader.text.capitals import Word, words
from reader.text.document import Document
from reader.text.names import Name, find_names
from reader.text.people import is_organisation_noun
from reader.text.quotations import Quotation, find_quotations
from reader.text.stopwords import STOP

# More words than these are a clause or a list, not a label.
_WORDS = 14
_NOUN_WITHIN = 7
_GOVERNED = 9
_ENDS_OFFICE = PREPOSITIONS | {"to", "known", "born", "best"}
_BEHIND_VERB = frozenset("to into the a an his her their off out back down up".split())
_REACH = 170
_OPENS_BEHIND = re.compile(
    r"(?:\s+\([^()\n]{1,20}\))?(?:,\s+(?:aged\s+)?\d{1,2})?(?P<tie>,|\s+[–—-]|\s+(?:is|was))\s+"
)
# The point of an initial (`U.S.`) ends nothing.
_ENDS_BEHIND = re.compile(
    r"(?P<mark>[,;:!?)\]\n–—“”\"(]|(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bSen)"
    r"(?<!\bRep)(?<!\bGov)(?<!\bGen)\.(?!\w)|\s-\s|$)|"
    r"\s(?P<relative>who|whose|whom|which|that)\b|"
    r"\s(?:where|when|while|as|after|before|because|but|if|since|until|told|said|says|has|had|have|"
    r"is|was|were|are|will|would|could|can|may|might|should|did|does|do|by)\b"
)
# Behind what somebody was, and at the beginning of a sentence about a time long ago.
_WHEN = re.compile(
    r",?\s(?:when|while|until|(?<!long\s)before|then|at\s(?:the|that)\stime|in\s(?:the\s)?(?:1[89]|20)\d\d)"
    r"\b",
    re.IGNORECASE,
)
_AT_THE_TIME = re.compile(r"\sat\s(?:the|that)\stime\b|\sin\s(?:1[89]|20)\d\d\b")
_LONG_AGO = re.compile(
    r"\W*(?:time\swas\swhen|back\s(?:then|when|in\s(?:the\s)?(?:1[89]|20)\d\d)|in\sthose\sdays|"
    r"(?:(?:many|some|about|nearly|[a-z-]+|\d+)\s){1,2}(?:years|decades)\s(?:ago|earlier))\b",
    re.IGNORECASE,
)
_JUNIOR = re.compile(r",?\s+(?:Jr|Sr)\b")
_KIN_BEFORE = re.compile(
    r"\b(?:brother|sister|son|daughter|wife|husband|mother|father|uncle|aunt|cousin|twin)s?\s$"
)
_PLACE_BEFORE = re.compile(r"(?:,|\b(?:in|at|near|of|from))\s+(?:the\s+)?$")


def _is_given(text: str, mention: Span) -> bool:
    """Whether a name of one word stands behind a word of kin, so that it is a given name."""
    if " " in mention.of(text):
        return False
    return _KIN_BEFORE.search(text, max(0, mention.start - 12), mention.start) is not None


def labels_of(document: Document) -> Mapping[str, list[tuple[Span, Span]]]:
    """For the key of each name: the labels with the mention that each stands beside."""
    found = labels(document, find_names(document), find_quotations(document.text))
    return {key: [(label.span, label.name) for label in every] for key, every in found.items()}


def labels(
    document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
) -> dict[str, list[Label]]:
    """The labels that the writer gives each name; what stands between marks is another's."""
    found: dict[str, list[Label]] = {}
    quoted = Quoted(quotations)
    run_in = {
        at
        for at, passage in enumerate(document.passages)
        if is_run_in(passage.span.of(document.text))
    }
    for name in names:
        noun = _noun(name)
        for mention in name.mentions:
            passage = document.passage_at(mention.start)
            if passage is None or document.passages[passage].heading:
                continue
            sentence = document.passages[passage].span
            if passage in run_in:
                continue
            if not name.person and _PLACE_BEFORE.search(
                document.text, max(sentence.start, mention.start - 12), mention.start
            ):
                continue  # `a school in Springfield, ...`: the words belong to the school
            if _JUNIOR.match(document.text, mention.end) or _is_given(document.text, mention):
                continue  # the son of the one who is named without it, `his brother Lee`
            for label in _around(document.text, mention, sentence, noun):
                if label.span not in quoted and not of_another_time(document, label, sentence):
                    found.setdefault(name.key, []).append(label)
    return found


def _noun(name: Name) -> Noun:
    if name.person:
        return person_noun
    unknown = name.person is None and " " in name.full
    return any_noun if unknown else is_organisation_noun


class Quoted:
    """The pieces of quotations; a span is in them if it overlaps one."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._pieces = sorted(piece for quotation in quotations for piece in quotation.pieces)
        self._starts = [piece.start for piece in self._pieces]

    def __contains__(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self._pieces[at].overlaps(span)


def _around(text: str, mention: Span, sentence: Span, noun: Noun) -> Iterator[Label]:
    for found in (
        _behind(text, mention, sentence, noun),
        title(text, mention, sentence, noun),
        in_front(text, mention, sentence, noun),
    ):
        if found is not None:
            yield found


def _up_to_noun(listed: list[Word], noun: Noun) -> list[Word]:
    """The words up to the noun that they turn on, without what is told of it; all if unclear."""
    for at, word in enumerate(listed[:_NOUN_WITHIN]):
        following = listed[at + 1].folded if at + 1 < len(listed) else ""
        if at and noun(word.text) and (following in PREPOSITIONS or following.endswith("ed")):
            return listed[: _end_of_office(listed, at + 1)]
    return listed


def _end_of_office(listed: list[Word], end: int) -> int:
    """`end`, moved behind an `of` there and what it governs: `secretary of health`."""
    if listed[end].folded != "of":
        return end
    for at in range(end + 1, min(len(listed), end + _GOVERNED)):
        word = listed[at].folded
        following = listed[at + 1].folded if at + 1 < len(listed) else ""
        joins = word == "and" and following in DETERMINERS
        if word in _ENDS_OFFICE or word.endswith("ed") or joins:
            return at
    return len(listed)


def _behind(text: str, mention: Span, sentence: Span, noun: Noun) -> Label | None:
    """`Wang, founder of Scale AI,` and `Wang is the founder of Scale AI`."""
    limit = min(sentence.end, mention.end + _REACH)
    opening = _OPENS_BEHIND.match(text, mention.end, limit)
    if opening is None:
        return None
    ending = _ENDS_BEHIND.search(text, opening.end(), limit)
    stated = opening["tie"].strip() in {"is", "was"}
    if ending is None or ending.start() <= opening.end():
        return None
    dogged = ending[0].strip() == "by" and not stated
    if not stated and not (ending["mark"] is not None or ending["relative"] or dogged):
        return None  # `Like Obama, the president has ...`
    span = Span(opening.end(), ending.start())
    listed = list(words(text, span))
    while len(listed) > 1 and listed[-1].folded in PREPOSITIONS | {"and", "or"}:
        listed.pop()  # `a producer at “News”`
    if not listed:
        return None
    if len(listed) > _WORDS or dogged:
        listed = _up_to_noun(listed, noun)  # `the candidate dogged by claims`
    span = Span(span.start, listed[-1].span.end)
    if listed[0].text in text[mention.start : mention.end].split():
        return None  # `In a talk with Ann Lee, Lee calls ...`
    if listed[0].folded in STOP - DETERMINERS or listed[0].text.endswith("ly"):
        return None
    if len(listed) > _WORDS:
        return None
    if listed[0].text in VERBS_TOO and len(listed) > 1 and listed[1].text in _BEHIND_VERB:
        return None  # `ten leaders, including Ann Lee, head to the pier`
    determined = listed[0].folded in DETERMINERS or any(w.possessive for w in listed[:3])
    # `Lee was a young lawyer when`, `Time was when Lee, a lecturer then,`: no label of today.
    was = opening["tie"].strip() == "was"
    past = was and (
        _WHEN.match(text, span.end, sentence.end) or _AT_THE_TIME.search(text, span.start, span.end)
    )
    if past or _LONG_AGO.match(text, sentence.start, sentence.end):
        return None
    # `the conclusion that Oswald was the only assassin` is not the writer's own word.
    if stated and (mention.start != sentence.start or listed[0].folded not in {"a", "an", "the"}):
        return None
    if listed[0].folded == "the" and len(listed) == 2:
        return None
    head = head_of(listed, noun, determined=determined)
    return Label(span, mention, head) if head else None
