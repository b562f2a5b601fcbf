"""All attributed speech of a document: quotations, and what somebody is said to have said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.framing.reporting import Source, Sources
from reader.framing.speech import Speech, resolved
from reader.framing.verbs import ALWAYS, Verb, find_verbs, speaking, speaking
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
    r"\s*(?:,?\s*(?:that|how|why|whether)\s|[:,]?\s*[“\"«]|:\s|\s(?:he|she|they|it|there)\s)"
)
_ADDRESSEE = re.compile(r"\s+(?:the\s+|a\s+)?(?:[\w’'.&-]+\s+){0,4}?(?=that\s|he\s|she\s|they\s|it\s)")
_BEFORE_INVERTED = frozenset(",”\"»?!")


def speeches(
    document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
) -> tuple[Speech, ...]:
    """All attributed speech, in order; quotations of nobody in particular have no source."""
    return tuple(_Listener(document, names, quotations).listen())


class _Listener:
    def __init__(
        self, document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
    ) -> None:
        self._document = document
        self._text = document.text
        self._names = names
        self._sources = Sources(document.text, names)
        self._quotations = [quotation for quotation in quotations]
        self._pieces = sorted(piece for q in quotations for piece in q.pieces)
        self._piece_starts = [piece.start for piece in self._pieces]
        self._word_starts = [token.span.start for words in document.tokens for token in words]

    def listen(self) -> Iterator[Speech]:
        told = list(self._told())
        told = [self._with_quotations(speech) for speech in told]
        told += self._only_quoted(told)
        return resolved(self._document, sorted(told, key=_place), self._sources, self._quoted)

    def count(self, spans: Sequence[Span]) -> int:
        """How many words stand in the spans."""
        return sum(
            bisect_left(self._word_starts, s.end) - bisect_left(self._word_starts, s.start)
            for s in spans
        )

    def _told(self) -> Iterator[Speech]:
        """Speech with a reporting verb or `according to`, in the writer's own sentences."""
        found: list[tuple[int, Verb | None]] = [
            (verb.span.start, verb) for verb in find_verbs(self._text) if verb.word in speaking()
        ]
        found += [(match.start(), None) for match in _ACCORDING.finditer(self._text)]
        ends: dict[int, int] = {}
        for start, verb in sorted(found, key=lambda item: item[0]):
            at = self._document.passage_at(start)
            if at is None or self._document.passages[at].heading or self._quoted(start):
                continue
            sentence = self._document.passages[at].span
            floor = max(sentence.start, ends.get(at, 0))
            speech = self._according(start, sentence, floor) if verb is None else self._said(
                verb, sentence, floor
            )
            if speech is not None:
                yield speech
                ends[at] = (verb.span.end if verb else start + 12)

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
        if before[-1] in "”\"»":
            return True
        if before[-1] == "," and _OPENING_PHRASE.match(before.lstrip("“\"")) and len(
            before.split()
        ) < 12 and "”" not in before and '"' not in before:
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
        if text[floor:start].strip(" ,“\""):
            return self._speech(floor, start, source, None)
        comma = text.find(",", source.span.end, sentence.end)
        return self._speech(comma + 1, sentence.end, source, None) if comma >= 0 else None

    def _speech(self, start: int, end: int, source: Source, verb: Span | None) -> Speech | None:
        text = self._text
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",“\""):
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
        return Source(quotation.speaker) if quotation.speaker.of(self._text)[0] in "HhSsTt" else None


_INVERTED = frozenset(",”\"»?!")


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that an article gives as somebody's."""

    spans: tuple[Span, ...]
    """Where they stand, in order; for a quotation what stands between the marks."""
    words: int
    source: Source | None = None
    """Who is said to have said them; None if it is not stated."""
    person: Name | None = None
    """The name of the one who speaks, also where a pronoun safely means it."""
    verb: Span | None = None
    """The reporting verb; None for `according to` and for quotations without one."""


def speeches(
    document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
) -> tuple[Speech, ...]:
    """All attributed speech, in order; quotations of nobody in particular have no source."""
    return tuple(_Listener(document, names, quotations).listen())


