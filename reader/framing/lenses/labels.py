"""What does each article call the same person or organisation?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.framing.epithets import epithets
from reader.framing.findings import finding_id, letter, shortened
from reader.framing.label_choice import Choice, Labelled, apart, labelled
from reader.framing.label_heads import Label, any_noun
from reader.framing.label_words import same_office
from reader.framing.labels_of_case import labels_of_case
from reader.framing.lens import Case
from reader.framing.rival_words import Rivals, rivals
from reader.model import Evidence, Finding, LensReport
from reader.text.document import Document
from reader.text.names import Name, fold_full
from reader.text.people import is_organisation_noun

# Read on 117 dated events and 66 of other kinds, with the texts beside: of labels of which one
# colours 10 of 12 were worth knowing, of two that tell more than an office 5 of 12, of others 4 of
# 20; so only the first kind stands among the first findings of a comparison.
_COLOURED = 0.66
_TELLING = 0.55
_HALF_TELLING = 0.45
_ORGANISATION = 0.4
_COLOURED_ORGANISATION = 0.5
_SIDES = 0.62  # words that take sides, for one group or thing
_SHOWN_WORDS = 12
_KIN = frozenset(
    "brother sister son daughter wife husband father mother cousin nephew niece".split()
)
_REASON_OF_SIDES = "words for one group or thing that take sides, outside of quotation marks"
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
        found = labels_of_case(case)
        findings = [*_findings(case, found), *(_of_sides(case, each) for each in rivals(case))]
        if not findings and sum(bool(labelled) for labelled in found) < 2:
            return LensReport(self.name, "cannot-say", "fewer than two of them label a name")
        if not findings:
            return LensReport(self.name, "none")
        findings.sort(key=lambda finding: -finding.weight)
        return LensReport(self.name, "found", findings=tuple(findings))


LENS = Labels()


def _findings(case: Case, found: Sequence[Mapping[str, list[Label]]]) -> Iterator[Finding]:
    for group in _groups(case, found):
        chosen = apart(group)
        person = any(choice.of.name.person or _only_person(choice.label.head) for choice in chosen)
        if chosen and not (person and _one_office(chosen)):
            yield _finding(case.documents, chosen, person=person)


def _groups(
    case: Case, found: Sequence[Mapping[str, list[Label]]]
) -> Iterator[tuple[Labelled, ...]]:
    """Names that two or more articles label, each with its labels by article."""
    taken: set[tuple[int, str]] = set()
    for column, names in enumerate(case.names):
        for name in names:
            if name.key not in found[column] or (column, name.key) in taken:
                continue
            group = [labelled(case.documents[column], column, name, found[column][name.key])]
            for other in range(column + 1, len(case.documents)):
                match = _counterpart(name, found[column], case.names[other], found[other])
                if match is not None and (other, match.key) not in taken:
                    taken.add((other, match.key))
                    theirs = found[other][match.key]
                    group.append(labelled(case.documents[other], other, match, theirs))
            if len(group) > 1:
                yield tuple(group)


def _counterpart(
    name: Name,
    own: Mapping[str, list[Label]],
    others: Sequence[Name],
    found: Mapping[str, list[Label]],
) -> Name | None:
    given = _is_given(name, own[name.key])
    for other in others:
        if other.key not in found or given != _is_given(other, found[other.key]):
            continue
        if _same(name, other) and _one_person(name, other):
            return other
    return None


def _is_given(name: Name, found: Sequence[Label]) -> bool:
    """Whether a lone word is a given name and no surname: `Lee's brother Ryan`."""
    return " " not in name.full and any(label.head in _KIN for label in found)


def _same(one: Name, other: Name) -> bool:
    """Whether two names may be one: by key, or by all words where one is not known a person's."""
    return one.key == other.key or fold_full(one) == fold_full(other)


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


def _finding(documents: Sequence[Document], chosen: Sequence[Choice], *, person: bool) -> Finding:
    values: list[Evidence | None] = [None] * len(documents)
    evidence: list[Evidence] = []
    for choice in chosen:
        document = documents[choice.of.column]
        values[choice.of.column] = document.cut(choice.label.span)
        evidence.append(document.sentence_around(choice.label.span))
    subject = documents[chosen[0].of.column].cut(chosen[0].label.name)
    kind = "person" if person else "organisation"
    return Finding(
        id=finding_id("labels", kind, (d.article.id for d in documents), values, subject),
        lens="labels",
        kind=kind,
        subject=subject,
        verdict="differs",
        values=tuple(values),
        reason=_REASON,
        summary=f"{subject.quote}: {_said(values)}",
        weight=_weight(chosen, person=person),
        certainty="sure" if not person or _tells(chosen) else "perhaps",
        evidence=tuple(evidence),
    )


def _said(values: Sequence[Evidence | None]) -> str:
    return ", ".join(
        f"{letter(column)} “{shortened(value.quote, _SHOWN_WORDS)}”"
        for column, value in enumerate(values)
        if value is not None
    )


def _of_sides(case: Case, found: Rivals) -> Finding:
    """What several articles call one group or thing in words that take sides."""
    width = range(len(case.documents))
    values = tuple(
        case.documents[column].cut(found.words[column]) if column in found.words else None
        for column in width
    )
    ids = [document.article.id for document in case.documents]
    return Finding(
        id=finding_id("labels", "thing", ids, values),
        lens="labels",
        kind="thing",
        subject=None,
        verdict="differs",
        values=values,
        reason=_REASON_OF_SIDES,
        summary=_said(values),
        weight=_SIDES,
        evidence=tuple(
            case.documents[column].sentence_around(span) for column, span in found.words.items()
        ),
    )


def _only_person(head: str) -> bool:
    """Whether a noun heads labels of persons and of nothing else (a lecturer, not an owner)."""
    return any_noun(head) and not is_organisation_noun(head)


def _coloured(chosen: Sequence[Choice]) -> bool:
    return any(
        not other.of.says(epithet)
        for choice in chosen
        for other in chosen
        for epithet in choice.epithets
        if other is not choice
    )


def _one_office(chosen: Sequence[Choice]) -> bool:
    """Whether all say one office, each with another field of it, in no word that colours.

    Of six such labels in 250 events none was worth knowing, and one was no other label.
    """
    heads = {same_office(choice.label.head) for choice in chosen}
    said = (choice.label.span.of(choice.of.document.text) for choice in chosen)
    return len(heads) == 1 and not any(map(epithets, said))


def _tells(chosen: Sequence[Choice]) -> bool:
    """Whether two tell more than an office, or one colours.

    Of 39 pairs of which one says no more than an office (`Judge`, `Ohio Rep.`) ten were no
    difference, mostly because that article has the other one elsewhere; of 66 others two.
    """
    return _coloured(chosen) or sum(bool(choice.telling) for choice in chosen) > 1


def _weight(chosen: Sequence[Choice], *, person: bool) -> float:
    coloured = _coloured(chosen)
    if not person:
        return _COLOURED_ORGANISATION if coloured else _ORGANISATION
    if coloured:
        return _COLOURED
    return _TELLING if _tells(chosen) else _HALF_TELLING
