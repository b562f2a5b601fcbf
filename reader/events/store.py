"""Where the grouping keeps what it knows of articles between two runs; and one in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from reader.events.profiles import Portrait, Profile
from reader.events.scoring import Company, Lengths, Link, Pair


class GroupingStore(Protocol):
    """Profiles, the company of each, and the pairs that matter.

    All of it can be worked out again from the articles. Ids that are not there are passed over.
    """

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles of some articles."""

    def portraits(self, ids: Collection[str]) -> Mapping[str, Portrait]:
        """The portraits of some articles."""

    def put(self, profile: Profile, portrait: Portrait) -> None:
        """Keep an article without company or pairs; of one that is there, the portrait only."""

    def drop(self, id: str) -> None:
        """Forget an article and its pairs."""

    def holders(
        self,
        words: Collection[int],
        days: tuple[int, int] | None = None,
        *,
        least: int = 1,
        abroad: Profile | None = None,
    ) -> Mapping[str, int]:
        """Articles with a day, from a first to a last or any, that some of these find: how many.

        They are found by their heavy words and by their names; those found by fewer than `least`
        are left out, and those in the language of the article `abroad` if that is given.
        """

    def undated_holders(
        self, words: Collection[int], *, least: int = 1, abroad: Profile | None = None
    ) -> Mapping[str, int]:
        """The same of articles whose day is not known."""

    def present(self, ids: Collection[str]) -> set[str]:
        """Those of the articles that are there."""

    def undated(self, fewer: int) -> Mapping[str, Profile] | None:
        """The profiles of all articles without a day, if these are fewer; else None."""

    def lengths(self, ids: Collection[str]) -> Mapping[str, Lengths]:
        """The lengths of some articles."""

    def companies(self, ids: Collection[str]) -> Mapping[str, Company]:
        """The company of some articles."""

    def put_companies(self, companies: Mapping[str, Company]) -> None:
        """Keep the company of articles that are there."""

    def pairs(self, ids: Collection[str]) -> Iterable[Pair]:
        """All pairs that one or both of these are in, each once."""

    def put_pairs(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs, in place of those of the same two articles; as yet without links."""

    def put_links(self, links: Iterable[Link]) -> None:
        """Note how strong the links of pairs that are there have become."""

    def links(self, ids: Collection[str], *, event: bool = False) -> Iterable[Link]:
        """All links that one or both of these are in, or those that may make an event."""

    def links_among(self, ids: Collection[str]) -> Iterable[Link]:
        """Those of the links of which both ends are among these and that may make an event."""

    def tied(self, ids: Collection[str], *, story: bool = False) -> set[str]:
        """The other ends of links that can make an event alone, or tie a story alone."""

    def nearest(self, ids: Collection[str]) -> Mapping[str, float]:
        """The articles that are linked with these, by the strongest such link for an event."""

    def story_sums(
        self, homes: Mapping[str, str], others: Mapping[str, str]
    ) -> Mapping[tuple[str, str], float]:
        """The sums of links for stories between groups, of which one at least is in `homes`.

        Both name the group of each article; groups come in ascending order.
        """


class MemoryStore:
    """A store that is gone with the process."""

    def __init__(self) -> None:
        self._profiles: dict[str, Profile] = {}
        self._portraits: dict[str, Portrait] = {}
        self._companies: dict[str, Company] = {}
        self._pairs: defaultdict[str, dict[str, Pair]] = defaultdict(dict)
        self._links: defaultdict[str, dict[str, Link]] = defaultdict(dict)
        self._heavy: dict[int, dict[int | None, set[str]]] = {}

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles of some articles."""
        return {id: self._profiles[id] for id in ids if id in self._profiles}

    def portraits(self, ids: Collection[str]) -> Mapping[str, Portrait]:
        """The portraits of some articles."""
        return {id: self._portraits[id] for id in ids if id in self._portraits}

    def put(self, profile: Profile, portrait: Portrait) -> None:
        """Keep an article."""
        self._portraits[profile.id] = portrait
        if profile.id in self._profiles:
            return
        self._profiles[profile.id] = profile
        self._companies[profile.id] = Company.none(profile)
        for word in profile.found_by:
            self._heavy.setdefault(word, {}).setdefault(profile.day, set()).add(profile.id)

    def drop(self, id: str) -> None:
        """Forget an article and its pairs."""
        self._portraits.pop(id, None)
        self._companies.pop(id, None)
        if profile := self._profiles.pop(id, None):
            for word in profile.found_by:
                self._heavy[word][profile.day].discard(id)
        for known in (self._pairs, self._links):
            for other in known.pop(id, {}):
                del known[other][id]

    def holders(
        self,
        words: Collection[int],
        days: tuple[int, int] | None = None,
        *,
        least: int = 1,
        abroad: Profile | None = None,
    ) -> Mapping[str, int]:
        """Articles with a day by how many of some words find them."""
        found: Counter[str] = Counter()
        for word in words:
            by_day = self._heavy.get(word, {})
            for day in range(days[0], days[1] + 1) if days else list(by_day):
                if day is not None and day in by_day:
                    found.update(by_day[day])
        return _of(found, self._profiles, least, abroad)

    def undated_holders(
        self, words: Collection[int], *, least: int = 1, abroad: Profile | None = None
    ) -> Mapping[str, int]:
        """Articles without a day by how many of some words find them."""
        found: Counter[str] = Counter()
        for word in words:
            found.update(self._heavy.get(word, {}).get(None, ()))
        return _of(found, self._profiles, least, abroad)

    def present(self, ids: Collection[str]) -> set[str]:
        """Those of the articles that are there."""
        return {id for id in ids if id in self._profiles}

    def undated(self, fewer: int) -> Mapping[str, Profile] | None:
        """The profiles of all articles without a day, if these are fewer."""
        found = {id: each for id, each in self._profiles.items() if each.day is None}
        return found if len(found) < fewer else None

    def lengths(self, ids: Collection[str]) -> Mapping[str, Lengths]:
        """The lengths of some articles."""
        known = self.profiles(ids)
        return {id: self._companies[id].lengths(each) for id, each in known.items()}

    def companies(self, ids: Collection[str]) -> Mapping[str, Company]:
        """The company of some articles."""
        return {id: self._companies[id] for id in ids if id in self._companies}

    def put_companies(self, companies: Mapping[str, Company]) -> None:
        """Keep the company of articles that are there."""
        self._companies.update({i: c for i, c in companies.items() if i in self._profiles})

    def pairs(self, ids: Collection[str]) -> Iterator[Pair]:
        """All pairs that one or both of these are in."""
        return _once(self._pairs, ids)

    def put_pairs(self, pairs: Iterable[Pair]) -> None:
        """Keep pairs."""
        for each in pairs:
            self._pairs[each.one][each.other] = self._pairs[each.other][each.one] = each
            for one, other in ((each.one, each.other), (each.other, each.one)):
                self._links[one].pop(other, None)

    def put_links(self, links: Iterable[Link]) -> None:
        """Note how strong links have become."""
        for each in links:
            self._links[each.one][each.other] = self._links[each.other][each.one] = each

    def links(self, ids: Collection[str], *, event: bool = False) -> Iterator[Link]:
        """All links that one or both of these are in."""
        found = _once(self._links, ids)
        return (each for each in found if each.event or (each.story and not event))

    def links_among(self, ids: Collection[str]) -> Iterator[Link]:
        """Those of the links of which both ends are among these."""
        there = frozenset(ids)
        return (each for each in self.links(ids) if each.event and there >= {each.one, each.other})

    def tied(self, ids: Collection[str], *, story: bool = False) -> set[str]:
        """The other ends of strong links."""
        return {
            other
            for id in ids
            for other, each in self._links.get(id, {}).items()
            if (each.story if story else each.event) >= 1.0
        }

    def nearest(self, ids: Collection[str]) -> Mapping[str, float]:
        """The articles that are linked with these, by the strongest such link."""
        found: dict[str, float] = {}
        for id in ids:
            for other, each in self._links.get(id, {}).items():
                if each.event:
                    found[other] = max(found.get(other, 0.0), each.event)
        return found

    def story_sums(
        self, homes: Mapping[str, str], others: Mapping[str, str]
    ) -> Mapping[tuple[str, str], float]:
        """The sums of links for stories between groups."""
        found: defaultdict[tuple[str, str], float] = defaultdict(float)
        every = {**others, **homes}
        for each in self.links(homes):
            one, other = every.get(each.one), every.get(each.other)
            if one and other and one != other and each.story:
                found[(one, other) if one < other else (other, one)] += each.story
        return found


def _of(
    found: Mapping[str, int],
    profiles: Mapping[str, Profile],
    least: int,
    abroad: Profile | None,
) -> Mapping[str, int]:
    return {
        id: times
        for id, times in found.items()
        if times >= least and (abroad is None or profiles[id].language != abroad.language)
    }


T = TypeVar("T")


def _once(known: Mapping[str, Mapping[str, T]], ids: Collection[str]) -> Iterator[T]:
    """What is known of these with others, once where both are among these."""
    wanted = frozenset(ids)
    for id in wanted:
        for other, each in known.get(id, {}).items():
            if other not in wanted or id < other:
                yield each
