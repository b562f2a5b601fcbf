"""Quotations of a few words that one article gives and another one denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.framing.sayings import Saying
from reader.framing.utterances import RUN, Block, Match, Utterance
from reader.model import Span

# `The line is safe`, `The line is no longer safe`. Fewer words are said by anybody.
_LEAST, _BEARING = 3, 2
_DENIES = frozenset("not never no longer more".split())
_DENIALS = ((), ("not",), ("never",), ("no", "longer"), ("no", "more"))


def short_denials(
    columns: Sequence[Sequence[Saying]], speakers: Sequence[Mapping[Span, str]]
) -> Iterator[Utterance]:
    """Quotations of one known speaker, too short to be compared else, of which one alone denies."""
    alike: dict[tuple[str, tuple[str, ...]], list[Saying]] = defaultdict(list)
    for sayings in columns:
        for saying in sayings:
            who = speakers[saying.column].get(saying.quotation.span)
            rest = tuple(word for word in saying.plain if word not in _DENIES)
            bearing = sum(s.bearing for s in saying.words if s.word not in _DENIES)
            if who is not None and _LEAST <= len(rest) < RUN and bearing >= _BEARING:
                alike[who, rest].append(saying)
    for group in alike.values():
        whole = max(group, key=lambda saying: len(saying.words))
        matches = tuple(
            match
            for saying in group
            if saying.column != whole.column and (match := _beside(saying, whole)) is not None
        )
        if any(match.a.plain != whole.plain for match in matches):
            yield Utterance(whole, matches)


def _beside(saying: Saying, whole: Saying) -> Match | None:
    """How the whole has the words of the other one and, if any, a denial in one place of them."""
    short, long = saying.plain, whole.plain
    size = len(long) - len(short)
    for at in range(len(short) + 1):
        if long[:at] == short[:at] and long[at + size :] == short[at:]:
            if long[at : at + size] not in _DENIALS:
                return None
            blocks = (Block(0, 0, at), Block(at, at + size, len(short) - at))
            return Match(saying, whole, tuple(block for block in blocks if block.length))
    return None
