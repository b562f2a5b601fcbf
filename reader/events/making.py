"""An event made from its articles and their links: its name, its reasons, what perhaps belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from reader.events.before import Before
from reader.events.copies import PHRASES, print_of, shared_phrases, voices
from reader.events.labels import central
from reader.events.linking import foreign
from reader.events.profiles import Portrait, bare
from reader.events.rulings import Ruled
from reader.events.scoring import Link
from reader.events.store import GroupingStore
from reader.events.why import (
    cut_names,
    foreign_reason,
    name_reason,
    shared_names,
    voice_reason,
    why,
)
from reader.model import Article, Event, Voice

# An article outside perhaps belongs to an event if its mean link is so near to the threshold
# and they share rare names; only the nearest are named, or the list is noise.
MAYBE = 0.75
MAYBE_NAMES = 2
MAYBE_LISTED = 3
JOINED = "you joined them"
"""The reason of articles that are one event by a person's word only."""


Reasons = tuple[tuple[str, ...], tuple[Voice, ...]]
"""Why articles are one event, and which of them print one text."""
Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Calls a function of a module with each of some arguments, as `map` does, perhaps elsewhere."""
_PIECES = 4  # in which the reasons of a part are worked out


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are one event, oldest first, with the id that it is to have."""

    id: str
    articles: tuple[str, ...]
    known: Event | None = None
    """The event that had this id."""


