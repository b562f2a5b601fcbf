"""Where the grouping keeps what it knows of articles between two runs; and one in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from reader.events.profiles import Portrait, Profile
from reader.events.scoring import Company, Lengths, Pair


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
        self, words: Collection[int], days: tuple[int, int] | None = None
    ) -> Mapping[str, int]:
        """Articles with a day, from a first to a last or any, that some of these find: how many.

        They are found by their heavy words and by their names.
        """

    def undated_holders(self, words: Collection[int]) -> Mapping[str, int]:
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

    def strong_pairs(self, ids: Collection[str]) -> Iterable[Pair]:
        """Those of the pairs that may tie a story: put with a strength of 1.0 or more."""

    def pairs_with(self, ids: Collection[str], others: Collection[str]) -> Iterable[Pair]:
        """All pairs of one of these with one of these or of some others, each once."""

    def put_pairs(self, pairs: Iterable[tuple[Pair, float]]) -> None:
        """Keep pairs, in place of those of the same two articles.

        Each comes with how strongly it ties a story as yet. It ties less as others come in.
        """


class MemoryStore:
    """A store that is gone with the process."""

    def __init__(self) -> None:
        self._profiles: dict[str, Profile] = {}
        self._portraits: dict[str, Portrait] = {}
        self._companies: dict[str, Company] = {}
        self._pairs: defaultdict[str, dict[str, tuple[Pair, float]]] = defaultdict(dict)
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
        for other in self._pairs.pop(id, {}):
            del self._pairs[other][id]

    def holders(
        self, words: Collection[int], days: tuple[int, int] | None = None
    ) -> Mapping[str, int]:
        """Articles with a day by how many of some heavy words they hold."""
        found: Counter[str] = Counter()
        for word in words:
            by_day = self._heavy.get(word, {})
            for day in range(days[0], days[1] + 1) if days else list(by_day):
                if day is not None and day in by_day:
                    found.update(by_day[day])
        return found

    def undated_holders(self, words: Collection[int]) -> Mapping[str, int]:
        """Articles without a day by how many of some heavy words they hold."""
        found: Counter[str] = Counter()
        for word in words:
            found.update(self._heavy.get(word, {}).get(None, ()))
        return found

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
        return (pair for pair, _ in self._found(ids))

    def strong_pairs(self, ids: Collection[str]) -> Iterator[Pair]:
        """Those of the pairs that may tie a story."""
        return (pair for pair, most in self._found(ids) if most >= 1.0)

    def pairs_with(self, ids: Collection[str], others: Collection[str]) -> Iterator[Pair]:
        """All pairs of one of these with one of these or of some others."""
        wanted = {*ids, *others}
        return (pair for pair in self.pairs(ids) if wanted.issuperset((pair.one, pair.other)))

    def put_pairs(self, pairs: Iterable[tuple[Pair, float]]) -> None:
        """Keep pairs."""
        for pair, most in pairs:
            self._pairs[pair.one][pair.other] = self._pairs[pair.other][pair.one] = pair, most

    def _found(self, ids: Collection[str]) -> Iterator[tuple[Pair, float]]:
        wanted = frozenset(ids)
        for id in wanted:
            for other, known in self._pairs.get(id, {}).items():
                if other not in wanted or id < other:
                    yield known
