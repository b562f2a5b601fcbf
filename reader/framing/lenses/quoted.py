"""Who speaks, and how much? Quotations, in words, and indirect speech of each person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.around import unsaid
from reader.framing.elsewhere import Elsewhere
from reader.framing.findings import finding_id, letter
from reader.framing.lens import Case
from reader.framing.persons import Row, fullest, persons
from reader.framing.same_words import without_repeats
from reader.framing.sayings import sayings
from reader.framing.silence import perhaps_more, silent
from reader.framing.speech import Speech
from reader.framing.unstated import unstated
from reader.model import Evidence, Finding, LensReport, Span
from reader.text.document import Document
from reader.text.quotations import Quotation, title_case
from reader.text.tokens import folded_words, tokens

# Read in real output: a voice that only one article has was worth knowing in 22 of 26 cases
# from 20 words and a fifth of its attributed words on, in 25 of 40 below that.
_WORDS = 20
_SHARE = 0.2
# Of 114 voices among the first findings with so much of their words between marks the words of two
# were not theirs, or not so many; of 30 with less those of six.
_MARKED = 0.6
_LEAST = 8  # fewer are a remark in passing
_MOST = 12
_EACH = 3  # passages per article
_ALONE, _SILENT, _SPEAKS = 0.5, 0.4, 0.3
_BRACKETS = re.compile(r"\[([^\[\]]*)\]|\(([^()]*)\)")
_REASON = "a reporting verb beside the name, or a pronoun that can mean nobody else"
_NAMED = "; named where no words are given, and no words nearby are anybody's unknown"


@dataclass(frozen=True)
class Quoted:
    """Who speaks, and how much?

    `silent` is said only beside the words that another article gives to the person: that somebody
    is named and not heard was worth knowing in 12 of 44 cases alone.
    """

    name: str = "quoted"
    needs_one_event: bool = True

    def look(self, case: Case) -> LensReport:
        """Count the words that each article gives to each person."""
        totals = [sum(speech.words for speech in voices.speeches) for voices in case.voices]
        if not any(totals):
            return LensReport(self.name, "cannot-say", "no words of anybody in these texts")
        said = [_by_name(voices.speeches) for voices in case.voices]
        rows = persons(case.documents, case.names)
        owned = [_owned(case, column) for column in range(len(case.documents))]
        voices = [_Voice(case, row, totals, said, owned) for row in rows]
        words = [document.vocabulary for document in case.documents]
        heard = [voice for voice in voices if max(voice.words) >= _LEAST]
        heard.sort(key=lambda voice: (-voice.weight, -max(voice.words)))
        found = tuple(voice.finding(words) for voice in heard[:_MOST])
        if (nobodys := unstated(case)) is not None:
            found = (*found, nobodys)
        mute = totals.count(0)
        reason = f"{mute} of {len(totals)} give nobody's words" if mute else ""
        return LensReport(self.name, "found" if found else "none", reason, found)


LENS = Quoted()


class _Voice:
    """One person with what each article has of their words."""

    def __init__(
        self,
        case: Case,
        row: Row,
        totals: Sequence[int],
        said: Sequence[Mapping[str, list[Speech]]],
        quotations: Sequence[Sequence[Quotation]],
    ) -> None:
        """What each article has: its attributed words, its speech by name, what it quotes."""
        self._case = case
        self._row = row
        self._texts = [document.text for document in case.documents]
        self._speeches = [
            without_repeats(
                text,
                [s for key in dict.fromkeys(n.key for n in names) for s in found.get(key, ())],
            )
            for text, names, found in zip(self._texts, row, said, strict=True)
        ]
        self.words = [sum(speech.words for speech in said) for said in self._speeches]
        self._strong = any(
            words >= _WORDS and words >= _SHARE * total
            for words, total in zip(self.words, totals, strict=True)
        )
        self._quoted = [
            _between_marks(document, owned, speeches)
            for document, owned, speeches in zip(
                case.documents, quotations, self._speeches, strict=True
            )
        ]
        self._brackets = [
            any(_BRACKETS.search(span.of(text)) for speech in speeches for span in speech.spans)
            for text, speeches in zip(self._texts, self._speeches, strict=True)
        ]
        self._marked = any(
            quoted >= _MARKED * words
            for quoted, words in zip(self._quoted, self.words, strict=True)
            if words
        )
        self._silent = [
            self._strong
            and not words
            and total >= _WORDS
            and silent(document, names, voices.speeches)
            for document, names, words, total, voices in zip(
                case.documents, row, self.words, totals, case.voices, strict=True
            )
        ]

        self._more = [
            bool(names)
            and (_anybodys(voices.speeches) or perhaps_more(document, names, voices.speeches))
            for document, names, voices in zip(case.documents, row, case.voices, strict=True)
        ]

    @property
    def weight(self) -> float:
        """How much a reader would want to see it."""
        alone = sum(words > 0 for words in self.words) == 1
        if alone and self._strong and self._marked:
            return _ALONE
        return _SILENT if any(self._silent) else _SPEAKS * (1 if self._strong else 0.5)

    def finding(self, words: Sequence[frozenset[str]]) -> Finding:
        """The person with the words of each article; `words` are all that each one has."""
        documents = self._case.documents
        subject = self._subject()
        values = [self._value(column, document) for column, document in enumerate(documents)]
        verdict = "silent" if any(self._silent) else "speaks"
        measures = tuple(self._measures(subject.quote, words))
        return Finding(
            id=finding_id("quoted", "person", (d.article.id for d in documents), values, subject),
            lens="quoted",
            kind="person",
            subject=subject,
            verdict=verdict,
            values=tuple(values),
            measures=measures,
            unit="words",
            reason=_REASON + (_NAMED if verdict == "silent" else ""),
            summary=self._summary(subject.quote, measures),
            weight=self.weight,
            evidence=tuple(e for column in range(len(documents)) for e in self._evidence(column)),
        )

    def _subject(self) -> Evidence:
        column, span = fullest(self._case.documents, self._row)
        return self._case.documents[column].cut(span)

    def _value(self, column: int, document: Document) -> Evidence | None:
        """The longest stretch of their words; where they are silent, their name."""
        if self._speeches[column]:
            return document.cut(_longest(self._speeches[column]))
        return document.cut(self._first(column)) if self._silent[column] else None

    def _first(self, column: int) -> Span:
        """Where an article names the person first."""
        return min(name.mentions[0] for name in self._row[column])

    def _measures(self, who: str, words: Sequence[frozenset[str]]) -> Iterator[float | None]:
        """Words in quotation marks per article; None where some of nobody's may be theirs.

        Where reported speech ends the writer may go on, so it is not counted: in 14 of the 17
        voices that readers found wrong the count was. None is where the surname stands, spelled
        alike or nearly so, or where their words do, in what they wrote themselves.
        """
        *_, surname = tokens(who)
        for column, (own, said) in enumerate(zip(words, self.words, strict=True)):
            known = said > 0 or self._silent[column]
            named = surname.word in own or (not known and self._there(column, surname.word))
            maybe = not known and (named or self._stands_in(column))
            yield None if maybe else float(self._quoted[column])

    def _there(self, column: int, surname: str) -> bool:
        return Elsewhere((self._case.vocabularies[column],)).has_name(surname)

    def _stands_in(self, column: int) -> bool:
        """Whether an article has some words of theirs in a row, without them as a speaker."""
        there = Elsewhere((self._case.vocabularies[column],))
        return any(
            there.has_run(document.words(speech.spans))
            for document, speeches in zip(self._case.documents, self._speeches, strict=True)
            for speech in speeches
        )

    def _summary(self, who: str, measures: Sequence[float | None]) -> str:
        told = [self._told(column, measure) for column, measure in enumerate(measures)]
        parts = [f"{letter(at)} {words}" for at, words in enumerate(told) if words]
        if len(parts) == 1:
            return f"{who}, {parts[0][2:]}"
        return f"{who}: {', '.join(parts)}"

    def _told(self, column: int, measure: float | None) -> str:
        """What an article gives of their words, as the summary says it; nothing if it is silent."""
        if self._silent[column]:
            return "only the name"
        if measure is None:
            return "not sure"
        if measure:
            more = self._more[column] or self._brackets[column]
            return f"{'at least ' * more}{_counted(int(measure))} quoted"
        return "reported" if self.words[column] else ""

    def _evidence(self, column: int) -> Iterator[Evidence]:
        document = self._case.documents[column]
        said = sorted(self._speeches[column], key=lambda speech: -speech.words)[:_EACH]
        spans = sorted(_stretch(speech) for speech in said)
        if self._silent[column]:
            spans = [self._first(column)]
        yield from dict.fromkeys(document.sentence_around(span) for span in spans)


def _by_name(speeches: Sequence[Speech]) -> Mapping[str, list[Speech]]:
    found: dict[str, list[Speech]] = {}
    for speech in speeches:
        if speech.person is not None:
            found.setdefault(speech.person.key, []).append(speech)
    return found


def _owned(case: Case, column: int) -> Sequence[Quotation]:
    """What an article quotes, without what somebody denies to have said."""
    document, quotations = case.documents[column], case.quotations[column]
    return [
        saying.quotation
        for saying in sayings(document.text, column, quotations)
        if not unsaid(document, saying)
    ]


def _anybodys(speeches: Sequence[Speech]) -> bool:
    """Whether there are words of somebody unknown: a count of anybody's may be too small."""
    return any(speech.person is None and speech.source is None for speech in speeches)


def _between_marks(
    document: Document, quotations: Sequence[Quotation], said: Sequence[Speech]
) -> int:
    """How many of the words of some speech are quoted.

    Without what the writer puts in brackets, and without titles of works.
    """
    spans = [span for speech in said for span in speech.spans]
    return sum(
        len(document.words([piece])) - _bracketed(piece.of(document.text))
        for quotation in quotations
        for piece in quotation.pieces
        if any(piece.overlaps(span) for span in spans) and not title_case(piece.of(document.text))
    )


def _bracketed(words: str) -> int:
    """How many words stand in brackets, which may be the writer's."""
    return sum(len(folded_words(inside[0])) for inside in _BRACKETS.finditer(words))


def _counted(words: int) -> str:
    return f"{words} word{'s' * (words != 1)}"


def _longest(said: Sequence[Speech]) -> Span:
    longest = max(said, key=lambda speech: speech.words)
    return max(longest.spans, key=len)


def _stretch(speech: Speech) -> Span:
    """From the first to the last of the words, with the name beside them if it is near."""
    return Span(speech.spans[0].start, speech.spans[-1].end)
