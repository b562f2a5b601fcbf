"""All attributed speech of a document: quotations, and what somebody is said to have said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.framing.antecedents import Antecedents
from reader.framing.reporting import Sources
from reader.framing.roles import Roles
from reader.framing.source import Source
from reader.framing.speakers import Speakers
from reader.framing.speech import Speech, Voices
from reader.framing.subjects import Subjects
from reader.framing.told import Told
from reader.model import Span
from reader.text.attribution import WHEN
from reader.text.document import Document
from reader.text.names import Name
from reader.text.quotations import Quotation

# `Lee left the room, saying, “...”`
_SAYING = re.compile(
    r",\s(?:and\s)?(?:[a-z]+ly\s)?(?:adding|arguing|claiming|commenting|declaring|explaining|"
    r"insisting|joking|noting|remarking|saying|stating|tweeting|warning|writing|calling|describing|"
    rf"dismissing|blasting)(?:{WHEN})?(?:\s(?!he\b|she\b|they\b)[\w’'.-]+){{0,8}}?[,:]?\s[“\"‘']?$"
)
# `Lee called the plan “...”`
_CALLS = re.compile(
    r"\s(?:called|calls|described|describes|dismissed|dismisses|blasted|blasts|slammed|denounced|"
    r"hailed|praised|criticized|criticised|labeled|branded|condemned|touted|mocked|reprimanded)"
    r"(?:\s[\w’'.-]+){1,8}?\s[“\"‘']?$"
)
_LEAD = 110
# `While Lee was away, his office defended it, saying “...”`: not Lee's words.
_OF_ANOTHER = re.compile(
    r"\b(?:while|whereas|(?:his|her|their|[A-Z][\w.-]+[’']s)\s(?:[\w-]+\s){0,2}?(?:office|team|campaign|"
    r"spokes\w+|aides?|lawyers?|attorneys?|staff|administration|wife|husband|son|daughter))\s"
)
_PRONOUNS = frozenset("he she they".split())


def voices(document: Document, names: Sequence[Name], quotations: Sequence[Quotation]) -> Voices:
    """All attributed speech of a document."""
    return _Listener(document, names, quotations).listen()


class _Listener:
    def __init__(
        self, document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
    ) -> None:
        self._document = document
        self._names = names
        self._sources = Sources(document, names)
        self._subjects = Subjects(document, self._sources, self._quoted)
        self._quotations = quotations
        self._quotation_starts = [quotation.span.start for quotation in quotations]
        self._pieces = sorted(piece for q in quotations for piece in q.pieces)
        self._piece_starts = [piece.start for piece in self._pieces]
        self._word_starts = [token.span.start for words in document.tokens for token in words]

    def listen(self) -> Voices:
        told = Told(self._document, self._sources, self._quoted, self._count)
        speeches = [self._with_quotations(speech) for speech in told.speeches()]
        speeches += self._only_quoted(speeches)
        speeches.sort(key=lambda speech: speech.spans[0])
        antecedents = Antecedents(
            self._document, self._names, self._sources, self._subjects, self._quoted
        )
        roles = Roles(self._document, self._names)
        speakers = Speakers(self._document, self._sources, antecedents, roles, self._quoted)
        return Voices(tuple(speakers.settle(speeches)), tuple(told.acts()))

    def _count(self, spans: Sequence[Span]) -> int:
        """How many words stand in the spans."""
        return sum(
            bisect_left(self._word_starts, s.end) - bisect_left(self._word_starts, s.start)
            for s in spans
        )

    def _quoted(self, offset: int) -> bool:
        at = bisect_right(self._piece_starts, offset) - 1
        return at >= 0 and offset < self._pieces[at].end

    def _touched(self, span: Span) -> Iterator[Quotation]:
        """The quotations that a span overlaps."""
        at = max(bisect_right(self._quotation_starts, span.start) - 1, 0)
        while at < len(self._quotations) and self._quotations[at].span.start < span.end:
            if self._quotations[at].span.overlaps(span):
                yield self._quotations[at]
            at += 1

    def _with_quotations(self, speech: Speech) -> Speech:
        """The speech with the whole of the quotations that it touches."""
        touched = [q for span in speech.spans for q in self._touched(span)]
        if not touched:
            return speech
        spans = merged([*speech.spans, *(piece for q in touched for piece in q.pieces)])
        return replace(speech, spans=spans, words=self._count(spans))

    def _only_quoted(self, told: Sequence[Speech]) -> list[Speech]:
        """Quotations that stand in none of the sentences with a reporting verb."""
        taken = {q.span for speech in told for span in speech.spans for q in self._touched(span)}
        return [
            Speech(quotation.pieces, quotation.words, self._stated(quotation))
            for quotation in self._quotations
            if not quotation.is_term and quotation.span not in taken
        ]

    def _stated(self, quotation: Quotation) -> Source | None:
        """Who stands beside a quotation as its speaker."""
        if quotation.speaker is None:
            return self._saying(quotation)
        name = self._sources.at(quotation.speaker)
        if name is not None:
            return Source(quotation.speaker, name)
        word = quotation.speaker.of(self._document.text).casefold()
        return Source(quotation.speaker) if word in _PRONOUNS else None

    def _saying(self, quotation: Quotation) -> Source | None:
        """The subject of the sentence that leads to a quotation: `Lee left, saying, “...”`."""
        at = self._document.passage_at(quotation.span.start)
        if at is None:
            return None
        text, start = self._document.text, self._document.passages[at].span.start
        low, stop = max(start, quotation.span.start - _LEAD), quotation.span.start
        leads = _SAYING.search(text, low, stop) or _CALLS.search(text, low, stop)
        if leads is None or self._subjects.somebody(leads.start(), stop):
            return None
        subject = self._subjects.alone(start, leads.end())
        if subject is None or not (subject.name or subject.pronoun):
            return None
        if _OF_ANOTHER.search(text, subject.span.end, stop):
            return None
        return Source(subject.span, subject.name)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
