"""What is claimed of two figures, and how claims on two articles become findings on all."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.framing.findings import finding_id, shortened
from reader.model import Certainty, Evidence, Finding, Span
from reader.text.document import Document

LENS = "facts"
OWN = "own-dates-clash"

# Strongest first: the verdict of a finding is the strongest of its claims.
VERDICTS = (
    "contradicts", "differs", OWN, "changes-with-time", "finer", "respelled",
    "rounded", "same",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One article's part of a claim."""

    document: int
    span: Span
    key: Hashable
    """What tells one value of an article from another one of the same kind."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed of two places in two articles, or in one."""

    kind: str
    verdict: str
    sides: tuple[Side, Side]
    subject: tuple[int, Span] | None
    """Column and place of the words that say what it is about."""
    reason: str
    weight: float
    score: float
    """How surely the two are of one thing; ranks claims of one kind."""
    certainty: Certainty = "sure"


@dataclass
class _Group:
    """Claims that are joined by a value that they share."""

    claims: list[Claim]
    values: dict[int, Side] = field(default_factory=dict)


def findings(claims: Iterable[Claim], documents: Sequence[Document]) -> tuple[Finding, ...]:
    """One finding for each group of claims that share a value; agreement alone is none."""
    groups: list[_Group] = []
    for claim in sorted(claims, key=lambda c: (VERDICTS.index(c.verdict), -c.score)):
        _place(claim, groups)
    return tuple(_finding(group, documents) for group in groups)


def _place(claim: Claim, groups: list[_Group]) -> None:
    """Join the claim to the group that has one of its values, or begin a new one."""
    own = claim.verdict == OWN
    for group in groups:
        if own or group.claims[0].verdict == OWN:
            continue
        if all(_places(group, side) for side in claim.sides):
            return
        known = [side for side in claim.sides if _has(group, side)]
        if group.claims[0].kind != claim.kind or not known:
            continue
        new = [side for side in claim.sides if side.document not in group.values]
        if len(known) + len(new) == len(claim.sides):
            group.values.update({side.document: side for side in new})
            group.claims.append(claim)
        return
    if claim.verdict != "same":
        groups.append(_Group([claim], {side.document: side for side in claim.sides[::-1]}))


def _places(group: _Group, side: Side) -> bool:
    """Whether a group rests on these very words already."""
    held = group.values.get(side.document)
    return held is not None and held.span == side.span


def _has(group: _Group, side: Side) -> bool:
    """Whether a group has this value of this article."""
    held = group.values.get(side.document)
    return held is not None and held.key == side.key


def _finding(group: _Group, documents: Sequence[Document]) -> Finding:
    head = group.claims[0]
    values = tuple(
        documents[column].cut(group.values[column].span) if column in group.values else None
        for column in range(len(documents))
    )
    own = head.verdict == OWN
    about = min((c.subject for c in group.claims if c.subject), default=None)
    subject = documents[about[0]].cut(about[1]) if about else None
    sides = head.sides if own else [group.values[column] for column in sorted(group.values)]
    evidence = tuple(
        dict.fromkeys(documents[side.document].sentence_around(side.span) for side in sides)
    )
    ids = [document.article.id for document in documents]
    return Finding(
        id=finding_id(LENS, head.kind, ids, values, subject),
        lens=LENS,
        kind=head.kind,
        subject=subject,
        verdict=head.verdict,
        values=values,
        certainty=head.certainty,
        reason=head.reason,
        summary=_summary(head, subject, values, [documents[s.document].cut(s.span) for s in sides]),
        weight=head.weight,
        evidence=evidence,
    )


def _summary(
    head: Claim,
    subject: Evidence | None,
    values: Sequence[Evidence | None],
    sides: Sequence[Evidence],
) -> str:
    """`SUBJECT: kind` and the values, each with its letter; articles with one value together."""
    question = f"{shortened(subject.quote)}: {head.kind}" if subject else head.kind
    if head.verdict == OWN:
        letter = _letter(head.sides[0].document)
        return f"{question} | {letter} {', '.join(side.quote for side in sides)}"
    told: dict[str, tuple[str, list[str]]] = {}
    for column, value in enumerate(values):
        if value is not None:
            quote = _ARTICLE.sub("", " ".join(value.quote.split()))
            told.setdefault(quote.casefold(), (quote, []))[1].append(_letter(column))
    parts = " · ".join(f"{' '.join(letters)} {quote}" for quote, letters in told.values())
    return f"{question} | {parts}"


# Behind a letter that stands for an article of the comparison: not `A A quarter`.
_ARTICLE = re.compile(r"^an?\s", re.IGNORECASE)


def _letter(column: int) -> str:
    return chr(ord("A") + column) if column < 26 else str(column + 1)
