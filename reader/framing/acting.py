"""Who acts in front of a verb that leads to a quotation, however far off the verb stands."""

from __future__ import annotations

import re

from reader.framing.reporting import Sources
from reader.framing.source import Source
from reader.framing.subjects import Subjects
from reader.text.attribution import SPEECH
from reader.text.document import Document
from reader.text.quotations import Quotation

# `While Lee was away, his office defended it, saying “...”`: not Lee's words.
OF_ANOTHER = re.compile(
    r"\b(?:while|whereas|(?<!to\s)(?<!with\s)(?<!by\s)(?:his|her|their|[A-Z][\w.-]+[’']s)\s(?:[\w-]+\s){0,2}?(?:office|team|campaign|"
    r"spokes\w+|aides?|lawyers?|attorneys?|staff|administration|wife|husband|son|daughter))\s"
)
"""Somebody else who acts behind a subject: then the words are not the subject's."""
_VERBS = "|".join(sorted(SPEECH | {"told"}))
# `Lee left the room and declared: “...”`, `Lee smiled, “...”`: whole sentences, any verb will do.
_DOES = re.compile(
    r"\s(?!(?:titled|entitled|headlined|named|called|labeled)\b)"
    r"(?:[a-z]{3,}(?<!ne)ed|shot back|went on|began|begins)[,:]\s$"
)
# `Lee wrote in the paper, “...”`
_SAYS = re.compile(rf"\s(?:{_VERBS})(?:\s(?:in|on|at|during|via)\s[^,.;:!?“”\"\n]{{1,50}})?[,:]\s$")
# `Lee rose and told reporters “...”`
_TOLD = re.compile(r"\s(?:told|tells)(?:\s[\w’'.-]+){1,4}?[,:]?\s$")
# `Lee vowed in a speech to “...”`
_MEANS = re.compile(
    r"\s(?:vowed|vows|pledged|pledges|promised|promises|threatened|threatens|urged|urges|called|"
    r"calls)\s(?:[\w’'.-]+\s){0,8}?(?:to|for|that)\s(?:an?\s|the\s)?$"
)
# `Lee called it brave but said it was “...”`: the subject stands before another verb.
_ALSO = re.compile(
    r"\s(?:and|but)\s(?:also\s|then\s|later\s|[a-z]+ly\s)?"
    r"(?:said|says|added|wrote|argued|argues|claimed|claims|insisted|insists|warned|warns|noted)\s"
    r"(?:that\s)?(?:[\w’'.$%,-]+\s){0,14}?$"
)
_WHO = re.compile(r",?\swho$")
# A second verb of one subject: `stood up and then declared`.
_JOINED = re.compile(r"\s(?:and|but)(?:\s(?:also|then|later|again|[a-z]+ly))?$")
_REACH = 150


class Acting:
    """Finds the subject of the last verb in front of a quotation."""

    def __init__(self, document: Document, sources: Sources, subjects: Subjects) -> None:
        self._document = document
        self._text = document.text
        self._sources = sources
        self._subjects = subjects

    def of(self, quotation: Quotation) -> Source | None:
        """The person, pronoun or description that says, vows or does what leads to it."""
        at = self._document.passage_at(quotation.span.start)
        if at is None or self._document.passages[at].heading:
            return None
        text, start = self._text, self._document.passages[at].span.start
        stop = quotation.span.start
        low = max(start, stop - _REACH)
        whole = text[quotation.inner.start : quotation.inner.start + 1].isupper()
        for kind in (_DOES, _SAYS, _TOLD, _MEANS) if whole else (_SAYS, _TOLD, _MEANS):
            verb = kind.search(text, low, stop)
            if verb is not None:
                return self._subject(start, verb.start())
        also = _ALSO.search(text, low, stop)
        return self._far(start, also.start()) if also else None

    def _subject(self, floor: int, stop: int) -> Source | None:
        """Who stands right before a verb, before its `who`, or before the verb it is joined to."""
        who = _WHO.search(self._text, max(floor, stop - 6), stop)
        found = self._sources.before(floor, who.start() if who else stop)
        if found is None and not who and _JOINED.search(self._text, max(floor, stop - 30), stop):
            return self._far(floor, stop)
        return found

    def _far(self, floor: int, stop: int) -> Source | None:
        """The subject of the sentence, if nobody else acts in it."""
        subject = self._subjects.alone(floor, stop)
        if subject is None or not (subject.pronoun or (subject.name and subject.name.person)):
            return None
        if OF_ANOTHER.search(self._text, subject.span.end, stop):
            return None
        return Source(subject.span, subject.name)
