"""Names that the other articles keep coming back to and one never says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.framing.missing.aliases import aliases
from reader.framing.missing.columns import Columns
from reader.model import Finding, Span
from reader.text.names import Name, same_name
from reader.text.rarity import rare
from reader.text.tokens import tokens

# Of the names in five sentences and more of the others 14 of 20 were worth knowing, of all names
# a third.
_SENTENCES = 5
_MOST = 4
_WEIGHT = 0.3
_EACH, _UP_TO = 0.01, 10  # a name in more sentences ranks a little higher
_RARE = 0.05  # America, Congress and Twitter are in more of the news
REASON = "no form, alias, spelling or part of the name stands in the text or headline"


@dataclass(frozen=True, slots=True)
class _Left:
    said: tuple[tuple[Span, ...], ...]
    sentences: int


def names(columns: Columns) -> Iterator[Finding]:
    """Up to four names, those in most sentences of the others first."""
    found = sorted(_left(columns), key=lambda left: -left.sentences)
    for left in found[:_MOST]:
        more = min(left.sentences - _SENTENCES, _UP_TO)
        yield columns.finding("name", left.said, weight=_WEIGHT + _EACH * more, reason=REASON)


def _left(columns: Columns) -> Iterator[_Left]:
    taken: list[Name] = []
    for column, found in enumerate(columns.case.names):
        if column in columns.aside:
            continue
        for name in found:
            if any(same_name(name, other) for other in taken) or not _telling(name):
                continue
            taken.append(name)
            said = _said(columns, column, name)
            held = [columns.passages(at, spans) for at, spans in enumerate(said)]
            sentences = sum(map(len, held))
            touching = sum(columns.touching(at, passages) for at, passages in enumerate(held))
            missing = [at for at, spans in enumerate(said) if not spans]
            if sentences < _SENTENCES or not touching or not missing:
                continue
            if 2 * len(missing) > len(said) or not set(missing) <= set(columns.judged):
                continue
            if not any(_present(columns, at, column, name) for at in missing):
                yield _Left(said, sentences)


def _said(columns: Columns, column: int, name: Name) -> tuple[tuple[Span, ...], ...]:
    """Where each article names it."""
    return tuple(
        name.mentions
        if at == column
        else tuple(sorted(s for other in found if same_name(name, other) for s in other.mentions))
        for at, found in enumerate(columns.case.names)
    )


def _telling(name: Name) -> bool:
    """Whether it is a person or a name that news does not mention every day."""
    return name.person is True or any(rare(token.stem, _RARE) for token in tokens(name.full))


def _present(columns: Columns, at: int, column: int, name: Name) -> bool:
    """Whether an article has any part of any form of a name of another article."""
    text = columns.case.documents[column].text
    forms = {name.full, *(span.of(text) for span in name.mentions)}
    known = columns.vocabularies[at]
    words = {token.span.of(form) for form in forms for token in tokens(form)}
    words |= {word for form in forms for word in aliases(form)}
    return any(known.has_name(word) for word in words if len(word) > 1)
