"""Ids of events: kept while most of the articles stay, else made from the articles."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable, Collection, Sequence
from hashlib import blake2b

SHORT = 7  # characters of a new id after its first letter; 35 bits, and longer on collision


def ids(
    groups: Sequence[Collection[str]],
    previous: Sequence[tuple[str, Collection[str]]],
    *,
    letter: str = "e",
    taken: Callable[[str], bool] = lambda _: False,
) -> list[str]:
    """An id for each group of article ids, no two the same, nor one that is `taken`.

    `previous` has the groups that were, each behind its id.

    A group takes over the id of a previous one if it has more than half of those of its articles
    that are still there; of several such ones that with most articles in the group.
    """
    place = {article: index for index, group in enumerate(groups) for article in group}
    claims: dict[int, tuple[int, str]] = {}
    for known, members in previous:
        staying = [place[article] for article in members if article in place]
        for index in set(staying):
            count = staying.count(index)
            if count * 2 > len(staying):
                claim = (-count, known)
                claims[index] = min(claims.get(index, claim), claim)
    given = {identifier for _, identifier in claims.values()}
    found: list[str] = []
    for index, group in enumerate(groups):
        if index in claims:
            found.append(claims[index][1])
        else:
            found.append(_new(group, letter, lambda id: id in given or taken(id)))
            given.add(found[-1])
    return found


def _new(group: Collection[str], letter: str, taken: Callable[[str], bool]) -> str:
    """An id that hangs on the articles only, longer if a shorter one is taken."""
    digest = b32encode(blake2b("\n".join(sorted(group)).encode()).digest()).decode().lower()
    length = next(n for n in range(SHORT, len(digest)) if not taken(letter + digest[:n]))
    return letter + digest[:length]
