"""One name in two spellings, as claims beside the other facts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reader.framing.facts.claims import Claim, Side
from reader.framing.facts.ground import Ground
from reader.framing.spelling import Respelling, spellings


def respelled(ground: Ground) -> Iterator[Claim]:
    """Claims that two articles spell one name differently."""
    for found in spellings(ground.documents, [cast.names for cast in ground.casts]):
        sides = _sides(found)
        for one, other in combinations(sides, 2):
            if one.key != other.key:
                yield Claim(
                    kind="name",
                    verdict="respelled",
                    sides=(one, other),
                    subject=(one.document, one.span),
                    reason="one name in two spellings",
                    weight=0.4,
                    score=1.0,
                )


def _sides(found: Respelling) -> list[Side]:
    places = enumerate(zip(found.spans, found.tokens, strict=True))
    return [Side(column, span, token) for column, (span, token) in places if span is not None]
