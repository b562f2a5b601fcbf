"""Values side by side judged by labels: facts, quotations, what things are called."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Finding
from tests.quality.comparing.labels import Label, Labelled, Row, meets
from tests.quality.comparing.score import Score

DIFFER = ("differs", "contradicts", "own-dates-clash")
"""Verdicts that say that a fact is told in two ways."""
OWN = "own-dates-clash"

Claim = tuple[Row, str, str]
"""Places by column, the verdict, and how it is told."""


def values(
    event: Labelled, table: str, claims: Sequence[Claim], score: Score, *, only: Sequence[str] = ()
) -> None:
    """Judge claims about values of two columns or more; `only` are the verdicts that count."""
    labels = [each for each in event.rows(table) if not only or each.fields["verdict"] in only]
    counted = [claim for claim in claims if not only or claim[1] in only]
    for row, verdict, how in counted:
        holds = any(agree(row, verdict, label) for label in labels)
        score.claim(holds, f"{event.name}: {verdict}: {how}")
        if not holds:
            traps = [t for t in event.rows(f"not_{table}") if agree(row, "", t)]
            score.traps += [f"{event.name}: {trap.fields['why']}: {how}" for trap in traps]
    for label in labels:
        if label.required:
            found = any(agree(row, verdict, label) for row, verdict, _ in counted)
            score.want(found, f"{event.name}: {_shown(event, label)}")


def agree(row: Row, verdict: str, label: Label) -> bool:
    """Whether every value lies on one of the label: of two columns, or of one that clashes."""
    if (verdict == OWN) != (label.fields.get("verdict") == OWN):
        return False
    if any(not meets(places, label.row.get(column, ())) for column, places in row.items()):
        return False
    return len(row) > 1 or verdict == OWN


def claims(event: Labelled, lens: str) -> list[Claim]:
    """What a lens claims, as places by column."""
    return [(row(event, f), f.verdict, f.summary) for f in event.findings(lens)]


def row(event: Labelled, finding: Finding) -> Row:
    """The values of a finding by column."""
    places = [event.place(value) for value in finding.values if value]
    return {place.column: (place,) for place in places}


def right_verdicts(event: Labelled, table: str, claims: Sequence[Claim]) -> tuple[int, int]:
    """Of the claims that meet a label: how many have its verdict, and how many there are."""
    met = [
        (verdict, [label for label in event.rows(table) if agree(row, verdict, label)])
        for row, verdict, _ in claims
    ]
    right = sum(any(v == label.fields["verdict"] for label in labels) for v, labels in met)
    return right, sum(bool(labels) for _, labels in met)


def _shown(event: Labelled, label: Label) -> str:
    return " | ".join(map(event.words_at, label.places))
