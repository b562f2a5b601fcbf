"""All attributed speech of a document: quotations, and what somebody is said to have said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.framing.antecedents import Antecedents
from reader.framing.beside import Beside
from reader.framing.reporting import Sources
from reader.framing.roles import Roles
from reader.framing.source import Source
from reader.framing.speakers import Speakers
from reader.framing.speech import Speech, Voices
from reader.framing.subjects import Subjects
from reader.framing.told import Told
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.quotations import Quotation

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
        self._beside = Beside(document, self._sources, self._subjects)
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
            return self._beside.of(quotation)
        name = self._sources.at(quotation.speaker)
        if name is not None:
            return Source(quotation.speaker, name)
        word = quotation.speaker.of(self._document.text).casefold()
        return Source(quotation.speaker) if word in _PRONOUNS else None


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
