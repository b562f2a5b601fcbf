"""Names that only one article has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from reader.framing.aliases import aliases, is_demonym
from reader.framing.alone.ground import Ground
from reader.model import Finding, Span
from reader.text.names import Name
from reader.text.rarity import rare
from reader.text.tokens import tokens

# Of the names in three sentences and more 29 of 40 were worth knowing, of all names a third.
_SENTENCES = 3
_MOST = 2
_WEIGHT = 0.3
_RARE = 0.02  # Washington, Twitter and Reuters are in more of the news
_EACH, _UP_TO = 0.02, 5  # a name in more sentences ranks a little higher
# Persons named less often, by first and last name, are listed behind all else.
_PERSONS = 3
_SELDOM = 0.12
_INNER_CAPITAL = re.compile(r"[a-z]{3}[A-Z]")  # link text run into a name: `ScaliseScalise`
REASON = "no form, spelling or part of the name stands in the others"


def names(ground: Ground) -> Iterator[Finding]:
    """Up to two names, those in most sentences first; then up to three persons named less often."""
    counted = [
        (len(passages), name, passages)
        for name in ground.case.names[ground.column]
        if (passages := ground.passages_of(name.mentions))
        and (_telling(name) if len(passages) >= _SENTENCES else _person(ground, name))
    ]
    ranked = sorted(counted, key=lambda item: (-item[0], item[1].mentions[0]))
    often = (i for i in ranked if i[0] >= _SENTENCES and not _elsewhere(ground, i[1]))
    seldom = (i for i in ranked if i[0] < _SENTENCES and not _elsewhere(ground, i[1]))
    for count, name, passages in chain(islice(often, _MOST), islice(seldom, _PERSONS)):
        value = _longest(ground, name)
        yield ground.finding(
            "name",
            value,
            weight=_WEIGHT + _EACH * min(count - _SENTENCES, _UP_TO)
            if count >= _SENTENCES
            else _SELDOM,
            reason=REASON,
            subject=value,
            summary=f"{value.of(ground.document.text)}: in {count} sentence{'s' * (count > 1)}",
            evidence=[ground.document.passages[i].span for i in passages[:_SENTENCES]],
            measure=float(count),
        )


def _telling(name: Name) -> bool:
    """Whether it is a person or a name that news does not mention every day."""
    if is_demonym(name.full):
        return False
    return name.person is True or any(rare(token.stem, _RARE) for token in tokens(name.full))


def _person(ground: Ground, name: Name) -> bool:
    """Whether it is a person by first and last name, neither a photographer nor run together."""
    if name.person is not True or " " not in name.full or _INNER_CAPITAL.search(name.full):
        return False
    text = ground.document.text
    return not any("/" in text[max(0, m.start - 1) : m.end + 1] for m in name.mentions)


def _elsewhere(ground: Ground, name: Name) -> bool:
    forms = {name.full, *(span.of(ground.document.text) for span in name.mentions)}
    words = {token.span.of(form) for form in forms for token in tokens(form)}
    words |= {word for form in forms for word in aliases(form)}
    return any(ground.elsewhere.has_name(word) for word in words if len(word) > 1)


def _longest(ground: Ground, name: Name) -> Span:
    text = ground.document.text
    held = [s for s in name.mentions if ground.passages_of([s])]
    return max(held, key=lambda span: (span.of(text) == name.full, len(span), -span.start))