class _Listener:
    def __init__(
        self, document: Document, names: Sequence[Name], quotations: Sequence[Quotation]
    ) -> None:
        self._document = document
        self._text = document.text
        self._names = names
        self._sources = Sources(document.text, names)
        self._quotations = [quotation for quotation in quotations]
        self._pieces = sorted(piece for q in quotations for piece in q.pieces)
        self._piece_starts = [piece.start for piece in self._pieces]
        self._word_starts = [token.span.start for words in document.tokens for token in words]

    def listen(self) -> Iterator[Speech]:
        told = list(self._told())
        told = [self._with_quotations(speech) for speech in told]
        told += self._only_quoted(told)
        return resolved(self._document, sorted(told, key=_place), self._sources, self._quoted)

    def count(self, spans: Sequence[Span]) -> int:
        """How many words stand in the spans."""
        return sum(
            bisect_left(self._word_starts, s.end) - bisect_left(self._word_starts, s.start)
            for s in spans
        )

    def _told(self) -> Iterator[Speech]:
        """Speech with a reporting verb or `according to`, in the writer's own sentences."""
        found: list[tuple[int, Verb | None]] = [
            (verb.span.start, verb) for verb in find_verbs(self._text) if verb.word in speaking()
        ]
        found += [(match.start(), None) for match in _ACCORDING.finditer(self._text)]
        ends: dict[int, int] = {}
        for start, verb in sorted(found, key=lambda item: item[0]):
            at = self._document.passage_at(start)
            if at is None or self._document.passages[at].heading or self._quoted(start):
                continue
            sentence = self._document.passages[at].span
            floor = max(sentence.start, ends.get(at, 0))
            speech = self._according(start, sentence, floor) if verb is None else self._said(
                verb, sentence, floor
            )
            if speech is not None:
                yield speech
                ends[at] = (verb.span.end if verb else start + 12)

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
        if before[-1] in "”\"»":
            return True
        if before[-1] == "," and _OPENING_PHRASE.match(before.lstrip("“\"")) and len(
            before.split()
        ) < 12 and "”" not in before and '"' not in before:
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
        if text[floor:start].strip(" ,“\""):
            return self._speech(floor, start, source, None)
        comma = text.find(",", source.span.end, sentence.end)
        return self._speech(comma + 1, sentence.end, source, None) if comma >= 0 else None

    def _speech(self, start: int, end: int, source: Source, verb: Span | None) -> Speech | None:
        text = self._text
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",“\""):
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
        return Source(quotation.speaker) if quotation.speaker.of(self._text)[0] in "HhSsTt" else None

    def _resolved(self, told: Sequence[Speech]) -> Iterator[Speech]:
        """Every speech with the person who speaks, where name, pronoun or paragraph say it."""
        passages = self._document.passages
        last: tuple[Name, int, int] | None = None  # who, from which offset on, in which passage
        said: dict[str, str] = {}
        for speech in told:
            place = speech.source.span if speech.source else speech.spans[0]
            at = self._document.passage_at(place.start) or 0
            person: Name | None = None
            if speech.source is None:
                person = self._goes_on(speech, last)
            elif speech.source.name is not None:
                person = speech.source.name
            elif speech.source.pronoun:
                word = speech.source.span.of(self._text).casefold()
                person = self._meant(word, place.start, at, last, said)
                if person is not None:
                    said[person.key] = word
            yield replace(speech, person=person)
            if person is not None:
                last = (person, place.start, at)
            elif speech.source is not None:
                last = None
        assert passages

    def _meant(
        self, word: str, offset: int, at: int, last: tuple[Name, int, int] | None,
        said: dict[str, str],
    ) -> Name | None:
        """The last speaker, if nobody else was named since and the pronoun was no other one."""
        if last is None or word == "they":
            return None
        person, since, passage = last
        if at - passage > _NEAR or not person.person:
            return None
        if said.get(person.key, word) != word:
            return None
        for _, name in self._outside(since, offset):
            if name.key != person.key:
                return None
        return person

    def _outside(self, start: int, stop: int) -> Iterator[tuple[Span, Name]]:
        for span, name in self._sources.persons_in(start, stop):
            if not self._quoted(span.start):
                yield span, name

    def _goes_on(self, speech: Speech, last: tuple[Name, int, int] | None) -> Name | None:
        """The last speaker, if the quotation follows in the paragraph and is all of its sentence."""
        if last is None:
            return None
        passages = self._document.passages
        first = self._document.passage_at(speech.spans[0].start)
        if first is None or passages[first].paragraph != passages[last[2]].paragraph:
            return None
        own = passages[first].span
        around = self._text[own.start : speech.spans[0].start].strip(" “\"'‘«")
        between = any(True for _ in self._outside(last[1] + 1, speech.spans[0].start))
        return last[0] if not around and first - last[2] <= 1 and not between else None


_INVERTED = frozenset(
    "said says say wrote writes added adds noted notes explained tweeted replied recalled "
    "continued argued warned insisted declared claimed concluded remarked observed quipped".split()
)


def _subject_start(text: str, floor: int, start: int) -> int:
    """Where the clause of the subject begins: behind the last comma or mark before it."""
    at = start
    while at > floor and text[at - 1] not in ",”\"»?!;":
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


def _place(speech: Speech) -> Span:
    return speech.spans[0]
