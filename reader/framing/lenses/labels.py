"""What does each article call the same person or organisation?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.findings import finding_id, shortened
from reader.framing.label_heads import Label
from reader.framing.label_words import OFFICE, label_stems, same_office
from reader.framing.lens import Case
from reader.framing.quoting import letter
from reader.model import Evidence, Finding, LensReport
from reader.text.document import Document
from reader.text.names import Name, fold_full
from reader.text.tokens import tokens

# Of persons labelled in both articles with new words 20 of 42 were worth knowing; offices alone
# (`Senator`, `Minority Leader`) were most of the rest, so one side must say more than that.
_TELLING = 0.62
_HALF_TELLING = 0.45
_ORGANISATION = 0.4
_SHOWN_WORDS = 12
_REASON = "the words stand beside the name, outside of quotation marks"


@dataclass(frozen=True)
class Labels:
    """What does each article call the same person or organisation?

    Reported only where two articles each use words that the other never uses of that name: a
    shorter form of the same label is no difference.
    """

    name: str = "labels"
    needs_one_event: bool = False

    def look(self, case: Case) -> LensReport:
        """Find names that two or more articles label, each in words of its own."""
        found = case.labels
        if sum(bool(labelled) for labelled in found) < 2:
            return LensReport(self.name, "cannot-say", "fewer than two of them label a name")
        findings = sorted(_findings(case, found), key=lambda finding: -finding.weight)
        if not findings:
            return LensReport(self.name, "none")
        return LensReport(self.name, "found", findings=tuple(findings))


LENS = Labels()


@dataclass(frozen=True)
class _Labelled:
    """One name in one article, with all its labels there."""

    column: int
    name: Name
    labels: tuple[Label, ...]
    stems: tuple[frozenset[str], ...]
    """The content stems of each label."""
    telling: tuple[frozenset[str], ...]
    """Those of words in small letters that are no words of office."""

    @property
    def all_stems(self) -> frozenset[str]:
        """The content stems of all labels together."""
        return frozenset().union(*self.stems)


def _findings(case: Case, found: Sequence[Mapping[str, list[Label]]]) -> Iterator[Finding]:
    for group in _groups(case, found):
        chosen = _apart(group)
        if len(chosen) > 1 and any(new for _, _, new in chosen):
            yield _finding(case.documents, chosen)


def _groups(
    case: Case, found: Sequence[Mapping[str, list[Label]]]
) -> Iterator[tuple[_Labelled, ...]]:
    """Names that two or more articles label, each with its labels by article."""
    taken: set[tuple[int, str]] = set()
    for column, names in enumerate(case.names):
        for name in names:
            if name.key not in found[column] or (column, name.key) in taken:
                continue
            group = [_labelled(case.documents[column], column, name, found[column][name.key])]
            for other in range(column + 1, len(case.documents)):
                match = _counterpart(name, case.names[other], found[other])
                if match is not None and (other, match.key) not in taken:
                    taken.add((other, match.key))
                    labelled = found[other][match.key]
                    group.append(_labelled(case.documents[other], other, match, labelled))
            if len(group) > 1:
                yield tuple(group)


def _counterpart(
    name: Name, others: Sequence[Name], found: Mapping[str, list[Label]]
) -> Name | None:
    for other in others:
        if other.key == name.key and other.key in found and _one_person(name, other):
            return other
    return None


def _one_person(one: Name, other: Name) -> bool:
    """Whether two names with one key are one: surnames alone are shared by families."""
    first, second = fold_full(one).split(), fold_full(other).split()
    if len(first) > 1 and len(second) > 1:
        a, b = first[0], second[0]
        return a.startswith(b) or b.startswith(a) or (a[:3] == b[:3] and len(a) > 3)
    if len(first) == len(second):
        return True
    longer = one if len(first) > 1 else other
    return len(longer.mentions) > 1 and len(longer.mentions[0]) >= len(longer.full)


def _labelled(document: Document, column: int, name: Name, found: Sequence[Label]) -> _Labelled:
    own = {token.stem for token in tokens(name.full)}
    texts = [label.span.of(document.text) for label in found]
    stems = tuple(frozenset(label_stems(text) - own) for text in texts)
    telling = tuple(frozenset(label_stems(text, small=True) - own - OFFICE) for text in texts)
    return _Labelled(column, name, tuple(found), stems, telling)


def _apart(group: Sequence[_Labelled]) -> list[tuple[_Labelled, int, frozenset[str]]]:
    """For each article that has words of its own: its most telling label, the telling words."""
    chosen = []
    for one in group:
        others = frozenset().union(*(other.all_stems for other in group if other is not one))
        own = [(at, stems - others) for at, stems in enumerate(one.stems) if stems - others]
        if own:
            at, new = max(
                own, key=lambda item: (len(item[1] & one.telling[item[0]]), len(item[1]), -item[0])
            )
            chosen.append((one, at, new & one.telling[at]))
    return chosen


def _finding(
    documents: Sequence[Document], chosen: Sequence[tuple[_Labelled, int, frozenset[str]]]
) -> Finding:
    values: list[Evidence | None] = [None] * len(documents)
    evidence: list[Evidence] = []
    for one, at, _ in chosen:
        document, label = documents[one.column], one.labels[at]
        values[one.column] = document.cut(label.span)
        evidence.append(document.sentence_around(label.span))
    first, at, _ = chosen[0]
    subject = documents[first.column].cut(first.labels[at].name)
    person = first.name.person is True
    heads = {same_office(one.labels[at].head) for one, at, _ in chosen}
    telling = sum(bool(new) for _, _, new in chosen) > 1 and len(heads) > 1
    weight = _TELLING if telling else _HALF_TELLING
    said = ", ".join(
        f"{letter(column)} “{shortened(value.quote, _SHOWN_WORDS)}”"
        for column, value in enumerate(values)
        if value is not None
    )
    kind = "person" if person else "organisation"
    return Finding(
        id=finding_id("labels", kind, (d.article.id for d in documents), values, subject),
        lens="labels",
        kind=kind,
        subject=subject,
        verdict="differs",
        values=tuple(values),
        reason=_REASON,
        summary=f"{subject.quote}: {said}",
        weight=weight if person else _ORGANISATION,
        evidence=tuple(evidence),
    )
