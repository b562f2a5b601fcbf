"""What a person said of the grouping and still shows, in fixed words, for each event and story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.model import Ruling
from reader.ui.chronicle import Chronicle

_VERBS = {
    "join": "you joined articles here",
    "move": "you moved articles here",
    "split": "you took articles out",
    "part": "you keep it apart from another event",
}
_NAMED = "you named it"


def rulings_said(rulings: Sequence[Ruling], chronicle: Chronicle) -> Mapping[str, tuple[str, ...]]:
    """Sentences by the id of an event or story, those of the last rulings first.

    Only what is so now is said: a later correction may have undone an earlier one.
    """
    said: dict[str, dict[str, None]] = defaultdict(dict)
    for ruling in reversed(rulings):
        for id, words in _said(ruling, chronicle):
            said[id][words] = None
    return {id: tuple(words) for id, words in said.items()}


def _said(ruling: Ruling, chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    of = chronicle.event_of
    homes = {of[article] for article in ruling.one if article in of}
    if ruling.act in ("join", "move") and len(homes) == 1:
        yield homes.pop(), _VERBS[ruling.act]
    elif ruling.act == "name":
        yield from ((id, _NAMED) for id in homes if chronicle.events[id].label == ruling.name)
    elif ruling.act == "name-story":
        stories = {chronicle.events[id].story or "" for id in homes} & chronicle.stories.keys()
        yield from ((id, _NAMED) for id in stories if chronicle.stories[id].label == ruling.name)
    elif ruling.act in ("split", "part"):
        left, rest = ({of[id] for id in side if id in of} for side in ruling.apart)
        if left.isdisjoint(rest):
            yield from ((id, _VERBS[ruling.act]) for id in rest)
            yield from ((id, _VERBS[ruling.act]) for id in left if ruling.act == "part")
