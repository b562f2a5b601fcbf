"""Whether two figures are of a part and its whole, or of two parts: then neither denies the other.

Of the claims on figures that were read and false most were such: `eight boys are out, four are
not` beside `twelve boys`, `three of the suspects` beside `four suspects`, the seats of two states.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.framing.facts.figures import Figure
from reader.framing.facts.ground import Ground
from reader.framing.facts.times import other_time
from reader.framing.facts.whose import other_ballot, other_share
from reader.text.quantity import Quantity
from reader.text.stopwords import STOP
from reader.text.tokens import Token

Of = Figure[Quantity]

_SHARES = frozenset(("percent", "points"))
_REST = frozenset("other others rest remaining remainder".split())
_PARTED = 3


def parts(ground: Ground, one: Of, other: Of) -> bool:
    """Whether two figures of like sentences count different parts, or a part and the whole."""
    return (
        _of_them(ground, one) != _of_them(ground, other)
        or bool(_rest(one) and _rest(other))
        or _adds_up(ground, one, other)
        or _adds_up(ground, other, one)
        or _other_kind(ground, one, other)
        or _including(one) != _including(other)
        or _reckoned(ground, one) != _reckoned(ground, other)
        or _result(ground, one)
        or _result(ground, other)
        or other_time(ground, one, other)
        or other_share(ground, one, other)
        or other_ballot(ground, one, other)
    )


def _of_them(ground: Ground, figure: Of) -> bool:
    """Whether it is a number of some that are known: `three of the suspects`."""
    if figure.what.vague:
        return False  # "hundreds of people"
    words = [token.word for token in figure.right[:2]]
    text = ground.documents[figure.document].text
    return words[:1] == ["of"] and not text[figure.span.end :].lstrip().startswith("of a ")


def _including(figure: Of) -> frozenset[str]:
    """Whether more is counted with it: `$2.6 billion including debt`, `plus bonuses`."""
    return _WITH & frozenset(token.word for token in figure.right[:_PARTED])


_WITH = frozenset("including excluding plus without".split())


def _reckoned(ground: Ground, figure: Of) -> frozenset[str]:
    """The words of its sentence that say how a profit or the like is reckoned."""
    words = frozenset(t.word for t in ground.documents[figure.document].tokens[figure.passage])
    return words & _RECKONED if words & _RESULTS else frozenset()


_RESULTS = frozenset("profit profits income earnings loss losses revenue sales margin".split())
_RECKONED = frozenset("net gross operating adjusted underlying pretax core".split())


def _rest(figure: Of) -> frozenset[str]:
    near = (*figure.left[:_PARTED], *figure.right[:_PARTED])
    return _REST & frozenset(token.word for token in near)


def _adds_up(ground: Ground, part: Of, whole: Of) -> bool:
    """Whether another count beside the one makes up the other: 65 passengers and six crew."""
    if part.what.kind != "count" or whole.what.value <= part.what.value:
        return False
    rest = whole.what.value - part.what.value
    return any(
        known.what.kind == "count" and known.what.value == rest
        for known in ground.quantities[part.document]
        if known is not part and known.passage == part.passage
    )


def _other_kind(ground: Ground, one: Of, other: Of) -> bool:
    """Whether both say of what kind those are that they count, and say another one.

    `Seven counts of fraud` and `twelve counts of conspiracy`, `389 Democratic voters` and `345
    Republican voters`.
    """
    first, second = _kinds(ground, one), _kinds(ground, other)
    return any(a and b and not a & b for a, b in zip(first, second, strict=True))


def _kinds(ground: Ground, figure: Of) -> tuple[frozenset[str], frozenset[str]]:
    """Names between the figure and what it counts, and the word behind `of`, as stems."""
    if figure.what.around is None:
        return frozenset(), frozenset()
    end = figure.what.around.end
    names = ground.vectors.names
    between = [t for t in figure.right if t.span.end <= end]
    behind = [t for t in figure.right if t.span.start >= end]
    of = list(_content(behind[1:])) if behind and behind[0].word == "of" else []
    return frozenset(t.stem for t in between if t.stem in names), frozenset(of[:1])


def _content(words: list[Token]) -> Iterator[str]:
    return (token.stem for token in words if token.word not in STOP)


def _result(ground: Ground, figure: Of) -> bool:
    """Whether a share is one side of a result: `53% to 47%`; every poll and place has another."""
    return figure.what.kind in _SHARES and bool(_against(ground, figure))


def _against(ground: Ground, figure: Of) -> list[Of]:
    """The shares that it is set against in a result."""
    text = ground.documents[figure.document].text
    return [
        known
        for known in ground.quantities[figure.document]
        if known.passage == figure.passage
        and known.what.kind in _SHARES
        and known is not figure
        and _between(text, figure, known).strip() in ("to", "-", "–", "—")
    ]


def other_result(ground: Ground, one: Of, other: Of) -> bool:
    """Whether two shares are of two results: `46.8 to 46.3` and `53 to 47`."""
    mine, theirs = _against(ground, one), _against(ground, other)
    agree = any(a.what.relation(b.what) in ("same", "rounded") for a in mine for b in theirs)
    return bool(mine and theirs) and not agree


def _between(text: str, one: Of, other: Of) -> str:
    first, second = sorted((one.span, other.span))
    return text[first.end : second.start]
