"""Whether two shares, or two votes, are of other things: of other people, of other ballots."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from reader.alignment.similarity import counts, is_number
from reader.framing.facts.acts import CLAUSE_ENDS
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.text.quantity import Quantity
from reader.text.tokens import Token, stem

Of = Figure[Quantity]

_SHARES = frozenset(("percent", "points"))
# With these begins what is said of those whose share it is: `half of the nurses have left`.
_HELPING = frozenset(
    "is are was were has have had do does did will would can could may might must should".split()
)
_WHO = frozenset("who which that".split())
_VERBS = _HELPING | _WHO
# Where what is shared out has been named.
_ENDS = _VERBS | frozenset("in at on from with by for to of".split())


def other_share(ground: Ground, one: Of, other: Of) -> bool:
    """Whether two shares are of other people or things, or of those who do and are other things."""
    if not (one.what.kind in _SHARES and other.what.kind in _SHARES):
        return False
    return _apart(_whole(one), _whole(other)) or _apart(_said(ground, one), _said(ground, other))


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and all(map(is_number, one & other))


def _whole(figure: Of) -> frozenset[str]:
    """What it is a share of, as stems: `workers` in `half of the workers at the mill`."""
    if not _of(figure):
        return frozenset()
    named = takewhile(lambda token: token.word not in _ENDS, figure.right[1:])
    return _telling(named)


def _said(ground: Ground, figure: Of) -> frozenset[str]:
    """What is said of those whose share it is, as stems; empty where that is not plain."""
    if not _of(figure):
        return frozenset()
    text = ground.documents[figure.document].text
    words = iter(figure.right)
    verb = next((token for token in words if token.word in _VERBS), None)
    if verb is None or verb.word in _WHO:
        return frozenset()
    if CLAUSE_ENDS & frozenset(text[figure.span.end : verb.span.start]):
        return frozenset()
    return _telling(words)


def _of(figure: Of) -> bool:
    return [token.word for token in figure.right[:1]] == ["of"]


def _telling(words: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.stem for token in words if counts(token))


# Words that name a ballot or a body of those who vote: a vote of one is none of another.
_BALLOTS = tuple(
    frozenset(stem(word) for word in line.split())
    for line in (
        "first second third fourth final preliminary runoff",
        "amendment veto cloture filibuster override",
        "committee subcommittee panel commission caucus",
    )
)
_CHAMBERS = frozenset("senate house council board parliament assembly court commons lords".split())


def other_ballot(ground: Ground, one: Of, other: Of) -> bool:
    """Whether two votes are of other ballots: another round, an amendment, a committee."""
    if not one.what.kind == other.what.kind == "votes":
        return False
    first, second = (_words(ground, figure) for figure in (one, other))
    return any(first & words != second & words for words in _BALLOTS) or _apart(
        first & _CHAMBERS, second & _CHAMBERS
    )


def _words(ground: Ground, figure: Of) -> frozenset[str]:
    tokens = ground.documents[figure.document].tokens[figure.passage]
    return frozenset(token.stem for token in tokens) | frozenset(t.word for t in tokens)
