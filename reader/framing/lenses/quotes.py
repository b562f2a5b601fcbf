"""Which quotations were cut or changed?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.framing.around import turned_around
from reader.framing.findings import finding_id
from reader.framing.given_twice import Twice, given_twice
from reader.framing.keeping import Kept, keepings
from reader.framing.lens import Case
from reader.framing.occasions import Occasion, occasion
from reader.framing.other_speaker import Speaker, speakers_unsure, spoken_by
from reader.framing.quoting import ALTERED_SLIGHTLY, judge, said_by_whom, turned
from reader.framing.sayings import Saying, sayings
from reader.framing.short_quotations import (
    of_other_things,
    short_cuts,
    short_denials,
    stems_before,
)
from reader.framing.shown import Judgement
from reader.framing.speech import Voices
from reader.framing.utterances import Utterance, utterances
from reader.model import Evidence, Finding, LensReport, Span
from reader.text.document import Document

# Passages of one article shown for one utterance that it quotes in pieces.
_PASSAGES = 3


@dataclass(frozen=True)
class Quotes:
    """Which quotations were cut or changed?

    Words that one article quotes and another prints as its own are never reported (`unmarked`):
    one such case in seven was real, embedded posts and transcripts were the rest. Signed posts,
    and paragraphs behind `Lee wrote:`, are quotations without marks.
    """

    name: str = "quotes"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Find the utterances that two or more articles quote, and how each quotes them."""
        columns = [
            sayings(document.text, at, case.quotations[at])
            for at, document in enumerate(case.documents)
        ]
        texts = [document.text for document in case.documents]
        heard = list(zip(texts, case.voices, case.quotations, strict=True))
        beside = [spoken_by(*each, beside=True) for each in heard]
        speakers = [{place: who.key for place, who in spoken_by(*each).items()} for each in heard]

        def when(saying: Saying) -> Occasion:
            return occasion(case.documents[saying.column], saying.quotation)

        def before(saying: Saying) -> frozenset[str]:
            return stems_before(case.documents[saying.column], saying.quotation.span)

        def elsewhere(one: Saying, other: Saying) -> bool:
            spans = one.quotation.span, other.quotation.span
            texts = case.documents[one.column], case.documents[other.column]
            return when(one).other_than(when(other)) or of_other_things(
                texts[0], spans[0], texts[1], spans[1]
            )

        every = (
            *utterances(columns, speakers, when),
            *short_denials(columns, speakers, before, elsewhere),
            *short_cuts(columns, speakers),
        )
        found = [_finding(case.documents, utterance, beside, case.voices) for utterance in every]
        for column in columns:
            twice = given_twice(case.documents, column, speakers, when)
            found += [_within(case.documents, each) for each in twice]
        quoting = sum(bool(column) for column in columns)
        if not found and quoting < 2:
            reason = "no quotation in these texts" if not quoting else "only one of them quotes"
            return LensReport(self.name, "cannot-say", reason)
        if not found:
            return LensReport(self.name, "none")
        found.sort(key=lambda finding: -finding.weight)
        return LensReport(self.name, "found", findings=tuple(found))


LENS = Quotes()


def _finding(
    documents: Sequence[Document],
    utterance: Utterance,
    beside: Sequence[Mapping[Span, Speaker]],
    voices: Sequence[Voices],
) -> Finding:
    whole = utterance.whole
    kept = keepings(utterance, documents)
    judgement = judge(documents, whole, kept)
    quoting = {whole.column: [whole]} | {part.column: list(part.sayings) for part in kept}
    around = turned_around(documents, dict(sorted(quoting.items())), beside)
    as_it_is = judgement.verdict in ("same", "trimmed") or judgement.weight <= ALTERED_SLIGHTLY
    if around is not None and as_it_is:
        judgement = turned(documents, whole, kept, around)
    elif as_it_is and speakers_unsure(documents, quoting, voices):
        judgement = said_by_whom(judgement)
    values: list[Evidence | None] = [None] * len(documents)
    measures: list[float | None] = [None] * len(documents)
    values[whole.column] = documents[whole.column].cut(whole.quotation.span)
    measures[whole.column] = float(len(whole.words))
    for part in kept:
        shown = next((s for s in judgement.changed if s.column == part.column), part.match.a)
        values[part.column] = documents[part.column].cut(shown.quotation.span)
        measures[part.column] = float(part.words + part.extra)
    subject = _shared(documents, utterance, kept)
    evidence = _evidence(documents, utterance, kept)
    if around is not None and judgement.reason == around.reason:
        for column, place in around.said:
            values[column] = _with(documents[column], values[column], place, evidence)
    return _told(documents, judgement, subject, values, measures, evidence)


def _with(
    document: Document, value: Evidence | None, place: Span, evidence: Sequence[Evidence]
) -> Evidence | None:
    """A quotation with the words beside it, if they stand in the sentences that are shown."""
    if value is None:
        return None
    wide = Span(min(value.span.start, place.start), max(value.span.end, place.end))
    shown = any(each.article == value.article and wide in each.span for each in evidence)
    return document.cut(wide) if shown else value


def _within(documents: Sequence[Document], twice: Twice) -> Finding:
    """What one article alone quotes in two places, differently."""
    whole, part = twice.whole, twice.other.a
    document = documents[whole.column]
    values: list[Evidence | None] = [None] * len(documents)
    measures: list[float | None] = [None] * len(documents)
    values[whole.column] = document.cut(whole.quotation.span)
    measures[whole.column] = float(len(whole.words))
    places = sorted((whole.quotation.span, part.quotation.span))
    subject = document.cut(part.quotation.inner)
    evidence = tuple(map(document.sentence_around, places))
    return _told(documents, twice.judgement, subject, values, measures, evidence)


def _told(
    documents: Sequence[Document],
    judgement: Judgement,
    subject: Evidence,
    values: Sequence[Evidence | None],
    measures: Sequence[float | None],
    evidence: tuple[Evidence, ...],
) -> Finding:
    return Finding(
        id=finding_id("quotes", "quote", (d.article.id for d in documents), values, subject),
        lens="quotes",
        kind="quote",
        subject=subject,
        verdict=judgement.verdict,
        values=tuple(values),
        measures=tuple(measures),
        unit="words",
        certainty=judgement.certainty,
        reason=judgement.reason,
        summary=judgement.summary,
        weight=judgement.weight,
        evidence=evidence,
    )


def _evidence(
    documents: Sequence[Document], utterance: Utterance, kept: Sequence[Kept]
) -> tuple[Evidence, ...]:
    """The whole sentences in which each article quotes it, in article order."""
    quoting = {utterance.whole.column: (utterance.whole,)} | {
        part.column: part.sayings for part in kept
    }
    found: list[Evidence] = []
    for column in sorted(quoting):
        around = [documents[column].sentence_around(s.quotation.span) for s in quoting[column]]
        found += list(dict.fromkeys(around))[:_PASSAGES]
    return tuple(found)


def _shared(documents: Sequence[Document], utterance: Utterance, kept: Sequence[Kept]) -> Evidence:
    """The longest stretch that the first article shares with another, within one piece."""
    part = kept[0]
    whole = utterance.whole
    block = max(part.match.blocks, key=lambda block: block.length)
    if part.column < whole.column:
        saying, begin = part.match.a, block.a
    else:
        saying, begin = whole, block.b
    words = saying.words[begin : begin + block.length]
    piece = next(p for p in saying.quotation.pieces if words[0].span in p)
    last = [said for said in words if said.span in piece][-1]
    return documents[saying.column].cut(Span(words[0].span.start, last.span.end))