class Making:
    """Makes events; texts are read only for what has changed."""

    def __init__(
        self,
        store: GroupingStore,
        before: Before,
        ruled: Ruled | None = None,
        edited: Collection[str] = (),
        spread: Spread = map,
    ) -> None:
        self.store = store
        self.before = before
        self.ruled = ruled or Ruled()
        self._edited = frozenset(edited)
        self._spread = spread
        self._portraits: dict[str, Portrait] = {}

    def portrait(self, id: str) -> Portrait:
        """The portrait of an article that is there."""
        self.know([id])
        return self._portraits[id]

    def know(self, ids: Collection[str]) -> None:
        """Read the portraits of some articles at once."""
        missing = [id for id in ids if id not in self._portraits]
        if missing:
            if len(self._portraits) > 20_000:
                self._portraits.clear()
            self._portraits.update(self.store.portraits(missing))

    def age(self, id: str) -> str:
        """Later in the alphabet is newer."""
        return self.portrait(id).age

    @cached_property
    def present(self) -> frozenset[str]:
        """The articles that are there, of those in an event or story that a person named."""
        named = {id for name in self.ruled.names for id in name.articles}
        return frozenset(self.store.portraits(named)) if named else frozenset()

    def begin(self, groups: Sequence[Group]) -> Iterator[list[Reasons]]:
        """Have the reasons of groups worked out that are not as they were; for `finish`."""
        self.know({id for group in groups for id in group.articles})
        new = [group for group in groups if self._new(group)]
        size = 1 + len(new) // _PIECES
        pieces = (new[start : start + size] for start in range(0, len(new), size))
        return iter(self._spread(reasons_of_all, (list(map(self._asked, p)) for p in pieces)))

    def finish(
        self,
        groups: Sequence[Group],
        begun: Iterator[list[Reasons]],
    ) -> list[Event]:
        """The events of some groups."""
        new = (group.id for group in groups if self._new(group))
        given = dict(zip(new, chain.from_iterable(begun), strict=True))
        articles = [id for group in groups for id in group.articles]
        links = _by_article(self.store.links(articles, event=True))
        return [self._event(group, _theirs(group, links), given.get(group.id)) for group in groups]

    def _new(self, group: Group) -> bool:
        return len(group.articles) > 1 and not self.same(group)

    def only_new(self, moved: Collection[str]) -> bool:
        """Whether articles only came in: none of these is gone, and none that was is changed."""
        there = self.store.present(moved)
        return len(there) == len(set(moved)) and not self.before.event_of(self._edited)

    def edited(self, articles: Collection[str]) -> bool:
        """Whether one of the articles was edited."""
        return not self._edited.isdisjoint(articles)

    def same(self, group: Group) -> bool:
        """Whether a group is the event that it was, of articles that were not edited."""
        known = group.known
        return (
            known is not None
            and known.articles == group.articles
            and not self.edited(group.articles)
        )

    def _asked(self, group: Group) -> tuple[list[Article], list[Portrait]]:
        texts = list(self.before.articles(group.articles))
        return texts, [self.portrait(article.id) for article in texts]

    def _event(self, group: Group, links: Sequence[Link], given: Reasons | None) -> Event:
        articles, known = group.articles, group.known
        said, heard = given or ((), ())
        if self.same(group) and known is not None:
            said, heard = known.why, known.voices
        elif given and self.ruled.block_of.get(articles[0], frozenset()).issuperset(articles):
            said = (JOINED, *said)
        return Event(
            id=group.id,
            label=self.label(articles, links),
            articles=articles,
            why=said,
            story=known.story if known else None,
            maybe=self._maybe(group, links),
            voices=heard,
        )

    def label(self, articles: Sequence[str], links: Sequence[Link]) -> str:
        """The name that a person gave, else the headline of the most central article."""
        given = self.ruled.name_of(articles, present=self.present) if self.present else None
        if given:
            return given
        place = {id: at for at, id in enumerate(articles)}
        inner = sorted(
            (place[each.one], place[each.other], each.event)
            for each in links
            if each.one in place and each.other in place
        )
        return self.portrait(
            articles[central([self.portrait(id).titled for id in articles], inner)]
        ).label

    def _maybe(self, group: Group, links: Sequence[Link]) -> tuple[tuple[str, str], ...]:
        """The nearest articles outside an event that share rare names with one of its articles."""
        articles = group.articles
        told = dict(group.known.maybe) if group.known and self.same(group) else {}
        members = frozenset(articles)
        sums: defaultdict[str, float] = defaultdict(float)
        for each in sorted(links, key=lambda each: (each.one, each.other)):
            if (each.one in members) != (each.other in members):
                sums[each.other if each.one in members else each.one] += each.event
        near = [(-total, id) for id, total in sums.items() if total / len(articles) >= MAYBE]
        found: list[tuple[str, str]] = []
        for _, id in sorted(near):
            if len(found) == MAYBE_LISTED:
                break
            if self.ruled.apart([id], articles):
                continue
            if id in told and id not in self._edited:
                found.append((id, told[id]))
                continue
            names = self._shared(id, articles)
            if len(names) >= MAYBE_NAMES:
                found.append((id, name_reason(names)))
        return (*found, *self._abroad(articles))

    def _abroad(self, articles: Sequence[str]) -> list[tuple[str, str]]:
        """Reports in other languages that perhaps belong to an event, and why they do not."""
        near: dict[str, int] = {}
        own = self.store.profiles(articles)
        for id in sorted(own):
            for other, shared in foreign(self.store, own[id]).items():
                near[other] = max(near.get(other, 0), len(shared))
        others = [id for id in near if id not in own and not self.ruled.apart([id], articles)]
        found = []
        for id in sorted(others, key=lambda id: (-near[id], id))[:MAYBE_LISTED]:
            self.know([id])
            names = {bare(name) for each in articles for name in self.portrait(each).names}
            theirs = self.portrait(id)
            for text in self.before.articles([id]):
                stems = [name for name in theirs.names if bare(name) in names]
                cut = cut_names(text, stems, theirs.language)
                found.append((id, foreign_reason(theirs.language, cut)))
        return found

    def _shared(self, id: str, articles: Sequence[str]) -> list[str]:
        own = self.portrait(id)
        others = [self.portrait(other) for other in articles]
        near = [o for o in others if len(set(own.names) & set(o.names)) >= MAYBE_NAMES]
        text = self.before.articles([id]) if near else ()
        best: list[str] = []
        for each in text:
            for other in near:
                # No more names can be cut than stems are shared.
                if len(set(own.names) & set(other.names)) > len(best):
                    best = max(best, shared_names(each, own, other), key=len)
        return best


def _by_article(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for each in links:
        found.setdefault(each.one, []).append(each)
        found.setdefault(each.other, []).append(each)
    return found


def _theirs(group: Group, links: Mapping[str, Collection[Link]]) -> list[Link]:
    found = {(each.one, each.other): each for id in group.articles for each in links.get(id, ())}
    return list(found.values())


def reasons_of_all(groups: Sequence[tuple[Sequence[Article], Sequence[Portrait]]]) -> list[Reasons]:
    """`reasons` of each of some groups."""
    return [reasons(*each) for each in groups]


def reasons(articles: Sequence[Article], portraits: Sequence[Portrait]) -> Reasons:
    """Why two or more articles are one event, and which of them print one text."""
    texts = {article.id: article.text for article in articles}
    alike = shared_phrases(texts)
    worth = {id for pair, count in alike.items() if count >= PHRASES for id in pair}
    prints = {id: print_of(text) for id, text in texts.items() if id in worth}
    heard = tuple(Voice(ids, share) for ids, share in voices(prints))
    said = why(articles, portraits, alike)
    return (*said, *(voice_reason(articles, voice) for voice in heard)), heard
