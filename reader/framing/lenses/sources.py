"""Where does it say it has it from, and how surely? Sources, verbs, hedges and boosters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.framing.findings import finding_id, letter
from reader.framing.lens import Case
from reader.framing.sourcing import GROUPS, Counted, Group, Hit, counted
from reader.model import Evidence, Finding, LensReport
from reader.text.document import Document
from reader.text.safety import one_line

_EACH = 3  # words per article in the summary
_PASSAGES = 12  # per article: those of a source that comes again behind all that are counted
_PER = 1_000
# Read by one person, verb classes and hedge rates were worth knowing in 1 case of 5 to 8: they
# are counts to look up, never among the first findings.
_WEIGHT = {"unnamed": 0.3, "named": 0.2, "hedge": 0.2, "booster": 0.2, "verb": 0.15}
_NEUTRAL = 0.05
# A text may have more of these than those that surely stand beside a verb.
_PERHAPS_MORE = frozenset(("named", "unnamed"))


@dataclass(frozen=True)
class Sources:
    """Where does it say it has it from, and how surely?"""

    name: str = "sources"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Count sources, reporting verbs, hedges and boosters of every article."""
        english = [document.article.language in (None, "en") for document in case.documents]
        if not any(english):
            return LensReport(self.name, "cannot-say", "its words are known in English only")
        columns = [
            counted(document, case.voices[at], case.quotations[at], case.words)
            if english[at]
            else None
            for at, document in enumerate(case.documents)
        ]
        found = []
        for group in GROUPS:
            row = [None if column is None else column[group] for column in columns]
            if any(cell is not None and cell.hits for cell in row):
                found.append(_finding(case, group, row))
        aside = english.count(False)
        reason = f"{aside} of {len(english)} not in English" if aside else ""
        return LensReport(self.name, "found" if found else "none", reason, tuple(found))


LENS = Sources()


def _finding(case: Case, group: Group, columns: Sequence[Counted | None]) -> Finding:
    documents = case.documents
    values: list[Evidence | None] = [
        document.cut(_shown(found.hits).span) if found and found.hits else None
        for document, found in zip(documents, columns, strict=True)
    ]
    evidence: list[Evidence] = []
    for document, found in zip(documents, columns, strict=True):
        evidence += _sentences(document, found.hits if found else ())
    measures = tuple(map(_measure, columns))
    weight = _NEUTRAL if group.name == "neutral" else _WEIGHT[group.kind]
    return Finding(
        id=finding_id("sources", group.key, (d.article.id for d in documents), values),
        lens="sources",
        kind=group.kind,
        subject=None,
        verdict="stated",
        values=tuple(values),
        measures=measures,
        unit=group.unit,
        reason=group.reason,
        summary=_summary(case, group, columns, measures),
        weight=weight,
        evidence=tuple(evidence),
    )


def _shown(hits: Sequence[Hit]) -> Hit:
    """The first place, but rather a name beside a verb than a `he`."""
    return next((hit for hit in hits if hit.counts and hit.called is None), hits[0])


def _measure(found: Counted | None) -> float | None:
    """The count; None where it is not known, also whether there is one at all."""
    if found is None or (found.more and not found.hits):
        return None
    return float(found.count)


def _sentences(document: Document, found: Sequence[Hit]) -> list[Evidence]:
    """The first sentences that hold places, of each source one before a second of any."""
    ranked = sorted(found, key=lambda hit: not hit.counts)
    around = dict.fromkeys(document.sentence_around(hit.span) for hit in ranked)
    return sorted(list(around)[:_PASSAGES], key=lambda evidence: evidence.span)


def _summary(
    case: Case,
    group: Group,
    columns: Sequence[Counted | None],
    measures: Sequence[float | None],
) -> str:
    """`claim verbs: A 3 (4.1 in 1,000 words) claimed, insisted; B none`."""
    parts = []
    for at, (document, found, count) in enumerate(
        zip(case.documents, columns, measures, strict=True)
    ):
        if not found or not count:
            unknown = "not counted" if found is None else "not sure"
            parts.append(f"{letter(at)} {'none' if count == 0 else unknown}")
            continue
        length = max(sum(map(len, document.tokens)), 1)
        counts = [(hit.called or hit.span).of(document.text) for hit in found.hits if hit.counts]
        shown = list(dict.fromkeys(one_line(words) for words in counts))
        least = "at least " * (found.more and group.kind in _PERHAPS_MORE)
        rate = f" ({count * _PER / length:.1f} in 1,000 words)" if group.rate else ""
        more = ", …" if len(shown) > _EACH else ""
        parts.append(f"{letter(at)} {least}{count:.0f}{rate} {', '.join(shown[:_EACH])}{more}")
    return f"{group.title}: {'; '.join(parts)}"
