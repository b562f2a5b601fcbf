"""An event made from its articles and their links: its name, its reasons, what perhaps belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property

from reader.events.before import Before
from reader.events.copies import print_of, voices, worth_reading
from reader.events.labels import central
from reader.events.profiles import Portrait
from reader.events.rulings import Ruled
from reader.events.scoring import Link
from reader.events.store import GroupingStore
from reader.events.why import name_reason, shared_names, voice_reason, why
from reader.model import Article, Event, Voice

# An article outside perhaps belongs to an event if its mean link is so near to the threshold
# and they share rare names; only the nearest are named, or the list is noise.
MAYBE = 0.75
MAYBE_NAMES = 2
MAYBE_LISTED = 3
JOINED = "you joined them"
"""The reason of articles that are one event by a person's word only."""


class Making:
    """Makes events; texts are read only for what has changed."""

    def __init__(
        self, store: GroupingStore, before: Before, ruled: Ruled, edited: Collection[str]
    ) -> None:
        self.ruled = ruled
        self._store = store
        self._before = before
        self._edited = frozenset(edited)
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
            self._portraits.update(self._store.portraits(missing))

    def age(self, id: str) -> str:
        """Later in the alphabet is newer."""
        return self.portrait(id).age

    @cached_property
    def present(self) -> frozenset[str]:
        """The articles that are there, of those in an event or story that a person named."""
        named = {id for name in self.ruled.names for id in name.articles}
        return frozenset(self._store.portraits(named)) if named else frozenset()

    def event(
        self, id: str, articles: Sequence[str], links: Sequence[Link], known: Event | None
    ) -> Event:
        """The event of some articles, oldest first; `known` is the one that they were.

        `links` are all that have one or both ends among the articles.
        """
        self.know(articles)
        same = known is not None and self._edited.isdisjoint(articles)
        reasons, heard = known.why if known else (), known.voices if known else ()
        if not same:
            reasons, heard = self._reasons(articles)
        return Event(
            id=id,
            label=self.label(articles, links),
            articles=tuple(articles),
            why=reasons,
            story=known.story if known else None,
            maybe=self._maybe(articles, links),
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

    def _reasons(self, articles: Sequence[str]) -> tuple[tuple[str, ...], tuple[Voice, ...]]:
        if len(articles) < 2:
            return (), ()
        texts = self._before.articles(articles)
        heard = one_voice(texts)
        said = why(texts, [self.portrait(id) for id in articles])
        if self.ruled.block_of.get(articles[0], frozenset()).issuperset(articles):
            said = (JOINED, *said)
        return (*said, *(voice_reason(texts, voice) for voice in heard)), heard

    def _maybe(self, articles: Sequence[str], links: Sequence[Link]) -> tuple[tuple[str, str], ...]:
        """The nearest articles outside an event that share rare names with one of its articles."""
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
            names = self._shared(id, articles)
            if len(names) >= MAYBE_NAMES:
                found.append((id, name_reason(names)))
        return tuple(found)

    def _shared(self, id: str, articles: Sequence[str]) -> list[str]:
        own = self.portrait(id)
        if not any(
            len(set(own.names) & set(self.portrait(other).names)) >= MAYBE_NAMES
            for other in articles
        ):
            return []
        text = self._before.articles([id])
        cut = (shared_names(text[0], own, self.portrait(other)) for other in articles)
        return max(cut, key=len) if text else []


def one_voice(articles: Sequence[Article]) -> tuple[Voice, ...]:
    """Which of some articles print one text."""
    texts = {article.id: article.text for article in articles}
    prints = {id: print_of(texts[id]) for id in worth_reading(texts)}
    return tuple(Voice(ids, share) for ids, share in voices(prints))
