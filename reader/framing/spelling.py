"""One name that two articles spell differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from reader.model import Span
from reader.text.document import Document
from reader.text.given_names import GIVEN
from reader.text.names import Name, name_words
from reader.text.rarity import rare
from reader.text.tokens import stem

# Letters by which one token of a name may differ (two that are swapped count once): two in long
# ones, one in short ones. Of seven
# such pairs in real reports five were the same person.
_EDITS = 2
_LONG = 6
_SHORTEST = 4
# Of the articles of a sample; two spellings that are both in more of them are two names.
_COMMON = 0.001


@dataclass(frozen=True, slots=True)
class Respelling:
    """A name with the place where each article first gives it in full."""

    spans: tuple[Span | None, ...]
    """One per article; None where it does not stand in full."""
    tokens: tuple[str | None, ...]
    """The folded token that differs, one per article."""
    person: bool | None


Form = tuple[str, ...]


def spellings(
    documents: Sequence[Document], names: Sequence[Sequence[Name]]
) -> tuple[Respelling, ...]:
    """Names of two tokens and more of which one token differs by a letter or two.

    Endings do not count (`Clinton`, `Clintons`), nor do two spellings that are both common
    (`Stephen`, `Steven`), nor names that stand beside each other in one article.
    """
    columns = [_forms(document, found) for document, found in zip(documents, names, strict=True)]
    reported: set[frozenset[Form]] = set()
    result: list[Respelling] = []
    for a, b in combinations(range(len(columns)), 2):
        for one, other, at in _pairs(columns[a], columns[b]):
            key = frozenset({one, other})
            if key in reported or any(key <= column.keys() for column in columns):
                continue
            reported.add(key)
            result.append(_respelling(columns, one, other, at))
    return tuple(result)


def _forms(document: Document, names: Sequence[Name]) -> dict[Form, tuple[Span, Name]]:
    """Every full form with its first place."""
    found: dict[Form, tuple[Span, Name]] = {}
    for name in names:
        for span in name.mentions:
            form = name_words(span.of(document.text))
            if len(form) > 1:
                found.setdefault(form, (span, name))
    return found


def _pairs(
    left: dict[Form, tuple[Span, Name]], right: dict[Form, tuple[Span, Name]]
) -> Iterator[tuple[Form, Form, int]]:
    by_rest: dict[tuple[int, int, Form], list[Form]] = {}
    for form in right:
        for at in range(len(form)):
            rest = (len(form), at, form[:at] + form[at + 1 :])
            by_rest.setdefault(rest, []).append(form)
    for form in left:
        for at in range(len(form)):
            rest = (len(form), at, form[:at] + form[at + 1 :])
            for other in by_rest.get(rest, ()):
                if form != other and _respelled(form, other, at):
                    yield form, other, at


def _respelled(form: Form, other: Form, at: int) -> bool:
    one, two = form[at], other[at]
    shorter = min(len(one), len(two))
    edits = OSA.distance(one, two, score_cutoff=_EDITS)
    if shorter < _SHORTEST or edits > (_EDITS if shorter >= _LONG else 1):
        return False
    if one[0] != two[0] or any(map(str.isdigit, one + two)):
        return False
    if one[-1] != two[-1] and sorted(one) != sorted(two):  # another ending, not two letters swapped
        return False
    return not (_common(one) and _common(two))


def _common(token: str) -> bool:
    return token in GIVEN or not rare(stem(token), _COMMON)


def _respelling(
    columns: Sequence[dict[Form, tuple[Span, Name]]], one: Form, other: Form, at: int
) -> Respelling:
    spans: list[Span | None] = []
    tokens: list[str | None] = []
    person: bool | None = None
    for column in columns:
        form = one if one in column else other if other in column else None
        spans.append(column[form][0] if form else None)
        tokens.append(form[at] if form else None)
        if form and column[form][1].person is not None:
            person = column[form][1].person
    return Respelling(tuple(spans), tuple(tokens), person)
