"""Ids of events: kept while most of the articles stay, else made from the articles."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Collection, Sequence
from hashlib import blake2b

from reader.model import Event

SHORT = 7  # characters of a new id after its first letter; 35 bits, and longer on collision


def ids(groups: Sequence[Collection[str]], previous: Sequence[Event]) -> list[str]:
    """An id for each group of article ids, no two the same.

    A group takes over the id of a previous event if it has more than half of those of its
    articles that are still there; of several such events that with most articles in the group.
    """
    place = {article: index for index, group in enumerate(groups) for article in group}
    claims: dict[int, tuple[int, str]] = {}
    for event in previous:
        staying = [place[article] for article in event.articles if article in place]
        for index in set(staying):
            count = staying.count(index)
            if count * 2 > len(staying):
                claim = (-count, event.id)
                claims[index] = min(claims.get(index, claim), claim)
    taken = {identifier for _, identifier in claims.values()}
    found: list[str] = []
    for index, group in enumerate(groups):
        if index in claims:
            found.append(claims[index][1])
        else:
            found.append(_new(group, taken))
            taken.add(found[-1])
    return found


def _new(group: Collection[str], taken: Collection[str]) -> str:
    """An id that hangs on the articles only, longer if a shorter one is taken."""
    digest = b32encode(blake2b("\n".join(sorted(group)).encode()).digest()).decode().lower()
    length = next(n for n in range(SHORT, len(digest)) if "e" + digest[:n] not in taken)
    return "e" + digest[:length]
