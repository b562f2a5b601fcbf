"""Whether two shares, or two votes, are of other things: of other people, of other ballots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from reader.alignment.similarity import counts, is_number
from reader.framing.facts.acts import CLAUSE_ENDS
from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.text.counted import plural
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
    behind = _behind(_said(ground, one), _said(ground, other))
    return _apart(_whole(one), _whole(other)) or _apart(*behind)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and all(map(is_number, one & other))


def _whole(figure: Of) -> frozenset[str]:
    """What it is a share of, as stems: `workers` in `half of the workers at the mill`."""
    if not _of(figure):
        return frozenset()
    return _telling(_named(figure))


def _named(figure: Of) -> Sequence[Token]:
    """The words behind `of`, up to the first plural or what is said of those."""
    words = list(takewhile(lambda token: token.word not in _ENDS, figure.right[1:]))
    last = next((at for at, token in enumerate(words) if plural(token.word)), len(words))
    return words[: last + 1]


def _said(ground: Ground, figure: Of) -> Sequence[str]:
    """What is said of those whose share it is, as stems; nothing where that is not plain."""
    if not _of(figure):
        return ()
    verb = next((at for at, t in enumerate(figure.right) if t.word in _VERBS), None)
    named = _named(figure)
    if verb is not None and figure.right[verb].word in _WHO:
        return ()
    # `Half of the nurses smoke`, `half of nurses at the clinic quit`: a verb without help.
    if verb is None and not (named and plural(named[-1].word)):
        return ()
    words = figure.right[1 + len(named) if verb is None else verb + 1 :]
    end = words[-1].span.end if verb is None and words else words[0].span.start if words else 0
    if CLAUSE_ENDS & frozenset(ground.documents[figure.document].text[figure.span.end : end]):
        return ()
    return [token.stem for token in words if counts(token)]


def _behind(one: Sequence[str], other: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of both without those with which both begin: `at the clinic`."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return frozenset(one[same:]), frozenset(other[same:])


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
