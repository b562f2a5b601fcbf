"""All attributed speech of a document: quotations, and what somebody is said to have said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.framing.reporting import Source, Sources
from reader.framing.speakers import Speakers
from reader.framing.speech import Act, Speech, Voices
from reader.framing.verbs import ALWAYS, Verb, find_verbs, speaking
from reader.model import Span
from reader.text.document import Document
from reader.text.names import Name
from reader.text.quotations import Quotation

_ACCORDING = re.compile(r"(?<!\w)[Aa]ccording to\s")
# `On Monday, Lee said ...`: what stands before the comma is no speech.
_OPENING_PHRASE = re.compile(
    r"(?:on|in|at|after|before|during|earlier|later|last|when|while|as|for|from|since|until|by|"
    r"with|asked|speaking|meanwhile|but|and|however|still|yesterday|today|though|although|if|to|"
    r"instead|then|also|despite|following|under|through|separately)\b",
    re.IGNORECASE,
)
# What may stand behind `Lee said` at the end of a sentence that began with the words.
_CLOSES = re.compile(
    r"\s*(?:[.,;!?”\"»]|$|(?:on|in|at|during|to|of|as|about|by|after|before|when|while|from|for|"
    r"with|via|this|last|yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"adding|referring|citing|recently|later|earlier|through)\b)"
)
_THAT = re.compile(r"\sthat\s")
_CLAUSE = re.compile(
    r"(?:\s(?:that|how|why|whether)\s|[:,]?\s*[“\"«]|:\s|\s(?:he|she|they|it|there)\s)"
)
_ADDRESSEE = re.compile(
    r"\s+(?:the\s+|a\s+)?(?:[\w’'.&-]+\s+){0,4}?(?=that\s|he\s|she\s|they\s|it\s)"
)
# `officials accused of fraud`, `the judge denied bail`: nobody speaks.
_PASSIVE = re.compile(
    r"\s+(?:of|by|for|in|at|as|to|bail|entry|access|(?:[\w’'-]+\s+){0,3}?(?:requests?|motions?|visas?|"
    r"parole|appeals?|petitions?|permission|stay|entry|access|bail))\b"
)
_BEFORE_INVERTED = frozenset(',”"»?!')


def voices(document: Document, names: Sequence[Name], quotations: Sequence[Quotation]) -> Voices:
    """All attributed speech of a document."""
    listener = _Listener(document, names, quotations)
    return Voices(tuple(listener.listen()), tuple(listener.acts()))


class _Listener:
    def __init__(
        self, document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
    ) -> None:
        self._document = document
        self._text = document.text
        self._names = names
        self._sources = Sources(document.text, names)
        self._quotations = quotations
        self._verbs = tuple(find_verbs(document.text))
        self._pieces = sorted(piece for q in quotations for piece in q.pieces)
        self._piece_starts = [piece.start for piece in self._pieces]
        self._word_starts = [token.span.start for words in document.tokens for token in words]

    def listen(self) -> Iterator[Speech]:
        told = list(self._told())
        told = [self._with_quotations(speech) for speech in told]
        told += self._only_quoted(told)
        told.sort(key=lambda speech: speech.spans[0])
        return Speakers(self._document, self._sources, self._quoted).settle(told)

    def acts(self) -> Iterator[Act]:
        """Who denies or attacks, in the writer's own sentences."""
        for verb in self._verbs:
            at = self._document.passage_at(verb.span.start)
            if verb.word in speaking() or at is None or self._quoted(verb.span.start):
                continue
            sentence = self._document.passages[at]
            if sentence.heading or _PASSIVE.match(self._text, verb.span.end):
                continue
            source = self._sources.before(sentence.span.start, verb.span.start)
            if source is not None:
                yield Act(source, verb.span)

    def count(self, spans: Sequence[Span]) -> int:
        """How many words stand in the spans."""
        return sum(
            bisect_left(self._word_starts, s.end) - bisect_left(self._word_starts, s.start)
            for s in spans
        )

    def _told(self) -> Iterator[Speech]:
        """Speech with a reporting verb or `according to`, in the writer's own sentences."""
        found: list[tuple[int, Verb | None]] = [
            (verb.span.start, verb) for verb in self._verbs if verb.word in speaking()
        ]
        found += [(match.start(), None) for match in _ACCORDING.finditer(self._text)]
        ends: dict[int, int] = {}
        for start, verb in sorted(found, key=lambda item: item[0]):
            at = self._document.passage_at(start)
            if at is None or self._document.passages[at].heading or self._quoted(start):
                continue
            sentence = self._document.passages[at].span
            floor = max(sentence.start, ends.get(at, 0))
            speech = (
                self._according(start, sentence, floor)
                if verb is None
                else self._said(verb, sentence, floor)
            )
            if speech is not None:
                yield speech
                ends[at] = verb.span.end if verb else start + 12

    def _quoted(self, offset: int) -> bool:
        at = bisect_right(self._piece_starts, offset) - 1
        return at >= 0 and offset < self._pieces[at].end

    def _said(self, verb: Verb, sentence: Span, floor: int) -> Speech | None:
        text, span = self._text, verb.span
        source = self._sources.before(floor, span.start)
        if source is not None:
            begin = _subject_start(text, floor, source.span.start)
            if self._trails(text, floor, begin, span.end, sentence.end):
                return self._speech(floor, begin, source, span)
            return self._leading(verb, sentence, source)
        before = text[floor : span.start].rstrip()
        if verb.word in _INVERTED and before and before[-1] in _BEFORE_INVERTED:
            source = self._sources.after(span.end, sentence.end)
            if source is not None:
                return self._speech(floor, span.start, source, span)
        return None

    def _trails(self, text: str, floor: int, begin: int, end: int, stop: int) -> bool:
        """Whether the words stand before `Lee said`, not behind it."""
        before = text[floor:begin].rstrip()
        if not before or before[-1] not in _BEFORE_INVERTED or len(before.split()) < 3:
            return False
        if before[-1] in '”"»':
            return True
        if (
            before[-1] == ","
            and _OPENING_PHRASE.match(before.lstrip('“"'))
            and len(before.split()) < 12
            and "”" not in before
            and '"' not in before
        ):
            return False
        closes = _CLOSES.match(text, end, stop)
        return closes is not None and not _THAT.search(text, end, min(stop, end + 60))

    def _leading(self, verb: Verb, sentence: Span, source: Source) -> Speech | None:
        text, end = self._text, verb.span.end
        if verb.word in ("told", "tells", "tell"):
            addressed = _ADDRESSEE.match(text, end, sentence.end)
            end = addressed.end() if addressed else end
        elif verb.word not in ALWAYS and not _CLAUSE.match(text, end, sentence.end):
            return None
        return self._speech(end, sentence.end, source, verb.span)

    def _according(self, start: int, sentence: Span, floor: int) -> Speech | None:
        text = self._text
        source = self._sources.after(start + len("according to"), sentence.end)
        if source is None or source.pronoun:
            return None
        if text[floor:start].strip(' ,“"'):
            return self._speech(floor, start, source, None)
        comma = text.find(",", source.span.end, sentence.end)
        return self._speech(comma + 1, sentence.end, source, None) if comma >= 0 else None

    def _speech(self, start: int, end: int, source: Source, verb: Span | None) -> Speech | None:
        text = self._text
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ',“"'):
            end -= 1
        if start >= end:
            return None
        spans = (Span(start, end),)
        return Speech(spans, self.count(spans), source, verb=verb)

    def _with_quotations(self, speech: Speech) -> Speech:
        """The speech with the whole of the quotations that it touches or that verb interrupts."""
        spans = list(speech.spans)
        for quotation in self._quotations:
            if any(quotation.span.overlaps(span) for span in speech.spans):
                spans += quotation.pieces
        if len(spans) == 1:
            return speech
        merged = _merged(spans)
        return replace(speech, spans=merged, words=self.count(merged))

    def _only_quoted(self, told: Sequence[Speech]) -> list[Speech]:
        """Quotations that stand in none of the sentences with a reporting verb."""
        taken = sorted(span for speech in told for span in speech.spans)
        found = []
        for quotation in self._quotations:
            if quotation.is_term or any(quotation.span.overlaps(span) for span in taken):
                continue
            source = self._stated(quotation)
            found.append(Speech(quotation.pieces, quotation.words, source))
        return found

    def _stated(self, quotation: Quotation) -> Source | None:
        if quotation.speaker is None:
            return None
        named = [
            name
            for name in self._names
            if any(mention.overlaps(quotation.speaker) for mention in name.mentions)
        ]
        if named:
            return Source(quotation.speaker, named[0])
        return (
            Source(quotation.speaker) if quotation.speaker.of(self._text)[0] in "HhSsTt" else None
        )


_INVERTED = frozenset(
    "said says say wrote writes added adds noted notes explained tweeted replied recalled "
    "continued argued warned insisted declared claimed concluded remarked observed quipped".split()
)


def _subject_start(text: str, floor: int, start: int) -> int:
    """Where the clause of the subject begins: behind the last comma or mark before it."""
    at = start
    while at > floor and text[at - 1] not in ',”"»?!;':
        at -= 1
    return at if start - at < 60 else start


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
