"""What comes first, and what gets room? Places and shares, side by side, without a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.framing.findings import finding_id
from reader.framing.lens import Case
from reader.framing.room import Thing, persons, sentences, topics
from reader.model import Evidence, Finding, LensReport

# Order alone is no finding, and of the shares a quarter were worth knowing: a panel.
_FIRST_WEIGHT = 0.1
_SHARE_WEIGHT = 0.12
_SHORTEST = 5  # sentences; shares of fewer say nothing
_FIRST_REASON = "the first that the text names; its place counts sentences"
_SHARE_REASON = "sentences that name it; those with a pronoun or another word are not counted"


@dataclass(frozen=True)
class Order:
    """What comes first, and what gets room?

    A panel: it sets numbers side by side and claims nothing.
    """

    name: str = "order"
    needs_one_event: bool = True

    def look(self, case: Case) -> LensReport:
        """Count for each article who is named first and how many sentences name each."""
        totals = [len(sentences(case, column)) for column in range(len(case.documents))]
        if sum(total >= _SHORTEST for total in totals) < 2:
            return LensReport(self.name, "cannot-say", "too few sentences to count")
        who = persons(case)
        found = (
            *_first(case, who),
            *(_share(case, "person", thing, totals) for thing in who if thing.shown),
            *(_share(case, "topic", thing, totals) for thing in topics(case)),
        )
        return LensReport(self.name, "found" if found else "none", findings=found)


LENS = Order()


def _first(case: Case, things: Sequence[Thing]) -> Iterator[Finding]:
    """Whom each article names first, if not all begin with the same person."""
    firsts: list[Thing | None] = []
    for column in range(len(case.documents)):
        named = [thing for thing in things if thing.said[column]]
        firsts.append(min(named, key=lambda t: t.said[column][0].span, default=None))
    if len({id(thing) for thing in firsts if thing}) < 2:
        return
    values = tuple(
        thing.said[column][0].value(case, column) if thing else None
        for column, thing in enumerate(firsts)
    )
    places = [
        float(sentences(case, column).index(thing.said[column][0].passage) + 1) if thing else None
        for column, thing in enumerate(firsts)
    ]
    shown = " | ".join(
        f"{value.quote} (sentence {place:.0f})" if value else "none"
        for value, place in zip(values, places, strict=True)
    )
    yield _finding(case, "person", "first", values, places, None, shown)


def _share(case: Case, kind: str, thing: Thing, totals: Sequence[int]) -> Finding:
    """What part of the sentences of each article names one person or topic."""
    values = tuple(
        said[0].value(case, column) if said else None for column, said in enumerate(thing.said)
    )
    shares = [
        round(100 * thing.count(column) / total, 1) if total else None
        for column, total in enumerate(totals)
    ]
    subject = next(value for value in values if value is not None)
    shown = " | ".join("–" if share is None else f"{share:.0f}%" for share in shares)
    return _finding(case, kind, "share", values, shares, subject, f"{subject.quote}: {shown}")


def _finding(
    case: Case,
    kind: str,
    verdict: str,
    values: tuple[Evidence | None, ...],
    measures: Sequence[float | None],
    subject: Evidence | None,
    summary: str,
) -> Finding:
    share = verdict == "share"
    articles = [document.article.id for document in case.documents]
    return Finding(
        id=finding_id("order", f"{kind} {verdict}", articles, values, subject),
        lens="order",
        kind=kind,
        subject=subject,
        verdict=verdict,
        values=values,
        measures=tuple(measures),
        unit="percent" if share else "sentence",
        reason=_SHARE_REASON if share else _FIRST_REASON,
        summary=" ".join(summary.split()),
        weight=_SHARE_WEIGHT if share else _FIRST_WEIGHT,
        evidence=tuple(
            document.sentence_around(value.span)
            for document, value in zip(case.documents, values, strict=True)
            if value is not None
        ),
    )
